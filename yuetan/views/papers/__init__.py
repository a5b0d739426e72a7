"""What a paper shows: one flat, allow-listed view a kind of paper."""
