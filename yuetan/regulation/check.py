"""Whether a profile holds together: names that stand for nothing, periods with gaps, values of the wrong kind.

The field table has checked its keys already (`load_profile`). Every finding names the place in the profile's file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Finding, Level, Path
from yuetan.model.field import columns
from yuetan.model.interview import Interview
from yuetan.model.paths import REGULATIONS
from yuetan.regulation import check_names
from yuetan.regulation.check_names import article_rules, column, missing
from yuetan.regulation.check_parameters import parameter_faults
from yuetan.regulation.check_periods import period_faults
from yuetan.regulation.compare import laxer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from yuetan.regulation.profile import Body, Profile

Fault = tuple["Path", str]
"""One thing in a profile that does not hold together: its place, and what is wrong."""
BROKEN = "S2"
LAXER = "B9"


def check_profile(
    profile: Profile, profiles: Mapping[str, Profile], known_rules: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Everything in which a profile does not hold together (errors), or is laxer than its parent (warnings, 第九条).

    `known_rules` are the codes of the program's rules; without them codes are not checked.
    """
    file = f"{REGULATIONS}{profile.name}.yaml"
    faults = [
        *_doubles(profile),
        *check_names.faults(profile, known_rules),
        *_bodies(profile),
        *_sundry(profile),
        *_parent(profile, profiles),
        *parameter_faults(profile),
        *period_faults(profile),
    ]
    broken = [Finding(BROKEN, Level.ERROR, None, file, path, message) for path, message in faults]
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
    names = (*_situation_names(profile), *_row_names(profile))
    yield from ((path, f"{name} 出现了两次") for path, name in _again(names))


def _situation_names(profile: Profile) -> Iterator[Fault]:
    yield from column(("情形",), "名称", (f"情形 {one.name}" for one in profile.situations))
    yield from column(("情形",), "代码", (f"情形代码 {one.code}" for one in profile.situations))
    yield from column(("情形",), "简称", (f"情形简称 {one.short}" for one in profile.situations))


def _row_names(profile: Profile) -> Iterator[Fault]:
    yield from column(("条文",), "条款", (f"条款 {one.number}" for one in profile.articles))
    yield from column(("参数",), "名称", (f"参数 {one.name}" for one in profile.parameters))
    yield from column(("权限",), "标识", (f"权限 {one.label}" for one in profile.mandates))
    yield from column(("报送期间",), "代码", (f"期间 {one.code}" for one in profile.periods))
    yield from ((path, f"规则 {code}") for path, code in article_rules(profile))


def _again(names: Iterable[Fault]) -> Iterator[Fault]:
    """Each name that stood before."""
    seen: set[str] = set()
    for path, name in names:
        if name in seen:
            yield path, name
        seen.add(name)


def _bodies(profile: Profile) -> Iterator[Fault]:
    for index, body in enumerate(profile.bodies):
        if _ends_before(body):
            yield ("机关", index, "至"), "早于 自"
        if not (body.names or body.contains or body.kinds):
            yield ("机关", index), "没有全称、名称含或类别，任何单位都不会是它"


def _ends_before(dated: Body | Profile) -> bool:
    return dated.since is not None and dated.until is not None and dated.until < dated.since


def _sundry(profile: Profile) -> Iterator[Fault]:
    catch_all = [i for i, row in enumerate(profile.coordinators) if not row.people]
    if profile.coordinators and catch_all != [len(profile.coordinators) - 1]:
        yield ("协调",), "应当只有最后一行不写范围（其余的都由它协调）"
    yield from _steps(profile)
    yield from _telling(profile.neutral_words or {})
    if _ends_before(profile):
        yield ("至",), "早于 自"


def _steps(profile: Profile) -> Iterator[Fault]:
    steps: list[Fault] = []
    for index, row in enumerate(profile.precedences):
        steps += [(("先后", index, "先"), row.first), (("先后", index, "后"), row.then)]
    yield from missing(steps, {one.key.name for one in columns(Interview)}, "约谈记录里没有")


def _telling(words: Mapping[str, str]) -> Iterator[Fault]:
    for word, neutral in words.items():
        if any(other in neutral for other in words):
            yield ("中性表述", word), f"建议的说法“{neutral}”本身会暴露来源"


def _parent(profile: Profile, profiles: Mapping[str, Profile]) -> Iterator[Fault]:
    seen = {profile.name}
    above = profile.parent
    if above is not None and above not in profiles and above != profile.name:
        yield ("上位规范",), f"没有名为“{above}”的规范"
    while above is not None:
        if above in seen:
            yield ("上位规范",), "上位规范绕回了自己"
            return
        seen.add(above)
        parent = profiles.get(above)
        above = parent.parent if parent is not None else None
