"""yuetan template: an office's own template is proved before it is used."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from tests import archives
from yuetan.archive.store import Store
from yuetan.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

CASE = "JS-202604-SF8LK"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "示例")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.com")
    monkeypatch.setenv("YUETAN_TODAY", "2026-06-24")
    return archives.copy(archives.sample(), tmp_path / "档案")


def changed(archive: Path, text: str) -> Path:
    path = archive / "templates" / "notice.docx"
    document = Document(str(path))
    document.add_paragraph(text)
    document.save(str(path))
    return path


def run(archive: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["-C", str(archive), *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_nothing_changed_is_said_so(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(archive, capsys, "template", "check") == (0, "模板都是随程序提供的，没有改过。\n", "")


def test_a_changed_template_is_proved_and_used(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(archive, "本通知由{{ 署名 }}负责解释。")
    status, out, _ = run(archive, capsys, "template", "check")
    assert (status, out.splitlines()[0]) == (0, "templates/notice.docx（约谈通知书）：可以使用")
    assert run(archive, capsys, "render", CASE, "约谈通知书")[0] == 0
    paper = next((archive / "out" / CASE).glob("*.docx"))
    assert "本通知由市纪委监委负责解释。" in [p.text for p in Document(str(paper)).paragraphs]
    assert len((Store.find(archive).private / "templates-proved").read_text("utf-8").splitlines()) == 1
    assert run(archive, capsys, "render", CASE, "约谈通知书")[0] == 0


def test_a_wrong_template_is_not_used(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(archive, "{{ 举报人 }}")
    status, out, _ = run(archive, capsys, "template", "check", "--json")
    item: dict[str, Any] = json.loads(out)["items"][0]
    assert (status, item["kind"], item["doubts"]) == (2, "约谈通知书", [])
    assert item["faults"][0].startswith("用了不存在的变量 举报人")
    status, _, err = run(archive, capsys, "render", CASE, "约谈通知书")
    assert status == 2
    assert "yuetan template reset 约谈通知书" in err
    assert not (archive / "out").exists()


def test_a_file_is_checked_by_its_name_or_by_the_kind_given(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = changed(archive, "谢谢。").rename(archive / "我的.docx")
    assert run(archive, capsys, "template", "check", str(own), "--kind", "约谈通知书")[0] == 0
    status, _, err = run(archive, capsys, "template", "check", str(own))
    assert (status, err.splitlines()[0]) == (2, "错误：看不出 我的.docx 是哪种文书的模板")
    assert run(archive, capsys, "template", "check", str(own), "--kind", "别的")[0] == 2
    assert run(archive, capsys, "template", "check", "没有.docx")[0] == 2


def test_variables_are_listed_with_meaning_and_sample(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(archive, capsys, "template", "vars", "约谈通知书", "--json")
    rows = {row["name"]: row for row in json.loads(out)["items"]}
    assert status == 0
    assert rows["主题"] == {"name": "主题", "meaning": "约谈主题", "sample": "公务接待管理"}
    assert rows["对象.姓名"]["sample"] == "赵甲子"
    assert run(archive, capsys, "template", "vars", "notice")[1].startswith("变量")


def test_reset_puts_the_shipped_template_back_in_one_commit(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = archive / "templates" / "notice.docx"
    before = path.read_bytes()
    assert run(archive, capsys, "template", "reset", "约谈通知书")[1].endswith("就是随程序提供的，没有改动。\n")
    changed(archive, "谢谢。")
    assert run(archive, capsys, "template", "reset", "约谈通知书")[0] == 3
    subprocess.run(["git", "commit", "-qam", "改"], cwd=archive, check=True)
    status, out, _ = run(archive, capsys, "template", "reset", "约谈通知书")
    assert (status, out.startswith("已恢复 templates/notice.docx")) == (0, True)
    assert path.read_bytes() == before
