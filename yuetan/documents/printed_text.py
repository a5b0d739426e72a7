"""What a finished document says: its words in reading order, part by part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.documents.element import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def printed_text(parts: Mapping[str, bytes]) -> str:
    """The text of body, headers, footers and notes; a paragraph ends with a line feed, a tab is a tab."""
    return "\n".join(_part_text(parts[name], name) for name in sorted(parts) if _WORDED.fullmatch(name))


def _part_text(xml: bytes, name: str) -> str:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise BadInputError(f"文件中的 {name} 已损坏", hint="用 WPS 或 Word 打开后重新保存一次") from error
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        pieces.append(_opening(element) if event == "start" else "\n" if element.tag == f"{W}p" else "")
    return "".join(pieces)


def _opening(element: Element) -> str:
    parent = element.getparent()
    if parent is not None and parent.tag == f"{W}tabs":
        return ""  # a tab stop of the paragraph's format, not a tab of the text
    return (element.text or "") if element.tag == f"{W}t" else _MARKS.get(str(element.tag), "")
