"""Running the rules: order, acknowledgement, and a rule that crashes is a finding about that rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.finding import Finding, Level, Path, parse_path
from yuetan.rules.rule import Breach, Rule, Whole, case_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from yuetan.model import Interview, State, Stored
    from yuetan.model.interview import Exemption
    from yuetan.regulation.law import Law, Laws

CRASH = "E0"
OFFICE_FILE = "yuetan.yaml"
NEVER_ACKNOWLEDGED = frozenset({"S1", "S2", "S3", "S4", "S5", "B8.1", CRASH})


def judge_all(rules: Iterable[Rule], state: State, laws: Laws, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong in the archive, without line and column, sorted."""
    rules = tuple(rules)
    found: list[Finding] = []
    for stored in state.interviews:
        found.extend(judge_one([rule for rule in rules if rule.of_record], stored, state, laws, today))
    whole = Whole(state, laws, today)
    exemptions = {one.file: one.record.exemptions for one in state.interviews if one.record is not None}
    for rule in rules:
        if not rule.of_record:
            found.extend(_of_whole(rule, whole, exemptions))
    return tuple(sorted(set(found), key=lambda finding: finding.order))


def judge_one(
    rules: Iterable[Rule], stored: Stored[Interview], state: State, laws: Laws, today: date
) -> Iterator[Finding]:
    """What is wrong with one record: S rules always, the others where `case_of` gives a case."""
    record = stored.record
    if not stored.readable:
        return
    case = case_of(stored, state, laws, today)
    law = case.law if case is not None else laws.on(today)
    exemptions = record.exemptions if record is not None else ()
    for rule in rules:
        subject: Any = StoredCase(stored, state, laws, today) if rule.structural or rule.always else case
        if subject is None:
            continue
        for breach in guarded(rule, subject, stored.file):
            yield _finding(rule, breach, breach.file or stored.file, law, exemptions)


def guarded(rule: Rule, subject: Any, file: str) -> Iterator[Breach | _Crash]:
    """The rule's breaches; a crash is one too."""
    try:
        yield from tuple(rule.judge(subject))
    except Exception as error:  # noqa: BLE001 - a rule that crashes must not hide the others
        yield _Crash(
            (), f"规则 {rule.code} 在判断时出错（{type(error).__name__}：{error}），请报告给维护人员", file=file
        )


def _of_whole(rule: Rule, whole: Whole, exemptions: Mapping[str, tuple[Exemption, ...]]) -> Iterator[Finding]:
    for breach in guarded(rule, whole, OFFICE_FILE):
        law = whole.laws.on(breach.judged or whole.today)
        file = breach.file or OFFICE_FILE
        yield _finding(rule, breach, file, law, exemptions.get(file, ()))


def _finding(rule: Rule, breach: Breach, file: str, law: Law | None, exemptions: tuple[Exemption, ...]) -> Finding:
    crashed = isinstance(breach, _Crash)
    code = CRASH if crashed else rule.code
    level = Level.ERROR if crashed else breach.level or rule.level
    provision = law.provision(rule.code) if law is not None and not crashed else None
    acknowledged = breach.acknowledged or (
        code not in NEVER_ACKNOWLEDGED and any(covers(one, code, breach.path) for one in exemptions)
    )
    return Finding(code, level, provision, file, breach.path, breach.message, acknowledged=acknowledged)


def covers(exemption: Exemption, code: str, path: Path) -> bool:
    """Whether an 例外 acknowledges a breach: the same rule, at the same place or below it, or of the whole record."""
    if exemption.code != code:
        return False
    if exemption.path is None:
        return True
    place = parse_path(exemption.path) or ()
    return path[: len(place)] == place


class StoredCase:
    """A record before the S rules: they judge it even where it cannot be built."""

    __slots__ = ("laws", "state", "stored", "today")

    def __init__(self, stored: Stored[Interview], state: State, laws: Laws, today: date) -> None:
        """`stored` is the record as it stands in its file."""
        self.stored, self.state, self.laws, self.today = stored, state, laws, today

    @property
    def record(self) -> Interview | None:
        """The record, None where a required key is missing."""
        return self.stored.record

    @property
    def law(self) -> Law | None:
        """The law of that day; None where there is none."""
        record = self.stored.record
        return self.laws.on(record.judged_day, record.regulation) if record is not None else None


class _Crash(Breach):
    """A rule that crashed, as a breach of no rule."""

    __slots__ = ()
