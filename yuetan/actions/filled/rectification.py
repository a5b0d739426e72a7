"""整改落实情况报告 as it came back in: whose it is, when it was formed, its rows; the rest are options of rectify."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.filled import parts
from yuetan.actions.filled.answers import Sheet, pairs
from yuetan.actions.filled.values import DAY_EXPECTED, day_of
from yuetan.views import form_labels as labels
from yuetan.views.form_cells import is_blank, plain, plain_text
from yuetan.views.official_text import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.actions.filled.answers import Answers
    from yuetan.model.interview import Subject
    from yuetan.views.form_cells import Form, FormCell, FormRow

_REPORTER, _TALK_DAY = plain(labels.REPORTER), plain(labels.TALK_DAY)
_OTHER, _SIGNS, _HEAD = plain(labels.OTHER), plain(labels.REPORTER_SIGNS), plain(labels.HEAD_SIGNS)
_SINGLE = frozenset({_REPORTER, parts.UNIT, parts.POST, _TALK_DAY, parts.TOPIC, _OTHER})
_MEASURES = tuple(plain(heading) for heading in labels.MEASURES)
_NUMBER, _PROBLEM, _MEASURE = _MEASURES[0], _MEASURES[1], _MEASURES[3]
_LEAST_HEADINGS = 4
_NOT_THE_FORM = (
    "这不是整改落实情况报告：没有找到“报告人”“问题”等各栏；"
    "请读入 yuetan render ID 整改落实情况报告 --blank 生成后填好的表单"
)


@dataclass(frozen=True, slots=True)
class ReportAnswers:
    """What a report says: subject, document, day, rows and remark; and how its cells were understood."""

    subject: str | None
    document: str | None
    formed: date | None
    measures: tuple[Mapping[str, str], ...]
    remark: str | None
    cells: Answers


def rectify_answers(form: Form, now: Current, subject: str | None = None) -> ReportAnswers:
    """What the report says of this record; `subject` is whom the command names, else the reporter is looked for."""
    sheet = Sheet()
    single = _single(form)
    measures = _measures(form, sheet)
    if _REPORTER not in single and measures is None:
        sheet.fault(None, "表单", _NOT_THE_FORM)
        return ReportAnswers(None, None, None, (), None, sheet.answers({}))
    whose = _reporter(single, now, subject, sheet)
    _same_interview(single, now, sheet)
    remark = sheet.text(other, _OTHER) if (other := single.get(_OTHER)) is not None else None
    formed = _formed(form, sheet)
    document = _document(form, now)
    if document is not None:
        sheet.notes.append(f"文书：{document}")
    if not measures:
        sheet.notes.append("整改情况一行也没有填")
    return ReportAnswers(whose, document, formed, tuple(measures or ()), remark, sheet.answers({}))


def _single(form: Form) -> dict[str, FormCell]:
    """The cells beside the printed labels, the first of each."""
    found: dict[str, FormCell] = {}
    for row in form.rows:
        if len(row.cells) > 1 and not _is_header(row):
            for label, cell in pairs(row, _SINGLE):
                if cell is not None:
                    found.setdefault(label, cell)
    return found


def _reporter(single: Mapping[str, FormCell], now: Current, named: str | None, sheet: Sheet) -> str | None:
    """The id of the subject whose report it is."""
    cell = single.get(_REPORTER)
    wanted = [one for one in now.record.subjects if named is None or named in {one.id, one.name}]
    same = _called(wanted, plain_text(cell), plain_text(single.get(parts.UNIT)))
    if len(same) == 1 and cell is not None:
        sheet.take(cell, labels.REPORTER, _who(same[0]))
        return same[0].id
    sheet.fault(cell, labels.REPORTER, f"应是约谈对象{'、'.join(map(_who, wanted))}；有重名的用 --subject 编号 指明")
    return None


def _called(people: list[Subject], name: str, unit: str) -> list[Subject]:
    """Those of this name; of several those of this unit."""
    same = [one for one in people if plain(one.name or one.id) == name]
    return same if len(same) <= 1 else [one for one in same if plain(one.unit or "") == unit]


def _who(one: Subject) -> str:
    return f"{one.name}（{one.id}）" if one.name else one.id


def _same_interview(single: Mapping[str, FormCell], now: Current, sheet: Sheet) -> None:
    """The day of the talk is printed: another day is another interview's report."""
    cell, talk = single.get(_TALK_DAY), now.record.talk
    if cell is None or cell.empty or talk is None:
        return
    day = day_of(cell.text)
    if day != talk.time.date():
        wrong = day if isinstance(day, str) else "这像是另一次约谈的报告"
        sheet.fault(cell, labels.TALK_DAY, f"档案中是“{day_text(talk.time.date())}”；{wrong}")


