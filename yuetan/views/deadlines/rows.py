"""Deadlines laid out: lines for the page (what belongs together as one), rows for the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.regulation.deadline import short_day_text
from yuetan.views.deadlines.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yuetan.views.deadlines.values import DueItem

_NAMED = 3
UNSETTLED = "暂定"


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
        return "|".join((*one.common, one.unit or "" if one.kind is Kind.DAILY else ""))

    @property
    def whose(self) -> str:
        """``市财政局 吴己巳``; several by their number."""
        one = self.first
        names = list(dict.fromkeys(item.name or item.unit_name for item in self.items))
        listed = "、".join(names) if len(names) <= _NAMED else f"{'、'.join(names[:_NAMED])}等"
        count = "个单位" if one.kind is Kind.REPORT else "人"
        many = f"{len(names)}{count}：{listed}" if len(names) > 1 else listed
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

    def cells(self) -> tuple[str, ...]:
        """期限, 还有几天, 要做的事, 谁."""
        return (self.day, self.first.left, self.first.what, self.whose)

    @property
    def below(self) -> str:
        """What stands under the line: which interview or period, the provision, the command."""
        one = self.first
        return "　".join(part for part in (one.id, one.provision, self.command) if part)

    @property
    def command(self) -> str:
        """The one command that settles all, else the one that shows them one by one."""
        return _common(self.items)


HEADINGS = ("期限", "还有几天", "要做的事", "谁")


def grouped(items: Iterable[DueItem]) -> tuple[DueGroup, ...]:
    """What belongs together as one, in the items' order."""
    found: dict[tuple[object, ...], list[DueItem]] = {}
    for one in items:
        unit = one.unit if one.kind is Kind.DAILY else None
        found.setdefault((one.due, *one.common, unit), []).append(one)
    return tuple(DueGroup(tuple(rows)) for rows in found.values())


def table_rows(items: Iterable[DueItem]) -> tuple[tuple[str | int | date | None, ...], ...]:
    """A row an item for the workbook."""
    return tuple(
        (
            one.kind.words, one.unit_name, one.name, one.id or "", one.what, one.due, one.workday or UNSETTLED,
            one.left, one.provision or "", one.trace, one.command,
        )
        for one in items
    )  # fmt: skip


def unit_rows(items: Iterable[DueItem]) -> tuple[tuple[str | int | date | None, ...], ...]:
    """How many of each unit the year's interview is still owed to."""
    daily = [one for one in items if one.kind is Kind.DAILY]
    units = dict.fromkeys(one.unit_name for one in daily)
    return tuple((unit, sum(one.unit_name == unit for one in daily), daily[0].due) for unit in units)


def _common(items: tuple[DueItem, ...]) -> str:
    """One command for all where there is one; else how to see them one by one."""
    commands = dict.fromkeys(one.command for one in items)
    first = items[0]
    if len(commands) == 1:
        return first.command
    if first.kind is Kind.DAILY:
        return f"yuetan due --kind {first.kind.value} --unit {first.unit}"
    return f"yuetan show {first.id}"
