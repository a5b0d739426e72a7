"""What a situation needs to be said of its subject and of the consultation, asked at a terminal when one is drafted.

Nothing must be answered: what is left empty is wanted by the notice, and may be written until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.cli.prompts import chosen, optional

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation

YES = frozenset({"是", "y", "Y", "yes", "有", "对"})


def facts_asked(law: Law, situation: Situation, given: Mapping[str, Any], today: date) -> dict[str, Any]:
    """What was given, under the names of a draft's request, and beside it the answers. Days are as typed."""
    facts = {name: item for name, item in given.items() if item not in (None, ())}
    if situation.element == "问题":
        _problem(situation, facts)
    elif situation.element == "任前":
        _appointment(situation, facts)
    elif situation.element == "处分":
        _sanction(situation, facts)
    if "consulted" not in facts and _consults(law, situation):
        facts["consulted"] = optional("商请了哪个组织（人事）部门（还没有商请的回车）")
        if facts["consulted"] and "consulted_on" not in facts:
            facts["consulted_on"] = optional("商请的日期", today.isoformat())
    return {name: item for name, item in facts.items() if item is not None}


def _problem(situation: Situation, facts: dict[str, Any]) -> None:
    """第四条（三）: where it was found, whose it is, what it is."""
    other = situation.other_source
    if "source" not in facts:
        facts["source"] = chosen("问题来源", (*situation.sources, *((other,) if other is not None else ())))
    if other is not None and facts["source"] == other and "source_note" not in facts:
        facts["source_note"] = optional("来源说明")
    if "whose" not in facts and (whose := chosen("谁的问题", situation.whose)) is not None:
        facts["whose"] = (whose,)
    if "gist" not in facts:
        facts["gist"] = optional("问题概述（不写反映人的任何信息）")


def _appointment(situation: Situation, facts: dict[str, Any]) -> None:
    """第四条（二）: the post to be."""
    for name, label in (("new_unit", "拟任单位"), ("new_post", "拟任职务")):
        if name not in facts:
            facts[name] = optional(label)
    if "new_rank" not in facts:
        facts["new_rank"] = chosen("拟任职级", situation.ranks)
    if "new_managed" not in facts and (answer := optional("拟任职务是市管（是/否）", "是")) is not None:
        facts["new_managed"] = answer in YES
    if "new_kind" not in facts:
        facts["new_kind"] = chosen("任职的情形", situation.kinds)


def _sanction(situation: Situation, facts: dict[str, Any]) -> None:
    """第四条（四）: the decision that the talk follows."""
    if "sanction_category" not in facts:
        facts["sanction_category"] = chosen("处分类别", situation.sanction_categories)
    for name, label in (("sanction_decision", "处分决定（如 党内警告）"), ("sanction_day", "处分决定的日期")):
        if name not in facts:
            facts[name] = optional(label)


def _consults(law: Law, situation: Situation) -> bool:
    return situation.consulted is not None or any(line.consulted is not None for line in law.profile.coordinators)
