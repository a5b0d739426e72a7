"""第八条第（二）项: a subject's breach that is recorded has its handling (B8.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.rules.person import person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.finding import Path
    from yuetan.model.interview import Misconduct, Subject
    from yuetan.regulation.profile import Profile


def misconduct_handled(case: Case) -> Iterator[Breach]:
    """记下的违反（隐瞒、编造、歪曲事实、回避问题；涉及信访举报的，还有追查反映人、打击报复）都有处理。

    处理是批评教育、组织处理、纪律处分中的一种或几种。追查反映人、打击报复只在问题来自信访举报时才有。

    合格：
    ```yaml
    约谈对象: [{违纪: [{行为: 回避问题, 日期: 2026-03-10, 处理: [批评教育]}]}]
    ```
    不合格：
    ```yaml
    约谈对象: [{违纪: [{行为: 回避问题, 日期: 2026-03-10}]}]
    ```
    """
    for index, subject in enumerate(case.record.subjects):
        for row, act in enumerate(subject.misconduct):
            path = ("约谈对象", index, "违纪", row)
            yield from _handled(case.law.profile, path, subject, act)
            if _is_of_complaints(case.law.profile, act) and not _is_complained_of(case, subject):
                message = f"“{act.act}”只在问题来自信访举报时才有；现在的来源不是，请核对来源或行为"
                yield Breach((*path, "行为"), message)


def _handled(profile: Profile, path: Path, subject: Subject, act: Misconduct) -> Iterator[Breach]:
    if set(profile.handlings).isdisjoint(act.handling):
        ways = "、".join(profile.handlings)
        yield Breach(path, f"{person_text(subject)}有“{act.act}”，没有写处理（{ways}）")


def _is_of_complaints(profile: Profile, act: Misconduct) -> bool:
    return act.act in profile.complaint_misconduct and act.act not in profile.misconduct


def _is_complained_of(case: Case, subject: Subject) -> bool:
    """Whether the problem came from a complaint; of an unknown situation nothing is said here (S2 does)."""
    source = subject.problem.source if subject.problem is not None else None
    return case.situation is None or source in case.situation.complaint_sources


RULES: tuple[RecordRule, ...] = (RecordRule("B8.2", "违纪有处理", Level.ERROR, misconduct_handled),)
