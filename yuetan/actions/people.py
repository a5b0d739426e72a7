"""People as an interview names them: who is meant by a word, and what they were that day."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from yuetan.actions.person_text import person_text
from yuetan.actions.plan import Refusal

if TYPE_CHECKING:
    from datetime import date

    from yuetan.codec.plain import Plain
    from yuetan.model import Held, Roster


def person(roster: Roster, word: str) -> str | Refusal:
    """The person's id for an id or a name that only one person bears."""
    if roster.known(word):
        return word
    found = tuple(one for one in roster.people() if any(post.name == word for _, _, post in roster.entries(one)))
    if len(found) == 1:
        return found[0]
    if found:
        return Refusal(f"名册中有几位“{word}”", hint=f"写编号：{'、'.join(found)}")
    near = difflib.get_close_matches(word.upper(), roster.people(), 3, 0.6)
    hint = f"是不是 {'、'.join(person_text(one, roster.name(one)) for one in near)}？" if near else ""
    return Refusal(f"名册中没有“{word}”", hint=hint or "用 yuetan roster list 查看名册，或先导入")


def main_post(roster: Roster, person_id: str, day: date) -> Held | None:
    """The post by which a record names the person that day: a principal's before others, else the first entry."""
    held = roster.posts(person_id, day)
    return next((one for one in held if one.principal), held[0] if held else None)


def as_written(person_id: str, held: Held | None, name: str | None = None) -> Plain:
    """编号, 姓名, 单位 and 职务 as a record writes them."""
    if held is None:
        return {"编号": person_id, "姓名": name}
    return {"编号": person_id, "姓名": held.post.name, "单位": held.era.name, "职务": held.post.post}


def not_in_office(roster: Roster, person_id: str, day: date) -> Refusal | None:
    """A refusal where the person holds no post that day, with the days on which posts began and ended."""
    if roster.posts(person_id, day):
        return None
    spans = [
        f"{post.post} {post.since.isoformat()} 任职" + (f"，{post.until.isoformat()} 免职" if post.until else "")
        for _, _, post in roster.entries(person_id)
    ]
    return Refusal(
        f"{person_text(person_id, roster.name(person_id))} {day.isoformat()} 不在任何职务上",
        hint=f"名册：{'；'.join(spans)}",
    )
