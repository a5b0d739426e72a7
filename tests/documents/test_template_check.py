"""A template is proved before it is used: what it is made of, what it asks for, and what it may not do to us."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import pytest
from docx import Document

from yuetan.desk import shipped
from yuetan.desk.templates import kinds, prove
from yuetan.documents.template_check import doubts, faults
from yuetan.pin import pack, unpack
from yuetan.views.papers.index import PAPERS

KIND = "约谈通知书"
NAME = "notice.docx"


def shipped_template(kind: str = KIND) -> bytes:
    return shipped.read_one(f"templates/{PAPERS[kind].template}")


def with_text(*paragraphs: str) -> bytes:
    """The shipped notice with paragraphs of an office's own below it."""
    document = Document(BytesIO(shipped_template()))
    for text in paragraphs:
        document.add_paragraph(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    return pack({**unpack(shipped_template()), name: content})


def with_body(old: bytes, new: bytes) -> bytes:
    parts = unpack(shipped_template())
    assert old in parts["word/document.xml"]
    return pack({**parts, "word/document.xml": parts["word/document.xml"].replace(old, new, 1)})


def found(template: bytes) -> tuple[str, ...]:
    return prove(template, PAPERS[KIND], NAME).faults


@pytest.mark.parametrize("kind", kinds())
def test_every_shipped_template_is_proved(kind: str) -> None:
    proof = prove(shipped_template(kind), PAPERS[kind], PAPERS[kind].template)
    assert proof.faults == ()
    if kind != "催办函":  # the letter format has margins of its own
        assert proof.doubts == ()


def test_an_offices_own_words_and_variables_are_taken() -> None:
    assert found(with_text("本通知由{{ 署名 }}负责解释。{% if 联系人 %}联系{{ 联系人 }}{% endif %}")) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ 举报人 }}", "用了不存在的变量 举报人"),
        ("{{ 对象们[0].来源 }}", "不存在的变量"),
        ("{{ 主题 ", "标签写错了"),
        ("{% if 主题 %}", "标签写错了"),
        ("｛｛ 主题 ｝｝", "用中文输入法打的标签"),
        ("{{ 主题 | 大写 }}", "标签写错了"),
    ],
)
def test_a_wrong_tag_is_named(text: str, told: str) -> None:
    assert any(told in fault for fault in found(with_text(text))), found(with_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ 对象们.__init__.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ ''.format.__self__ }}",
        "{{ '{0.__class__}'.format(主题) }}",
        "{{ 对象们.append(主题) }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}{{ os.system('id') }}",
        "{% extends '/etc/passwd' %}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ range(3) }}",
        "{{ lipsum() }}",
    ],
)
def test_a_template_cannot_reach_out_of_its_view(text: str) -> None:
    answer = found(with_text(text))
    assert answer
    assert not any("root:" in fault or "uid=" in fault for fault in answer)


@pytest.mark.parametrize(
    "text",
    [
        "{{ '甲' * 10000000000 }}",
        "{{ 10 ** (10 ** 10) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 主题.center(10000000000) }}",
        "{% set a = [主题] %}" + "{% set a = a + a %}" * 60 + "{{ a | length }}",
        "{% for a in 对象们 %}" * 40 + "{{ 主题 }}" + "{% endfor %}" * 40,
    ],
)
def test_a_template_cannot_eat_the_machine(text: str) -> None:
    start = time.monotonic()
    assert found(with_text(text))
    assert time.monotonic() - start < 25


def test_macros_are_refused() -> None:
    assert faults(with_part("word/vbaProject.bin", b"x"), NAME) == ("模板里有宏或控件，不能使用；另存为不带宏的 .docx",)


def test_external_contents_are_refused() -> None:
    relation = b'<Relationship Id="rX" Type="t" Target="http://example.invalid/a.png" TargetMode="External"/>'
    parts = unpack(shipped_template())
    name = "word/_rels/document.xml.rels"
    content = parts[name].replace(b"</Relationships>", relation + b"</Relationships>")
    assert faults(pack({**parts, name: content}), NAME) == (
        "模板引用了外部的内容（http://example.invalid/a.png），不能使用；删去这处链接",
    )


def test_tracked_changes_and_comments_are_refused() -> None:
    tracked = with_body(b"<w:body>", b'<w:body><w:p><w:ins w:id="1" w:author="a"><w:r/></w:ins></w:p>')
    assert faults(tracked, NAME) == ("模板里还有修订记录；在“审阅”里接受或拒绝全部修订后保存",)
    comment = with_part("word/comments.xml", b'<w:comments><w:comment w:id="0"/></w:comments>')
    assert faults(comment, NAME) == ("模板里还有批注；删去全部批注后保存",)


def test_what_is_no_word_file_is_said_so() -> None:
    assert faults(b"PK", NAME)[0].startswith("模板 notice.docx 已损坏或不是 Word/Excel 文件")
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    assert faults(out.getvalue(), NAME) == ("notice.docx 不是 Word 文件（.docx）；用 WPS 或 Word 另存为 .docx",)


def test_a_bomb_is_not_unpacked() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (250 * 1024 * 1024))
    assert len(out.getvalue()) < 1024 * 1024
    assert faults(out.getvalue(), NAME)


def test_another_page_and_font_are_pointed_out() -> None:
    letter = with_body(b'w:w="11906"', b'w:w="12240"')
    assert doubts(letter) == ("纸宽是 216 毫米，公文格式是 210 毫米",)
    font = with_body(b"\xe4\xbb\xbf\xe5\xae\x8b_GB2312", "华文行楷".encode())
    assert doubts(font) == ("字体“华文行楷”不是公文用的字体",)
    rounded = with_body(b'w:w="11906"', b'w:w="11900"')
    assert doubts(rounded) == ()


def test_what_must_stand_in_a_paper_may_not_be_left_out() -> None:
    parts = unpack(shipped_template())
    body = parts["word/document.xml"].replace("{{ 地点 }}".encode(), b"")
    answer = found(pack({**parts, "word/document.xml": body}))
    assert any("没有印出“地点”" in fault for fault in answer), answer
