"""Reading: each value by its form, each fault at its place."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from yuetan.codec import Document, has_c_parser, read, write
from yuetan.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def faults(data: bytes | str, *, pure: bool = False) -> list[tuple[int, int, str]]:
    document = read(data.encode() if isinstance(data, str) else data, pure=pure)
    return [(fault.line, fault.column, fault.message) for fault in document.faults]


def value(text: str) -> Any:
    document = read(text.encode())
    assert document.faults == ()
    return (document.value or {})["值"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-7", -7),
        ("999999999999999999", 999999999999999999),
        ("1000000000000000000", "1000000000000000000"),
        ("2026-03-05", date(2026, 3, 5)),
        ("2026-03-05T09:30", datetime(2026, 3, 5, 9, 30)),
        ("2026-03-05 09:30:15", datetime(2026, 3, 5, 9, 30, 15)),
        ("'2026-03-05'", "2026-03-05"),
        ('"true"', "true"),
        ("{时间: 2026-03-05T09:30:00, 地点: 三楼}", {"时间": datetime(2026, 3, 5, 9, 30), "地点": "三楼"}),
        ("[09:30, a:b]", ["09:30", "a:b"]),
    ],
)
def test_a_plain_word_is_what_its_form_says(text: str, expected: object) -> None:
    found = value(f"值: {text}\n")
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no",
        "on",
        "off",
        "y",
        "是",
        "Null",
        "TRUE",
        "0123",
        "0o17",
        "0x1F",
        "1_000",
        "+1",
        "1.5",
        "1e5",
        ".inf",
        "91110000E12",
        "12:30",
        "190:20:30",
        "2026-3-5",
        "=",
        "１２",
        "2026-03-05T09:30:00Z",
        "2026-03-05T09:30:00.5",
    ],
)
def test_everything_else_is_text(text: str) -> None:
    assert value(f"值: {text}\n") == text


def test_keys_are_text_whatever_they_look_like() -> None:
    assert read(b"2026: 41\ntrue: x\n2026-02-30: y\n~: z\n").value == {
        "2026": 41,
        "true": "x",
        "2026-02-30": "y",
        "~": "z",
    }


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("起草: 2026-02-30\n", 1, 5, "2026-02-30"),
        ("表:\n  - 2026-13-01\n", 2, 5, "2026-13-01"),
        ("安排: {时间: 2026-03-05T24:00:00}\n", 1, 10, "2026-03-05T24:00:00"),
        ("时: 2026-03-05 09:60\n", 1, 4, "2026-03-05 09:60"),
        ("日: 0000-01-01\n", 1, 4, "0000-01-01"),
    ],
)
def test_an_impossible_day_is_found_in_its_place(text: str, line: int, column: int, word: str) -> None:
    assert faults(text) == [(line, column, f"没有这一天或这一时刻：{word}")]


ANCHOR = "不允许锚点（&）；文字以 & 开头时请加引号"
ALIAS = "不允许引用（*）；请把内容写出来，文字以 * 开头时请加引号"
TAG = "不允许标签（!）；文字以 ! 开头时请加引号"
DIRECTIVE = "不允许 % 开头的指令；文字以 % 开头时请加引号"
ROOT = "整个文件应为一组“键: 值”，冒号用英文冒号，后面空一格"
EMPTY = "文件是空的，没有一项内容"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲: &a 1\n乙: *a\n", [(1, 4, ANCHOR), (2, 4, ALIAS)]),
        ("甲: &a [1]\n", [(1, 4, ANCHOR)]),
        ("甲: !x 1\n", [(1, 4, TAG)]),
        ("甲: !!map {乙: 1}\n", [(1, 4, TAG)]),
        ("&k 甲: 1\n", [(1, 1, ANCHOR)]),
        ("!k 甲: 1\n", [(1, 1, TAG)]),
        ("<<: {甲: 1}\n", [(1, 1, "不允许合并键（<<）")]),
        ("? [甲]\n: 1\n", [(1, 3, "键应为文字")]),
        ("? {甲: 1}\n: 1\n", [(1, 3, "键应为文字")]),
        ("*a : 1\n", [(1, 1, ALIAS)]),
        ("'': 1\n", [(1, 1, "键不能为空")]),
        ("' ': 1\n", [(1, 1, "键不能为空")]),
        ("甲: 1\n---\n乙: 2\n", [(2, 1, "一个文件只能有一份记录，其余未读")]),
        (
            "甲: 1\n甲: 2\n乙:\n  丙: 1\n  丙: 2\n",
            [(2, 1, "“甲”重复了；第一次在第 1 行"), (5, 3, "“丙”重复了；第一次在第 4 行")],
        ),
        ("2026: 1\n'2026': 2\n", [(2, 1, "“2026”重复了；第一次在第 1 行")]),
        ("", [(1, 1, EMPTY)]),
        ("# 只有注释\n", [(1, 1, EMPTY)]),
        ("---\n", [(2, 1, ROOT)]),
        ("- 甲\n", [(1, 1, ROOT)]),
        ("甲：1\n", [(1, 1, ROOT)]),
        ('甲: "\\0"\n', [(1, 4, "不允许的字符 U+0000（控制字符）；请删去这个转义写法")]),
        ('甲: "\\r"\n', [(1, 4, "不允许的字符 U+000D（单独的回车符）；请删去这个转义写法")]),
        ('甲: "\\N"\n', [(1, 4, "不允许的字符 U+0085（换行符 NEL）；请删去这个转义写法")]),
        ('"\\a": 1\n', [(1, 1, "键里有不允许的字符 U+0007（控制字符）；请删去")]),
    ],
)
def test_what_the_subset_leaves_out_is_named_in_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert faults(text) == expected
    assert faults(text, pure=True) == expected


def test_a_directive_is_refused() -> None:
    assert faults("%YAML 1.2\n---\n甲: 1\n") == [(1, 1, "不允许 % 开头的指令")]
    assert faults("%TAG ! x:y\n---\n甲: 1\n") == [(1, 1, "不允许 % 开头的指令")]
    assert faults("%FOO\n---\n甲: 1\n") == [(1, 5, f"{DIRECTIVE}；其余未读")]
    assert faults("%YAML 3.0\n---\n甲: 1\n") == [(1, 1, f"{DIRECTIVE}；其余未读")]


QUOTE = "引号没有配对"
LEFT = "缩进不对，或多了内容；同一组的键要左对齐"
COLON = "这里不该有冒号；文字中含“: ”时请加引号，或检查上一行的缩进和冒号后的空格"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("甲: '乙\n丙: 1\n", 1, 4, QUOTE),
        ('甲: "乙\n---\n', 1, 4, QUOTE),
        ("甲: [1\n", 2, 1, "方括号 [ 没有配对，或两项之间缺少逗号"),
        ("甲: {乙: 1\n", 2, 1, "花括号 { 没有配对，或两项之间缺少逗号"),
        ("甲: {乙: 丙: 丁}\n", 1, 9, "花括号 { 没有配对，或两项之间缺少逗号"),
        ("甲:\n\t乙: 1\n", 2, 1, "这个字符不能用在这里；缩进要用空格而不是制表符，文字以 @ ` % 等开头时请加引号"),
        ("甲: |\n\t乙\n", 2, 1, "缩进要用空格，不能用制表符"),
        ("甲: @乙\n", 1, 4, "这个字符不能用在这里；缩进要用空格而不是制表符，文字以 @ ` % 等开头时请加引号"),
        ("甲: 乙: 丙\n", 1, 5, COLON),
        ("甲:1\n乙: 2\n", 2, 2, COLON),
        ("甲: 1\n乙\n", 3, 1, "缺少冒号；键后面写英文冒号和一个空格"),
        ("甲:\n  乙: 1\n 丙: 2\n", 3, 2, LEFT),
        ("甲: 1\n- 乙\n", 2, 1, LEFT),
        ("- 甲\n乙: 1\n", 2, 1, "列表缩进不对；各项的“-”要左对齐"),
        ("甲: - 乙\n", 1, 4, "这里不该有“-”；列表要另起一行"),
        ('甲: "\\q"\n', 1, 5, "双引号内的反斜杠写法不对；可改用单引号"),
        ('甲: "\\UFFFFFFFF"\n', 1, 7, "双引号内的反斜杠写法不对；可改用单引号"),
        ("甲: ,\n", 1, 4, "这里缺少内容，或文字以 , ] } 等开头；请给文字加引号"),
        ("甲: |9x\n", 1, 6, "“|”或“>”后面只能另起一行写文字；文字以 | 或 > 开头时请加引号"),
        ("甲: &\n", 1, 5, ANCHOR),
        ("甲: *\n", 1, 5, "不允许引用（*）；文字以 * 开头时请加引号"),
        ("甲: !y!z 1\n", 1, 4, TAG),
        ("甲: 1\n...\n乙: 1\n", 3, 1, "记录到“...”为止，后面不能再写；请删去“...”一行"),
        ("甲: [:1]\n", 1, 5, "这里缺少内容，或文字以 , ] } 等开头；请给文字加引号"),
        ('甲: [a:b, "\\uFDD0"]\n', 1, 6, "方括号、花括号里的文字含冒号时请加引号，或冒号后空一格"),
    ],
)
def test_a_slip_of_syntax_is_told_in_plain_words_and_ends_the_reading(
    text: str, line: int, column: int, words: str
) -> None:
    assert faults(text) == [(line, column, f"{words}；其余未读")]


def test_the_pure_parser_stumbles_in_plain_words_too() -> None:
    assert faults("甲: 1\n- 乙\n", pure=True) == [(2, 1, f"{LEFT}；其余未读")]
    assert faults("甲: [1\n", pure=True) == [(2, 1, "方括号 [ 没有配对，或两项之间缺少逗号；其余未读")]
    assert faults("甲: - 乙\n", pure=True) == [(1, 4, "这里不该有“-”；列表要另起一行；其余未读")]
    general = "写法不符合 YAML，请检查这里的缩进、冒号和引号；其余未读"
    assert faults('甲: "\\UFFFFFFFF"\n', pure=True) == [(1, 1, general)]


def test_faults_before_a_slip_are_all_told() -> None:
    assert faults("甲: &a 1\n甲: 2\n乙: 2026-02-30\n丙: '\n") == [
        (1, 4, ANCHOR),
        (2, 1, "“甲”重复了；第一次在第 1 行"),
        (3, 4, "没有这一天或这一时刻：2026-02-30"),
        (4, 4, "引号没有配对；其余未读"),
    ]


def test_columns_count_code_points() -> None:
    assert faults("名称😀: 约谈😀\x00\n") == [(1, 9, "不允许的字符 U+0000（控制字符）；请删去")]
    assert faults("{'😀😀': 2026-02-30}") == [(1, 8, "没有这一天或这一时刻：2026-02-30")]


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\x00", "U+0000（控制字符）"),
        ("\x07", "U+0007（控制字符）"),
        ("\x0b", "U+000B（控制字符）"),
        ("\x1b", "U+001B（控制字符）"),
        ("\x7f", "U+007F（控制字符）"),
        ("\x9f", "U+009F（控制字符）"),
        ("\ufffe", "U+FFFE（控制字符）"),
        ("\ufeff", "U+FEFF（字节顺序标记）"),
    ],
)
def test_a_forbidden_sign_is_told_and_reading_goes_on(sign: str, name: str) -> None:
    text = f"甲: 一{sign}二{sign}\n乙: 2026-02-30\n"
    told = f"不允许的字符 {name}；请删去"
    assert faults(text) == [(1, 5, told), (1, 7, told), (2, 4, "没有这一天或这一时刻：2026-02-30")]
    assert read(text.encode()).value is None


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\x85", "U+0085（换行符 NEL）"),
        ("\u2028", "U+2028（行分隔符）"),
        ("\u2029", "U+2029（段分隔符）"),
        ("\r", "U+000D（单独的回车符）"),
    ],
)
def test_a_false_line_break_injects_no_key(sign: str, name: str) -> None:
    assert faults(f"甲: 1{sign}乙: 2\n丙: 2026-02-30\n") == [
        (1, 5, f"不允许的字符 {name}；请删去"),
        (1, 5, "这些字符改好之前，其余未读"),
    ]


def test_bytes_that_are_no_utf8_are_all_told() -> None:
    assert faults(b"a: \xff\xfe1\nb: \xe4\xb8\n") == [
        (1, 4, "字节 0xFF 0xFE 不是 UTF-8 文字；请把文件另存为 UTF-8"),
        (2, 4, "字节 0xE4 0xB8 不是 UTF-8 文字；请把文件另存为 UTF-8"),
        (2, 4, "这些字符改好之前，其余未读"),
    ]


def test_a_surrogate_and_an_overlong_form_are_no_utf8() -> None:
    assert faults(b"a: \xed\xa0\x80\n")[0] == (1, 4, "字节 0xED 0xA0 0x80 不是 UTF-8 文字；请把文件另存为 UTF-8")
    assert faults(b"a: \xc0\xaf\xff\n")[0] == (1, 4, "字节 0xC0 0xAF 0xFF 不是 UTF-8 文字；请把文件另存为 UTF-8")


def test_a_gbk_file_is_recognised() -> None:
    told = "字节 0xD6 0xD0 不是 UTF-8 文字，文件像是 GBK 编码；请把文件另存为 UTF-8"
    assert faults("a: 中\n".encode("gbk"))[0] == (1, 4, told)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_utf16_file_is_recognised(encoding: str) -> None:
    told = "文件像是 UTF-16 编码；请在编辑器里另存为 UTF-8，其余未读"
    assert faults("\ufeff甲: 1\n".encode(encoding)) == [(1, 1, told)]


def test_a_byte_order_mark_is_refused_in_its_place() -> None:
    told = "文件开头有字节顺序标记（BOM）；请另存为不带 BOM 的 UTF-8"
    assert faults(b"\xef\xbb\xbfa: 2026-02-30\n") == [(1, 1, told), (1, 5, "没有这一天或这一时刻：2026-02-30")]


def test_windows_line_breaks_and_tabs_inside_a_line_are_fine() -> None:
    assert read("甲: 一\r\n乙: |\r\n  二\r\n  三\r\n丙:\t四\t五\t# 注\r\n".encode()).value == {
        "甲": "一",
        "乙": "二\n三\n",
        "丙": "四\t五",
    }


def test_depth_is_bounded() -> None:
    deepest = "甲: " + "[" * 19 + "]" * 19
    assert faults(deepest) == []
    assert faults("甲: " + "[" * 20 + "]" * 20) == [(1, 23, "嵌套超过 20 层，其余未读")]


def test_size_is_bounded() -> None:
    most = 4 * 1024 * 1024
    assert faults(b"a: " + b"x" * (most - 3)) == []
    assert faults(b"a: " + b"x" * (most - 2)) == [(1, 1, f"文件有 {most + 1} 字节，超过 {most} 字节，没有读")]


def test_the_number_of_values_is_bounded() -> None:
    assert faults("甲:\n" + "- 1\n" * 99_998) == []
    assert faults("甲:\n" + "- 1\n" * 100_001) == [(100_000, 3, "内容超过 100000 项，其余未读")]


def test_at_most_a_hundred_faults_are_told() -> None:
    exactly = faults("甲:\n" + "- *a\n" * 100)
    assert exactly == [(line, 3, ALIAS) for line in range(2, 102)]
    beyond = faults("甲:\n" + "- *a\n" * 101)
    assert beyond == [*exactly[:99], (101, 3, "问题超过 100 处，其余未读")]


def test_at_most_a_hundred_bad_signs_are_told() -> None:
    found = faults("甲: " + "\x00\n" * 500)
    assert len(found) == 100
    assert found[-1] == (100, 1, "问题超过 100 处，其余未读")


TEXT = """\
# 说明
编号: JS-1   # 注
审批: {日期: 2026-03-04, 意见: [甲, {乙: 丙}]}
约谈人:
  # 第一人
  - 编号: A
    职务: |
      一
      二
  -
    编号: B
  - 丙
