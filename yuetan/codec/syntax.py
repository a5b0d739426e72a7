"""The parsers' English put into plain Chinese."""

from __future__ import annotations

UNCLOSED = ("unexpected end of stream", "unexpected document indicator")
"""A quote without its partner: the place worth telling is where it opened."""

_LEFT = "缩进不对，或多了内容；同一组的键要左对齐"
_SQUARE = "方括号 [ 没有配对，或两项之间缺少逗号"
_CURLY = "花括号 { 没有配对，或两项之间缺少逗号"
_DASH = "这里不该有“-”；列表要另起一行"
_ESCAPE = "双引号内的反斜杠写法不对；可改用单引号"
_TAB = "缩进要用空格，不能用制表符"
_DIRECTIVE = "不允许 % 开头的指令；文字以 % 开头时请加引号"

_TEXTS = (
    ("found character '\\t'", _TAB),
    ("found a tab character", _TAB),
    ("cannot start any token", "这个字符不能用在这里；缩进要用空格而不是制表符，文字以 @ ` % 等开头时请加引号"),
    ("mapping values are not allowed", "这里不该有冒号；文字中含“: ”时请加引号，或检查上一行的缩进和冒号后的空格"),
    ("could not find expected ':'", "缺少冒号；键后面写英文冒号和一个空格"),
    ("unexpected ':'", "方括号、花括号里的文字含冒号时请加引号，或冒号后空一格"),
    ("expected ',' or ']'", _SQUARE),
    ("expected ',' or '}'", _CURLY),
    *((english, "引号没有配对") for english in UNCLOSED),
    ("did not find expected key", _LEFT),
    ("did not find expected '-' indicator", "列表缩进不对；各项的“-”要左对齐"),
    ("expected <block end>", _LEFT),
    ("sequence entries are not allowed", _DASH),
    ("while scanning a block scalar", "“|”或“>”后面只能另起一行写文字；文字以 | 或 > 开头时请加引号"),
    ("escape", _ESCAPE),
    ("expected the node content", "这里缺少内容，或文字以 , ] } 等开头；请给文字加引号"),
    ("did not find expected node content", "这里缺少内容，或文字以 , ] } 等开头；请给文字加引号"),
    ("expected <document start>", "记录到“...”为止，后面不能再写；请删去“...”一行"),
    ("while scanning an anchor", "不允许锚点（&）；文字以 & 开头时请加引号"),
    ("while scanning an alias", "不允许引用（*）；文字以 * 开头时请加引号"),
    ("while scanning a tag", "不允许标签（!）；文字以 ! 开头时请加引号"),
    ("found undefined tag handle", "不允许标签（!）；文字以 ! 开头时请加引号"),
    ("directive", _DIRECTIVE),
    ("incompatible YAML document", _DIRECTIVE),
)


def syntax_text(problem: str, context: str) -> str:
    """What is wrong, in words a clerk can act on."""
    both = f"{problem} {context}"
    return next(
        (words for english, words in _TEXTS if english in both), "写法不符合 YAML，请检查这里的缩进、冒号和引号"
    )
