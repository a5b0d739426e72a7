"""The gate that every step passes: the record as it would be, judged; a new breach refuses the step.

A breach that did happen passes with an override, which writes it down (例外); what makes a record untrustworthy or
tells on an informant never does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yuetan.actions.current import violations
from yuetan.actions.plan import Refusal
from yuetan.codec import plain
from yuetan.finding import CRASH, Finding, Level, path_text
from yuetan.model import Interview, State, Stored, build
from yuetan.model.arrange import arranged
from yuetan.regulation.deadline import short_day_text
from yuetan.regulation.deadlines import NOTICE_RULE, earliest_talk, latest_notice
from yuetan.rules import ABSOLUTE, judge_record

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.plan import Override, Setting
    from yuetan.codec.plain import Plain
    from yuetan.finding import Path
    from yuetan.regulation.law import Laws


@dataclass(frozen=True, slots=True)
class Admitted:
    """A record as a step leaves it: its value in key order, the record built from it, and what the rules still say."""

    value: Plain
    stored: Stored[Interview]
    record: Interview
    findings: tuple[Finding, ...]


def admit(
    setting: Setting,
    before: Stored[Interview] | None,
    path: str,
    value: Plain,
    *,
    day: date,
    override: Override | None = None,
) -> Admitted | Refusal:
    """The record as it would be, where it breaches nothing anew; else the refusal.

    `before` is the record as it stands, None for a new one; `day` dates the 例外 that an override writes.
    """
    known = _known(setting, before)
    tried = _try(setting, path, value)
    if isinstance(tried, Refusal):
        return tried
    new = _caused(setting, tried, known, day)
    if new and override is not None and all(overridable(finding) for finding in new):
        again = _try(setting, path, _acknowledging(tried.value, new, override, day))
        if isinstance(again, Refusal):
            return again
        tried, new = again, _caused(setting, again, known, day)
    return _refused(new, tried.record, setting.laws, override) if new else tried


def _try(setting: Setting, path: str, value: Plain) -> Admitted | Refusal:
    """The record of this value, judged; a refusal where it cannot be trusted or no regulation is there to judge it."""
    value = arranged(Interview, value)
    after = stored_interview(path, value)
    if after.record is None or not after.sound:
        return _malformed(after)
    return _missing_profile(after.record, setting.laws) or Admitted(value, after, after.record, _judged(setting, after))


def _known(setting: Setting, before: Stored[Interview] | None) -> frozenset[tuple[str, Path]]:
    """What was already wrong with the record: a step does not answer for it."""
    if before is None:
        return frozenset()
    found = _judged(setting, before)
    return frozenset((finding.code, finding.path) for finding in _errors(found))


def _judged(setting: Setting, one: Stored[Interview]) -> tuple[Finding, ...]:
    """What the rules say of the record, which stands last: of two with the same number it is the one at fault (S5)."""
    others = (old for old in setting.state.interviews if old.file != one.file)
    state = replace(setting.state, interviews=(*others, one))
    return tuple(judge_record(one, state, setting.laws, setting.today))


def _caused(setting: Setting, tried: Admitted, known: frozenset[tuple[str, Path]], day: date) -> list[Finding]:
    """The breaches that the step brings with it on its own day: none known before it, and none that only time brought.

    Minutes typed in late show that a report is overdue by now; they do not make it so (第八条第（三）项).
    """
    new = [finding for finding in _errors(tried.findings) if (finding.code, finding.path) not in known]
    if not new or day >= setting.today:
        return new
    then = {(finding.code, finding.path) for finding in _errors(_judged(replace(setting, today=day), tried.stored))}
    return [finding for finding in new if (finding.code, finding.path) in then]


def stored_interview(path: str, value: Plain) -> Stored[Interview]:
    """The record as it would stand in its file."""
    record, found = build(Interview, value)
    return Stored(path, value, record, found)


def state_with(state: State, new: Stored[Interview]) -> State:
    """The archive with this record in its place."""
    others = [old for old in state.interviews if old.file != new.file]
    return replace(state, interviews=tuple(sorted((*others, new), key=lambda one: one.file)))


def overridable(finding: Finding) -> bool:
    """Whether a breach of this rule may be acknowledged."""
    return finding.code not in ABSOLUTE and finding.code != CRASH


def _errors(found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.level is Level.ERROR and not finding.acknowledged]


def _malformed(after: Stored[Interview]) -> Refusal:
    found = violations(after)
    first = found[0]
    return Refusal(f"{path_text(first.path)} {first.message}".strip(), found, hint="改正后再试；什么都没有写")


def _missing_profile(record: Interview, laws: Laws) -> Refusal | None:
    """Refuse where the profile that ought to judge cannot be read: no step is taken unjudged."""
    name = record.regulation or laws.office.regulation(record.judged_day)
    if name is None or name in laws.profiles:
        return None
    words = f"没有名为“{name}”的规范，或它读不了，这一步没有依据可判断"
    return Refusal(words, hint="用 yuetan check 查看；改正规范后再试")


def _acknowledging(value: Plain, new: list[Finding], override: Override, day: date) -> Plain:
    rows = plain.items(value, "例外")
    for finding in new:
        row: Plain = {"规则": finding.code, "路径": path_text(finding.path), "原因": override.reason}
        rows.append({**row, "批准": override.approved_by, "日期": day})
    return {**value, "例外": rows}


def _refused(new: list[Finding], record: Interview, laws: Laws, override: Override | None) -> Refusal:
    shown = "；".join(dict.fromkeys(_breach_text(finding) for finding in new))
    hints: list[str] = []
    if any(finding.code == NOTICE_RULE for finding in new):
        hints.extend(_lawful_days(record, laws))
    never = sorted({finding.code for finding in new if not overridable(finding)})
    if never:
        hints.append(f"{'、'.join(never)} 不能用 --override 越过，须改正")
    elif override is None:
        hints.append("事情确已这样发生、须如实记录的，加 --override 原因 --approved-by 批准人，记为例外")
    return Refusal(shown, tuple(new), hint="；".join(hints))


def _breach_text(finding: Finding) -> str:
    provision = f"（{finding.provision}）" if finding.provision else ""
    return f"{finding.code}{provision} {finding.message}"


def _lawful_days(record: Interview, laws: Laws) -> list[str]:
    """The nearest lawful days: the earliest talk for the last notice, the latest notice for the planned talk."""
    law = laws.on(record.judged_day, record.regulation)
    if law is None or record.day is None:
        return []
    if record.held or not record.notices:
        last = latest_notice(law, record.day)
        return [f"{short_day_text(record.day)}约谈最迟应于{short_day_text(last.workday or last.due, record.day)}通知"]
    served = record.notices[-1].signed or record.notices[-1].day
    first = earliest_talk(law, served)
    return [
        f"最早可于{short_day_text(first.workday or first.due, served)}约谈（{first.trace}），用 yuetan reschedule 改期"
    ]
