"""采用: a paper that was touched up in another program and issued so; its digest is kept beside those we made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.step import Occasion, begin, plan_of
from yuetan.codec import plain
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.codec.plain import Plain


_ALLOWED = tuple(stage for stage in Stage if stage is not Stage.CANCELLED)
_OCCASION = Occasion("采用文书", _ALLOWED, {}, "采用日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptRequest:
    """Which paper was issued as it is in hand."""

    id: str
    """约谈的完整编号。"""
    kind: str
    """文书种类，如 约谈通知书。"""
    digest: str
    """文件各部分的 SHA-256 摘要。"""
    day: date
    """采用的日期。"""
    subject: str | None = None
    """给谁的文书。"""


def adopt(setting: Setting, request: AdoptRequest) -> Plan | Refusal:
    """The plan that records the digest of a paper touched up elsewhere."""
    now = begin(setting, request.id, _OCCASION, request.day)
    if isinstance(now, Refusal):
        return now
    refusal = _known(now, request)
    if refusal is not None:
        return refusal
    value = now.value()
    row: Plain = {
        "种类": request.kind,
        "日期": request.day,
        "摘要": request.digest,
        "对象": request.subject,
        "采用": True,
    }
    value["文书"] = [*plain.items(value, "文书"), {name: item for name, item in row.items() if item is not None}]
    return plan_of(
        setting,
        now,
        value,
        action="adopt",
        day=request.day,
        subject=f"采用 {now.id}：{request.kind}",
    )


def _known(now: Current, request: AdoptRequest) -> Refusal | None:
    """A refusal where the paper is on record already, or none of its kind was ever issued."""
    known = next((paper for paper in now.record.papers if paper.digest == request.digest), None)
    if known is not None:
        day = f"（{known.day.isoformat()}）" if known.day is not None else ""
        return Refusal(f"这份{known.kind}已经登记过{day}", hint=f"用 yuetan show {now.id} 查看 文书")
    if all(paper.kind != request.kind for paper in now.record.papers):
        return Refusal(f"{now.id} 没有出具过{request.kind}", hint="先由 yuetan 生成，再采用改过的")
    return None
