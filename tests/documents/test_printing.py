"""Papers as LibreOffice prints them: measured on the page, in points (GB/T 9704-2012)."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING, Any

import built
import printing
import pytest

from yuetan.documents import fill
from yuetan.documents.printed_text import printed_text
from yuetan.documents.templates.shape import paragraph
from yuetan.documents.templates.sheet import blank_sheet
from yuetan.pin import unpack
from yuetan.views.papers.index import PAPERS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(bool(printing.missing()), reason=printing.missing() or "可以运行")

MILLIMETRE = 72 / 25.4
LEFT, RIGHT = 28 * MILLIMETRE, (210 - 26) * MILLIMETRE
TOP, BOTTOM = 37 * MILLIMETRE, (297 - 35) * MILLIMETRE
LONG_TEXT = "廉洁从政" * 700
LONG_NAME = "某某某某市某某某某综合行政执法监督管理局"


def long_view(kind: str) -> dict[str, Any]:
    """The sample with long texts wherever an office may have them."""
    view = PAPERS[kind].view.sample()
    for name in ("事由", "建议", "教育提醒", "准备事项"):
        if name in view:
            view[name] = LONG_TEXT if kind in {"约谈通知书", "约谈记录"} else "规范公务接待管理，" * 12
    for name in ("署名", "收件", "单位", "受送达人", "承办单位"):
        if name in view:
            view[name] = LONG_NAME
    for many in ("对象们", "约谈人们"):
        if many in view:
            one = dict(view[many][0])
            view[many] = [{**one, "单位": LONG_NAME, "职务": "党组副书记、副局长、一级调研员"}] * 6
    if "文件们" in view:
        view["文件们"] = [dict(row, 题名=LONG_NAME * 2) for row in view["文件们"] * 8]
    return view


VIEWS = {
    "sample": lambda kind: PAPERS[kind].view.sample(),
    "minimal": lambda kind: PAPERS[kind].view.least(),
    "long": long_view,
}


@cache
def filled(kind: str, variant: str) -> bytes:
    """A paper of that kind in one of the variants."""
    paper = PAPERS[kind]
    return fill(built.template(kind), VIEWS[variant](kind), name=paper.template, must_stand=paper.must_stand)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Every kind of paper, in three variants, as PDF: one run of LibreOffice for all."""
    folder = tmp_path_factory.mktemp("printed")
    papers = {}
    for kind, one in PAPERS.items():
        for variant in VIEWS:
            path = folder / f"{one.template.removesuffix('.docx')}-{variant}.docx"
            path.write_bytes(filled(kind, variant))
            papers[kind, variant] = path
    return dict(zip(papers, printing.to_pdf(list(papers.values()), folder), strict=True))


def is_number(word: printing.Word) -> bool:
    """Whether it stands in the footer."""
    return word.top > BOTTOM


def is_mark(word: printing.Word, kind: str, view: Any) -> bool:
    """Whether it is the 发文机关标志 in the head of a letter."""
    return kind in {"催办函", "督办函", "报送函"} and word.top < TOP and word.text in view["署名"]


def test_a_page_of_han_text_has_twenty_two_lines_of_twenty_eight_characters(
    printed: dict[tuple[str, str], Path],
) -> None:
    page = printing.pages(printed["约谈通知书", "long"])[1]
    lines = [line for line in page.lines() if not is_number(line[0])]

    assert len(lines) == 22
    assert {len(word.text) for line in lines for word in line} == {28}
    steps = [round(below[0].top - above[0].top, 1) for above, below in itertools.pairwise(lines)]
    assert set(steps) <= {28.9, 29.0}
    assert lines[0][0].left == pytest.approx(LEFT, abs=0.5)
    assert lines[0][0].right == pytest.approx(RIGHT, abs=1.5)


@pytest.mark.parametrize("variant", VIEWS)
@pytest.mark.parametrize("kind", PAPERS)
def test_nothing_stands_outside_the_text_but_number_and_head(
    printed: dict[tuple[str, str], Path], kind: str, variant: str
) -> None:
    for page in printing.pages(printed[kind, variant]):
        assert (round(page.width), round(page.height)) == (595, 842)
        outside = [
            word
            for word in page.words
            if word.left < LEFT - 0.5
            or word.right > RIGHT + 0.5
            or (word.top < TOP - 0.5 and not is_mark(word, kind, VIEWS[variant](kind)))
            or (word.bottom > BOTTOM + 0.5 and not is_number(word))
        ]
        assert outside == []


@pytest.mark.parametrize("variant", VIEWS)
@pytest.mark.parametrize("kind", PAPERS)
def test_no_glyph_is_missing_or_borrowed(printed: dict[tuple[str, str], Path], kind: str, variant: str) -> None:
    written = printed_text({"word/document.xml": unpack(filled(kind, variant))["word/document.xml"]})
    said = {letter for page in printing.pages(printed[kind, variant]) for word in page.words for letter in word.text}

    assert {letter for letter in written if not letter.isspace()} - said == set()
    assert {font.partition("-")[0] for font in printing.fonts(printed[kind, variant])} <= {
        "FandolFang", "FandolHei", "FandolKai", "FandolSong",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["约谈通知书", "改期通知"])
