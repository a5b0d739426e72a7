"""How it adds up on a sheet: workbooks out, rosters and reports in. pandas and openpyxl live here, imported late."""
