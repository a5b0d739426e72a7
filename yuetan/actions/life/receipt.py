"""签收: the day on which a notice was signed for; from then on it counts as served."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.plan import Plan, Refusal, Setting
from yuetan.actions.request import Ask, Day, Exemption, RecordId
from yuetan.actions.step import Occasion, begin, plan_of
from yuetan.codec import plain
from yuetan.finding import Finding, Level
from yuetan.model.choices import Way
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.model.talk import Notice

_ALLOWED = (Stage.NOTIFIED, Stage.POSTPONED, Stage.HELD, Stage.RECTIFICATION_DUE, Stage.RECTIFIED)
_INSTEAD = dict.fromkeys((Stage.DRAFTED, Stage.APPROVED), "还没有通知，先用 yuetan notify ID") | {
    Stage.CLOSED: "已办结的只能用 yuetan amend ID --set 路径=值 --why 原因 更正"
}
_OCCASION = Occasion("登记签收", _ALLOWED, _INSTEAD, "签收日期")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRequest:
    """Which notice was signed for, and when."""

    id: RecordId
    number: Annotated[str | None, Ask("--number", "文号", "哪个文号的通知")] = None
    subject: Annotated[str | None, Ask("--subject", "干部", "给哪位对象的通知")] = None
    everyone: Annotated[bool, Ask("--all", "", "几份未签收的通知都在这一天签收")] = False
    day: Day
    override: Exemption = None


def receipt(setting: Setting, request: ReceiptRequest) -> Plan | Refusal:
    """The plan that records 签收 on the notice meant."""
    now = begin(setting, request.id, _OCCASION, request.day)
    if isinstance(now, Refusal):
        return now
    chosen = _chosen(now, request)
    if isinstance(chosen, Refusal):
        return chosen
    value = now.value()
    for index in chosen:
        notice = now.record.notices[index]
        if request.day < notice.day and request.override is None:
            return _before_notice(now, request.day, index, notice)
        plain.rows(value, "通知")[index]["签收"] = request.day
    return plan_of(
        setting,
        now,
        value,
        action="receipt",
        day=request.day,
        subject=f"签收 {now.id}：{'、'.join(dict.fromkeys(_which(now.record.notices[i]) for i in chosen))}",
        override=request.override,
    )


def _chosen(now: Current, request: ReceiptRequest) -> tuple[int, ...] | Refusal:
    """The notices meant: those not signed for yet, narrowed by number and subject."""
    rows = _meant(now, request)
    if isinstance(rows, Refusal):
        return rows
    last = {found[0] for one in now.record.subjects if (found := now.record.last_notice(one.id)) is not None}
    open_ones = [(index, notice) for index, notice in rows if notice.signed is None]
    unsigned = tuple(index for index, _ in open_ones if index in last)
    if not unsigned:
        return _none_open(now, rows[-1][0], [_which(notice) for _, notice in open_ones])
    if len(unsigned) > 1 and not request.everyone:
        listed = "；".join(_line(now, now.record.notices[index]) for index in unsigned)
        return Refusal(f"有 {len(unsigned)} 份通知未签收，须指明哪一份：{listed}", hint="用 --subject 指明，或用 --all")
    return unsigned


def _meant(now: Current, request: ReceiptRequest) -> list[tuple[int, Notice]] | Refusal:
    """The written notices of this number and to this subject, where one or the other is told."""
    found = now.subject(request.subject) if request.subject is not None else None
    if isinstance(found, Refusal):
        return found
    rows = [
        (index, notice)
        for index, notice in enumerate(now.record.notices)
        if request.number in (None, notice.number) and (found is None or found[1].id in notice.subjects)
    ]
    if not rows:
        return Refusal(f"{now.id} 没有这样的通知", hint=f"用 yuetan show {now.id} 查看各次通知")
    written = [(index, notice) for index, notice in rows if notice.way != Way.TELEPHONE]
    return written or Refusal("电话通知没有签收可登记", hint=f"书面通知用 yuetan notify {now.id} --by 书面")


def _none_open(now: Current, last: int, replaced: list[str]) -> Refusal:
    """Why nothing is left to be signed for: each is replaced by a later notice, or signed."""
    if replaced:
        return Refusal(
            f"{now.id} 的{'、'.join(replaced)}已由后来的通知取代，不再登记签收",
            hint=f"用 yuetan show {now.id} 查看各次通知",
        )
    return Refusal(
        f"{now.id} 的通知都已签收",
        hint=f"签收日期登记错了的，用 yuetan edit {now.id} --set 通知[{last}].签收=… 修改",
    )


def _before_notice(now: Current, day: date, index: int, notice: Notice) -> Refusal:
    message = f"签收 {day.isoformat()} 早于通知 {notice.day.isoformat()}"
    finding = Finding("S6", Level.ERROR, None, now.stored.file, ("通知", index), message)
    return Refusal(f"{message}，次序不对", (finding,), hint=f"检查 --date，应不早于 {notice.day.isoformat()}")


def _which(notice: Notice) -> str:
    return notice.number or f"{notice.day.isoformat()} {notice.way or '通知'}"


def _line(now: Current, notice: Notice) -> str:
    names = {one.id: one.name or one.id for one in now.record.subjects}
    return f"{_which(notice)} {notice.unit or ''}{'、'.join(names.get(one, one) for one in notice.subjects)}"
