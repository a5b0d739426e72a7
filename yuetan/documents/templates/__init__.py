"""The shipped templates, built by code."""
