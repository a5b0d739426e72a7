"""Writing: new records in the house's style, old ones with everything left alone that did not change."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pytest

from yuetan.codec import read, write, write_form
from yuetan.errors import BadInputError, InternalFaultError

BEFORE = """\
# yaml-language-server: $schema=x

编号: JS-1       # 终身不变
"主题" :  '公务接待'
审批: {日期: 2026-03-04, 审批人: 赵甲子}   # 分管领导
约谈人:
  # 主谈
  - 编号: A     # 甲
    职务: |     # 两行
      书记
      主任

  # 参加
  - 编号: B
    职务: 委员

# 安排好了
安排:
    时间: 2026-03-10T09:30:00
    地点: 三楼
备注:
# 完
"""


def value_of(text: str = BEFORE) -> dict[str, Any]:
    document = read(text.encode())
    assert document.faults == ()
    assert document.value is not None
    return document.value


def changes(wanted: dict[str, Any], before: str = BEFORE) -> tuple[list[str], list[str]]:
    """The lines that went and those that came, after checking what holds for every change."""
    after = write(wanted, before.encode())
    assert read(after).faults == ()
    assert write(wanted, after) == after
    old, new = before.splitlines(keepends=True), after.decode().splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def test_a_fresh_record_is_in_the_house_style() -> None:
    value = {
        "编号": "JS-202603-7K3FQ",
        "起草": date(2026, 3, 2),
        "空": None,
        "线索": "0123",
        "说明": "",
        "教育提醒": "第一段\n\n第二段\n",
        "教育": "一\n二",
        "约谈人": [{"编号": "A", "分工": ["主谈", "参加"], "到场": True}, "乙", None, {}, [], [["丙"], [1]]],
        "安排": {"时间": datetime(2026, 3, 10, 9, 30), "地点": "三楼"},
        "起始": {"2026": 41, "true": 1},
        "无": {"内": {"里": []}},
    }
    assert write(value, header="# 头").decode() == (
        "# 头\n编号: JS-202603-7K3FQ\n起草: 2026-03-02\n线索: '0123'\n说明: ''\n教育提醒: |\n  第一段\n\n  第二段\n"
        "教育: |-\n  一\n  二\n约谈人:\n  - 编号: A\n    分工:\n      - 主谈\n      - 参加\n    到场: true\n  - 乙\n"
        "  - null\n  - {}\n  - []\n  - - - 丙\n    - - 1\n安排:\n  时间: 2026-03-10T09:30:00\n  地点: 三楼\n"
        "起始:\n  2026: 41\n  'true': 1\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("是", "是"),
        ("第八条（二）", "第八条（二）"),
        ("a:b", "a:b"),
        ("0123", "'0123'"),
        ("1e5", "'1e5'"),
        ("2026-03-05", "'2026-03-05'"),
        ("2026-02-30", "'2026-02-30'"),
        ("2026-02-30T09:30", "'2026-02-30T09:30'"),
        ("null", "'null'"),
        ("no", "'no'"),
        ("~", "'~'"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("- a", "'- a'"),
        (" a", "' a'"),
        ("a ", "'a '"),
        ("it's", "it's"),
        ("'it's", "'''it''s'"),
        ("\t", '"\\t"'),
        ("\n", '"\\n"'),
        ("a\n\n", '"a\\n\\n"'),
        ("a \nb", '"a \\nb"'),
        (' "\\\n', '" \\"\\\\\\n"'),
        ("\u3000首行缩进\n二", "|-\n  \u3000首行缩进\n  二"),
    ],
)
def test_a_text_is_quoted_where_it_would_be_taken_for_something_else(text: str, written: str) -> None:
    assert write({"值": text}).decode() == f"值: {written}\n"
    assert read(write({"值": text})).value == {"值": text}


def test_a_form_shows_the_places_to_fill() -> None:
    form = {"时间": None, "记录人": "", "签字": ["约谈人"], "到场": {"陈述": "", "违纪": []}, "已知": "甲"}
    assert write_form(form).decode() == ("时间:\n记录人:\n签字:\n  - 约谈人\n到场:\n  陈述:\n  违纪:\n已知: 甲\n")


def test_nothing_changed_changes_nothing() -> None:
    assert write(value_of(), BEFORE.encode()) == BEFORE.encode()


def test_the_order_of_keys_alone_changes_nothing() -> None:
    assert write(dict(reversed(value_of().items())), BEFORE.encode()) == BEFORE.encode()


def test_a_changed_word_changes_its_line_and_keeps_the_remark() -> None:
    assert changes({**value_of(), "编号": "JS-2"}) == (
        ["编号: JS-1       # 终身不变\n"],
        ["编号: JS-2       # 终身不变\n"],
    )


def test_a_quoted_key_stays_quoted() -> None:
    assert changes({**value_of(), "主题": "甲"}) == (["\"主题\" :  '公务接待'\n"], ['"主题" :  甲\n'])


def test_inside_brackets_a_word_is_replaced_in_place() -> None:
    wanted = value_of()
    wanted["审批"]["审批人"] = "钱, 乙丑"
    assert changes(wanted)[1] == ["审批: {日期: 2026-03-04, 审批人: '钱, 乙丑'}   # 分管领导\n"]


def test_inside_brackets_a_text_of_lines_is_quoted() -> None:
    wanted = value_of()
    wanted["审批"]["审批人"] = "一\n二"
    assert changes(wanted)[1] == ['审批: {日期: 2026-03-04, 审批人: "一\\n二"}   # 分管领导\n']


def test_a_new_key_in_brackets_opens_them_and_keeps_the_remark() -> None:
    wanted = value_of()
    wanted["审批"]["意见"] = "同意"
    assert changes(wanted) == (
        ["审批: {日期: 2026-03-04, 审批人: 赵甲子}   # 分管领导\n"],
        ["# 分管领导\n", "审批:\n", "  日期: 2026-03-04\n", "  审批人: 赵甲子\n", "  意见: 同意\n"],
    )


@pytest.mark.parametrize(
    ("new", "lines"),
    [([1, {"甲": 3}], "表: [1, {甲: 3}]"), ([1, {"甲": True}], "表: [1, {甲: true}]")],
)
def test_items_in_brackets(new: list[Any], lines: str) -> None:
    before = b"\xe8\xa1\xa8: [1, {\xe7\x94\xb2: 2}]\n"
    after = write({"表": new}, before).decode()
    assert after == f"{lines}\n"


def test_more_items_in_brackets_open_them() -> None:
    assert write({"表": [1, 2, 3]}, "表: [1, 2]\n".encode()).decode() == "表:\n  - 1\n  - 2\n  - 3\n"
    assert write({"表": {"甲": 1}}, "表: [1, 2]\n".encode()).decode() == "表:\n  甲: 1\n"


def test_a_literal_text_is_replaced_as_one() -> None:
    wanted = value_of()
    wanted["约谈人"][0]["职务"] = "书记\n局长\n"
    old, new = changes(wanted)
    assert old == ["    职务: |     # 两行\n", "      书记\n", "      主任\n"]
    assert new == ["    # 两行\n", "    职务: |\n", "      书记\n", "      局长\n"]


def test_a_literal_text_becomes_a_word_with_its_remark() -> None:
    wanted = value_of()
    wanted["约谈人"][0]["职务"] = "书记"
    assert changes(wanted)[1] == ["    职务: 书记  # 两行\n"]


@pytest.mark.parametrize(("gone", "lost"), [(0, ("# 甲", "# 两行")), (1, ())])
def test_an_item_taken_out_takes_its_own_remarks_only(gone: int, lost: tuple[str, ...]) -> None:
    wanted = value_of()
    del wanted["约谈人"][gone]
    old, new = changes(wanted)
    assert new == []
    assert tuple(note for note in ("# 主谈", "# 甲", "# 两行", "# 参加", "# 安排好了") if note in "".join(old)) == lost


def test_an_item_is_put_in_where_it_belongs() -> None:
    wanted = value_of()
    wanted["约谈人"].insert(1, {"编号": "C"})
    assert changes(wanted) == ([], ["  - 编号: C\n"])
    assert write(wanted, BEFORE.encode()).decode().index("- 编号: C") < BEFORE.index("# 参加")


def test_items_are_known_by_their_first_key() -> None:
    wanted = value_of()
    del wanted["约谈人"][0]
    wanted["约谈人"][0]["职务"] = "常委"
    after = write(wanted, BEFORE.encode()).decode()
    assert "  # 参加\n  - 编号: B\n    职务: 常委\n" in after
    assert "- 编号: A" not in after


def test_a_corrected_first_key_stays_at_its_item() -> None:
    wanted = value_of()
    wanted["约谈人"][0]["编号"] = "Z"
    assert changes(wanted)[1] == ["  - 编号: Z     # 甲\n"]


def test_the_first_key_of_an_item_taken_out_leaves_the_dash() -> None:
    wanted = value_of()
    del wanted["约谈人"][1]["编号"]
    assert changes(wanted) == (["  - 编号: B\n", "    职务: 委员\n"], ["  - 职务: 委员\n"])


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        ("- 甲: 1\n  # 注\n  乙: 2\n", {"乙": 2}, "-\n  # 注\n  乙: 2\n"),
        ("- 甲: 1\n  乙: 2\n  丙: 3\n", {"丙": 3}, "-\n  丙: 3\n"),
        ("- 甲: 1\n  乙: 2\n", {"丙": 3, "乙": 2}, "- 丙: 3\n  乙: 2\n"),
        ("- 甲: 1\n  乙: 2\n", {"丙": 3, "甲": 1, "乙": 2}, "- 丙: 3\n  甲: 1\n  乙: 2\n"),
        ("- 甲: 1\n  乙: 2\n", {"丙": {"丁": 3}}, "- 丙:\n    丁: 3\n"),
        ("- 甲: 1  # 注\n  乙: 2\n", {"甲": [1], "乙": 2}, "# 注\n- 甲:\n    - 1\n  乙: 2\n"),
        ("-   甲: 1\n    乙: 2\n", {"甲": 1, "乙": 2, "丙": 3}, "-   甲: 1\n    乙: 2\n    丙: 3\n"),
    ],
)
def test_a_key_that_shares_its_line_with_a_dash(before: str, wanted: Any, after: str) -> None:
    whole = "表:\n" + before
    assert write({"表": [wanted]}, whole.encode()).decode() == "表:\n" + after


def test_dashes_in_a_row() -> None:
    before = "表:\n  - - 甲\n    - 乙\n  -\n    # 注\n    - 丙\n"
    assert write({"表": [["乙"], ["丙", "丁"]]}, before.encode()).decode() == (
        "表:\n  - - 乙\n  -\n    # 注\n    - 丙\n    - 丁\n"
    )


def test_a_list_within_a_list_may_become_empty() -> None:
    assert write({"表": [[], 2]}, "表:\n  - - 1  # 注\n  - 2\n".encode()).decode() == "表:\n  - []  # 注\n  - 2\n"


def test_a_new_key_goes_behind_its_neighbour_in_the_order_given() -> None:
    wanted = value_of()
    items = list(wanted.items())
    items.insert(4, ("通知", "已送达"))
    after = write(dict(items), BEFORE.encode()).decode()
    assert "    职务: 委员\n\n# 安排好了\n" not in after
    assert "    职务: 委员\n通知: 已送达\n\n# 安排好了\n安排:\n" in after


def test_a_new_first_key_goes_below_the_head() -> None:
    assert write({"甲": 1, "乙": 2}, "# 头\n\n乙: 2\n".encode()).decode() == "# 头\n\n甲: 1\n乙: 2\n"


def test_a_new_key_keeps_the_odd_indent_around_it() -> None:
    wanted = value_of()
    wanted["安排"]["主持"] = "甲"
    assert changes(wanted) == ([], ["    主持: 甲\n"])


def test_an_empty_key_stays_until_it_is_filled() -> None:
    wanted = value_of()
    del wanted["备注"]
    assert write(wanted, BEFORE.encode()) == BEFORE.encode()
    assert changes({**wanted, "备注": "好"}) == (["备注:\n"], ["备注: 好\n"])


def test_a_word_for_nothing_is_replaced() -> None:
    assert write({"甲": 1}, "甲: null  # 注\n".encode()).decode() == "甲: 1  # 注\n"
    assert write({"甲": [None, 2]}, "甲:\n- 1  # 注\n- 2\n".encode()).decode() == "甲:\n- null  # 注\n- 2\n"


def test_a_list_without_indent_keeps_it() -> None:
    assert write({"甲": [1, 2], "乙": 3}, "甲:\n- 1\n乙: 3\n".encode()).decode() == "甲:\n- 1\n- 2\n乙: 3\n"


def test_windows_line_breaks_stay() -> None:
    before = BEFORE.replace("\n", "\r\n")
    wanted = {**value_of(), "主题": "一\n二", "办结": "好"}
    after = write(wanted, before.encode()).decode()
    assert after.count("\n") == after.count("\r\n")
    assert after.replace("\r\n", "\n") == write(wanted, BEFORE.encode()).decode()


def test_a_missing_last_line_break_is_made_up_only_where_something_follows() -> None:
    assert write({"甲": 2}, "甲: 1".encode()).decode() == "甲: 2"
    assert write({"甲": 1, "乙": 2}, "甲: 1".encode()).decode() == "甲: 1\n乙: 2\n"
    assert write({"甲": 3, "乙": 2}, "甲: 1".encode()).decode() == "甲: 3\n乙: 2\n"


def test_blank_lines_behind_a_literal_text_are_nobodys() -> None:
    before = "甲: |\n  一\n\n\n乙: 2\n"
    assert write({"甲": "二", "乙": 2}, before.encode()).decode() == "甲: 二\n\n\n乙: 2\n"
    kept = "甲: |+\n  一\n\n\n乙: 2\n"
    assert write({"甲": "二", "乙": 2}, kept.encode()).decode() == "甲: 二\n乙: 2\n"
    assert write({"甲": "一\n\n\n", "丙": 1, "乙": 2}, kept.encode()).decode() == "甲: |+\n  一\n\n\n丙: 1\n乙: 2\n"


def test_a_hash_inside_a_text_is_no_remark() -> None:
    before = "甲: {乙: ' # 一', 丙: \"# 二\", 丁: a#三}  # 四\n戊: |\n  # 五\n"
    wanted = {"甲": {"乙": " # 一"}, "戊": {"己": 1}}
    assert write(wanted, before.encode()).decode() == "# 四\n甲:\n  乙: ' # 一'\n戊:\n  己: 1\n"


def test_true_and_one_are_two_things() -> None:
    assert write({"甲": True}, "甲: 1\n".encode()).decode() == "甲: true\n"
    assert write({"甲": datetime(2026, 3, 5)}, "甲: 2026-03-05\n".encode()).decode() == "甲: 2026-03-05T00:00:00\n"


@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        ("# 头\n{甲: 1, 乙: 2}  # 尾\n", {"甲": 1, "丙": 3}, "# 头\n# 尾\n甲: 1\n丙: 3\n"),
        ("# 头\n{甲: 1, 乙: 2}  # 尾\n", {"甲": 1, "乙": 3}, "# 头\n{甲: 1, 乙: 3}  # 尾\n"),
        ("? 甲  # 一\n: 1\n# 二\n? 乙\n: 2\n", {"乙": 2}, "# 一\n# 二\n乙: 2\n"),
        ("甲: {乙}\n", {"甲": {"乙": 1}}, "甲:\n  乙: 1\n"),
        ("甲: |-\n  一", {"甲": "一", "乙": 1}, "甲: |-\n  一\n乙: 1\n"),
        ("甲: |\n  一", {"甲": "一", "乙": 1}, "甲: 一\n乙: 1\n"),
    ],
)
def test_where_no_patch_fits_all_is_written_anew_with_every_remark(before: str, wanted: Any, after: str) -> None:
    assert write(wanted, before.encode()).decode() == after


def test_all_keys_gone_leaves_nothing_to_write() -> None:
    with pytest.raises(InternalFaultError, match="写出的内容读回来与原意不符，没有写入"):
        write({})


@pytest.mark.parametrize("value", [{"甲": 10**18}, {" ": 1}, {"甲": 1.5}, {"k" * 1100: 1}])
def test_what_does_not_read_back_is_not_written(value: dict[str, Any]) -> None:
    with pytest.raises(InternalFaultError) as raised:
        write(value)
    assert raised.value.message == "写出的内容读回来与原意不符，没有写入"
    assert raised.value.hint == "请把这份记录和命令报告给维护人员"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"甲": "\x00"}, "甲 里有不允许的字符 U+0000（控制字符）；请删去"),
        ({"甲": ["乙", "\r\n"]}, "甲[1] 里有不允许的字符 U+000D（单独的回车符）；请删去"),
        ({"甲": {"乙": "\u2028"}}, "甲.乙 里有不允许的字符 U+2028（行分隔符）；请删去"),
        ({"甲": "\ud800"}, "甲 里有不允许的字符 U+D800（控制字符）；请删去"),
    ],
)
def test_a_forbidden_sign_is_refused_with_its_path(value: dict[str, Any], message: str) -> None:
    for writer in (write, write_form):
        with pytest.raises(BadInputError) as raised:
            writer(value)
        assert raised.value.message == message


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(BadInputError) as raised:
        write({"甲": 1}, "甲: 1\n甲: 2\n".encode())
    assert raised.value.message == "原文件读不出来，没有改动它：第 2 行第 1 列，“甲”重复了；第一次在第 1 行"
    assert raised.value.hint == "先改正原文件，再重做这一步"


class Weather(StrEnum):
    RAIN = "雨"
    NO = "no"


@pytest.mark.parametrize("before", [None, "天: 雨\n".encode()])
def test_a_member_of_an_enumeration_is_written_as_its_text(before: bytes | None) -> None:
    assert write({"天": Weather.RAIN}, before) == "天: 雨\n".encode()
    assert write({"天": [Weather.NO]}, before) == "天:\n  - 'no'\n".encode()


def test_keys_put_in_at_one_place_keep_their_order() -> None:
    assert write({"编号": "A", "z": "甲", "a": "乙"}, "编号: A\n".encode()) == "编号: A\nz: 甲\na: 乙\n".encode()
