"""Days and times as an official paper writes them (GB/T 9704: Arabic numerals, no leading zeros)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

WEEKDAY_SIGNS = "一二三四五六日"
_NOON = 12


def day_text(day: date | None) -> str:
    """``2026年3月5日``; empty for none."""
    return f"{day.year}年{day.month}月{day.day}日" if day is not None else ""


def moment_text(moment: datetime | None) -> str:
    """``2026年3月10日（星期二）上午9时30分``; a full hour without its minutes; empty for none."""
    if moment is None:
        return ""
    half, hour = ("上午", moment.hour) if moment.hour < _NOON else ("下午", moment.hour - _NOON)
    if moment.hour == _NOON:
        half, hour = "中午", _NOON
    minutes = f"{moment.minute}分" if moment.minute else ""
    return f"{day_text(moment)}（星期{WEEKDAY_SIGNS[moment.weekday()]}）{half}{hour}时{minutes}"


def post_texts(unit: str | None, post: str | None) -> tuple[str, str]:
    """Unit and post as they stand beside each other: the unit's name is not said twice."""
    unit, post = unit or "", post or ""
    return unit, post.removeprefix(unit) or post
