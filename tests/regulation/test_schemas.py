"""The JSON Schemas: committed as generated, and of one mind with the field table about what a record is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.profiles import shipped_profiles
from yuetan.codec import read
from yuetan.desk import shipped
from yuetan.finding import path_text
from yuetan.model.paths import kind_of
from yuetan.regulation.schemas import add_profiles, schemas

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = schemas(shipped_profiles())
VALIDATORS = {path.split("/")[1].split(".")[0]: Draft202012Validator(json.loads(text)) for path, text in TEXTS.items()}


def as_editor_sees(value: Any) -> Any:
    """Dates as text, keys as text: what a YAML language server gives its validator."""
    if isinstance(value, dict):
        return {str(key): as_editor_sees(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_editor_sees(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(kind: str, value: Any) -> list[str]:
    return sorted(
        path_text(tuple(error.absolute_path)) for error in VALIDATORS[kind].iter_errors(as_editor_sees(value))
    )


def interview(**more: Any) -> dict[str, Any]:
    return {
        "编号": "JS-202603-7K3FQ",
        "类型": "警示约谈",
        "起草": date(2026, 3, 2),
        "约谈对象": [{"编号": "FGW-002", **more.pop("对象", {})}],
        **more,
    }


@pytest.mark.parametrize("path", sorted(TEXTS))
def test_committed_is_what_the_table_generates(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == TEXTS[path]


@pytest.mark.parametrize("kind", sorted(VALIDATORS))
def test_schema_is_a_schema_and_describes_every_key(kind: str) -> None:
    Draft202012Validator.check_schema(VALIDATORS[kind].schema)

    def walk(node: Any) -> None:
        if isinstance(node, dict) and node.get("additionalProperties") is False:
            assert all(item.get("description") for item in node["properties"].values()), node["properties"].keys()
        for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            walk(item)

    walk(VALIDATORS[kind].schema)


@pytest.mark.parametrize("folder", ["records/units", "records/plans", "records/received", "records/interviews/2026/03"])
def test_demonstration_records_match(folder: str) -> None:
    files = shipped.read(folder, ".yaml")
    assert files
    for path, data in files.items():
        kind = kind_of(path)
        assert kind is not None
        assert faults(kind, read(data).value) == [], path


def test_profiles_and_office_match() -> None:
    for path, data in shipped.read("schemas/regulations", ".yaml").items():
        assert faults("regulation", read(data).value) == [], path
    assert faults("office", read(shipped.read_one("yuetan.yaml")).value) == []


def test_lawful_interview_matches_and_empty_means_null() -> None:
    assert faults("interview", interview(主题=None, 方式=None, 谈话=None, 通知=None)) == []
    assert faults("interview", interview(谈话={"时间": "2026-03-10T09:30:00"})) == []


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (interview(多余=1), ""),
        (interview(类型="诫勉谈话"), "类型"),
        (interview(起草="2026-3-2"), "起草"),
        (interview(起草="2026-13-02"), "起草"),
        (interview(编号="JS-1"), "编号"),
        (interview(方式="谈话"), "方式"),
        (interview(主题="  "), "主题"),
        (interview(谈话={"时间": "2026-03-10"}), "谈话.时间"),
        (interview(对象={"到场": "是"}), "约谈对象[0].到场"),
        (interview(对象={"陈述": {"责任制履行情况": "x"}}), "约谈对象[0].陈述"),
        (interview(对象={"问题": {"来源": "听说"}}), "约谈对象[0].问题.来源"),
        (interview(对象={"问题": {"归属": ["别人"]}}), "约谈对象[0].问题.归属[0]"),
        (interview(对象={"整改": [{"评价": "好"}]}), "约谈对象[0].整改[0].评价"),
        (interview(通知=[{"日期": "2026-03-05", "文号": "连纪约[2026]3号"}]), "通知[0].文号"),
    ],
)
def test_fault_is_found_at_its_place(record: dict[str, Any], path: str) -> None:
    assert faults("interview", record) == [path]


def test_situations_allow_their_own_words_only() -> None:
    assert faults("interview", interview(对象={"陈述": {"解释说明": "x", "书面材料": "附后"}})) == []
    county = interview(类型="提示约谈", 对象={"陈述": {"情况说明": "x"}, "整改": [{"评价": "认可"}]})
    assert faults("interview", county) == []


def test_missing_keys_are_named() -> None:
    assert faults("interview", {}) == [""] * 4


def test_without_profiles_the_skeleton_stands_alone() -> None:
    schema: dict[str, Any] = {"properties": {"类型": {}}}
    add_profiles(schema, ())
    assert schema == {"properties": {"类型": {}}}
