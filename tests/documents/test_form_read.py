"""Forms as word processors save them: what is seen is read, the rest is left; hostile files are told what they are."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from typing import TYPE_CHECKING

import built
import pytest
from filling import Paper, resaved

from yuetan.documents import fill
from yuetan.documents.filled.read import read_form
from yuetan.errors import BadInputError
from yuetan.views.papers.index import PAPERS

if TYPE_CHECKING:
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
OFFICE = shutil.which("soffice") is not None
NO_OFFICE = "重新保存的测试未运行：缺少 soffice（Debian 软件包 libreoffice-writer-nogui）"


def package(document: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", document)
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return buffer.getvalue()


def document(body: str, namespace: str = W) -> str:
    return f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<w:p>{run(text)}</w:p>" for text in texts)


def content_of(text: str) -> str:
    return f"<w:sdtContent>{paragraphs(text)}</w:sdtContent>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(inside: str, settings: str = "") -> str:
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{inside}</w:tc>"


def one(inside: str, **parts: str) -> str:
    """What the only cell of a table with this content says."""
    form = read_form(package(document(table(cell(inside))), **parts), "表.docx")
    return form.rows[0].cells[0].text


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read_form(content, "表.docx").rows]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (paragraphs("第一段", "第二段"), "第一段\n第二段"),
        (paragraphs("第一段", "", "第三段", ""), "第一段\n\n第三段"),
        ("<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>", "上\n下"),
        ("<w:p><w:r><w:t>左</w:t><w:tab/><w:t>右</w:t></w:r></w:p>", "左\t右"),
        (paragraphs("\u3000\u3000缩\u00a0进\u200b"), "缩 进"),
        (f"<w:p>{run('一')}{run('个')}{run('词')}</w:p>", "一个词"),
        (f"<w:p><w:ins>{run('加')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>", "加"),
        (f"<w:p><w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo></w:p>", "新"),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('前')}</w:p>{paragraphs('后')}", "前后"),
        (f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>{run('见')}</w:p>", "见"),
        (f"<w:p><w:hyperlink>{run('链')}</w:hyperlink><w:smartTag>{run('接')}</w:smartTag></w:p>", "链接"),
        (f"<w:p><w:r><w:instrText>DATE</w:instrText></w:r>{run('2026年3月10日')}</w:p>", "2026年3月10日"),
        (f"<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>{run('字')}</w:p>", "字"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{content_of('点这里')}</w:sdt>", ""),
        (f"<w:sdt><w:sdtPr/>{content_of('内容')}</w:sdt>", "内容"),
        (f"<w:p><w:r><w:ruby><w:rt>{run('yue')}</w:rt><w:rubyBase>{run('约')}</w:rubyBase></w:ruby></w:r></w:p>", "约"),
        (table(cell(paragraphs("里"))) + paragraphs("外"), "里\n外"),
    ],
)
def test_what_a_reader_sees_in_a_cell_is_read(inside: str, said: str) -> None:
    assert one(inside) == said


def test_automatic_numbers_are_read_as_they_are_seen() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{level.format(style, text)}</w:abstractNum>'
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        for key, style, text in ((1, "decimal", "%1."), (2, "chineseCounting", "（%1）"), (3, "bullet", "•"))
    )
    numbered = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for key, text in ((1, "甲"), (1, "乙"), (2, "丙"), (3, "丁"), (1, "戊"))
    )
    numbering = f'<w:numbering xmlns:w="{W}">{lists}</w:numbering>'
    assert one(numbered, word__numbering=numbering) == "1.甲\n2.乙\n（一）丙\n丁\n3.戊"


def test_covered_cells_and_deleted_rows_are_left_out() -> None:
    merged = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    deleted = f"<w:trPr><w:del/></w:trPr>{cell(paragraphs('删去的行'))}"
    rows = [cell(paragraphs("甲"), mark) + cell(paragraphs(text)) for mark, text in zip(merged, "乙丙", strict=True)]
    form = read_form(package(document(table(deleted, *rows))), "表.docx")
    assert [[(one.column, one.text) for one in row.cells] for row in form.rows] == [[(0, "甲"), (1, "乙")], [(1, "丙")]]


def test_strict_files_and_another_main_part_are_read() -> None:
    assert texts(package(document(table(cell(paragraphs("严"))), STRICT))) == [["严"]]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships xmlns="x"><Relationship Type="{kind}" Target="/word/document2.xml"/></Relationships>'
    other = document(table(cell(paragraphs("另"))))
    buffer = io.BytesIO(package(document(""), word__document2=other))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_rels/.rels", relations)
    assert texts(buffer.getvalue()) == [["另"]]


def zipped(*parts: tuple[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts:
            archive.writestr(name, text)
    return buffer.getvalue()


def encrypted() -> bytes:
    content = bytearray(package(document("")))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = -1
        while (place := content.find(mark, place + 1)) >= 0:
            content[place + offset] |= 1
    return bytes(content)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BOMB = document(table(cell(f"<w:p><w:r><w:t>{'a' * 40_000_000}</w:t></w:r></w:p>")))
ENTITIES = f'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "{"&a;" * 500}">]>{document("<w:p>" + "&b;" * 500 + "</w:p>")}'
HOSTILE = {
    "empty": (b"", "空文件"),
    "text": ("约谈记录".encode(), "不是 Word 文件"),
    "doc": (OLD, "旧格式的 .doc"),
    "password": (OLD + "EncryptedPackage".encode("utf-16-le"), "设了密码"),
    "locked zip": (encrypted(), "设了密码"),
    "pdf": (b"%PDF-1.7", "是 PDF"),
    "rtf": (b"{\\rtf1}", "是 RTF"),
    "html": (b"<html></html>", "网页或 XML"),
    "half": (package(document(""))[:200], "已损坏"),
    "odt": (zipped(("mimetype", "application/vnd.oasis.opendocument.text")), "OpenDocument"),
    "other zip": (zipped(("a.txt", "a")), "压缩包"),
    "sheet": (zipped(("[Content_Types].xml", TYPES), ("xl/workbook.xml", "<a/>")), "不是 Word 文件"),
    "no xml": (package("<w:document"), "已损坏"),
    "no body": (package(f'<w:document xmlns:w="{W}"/>'), "没有正文"),
    "bomb": (package(BOMB), "展开后过大"),
    "entities": (package(ENTITIES), "已损坏"),
    "doctype": (package(f'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>{document("")}'), "文档类型声明"),
    "deep": (package(document("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)), "已损坏"),
    "rows": (package(document(table(*[cell("<w:p/>")] * 5_001))), "超过 5000 行"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_form_is_told_what_it_is_at_once(kind: str) -> None:
    content, words = HOSTILE[kind]
    start = time.monotonic()
    with pytest.raises(BadInputError) as caught:
        read_form(content, "表.docx")
    assert words in caught.value.message
    assert time.monotonic() - start < 3


def test_a_package_that_points_outside_is_read_without_following() -> None:
    relations = (
        '<Relationships xmlns="x"><Relationship Id="r1" TargetMode="External" Type="x/attachedTemplate" '
        'Target="http://192.0.2.1/evil.dotm"/></Relationships>'
    )
    buffer = io.BytesIO(package(document(table(cell(paragraphs("内"))))))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", relations)
    assert texts(buffer.getvalue()) == [["内"]]


LONG = 2_400
"""Characters that fill more than two pages; LibreOffice takes five seconds a way for four times as many."""
SAID = {
    "plain": "一段话。",
    "paragraphs": "第一段，说明原因。\n第二段，谈到措施。\n\n第四段。",
    "signs": "“引号”、《书名号》、<标签> & {{ 变量 }} {% if %} 100% \\n #注 'x': [a, b]",
    "rare": "𠮷野家的㑇、龘、emoji 👨‍👩‍👧 🚀、１２３",
    "spaces": "中间  有两个空格，　有全角空格。",
    "long": "廉洁从政" * 2_500,
}


def filled(text: str) -> bytes:
    view = PAPERS["约谈记录"].view.sample()
    view = {**view, "对象们": [{**view["对象们"][0], "陈述们": [{"项目": "解释说明", "内容": ""}]}]}
    form = Paper(fill(built.template("约谈记录"), view, name="minutes.docx"))
    return form.below("赵甲子：解释说明", text).saved()


def said(content: bytes) -> str:
    rows = texts(content)
    return rows[rows.index(["赵甲子：解释说明"]) + 1][0]


@pytest.mark.parametrize("kind", SAID)
def test_what_was_typed_is_read_back(kind: str) -> None:
    assert said(filled(SAID[kind])) == SAID[kind]


@pytest.mark.skipif(not OFFICE, reason=NO_OFFICE)
@pytest.mark.parametrize("ways", [("docx",), ("odt", "docx"), ("doc", "docx"), ("rtf", "docx")], ids="-".join)
def test_what_was_typed_is_read_back_after_another_program_saved_it(ways: tuple[str, ...], tmp_path: Path) -> None:
    typed = {**SAID, "long": SAID["long"] if ways == ("docx",) else SAID["long"][:LONG]}
    saved = resaved({kind: filled(text) for kind, text in typed.items()}, tmp_path, *ways)
    assert {kind: said(content) for kind, content in saved.items()} == typed
