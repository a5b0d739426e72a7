"""The shipped templates and samples: what the code builds, what their views have, and clean inside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import built
import pytest

from yuetan.documents import digest, fill
from yuetan.documents.fill import variables
from yuetan.documents.literal import leaves, printable
from yuetan.documents.printed_text import printed_text
from yuetan.documents.templates import measures
from yuetan.pin import unpack
from yuetan.views.papers.index import PAPERS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = {paper.template: (ROOT / "templates" / paper.template).read_bytes() for paper in PAPERS.values()}
HOSTILE = "<b>&amp;{{ 7*7 }}{% if x %}{_{镕喆堃👍\n第二段"


def filled(kind: str, view: dict[str, Any]) -> bytes:
    """The paper of the committed template."""
    one = PAPERS[kind]
    return fill(TEMPLATES[one.template], view, name=one.template, must_stand=one.must_stand)


def replaced(value: Any) -> Any:
    """The view with every text hostile."""
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, dict):
        return {name: replaced(item) for name, item in value.items()}
    return [replaced(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", PAPERS)
def test_the_committed_template_is_what_the_code_builds(kind: str) -> None:
    assert digest(TEMPLATES[PAPERS[kind].template]) == digest(built.template(kind))


def test_every_kind_has_one_template_and_every_template_one_kind() -> None:
    stems = sorted(paper.stem for paper in PAPERS.values())
    assert len(set(stems)) == len(stems)
    assert sorted(path.stem for path in (ROOT / "templates").glob("*.docx")) == stems
    assert sorted(path.stem for path in (ROOT / "docs" / "samples").glob("*.docx")) == stems


@pytest.mark.parametrize("kind", PAPERS)
def test_a_row_has_all_its_pieces(kind: str) -> None:
    paper = PAPERS[kind]

    assert paper.name == kind
    assert [one is not None for one in (paper.of_record, paper.of_period, paper.of_unit)].count(True) == 1
    assert paper.form is None or paper.of_record is not None
    assert paper.not_yet
    assert set(paper.must_stand) <= set(paper.view.sample())
    assert all(field.about for field in paper.view.fields().values())
    assert leaves(paper.view.least()["标题"]) != ()


@pytest.mark.parametrize("kind", PAPERS)
def test_the_committed_sample_is_what_the_code_fills(kind: str) -> None:
    committed = (ROOT / "docs" / "samples" / PAPERS[kind].template).read_bytes()

    assert digest(committed) == digest(built.sample(kind))


@pytest.mark.parametrize("kind", PAPERS)
def test_a_template_uses_only_what_its_view_explains(kind: str) -> None:
    one = PAPERS[kind]
    explained = {name for name in one.view.variables() if "." not in name}

    assert variables(TEMPLATES[one.template]) <= explained
    assert set(one.view.sample()) == explained
    assert set(one.view.least()) == explained


@pytest.mark.parametrize("kind", PAPERS)
def test_every_text_of_the_sample_stands_in_the_paper_and_no_tag_is_left(kind: str) -> None:
    one = PAPERS[kind]
    said = printed_text(unpack(built.sample(kind)))

    unprinted = [text for text in leaves(printable(one.view.sample())) if text not in said]

    assert unprinted == []
    assert re.search(r"\{[{%#]|[}%#]\}", said) is None


@pytest.mark.parametrize("kind", PAPERS)
def test_text_of_every_kind_comes_out_literally(kind: str) -> None:
    one = PAPERS[kind]

    said = printed_text(
        unpack(fill(TEMPLATES[one.template], replaced(one.view.sample()), name=one.template, must_stand=one.must_stand))
    )

    assert said.count(HOSTILE) >= said.count("第二段") > 0


@pytest.mark.parametrize("kind", PAPERS)
def test_the_least_view_fills_the_template(kind: str) -> None:
    one = PAPERS[kind]

    said = printed_text(unpack(filled(kind, one.view.least())))

    assert "None" not in said
    assert one.view.least()["标题"] in said


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_page_is_the_one_of_the_standard(name: str) -> None:
    body = unpack(TEMPLATES[name])["word/document.xml"].decode()

    assert 'w:w="11906" w:h="16838"' in body
    margins = re.search(r"<w:pgMar (.*?)/>", body)
    assert margins is not None
    found = dict(re.findall(r'w:(\w+)="(\d+)"', margins[1]))
    assert {side: found[side] for side in ("top", "right", "bottom", "left")} == {
        "top": "2098", "right": "1474", "bottom": "1984", "left": "1587",
    }  # fmt: skip
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in body
    assert measures.TEXT_WIDTH == 8845


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_macro_no_outward_relation_and_no_superfluous_part(name: str) -> None:
    parts = unpack(TEMPLATES[name])

    assert not [part for part in parts if re.search(r"vba|customXml|stylesWithEffects|thumbnail|comments", part)]
    assert not [part for part, content in parts.items() if part.endswith(".rels") and b"External" in content]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_run_names_its_fonts_for_every_script(name: str) -> None:
    known = {measures.FANGSONG, measures.TITLE_FONT, measures.HEADING_FONT, measures.KAITI, measures.SONG}
    for part, content in unpack(TEMPLATES[name]).items():
        if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", part):
            for fonts in re.findall(r"<w:rFonts (.*?)/>", content.decode()):
                named = dict(re.findall(r'w:(\w+)="(.*?)"', fonts))
                assert named.pop("hint") == "eastAsia"
                assert set(named) == {"ascii", "hAnsi", "eastAsia", "cs"}
                assert len(set(named.values())) == 1
                assert set(named.values()) <= known


@pytest.mark.parametrize("name", TEMPLATES)
def test_columns_are_as_wide_as_their_cells_and_rows_do_not_shrink(name: str) -> None:
    body = unpack(TEMPLATES[name])["word/document.xml"].decode()
    for table in re.findall(r"<w:tbl>.*?</w:tbl>", body, re.DOTALL):
        columns = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', table)]
        assert sum(columns) == measures.TEXT_WIDTH
        assert '<w:tblLayout w:type="fixed"/>' in table
        for row in re.findall(r"<w:tr>.*?</w:tr>", table, re.DOTALL):
            assert sum(int(width) for width in re.findall(r'<w:tcW w:w="(\d+)"', row)) == measures.TEXT_WIDTH


def test_a_mark_is_as_large_as_its_characters_leave_room_for() -> None:
    assert [measures.mark_size(count) for count in (1, 9, 10, 22)] == [96, 96, 88, 40]
