"""What is due, for whom, why that day, and what another calendar changes."""
