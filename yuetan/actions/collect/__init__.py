"""收到报送: a unit's workbook into received rows."""
