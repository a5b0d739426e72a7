"""The papers that go with a report: brief, narrative, letter; from the same rows as the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import OfficeRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from yuetan.desk.load import Desk
    from yuetan.desk.papers import RenderedPaper
    from yuetan.regulation.law import Law
    from yuetan.views.report.rows import ReportRows

BRIEF, NARRATIVE, SENDING = "约谈情况简报", "约谈工作情况报告", "报送函"
_RULE = "B7.4"
OPEN = "【请填写主送机关】"
"""Of the office that others report to: whom it reports to in turn the regulation does not say."""


def briefing(desk: Desk, rows: ReportRows) -> tuple[RenderedPaper, ...]:
    """The three papers of a report, looked through."""
    from yuetan.actions.plan import PaperOrder
    from yuetan.desk.confidence import looked_through
    from yuetan.desk.papers import render

    papers = []
    for kind, view in _views(desk, rows):
        order = PaperOrder(kind, "", None, view, f"{kind}-{rows.period}-{rows.code}", rows.as_of)
        papers.append(render(desk.store, order))
        looked_through(desk, order, papers[-1].path, papers[-1].content)
    return tuple(papers)


def _views(desk: Desk, rows: ReportRows) -> Iterator[tuple[str, Mapping[str, Any]]]:
    from yuetan.regulation.coordination import body_text
    from yuetan.views.papers.brief import brief_view
    from yuetan.views.papers.narrative import narrative_view
    from yuetan.views.papers.sending import sending_view

    yield BRIEF, brief_view(rows)
    law = desk.laws.on(rows.as_of)
    recipients = [body_text(law, name, rows.as_of) for name in law.profile.recipients] if law is not None else []
    gathers = desk.state.office.role == OfficeRole.GATHERING and rows.code == desk.state.office.unit
    recipient, basis = OPEN if gathers else "、".join(recipients), _basis(law)
    yield NARRATIVE, narrative_view(rows, recipient, basis)
    yield SENDING, sending_view(rows, desk.state, recipient, basis)


def _basis(law: Law | None) -> str:
    return f"《{law.profile.title}》{law.provision(_RULE) or ''}" if law is not None else ""
