"""Measures of a paper, each number in one place (GB/T 9704-2012, in twips unless a name says otherwise)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = (11906, 16838)
MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT = 2098, 1474, 1984, 1587
HEADER, FOOTER = 851, 1449
TEXT_WIDTH = PAGE[0] - MARGIN_LEFT - MARGIN_RIGHT
LINE = 579
TITLE_LINE = 640
CHARACTER = 320
"""One character of the text."""

BODY_SIZE, TITLE_SIZE, FORM_SIZE, NOTE_SIZE, PAGE_NUMBER_SIZE = 32, 44, 24, 21, 28
"""Half points: 三号, 二号, 小四, 五号, 四号."""
BODY_SPACING = -5
FORM_LINE, NOTE_LINE = 400, 340
TWO_CHARACTERS = 200
"""First line indent in hundredths of a character."""
HANGING_PUNCTUATION = 1
"""What a paragraph says of overflowPunct. LibreOffice (7.4 and later) takes it the wrong way round: 0, and leaving it
out, let a full stop hang a whole character outside the text; with 1 it stays inside. Word hangs it by 1, as it does in
every new document; the styles say 0, so that text an office adds by a style of its own does not."""

SIX_COLUMNS = (1180, 1640, 760, 1780, 760, 2725)
"""A form of six columns: label and value three times, as wide as the text."""

RED = "FF0000"
RULE_WIDTH, RULE_SPACE = 12, 8
"""The red rule under the 文号: eighths of a point, and points between them (4 mm)."""
MARK_TOP = 1814
"""From the top of the text to the line of the 发文机关标志: its strokes begin 35 mm below, 3 mm inside the line."""
_MARK_SIZE, _MARK_ROOM = 96, 884
"""The largest 发文机关标志 in half points, and the room that its characters share."""
SIGNED_LEFT = 4200
"""Left indent of 署名 and 成文日期, both centred right of it: the date ends four characters before the margin."""

LETTER_WIDTH = 9638
"""The double rules of a letter (信函格式), 170 mm, in the middle of the page."""
LETTER_MARK_TOP, LETTER_FOOT = 1521, 1134
"""From the top of the page to the line of the letter's 发文机关标志 (its strokes begin at 30 mm); from the foot of the
page to the last rule (20 mm)."""

FANGSONG, TITLE_FONT, HEADING_FONT, KAITI, SONG = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
"""Fonts by role: text, title, first headings, second headings, page numbers."""
ALTERNATIVES: Mapping[str, str] = {
    FANGSONG: "仿宋",
    TITLE_FONT: "宋体",
    HEADING_FONT: "SimHei",
    KAITI: "楷体",
    SONG: "SimSun",
}
"""What a machine without a font takes for it: a plain Windows has 仿宋, 楷体, 黑体 and 宋体."""


def mark_size(characters: int) -> int:
    """Size of a 发文机关标志 of that many characters, in half points: as large as fits on one line."""
    return min(_MARK_SIZE, _MARK_ROOM // max(characters, 1))
