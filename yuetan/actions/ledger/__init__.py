"""导入台账: the interviews that an office kept in Excel become records."""
