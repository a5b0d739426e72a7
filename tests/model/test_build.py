"""From plain values to records and back: every violation named at once, at its place, in Chinese."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuetan.finding import path_text
from yuetan.model import RECORDS, Interview, Office, Unit, build, plain
from yuetan.model.choices import Addressee, Mode, Part, Way
from yuetan.model.field import Column, Key, columns

DRAFTED = date(2026, 3, 2)
NOON = datetime(2026, 3, 10, 12)


def value(**more: Any) -> dict[str, Any]:
    return {
        "编号": "JS-202603-7K3FQ",
        "类型": "警示约谈",
        "起草": DRAFTED,
        "约谈对象": [{"编号": "FGW-002"}],
        **more,
    }


def faults(**more: Any) -> list[tuple[str, str, str]]:
    _, violations = build(Interview, value(**more))
    return [(path_text(v.path), v.message, v.kind) for v in violations]


def test_lawful_record_is_built_and_read_back_in_key_order() -> None:
    given = value(通知=[{"对象": ["FGW-002"], "日期": DRAFTED}], 主题="公务接待")
    record, violations = build(Interview, given)
    assert violations == ()
    assert record is not None
    assert record.notices[0].subjects == ("FGW-002",)
    back = plain(record)
    assert list(back) == ["编号", "类型", "起草", "主题", "约谈对象", "通知"]
    assert list(back["通知"][0]) == ["日期", "对象"]


def test_defaults_are_taken_where_nothing_is_written() -> None:
    record, _ = build(Interview, value(约谈人=[{"编号": "JW-001"}]))
    assert record is not None
    assert record.interviewers[0].part is Part.CONDUCTS


def test_a_choice_is_its_member_and_plain_text_again() -> None:
    record, violations = build(Interview, value(方式="集体谈话"))
    assert violations == ()
    assert record is not None
    assert record.mode is Mode.COLLECTIVE
    assert type(plain(record)["方式"]) is str


def test_members_of_choices_are_taken_where_text_is() -> None:
    record, violations = build(
        Interview, value(方式=Mode.INDIVIDUAL, 通知=[{"日期": DRAFTED, "送达": Addressee.PERSON, "方式": Way.WRITTEN}])
    )
    assert violations == ()
    assert record is not None
    assert plain(record) == value(方式="个别谈话", 通知=[{"日期": DRAFTED, "送达": "本人", "方式": "书面"}])


def test_empty_means_null_and_is_dropped() -> None:
    record, violations = build(
        Interview, value(主题=None, 通知=[], 谈话=None, 约谈对象=[{"编号": "A", "陈述": {"解释说明": None}}])
    )
    assert violations == ()
    assert record is not None
    assert plain(record) == {**value(), "约谈对象": [{"编号": "A"}]}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"主体": "x"}, ("主体", "没有“主体”这个键；是不是“主题”？", "unknown")),
        ({"起草": "2026-03-02"}, ("起草", "应为一个日期（如 2026-03-05，不加引号），现为文字“2026-03-02”", "wrong")),
        ({"起草": NOON}, ("起草", "应为一个日期（如 2026-03-05，不加引号），现为时间 2026-03-10T12:00:00", "wrong")),
        (
            {"谈话": {"时间": DRAFTED}},
            ("谈话.时间", "应为一个时间（如 2026-03-10T09:30:00，不加引号），现为日期 2026-03-02", "wrong"),
        ),
        ({"主题": 3}, ("主题", "应为一段文字，现为整数 3", "wrong")),
        ({"主题": True}, ("主题", "应为一段文字，现为 true", "wrong")),
        ({"主题": "　 "}, ("主题", "不能只有空白", "wrong")),
        ({"主题": ["x"]}, ("主题", "应为一段文字，现为列表", "wrong")),
        ({"审批": "同意"}, ("审批", "应为一组“键: 值”，现为文字“同意”", "wrong")),
        ({"方式": "个别谈"}, ("方式", "只能是个别谈话、集体谈话之一，现为文字“个别谈”；是不是“个别谈话”？", "wrong")),
        ({"方式": "xyz"}, ("方式", "只能是个别谈话、集体谈话之一，现为文字“xyz”", "wrong")),
        ({"通知": {"日期": DRAFTED}}, ("通知", "应为列表（每项以“- ”开头），现为一组“键: 值”", "wrong")),
        ({"通知": [None]}, ("通知[0]", "应为一组“键: 值”，现为空", "wrong")),
        ({"约谈对象": [{"编号": "A", "到场": 1}]}, ("约谈对象[0].到场", "应为 true 或 false，现为整数 1", "wrong")),
        ({"约谈对象": [{"编号": "甲"}]}, ("约谈对象[0].编号", "应为人员编号，如 FGW-002，现为文字“甲”", "wrong")),
        ({"约谈对象": [{"编号": "A", "陈述": "x"}]}, ("约谈对象[0].陈述", "应为一组“键: 文字”，现为文字“x”", "wrong")),
        (
            {"约谈对象": [{"编号": "A", "陈述": {"解释说明": 1}}]},
            ("约谈对象[0].陈述.解释说明", "应为一段文字，现为整数 1", "wrong"),
        ),
        ({"通知": [{}]}, ("通知[0].日期", "缺少“日期”：发出通知的日期", "missing")),
    ],
)
def test_violation_is_named_at_its_place(more: dict[str, Any], found: tuple[str, str, str]) -> None:
    assert found in faults(**more)


def test_every_violation_is_named_at_once_in_the_files_order() -> None:
    found = faults(多一=1, 主题=3, 多二=2)
    assert [path for path, _, _ in found] == ["多一", "主题", "多二"]


def test_unknown_key_without_a_near_one_names_those_that_may_stand_there() -> None:
    found = {path: message for path, message, _ in faults(审批={"日期": DRAFTED, "zzz": 1})}
    assert found == {"审批.zzz": "没有“zzz”这个键；这里可用的键：日期、审批人、意见"}


def test_long_words_are_cut_in_messages() -> None:
    assert faults(方式="长" * 30)[0][1].startswith("只能是个别谈话、集体谈话之一，现为文字“" + "长" * 20 + "…”")
    assert faults(**{"z" * 60: 1})[0][1].startswith("没有“" + "z" * 40 + "…”这个键")


def test_required_key_that_is_missing_or_wrong_leaves_no_record() -> None:
    record, violations = build(Interview, {"编号": "坏", "类型": "警示约谈"})
    assert record is None
    assert [(path_text(v.path), v.kind) for v in violations] == [
        ("编号", "wrong"),
        ("起草", "missing"),
        ("约谈对象", "missing"),
    ]


def test_what_is_no_mapping_is_no_record() -> None:
    for thing, word in ((None, "空"), ([], "列表"), ("x", "文字“x”"), (3, "整数 3")):
        record, violations = build(Unit, thing)
        assert record is None
        assert [v.message for v in violations] == [f"应为一组“键: 值”，现为{word}"]


def test_numbers_by_year_and_scalar_choices() -> None:
    office = {"单位": "JW", "角色": "汇总", "启用": DRAFTED, "规范": [{"自": DRAFTED, "规范": "x"}]}
    record, violations = build(Office, {**office, "文号": {"机关代字": "连纪约", "起始": {2026: 41, 2027: "x"}}})
    assert record is not None
    assert record.numbering is not None
    assert record.numbering.start == {"2026": 41}
    assert [(path_text(v.path), v.message) for v in violations] == [("文号.起始[2027]", "应为一个整数，现为文字“x”")]
    for choice in (3, True, "工作日", DRAFTED):
        built, found = build(Office, {**office, "选择": [{"参数": "p", "值": choice, "自": DRAFTED}]})
        assert found == ()
        assert built is not None
        assert built.choices[0].value == choice
    _, found = build(Office, {**office, "选择": [{"参数": "p", "值": [1], "自": DRAFTED}]})
    assert found[0].message == "应为一个值，现为列表"


PLAIN = st.text("甲乙丙丁 x", min_size=1, max_size=5).filter(lambda text: text.strip())
ALPHABET = st.characters(codec="utf-8", categories=("L", "N", "P"))
QUARTER = st.integers(0, 3)


def samples(column: Column) -> st.SearchStrategy[Any]:
    shape = column.shape
    single: dict[str, st.SearchStrategy[Any]] = {
        "text": PLAIN
        if column.key.pattern is None
        else st.from_regex(column.key.pattern, fullmatch=True, alphabet=ALPHABET),
        "integer": st.integers(),
        "boolean": st.booleans(),
        "day": st.dates(),
        "moment": st.datetimes(),
        "choice": st.sampled_from(shape.choices or ("",)),
        "texts": st.dictionaries(PLAIN, PLAIN, min_size=1, max_size=2),
        "numbers": st.dictionaries(PLAIN, st.integers(), min_size=1, max_size=2),
        "any": st.one_of(PLAIN, st.integers(), st.booleans(), st.dates()),
    }
    one = records(shape.record) if shape.record is not None else single[shape.kind]
    return st.lists(one, min_size=1, max_size=2) if shape.many else one


@cache
def records(record: type) -> st.SearchStrategy[dict[str, Any]]:
    """Made once a type: to make strategies takes longer than to draw from them."""
    return with_keys(tuple((column.key, samples(column)) for column in columns(record)))


@st.composite
def with_keys(draw: st.DrawFn, keys: tuple[tuple[Key, st.SearchStrategy[Any]], ...]) -> dict[str, Any]:
    """Every required key, each other one in four times."""
    kept = [(key, values) for key, values in keys if key.required or draw(QUARTER) == 0]
    return {key.name: draw(values) for key, values in kept}


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_what_is_built_reads_back_the_same(kind: str) -> None:
    @given(records(RECORDS[kind]))
    def check(given_value: dict[str, Any]) -> None:
        record, violations = build(RECORDS[kind], given_value)
        assert violations == ()
        assert record is not None
        back = plain(record)
        again, _ = build(RECORDS[kind], back)
        assert again == record
        for key, item in given_value.items():
            assert back[key] == item or isinstance(item, dict | list)

    check()


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.dates()),
        lambda inner: st.one_of(
            st.lists(inner),
            st.dictionaries(st.one_of(st.text(), st.sampled_from(["编号", "通知", "约谈对象", "谈话"])), inner),
        ),
        max_leaves=8,
    )
)
def test_no_value_makes_the_builder_fail(anything: Any) -> None:
    for record in RECORDS.values():
        built, violations = build(record, anything)
        assert built is not None or violations


def every_column(record: type, seen: tuple[type, ...] = ()) -> list[Column]:
    found = []
    for column in columns(record):
        found.append(column)
        inner = column.shape.record
        if inner is not None and inner not in seen:
            found.extend(every_column(inner, (*seen, inner)))
    return found


@pytest.mark.parametrize("kind", RECORDS)
def test_a_text_of_the_wrong_form_is_told_which_form_it_should_have(kind: str) -> None:
    for column in every_column(RECORDS[kind]):
        if column.key.pattern is not None:
            assert column.key.pattern_words
            assert "如 " in column.key.pattern_words
