"""The command line: parse, call, print, exit. Formatters are pure functions of findings or rows."""
