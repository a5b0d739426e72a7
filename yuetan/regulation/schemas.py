"""The JSON Schemas of every file in an archive: the field table's skeleton, and what the profiles add to an interview.

An editor offers the situations' names, and for each the keys of 陈述 and the words that its profile allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.model import RECORDS
from yuetan.model.interview import WRITTEN_MATERIAL
from yuetan.model.schema import schema_of, schema_text
from yuetan.regulation.calendar import CalendarYear
from yuetan.regulation.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    records: dict[str, type[Any]] = {**RECORDS, "regulation": Profile, "calendar": CalendarYear}
    found = {kind: schema_of(record, _TITLES[kind]) for kind, record in records.items()}
    add_profiles(found["interview"], tuple(profiles))
    return {f"{FOLDER}{kind}.schema.json": schema_text(schema) for kind, schema in sorted(found.items())}


def add_profiles(schema: dict[str, Any], profiles: tuple[Profile, ...]) -> None:
    """Add to an interview's schema the situations of the profiles, and what each allows, by if and then."""
    by_name: dict[str, list[Situation]] = {}
    for profile in profiles:
        for situation in profile.situations:
            by_name.setdefault(situation.name, []).append(situation)
    if not by_name:
        return
    kind = schema["properties"]["类型"]
    schema["properties"]["类型"] = {"description": kind["description"], "enum": list(by_name)}
    schema["properties"]["规范"]["examples"] = [profile.name for profile in profiles]
    schema["allOf"] = [_case(name, situations) for name, situations in by_name.items()]


def _case(name: str, situations: list[Situation]) -> dict[str, Any]:
    return {
        "if": {"properties": {"类型": {"const": name}}, "required": ["类型"]},
        "then": {"properties": {"约谈对象": {"items": {"properties": _subject(situations)}}}},
    }


def _subject(situations: list[Situation]) -> dict[str, Any]:
    """What a subject's facts may say under this situation, in any of the profiles that have it."""
    statements = {key: about for situation in situations for key, about in situation.statements.items()}
    statements[WRITTEN_MATERIAL] = "书面材料，附在口头陈述之外，不能代替"
    properties: dict[str, Any] = {
        "陈述": {
            "properties": {key: {"type": ["string", "null"], "description": text} for key, text in statements.items()},
            "additionalProperties": False,
        }
    }
    sources = [word for s in situations for word in (*s.sources, s.other_source) if word is not None]
    _limit(properties, ("问题", "来源"), sources)
    _limit(properties, ("问题", "归属"), [word for s in situations for word in s.whose], many=True)
    _limit(properties, ("任前", "情形"), [word for s in situations for word in s.kinds])
    _limit(properties, ("处分", "类别"), [word for s in situations for word in s.sanction_categories], inside=True)
    verdicts = [word for s in situations for follow_up in s.follow_ups for word in follow_up.verdicts]
    _limit(properties, ("整改", "评价"), verdicts, inside=True)
    return properties


def _limit(
    properties: dict[str, Any], path: tuple[str, str], words: list[str], *, many: bool = False, inside: bool = False
) -> None:
    """Limit one key of a group of facts to these words; `many`: a list of them, `inside`: the group is a list."""
    if not words:
        return
    unique = list(dict.fromkeys(words))
    allowed: dict[str, Any] = {"items": {"enum": unique}} if many else {"enum": [*unique, None]}
    group = properties.setdefault(path[0], {})
    if inside:
        group = group.setdefault("items", {})
    group.setdefault("properties", {})[path[1]] = allowed
