"""Who talks to whom in which month: the year's plan (第五条, 第六条). Pure; nothing is written here."""
