"""Who has had the year's interview and who has not (第六条)."""
