"""What a paper is ordered by, and what its orders are made from: a record, a period's report, a unit that is behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.regulation.law import Law, Laws
    from yuetan.regulation.profile import Situation
    from yuetan.views.coverage.supervision import Supervision
    from yuetan.views.papers.fields import View
    from yuetan.views.report.rows import ReportRows


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """A paper to be rendered before the commit: its kind, whose, from what view, under what name, of what day."""

    kind: str
    record_id: str
    subject: str | None
    view: View
    file_stem: str
    day: date


@dataclass(frozen=True, slots=True)
class OfRecord:
    """A record, the law that judges it, and the day on which its papers are made."""

    record: Interview
    state: State
    law: Law
    laws: Laws
    today: date

    @property
    def situation(self) -> Situation | None:
        """What the law says of the record's kind of interview."""
        return self.law.situation(self.record.kind)


@dataclass(frozen=True, slots=True)
class OfPeriod:
    """A period's report, to whom it goes, and on which provision it stands."""

    rows: ReportRows
    state: State
    recipient: str
    basis: str

    def order(self, kind: str, view: View) -> PaperOrder:
        """The period's one paper of a kind."""
        stem = f"{kind}-{self.rows.period}-{self.rows.code}"
        return PaperOrder(kind, "", None, view, stem, self.rows.as_of)


@dataclass(frozen=True, slots=True)
class OfUnit:
    """A unit that is behind with the year's interviews, and the day on which it is told."""

    letter: Supervision
    state: State
    law: Law
    today: date


def basis_text(law: Law, provision: str | None) -> str:
    """``《市管领导干部廉政约谈暂行办法》第七条第（二）项``."""
    return f"《{law.profile.title}》{provision or ''}"


def kind_text(law: Law, record: Interview) -> str:
    """The name of the record's kind of interview; as written where the law does not know it."""
    situation = law.situation(record.kind)
    return situation.name if situation is not None else record.kind
