"""Whether every name in a profile stands for something: rules, articles, situations, bodies, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from yuetan.finding import Path
    from yuetan.regulation.profile import Profile, Situation

T = TypeVar("T")
Named = tuple["Path", str]
"""A name at its place."""


def faults(profile: Profile, known_rules: Collection[str]) -> Iterator[tuple[Path, str]]:
    """Every name that stands for nothing; codes of rules only where the known ones are given."""
    yield from _rules(profile, known_rules)
    yield from missing(_cited(profile), {article.number for article in profile.articles}, "条文里没有")
    yield from missing(_meant(profile), {situation.name for situation in profile.situations}, "没有名为此的情形：")
    for index, situation in enumerate(profile.situations):
        yield from _situation(profile, ("情形", index), situation)
    yield from missing(_named_bodies(profile), {body.name for body in profile.bodies}, "机关里没有")


def column(path: Path, key: str, values: Iterable[T]) -> Iterator[tuple[Path, T]]:
    """One key of every row of a group at its place."""
    return (((*path, index, key), value) for index, value in enumerate(values))


def missing(used: Iterable[Named], known: Collection[str], text: str) -> Iterator[tuple[Path, str]]:
    """Each used name that is not known."""
    return ((path, f"{text}“{name}”") for path, name in used if name not in known)


def article_rules(profile: Profile) -> Iterator[Named]:
    """Every code that an article names."""
    for index, article in enumerate(profile.articles):
        yield from listed(("条文", index, "规则"), article.rules)


def listed(path: Path, names: Iterable[str]) -> Iterator[Named]:
    """Every item of a list at its place."""
    return (((*path, index), name) for index, name in enumerate(names))


def _rules(profile: Profile, known: Collection[str]) -> Iterator[tuple[Path, str]]:
    written = tuple(article_rules(profile))
    codes = {code for _, code in written}
    used = (
        *column(("情形",), "规则", (one.rule for one in profile.situations)),
        *column(("先后",), "规则", (one.rule for one in profile.precedences)),
    )
    yield from ((path, f"没有条文写明依据规则 {code}") for path, code in used if code not in codes)
    if known:
        yield from ((path, f"没有代码为 {code} 的规则") for path, code in (*used, *written) if code not in known)


def _cited(profile: Profile) -> Iterator[Named]:
    yield from column(("情形",), "条款", (one.article for one in profile.situations))
    yield from column(("参数",), "条款", (one.article for one in profile.parameters))
    yield from column(("权限",), "条款", (one.item for one in profile.mandates))
    for index, situation in enumerate(profile.situations):
        yield from column(("情形", index, "后续"), "条款", (one.article for one in situation.follow_ups))


def _meant(profile: Profile) -> Iterator[Named]:
    """The situations that the lines of the matrix name."""
    for path, names in column(("权限",), "情形", (one.situations for one in profile.mandates)):
        yield from listed(path, names)


def _situation(profile: Profile, at: Path, situation: Situation) -> Iterator[tuple[Path, str]]:
    if not any(situation.name in mandate.situations for mandate in profile.mandates):
        yield (*at, "名称"), f"权限里没有写谁可以进行{situation.name}"
    optional = listed((*at, "陈述可选"), situation.optional_statements)
    yield from missing(optional, situation.statements.keys(), "陈述里没有")
    complaints = listed((*at, "信访来源"), situation.complaint_sources)
    yield from missing(complaints, {*situation.sources, situation.other_source or ""}, "问题来源里没有")
    for place, follow_up in enumerate(situation.follow_ups):
        failing = listed((*at, "后续", place, "不合格评价"), follow_up.failing)
        yield from missing(failing, follow_up.verdicts, "评价里没有")


def _named_bodies(profile: Profile) -> Iterator[Named]:
    yield from listed(("报送机关",), profile.recipients)
    for index, situation in enumerate(profile.situations):
        yield from _written(("情形", index, "须商请"), situation.consulted)
        for place, follow_up in enumerate(situation.follow_ups):
            yield from listed(("情形", index, "后续", place, "报送"), follow_up.recipients)
    for index, row in enumerate(profile.coordinators):
        yield ("协调", index, "机关"), row.body
        yield from _written(("协调", index, "商请"), row.consulted)


def _written(path: Path, name: str | None) -> Iterator[Named]:
    if name is not None:
        yield path, name
