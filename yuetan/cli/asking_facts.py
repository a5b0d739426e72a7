"""What a situation needs to be said of its subject and of the consultation, asked at a terminal when one is drafted.

Nothing must be answered: what is left empty is wanted by the notice, and may be written until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from yuetan.cli.prompts import choice, optional_answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import Situation

Facts: TypeAlias = "dict[str, Any]"
"""What is known of a draft, under the names of its request, as typed."""

YES = frozenset({"是", "y", "Y", "yes", "有", "对"})


def ask_missing(facts: Facts, name: str, question: Callable[[], object]) -> None:
    """Put the answer to a question among the facts, unless one stands there; nothing where it was left empty."""
    if name not in facts and (found := question()) is not None:
        facts[name] = found


def ask_facts(law: Law, situation: Situation, facts: Facts, today: date) -> None:
    """Ask for what the situation wants said, each answer put among the facts."""
    ask = {"问题": _problem, "任前": _appointment, "处分": _sanction}.get(situation.element or "")
    if ask is not None:
        ask(situation, facts)
    if "consulted" in facts or not _consults(law, situation):
        return
    ask_missing(facts, "consulted", lambda: optional_answer("商请了哪个组织（人事）部门（还没有商请的回车）"))
    if facts.get("consulted"):
        ask_missing(facts, "consulted_on", lambda: optional_answer("商请的日期", today.isoformat()))


def _problem(situation: Situation, facts: Facts) -> None:
    """第四条（三）: where it was found, whose it is, what it is."""
    other = situation.other_source
    sources = (*situation.sources, *((other,) if other is not None else ()))
    ask_missing(facts, "source", lambda: choice("问题来源", sources))
    if other is not None and facts.get("source") == other:
        ask_missing(facts, "source_note", lambda: optional_answer("来源说明"))
    ask_missing(facts, "whose", lambda: _listed(choice("谁的问题", situation.whose)))
    ask_missing(facts, "gist", lambda: optional_answer("问题概述（不写反映人的任何信息）"))


def _appointment(situation: Situation, facts: Facts) -> None:
    """第四条（二）: the post to be."""
    ask_missing(facts, "new_unit", lambda: optional_answer("拟任单位"))
    ask_missing(facts, "new_post", lambda: optional_answer("拟任职务"))
    ask_missing(facts, "new_rank", lambda: choice("拟任职级", situation.ranks))
    ask_missing(facts, "new_managed", lambda: _yes(optional_answer("拟任职务是市管（是/否）", "是")))
    ask_missing(facts, "new_kind", lambda: choice("任职的情形", situation.kinds))


def _sanction(situation: Situation, facts: Facts) -> None:
    """第四条（四）: the decision that the talk follows."""
    ask_missing(facts, "sanction_category", lambda: choice("处分类别", situation.sanction_categories))
    ask_missing(facts, "sanction_decision", lambda: optional_answer("处分决定（如 党内警告）"))
    ask_missing(facts, "sanction_day", lambda: optional_answer("处分决定的日期"))


def _listed(word: str | None) -> tuple[str, ...] | None:
    return (word,) if word is not None else None


def _yes(word: str | None) -> bool | None:
    return word in YES if word is not None else None


def _consults(law: Law, situation: Situation) -> bool:
    return situation.consulted is not None or any(line.consulted is not None for line in law.profile.coordinators)
