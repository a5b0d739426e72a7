"""起草: what a new interview is made from."""
