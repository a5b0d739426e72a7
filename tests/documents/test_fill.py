"""Filling: every text comes out as it was typed, nothing typed is evaluated, nothing is lost without a word."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from documents_views import MINUTES, NOTICE, leaf_paths, with_leaf
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yuetan.documents import fill
from yuetan.documents.printed_text import printed_text
from yuetan.errors import BadInputError, InternalFaultError
from yuetan.pin import pack, unpack
from yuetan.views.papers.index import PAPERS

ROOT = Path(__file__).resolve().parents[2]
VIEWS = {"notice.docx": NOTICE, "minutes.docx": MINUTES}
TEMPLATES = {name: (ROOT / "templates" / name).read_bytes() for name in VIEWS}
MUST_STAND = {paper.template: paper.must_stand for paper in PAPERS.values()}
FIELDS = [(name, path) for name, view in VIEWS.items() for path in leaf_paths(view)]
HOSTILE = {
    "markup": "</w:t></w:r></w:p><w:p>x</w:p> <b>&amp; &lt; ]]> <!-- \" ' a<b",
    "expressions": "{{ 7*7 }} {% for x in y %} {# gone #} {{ ''.__class__ }} {%p if 0 %}",
    "docxtpl's own marks": "{_{ x }_} {_% y %_} {{r z }} {{p q }}",
    "wide tags": "｛｛ 姓名 ｝｝ ｛％ if ％｝",
    "emoji and rare characters": "👍🏽 镕喆堃 𠮷 \u200d é",
    "paragraphs": "第一段\n\n第二段\r\n第三段\t制表",
    "spaces": "  两头  有  空格  ",
    "entities": "&#60; &nbsp; &amp;lt;",
    "ten thousand": "长文本<&{{" * 1250,
}


def filled(name: str, view: dict[str, Any], day: date | None = None) -> bytes:
    """The paper of the shipped template of that name."""
    return fill(TEMPLATES[name], view, name=name, must_stand=MUST_STAND[name], day=day)


def template_of(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def said(paper: bytes) -> str:
    return printed_text(unpack(paper))


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", VIEWS)
def test_text_of_every_kind_comes_out_literally_in_all_fields_at_once(name: str, kind: str) -> None:
    view = VIEWS[name]
    texts = {path: f"〔{number}〕{HOSTILE[kind]}〔/{number}〕" for number, path in enumerate(leaf_paths(view))}
    for path, text in texts.items():
        view = with_leaf(view, path, text)

    shown = said(filled(name, view))

    assert [path for path, text in texts.items() if text.replace("\r\n", "\n") not in shown] == []


@pytest.mark.parametrize(("name", "path"), FIELDS)
def test_all_kinds_of_text_together_in_one_field_come_out_literally(name: str, path: tuple[Any, ...]) -> None:
    text = "\n".join(HOSTILE.values()).replace("\r\n", "\n")

    assert text in said(filled(name, with_leaf(VIEWS[name], path, text)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_printable_text_comes_out_literally(text: str) -> None:
    assert f"〔{text}〕" in said(fill(template_of("〔{{ 甲 }}〕"), {"甲": text}))


@pytest.mark.parametrize("name", VIEWS)
def test_every_value_of_the_view_stands_in_the_paper(name: str) -> None:
    text = said(filled(name, VIEWS[name]))

    for path in leaf_paths(VIEWS[name]):
        value: Any = VIEWS[name]
        for step in path:
            value = value[step]
        assert value in text, path
    assert "{{" not in text
    assert "{%" not in text


@pytest.mark.parametrize("name", VIEWS)
def test_what_may_be_empty_leaves_no_empty_line_or_none(name: str) -> None:
    optional = {"文号", "事由", "准备事项", "联系人", "联系电话", "回执说明", "编号", "签字"}
    view = {key: None if key in optional else value for key, value in VIEWS[name].items()}

    text = said(filled(name, view))

    assert "None" not in text
    assert "文　号" not in text
    assert "准备事项：" not in text


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\r", "\x7f", "\ud800", "\ufffe"])
def test_a_control_character_is_refused_by_its_place(character: str) -> None:
    with pytest.raises(BadInputError) as caught:
        fill(TEMPLATES["notice.docx"], {**NOTICE, "主题": f"公务{character}接待"}, name="notice.docx")

    assert f"“主题”的第 3 个字符是不可见的控制字符 U+{ord(character):04X}" in caught.value.message


def test_an_undefined_variable_is_named_with_those_that_exist() -> None:
    with pytest.raises(BadInputError) as caught:
        fill(template_of("{{ 主体 }}"), {"主题": "甲", "时间": "乙"}, name="my.docx")

    assert caught.value.message == "模板 my.docx 用了不存在的变量“主体”"
    assert caught.value.hint == "可用的变量：主题、时间"


def test_an_undefined_field_of_an_item_is_named_with_those_that_exist() -> None:
    template = template_of("{%p for 人 in 对象们 %}", "{{ 人.名字 }}", "{%p endfor %}")

    with pytest.raises(BadInputError) as caught:
        fill(template, {"对象们": [{"姓名": "甲", "职务": "乙"}]}, name="my.docx")

    assert caught.value.message == "模板 my.docx 用了不存在的变量“名字”（这一项有：姓名、职务）"


def test_an_undefined_variable_in_a_condition_is_no_silence() -> None:
    with pytest.raises(BadInputError, match="不存在的变量“没有”"):
        fill(template_of("{% if 没有 %}x{% endif %}"), {"主题": "甲"})


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("{{ 主题", "标签写错了"),
        ("{% if 主题 %}", "标签写错了"),
        ("{{ 主题|nosuchfilter }}", "标签写错了"),
        ("｛｛ 主题 ｝｝", "中文输入法"),
        ("{{ ''.__class__.__mro__ }}", "__class__"),
        ("{{ range(3) }}", "range"),
        ("{{ 1/0 }}", "不能使用"),
    ],
)
def test_a_template_at_fault_is_bad_input_with_its_name(line: str, part: str) -> None:
    with pytest.raises(BadInputError) as caught:
        fill(template_of(line), {"主题": "甲"}, name="my.docx")

    assert "my.docx" in caught.value.message
    assert part in caught.value.message


def test_the_safe_filter_does_not_exist() -> None:
    with pytest.raises(BadInputError, match="标签写错了"):
        fill(template_of("{{ 主题|safe }}"), {"主题": "<w:p/>"})


@pytest.mark.parametrize("damaged", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_damaged_template_is_said_to_be(damaged: bytes) -> None:
    with pytest.raises(BadInputError, match=r"模板 my\.docx 已损坏"):
        fill(damaged, {}, name="my.docx")


def test_a_zip_that_is_no_document_is_refused() -> None:
    with pytest.raises(BadInputError, match=r"模板 my\.docx 不能使用"):
        fill(pack({"a.txt": b"x"}), {}, name="my.docx")


def test_a_template_that_leaves_out_the_place_is_refused() -> None:
    template = template_of(
        "{{ 主题 }}{{ 时间 }}{% for 人 in 对象们 %}{{ 人.姓名 }}{{ 人.单位 }}{{ 人.职务 }}{% endfor %}"
    )

    with pytest.raises(BadInputError) as caught:
        fill(template, NOTICE, name="notice.docx", must_stand=PAPERS["约谈通知书"].must_stand)

    assert "没有印出“地点”" in caught.value.message


def test_a_value_lost_on_the_way_stops_the_paper() -> None:
    inside_an_attribute = unpack(template_of("x"))
    body = inside_an_attribute["word/document.xml"].replace(b">x<", b'>x<w:dummy w:val="{{ a }}"/><')
    inside_an_attribute["word/document.xml"] = body

    with pytest.raises(InternalFaultError, match="丢失了文字“lost words”"):
        fill(pack(inside_an_attribute), {"a": "lost words"})


def test_a_view_of_anything_but_text_is_a_fault_of_our_own() -> None:
    with pytest.raises(InternalFaultError, match="“甲”不是文字"):
        fill(template_of("x"), {"甲": 1.5})


def test_the_properties_name_nobody_and_the_documents_own_day() -> None:
    paper = Document(io.BytesIO(fill(TEMPLATES["notice.docx"], NOTICE, name="notice.docx", day=date(2026, 3, 5))))

    properties = paper.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == NOTICE["标题"]
    assert (properties.created, properties.modified) == (properties.created, properties.created)
    assert properties.created.date() == date(2026, 3, 5)


def test_tags_in_a_templates_properties_are_not_evaluated() -> None:
    document = Document(io.BytesIO(template_of("x")))
    document.core_properties.author = "{{ 主题 }}"
    buffer = io.BytesIO()
    document.save(buffer)

    paper = fill(buffer.getvalue(), {"主题": "秘密"})

    assert "秘密".encode() not in b"".join(unpack(paper).values())


@pytest.mark.parametrize("name", VIEWS)
def test_the_same_bytes_twice(name: str) -> None:
    first, second = (
        fill(TEMPLATES[name], VIEWS[name], name=name, must_stand=MUST_STAND[name], day=date(2026, 3, 5))
        for _ in range(2)
    )

    assert first == second


@pytest.mark.parametrize(("zone", "seed"), [("UTC", "0"), ("Asia/Shanghai", "1"), ("America/New_York", "77")])
def test_the_same_bytes_in_another_zone_and_with_another_hash_seed(zone: str, seed: str) -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import date; from yuetan.documents import fill;"
        "from documents_views import NOTICE;"
        "sys.stdout.buffer.write(fill(Path('templates/notice.docx').read_bytes(), NOTICE, name='notice.docx',"
        "day=date(2026, 3, 5)))"
    )
    paths = os.pathsep.join((str(ROOT), str(Path(__file__).parent)))
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}

    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)

    assert made.stdout == fill(TEMPLATES["notice.docx"], NOTICE, name="notice.docx", day=date(2026, 3, 5))
