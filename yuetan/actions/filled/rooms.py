"""What was said, as the form has it: each room for text with whose it is and which item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.actions.filled.parts import REMINDER
from yuetan.codec.plain import block
from yuetan.views import form_labels as labels
from yuetan.views.form_cells import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.actions.current import Current
    from yuetan.actions.filled.answers import Sheet
    from yuetan.actions.filled.parts import Parts, Room
    from yuetan.codec.plain import Plain
    from yuetan.views.papers.minutes import MinutesView


def headings_of(view: MinutesView) -> dict[str, str]:
    """The headings of the rooms for text, by how they are compared: as they are shown."""
    own = [labels.statement_heading(one.name, row.item) for one in view.subjects for row in one.statements]
    return {plain(text): text for text in (*own, labels.REMINDER)}


def statements(parts: Parts, now: Current, subjects: list[Plain], headings: Mapping[str, str], sheet: Sheet) -> None:
    """What each subject said, into that subject's row; of two with one name, the first room is the first one's."""
    without = {one.id for one in now.record.subjects if one.present is False}
    seen: dict[tuple[str, str], int] = {}
    for room in parts.rooms:
        if room.heading == REMINDER:
            continue
        heading = headings[room.heading]
        name, _, item = heading.partition("：")
        owners = [row for row in subjects if row["姓名"] == name and row["编号"] not in without]
        place = seen.get((name, item), 0)
        seen[name, item] = place + 1
        _one_statement(room, owners[place] if place < len(owners) else None, item, sheet)


def _one_statement(room: Room, owner: Plain | None, item: str, sheet: Sheet) -> None:
    heading = room.heading
    if owner is None:
        if not room.cell.empty:
            sheet.fault(room.cell, heading, "这一栏出现的次数多于人数；只留一处")
        return
    text = sheet.text(room.cell, heading)
    if text is None:
        return
    if not owner["到场"]:
        sheet.fault(room.cell, heading, f"姓名后写着缺席，却有陈述；到场的删去{labels.ABSENT}，缺席的删去陈述")
    owner["陈述"] = {**block(owner, "陈述"), item: text}


def rest(parts: Parts, now: Current, subjects: list[Plain], headings: Mapping[str, str], sheet: Sheet) -> None:
    """What stands on the form and belongs to nothing; rooms that the form has lost."""
    known = "、".join(text for text in headings.values() if text != labels.REMINDER)
    for cell in parts.strange:
        sheet.fault(cell, "标题", f"不是表单原有的标题；应为：{known}")
    for cell in parts.unknown:
        sheet.notes.append(f"{cell.place}不是表单原有的一栏，没有读入：{' '.join(cell.text.split())[:40]}")
    there = {room.heading for room in parts.rooms}
    lost = [text for label, text in headings.items() if label not in there]
    printed = _printed(now, subjects)
    for heading in (text for text in lost if text in printed):
        sheet.fault(None, heading, "没有找到这一栏的标题；标题不要改，没有说的把下面一格留空")


def _printed(now: Current, subjects: list[Plain]) -> set[str]:
    """The headings that stand on every form of the record: of those who were there, of all until some are recorded."""
    here = {row["编号"] for row in subjects if row["到场"]}
    asked = tuple(now.situation.statements) if now.situation is not None else ()
    present = [one for one in now.record.subjects if one.id in here]
    return {labels.statement_heading(one.name or one.id, item) for one in present for item in one.statements or asked}
