"""The papers that go with a report: brief, narrative, letter; from the same rows as the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import OfficeRole
from yuetan.regulation.periods import RULE

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.desk.papers import RenderedPaper
    from yuetan.views.papers.order import OfPeriod
    from yuetan.views.report.rows import ReportRows

OPEN = "【请填写主送机关】"
"""Of the office that others report to: whom it reports to in turn the regulation does not say."""


def briefing(desk: Desk, rows: ReportRows) -> tuple[RenderedPaper, ...]:
    """The papers of a report, looked through."""
    from yuetan.desk import rendering
    from yuetan.views.papers.index import PAPERS

    source = _source(desk, rows)
    return rendering.papers(desk, [kind.of_period(source) for kind in PAPERS.values() if kind.of_period is not None])


def _source(desk: Desk, rows: ReportRows) -> OfPeriod:
    from yuetan.regulation.coordination import body_text
    from yuetan.views.papers.order import OfPeriod, basis_text

    law = desk.laws.on(rows.as_of)
    recipients = [body_text(law, name, rows.as_of) for name in law.profile.recipients] if law is not None else []
    gathers = desk.state.office.role == OfficeRole.GATHERING and rows.code == desk.state.office.unit
    recipient = OPEN if gathers else "、".join(recipients)
    basis = basis_text(law, law.provision(RULE)) if law is not None else ""
    return OfPeriod(rows, desk.state, recipient, basis)
