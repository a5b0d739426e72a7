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
    roles = {held.post.role, Role.PRINCIPAL} if acting else {held.post.role}
    party = held.post.party_post
    return (
        (not who.kinds or held.era.kind in who.kinds)
        and (not who.unit_names or held.era.name in who.unit_names)
        and (not who.roles or not roles.isdisjoint(who.roles))
        and not (who.not_roles and not roles.isdisjoint(who.not_roles))
        and (not who.managed or held.post.managed in who.managed)
        and (party is None or party not in who.not_party_posts)
        and (not who.party_posts or party in who.party_posts or (acting and _headless(roster, who, held, day)))
    )


def _headless(roster: Roster, who: Who, held: Held, day: date) -> bool:
    return not any(
        other.post.party_post in who.party_posts
        for other in roster.staff(held.unit, day)
        if other.post.id != held.post.id
    )
