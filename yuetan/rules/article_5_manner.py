"""第五条: with whom a 任前约谈 is agreed, and whether an interview is individual or collective (B5.6, B5.m)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import Mode
from yuetan.regulation.coordination import body_text, is_body
from yuetan.rules.person import is_blank
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def agreed_beforehand(case: Case) -> Iterator[Breach]:
    """任前约谈由市纪委商市委组织部进行：协调中写明商请了市委组织部，日期不晚于约谈日。

    合格：
    ```yaml
    类型: 任前约谈
    协调: [{商请: {单位: 市委组织部, 日期: 2026-03-10}}]   # 约谈当日
    ```
    不合格：
    ```yaml
    类型: 任前约谈
    协调: [{商请: {单位: 市委组织部, 日期: 2026-03-11}}]   # 约谈次日
    ```
    """
    wanted = case.situation.consulted if case.situation is not None else None
    if wanted is None:
        return
    rows = _consultations(case, wanted)
    days = [(index, day) for index, day in rows if day is not None]
    if any(day <= case.day for _, day in days):
        return
    name = body_text(case.law, wanted, case.day)
    if days:
        yield _too_late(case, name, *days[0])
    elif case.under_way:
        path = ("协调", rows[0][0], "商请", "日期") if rows else ("协调",)
        missing = f"没有写商{name}的日期" if rows else f"没有写商{name}（协调 中的 商请）"
        yield Breach(path, f"{missing}；本情形须商{name}进行")


def _too_late(case: Case, name: str, index: int, day: date) -> Breach:
    late = f"商{name}的日期 {day.isoformat()} 在约谈日 {case.day.isoformat()} 之后"
    return Breach(("协调", index, "商请", "日期"), f"{late}；须在约谈之前（含当日）")


def _consultations(case: Case, wanted: str) -> tuple[tuple[int, date | None], ...]:
    """Where the body was consulted, and on what day."""
    rows = ((index, row.consulted) for index, row in enumerate(case.record.coordination))
    return tuple(
        (index, row.day)
        for index, row in rows
        if row is not None and is_body(case.law, wanted, row.unit, case.roster, case.day)
    )


def one_or_several(case: Case) -> Iterator[Breach]:
    """个别谈话只有一名对象，集体谈话不止一名；集体谈话没有写集体原因的，作警告（约谈一般个别进行）。

    合格：
    ```yaml
    方式: 个别谈话
    ```
    不合格：
    ```yaml
    方式: 集体谈话   # 只有一名对象
    ```
    """
    count, mode = len(case.record.subjects), case.record.mode
    if mode == Mode.INDIVIDUAL and count != 1:
        yield Breach(("方式",), f"个别谈话应只有一名约谈对象，现有{count}名；几人一起谈的写“{Mode.COLLECTIVE}”")
    elif mode is None and count > 1:
        yield Breach(("约谈对象",), f"有{count}名约谈对象，没有写方式；几人一起谈的写“方式: {Mode.COLLECTIVE}”")
    elif mode == Mode.COLLECTIVE:
        yield from _collective(case, count)


def _collective(case: Case, count: int) -> Iterator[Breach]:
    if count <= 1:
        yield Breach(("方式",), f"集体谈话应有几名约谈对象，现有{count}名；一人的写“{Mode.INDIVIDUAL}”")
    elif is_blank(case.record.collective_reason):
        yield Breach(("方式",), "集体谈话没有写集体原因；约谈一般个别进行", Level.WARNING)


RULES: tuple[RecordRule, ...] = (
    RecordRule("B5.6", "任前约谈商组织部门", Level.ERROR, agreed_beforehand),
    RecordRule("B5.m", "个别谈话与集体谈话", Level.ERROR, one_or_several),
)
