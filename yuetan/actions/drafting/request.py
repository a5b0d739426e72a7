"""What a draft is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from yuetan.actions.plan import Override


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """What a draft is made from. Only kind, subjects, day and token must be given."""

    kind: str
    """情形：名称、简称或代码，如 警示、警示约谈、JS。"""
    subjects: tuple[str, ...]
    """约谈对象：编号，或名册中唯一的姓名；几位即集体谈话。"""
    day: date
    """起草的日期。"""
    token: str
    """编号末尾的五个随机字符，由外面给出。"""
    interviewers: tuple[str, ...] = ()
    """约谈人（主谈）：编号或姓名；不写时，只有一人有权的就是他。"""
    companions: tuple[str, ...] = ()
    """参加约谈的人：编号或姓名。"""
    at: datetime | None = None
    """拟约谈的时间。"""
    place: str | None = None
    """拟约谈的地点。"""
    topic: str | None = None
    """主题，约谈对象会看到。"""
    reason: str | None = None
    """事由，约谈对象会看到。"""
    mode: str | None = None
    """方式：个别谈话或集体谈话；不写时按人数。"""
    collective_reason: str | None = None
    """集体原因。"""
    regulation: str | None = None
    """规范：只在不同于本单位当日的规范时写。"""
    coordinators: tuple[str, ...] = ()
    """联系协调的单位；不写时由规范推定，推定不了的不写。"""
    consulted: str | None = None
    """商请的单位，如 市委组织部。"""
    consulted_on: date | None = None
    """商请的日期；没有就不写，不推定。"""
    arrangement: str | None = None
    """安排依据：市委何时怎样安排的。"""
    need: str | None = None
    """安排依据：为什么工作需要。"""
    note: str | None = None
    """说明：对象不是办法所列的人时，为什么约谈。"""
    source: str | None = None
    """问题来源，如 监督检查。"""
    source_note: str | None = None
    """来源说明：来源为其他时。"""
    whose: tuple[str, ...] = ()
    """问题归属：本人、分管部门、本单位。"""
    gist: str | None = None
    """问题概述；不得有反映人的任何信息。"""
    clue: str | None = None
    """线索编号：不透露任何信息的编号。"""
    new_unit: str | None = None
    """拟任单位。"""
    new_post: str | None = None
    """拟任职务。"""
    new_rank: str | None = None
    """拟任职级，如 副处。"""
    new_managed: bool | None = None
    """拟任职务是否市管。"""
    new_kind: str | None = None
    """任前情形：提拔或调整。"""
    sanction_category: str | None = None
    """处分类别：党纪、政纪或政务。"""
    sanction_decision: str | None = None
    """处分决定，如 党内警告。"""
    sanction_day: date | None = None
    """处分决定的日期。"""
    subject_name: str | None = None
    """任前对象还不在名册中时的姓名。"""
    subject_unit: str | None = None
    """任前对象还不在名册中时的现单位。"""
    subject_post: str | None = None
    """任前对象还不在名册中时的现职务。"""
    override: Override | None = None
    """违反规定的事确已发生、须如实记录时的原因和批准人。"""
