"""Attendances, coverage, deadlines, findings, counts as pandas DataFrames, for whoever analyses (docs/frames.md).

Nothing here decides anything: the rows are those of the views and of `check`, given types. pandas is imported when a
frame is asked for, and nothing but this package and its export needs it.
"""
