"""Deadlines laid out for the page, what belongs together as one; and the year's interviews counted by unit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.regulation.deadline import short_day_text
from yuetan.views.deadlines.due_item import UNSETTLED, DueKind
from yuetan.views.table import Row, column, row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yuetan.views.deadlines.due_item import DueItem

_NAMED = 3


@row
class DueLine(Row):
    """A line of the page."""

    day: str = column("期限")
    left: str = column("还有几天")
    what: str = column("要做的事")
    whose: str = column("谁")


@row
class UnitDue(Row):
    """How many of a unit the year's interview is still owed to, and until when."""

    unit: str = column("单位")
    people: int = column("尚未约谈人数")
    due: date = column("期限")


@dataclass(frozen=True, slots=True)
class DueGroup:
    """Deadlines of one kind, day and record (of the year's interviews: of one unit; of reports: of one period)."""

    items: tuple[DueItem, ...]

    @property
    def first(self) -> DueItem:
        """The one that stands for all: they share kind, day and sum."""
        return self.items[0]

    @property
    def key(self) -> str:
        """What names the group for as long as the deadline is the same one, whoever of it has met it."""
        one = self.first
        return "|".join((*one.common, one.unit or "" if one.kind is DueKind.DAILY else ""))

    @property
    def names(self) -> tuple[str, ...]:
        """Each person's name, each unit's where no person is meant."""
        return tuple(dict.fromkeys(item.name or item.unit_name for item in self.items))

    @property
    def whose(self) -> str:
        """``市财政局 吴己巳``; several by their number."""
        one, names = self.first, self.names
        many = names[0]
        if len(names) > 1:
            more = "等" if len(names) > _NAMED else ""
            count = "个单位" if one.kind is DueKind.REPORT else "人"
            many = f"{len(names)}{count}：{'、'.join(names[:_NAMED])}{more}"
        return f"{one.unit_name} {many}" if one.name and one.unit_name else many

    @property
    def day(self) -> str:
        """``6月27日（工作日 6月26日）``; 暂定 where it is not settled."""
        one = self.first
        if one.provisional:
            return f"{short_day_text(one.due)}（{UNSETTLED}）"
        if one.workday is None:
            return f"{short_day_text(one.due)}（工作日{UNSETTLED}）"
        return (
            short_day_text(one.due)
            if one.workday == one.due
            else f"{short_day_text(one.due)}（工作日 {short_day_text(one.workday)}）"
        )

    @property
    def line(self) -> DueLine:
        """The group on the page."""
        return DueLine(day=self.day, left=self.first.left, what=self.first.what, whose=self.whose)

    @property
    def below(self) -> str:
        """What stands under the line: which interview or period, the provision, the command."""
        one = self.first
        return "　".join(part for part in (one.id, one.provision, self.command) if part)

    @property
    def command(self) -> str:
        """The one command that settles all, else the one that shows them one by one."""
        one = self.first
        if all(item.command == one.command for item in self.items):
            return one.command
        if one.kind is DueKind.DAILY:
            return f"yuetan due --kind {one.kind.value} --unit {one.unit}"
        return f"yuetan show {one.id}"


def grouped(items: Iterable[DueItem]) -> tuple[DueGroup, ...]:
    """What belongs together as one, in the items' order."""
    found: dict[tuple[object, ...], list[DueItem]] = {}
    for one in items:
        unit = one.unit if one.kind is DueKind.DAILY else None
        found.setdefault((one.due, *one.common, unit), []).append(one)
    return tuple(DueGroup(tuple(rows)) for rows in found.values())


def by_unit(items: Iterable[DueItem]) -> tuple[UnitDue, ...]:
    """How many of each unit the year's interview is still owed to."""
    daily = [one for one in items if one.kind is DueKind.DAILY]
    people = Counter(one.unit_name for one in daily)
    return tuple(UnitDue(unit=unit, people=count, due=daily[0].due) for unit, count in people.items())
