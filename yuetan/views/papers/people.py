"""People as papers name them: a row of a view each, who sends a paper, whom to ask, and to whom it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Addressee
from yuetan.views.official_text import post_texts
from yuetan.views.papers import fields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from yuetan.model import Roster, State
    from yuetan.model.interview import Interviewer, Subject
    from yuetan.model.talk import Notice

_TELLING = 2
"""So many signs of a unit's name at the head of a post name the unit."""


class SubjectRow(fields.View):
    """A subject as a paper names it."""

    name: str = fields.text("姓名", "约谈对象姓名")
    unit: str = fields.text("单位", "约谈对象当日的单位")
    post: str = fields.text("职务", "约谈对象当日的职务")


class InterviewerRow(fields.View):
    """An interviewer as a paper names it."""

    name: str = fields.text("姓名", "约谈人姓名")
    unit: str = fields.text("单位", "约谈人当日的单位")
    post: str = fields.text("职务", "约谈人当日的职务")
    part: str = fields.text("分工", "主谈或参加")


def person_texts(one: Subject | Interviewer) -> tuple[str, str, str]:
    """Name, unit and post of that day, as they stand beside each other."""
    unit, post = post_texts(one.unit, one.post)
    if unit and post.startswith(unit[:_TELLING]):
        unit = ""  # 市纪委副书记 says the unit already
    return one.name or one.id, unit, post


def names_text(people: Sequence[Subject | Interviewer]) -> str:
    """``赵甲子、钱乙丑``."""
    return "、".join(one.name or one.id for one in people)


def contact_texts(state: State) -> tuple[str, str]:
    """Whom to ask and the telephone, as far as the office has named them."""
    contact = state.office.contact
    return (contact.person or "", contact.phone or "") if contact is not None else ("", "")


def addressee_text(roster: Roster, notice: Notice | None, subjects: Sequence[Subject], day: date) -> str:
    """The party group of the unit, by what its members are called in the roster; or the subjects themselves."""
    unit = notice.unit if notice is not None and notice.to != Addressee.PERSON else None
    if not unit:
        return f"{names_text(subjects)}同志"
    known = roster.unit_named(unit, day)
    if known is None:
        return f"{unit}党组（党委）"
    posts = [held.post.party_post or "" for held in roster.staff(known, day)]
    group = next((name for name in ("党工委", "党委", "党组") if any(post.startswith(name) for post in posts)), "")
    return f"{unit}{group}"
