"""Looking into plain values: what stands at a key, where it is of the kind asked for; else nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from yuetan.codec import plain

if TYPE_CHECKING:
    from yuetan.codec.plain import Plain, Value

VALUE: Plain = {
    "安排": {"地点": "三楼"},
    "通知": [{"日期": date(2026, 3, 5)}, "甲", {"日期": date(2026, 3, 6)}],
    "签字": ["约谈人", 1, "记录人"],
    "起草": date(2026, 3, 2),
    "时间": datetime(2026, 3, 10, 9),
    "主题": "公务接待",
    "序号": 3,
    "空": None,
}


def test_a_mapping_and_the_mappings_of_a_list_are_the_values_own() -> None:
    assert plain.block(VALUE, "安排") is VALUE["安排"]
    first, last = plain.rows(VALUE, "通知")
    notices = VALUE["通知"]
    assert isinstance(notices, list)
    assert first is notices[0]
    assert last is notices[2]


def test_a_list_of_items_is_a_copy_with_everything_in_it() -> None:
    items = plain.items(VALUE, "通知")
    assert items == VALUE["通知"]
    assert items is not VALUE["通知"]


def test_of_texts_only_texts_are_given() -> None:
    assert plain.texts(VALUE, "签字") == ["约谈人", "记录人"]
    assert plain.text(VALUE, "主题") == "公务接待"


def test_a_moment_is_a_day_too() -> None:
    assert plain.day(VALUE, "起草") == date(2026, 3, 2)
    assert plain.day(VALUE, "时间") == datetime(2026, 3, 10, 9)


@pytest.mark.parametrize("name", ["空", "序号", "没有"])
def test_anything_else_is_nothing(name: str) -> None:
    nothing: list[Value] = [{}, [], [], [], "", None]
    found = [look(VALUE, name) for look in (plain.block, plain.rows, plain.items, plain.texts, plain.text, plain.day)]
    assert found == nothing
    assert (plain.rows(VALUE, "安排"), plain.block(VALUE, "通知"), plain.day(VALUE, "主题")) == ([], {}, None)