def _formed(form: Form, sheet: Sheet) -> date | None:
    """The day beside the reporter's signature."""
    for row in form.rows:
        labelled = [place for place, cell in enumerate(row.cells) if cell.label == _SIGNS]
        if labelled:
            return _signed_day(row.cells[labelled[0] + 1 :], sheet)
    sheet.notes.append(f"表单上没有“{_SIGNS}”一栏，没有读入形成日期")
    return None


def _signed_day(cells: tuple[FormCell, ...], sheet: Sheet) -> date | None:
    written = [(cell, day_of(cell.text)) for cell in cells if not is_blank(cell.text)]
    for cell, day in written:
        if not isinstance(day, str):
            sheet.take(cell, "形成日期", day_text(day))
            return day
    if written and (len(cells) == 1 or written[-1][0] is cells[-1]):
        cell, wrong = written[-1]
        sheet.fault(cell, "形成日期", str(wrong) if any(sign.isdigit() for sign in cell.text) else DAY_EXPECTED)
    else:
        sheet.notes.append("报告人签字后没有写日期，形成日期没有读入；可用 --formed 写明")
    return None


def _document(form: Form, now: Current) -> str | None:
    """The document that the title names, where the situation knows several."""
    known = [row.document for row in now.situation.follow_ups] if now.situation is not None else []
    titles = {plain(text) for text in form.paragraphs}
    found = [name for name in known if plain(name) in titles]
    return found[0] if len(known) > 1 and found else None


def _is_header(row: FormRow) -> bool:
    return len({cell.label for cell in row.cells} & set(_MEASURES)) >= _LEAST_HEADINGS


def _measures(form: Form, sheet: Sheet) -> list[Mapping[str, str]] | None:
    """The rows that were filled in; None where the form has no such table."""
    header: FormRow | None = None
    found: list[Mapping[str, str]] = []
    for row in form.rows:
        if _is_header(row):
            header = row
        elif header is not None and row.table == header.table:
            found.append(_row(row, header, sheet))
    return [given for given in found if given] if header is not None else None


def _row(row: FormRow, header: FormRow, sheet: Sheet) -> dict[str, str]:
    """What a row says under each heading; several cells under one are put together."""
    given: dict[str, str] = {}
    for cell in row.cells:
        heading = _heading(cell, header)
        text = sheet.text(cell, heading) if heading != _NUMBER else None
        if text is not None:
            given[heading] = f"{given[heading]}\n{text}" if heading in given else text
    lacking = next((heading for heading in (_PROBLEM, _MEASURE) if heading not in given), None)
    if given and lacking is not None:
        sheet.notes.append(f"第{row.table}个表格第{row.number}行没有写{lacking}")
    return given


def _heading(cell: FormCell, header: FormRow) -> str:
    """The heading that a cell stands under; that of the numbers where it stands under none."""
    heads = (head for head in header.cells if head.label in _MEASURES and head.column <= cell.column)
    above = max(heads, key=lambda head: head.column, default=None)
    return above.label if above is not None else _NUMBER
