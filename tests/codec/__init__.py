"""The codec: what reads, what does not, and what writing leaves alone."""
