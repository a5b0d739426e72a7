"""次 and 人次, never mixed: interviews with at least one subject present, and subjects present over interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Mode
from yuetan.views.table import Row, column, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.views.report.facts import Attended


@row
class Count(Row):
    """次, 人次, and how many of the 次 were 个别谈话 and 集体谈话."""

    interviews: int = column("次")
    attendances: int = column("人次")
    individual: int = column("个别")
    collective: int = column("集体")


def count(facts: Iterable[Attended]) -> Count:
    """Whoever was absent is not counted; a collective interview is one 次 however many came."""
    present = {(one.id, one.subject): one for one in facts if one.present}
    modes = {one.id: one.mode for one in present.values()}
    collective = sum(mode == Mode.COLLECTIVE for mode in modes.values())
    return Count(
        interviews=len(modes),
        attendances=len(present),
        individual=len(modes) - collective,
        collective=collective,
    )


def by_situation(facts: tuple[Attended, ...], situations: tuple[str, ...]) -> tuple[Count, ...]:
    """A count a situation, in their order."""
    sorted_out: dict[str, list[Attended]] = {name: [] for name in situations}
    for one in facts:
        sorted_out.setdefault(one.kind, []).append(one)
    return tuple(count(sorted_out[name]) for name in situations)
