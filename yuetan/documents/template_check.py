"""Proving a template before it is used: what it is made of, what it asks for, and whether it fills.

What reads the template's own expressions runs in a process of its own with bounds on time and memory
(`template_trial`): a template is a program, whoever wrote it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.documents.templates import measures
from yuetan.errors import BadInputError
from yuetan.pin import unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode=[\"']External[\"'][^>]*>")
_TARGET = re.compile(rb"Target=[\"']([^\"']*)[\"']")
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b[^>]*w:author")
_COMMENT = re.compile(rb"<w:comment\b")
_SECTION = re.compile(rb"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_SIZE = re.compile(rb"<w:pgSz\b[^>]*>")
_MARGINS = re.compile(rb"<w:pgMar\b[^>]*>")
_NUMBER = re.compile(rb"w:(w|h|top|right|bottom|left)=[\"'](-?\d+)[\"']")
_FONT = re.compile(rb"w:(?:ascii|hAnsi|eastAsia|cs)=[\"']([^\"']+)[\"']")
_KNOWN_FONTS = {*measures.ALTERNATIVES, *measures.ALTERNATIVES.values(), "Times New Roman", "Symbol", "Wingdings"}
_TOLERANCE = 20
"""Twips by which another program may round a measure when it saves."""


def faults(template: bytes, name: str) -> tuple[str, ...]:
    """What keeps a template from being used, without reading its expressions; each a sentence in Chinese."""
    try:
        parts = unpack(template, f"模板 {name} ")
    except BadInputError as error:
        return (f"{error.message}；{error.hint}",)
    if "word/document.xml" not in parts:
        return (f"{name} 不是 Word 文件（.docx）；用 WPS 或 Word 另存为 .docx",)
    return tuple(_made_of(parts))


def _made_of(parts: Mapping[str, bytes]) -> Iterator[str]:
    if any(name.lower().endswith((".bin", ".ocx")) or b"macroEnabled" in parts[name][:4096] for name in parts):
        yield "模板里有宏或控件，不能使用；另存为不带宏的 .docx"
    for name, content in parts.items():
        if name.endswith(".rels"):
            yield from map(_outward, _EXTERNAL.findall(content))
    body = b"".join(content for name, content in parts.items() if name.startswith("word/"))
    if _TRACKED.search(body):
        yield "模板里还有修订记录；在“审阅”里接受或拒绝全部修订后保存"
    if _COMMENT.search(body):
        yield "模板里还有批注；删去全部批注后保存"


def _outward(relation: bytes) -> str:
    """That a relation leads out of the template, and where to."""
    target = _TARGET.search(relation)
    place = target.group(1).decode("utf-8", "replace")[:60] if target else ""
    return f"模板引用了外部的内容（{place}），不能使用；删去这处链接"


def doubts(template: bytes) -> tuple[str, ...]:
    """What differs from the official format (GB/T 9704): an office may want it so. Each a sentence in Chinese."""
    document = unpack(template).get("word/document.xml", b"")
    return tuple(dict.fromkeys((*_geometry(document), *_fonts(document))))


def _geometry(document: bytes) -> Iterator[str]:
    wanted = {
        "w": measures.PAGE[0], "h": measures.PAGE[1], "top": measures.MARGIN_TOP, "right": measures.MARGIN_RIGHT,
        "bottom": measures.MARGIN_BOTTOM, "left": measures.MARGIN_LEFT,
    }  # fmt: skip
    words = {"w": "纸宽", "h": "纸高", "top": "上边距", "right": "右边距", "bottom": "下边距", "left": "左边距"}
    for section in _SECTION.findall(document):
        for tag in (*_SIZE.findall(section), *_MARGINS.findall(section)):
            for key, value in _NUMBER.findall(tag):
                name = key.decode()
                if abs(int(value) - wanted[name]) > _TOLERANCE:
                    yield f"{words[name]}是 {_millimetres(int(value))}，公文格式是 {_millimetres(wanted[name])}"


def _fonts(document: bytes) -> Iterator[str]:
    for font in sorted({found.decode("utf-8", "replace") for found in _FONT.findall(document)}):
        if font not in _KNOWN_FONTS:
            yield f"字体“{font}”不是公文用的字体"


def _millimetres(twips: int) -> str:
    return f"{twips * 25.4 / 1440:.0f} 毫米"
