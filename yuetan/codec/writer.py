"""Writing: new text, or new values put into old text, proved by reading back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yuetan.codec.emit import mapping_lines
from yuetan.codec.patch import patched
from yuetan.codec.reader import read
from yuetan.codec.scan import scan
from yuetan.errors import BadInputError, InternalFaultError


def write(value: Mapping[str, Any], before: bytes | None = None, *, header: str = "") -> bytes:
    """The bytes of a record. With `before`, whatever did not change keeps its letters, comments and order.

    `value` is in key order; empty means absent. Raises BadInputError where a text holds characters that no record may
    hold, InternalFaultError where reading back does not give what was meant.
    """
    meant = _kept(value)
    _check_text(meant, ())
    if before is not None:
        old = read(before)
        if old.value is not None and not old.faults and old.root is not None and not old.root.flow:
            text = before.decode("utf-8").replace("\r\n", "\n")
            lines = text.removesuffix("\n").split("\n")
            data = ("\n".join(patched(lines, meant, old.value, old.root)) + "\n").encode()
            if _reads_back(data, meant):
                return data
    lines = [*([header] if header else []), *mapping_lines(meant, 0)]
    data = ("\n".join(lines) + "\n").encode()
    if not _reads_back(data, meant) or (before is not None and b"#" in before):
        raise InternalFaultError("写出的内容读回来与原意不符，没有写入", hint="请把这份记录和命令报告给维护人员")
    return data


def write_form(value: Mapping[str, Any]) -> bytes:
    """A form for a person to fill in: like `write`, but what is empty stands as a key with nothing behind it."""
    _check_text(value, ())
    return ("\n".join(mapping_lines(value, 0)) + "\n").encode()


def _reads_back(data: bytes, meant: Any) -> bool:
    document = read(data)
    return not document.faults and _kept(document.value or {}) == meant


def _kept(value: Any) -> Any:
    if isinstance(value, Mapping):
        kept = {name: _kept(item) for name, item in value.items()}
        return {name: item for name, item in kept.items() if item is not None and item not in ([], {})}
    if isinstance(value, list | tuple):
        return [_kept(item) for item in value]
    return value


def _check_text(value: Any, path: tuple[str | int, ...]) -> None:
    if isinstance(value, Mapping):
        for name, item in value.items():
            _check_text(name, (*path, name))
            _check_text(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _check_text(item, (*path, index))
    elif isinstance(value, str):
        _, faults = scan(value.encode("utf-8", "surrogatepass"))
        if faults or "\r" in value:
            from yuetan.finding import path_text

            words = faults[0].message if faults else "不允许的字符 U+000D（回车符）；请删去"
            raise BadInputError(f"{path_text(path)} 里有{words}", hint="改掉这个字符再试")
