"""What a period's report shows: facts, counts, tables."""
