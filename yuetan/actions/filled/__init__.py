"""A form that came back filled in, as the values that a verb takes."""
