"""Writing: new text, or new values put into old text, proved by reading back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from yuetan.codec.emit import mapping_lines
from yuetan.codec.patch import patched
from yuetan.codec.reader import read
from yuetan.codec.sameness import kept, kept_keys, same
from yuetan.codec.scan import forbidden
from yuetan.codec.source import Source
from yuetan.errors import BadInputError, InternalFaultError
from yuetan.finding import path_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.codec.plain import Plain, Value
    from yuetan.finding import Path


def write(value: Mapping[str, Value], before: bytes | None = None, *, header: str = "") -> bytes:
    """The bytes of a record. With `before`, whatever did not change keeps its letters, comments and order.

    `value` is in key order; null, an empty list and an empty mapping mean absent. Raises BadInputError where a text
    holds characters that no record may hold or where `before` cannot be read, InternalFaultError where reading back
    does not give what was meant.
    """
    meant = kept_keys(value)
    _check_text(meant, ())
    if before is not None:
        return _rewritten(meant, before)
    return _proved([*([header] if header else []), *mapping_lines(meant, 0)], meant)


def write_form(value: Mapping[str, Value]) -> bytes:
    """A form for a person to fill in: like `write`, but what is empty stands as a key with nothing behind it."""
    _check_text(value, ())
    return ("\n".join(mapping_lines(_opened_keys(value), 0)) + "\n").encode()


def _rewritten(meant: Plain, before: bytes) -> bytes:
    """The old text patched; where it is written in a way that no patch fits, anew with its remarks on top."""
    old = read(before)
    if old.value is None or old.root is None or old.faults:
        fault = old.faults[0]
        place = f"第 {fault.line} 行第 {fault.column} 列"
        raise BadInputError(f"原文件读不出来，没有改动它：{place}，{fault.message}", hint="先改正原文件，再重做这一步")
    source = Source(before.decode("utf-8"))
    text = patched(source, meant, old.value, old.root)
    if text is not None and _reads_back(text.encode(), meant):
        return text.encode()
    notes = source.notes(0, len(source.text), old.root)
    return _proved([*notes, *mapping_lines(meant, 0)], meant)


def _proved(lines: list[str], meant: Plain) -> bytes:
    data = ("\n".join(lines) + "\n").encode()
    if not _reads_back(data, meant):
        raise InternalFaultError("写出的内容读回来与原意不符，没有写入", hint="请把这份记录和命令报告给维护人员")
    return data


def _reads_back(data: bytes, meant: Plain) -> bool:
    document = read(data)
    return not document.faults and same(kept(document.value), meant)


def _opened_keys(value: Mapping[str, Value]) -> Plain:
    """Empty texts behind keys as nothing, so that a person types where the quotes would be."""
    return {name: None if item == "" else _opened(item) for name, item in value.items()}


def _opened(value: Value) -> Value:
    if isinstance(value, Mapping):
        return _opened_keys(value)
    return [_opened(item) for item in value] if isinstance(value, list) else value


def _check_text(value: Value, path: Path) -> None:
    for place, text in _texts(value, path):
        if (sign := forbidden(text)) is not None:
            raise BadInputError(f"{path_text(place)} 里有不允许的字符 {sign}；请删去", hint="改掉这个字符再试")


def _texts(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text with its place, a key at the place of what it holds."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield (*path, name), name
            yield from _texts(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
