"""Whether a profile holds together: names that stand for nothing, periods with gaps, values of the wrong kind.

The field table has checked its keys already (`load_profile`). Every finding names the place in the profile's file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.finding import Finding, Level, Path
from yuetan.model.field import columns
from yuetan.model.interview import Interview
from yuetan.model.paths import REGULATIONS
from yuetan.regulation.check_parameters import parameter_faults
from yuetan.regulation.check_periods import period_faults
from yuetan.regulation.compare import laxer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from yuetan.regulation.profile import Profile

BROKEN = "S2"
LAXER = "B9"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a profile that does not hold together."""

    path: Path
    message: str


def check_profile(
    profile: Profile, profiles: Mapping[str, Profile], known_rules: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Everything in which a profile does not hold together (errors), or is laxer than its parent (warnings, 第九条).

    `known_rules` are the codes of the program's rules; without them codes are not checked.
    """
    file = f"{REGULATIONS}{profile.name}.yaml"
    faults = [
        *_doubles(profile),
        *_rules(profile, known_rules),
        *_articles(profile),
        *_situations(profile),
        *_bodies(profile),
        *_sundry(profile),
        *_parent(profile, profiles),
        *(Fault(*fault) for fault in parameter_faults(profile)),
        *(Fault(*fault) for fault in period_faults(profile)),
    ]
    broken = [Finding(BROKEN, Level.ERROR, None, file, fault.path, fault.message) for fault in faults]
    return (*broken, *_laxer(profile, profiles, file))


def _laxer(profile: Profile, profiles: Mapping[str, Profile], file: str) -> Iterator[Finding]:
    parent = profiles.get(profile.parent or "")
    if parent is None:
        return
    provision = profile.provision(LAXER) or parent.provision(LAXER)
    for row in laxer(profile, parent, profile.since):
        path: Path = ("参数",) if row.index is None else ("参数", row.index)
        yield Finding(LAXER, Level.WARNING, provision, file, path, row.message)


def _doubles(profile: Profile) -> Iterator[Fault]:
    names = [
        *((("情形", i, "名称"), f"情形 {s.name}") for i, s in enumerate(profile.situations)),
        *((("情形", i, "代码"), f"情形代码 {s.code}") for i, s in enumerate(profile.situations)),
        *((("情形", i, "简称"), f"情形简称 {s.short}") for i, s in enumerate(profile.situations)),
        *((("条文", i, "条款"), f"条款 {a.number}") for i, a in enumerate(profile.articles)),
        *((("参数", i, "名称"), f"参数 {p.name}") for i, p in enumerate(profile.parameters)),
        *((("权限", i, "标识"), f"权限 {m.label}") for i, m in enumerate(profile.mandates)),
        *((("报送期间", i, "代码"), f"期间 {p.code}") for i, p in enumerate(profile.periods)),
        *(((*path, "规则", i), f"规则 {code}") for path, i, code in _article_rules(profile)),
    ]
    seen: set[str] = set()
    for path, name in names:
        if name in seen:
            yield Fault(path, f"{name} 出现了两次")
        seen.add(name)


def _article_rules(profile: Profile) -> Iterator[tuple[Path, int, str]]:
    for index, article in enumerate(profile.articles):
        for place, code in enumerate(article.rules):
            yield ("条文", index), place, code


def _rules(profile: Profile, known: Collection[str]) -> Iterator[Fault]:
    written = {code for _, _, code in _article_rules(profile)}
    used: list[tuple[Path, str]] = [(("情形", i, "规则"), s.rule) for i, s in enumerate(profile.situations)]
    used += [(("先后", i, "规则"), row.rule) for i, row in enumerate(profile.precedences)]
    for path, code in used:
        if code not in written:
            yield Fault(path, f"没有条文写明依据规则 {code}")
    used += [((*path, "规则", i), code) for path, i, code in _article_rules(profile)]
    for path, code in used:
        if known and code not in known:
            yield Fault(path, f"没有代码为 {code} 的规则")


def _articles(profile: Profile) -> Iterator[Fault]:
    numbers = {article.number for article in profile.articles}
    cited: list[tuple[Path, str]] = [(("情形", i, "条款"), s.article) for i, s in enumerate(profile.situations)]
    cited += [(("参数", i, "条款"), p.article) for i, p in enumerate(profile.parameters)]
    cited += [(("权限", i, "条款"), m.item) for i, m in enumerate(profile.mandates)]
    cited += [
        (("情形", i, "后续", j, "条款"), follow_up.article)
        for i, s in enumerate(profile.situations)
        for j, follow_up in enumerate(s.follow_ups)
    ]
    yield from _missing(cited, numbers, "条文里没有")


def _situations(profile: Profile) -> Iterator[Fault]:
    names = {situation.name for situation in profile.situations}
    meant: list[tuple[Path, str]] = [
        (("权限", i, "情形", j), name) for i, m in enumerate(profile.mandates) for j, name in enumerate(m.situations)
    ]
    yield from _missing(meant, names, "没有名为此的情形：")
    for index, situation in enumerate(profile.situations):
        at: Path = ("情形", index)
        if not any(situation.name in mandate.situations for mandate in profile.mandates):
            yield Fault((*at, "名称"), f"权限里没有写谁可以进行{situation.name}")
        optional: list[tuple[Path, str]] = [
            ((*at, "陈述可选", i), n) for i, n in enumerate(situation.optional_statements)
        ]
        yield from _missing(optional, set(situation.statements), "陈述里没有")
        sources = {*situation.sources, situation.other_source or ""}
        complaints: list[tuple[Path, str]] = [
            ((*at, "信访来源", i), n) for i, n in enumerate(situation.complaint_sources)
        ]
        yield from _missing(complaints, sources, "问题来源里没有")
        for place, follow_up in enumerate(situation.follow_ups):
            failing: list[tuple[Path, str]] = [
                ((*at, "后续", place, "不合格评价", i), word) for i, word in enumerate(follow_up.failing)
            ]
            yield from _missing(failing, set(follow_up.verdicts), "评价里没有")


def _bodies(profile: Profile) -> Iterator[Fault]:
    names = {body.name for body in profile.bodies}
    named: list[tuple[Path, str]] = [(("报送机关", i), name) for i, name in enumerate(profile.recipients)]
    for index, situation in enumerate(profile.situations):
        if situation.consulted is not None:
            named.append((("情形", index, "须商请"), situation.consulted))
        for place, follow_up in enumerate(situation.follow_ups):
            named += [(("情形", index, "后续", place, "报送", i), name) for i, name in enumerate(follow_up.recipients)]
    for index, row in enumerate(profile.coordinators):
        named.append((("协调", index, "机关"), row.body))
        if row.consulted is not None:
            named.append((("协调", index, "商请"), row.consulted))
    yield from _missing(named, names, "机关里没有")
    for index, body in enumerate(profile.bodies):
        if body.since is not None and body.until is not None and body.until < body.since:
            yield Fault(("机关", index, "至"), "早于 自")
        if not (body.names or body.contains or body.kinds):
            yield Fault(("机关", index), "没有全称、名称含或类别，任何单位都不会是它")


def _sundry(profile: Profile) -> Iterator[Fault]:
    catch_all = [i for i, row in enumerate(profile.coordinators) if not row.people]
    if profile.coordinators and catch_all != [len(profile.coordinators) - 1]:
        yield Fault(("协调",), "应当只有最后一行不写范围（其余的都由它协调）")
    keys = {column.key.name for column in columns(Interview)}
    steps: list[tuple[Path, str]] = []
    for index, row in enumerate(profile.precedences):
        steps += [(("先后", index, "先"), row.first), (("先后", index, "后"), row.then)]
    yield from _missing(steps, keys, "约谈记录里没有")
    for word, neutral in (profile.neutral_words or {}).items():
        if any(other in neutral for other in profile.neutral_words or {}):
            yield Fault(("中性表述", word), f"建议的说法“{neutral}”本身会暴露来源")
    if profile.until is not None and profile.until < profile.since:
        yield Fault(("至",), "早于 自")


def _parent(profile: Profile, profiles: Mapping[str, Profile]) -> Iterator[Fault]:
    seen = {profile.name}
    above = profile.parent
    if above is not None and above not in profiles and above != profile.name:
        yield Fault(("上位规范",), f"没有名为“{above}”的规范")
    while above is not None:
        if above in seen:
            yield Fault(("上位规范",), "上位规范绕回了自己")
            return
        seen.add(above)
        parent = profiles.get(above)
        above = parent.parent if parent is not None else None


def _missing(used: Iterable[tuple[Path, str]], known: Collection[str], words: str) -> Iterator[Fault]:
    for path, name in used:
        if name not in known:
            yield Fault(path, f"{words}“{name}”")
