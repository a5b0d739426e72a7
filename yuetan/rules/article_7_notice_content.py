"""第七条第（二）项: what a notice says and to whom it went (B7.2c)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import Addressee, Way
from yuetan.rules.last_notice import Last, last_notices
from yuetan.rules.person import is_blank, person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import Interview
    from yuetan.model.interview import Subject
    from yuetan.model.talk import Notice

_PARTY = "党"


def notice_complete(case: Case) -> Iterator[Breach]:
    """通知写明主题、对象、时间、地点，送给对象所在单位的党组（党委）或本人。可以电话通知，电话通知不编文号。

    合格：
    ```yaml
    通知: [{送达: 党组, 送达单位: 市发展和改革委员会}]
    ```
    不合格：
    ```yaml
    通知: [{送达: 党组, 送达单位: 市财政局}]   # 对象在市发展和改革委员会
    ```
    """
    yield from _subjects(case.record)
    for last in last_notices(case):
        base = ("通知", last.index)
        for key, message in (*_missing(last.notice), *_recipient(case, last)):
            yield Breach((*base, key), message)


def _subjects(record: Interview) -> Iterator[Breach]:
    """Whoever is notified is a subject, and the last notice names somebody."""
    known = {subject.id for subject in record.subjects}
    for index, notice in enumerate(record.notices):
        for row, person in enumerate(notice.subjects):
            if person not in known:
                yield Breach(("通知", index, "对象", row), f"{person} 不是本次约谈的对象")
    if record.notices and not record.notices[-1].subjects:
        yield Breach(("通知", len(record.notices) - 1, "对象"), "通知没有写明约谈对象")


def _missing(notice: Notice) -> Iterator[tuple[str, str]]:
    there = {"主题": not is_blank(notice.topic), "时间": notice.time is not None, "地点": not is_blank(notice.place)}
    yield from ((name, f"通知没有写明{name}") for name, written in there.items() if not written)
    if notice.way == Way.TELEPHONE and notice.number is not None:
        yield "文号", "电话通知不编文号"


def _recipient(case: Case, last: Last) -> Iterator[tuple[str, str]]:
    to = (last.notice.to or "").strip()
    if to.startswith(_PARTY) and not to.endswith(Addressee.PERSON):
        yield from _party_group(case, last)
    elif not to.endswith(Addressee.PERSON):
        now = f"现为“{to}”" if to else "没有写"
        yield "送达", f"通知应送给约谈对象所在单位的党组（党委）或本人，{now}"


def _party_group(case: Case, last: Last) -> Iterator[tuple[str, str]]:
    """Whether it is the party group of the subjects' own unit: by the unit's name, or by its code."""
    unit = (last.notice.unit or "").strip()
    for subject in last.subjects:
        units = _units(case, subject)
        where = f"{person_text(subject)}在{'、'.join(units)}"
        if not unit:
            yield "送达单位", f"没有写送给哪个单位的党组（党委）；{where}"
            return
        codes = {one.unit.code for one in case.roster.posts(subject.id, case.day)}
        if units and unit not in {*units, *codes}:
            yield "送达单位", f"通知送给了{last.notice.unit}的党组（党委），{where}"


def _units(case: Case, subject: Subject) -> tuple[str, ...]:
    """The names of the units that the subject belongs to that day, or is to belong to."""
    held = case.roster.posts(subject.id, case.day)
    to_be = subject.appointment.unit if subject.appointment is not None else None
    written = (subject.unit, to_be) if to_be or not held else ()
    names = (*(one.era.name for one in held), *(name for name in written if name))
    return tuple(dict.fromkeys(names))


RULES: tuple[RecordRule, ...] = (RecordRule("B7.2c", "通知的内容和送达", Level.ERROR, notice_complete),)
