"""Nothing leaves the desk that tells on an informant: papers, their properties, commit messages (第八条第（一）项)."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tests import archives
from yuetan.archive.store import Store
from yuetan.desk.confidence import message_text
from yuetan.desk.load import open_desk
from yuetan.desk.rendering import papers_of_record
from yuetan.documents.part_texts import part_texts
from yuetan.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path


TODAY = date(2026, 6, 24)
COMPLAINT = "JS-202604-6URWC"
"""A case of the demonstration archive whose reason gives its source away (docs/demo.md)."""


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "示例")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.com")
    return Store.find(archives.copy(archives.sample(), tmp_path / "档案"))


def test_a_paper_for_the_subject_that_gives_a_complaint_away_is_not_made(archive: Store) -> None:
    with pytest.raises(RefusedError) as refused:
        papers_of_record(open_desk(archive, TODAY), COMPLAINT, "约谈通知书")
    assert refused.value.message == (
        "约谈通知书没有生成：其中（正文）的“反映”会让对象知道问题来自信访举报（第八条第（一）项）"
    )


def test_papers_that_the_subject_does_not_receive_and_its_own_words_are_made(archive: Store) -> None:
    desk = open_desk(archive, TODAY)
    assert len(papers_of_record(desk, COMPLAINT, "约谈登记审批表")) == 1
    assert len(papers_of_record(desk, COMPLAINT, "约谈记录")) == 1


def changed(path: Path, text: str = "", author: str = "") -> None:
    document = Document(str(path))
    if text:
        paragraph = document.add_paragraph(text[:4])
        paragraph.add_run(text[4:])
    if author:
        document.core_properties.comments = author
    document.save(str(path))


@pytest.mark.parametrize("text", ["联系手机 13800000000", "反映人：某某"])
def test_a_leak_in_a_template_is_found_though_it_is_cut_into_runs(archive: Store, text: str) -> None:
    changed(archive.root / "templates" / "minutes.docx", text)
    with pytest.raises(RefusedError, match="约谈记录没有生成：其中（正文）有"):
        papers_of_record(open_desk(archive, TODAY), COMPLAINT, "约谈记录")


def test_a_commit_message_is_looked_through(archive: Store) -> None:
    desk = open_desk(archive, TODAY)
    assert message_text(desk, "起草 JS-202606-7K3FQ：警示约谈") == "起草 JS-202606-7K3FQ：警示约谈"
    with pytest.raises(RefusedError, match="提交说明中不应有手机号码 138…00"):
        message_text(desk, "起草 13800000000")


def test_text_of_a_file_has_its_paragraphs_and_properties() -> None:
    document = Document()
    paragraph = document.add_paragraph("甲")
    paragraph.add_run("乙 <丙>")
    document.core_properties.comments = "备注"
    document.sections[0].header.paragraphs[0].text = "页眉"
    out = BytesIO()
    document.save(out)
    texts = dict(part_texts(out.getvalue()))
    assert texts["word/document.xml"] == "甲乙 <丙>"
    assert "备注" in texts["docProps/core.xml"]
    assert any("页眉" in text for part, text in texts.items() if "header" in part)