文号:
  起始:
    2026: 41
  空:
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("编号",), 2, 1),
        (("审批",), 3, 1),
        (("审批", "日期"), 3, 6),
        (("审批", "意见"), 3, 22),
        (("审批", "意见", 0), 3, 27),
        (("审批", "意见", 1), 3, 30),
        (("审批", "意见", 1, "乙"), 3, 31),
        (("约谈人",), 4, 1),
        (("约谈人", 0), 6, 5),
        (("约谈人", 0, "编号"), 6, 5),
        (("约谈人", 0, "职务"), 7, 5),
        (("约谈人", 1), 11, 5),
        (("约谈人", 2), 12, 5),
        (("约谈人", 2, "编号"), 12, 5),
        (("约谈人", 3), 4, 1),
        (("约谈人", 0, "姓名"), 6, 5),
        (("文号", "起始", "2026"), 15, 5),
        (("文号", "起始", 2026), 15, 5),
        (("文号", "起始", 2027), 14, 3),
        (("文号", "空", "无"), 16, 3),
        (("没有",), 1, 1),
        (("没有", 0, "也没有"), 1, 1),
    ],
)
@pytest.mark.parametrize("pure", [False, True])
def test_a_path_has_its_place(path: tuple[str | int, ...], line: int, column: int, newline: str, pure: bool) -> None:
    document = read(TEXT.replace("\n", newline).encode(), pure=pure)
    assert document.faults == ()
    assert document.span(path) == Span(line, column)


def test_what_cannot_be_read_is_at_the_beginning() -> None:
    assert read(b"a: [").span(("a",)) == Span(1, 1)
    assert Document({}, ()).span(("甲",)) == Span(1, 1)


def test_this_installation_has_the_c_parser() -> None:
    assert has_c_parser()


@pytest.fixture
def _without_libyaml(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    has_c_parser.cache_clear()
    yield
    monkeypatch.undo()
    has_c_parser.cache_clear()


@pytest.mark.usefixtures("_without_libyaml")
def test_where_libyaml_is_missing_everything_works() -> None:
    assert not has_c_parser()
    assert read(TEXT.encode()).value == read(TEXT.encode(), pure=True).value
    assert faults("甲: 2026-02-30\n") == [(1, 4, "没有这一天或这一时刻：2026-02-30")]
    assert write({"文号": {"空": "好"}}, "文号:\n  空:  # 注\n".encode()).decode() == "文号:\n  空: 好  # 注\n"
