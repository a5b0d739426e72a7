"""约谈记录 as it came back in: the same form value that ``minutes --from 表单.yaml`` takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from yuetan.actions.filled import parts
from yuetan.actions.filled.answers import Answers, Sheet
from yuetan.actions.filled.rooms import headings_of, rest, statements
from yuetan.actions.filled.signs import signers
from yuetan.actions.filled.values import YES_NO_EXPECTED, moment_of, yes_or_no
from yuetan.views import form_labels as labels
from yuetan.views.form_cells import plain, plain_text
from yuetan.views.official_text import moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yuetan.actions.current import Current
    from yuetan.actions.filled.parts import Parts, Person
    from yuetan.codec.plain import Plain
    from yuetan.model.interview import Interviewer, Subject
    from yuetan.views.form_cells import Form, FormCell
    from yuetan.views.papers.minutes import MinutesSubject, MinutesView
    from yuetan.views.papers.people import InterviewerRow

_MARK = re.compile(r"[（(]?(?:(缺席|未到场|未到|没到|没有到场)|出席|到场|已到)[^（）()]*[）)]?$")
_NOT_THE_FORM = (
    "这不是约谈记录：没有找到“时间”“记录人”等各栏；请读入 yuetan render ID 约谈记录 --blank 生成后填好的表单"
)
One = TypeVar("One", "Subject", "Interviewer")
Printed = TypeVar("Printed", "MinutesSubject", "InterviewerRow")
_EDIT = "应改记录的，用 yuetan edit 改后重新生成表单"


def minutes_answers(form: Form, now: Current, view: MinutesView) -> Answers:
    """What the form says; `view` is what was printed on it (`minutes_form_view` of the record as it is)."""
    headings = headings_of(view)
    names = tuple(dict.fromkeys(_base(one.name) for one in view.subjects))
    found, sheet = parts.parts_of(form, headings, names), Sheet()
    if not found.single.keys() & parts.OWN and not found.rooms:
        sheet.fault(None, "表单", _NOT_THE_FORM)
        return sheet.answers({})
    subjects = _subjects(found, now, view, sheet)
    interviewers = _interviewers(found, now, view, sheet)
    talk = _talk(found, now, view, sheet)
    statements(found, now, subjects, headings, sheet)
    signed = signers(found, [str(row["姓名"]) for row in subjects if row["到场"]], sheet)
    rest(found, now, subjects, headings, sheet)
    value: Plain = {"谈话": {**talk, "签字": signed} if signed else talk, "约谈对象": subjects}
    return sheet.answers({**value, "约谈人": interviewers} if interviewers else value)


def _base(name: str) -> str:
    return _MARK.sub("", "".join(name.split()))


def _subjects(form: Parts, now: Current, view: MinutesView, sheet: Sheet) -> list[Plain]:
    """Each subject of the record with 到场; those on the form who are none, and those who are not on it, are named."""
    left = list(zip(now.record.subjects, view.subjects, strict=True))
    rows: dict[int, Plain] = {}
    for person in form.people_labelled(subject=True):
        found = _who(person, left, labels.ONE_SUBJECT, sheet)
        if found is not None:
            left.remove(found)
            there = _present(person, labels.ONE_SUBJECT, sheet)
            _unit_and_post(person, found[1], sheet)
            one = found[0]
            rows[id(one)] = {"编号": one.id, "姓名": one.name or one.id, "到场": there}
    for one, _ in left:
        lost = f"没有这一行；没有到场的，在姓名后写{labels.ABSENT}"
        sheet.fault(None, f"{labels.ONE_SUBJECT} {one.name or one.id}", lost)
    return [rows[id(one)] for one in now.record.subjects if id(one) in rows]


def _interviewers(form: Parts, now: Current, view: MinutesView, sheet: Sheet) -> list[Plain]:
    """The interviewers who, the form says, did not come."""
    present = [one for one in now.record.interviewers if one.present is not False]
    left = list(zip(present, view.interviewers, strict=True))
    absent: list[Plain] = []
    for person in form.people_labelled(subject=False):
        found = _who(person, left, labels.ONE_INTERVIEWER, sheet)
        if found is not None:
            left.remove(found)
            _unit_and_post(person, found[1], sheet)
            if not _present(person, labels.ONE_INTERVIEWER, sheet):
                absent.append({"编号": found[0].id, "到场": False})
    return absent


def _who(person: Person, left: Sequence[tuple[One, Printed]], label: str, sheet: Sheet) -> tuple[One, Printed] | None:
    name, unit = _base(person.name.text), plain_text(person.unit)
    same = [one for one in left if _base(one[1].name) == name]
    if same:
        return next((one for one in same if plain(one[1].unit) == unit), same[0])
    known = "、".join(_base(printed.name) for _, printed in left)
    expected = f"应为{known}" if known else "记录中没有这一位"
    sheet.fault(person.name, label, f"{expected}；换人、加人{_EDIT}")
    return None


def _present(person: Person, label: str, sheet: Sheet) -> bool:
    mark = _MARK.search("".join(person.name.text.split()))
    there = mark is None or mark[1] is None
    sheet.take(person.name, label, f"{_base(person.name.text)}，{'到场' if there else '缺席'}")
    return there


def _unit_and_post(person: Person, printed: MinutesSubject | InterviewerRow, sheet: Sheet) -> None:
    for cell, label, text in ((person.unit, labels.UNIT, printed.unit), (person.post, labels.POST, printed.post)):
        if cell is not None:
            sheet.same(cell, label, text, _EDIT)


def _talk(form: Parts, now: Current, view: MinutesView, sheet: Sheet) -> Plain:
    _printed_cells(form, now, view, sheet)
    own = {label: _only(form.single.get(label, []), label, sheet) for label in sorted(parts.OWN)}
    talk: Plain = {
        "时间": _time(own[parts.TIME], now, sheet),
        "地点": sheet.line(own[parts.PLACE], parts.PLACE),
        "记录人": _recorder(own[parts.RECORDER], now, view, sheet),
        "说明主题原因": _explained(own[parts.EXPLAINED], sheet),
        "教育提醒": _reminder(form, sheet),
    }
    return {key: item for key, item in talk.items() if item is not None}


def _printed_cells(form: Parts, now: Current, view: MinutesView, sheet: Sheet) -> None:
    """What is printed and not filled in must say what the record says; the record's id may be written as number."""
    printed = {parts.KIND: view.kind, parts.NUMBER: view.number, parts.TOPIC: view.topic, parts.REASON: view.reason}
    for label, text in printed.items():
        for cell in form.single.get(label, ()):
            if label != parts.NUMBER or plain(cell.text) != plain(now.id):
                sheet.same(cell, label, text, _EDIT)


