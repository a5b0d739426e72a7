"""A value as it is typed after ``--set PATH=``, taken as what the field table says stands in that place."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from yuetan.finding import Path, path_text
from yuetan.model.field import Shape, columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.codec.plain import Plain

_WORDS = {"true": True, "是": True, "false": False, "否": False}
_LIST = re.compile(r"[、，,]\s*")
_DAY = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?")
_MOMENT = re.compile(rf"{_DAY.pattern}[T\s]*(\d{{1,2}})[:：](\d{{2}})(?:[:：](\d{{2}}))?")


def shape_at(record: type[Any], path: Path) -> Shape | None:
    """What the table says stands at a path; None where it knows no such place or leaves it open."""
    shape = Shape("record", record=record)
    for step in path:
        if isinstance(step, int):
            shape = Shape(shape.kind, record=shape.record, choices=shape.choices)
            continue
        if shape.record is None:
            return Shape("text") if shape.kind == "texts" else None
        found = next((column.shape for column in columns(shape.record) if column.key.name == step), None)
        if found is None:
            return None
        shape = found
    return shape


def fit(shape: Shape | None, value: Any) -> Any:
    """The value as the place wants it; as it is where that cannot be told, so that the table's own message names it."""
    if shape is None or value is None:
        return value
    if shape.many:
        return _many(shape, value)
    if shape.kind in ("text", "choice"):
        return _text(value)
    convert = _READERS.get(shape.kind)
    return convert(value.strip()) if convert is not None and isinstance(value, str) else value


def put(value: Plain, path: Path, item: Any) -> str | None:
    """Set `item` at `path` in place, making what is missing on the way; None removes it. Returns the fault in words."""
    holder: Any = value
    for index, step in enumerate(path[:-1]):
        fault = _reach(holder, step, path[: index + 1], [] if isinstance(path[index + 1], int) else {})
        if fault is not None:
            return fault
        holder = holder[step]
    last = path[-1]
    fault = _reach(holder, last, path, None)
    if fault is not None:
        return fault
    if item is None:
        holder.pop(last, None) if isinstance(last, str) else holder.pop(last)
    else:
        holder[last] = item
    return None


def _reach(holder: Any, step: str | int, so_far: Path, fresh: Any) -> str | None:
    """Make sure that `step` can be taken from `holder`; a list grows by one item at its end."""
    if isinstance(step, int):
        if not isinstance(holder, list):
            return f"{path_text(so_far[:-1])} 不是列表，不能写 [{step}]"
        if step > len(holder):
            return f"{path_text(so_far[:-1])} 只有 {len(holder)} 项，下一项写 [{len(holder)}]"
        if step == len(holder):
            holder.append(fresh)
        elif fresh is not None and holder[step] is None:
            holder[step] = fresh
        return None
    if not isinstance(holder, dict):
        wants = "须先写明第几项，如 [0]" if isinstance(holder, list) else "下面没有更细的项"
        return f"{path_text(so_far[:-1])} {wants}"
    if holder.get(step) is None:
        holder[step] = fresh
    return None


def _many(shape: Shape, value: Any) -> Any:
    one = Shape(shape.kind, record=shape.record, choices=shape.choices)
    if isinstance(value, str) and shape.record is None:
        return [fit(one, part) for part in _LIST.split(value.strip()) if part]
    return [fit(one, part) for part in value] if isinstance(value, list) else value


def _text(value: Any) -> Any:
    """A text that YAML would read as a number or a day stays the text that was typed."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else value


def _integer(text: str) -> Any:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else text


def _boolean(text: str) -> Any:
    return _WORDS.get(text.lower(), text)


def _day(text: str) -> Any:
    found = _DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in found.groups())) if found is not None else text
    except ValueError:
        return text


def _moment(text: str) -> Any:
    found = _MOMENT.fullmatch(text)
    try:
        return datetime(*(int(part or 0) for part in found.groups())) if found is not None else text  # type: ignore[arg-type]  # noqa: DTZ001 - office time has no zone
    except ValueError:
        return text


_READERS: dict[str, Callable[[str], Any]] = {
    "integer": _integer,
    "boolean": _boolean,
    "day": _day,
    "moment": _moment,
}
