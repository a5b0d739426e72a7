"""stats: the year at a glance in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.views.report.count import Count
    from yuetan.views.report.stats import Stats

_BAR = 30
_FULL, _EMPTY = "█", "░"


def stats(
    ctx: typer.Context,
    *,
    year: Annotated[int | None, typer.Argument(metavar="年度", help="哪一年，默认今年")] = None,
    json: options.Json = False,
) -> None:
    """示例：
    yuetan stats
    yuetan stats 2025 --json
    """
    from yuetan.cli.output import show
    from yuetan.errors import BadInputError
    from yuetan.views.report.stats import stats as counted

    context = Context.of(ctx)
    desk = session.open_desk(context)
    wanted = year if year is not None else context.today.year
    plausible = 1 < wanted <= context.today.year
    found = counted(desk.state, desk.laws, wanted, context.today) if plausible else None
    if found is None:
        raise BadInputError(f"{wanted}年还没有到，或没有可依据的规范", hint="检查年度和 yuetan.yaml 的 规范")
    show(lambda: {"version": 1, **found.as_json()}, _lines(found), json=json)


def _lines(found: Stats) -> Iterator[str]:
    from yuetan.cli.tables import table
    from yuetan.views.report.count import Count

    yield f"{found.year}年廉政约谈，截至 {found.as_of.isoformat()}"
    yield f"合计 {_spoken(found.total)}；上年同期 {_spoken(found.last_year)}"
    yield ""
    yield table(("情形", *Count.page_headings(), "上年同期次", "人次"), [
        [one.situation, *one.now.texts(), str(one.last_year.interviews), str(one.last_year.attendances)]
        for one in found.situations
    ])  # fmt: skip
    yield ""
    most = max((one.interviews for one in found.months), default=0)
    yield table(("月份", "次", "人次", "走势"), [
        [f"{month}月", str(one.interviews), str(one.attendances), bar(one.interviews, most, rest="")]
        for month, one in enumerate(found.months, start=1)
    ])  # fmt: skip
    yield ""
    yield from _coverage(found)
    yield ""
    yield "逾期：" + ("，".join(f"{kind} {number}" for kind, number in found.overdue) or "无")


def _spoken(one: Count) -> str:
    return f"{one.interviews} 次，{one.attendances} 人次"


def _coverage(found: Stats) -> Iterator[str]:
    from yuetan.cli.tables import table

    share = f"{found.done / found.owed:.1%}" if found.owed else "—"
    yield f"年度覆盖：应谈 {found.owed} 人，已谈 {found.done} 人，{share}"
    rows = [
        [row.label, f"{row.done}/{row.owed}", f"{row.share or 0:.0%}", bar(row.done, row.owed)]
        for row in sorted(found.units, key=lambda row: -(row.share or 0))
        if row.owed
    ]
    if rows:
        yield table(("单位", "已谈/应谈", "覆盖率", ""), rows)


def bar(part: int, whole: int, *, rest: str = _EMPTY) -> str:
    """A bar of fixed length; what is not nothing shows at least one step, what is not all leaves one."""
    if whole <= 0:
        return ""
    steps = part * _BAR // whole
    if part and not steps:
        steps = 1
    return _FULL * steps + rest * (_BAR - steps)
