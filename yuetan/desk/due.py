"""Deadlines at the desk: what is due, as a calendar of other programs and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.errors import BadInputError
from yuetan.views.deadlines.due import deadlines, filtered
from yuetan.views.deadlines.due_item import DueItem, DueKind
from yuetan.views.deadlines.groups import UnitDue, by_unit, grouped
from yuetan.views.table import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yuetan.desk.load import Desk
    from yuetan.views.deadlines.due import DueFilter
    from yuetan.views.deadlines.groups import DueGroup

_ALARM_DAYS = {DueKind.INTERVIEW: 0, DueKind.DAILY: 30, DueKind.REPORT: 7}


def due(desk: Desk, wanted: DueFilter) -> tuple[DueItem, ...]:
    """The deadlines asked for."""
    return filtered(desk.state, deadlines(desk.state, desk.laws, desk.today), wanted)


def kind_of(word: str | None) -> DueKind | None:
    """The kind by its code or Chinese word; BadInputError for another."""
    if word is None:
        return None
    found = next((kind for kind in DueKind if word.strip().casefold() in (kind.value, kind.chinese)), None)
    if found is None:
        known = "、".join(f"{kind.value}（{kind.chinese}）" for kind in DueKind)
        raise BadInputError(f"没有“{word}”这种期限", hint=f"可用：{known}")
    return found


def check_filter(desk: Desk, wanted: DueFilter) -> None:
    """BadInputError where a unit or a person of the filter is not in the roster at any time."""
    roster = desk.state.roster
    names = {word for unit in roster.units for word in (unit.code, *(era.name for era in unit.eras))}
    if wanted.unit is not None and wanted.unit not in names:
        raise BadInputError(f"名册里没有单位“{wanted.unit}”", hint="用 yuetan roster list 查看单位编码和名称")
    people = {word for person in roster.people() for word in (person, roster.name(person))}
    if wanted.interviewer is not None and wanted.interviewer not in people:
        raise BadInputError(f"名册里没有“{wanted.interviewer}”", hint="用 yuetan roster list 查看编号和姓名")


def calendar_file(desk: Desk, items: Sequence[DueItem], *, names: bool) -> bytes:
    """The deadlines as an .ics; without `names` no title and no text names a person."""
    from yuetan.archive import git
    from yuetan.desk.office import commit_time, office_text
    from yuetan.reports.ics import Event, calendar

    count = git.run(desk.store.top, "rev-list", "--count", desk.head).decode().strip() if desk.head else "0"
    events = [
        Event(
            group.key,
            group.first.due,
            _title(group, names),
            _about(group, names),
            group.first.kind.chinese,
            _alarm(group),
        )
        for group in grouped(items)
    ]
    title = f"{office_text(desk)}约谈期限"
    return calendar(title, desk.state.office.unit, events, commit_time(desk), int(count))


def workbook(desk: Desk, items: Sequence[DueItem]) -> bytes:
    """The deadlines as an .xlsx."""
    from yuetan.desk.office import commit_time, office_text
    from yuetan.reports.due_book import due_book

    tables = (table_of(DueItem, items), table_of(UnitDue, by_unit(items)))
    return due_book(office_text(desk), desk.today, tables, commit_time(desk))


def _alarm(group: DueGroup) -> int:
    """Days before: the kind's own, and early enough for the last working day where that comes before the day."""
    one = group.first
    before = (one.due - one.workday).days if one.workday is not None else 0
    return max(_ALARM_DAYS.get(one.kind, 1), before)


def _title(group: DueGroup, names: bool) -> str:
    one = group.first
    if names:
        return f"{one.what}：{group.whose}"
    if one.kind is DueKind.REPORT:
        return f"{one.what}：{len(group.items)}个单位"
    return (
        f"{one.what}：{one.unit_name}{len(group.items)}人" if one.kind is DueKind.DAILY else f"{one.what}（{one.id}）"
    )


def _about(group: DueGroup, names: bool) -> str:
    one = group.first
    lines = [f"期限：{group.day}", one.trace]
    if one.provision:
        lines.append(f"依据：{one.provision}")
    if names:
        lines += ["、".join(group.names)]
    command = group.command if names else group.command.partition(" --subject")[0]
    return "\n".join([*lines, f"命令：{command}"])
