"""导入台账: the interviews that an office kept in Excel become records, in one commit; twice is the same as once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.actions.ledger import sheet as the
from yuetan.actions.ledger.row import Bench, interview_of
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

    from yuetan.actions.ledger.sheet import Ledger, LedgerRow
    from yuetan.actions.plan import Setting
    from yuetan.finding import Finding

Plain = dict[str, Any]
Key = tuple[str, str, tuple[str, ...]]
_TRIES = 100
_BARRED = ("S1", "S2", "S3", "S4", "S5", "S6", "S7", "B8.1")
"""Rules that a record may not break however old it is: it could not be trusted, or would hold what it must not."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a file gives: the plan, the rows that could not be taken with their cells, how many were there before."""

    plan: Plan
    refused: tuple[tuple[LedgerRow, tuple[Problem, ...]], ...]
    known: int

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every cell that could not be taken, in the file's order."""
        return tuple(dict.fromkeys(problem for _, problems in self.refused for problem in problems))


def take_over(setting: Setting, ledger: Ledger, *, name: str, kind: str | None = None) -> TakenOver:
    """Judge every row; `name` is the file's, `kind` the situation where no column says which."""
    bench = Bench(setting.state, setting.laws, setting.today, People(setting.state.roster), kind)
    known = {_key_of(s.record): s.record.id for s in setting.state.interviews if s.record is not None and s.record.held}
    ids = {s.record.id for s in setting.state.interviews if s.record is not None}
    edits: list[Edit] = []
    refused: list[tuple[LedgerRow, tuple[Problem, ...]]] = []
    findings: list[Finding] = []
    before = 0
    for rows in _grouped(ledger.rows):
        value, problems = interview_of(bench, rows)
        key = _key(value) if value is not None and not problems else None
        if key is not None and key in known:
            before += 1
            continue
        if value is not None and key is not None:
            value["编号"] = _id(bench, key, ids)
            problems, found = _judged(bench, value, rows[0])
            findings += found
        if problems or value is None or key is None:
            refused += [(row, tuple(problems)) for row in rows]
            continue
        known[key] = value["编号"]
        ids.add(value["编号"])
        edits.append(Edit(interview_path(value["编号"], value["起草"]), value, INTERVIEW_HEADER))
    return TakenOver(_plan(name, edits, findings, before, len(refused)), tuple(refused), before)


def _plan(name: str, edits: list[Edit], findings: list[Finding], before: int, refused: int) -> Plan:
    notes = [f"{len(edits)}份可以导入，{before}份已经登记过，{refused}行不能导入"]
    errors = sum(one.level is Level.ERROR for one in findings)
    if errors:
        notes.append(f"导入的约谈有{errors}处不合规定，如实保留；用 yuetan check 查看")
    subject = f"导入台账 {name}：{len(edits)}份约谈"
    return Plan("import", (), tuple(edits), (), subject, (), tuple(notes))


def _grouped(rows: tuple[LedgerRow, ...]) -> Iterator[tuple[LedgerRow, ...]]:
    """Rows that say no day, no situation and no interviewer go with the row above: its merged cells reach down."""
    group: list[LedgerRow] = []
    for row in rows:
        goes_on = not any(row.text(name) for name in (the.DAY, the.KIND, the.INTERVIEWER, the.INTERVIEWER_CODE, the.ID))
        if group and goes_on and group[-1].sheet == row.sheet and group[-1].number + 1 == row.number:
            group.append(row)
            continue
        if group:
            yield tuple(group)
        group = [row]
    if group:
        yield tuple(group)


def _key(value: Plain) -> Key:
    subjects = tuple(sorted(one["编号"] for one in value["约谈对象"]))
    return value["类型"], value["谈话"]["时间"].date().isoformat(), subjects


def _key_of(record: Interview) -> Key:
    subjects = tuple(sorted(one.id for one in record.subjects))
    return record.kind, record.judged_day.isoformat(), subjects


def _id(bench: Bench, key: Key, taken: set[str]) -> str:
    """An id made of what the interview was, so that a second import makes the same; another where it is taken."""
    kind, day, subjects = key
    law = bench.laws.on(date.fromisoformat(day))
    situation = law.situation(kind) if law is not None else None
    code = situation.code if situation is not None else "RC"
    for attempt in range(_TRIES):
        digest = hashlib.sha256("\n".join((kind, day, *subjects, str(attempt))).encode()).digest()
        token = "".join(TOKEN_ALPHABET[byte % len(TOKEN_ALPHABET)] for byte in digest[:5])
        found = f"{code}-{day[:4]}{day[5:7]}-{token}"
        if found not in taken:
            return found
    return found


def _judged(bench: Bench, value: Plain, row: LedgerRow) -> tuple[list[Problem], list[Finding]]:
    """What the rules say of the record: what bars it, and what is only to be known."""
    path = interview_path(value["编号"], value["起草"])
    record, violations = build(Interview, value)
    stored = Stored(path, value, record, violations)
    found = judge_alone(stored, bench.state, bench.laws, bench.today)
    barred = [one for one in found if one.code in _BARRED and one.level is Level.ERROR]
    problems = [Problem(row.sheet, _cell(row, one), "", f"{one.code} {one.message}") for one in barred]
    return problems, [one for one in found if one not in barred]


def _cell(row: LedgerRow, finding: Finding) -> str:
    """The cell that a finding is about, as well as it can be told."""
    path = path_text(finding.path)
    names = {"主题": the.TOPIC, "事由": the.REASON, "约谈对象": the.SUBJECT, "约谈人": the.INTERVIEWER, "谈话": the.DAY}
    return next((row.place(name) for key, name in names.items() if path.startswith(key)), f"A{row.number}")
