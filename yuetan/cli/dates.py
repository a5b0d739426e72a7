"""Days and times as people type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from yuetan.errors import BadInputError

_DAY = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CLOCK = re.compile(r"(上午|下午)?\s*(\d{1,2})[:：时点](?:(\d{1,2})分?)?(?::(\d{2}))?")
_WORDS = {"前天": -2, "昨天": -1, "今天": 0, "明天": 1, "后天": 2}
_NOON = 12


def parse_day(text: str, *, today: date) -> date:
    """``2026-03-05``, ``2026.3.5``, ``2026年3月5日``, ``3月5日`` (of this year), ``20260305``, ``今天``."""
    word = text.strip()
    if word in _WORDS:
        return today + timedelta(days=_WORDS[word])
    match = _DAY.fullmatch(word) or _COMPACT.fullmatch(word)
    if match is None:
        raise BadInputError(f"“{text}”不是日期", hint="写成 2026-03-05、2026年3月5日，或 今天、昨天")
    year, month, day = (int(part) if part else today.year for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise BadInputError(f"没有 {text} 这一天", hint="检查月份和日期") from None


def parse_moment(text: str, *, today: date) -> datetime:
    """A day and a time: ``2026-03-10T09:30``, ``2026-03-10 9:30``, ``3月10日 下午3点``."""
    word = text.strip().replace("T", " ", 1)
    day, _, clock = word.partition(" ")
    if not clock and "日" in day:
        day, _, clock = word.partition("日")
        day += "日"
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        raise BadInputError(f"“{text}”没有写明时间", hint="写成 2026-03-10T09:30 或“2026年3月10日 9:30”")
    half, hour, minute, second = match.groups()
    hours = int(hour) + (_NOON if half == "下午" and int(hour) < _NOON else 0)
    try:
        return datetime.combine(parse_day(day, today=today), time(hours, int(minute or 0), int(second or 0)))
    except ValueError:
        raise BadInputError(f"没有 {text} 这个时间", hint="检查时和分") from None
