"""导入台账: the interviews that an office kept in Excel become records, in one commit; twice is the same as once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yuetan.actions.ledger.row import Bench, interview_of
from yuetan.actions.ledger.sheet import LedgerColumn
from yuetan.actions.people_in_cells import People
from yuetan.actions.plan import Edit, Plan
from yuetan.finding import Level, path_text
from yuetan.model import Interview, Stored, build
from yuetan.model.interview import TOKEN_ALPHABET
from yuetan.model.paths import INTERVIEW_HEADER, interview_path
from yuetan.rules import judge_alone
from yuetan.views.report.sent import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.actions.ledger.row import LedgerInterview
    from yuetan.actions.ledger.sheet import Ledger, LedgerRow
    from yuetan.actions.plan import Setting
    from yuetan.codec.plain import Plain
    from yuetan.finding import Finding

    Refused = tuple[LedgerRow, tuple[Problem, ...]]

Key = tuple[str, str, tuple[str, ...]]
_TRIES = 100
_OWN = (
    LedgerColumn.DAY, LedgerColumn.KIND, LedgerColumn.INTERVIEWER, LedgerColumn.INTERVIEWER_CODE, LedgerColumn.ID,
)  # fmt: skip
"""Cells of which a row that begins an interview fills at least one."""
_CELLS = {
    "主题": LedgerColumn.TOPIC, "事由": LedgerColumn.REASON, "约谈对象": LedgerColumn.SUBJECT,
    "约谈人": LedgerColumn.INTERVIEWER, "谈话": LedgerColumn.DAY,
}  # fmt: skip
"""The column that a finding is about, by the record's key."""
_BARRED = ("S1", "S2", "S3", "S4", "S5", "S6", "S7", "B8.1")
"""Rules that a record may not break however old it is: it could not be trusted, or would hold what it must not."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a file gives: the plan, the rows that could not be taken with their cells, how many were there before."""

    plan: Plan
    refused: tuple[Refused, ...]
    known: int

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every cell that could not be taken, in the file's order."""
        return tuple(dict.fromkeys(problem for _, problems in self.refused for problem in problems))


@dataclass(slots=True)
class _Intake:
    """An import while it is made: what is registered by what it was, the ids taken, and what became of the rows."""

    bench: Bench
    known: dict[Key, str]
    ids: set[str]
    edits: list[Edit] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    before: int = 0

    def refuse(self, rows: tuple[LedgerRow, ...], problems: list[Problem]) -> None:
        self.refused += [(row, tuple(problems)) for row in rows]


def take_over(setting: Setting, ledger: Ledger, *, name: str, kind: str | None = None) -> TakenOver:
    """Judge every row; `name` is the file's, `kind` the situation where no column says which."""
    records = tuple(setting.state.records)
    known = {_key_of(record): record.id for record in records if record.held}
    bench = Bench(setting, People(setting.state.roster), kind)
    intake = _Intake(bench, known, {record.id for record in records})
    for rows in _grouped(ledger.rows):
        _take(intake, rows)
    return TakenOver(_plan(name, intake), tuple(intake.refused), intake.before)


def _take(intake: _Intake, rows: tuple[LedgerRow, ...]) -> None:
    """One interview: entered, known already, or refused with its reasons."""
    interview, problems = interview_of(intake.bench, rows)
    if interview is None:
        intake.refuse(rows, problems)
        return
    key = _key(interview)
    if key in intake.known:
        intake.before += 1
        return
    interview_id = _id(interview, key, intake.ids)
    path, value = interview_path(interview_id, interview.drafted), interview.value(interview_id)
    problems, found = _judged(intake.bench, path, value, rows[0])
    intake.findings += found
    if problems:
        intake.refuse(rows, problems)
        return
    intake.known[key] = interview_id
    intake.ids.add(interview_id)
    intake.edits.append(Edit(path, value, INTERVIEW_HEADER))


def _plan(name: str, intake: _Intake) -> Plan:
    count = len(intake.edits)
    notes = [f"{count}份可以导入，{intake.before}份已经登记过，{len(intake.refused)}行不能导入"]
    errors = sum(one.level is Level.ERROR for one in intake.findings)
    if errors:
        notes.append(f"导入的约谈有{errors}处不合规定，如实保留；用 yuetan check 查看")
    return Plan("import", (), tuple(intake.edits), (), f"导入台账 {name}：{count}份约谈", (), tuple(notes))


def _grouped(rows: tuple[LedgerRow, ...]) -> Iterator[tuple[LedgerRow, ...]]:
    """Rows that say no day, no situation and no interviewer go with the row above: its merged cells reach down."""
    group: list[LedgerRow] = []
    for row in rows:
        if group and not _goes_on(group[-1], row):
            yield tuple(group)
            group = []
        group.append(row)
    if group:
        yield tuple(group)


def _goes_on(above: LedgerRow, row: LedgerRow) -> bool:
    adjacent = above.sheet == row.sheet and above.number + 1 == row.number
    return adjacent and not any(row.text(column) for column in _OWN)


def _key(interview: LedgerInterview) -> Key:
    return interview.situation.name, interview.when.date().isoformat(), tuple(sorted(interview.codes))


def _key_of(record: Interview) -> Key:
    subjects = tuple(sorted(one.id for one in record.subjects))
    return record.kind, record.judged_day.isoformat(), subjects


def _id(interview: LedgerInterview, key: Key, taken: set[str]) -> str:
    """An id made of what the interview was, so that a second import makes the same; another where it is taken."""
    kind, day, subjects = key
    for attempt in range(_TRIES):
        digest = hashlib.sha256("\n".join((kind, day, *subjects, str(attempt))).encode()).digest()
        token = "".join(TOKEN_ALPHABET[byte % len(TOKEN_ALPHABET)] for byte in digest[:5])
        found = f"{interview.situation.code}-{day[:4]}{day[5:7]}-{token}"
        if found not in taken:
            return found
    return found


def _judged(bench: Bench, path: str, value: Plain, row: LedgerRow) -> tuple[list[Problem], list[Finding]]:
    """What the rules say of the record: what bars it, and what is only to be known."""
    record, violations = build(Interview, value)
    stored = Stored(path, value, record, violations)
    found = judge_alone(stored, bench.setting.state, bench.setting.laws, bench.setting.today)
    barred = [one for one in found if one.code in _BARRED and one.level is Level.ERROR]
    problems = [Problem(row.sheet, _cell(row, one), "", f"{one.code} {one.message}") for one in barred]
    return problems, [one for one in found if one not in barred]


def _cell(row: LedgerRow, finding: Finding) -> str:
    """The cell that a finding is about, as well as it can be told."""
    path = path_text(finding.path)
    return next((row.place(column) for key, column in _CELLS.items() if path.startswith(key)), f"A{row.number}")
