"""Days as people type them into a spreadsheet."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from math import isfinite

EXCEL_ORIGIN = date(1899, 12, 30)
EARLIEST, LATEST = date(1930, 1, 1), date(2100, 1, 1)
_SEPARATED = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*[日号]?|\s*月?)(?:[T ]\s*[\d:.]+)?")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SERIAL = re.compile(r"\d{5}(?:\.0*)?")


class NoDayError(ValueError):
    """What is typed is no day; the message says why, in Chinese."""


def day_of(value: str | float | date) -> tuple[date, bool]:
    """The day that a cell means, and whether the month alone was given (then it is the month's first day).

    Takes real dates, ``2026.3.5``, ``2026年3月5日``, ``2026/03/05``, ``20260305``, ``2026-03``, ``202603`` and Excel's
    serial numbers. Raises NoDayError otherwise.
    """
    if isinstance(value, datetime):
        return _in_range(value.date()), False
    if isinstance(value, date):
        return _in_range(value), False
    if isinstance(value, bool) or (isinstance(value, float) and not isfinite(value)):
        raise NoDayError("不是日期")
    if isinstance(value, float) and not value.is_integer():
        raise NoDayError(
            f"是数字 {value:g}，表格软件把它存成了小数，分不清是几月（如 1 月和 10 月），请改写成 2026-10-01"
        )
    text = unicodedata.normalize("NFKC", str(int(value)) if isinstance(value, int | float) else value).strip()
    return _from_text(text)


def whole_day(cell: str | float | date | None) -> tuple[date | None, str]:
    """The day that a cell means to the day; None and the reason, in Chinese, where it means none."""
    try:
        day, month_only = day_of(cell if cell is not None else "")
    except NoDayError as error:
        return None, str(error)
    return (None, "缺了日") if month_only else (day, "")


def _from_text(text: str) -> tuple[date, bool]:
    if _SERIAL.fullmatch(text):
        return _in_range(EXCEL_ORIGIN + timedelta(days=int(float(text)))), False
    found = _RUN.fullmatch(text) or _SEPARATED.fullmatch(text)
    if found is None:
        raise NoDayError("不是日期，应如 2026-03-05、2026年3月5日 或 2026.3.5")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        made = date(year or 0, month or 0, day or 1)
    except ValueError as error:
        raise NoDayError("日历上没有这一天") from error
    return _in_range(made), day is None


def _in_range(day: date) -> date:
    if not EARLIEST <= day < LATEST:
        raise NoDayError(f"年份不对（读作 {day.isoformat()}）")
    return day
