"""The calendar file: lines, folding, escapes, names that last."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from yuetan.reports.ics import Event, calendar, folded, uid

MADE = datetime(2026, 6, 24, 9, 30, tzinfo=timezone(timedelta(hours=8)))
EVENT = Event(
    "notice|JS-202606-22222|", date(2026, 6, 27), "发出通知（JS-202606-22222）", "约谈日 6月30日；\n最迟", "通知"
)


def lines(*events: Event, sequence: int = 7) -> list[str]:
    """The unfolded lines."""
    text = calendar("示例期限", "JW", events, MADE, sequence).decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_whole_calendar() -> None:
    assert lines(EVENT) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//yuetan//due//ZH",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:示例期限",
        "BEGIN:VEVENT",
        f"UID:{uid(EVENT.key, 'JW')}",
        "DTSTAMP:20260624T013000Z",
        "LAST-MODIFIED:20260624T013000Z",
        "SEQUENCE:7",
        "DTSTART;VALUE=DATE:20260627",
        "DTEND;VALUE=DATE:20260628",
        "SUMMARY:发出通知（JS-202606-22222）",
        "DESCRIPTION:约谈日 6月30日；\\n最迟",
        "CATEGORIES:通知",
        "CLASS:CONFIDENTIAL",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:发出通知（JS-202606-22222）",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize(("days", "trigger"), [(0, "TRIGGER:PT9H"), (1, "TRIGGER:-PT15H"), (7, "TRIGGER:-PT159H")])
def test_alarm_goes_off_at_nine(days: int, trigger: str) -> None:
    event = Event("k", date(2026, 6, 27), "s", "d", "c", alarm_days=days)
    assert trigger in lines(event)


def test_lines_are_folded_at_75_octets_and_never_within_a_character() -> None:
    text = "SUMMARY:" + "约谈" * 60
    data = folded(text)
    parts = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert len(parts[0]) == 74  # 8 octets and 22 characters of 3
    assert all(part.startswith(b" ") for part in parts[1:])
    assert "".join([parts[0].decode(), *(part[1:].decode() for part in parts[1:])]) == text


@pytest.mark.parametrize(("count", "expected"), [(75, 1), (76, 2)])
def test_line_of_75_octets_is_whole(count: int, expected: int) -> None:
    assert len(folded("x" * count).removesuffix(b"\r\n").split(b"\r\n")) == expected


def test_text_is_escaped() -> None:
    event = Event("k", date(2026, 6, 27), "甲,乙;丙\\丁", "一\r\n二\x07", "c")
    assert "SUMMARY:甲\\,乙\\;丙\\\\丁" in lines(event)
    assert "DESCRIPTION:一\\n二" in lines(event)


def test_name_of_an_event_lasts_and_tells_nothing() -> None:
    assert uid("a", "JW") == uid("a", "JW")
    assert len({uid("a", "JW"), uid("b", "JW"), uid("a", "FGW")}) == 3
    assert uid("rectification|JS-202606-22222|", "JW").endswith("@yuetan.invalid")
    assert "JS-202606" not in uid("rectification|JS-202606-22222|", "JW")


def test_moment_without_a_zone_is_taken_as_utc() -> None:
    text = calendar("x", "JW", (EVENT,), datetime(2026, 6, 24, 1, 30), 1)
    assert b"DTSTAMP:20260624T013000Z" in text
    assert text == calendar("x", "JW", (EVENT,), datetime(2026, 6, 24, 1, 30, tzinfo=UTC), 1)


def test_calendar_without_events_still_has_a_component() -> None:
    assert "BEGIN:VTIMEZONE" in lines()


def test_last_day_of_all_has_no_day_after() -> None:
    event = Event("k", date.max, "s", "d", "c")
    assert not [line for line in lines(event) if line.startswith("DTEND")]
