"""Everything that a Word file says: paragraphs, headers, comments, properties. For looking through it."""

from __future__ import annotations

import re
from html import unescape

from yuetan.pin import unpack

_END = re.compile(
    r"</(?:w:p|w:tc|dc:[a-z]+|cp:[A-Za-z]+|dcterms:[a-z]+|vt:[a-z0-9]+)>|<w:br\b[^>]*/?>|<w:tab\b[^>]*/?>"
)
_TAG = re.compile(r"<[^>]*>")
_STANDARD = re.compile(r"(?:word/(?:theme/|styles|settings|fontTable|webSettings|numbering)|\[Content_Types\]|_rels/)")


def part_texts(document: bytes) -> tuple[tuple[str, str], ...]:
    """Each part of a .docx that carries text with its paragraphs, one a line; runs of a paragraph are put together.

    Raises BadInputError for what is no .docx.
    """
    found: list[tuple[str, str]] = []
    for name, content in sorted(unpack(document).items()):
        if name.endswith(".xml") and not _STANDARD.search(name):
            text = _TAG.sub("", _END.sub("\n", content.decode("utf-8", "replace")))
            lines = [line.strip() for line in unescape(text).splitlines()]
            found.append((name, "\n".join(line for line in lines if line)))
    return tuple(found)
