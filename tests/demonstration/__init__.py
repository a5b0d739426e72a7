"""The demonstration archive of a fictional city, made by a seeded script: the same bytes every time."""
