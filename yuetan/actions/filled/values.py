"""Days, times and yes or no as people write them into a form; None, or what is wrong, where they cannot be told."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

from yuetan.views.official_text import WEEKDAY_SIGNS

MOMENT_EXPECTED = "应写明年、月、日和几点几分，如 2026年3月10日上午9时30分、2026-03-10 9:30"
DAY_EXPECTED = "应写明年、月、日，如 2026年3月20日、2026-03-20"
YES_NO_EXPECTED = "应写“是”（已说明）或“否”（未说明）"

_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_WEEKDAY = re.compile(r"[(\[]?\s*(?:星期|周|礼拜)\s*([一二三四五六日天1-7])\s*[)\]]?")
_HALF = "上午|早上|早晨|清晨|凌晨|中午|下午|午后|晚上|傍晚|晚|AM|PM"
_CLOCK = re.compile(
    rf"({_HALF})?\s*(\d{{1,2}})\s*(?:[:时点]\s*(?:钟|整)?\s*(?:(\d{{1,2}}|半)\s*分?)?(?::\d{{2}})?)\s*({_HALF})?(?:整|许|左右)?"
)
_UNTIL = re.compile(r"\s*(?:-|–|—|~|～|至|到)+\s*")
_NUMERAL = re.compile(r"[〇○零一二三四五六七八九十]+(?=\s*[年月日号时点分])")
_DIGITS = {sign: str(place) for place, sign in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_LATER = frozenset({"下午", "午后", "晚上", "傍晚", "晚", "PM"})
_EARLIER = frozenset({"上午", "早上", "早晨", "清晨", "凌晨", "AM"})
_NOON, _HALF_HOUR = 12, 30
_YES = re.compile(r"(?:是|对|有|已|√|✓|yes|y|说明了|已.{0,12}说明.*)")
_NO = re.compile(r"(?:否|无|未|不是|没有|没|×|no|n|(?:未|没|尚未).{0,12}说明.*)")
_TICKED = re.compile(r"[☑☒√✓■]\s*([^\s□☐☑☒√✓■]+)")


def moment_of(text: str) -> datetime | str:
    """The day and time; the first of the two where a span was written. A sentence where they cannot be told."""
    said = _settled(text)
    found = _day_at_start(said)
    if found is None:
        return MOMENT_EXPECTED
    day, rest = found
    if isinstance(day, str):
        return day
    clock = _clock(rest)
    if clock is None:
        return MOMENT_EXPECTED
    return datetime.combine(day, clock)


def day_of(text: str) -> date | str:
    """The day; a sentence where it cannot be told."""
    found = _day_at_start(_settled(text))
    if found is None or found[1].strip(" .。,"):
        return DAY_EXPECTED
    return found[0]


def yes_or_no(text: str) -> bool | None:
    """``是``, ``已说明`` and their like; None where it is neither."""
    ticked = _TICKED.findall(text)
    word = "".join((ticked[0] if len(ticked) == 1 and len(ticked[0]) > 1 else text).split()).strip("。．.，,").lower()
    if _NO.fullmatch(word):
        return False
    return True if _YES.fullmatch(word) else None


def _settled(text: str) -> str:
    """Plain digits and signs, one line; Chinese numerals before 年, 月, 日, 时, 点 and 分 as figures."""
    wide = unicodedata.normalize("NFKC", text).upper()
    line = " ".join(wide.split()).replace("T", " ")
    return _NUMERAL.sub(lambda found: _figure(found[0]), line)


def _figure(word: str) -> str:
    if "十" not in word:
        return "".join(_DIGITS[sign] for sign in word)
    tens, _, ones = word.partition("十")
    return str(int(_figure(tens) if tens else "1") * 10 + int(_figure(ones) if ones else "0"))


def _day_at_start(said: str) -> tuple[date | str, str] | None:
    """The day and what follows it and its weekday; a sentence for a day that is none or on another weekday."""
    match = _DAY.match(said) or _COMPACT.match(said)
    if match is None:
        return None
    rest = said[match.end() :].lstrip(" ,、")
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        return f"没有“{match[0].strip()}”这一天，检查月份和日期", rest
    week = _WEEKDAY.match(rest)
    if week is None:
        return day, rest
    right = WEEKDAY_SIGNS[day.weekday()]
    written = week[1].replace("天", "日").replace("7", "日")
    if written not in {right, str(day.isoweekday())}:
        return f"{day.year}年{day.month}月{day.day}日是星期{right}，不是星期{written}，核对后改正", rest
    return day, rest[week.end() :].lstrip(" ,、")


def _clock(rest: str) -> time | None:
    match = _CLOCK.match(rest)
    if match is None or not _nothing_but_an_end(rest[match.end() :]):
        return None
    before, hour, minute, behind = match.groups()
    hours = _in_day(int(hour), before or behind or "")
    minutes = _HALF_HOUR if minute == "半" else int(minute or 0)
    return time(hours, minutes) if hours is not None and hours < 24 and minutes < 60 else None  # noqa: PLR2004


def _in_day(hour: int, half: str) -> int | None:
    """The hour of the day; None where the half of the day does not fit it."""
    if half in _LATER:
        return hour + _NOON if hour < _NOON else hour
    if half in _EARLIER:
        return hour if hour < _NOON else None
    if half == "中午":
        return hour if hour >= _NOON - 1 else hour + _NOON
    return hour


def _nothing_but_an_end(rest: str) -> bool:
    """Whether nothing follows, or the end of a span such as ``—11:00``, which the record does not keep."""
    left = rest.strip(" .。,")
    if not left:
        return True
    until = _UNTIL.match(left)
    return until is not None and until.end() > 0 and _CLOCK.fullmatch(left[until.end() :].strip()) is not None
