"""Whether a post is one of those that a line of the matrix means (第五条)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.choices import Role

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Held, Roster
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Who

ACTING_COUNTS = "主持工作.视为主要负责人"


def fits(law: Law, roster: Roster, who: Who, held: Held, day: date) -> bool:
    """Whether a post held that day is one that `who` means.

    Acting principals count as principals where the law says so; as party-group principals only while nobody else in
    the unit holds the party post, since whoever runs the office does not thereby head its party group.
    """
    acting = held.acting and law.flag(ACTING_COUNTS)
    return _is_of_unit(who, held) and _has_role(who, held, acting) and _has_party_post(roster, who, held, day, acting)


def _is_of_unit(who: Who, held: Held) -> bool:
    """The kind and name of the unit, and who manages the post."""
    era = held.era
    return _among(who.kinds, era.kind) and _among(who.unit_names, era.name) and _among(who.managed, held.post.managed)


def _has_role(who: Who, held: Held, acting: bool) -> bool:
    roles = {held.post.role, Role.PRINCIPAL} if acting else {held.post.role}
    return roles.isdisjoint(who.not_roles) and (not who.roles or not roles.isdisjoint(who.roles))


def _has_party_post(roster: Roster, who: Who, held: Held, day: date, acting: bool) -> bool:
    party = held.post.party_post
    if party is not None and party in who.not_party_posts:
        return False
    return _among(who.party_posts, party) or (acting and _headless(roster, who, held, day))


def _among(meant: tuple[object, ...], one: object) -> bool:
    """Whether it is one of those meant; what is not written does not limit."""
    return not meant or one in meant


def _headless(roster: Roster, who: Who, held: Held, day: date) -> bool:
    return not any(
        other.post.party_post in who.party_posts
        for other in roster.staff(held.unit, day)
        if other.post.id != held.post.id
    )
