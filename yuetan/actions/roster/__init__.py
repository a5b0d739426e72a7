"""The roster: changes of post, and a 名册 into the archive's units."""
