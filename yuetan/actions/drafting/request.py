"""What a draft is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from yuetan.actions.request import Ask, Day, Exemption


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """What a draft is made from. Only kind, subjects, day and token must be given."""

    kind: Annotated[str, Ask("", "情形", "如 警示、警示约谈、JS；用 --from-plan 时不必写", prompt="情形（如 警示）")]
    subjects: Annotated[tuple[str, ...], Ask("--subject", "干部", "约谈对象，编号或唯一的姓名；几位时写多次")]
    """几位即集体谈话。"""
    interviewers: Annotated[
        tuple[str, ...], Ask("--interviewer", "干部", "约谈人；不写时取办法规定的唯一有权的人")
    ] = ()
    companions: Annotated[tuple[str, ...], Ask("--companion", "干部", "参加约谈的人")] = ()
    at: Annotated[datetime | None, Ask("--at", "时间", "拟约谈的时间，如 2026-03-10T09:30")] = None
    place: Annotated[str | None, Ask("--place", "地点", "拟约谈的地点")] = None
    topic: Annotated[str | None, Ask("--topic", "主题", "约谈主题，约谈对象会看到")] = None
    reason: Annotated[str | None, Ask("--reason", "事由", "事由，约谈对象会看到")] = None
    mode: Annotated[str | None, Ask("--mode", "方式", "个别谈话或集体谈话，默认按人数")] = None
    collective_reason: Annotated[str | None, Ask("--collective-reason", "原因", "为什么采取集体谈话")] = None
    source: Annotated[str | None, Ask("--source", "来源", "问题来源，如 监督检查")] = None
    source_note: Annotated[str | None, Ask("--source-note", "说明", "来源为其他时说明")] = None
    whose: Annotated[tuple[str, ...], Ask("--whose", "归属", "谁的问题：本人、分管部门、本单位")] = ()
    gist: Annotated[str | None, Ask("--problem", "概述", "问题概述，不得有反映人的信息")] = None
    clue: Annotated[str | None, Ask("--clue", "编号", "不透露任何信息的线索编号")] = None
    new_unit: Annotated[str | None, Ask("--new-unit", "单位", "拟任单位")] = None
    new_post: Annotated[str | None, Ask("--new-post", "职务", "拟任职务")] = None
    new_rank: Annotated[str | None, Ask("--new-rank", "职级", "拟任职级，如 副处")] = None
    new_managed: Annotated[bool | None, Ask("--new-managed/--new-not-managed", "", "拟任职务是否市管")] = None
    new_kind: Annotated[str | None, Ask("--new-kind", "情形", "提拔或调整")] = None
    sanction_decision: Annotated[str | None, Ask("--sanction", "决定", "处分决定，如 党内警告")] = None
    sanction_category: Annotated[str | None, Ask("--sanction-category", "类别", "党纪、政纪或政务")] = None
    sanction_day: Annotated[date | None, Ask("--sanction-on", "日期", "处分决定的日期")] = None
    coordinators: Annotated[tuple[str, ...], Ask("--coordinator", "单位", "联系协调的单位，默认由办法推定")] = ()
    """推定不了的不写。"""
    consulted: Annotated[str | None, Ask("--consulted", "单位", "商请的组织（人事）部门，如 市委组织部")] = None
    consulted_on: Annotated[date | None, Ask("--consulted-on", "日期", "商请的日期")] = None
    """没有就不写，不推定。"""
    arrangement: Annotated[str | None, Ask("--arrangement", "依据", "安排依据：市委何时怎样安排的")] = None
    need: Annotated[str | None, Ask("--need", "依据", "安排依据：为什么工作需要")] = None
    note: Annotated[str | None, Ask("--note", "说明", "对象不是办法所列的人时，为什么约谈")] = None
    subject_name: Annotated[str | None, Ask("--subject-name", "姓名", "任职前的对象不在名册中时的姓名")] = None
    subject_unit: Annotated[str | None, Ask("--subject-unit", "单位", "任职前的对象不在名册中时的现单位")] = None
    subject_post: Annotated[str | None, Ask("--subject-post", "职务", "任职前的对象不在名册中时的现职务")] = None
    regulation: Annotated[str | None, Ask("--regulation", "规范", "依据的规范，默认为本单位当日的规范")] = None
    day: Day
    """起草的日期。"""
    token: str
    """编号末尾的五个随机字符，由外面给出。"""
    override: Exemption = None
