"""Measures of a paper, each number in one place (GB/T 9704-2012, in twips unless a name says otherwise)."""

from __future__ import annotations

PAGE = (11906, 16838)
MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT = 2098, 1474, 1984, 1587
FOOTER = 1449
TEXT_WIDTH = PAGE[0] - MARGIN_LEFT - MARGIN_RIGHT
LINE = 579
TITLE_LINE = 640

BODY_SIZE, TITLE_SIZE, FORM_SIZE, NOTE_SIZE, PAGE_NUMBER_SIZE = 32, 44, 24, 21, 28
"""Half points: 三号, 二号, 小四, 五号, 四号."""
BODY_SPACING = -5
FORM_LINE = 400
TWO_CHARACTERS = 200
"""First line indent in hundredths of a character."""

FANGSONG, TITLE_FONT, HEADING_FONT, KAITI, SONG = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
"""Fonts by role. A plain Windows has 仿宋, 楷体, 黑体 and 宋体, and takes those where these are missing."""
