"""Plain values in the order of the table, whatever order a person wrote them in."""

from __future__ import annotations

from datetime import date

from yuetan.model import Interview
from yuetan.model.arrange import arranged

DAY = date(2026, 3, 2)


def test_keys_come_in_the_tables_order_at_every_depth() -> None:
    value = arranged(
        Interview,
        {
            "通知": [{"对象": ["A"], "日期": DAY}],
            "约谈对象": [{"姓名": "甲", "编号": "A"}],
            "起草": DAY,
            "安排": {"地点": "三楼", "待定": {"原因": "出差", "日期": DAY}},
            "编号": "JS-202603-7K3FQ",
        },
    )
    assert list(value) == ["编号", "起草", "约谈对象", "安排", "通知"]
    assert str(value["通知"]) == str([{"日期": DAY, "对象": ["A"]}])
    assert str(value["约谈对象"]) == str([{"编号": "A", "姓名": "甲"}])
    assert str(value["安排"]) == str({"地点": "三楼", "待定": {"日期": DAY, "原因": "出差"}})


def test_what_is_empty_is_left_out_and_false_and_nought_are_not_empty() -> None:
    value = {
        "主题": "",
        "事由": None,
        "附件": [],
        "谈话": {},
        "约谈对象": [{"编号": "A", "到场": False, "说明": ""}],
        "数": 0,
    }
    assert arranged(Interview, value) == {"约谈对象": [{"编号": "A", "到场": False}], "数": 0}


def test_a_block_that_holds_nothing_is_left_out_with_what_held_it() -> None:
    assert arranged(Interview, {"安排": {"待定": {"原因": ""}}}) == {}


def test_unknown_keys_stay_last_in_their_own_order() -> None:
    assert list(arranged(Interview, {"丙": 1, "甲": 2, "主题": "x"})) == ["主题", "丙", "甲"]


def test_what_is_no_mapping_where_one_belongs_stays_as_it_is() -> None:
    assert arranged(Interview, {"约谈对象": ["甲"], "安排": "三楼"}) == {"约谈对象": ["甲"], "安排": "三楼"}
