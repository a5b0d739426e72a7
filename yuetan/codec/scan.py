"""Faults of the bytes themselves, found before any parser sees them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from yuetan.codec.document import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 4 * 1024 * 1024
"""A record of 4 MiB is no record any more."""

MOST_FAULTS = 100
UNREAD = "其余未读"

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0\ufffe\uffff\ufeff]|\r(?!\n)|[\ud800-\udfff]{1,4}"
)
_MISLEADING = re.compile("[\x85\u2028\u2029\ud800-\udfff]|\r(?!\n)")
_NAMES = {
    "\x85": "换行符 NEL",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\r": "单独的回车符",
    "\ufeff": "字节顺序标记",
}
_BOM = "文件开头有字节顺序标记（BOM）；请另存为不带 BOM 的 UTF-8"


def scan(data: bytes) -> tuple[str | None, tuple[Fault, ...]]:
    """The text as far as it can be parsed, None where it cannot, and every fault with its place.

    Where a sign that may not stand there is no line break, U+FFFD stands for it, so that reading can go on.
    """
    unreadable = _unreadable_text(data)
    if unreadable is not None:
        return None, (Fault(1, 1, unreadable),)
    text = data.decode("utf-8", "surrogateescape")
    if text.replace("\n", "").isprintable() or _FORBIDDEN.search(text) is None:  # the first is ten times as fast
        return text, ()
    faults = list(islice(_faults(text, _looks_like_gbk(data)), MOST_FAULTS + 1))
    if len(faults) > MOST_FAULTS or _MISLEADING.search(text) is not None:
        last = faults[-1]
        return None, (*faults, Fault(last.line, last.column, f"这些字符改好之前，{UNREAD}"))
    return _FORBIDDEN.sub("\ufffd", text), tuple(faults)


def _unreadable_text(data: bytes) -> str | None:
    if len(data) > MOST_BYTES:
        return f"文件有 {len(data)} 字节，超过 {MOST_BYTES} 字节，没有读"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return f"文件像是 UTF-16 编码；请在编辑器里另存为 UTF-8，{UNREAD}"
    return None


def forbidden(text: str) -> str | None:
    """The first sign of a value that no record may hold, as U+XXXX with its name; None where there is none."""
    match = _FORBIDDEN.search(text)
    sign = match.group()[0] if match is not None else "\r" if "\r" in text else ""
    return f"U+{ord(sign):04X}（{_NAMES.get(sign, '控制字符')}）" if sign else None


def _looks_like_gbk(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            data.decode("gb18030")
        except UnicodeDecodeError:
            return False
        return True
    return False


def _faults(text: str, gbk: bool) -> Iterator[Fault]:
    line, start, seen = 1, 0, 0
    for match in _FORBIDDEN.finditer(text):
        offset = match.start()
        line += text.count("\n", seen, offset)
        start = max(start, text.rfind("\n", seen, offset) + 1)
        seen = offset
        yield Fault(line, offset - start + 1, _sign_text(match.group(), offset, gbk))


def _sign_text(signs: str, offset: int, gbk: bool) -> str:
    if "\ud800" <= signs[0] <= "\udfff":
        octets = " ".join(f"0x{octet:02X}" for octet in signs.encode("utf-8", "surrogateescape"))
        guess = "，文件像是 GBK 编码" if gbk else ""
        return f"字节 {octets} 不是 UTF-8 文字{guess}；请把文件另存为 UTF-8"
    if signs == "\ufeff" and offset == 0:
        return _BOM
    return f"不允许的字符 {forbidden(signs)}；请删去"
