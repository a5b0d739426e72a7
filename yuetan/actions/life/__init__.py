"""A record's life after it is drafted: one file a verb."""
