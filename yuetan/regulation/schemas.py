"""The JSON Schemas of every file in an archive: the field table's skeleton, and what the profiles add to an interview.

An editor offers the situations' names, and for each the keys of 陈述 and the words that its profile allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.codec.plain import block
from yuetan.model import RECORDS
from yuetan.model.interview import WRITTEN_MATERIAL
from yuetan.model.schema import schema_of, schema_text
from yuetan.regulation.calendar import CalendarYear
from yuetan.regulation.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from yuetan.codec.plain import Plain, Value
    from yuetan.model.field import Record
    from yuetan.regulation.profile import Situation

FOLDER = "schemas/"
_TITLES = {
    "interview": "约谈",
    "unit": "单位",
    "plan": "年度计划",
    "report": "报送",
    "received": "收到的报送",
    "office": "本单位（yuetan.yaml）",
    "regulation": "规范",
    "calendar": "放假安排",
}


def schemas(profiles: Iterable[Profile]) -> dict[str, str]:
    """Every schema file's text by its archive-relative path; the interview's knows the given profiles."""
    records: dict[str, Record] = {**RECORDS, "regulation": Profile, "calendar": CalendarYear}
    found = {kind: schema_of(record, _TITLES[kind]) for kind, record in records.items()}
    add_profiles(found["interview"], tuple(profiles))
    return {f"{FOLDER}{kind}.schema.json": schema_text(schema) for kind, schema in sorted(found.items())}


def add_profiles(schema: Plain, profiles: tuple[Profile, ...]) -> None:
    """Add to an interview's schema the situations of the profiles, and what each allows, by if and then."""
    by_name: dict[str, list[Situation]] = {}
    for situation in (one for profile in profiles for one in profile.situations):
        by_name.setdefault(situation.name, []).append(situation)
    if not by_name:
        return
    properties = block(schema, "properties")
    kind = block(properties, "类型")
    properties["类型"] = {"description": kind["description"], "enum": list(by_name)}
    block(properties, "规范")["examples"] = [profile.name for profile in profiles]
    schema["allOf"] = [_case(name, situations) for name, situations in by_name.items()]


def _case(name: str, situations: list[Situation]) -> Plain:
    return {
        "if": {"properties": {"类型": {"const": name}}, "required": ["类型"]},
        "then": {"properties": {"约谈对象": {"items": {"properties": _subject(situations)}}}},
    }


def _subject(situations: list[Situation]) -> Plain:
    """What a subject's facts may say under this situation, in any of the profiles that have it."""
    groups: Plain = {"陈述": _statements(situations)}
    problem = {"来源": _one_of(situations, _sources), "归属": _some_of(situations, lambda one: one.whose)}
    groups["问题"] = _group(problem)
    groups["任前"] = _group({"情形": _one_of(situations, lambda one: one.kinds)})
    groups["处分"] = _rows({"类别": _one_of(situations, lambda one: one.sanction_categories)})
    groups["整改"] = _rows({"评价": _one_of(situations, _verdicts)})
    return {name: group for name, group in groups.items() if group}


def _statements(situations: list[Situation]) -> Plain:
    texts = {key: about for situation in situations for key, about in situation.statements.items()}
    texts[WRITTEN_MATERIAL] = "书面材料，附在口头陈述之外，不能代替"
    keys: Plain = {key: {"type": ["string", "null"], "description": text} for key, text in texts.items()}
    return {"properties": keys, "additionalProperties": False}


def _sources(situation: Situation) -> tuple[str, ...]:
    other = situation.other_source
    return (*situation.sources, other) if other is not None else situation.sources


def _verdicts(situation: Situation) -> tuple[str, ...]:
    return tuple(word for follow_up in situation.follow_ups for word in follow_up.verdicts)


def _one_of(situations: list[Situation], words: Callable[[Situation], Iterable[str]]) -> Plain:
    """The schema of a key that holds one of the situations' words; empty where they name none."""
    found = _words(situations, words)
    return {"enum": [*found, None]} if found else {}


def _some_of(situations: list[Situation], words: Callable[[Situation], Iterable[str]]) -> Plain:
    """The same of a key that holds several."""
    found = _words(situations, words)
    return {"items": {"enum": found}} if found else {}


def _words(situations: list[Situation], words: Callable[[Situation], Iterable[str]]) -> list[Value]:
    return list(dict.fromkeys(word for situation in situations for word in words(situation)))


def _group(keys: Mapping[str, Plain]) -> Plain:
    """The schema of a group of facts of which these keys are limited; empty where none is."""
    limited: Plain = {key: schema for key, schema in keys.items() if schema}
    return {"properties": limited} if limited else {}


def _rows(keys: Mapping[str, Plain]) -> Plain:
    """The same of a list of groups."""
    group = _group(keys)
    return {"items": group} if group else {}
