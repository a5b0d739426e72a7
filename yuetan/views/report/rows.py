"""Everything that a period's report says, from one state of the archive: workbook, letters and JSON take it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from yuetan.views.coverage.people import coverage
from yuetan.views.report.changes import amended_rows, late_rows
from yuetan.views.report.city import doubles, ranking, received_table
from yuetan.views.report.compare import Comparison, comparison
from yuetan.views.report.details import details, digest, owed
from yuetan.views.report.facts import Attended, attended
from yuetan.views.report.findings import by_article, by_place, relevant
from yuetan.views.report.follow_ups import Page, follow_ups
from yuetan.views.report.notes import notes
from yuetan.views.report.periods import bounds_of, period_a_year_before, period_before
from yuetan.views.report.summary import SummaryRow, codes_by_name, situations_of, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yuetan.finding import Finding
    from yuetan.model import Interview, State, Stored
    from yuetan.regulation.law import Laws
    from yuetan.views.coverage.people import Covered
    from yuetan.views.report.periods import Bounds
    from yuetan.views.table import Table


@dataclass(frozen=True, slots=True)
class ReportRows:
    """A period's report. `unit` names who reports, `code` is its code; `interviews` are this archive's own ids in it.

    `digest` is that of the 约谈明细, by which a copy of the workbook is checked; `pace` how much of the year is gone.
    `received`, `ranking` and `doubles` are those of an office that gathers, None elsewhere; `articles` and `places` are
    None where the rules were not asked.
    """

    period: str
    title: str
    unit: str
    code: str
    first: date
    last: date
    as_of: date
    situations: tuple[str, ...]
    summary: tuple[SummaryRow, ...]
    details: Table
    owed: Table
    follow_ups: Table
    comparison: Comparison
    late: Table
    interviews: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    digest: str
    amended: Table
    pace: float = 1.0
    articles: Table | None = None
    places: Table | None = None
    received: Table | None = None
    ranking: Table | None = None
    doubles: Table | None = None
    facts: tuple[Attended, ...] = field(repr=False, default=())

    def _optional(self) -> dict[str, Table | None]:
        return {
            "articles": self.articles,
            "findings": self.places,
            "received": self.received,
            "ranking": self.ranking,
            "doubles": self.doubles,
        }

    @property
    def total(self) -> SummaryRow:
        """The row of 合计."""
        return self.summary[-1]

    def as_json(self) -> dict[str, object]:
        """Every key, days as ISO text."""
        return {
            "period": self.period, "unit": self.unit, "unit_code": self.code, "title": self.title,
            "first": self.first.isoformat(), "last": self.last.isoformat(), "as_of": self.as_of.isoformat(),
            "situations": list(self.situations),
            "summary": [_summary_json(row, self.situations) for row in self.summary],
            "details": self.details.as_json(), "remaining": self.owed.as_json(),
            "follow_ups": self.follow_ups.as_json(), "comparison": self.comparison.table().as_json(),
            "late": self.late.as_json(), "amended": self.amended.as_json(), "interviews": list(self.interviews),
            **{name: table.as_json() if table is not None else None for name, table in self._optional().items()},
            "notes": [list(note) for note in self.notes], "digest": self.digest,
        }  # fmt: skip


def report_rows(
    state: State,
    laws: Laws,
    period: str,
    as_of: date,
    *,
    unit: str | None = None,
    findings: Iterable[Finding] | None = (),
    before: Mapping[str, Stored[Interview]] | None = None,
    today: date | None = None,
) -> ReportRows | None:
    """The rows of a period such as ``2026H1`` up to a day; None where no law in force knows such a period.

    `unit` is the code of the only unit to be reported; `findings` what the rules say of the archive, None where they
    were not asked; `before` the records of earlier reports as they were then, by id, where they differ from now;
    `today` the day by which units that have not reported are late, the cut-off day unless given.
    """
    bounds = bounds_of(laws, period)
    if bounds is None:
        return None
    today, as_of = today or as_of, min(bounds.last, as_of)
    found = _of_facts(state, laws, bounds, as_of, unit=unit, before=before or {})
    if findings is not None:
        seen = relevant(findings, found.facts, unit)
        found = replace(found, articles=by_article(seen), places=by_place(seen))
    return _gathered(state, laws, bounds, found, today) if unit is None else found


def _of_facts(
    state: State, laws: Laws, bounds: Bounds, as_of: date, *, unit: str | None, before: Mapping[str, Stored[Interview]]
) -> ReportRows:
    """What follows from the interviews alone, those of the periods beside it included."""
    law = laws.on(max(as_of, bounds.first)) or bounds.law
    facts = attended(state, laws, bounds.name, as_of, unit)
    covered = _covered(state, laws, bounds.first.year, as_of, unit)
    then, year_ago = _periods(state, laws, bounds, unit)
    situations = situations_of(law, (*facts, *then[1], *year_ago[1]))
    code = unit or state.office.unit
    name = _name(state, code, as_of)
    table = details(facts)
    return ReportRows(
        period=bounds.name,
        title=f"{name}{bounds.title}廉政约谈情况报送表",
        unit=name,
        code=code,
        first=bounds.first,
        last=bounds.last,
        as_of=as_of,
        situations=situations,
        summary=summary(state.roster, facts, covered, situations, as_of),
        details=table,
        owed=owed(covered, as_of),
        follow_ups=follow_ups(state, laws, facts, Page(first=bounds.first, as_of=as_of, unit=unit)),
        comparison=comparison((bounds.title, then[0], year_ago[0]), (facts, then[1], year_ago[1]), situations),
        late=late_rows(laws, facts),
        interviews=tuple(dict.fromkeys(one.id for one in facts if not one.source)),
        notes=notes(state, law, bounds, unit=name, as_of=as_of, facts=facts),
        digest=digest(bounds.name, code, table),
        amended=amended_rows(state, laws, before, unit),
        pace=((as_of - date(as_of.year, 1, 1)).days + 1) / date(as_of.year, 12, 31).timetuple().tm_yday,
        facts=facts,
    )


def _gathered(state: State, laws: Laws, bounds: Bounds, rows: ReportRows, today: date) -> ReportRows:
    """With what an office that gathers knows of the units; as it was anywhere else."""
    came = received_table(state, bounds, rows.facts, today)
    if came is None:
        return rows
    pairs = doubles(state, laws, rows.facts, bounds.name)
    return replace(rows, received=came, ranking=ranking(rows.summary, rows.pace), doubles=pairs)


def _covered(state: State, laws: Laws, year: int, as_of: date, unit: str | None) -> tuple[Covered, ...]:
    rows = coverage(state, laws, year, as_of)
    if unit is None:
        return rows
    codes = codes_by_name(state.roster)
    return tuple(row for row in rows if codes.get(row.unit) == unit)


def _periods(
    state: State, laws: Laws, bounds: Bounds, unit: str | None
) -> tuple[tuple[str, tuple[Attended, ...]], ...]:
    """Name and facts of the period before and of the same one a year ago."""
    found = []
    for name in (period_before(laws, bounds), period_a_year_before(bounds)):
        other = bounds_of(laws, name) if name is not None else None
        facts = attended(state, laws, other.name, other.last, unit, judged=False) if other is not None else ()
        found.append((other.title if other is not None else name or "上一期", facts))
    return tuple(found)


def _name(state: State, code: str, day: date) -> str:
    unit = state.roster.unit(code)
    era = (unit.era(day) or unit.eras[0]) if unit is not None else None
    return era.name if era is not None else code


def _summary_json(one: SummaryRow, situations: tuple[str, ...]) -> dict[str, object]:
    counts = zip(situations, one.counts, strict=True)
    return {
        "level": one.level, "unit": one.unit or None, "label": one.label, "all": one.all.as_json(),
        "situations": [{"situation": name, **count.as_json()} for name, count in counts],
        "owed": one.owed, "done": one.done, "share": one.share,
    }  # fmt: skip
