"""The clerk's desk, the one place where the wings meet.

load -> plan -> render -> apply, and load -> rules -> findings.
"""
