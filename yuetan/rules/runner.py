"""Running the rules: order, acknowledgement, and a rule that crashes is a finding about that rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.finding import CRASH, Finding, Level, Path, parse_path
from yuetan.model.paths import OFFICE
from yuetan.rules.rule import FileRule, Judged, RecordRule, StoredCase, case_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from yuetan.model import Interview, Stored
    from yuetan.model.interview import Exemption
    from yuetan.regulation.law import Law, Laws
    from yuetan.rules.rule import AnyRule, ArchiveRule, Breach, Rule, Whole


@dataclass(frozen=True, slots=True)
class Docket:
    """How breaches become findings: file and law where a breach names none of its own, and each file's 例外."""

    file: str
    law: Law | None
    laws: Laws
    exemptions: Mapping[str, tuple[Exemption, ...]]

    def run(self, rule: Rule[Judged], subject: Judged) -> Iterator[Finding]:
        """The rule's breaches; a crash is a finding too, so that it hides no other rule's."""
        try:
            breaches = tuple(rule.judge(subject))
        except Exception as error:  # noqa: BLE001 - a rule that crashes must not hide the others
            message = f"规则 {rule.code} 在判断时出错（{type(error).__name__}：{error}），请报告给维护人员"
            yield Finding(CRASH, Level.ERROR, None, self.file, (), message)
            return
        for breach in breaches:
            yield self._finding(rule, breach)

    def _finding(self, rule: Rule[Judged], breach: Breach) -> Finding:
        file, level = breach.file or self.file, breach.level or rule.level
        law = self.law if breach.judged is None else self.laws.on(breach.judged)
        provision = law.provision(rule.code) if law is not None else None
        acknowledged = breach.acknowledged or self._exempt(rule, file, breach.path)
        return Finding(rule.code, level, provision, file, breach.path, breach.message, acknowledged=acknowledged)

    def _exempt(self, rule: Rule[Judged], file: str, path: Path) -> bool:
        return not rule.absolute and any(covers(one, rule.code, path) for one in self.exemptions.get(file, ()))


def judge_one(rules: Iterable[AnyRule], stored: Stored[Interview], whole: Whole) -> Iterator[Finding]:
    """What is wrong with one record: rules of its file always, those of records where `case_of` gives a case.

    A file that cannot be read is left to S1, which is said where it was read.
    """
    if not stored.readable:
        return
    state, laws, today = whole.state, whole.laws, whole.today
    standing = StoredCase(stored, state.roster, state.office, laws, today)
    case = case_of(stored, state, laws, today)
    law = case.law if case is not None else laws.on(today)
    docket = Docket(stored.file, law, laws, _exemptions(stored))
    for rule in rules:
        if isinstance(rule, FileRule):
            yield from docket.run(rule, standing)
        elif isinstance(rule, RecordRule) and case is not None:
            yield from docket.run(rule, case)


def judge_whole(rules: Iterable[ArchiveRule], whole: Whole) -> Iterator[Finding]:
    """What is wrong with the archive as a whole, wherever it stands."""
    exemptions: dict[str, tuple[Exemption, ...]] = {}
    for stored in whole.state.interviews:
        exemptions.update(_exemptions(stored))
    docket = Docket(OFFICE, whole.laws.on(whole.today), whole.laws, exemptions)
    for rule in rules:
        yield from docket.run(rule, whole)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by file, place and code."""
    return tuple(sorted(set(findings), key=lambda finding: finding.order))


def covers(exemption: Exemption, code: str, path: Path) -> bool:
    """Whether an 例外 acknowledges a breach: the same rule, at the same place or below it, or of the whole record."""
    if exemption.code != code:
        return False
    if exemption.path is None:
        return True
    place = parse_path(exemption.path) or ()
    return path[: len(place)] == place


def _exemptions(stored: Stored[Interview]) -> dict[str, tuple[Exemption, ...]]:
    return {stored.file: stored.record.exemptions} if stored.record is not None else {}