def test_the_red_rule_is_as_wide_as_the_text_and_four_millimetres_under_the_number(
    printed: dict[tuple[str, str], Path], kind: str
) -> None:
    runs = [run for run in printing.red_runs(printed[kind, "sample"], 1) if run[2] - run[1] > 400]
    number = next(w for w in printing.pages(printed[kind, "sample"])[0].words if "〔" in w.text)

    assert [(left, right) for _, left, right in runs] == [pytest.approx((LEFT, RIGHT), abs=0.8)] * len(runs)
    below_its_strokes = runs[0][0] - (number.bottom - 3)
    assert below_its_strokes == pytest.approx(4 * MILLIMETRE, abs=1)
    assert runs[-1][0] - runs[0][0] < 2


@pytest.mark.parametrize("kind", ["约谈通知书", "改期通知"])
def test_the_mark_begins_thirty_five_millimetres_below_the_top_of_the_text(
    printed: dict[tuple[str, str], Path], kind: str
) -> None:
    assert printing.red_top(printed[kind, "sample"], 1) == pytest.approx(TOP + 35 * MILLIMETRE, abs=4)


@pytest.mark.parametrize("kind", ["约谈通知书", "改期通知"])
def test_the_title_stands_two_lines_below_the_red_rule(printed: dict[tuple[str, str], Path], kind: str) -> None:
    rule = printing.red_runs(printed[kind, "sample"], 1)[-1][0]
    title = next(
        w for w in printing.pages(printed[kind, "sample"])[0].words if w.text == PAPERS[kind].view.sample()["标题"]
    )

    assert title.top - rule == pytest.approx(2 * 28.95, abs=6)
    assert (title.left + title.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_the_page_number_stands_right_on_odd_and_left_on_even_pages_one_character_in(
    printed: dict[tuple[str, str], Path],
) -> None:
    for number, page in enumerate(printing.pages(printed["约谈通知书", "long"]), 1):
        line = sorted((word for word in page.words if is_number(word)), key=lambda word: word.left)
        assert [word.text for word in line] == ["—", str(number), "—"]
        assert (line[0].top + line[0].bottom) / 2 - BOTTOM == pytest.approx(7 * MILLIMETRE, abs=2)
        if number % 2:
            assert line[-1].right == pytest.approx(RIGHT - 14, abs=1)
        else:
            assert line[0].left == pytest.approx(LEFT + 14, abs=1)


def test_signature_and_date_share_an_axis_and_the_date_ends_four_characters_in(
    printed: dict[tuple[str, str], Path],
) -> None:
    lines = printing.pages(printed["催办函", "sample"])[0].lines()
    date_line = next(line for line in reversed(lines) if line[-1].text == "日")
    signature = lines[lines.index(date_line) - 1]

    middle = [(min(w.left for w in line) + max(w.right for w in line)) / 2 for line in (signature, date_line)]
    assert middle[0] == pytest.approx(middle[1], abs=1)
    assert RIGHT - max(word.right for word in date_line) == pytest.approx(64, abs=12)


def test_a_letter_has_double_rules_of_170_millimetres_and_no_number_on_its_first_page(
    printed: dict[tuple[str, str], Path],
) -> None:
    pdf = printed["催办函", "sample"]
    runs = [run for run in printing.red_runs(pdf, 1) if run[2] - run[1] > 400]

    assert {round((right - left) / MILLIMETRE) for _, left, right in runs} == {170}
    assert printing.red_top(pdf, 1) == pytest.approx(30 * MILLIMETRE, abs=6)
    assert runs[-1][0] == pytest.approx((297 - 20) * MILLIMETRE, abs=3)
    assert len([1 for above, below in itertools.pairwise(runs) if below[0] - above[0] > 0.6]) == 3
    assert [word for word in printing.pages(pdf)[0].words if is_number(word)] == []


@pytest.mark.parametrize("kind", ["约谈记录", "约谈登记审批表", "整改落实情况报告", "送达回证"])
def test_a_form_counts_its_pages(printed: dict[tuple[str, str], Path], kind: str) -> None:
    pages = printing.pages(printed[kind, "long"])
    for number, page in enumerate(pages, 1):
        line = sorted((word for word in page.words if is_number(word)), key=lambda word: word.left)
        assert "".join(word.text for word in line) == f"第{number}页共{len(pages)}页"


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("约谈登记审批表", 1),
        ("整改落实情况报告", 1),
        ("催办函", 1),
        ("送达回证", 1),
        ("改期通知", 2),
        ("约谈通知书", 3),
    ],
)
def test_an_ordinary_paper_takes_no_more_pages_than_it_needs(
    printed: dict[tuple[str, str], Path], kind: str, count: int
) -> None:
    assert len(printing.pages(printed[kind, "sample"])) == count


@pytest.mark.parametrize("kind", PAPERS)
def test_no_page_is_empty(printed: dict[tuple[str, str], Path], kind: str) -> None:
    for variant in VIEWS:
        for page in printing.pages(printed[kind, variant]):
            assert [word for word in page.words if not is_number(word)] != []


def test_no_number_is_cut_in_two_at_the_end_of_a_line(tmp_path: Path) -> None:
    document = blank_sheet("数字")
    for before in range(20):
        paragraph(document, "字" * before + "示纪约〔2026〕105号，2026年11月24日" * 4)
    document.save(str(tmp_path / "numbers.docx"))

    (pdf,) = printing.to_pdf([tmp_path / "numbers.docx"], tmp_path)

    said = ["".join(word.text for word in line) for page in printing.pages(pdf) for line in page.lines()]
    assert len(said) > 50
    assert [pair for pair in itertools.pairwise(said) if pair[0][-1].isdigit() and pair[1][0].isdigit()] == []
