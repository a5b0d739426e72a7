"""Faults of the bytes themselves, found before any parser sees them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.codec.document import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 4 * 1024 * 1024
"""A record of 4 MiB is no record any more."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufeff]|\r(?!\n)")
_NAMES = {
    "\x85": "换行符 NEL",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\r": "单独的回车符",
    "\ufeff": "字节顺序标记（BOM）",
}


def scan(data: bytes) -> tuple[str | None, tuple[Fault, ...]]:
    """The text, None where it cannot be parsed at all, and every fault with its place."""
    if len(data) > MOST_BYTES:
        return None, (Fault(1, 1, f"文件有 {len(data)} 字节，超过 {MOST_BYTES} 字节，没有读"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = place(before, len(before))
        message = f"第 {error.start + 1} 个字节 0x{data[error.start]:02X} 不是 UTF-8 文字；请把文件另存为 UTF-8"
        return None, (Fault(line, column, message), Fault(line, column, "其余未读"))
    faults = tuple(_forbidden(text))
    return (None if faults else text), faults


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, 1-based in code points, of an offset."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _forbidden(text: str) -> Iterator[Fault]:
    for match in _FORBIDDEN.finditer(text):
        sign = match.group()
        name = _NAMES.get(sign, "控制字符")
        line, column = place(text, match.start())
        yield Fault(line, column, f"不允许的字符 U+{ord(sign):04X}（{name}）；请删去")