def _reminder(form: Parts, sheet: Sheet) -> str | None:
    cells = [room.cell for room in form.rooms if room.heading == parts.REMINDER]
    return sheet.text(_only(cells, labels.REMINDER, sheet), labels.REMINDER)


def _only(cells: Sequence[FormCell], label: str, sheet: Sheet) -> FormCell | None:
    """The one cell of a label; where it stands several times, they must not say different things."""
    written = [cell for cell in cells if not cell.empty]
    if len({plain(cell.text) for cell in written}) > 1:
        sheet.fault(written[1], label, f"这一栏出现了几次，和{written[0].place}写得不同；只留一处")
        return None
    if not cells:
        sheet.notes.append(f"表单上没有“{label}”一栏，没有读入")
    return written[0] if written else None


def _time(cell: FormCell | None, now: Current, sheet: Sheet) -> datetime | None:
    """The time as written; to the second as the record has it where it is what was printed."""
    if cell is None:
        return None
    talk = now.record.talk
    unchanged = talk is not None and plain(moment_text(talk.time)) == plain(cell.text)
    moment = talk.time if unchanged and talk is not None else moment_of(cell.text)
    if isinstance(moment, str):
        sheet.fault(cell, parts.TIME, moment)
        return None
    sheet.take(cell, parts.TIME, moment_text(moment))
    return moment


def _recorder(cell: FormCell | None, now: Current, view: MinutesView, sheet: Sheet) -> str | None:
    """The recorder as typed; where it is what was printed, as the record has it."""
    text = sheet.line(cell, parts.RECORDER)
    talk = now.record.talk
    unchanged = text is not None and plain(text) == plain(view.recorder)
    return talk.recorder if unchanged and talk is not None else text


def _explained(cell: FormCell | None, sheet: Sheet) -> bool | None:
    if cell is None:
        return None
    answer = yes_or_no(cell.text)
    if answer is None:
        sheet.fault(cell, parts.EXPLAINED, YES_NO_EXPECTED)
    else:
        sheet.take(cell, parts.EXPLAINED, "是" if answer else "否")
    return answer
