"""Whether the parameters of a profile, and an office's choices among them, can be taken (第十条)."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from yuetan.regulation.law import value_on
from yuetan.regulation.parameters import PARAMETERS, value_fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.finding import Path
    from yuetan.model.office import Choice, Office
    from yuetan.regulation.profile import Parameter, Profile

Fault = tuple["Path", str]


def parameter_faults(profile: Profile) -> Iterator[Fault]:
    """Unknown names, values of the wrong kind or not among the options, days without a value, names that are needed."""
    for index, parameter in enumerate(profile.parameters):
        at: Path = ("参数", index)
        if parameter.name not in PARAMETERS:
            yield (*at, "名称"), _unknown(parameter.name)
        yield from _values(parameter, at)
        if value_on(parameter, profile.since) is None:
            yield (*at, "取值"), f"施行之日 {profile.since.isoformat()} 还没有值"
        yield from _order(parameter, at)
    names = {parameter.name for parameter in profile.parameters}
    for path, name in _needed(profile):
        if name not in names:
            yield path, f"参数里没有“{name}”"


def choice_faults(office: Office, profiles: Mapping[str, Profile]) -> Iterator[Fault]:
    """What is wrong with the choices in yuetan.yaml: unknown parameters, fixed ones, values that no option allows.

    A choice is a reading that 第十条's bodies gave: which body, in which document, must be said.
    """
    own = [profiles[row.name] for row in office.regulations if row.name in profiles]
    for index, choice in enumerate(office.choices):
        at: Path = ("选择", index)
        parameters = [p for profile in own if (p := profile.parameter(choice.parameter)) is not None]
        yield from (((*at, key), text) for key, text in _choice(choice, parameters))
        if choice.body is None:
            yield at, "没有写明解释机关：只有规范所列的解释机关可以作出解释"


def _choice(choice: Choice, parameters: list[Parameter]) -> Iterator[tuple[str, str]]:
    """What is wrong with a choice among these parameters of its name: key and text."""
    if not parameters:
        yield "参数", f"本单位的规范里没有参数“{choice.parameter}”"
    elif not any(parameter.choice for parameter in parameters):
        yield "参数", f"“{choice.parameter}”由{parameters[0].article}写明，不可选择"
    elif (fault := _choice_value(choice, parameters)) is not None:
        yield "值", fault


def _choice_value(choice: Choice, parameters: list[Parameter]) -> str | None:
    options = [option for parameter in parameters for option in parameter.options]
    if options and choice.value not in options:
        return f"“{choice.parameter}”只能是{'、'.join(dict.fromkeys(options))}之一"
    return value_fault(choice.parameter, choice.value)


def _values(parameter: Parameter, at: Path) -> Iterator[Fault]:
    seen = set()
    for place, row in enumerate(parameter.values):
        fault = value_fault(parameter.name, row.value)
        if fault is not None:
            yield (*at, "取值", place, "值"), fault
        elif parameter.options and row.value not in parameter.options:
            yield (*at, "取值", place, "值"), f"不在可选值之内：{'、'.join(parameter.options)}"
        if row.since in seen:
            yield (*at, "取值", place, "自"), f"{row.since.isoformat()} 写了两次"
        seen.add(row.since)


def _order(parameter: Parameter, at: Path) -> Iterator[Fault]:
    if parameter.stricter_order and set(parameter.stricter_order) != set(parameter.options):
        yield (*at, "从宽到严"), "应当正好列出全部可选值"


def _needed(profile: Profile) -> Iterator[Fault]:
    for index, situation in enumerate(profile.situations):
        for place, follow_up in enumerate(situation.follow_ups):
            yield ("情形", index, "后续", place, "期限参数"), follow_up.term
    for index, mandate in enumerate(profile.mandates):
        if mandate.settled_by is not None:
            yield ("权限", index, "读法参数"), mandate.settled_by


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, tuple(PARAMETERS), 1, 0.5)
    return f"没有规则用到参数“{name}”" + (f"；是不是“{near[0]}”？" if near else "")
