"""yuetan: records of integrity interviews (廉政约谈) as plain files under a written regulation."""

__version__ = "0.1.0"
