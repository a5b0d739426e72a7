"""A profile with every situation, statement, document and verdict called something else, and other numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yuetan.regulation.profile import Mandate, Parameter, Profile, Situation

RENAMED = "renamed-2015"
OTHER_NUMBERS = {"通知.提前": 5, "整改.期限": 8, "年度.最少": 3, "任前.之前": 45, "约谈.最少人数": 2, "回访.月数": 9}


def other(profile: Profile) -> Profile:
    """The profile with every situation, statement, document and verdict called something else, and other numbers."""
    situations = tuple(_other_situation(one, index) for index, one in enumerate(profile.situations))
    names = {old.name: new.name for old, new in zip(profile.situations, situations, strict=True)}
    return replace(
        profile,
        name=RENAMED,
        situations=situations,
        mandates=tuple(_other_mandate(line, names) for line in profile.mandates),
        parameters=tuple(_other_parameter(one) for one in profile.parameters),
    )


def _other_situation(one: Situation, index: int) -> Situation:
    def called(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"新{word}" for word in words)

    letter = "ABCD"[index]
    documents = tuple(
        replace(row, document=f"新{row.document}", verdicts=called(row.verdicts), failing=called(row.failing))
        for row in one.follow_ups
    )
    return replace(
        one,
        name=f"第{letter}类谈话",
        short=f"{letter}类",
        code=letter * 3,
        statements={f"新{name}": words for name, words in one.statements.items()},
        optional_statements=called(one.optional_statements),
        sources=called(one.sources),
        complaint_sources=called(one.complaint_sources),
        whose=called(one.whose),
        kinds=called(one.kinds),
        sanction_categories=called(one.sanction_categories),
        follow_ups=documents,
    )


def _other_mandate(line: Mandate, names: dict[str, str]) -> Mandate:
    return replace(line, situations=tuple(names[name] for name in line.situations))


def _other_parameter(one: Parameter) -> Parameter:
    if one.name not in OTHER_NUMBERS:
        return one
    return replace(one, values=tuple(replace(row, value=OTHER_NUMBERS[one.name]) for row in one.values))
