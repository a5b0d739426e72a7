"""libyaml's English put into plain Chinese."""

from __future__ import annotations

_WORDS = (
    ("cannot start any token", "这个字符不能用在这里；缩进要用空格而不是制表符，文字以 @ ` % 等开头时请加引号"),
    ("mapping values are not allowed", "这里不该有冒号；文字中含“: ”时请加引号，或检查上一行的缩进"),
    ("could not find expected ':'", "缺少冒号；键后面写英文冒号和一个空格"),
    ("did not find expected ',' or ']'", "方括号 [ 没有配对，或两项之间缺少逗号"),
    ("did not find expected ',' or '}'", "花括号 { 没有配对，或两项之间缺少逗号"),
    ("unexpected end of stream", "引号没有配对"),
    ("did not find expected key", "缩进不对，或多了内容；同一组的键要左对齐"),
    ("did not find expected '-' indicator", "列表缩进不对；各项的“-”要左对齐"),
    ("block sequence entries are not allowed", "这里不该有“-”；列表要另起一行"),
    ("unknown escape character", "双引号内的反斜杠写法不对；可改用单引号"),
    ("found a tab character", "缩进要用空格，不能用制表符"),
    ("found undefined tag handle", "不允许标签（!）"),
)


def syntax_words(problem: str, context: str) -> str:
    """What is wrong, in words a clerk can act on."""
    both = f"{problem} {context}"
    return next(
        (words for english, words in _WORDS if english in both), "写法不符合 YAML，请检查这里的缩进、冒号和引号"
    )
