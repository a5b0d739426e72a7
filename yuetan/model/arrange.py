"""Plain values in the order of the field table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.field import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.codec.plain import Plain, Value
    from yuetan.model.field import Record


def arranged(record: Record, value: Mapping[str, Value]) -> Plain:
    """The plain value with its keys in the table's order, what is empty left out; unknown keys stay, last."""
    result: Plain = {}
    table = {column.key.name: column for column in columns(record)}
    for name in (*(key for key in table if key in value), *(key for key in value if key not in table)):
        item = value[name]
        shape = table[name].shape if name in table else None
        if shape is not None and shape.record is not None:
            item = _nested(shape.record, item)
        if item is not None and item not in ("", [], {}):
            result[name] = item
    return result


def _nested(record: Record, item: Value) -> Value:
    if isinstance(item, dict):
        return arranged(record, item)
    if isinstance(item, list):
        return [arranged(record, part) if isinstance(part, dict) else part for part in item]
    return item
