"""Coverage at the desk: rows of a year, as workbooks, for all or for each unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yuetan.errors import BadInputError, NotFoundError
from yuetan.views.table import json_value, table_of

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.desk.papers import RenderedPaper
    from yuetan.views.coverage.people import Covered
    from yuetan.views.coverage.sums import Gap

LIST = "约谈情况"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A year's coverage as of a day."""

    year: int
    rows: tuple[Covered, ...]
    gaps: tuple[Gap, ...]

    def as_json(self) -> dict[str, object]:
        """Every key, null where there is nothing."""
        from yuetan.views.coverage import sums

        return {
            "version": 1,
            "year": self.year,
            "items": json_value(self.rows),
            "units": json_value(sums.by_unit(self.rows)),
            "interviewers": json_value(sums.by_interviewer(self.rows)),
            "gaps": json_value(self.gaps),
        }


def coverage_of(desk: Desk, year: int, unit: str | None = None) -> Coverage:
    """The year's coverage, of one unit where it is named by code or name.

    Raises BadInputError where no regulation was in force, NotFoundError for an unknown unit.
    """
    from yuetan.views.coverage.people import coverage
    from yuetan.views.coverage.sums import gaps

    rows = coverage(desk.state, desk.laws, year, desk.today)
    if not rows:
        raise BadInputError(
            f"{year}年没有应约谈的干部，或没有可依据的规范", hint="检查年度、名册和 yuetan.yaml 的 规范"
        )
    missing = gaps(desk.state, desk.laws, desk.today)
    if unit is not None:
        names, files = _unit(desk, unit)
        rows = tuple(row for row in rows if row.unit in names)
        missing = tuple(gap for gap in missing if gap.file in files)
    return Coverage(year, rows, missing)


def coverage_workbook(desk: Desk, found: Coverage) -> bytes:
    """Everything as a workbook."""
    from yuetan.desk.office import office_text

    return _book(desk, f"{office_text(desk)}{found.year}年度廉政约谈完成情况", found)


def unit_workbooks(desk: Desk, found: Coverage) -> dict[str, bytes]:
    """Each unit's own, by the name of its file."""
    from dataclasses import replace

    from yuetan.desk.office import file_name_text

    return {
        f"{file_name_text(unit)}{LIST}.xlsx": _book(
            desk,
            f"{unit}{found.year}年度廉政约谈完成情况",
            replace(found, rows=tuple(row for row in found.rows if row.unit == unit), gaps=()),
        )
        for unit in dict.fromkeys(row.unit for row in found.rows)
    }


def letters(desk: Desk, found: Coverage) -> tuple[RenderedPaper, ...]:
    """A 督办函 for every unit of the coverage that is behind, looked through."""
    from yuetan.desk import rendering
    from yuetan.views.coverage.supervision import supervisions
    from yuetan.views.papers.index import PAPERS
    from yuetan.views.papers.order import OfUnit

    law = desk.laws.on(date(found.year, 12, 31))
    if law is None:
        return ()
    units = {row.unit for row in found.rows}
    behind = (one for one in supervisions(desk.state, desk.laws, found.year, desk.today) if one.unit in units)
    sources = [OfUnit(letter, desk.state, law, desk.today) for letter in behind]
    kinds = [kind.of_unit for kind in PAPERS.values() if kind.of_unit is not None]
    return rendering.papers(desk, [order(source) for source in sources for order in kinds])


def _book(desk: Desk, title: str, found: Coverage) -> bytes:
    from yuetan.desk.office import commit_time
    from yuetan.reports.coverage_book import coverage_book
    from yuetan.reports.workbook_style import display_text
    from yuetan.views.coverage import sums
    from yuetan.views.coverage.people import Covered

    note = f"数据截至：{display_text(desk.today)}　　只计依法进行、本人到场的；各单位报来的计在内，免谈的另计。"
    tables = {
        "按单位": table_of(sums.UnitCoverage, sums.by_unit(found.rows)),
        "逐人": table_of(Covered, found.rows),
        "按约谈人": table_of(sums.InterviewerCoverage, sums.by_interviewer(found.rows)),
        "任前和回访": table_of(sums.Gap, found.gaps),
    }
    return coverage_book(title, note, commit_time(desk), tables)


def _unit(desk: Desk, word: str) -> tuple[set[str], set[str]]:
    """Every name of a unit, and its file."""
    roster = desk.state.roster
    found = roster.unit(word) or roster.unit_named(word, desk.today)
    if found is None:
        raise NotFoundError(f"名册中没有单位“{word}”", hint="写单位编码或全称；用 yuetan roster list 查看")
    return {era.name for era in found.eras}, {s.file for s in desk.state.units if s.record is found}
