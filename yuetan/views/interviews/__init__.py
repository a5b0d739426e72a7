"""The interviews themselves: which are asked for, a row each, one in full, and what comes next."""
