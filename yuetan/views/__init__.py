"""What a paper, a list or a sheet shows: pure, flat, allow-listed."""
