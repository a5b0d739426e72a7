"""render --all, --pdf, --merged: many papers at once, and on paper."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests import archives
from yuetan.cli.main import main
from yuetan.desk import pdf

if TYPE_CHECKING:
    from pathlib import Path

CASE = "JS-202604-SF8LK"
PRINTING = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice 没有安装")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "示例")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.com")
    monkeypatch.setenv("YUETAN_TODAY", "2026-06-24")
    return archives.copy(archives.sample(), tmp_path / "档案")


def run(archive: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["-C", str(archive), *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_every_paper_of_a_kind_of_a_period(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(archive, capsys, "render", "--all", "约谈登记审批表", "--period", "2026h1", "--json")
    documents = json.loads(out)["documents"]
    held = json.loads(run(archive, capsys, "list", "--period", "2026H1", "--json")[1])["items"]
    assert status == 0
    assert len(documents) == len(set(documents)) > 80
    assert {name.split("/")[-2] for name in documents} <= {one["id"] for one in held}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("render", "--all", "约谈记录"), "没有写明期间"),
        (("render", "--all", "约谈记录", "--period", "2026H3"), "没有这个期间"),
        (("render", "--all", "约谈记录", "--period", "2024H1"), "没有可出的约谈记录"),
        (("render", "--all", "别的", "--period", "2026H1"), "没有名为“别的”的文书"),
        (("render", "--all", "约谈记录", "多的", "--period", "2026H1"), "多了一个参数"),
        (("render", "--all", "约谈登记审批表", "--period", "2026H1", "-o", "x.docx"), "不能写进一个文件"),
        (("render", CASE), "没有写是哪种文书"),
        (("render", CASE, "约谈记录", "x.docx"), "多了一个参数"),
    ],
)
def test_what_cannot_be_done_is_said(
    archive: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    status, _, err = run(archive, capsys, *words)
    assert status == 2
    assert told in err


def test_without_libreoffice_it_is_said_so(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin/nothing:" + str(archive))
    with pytest.raises(Exception, match="没有找到 LibreOffice"):
        pdf.libreoffice()
    with pytest.raises(Exception, match="没有找到 pdfunite"):
        pdf.merge((), archive / "x.pdf")
    with pytest.raises(Exception, match="没有找到打开文件的程序"):
        pdf.open_file(archive / "x.pdf")


@PRINTING
def test_a_pdf_stands_beside_the_paper(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(archive, capsys, "render", CASE, "约谈记录", "--pdf", "--json")
    assert status == 0, err
    names = json.loads(out)["documents"]
    assert [name.rsplit(".", 1)[-1] for name in names] == ["docx", "pdf"]
    content = (archive / "out" / CASE / f"约谈记录-{CASE}.pdf").read_bytes()
    assert content.startswith(b"%PDF")


@PRINTING
@pytest.mark.skipif(shutil.which("pdfunite") is None, reason="poppler-utils 没有安装")
def test_papers_are_put_into_one_file_for_printing(
    archive: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "打印.pdf"
    status, _, err = run(archive, capsys, "render", CASE, "约谈通知书", "--merged", str(target))
    assert status == 0, err
    assert target.read_bytes().startswith(b"%PDF")
