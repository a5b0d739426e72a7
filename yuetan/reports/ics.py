"""Deadlines as a calendar that other programs subscribe to (RFC 5545), the same bytes for the same values.

The standard library's text is enough: a handful of properties, folded at 75 octets, with CRLF. An event keeps its UID
for as long as the deadline is the same one, so that a program that reads the file again moves it and makes no second.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OCTETS = 75
"""The longest line, without its end (RFC 5545, 3.1)."""
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//yuetan//due//ZH", "CALSCALE:GREGORIAN")
_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
"""What a calendar without events holds: the standard asks for at least one component."""


@dataclass(frozen=True, slots=True)
class Event:
    """An all-day event. `key` names the deadline for ever; at nine `alarm_days` before it an alarm goes off."""

    key: str
    day: date
    summary: str
    description: str
    category: str
    alarm_days: int = 1


def calendar(name: str, office: str, events: Sequence[Event], made: datetime, sequence: int) -> bytes:
    """The events as an .ics of the office `office` (its unit's code, part of every UID).

    `made` is the time of the commit that they were computed from, `sequence` a number that never falls: the count of
    commits. A program keeps, of two versions of an event, the one with the higher number.
    """
    stamp = _utc(made)
    lines = [*_HEAD, f"X-WR-CALNAME:{_text(name)}", *(() if events else _ZONE)]
    for event in events:
        lines += _event(event, office, stamp, sequence)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """The line cut at 75 octets, never within a character, continued after a space; CRLF at its end."""
    parts: list[bytes] = []
    current = b""
    room = OCTETS
    for sign in line:
        encoded = sign.encode()
        if len(current) + len(encoded) > room:
            parts.append(current)
            current, room = b"", OCTETS - 1
        current += encoded
    parts.append(current)
    return b"\r\n ".join(parts) + b"\r\n"


def uid(key: str, office: str) -> str:
    """What names the event in every program: opaque, so that no code of a person or record shows."""
    from hashlib import sha256

    return f"{sha256(f'{office}|{key}'.encode()).hexdigest()[:32]}@yuetan.invalid"


def _event(event: Event, office: str, stamp: str, sequence: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(event.key, office)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    if event.day < date.max:
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    yield f"DESCRIPTION:{_text(event.description)}"
    yield f"CATEGORIES:{_text(event.category)}"
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    yield from _alarm(event)
    yield "END:VEVENT"


def _alarm(event: Event) -> Iterator[str]:
    """At nine in the morning so many days before; an all-day event begins at midnight."""
    hours = event.alarm_days * 24 - 9
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(event.summary)}"
    yield f"TRIGGER:-PT{hours}H" if hours > 0 else f"TRIGGER:PT{-hours}H"
    yield "END:VALARM"


def _utc(moment: datetime) -> str:
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """A value of type TEXT: backslash, semicolon, comma and line break escaped, other controls left out."""
    for sign, escape in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(sign, escape)
    return "".join(sign for sign in text if sign >= " " and sign != "\x7f")
