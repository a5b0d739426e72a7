"""render --verify and adopt: is the paper in hand the one that the archive issued?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from docx import Document

from tests import archives
from yuetan.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

KIND = "约谈通知书"
NEW = (
    "new", "警示", "--subject", "ZFB-003", "--interviewer", "JW-002", "--at", "2026-07-06T09:30", "--place", "一室",
    "--topic", "公务接待", "--reason", "了解公务接待情况", "--source", "监督检查", "--whose", "本人",
    "--consulted", "市委组织部", "--consulted-on", "2026-06-23",
)  # fmt: skip


class Clerk:
    """Runs commands in one archive."""

    def __init__(self, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.archive, self.capsys = archive, capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        self.capsys.readouterr()
        status = main(["-C", str(self.archive), *words])
        said = self.capsys.readouterr()
        return status, said.out, said.err


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "示例")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.com")
    monkeypatch.setenv("YUETAN_TODAY", "2026-06-24")
    return Clerk(archives.copy(archives.sample(), tmp_path / "档案"), capsys)


@pytest.fixture
def issued(clerk: Clerk) -> tuple[str, Path]:
    """An interview that was notified, and its notice."""
    one = json.loads(clerk.run(*NEW, "--json")[1])["ids"][0]
    status, out, err = clerk.run("notify", one, "--json")
    assert status == 0, err
    return one, clerk.archive / json.loads(out)["documents"][0]


def touched(path: Path, target: Path, old: str, new: str) -> Path:
    document = Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    document.save(str(target))
    return target


def test_the_paper_that_was_issued_is_known(clerk: Clerk, issued: tuple[str, Path]) -> None:
    one, paper = issued
    status, out, _ = clerk.run("render", one, KIND, "--verify", str(paper))
    assert (status, out) == (0, f"{paper.name} 就是本档案 2026-06-24 出具的约谈通知书，一字不差。\n")
    status, out, _ = clerk.run("render", one, KIND, "--verify")
    assert (status, out) == (0, f"{paper.name}：重新生成的与出具的一字不差。\n")


def test_a_changed_paper_is_told_with_its_changed_words(clerk: Clerk, issued: tuple[str, Path], tmp_path: Path) -> None:
    one, paper = issued
    other = touched(paper, tmp_path / "手里的.docx", "一室", "二室")
    status, out, _ = clerk.run("render", one, KIND, "--verify", str(other))
    lines = out.splitlines()
    assert status == 1
    assert lines[0] == "手里的.docx 不是本档案出具的约谈通知书。"
    assert any(line.startswith("－ ") and "一室" in line for line in lines)
    assert any(line.startswith("＋ ") and "二室" in line for line in lines)


def test_a_paper_resaved_with_the_same_words_is_only_another_file(
    clerk: Clerk, issued: tuple[str, Path], tmp_path: Path
) -> None:
    one, paper = issued
    document = Document(str(paper))
    document.core_properties.comments = "另存"
    document.save(str(tmp_path / "另存.docx"))
    status, out, _ = clerk.run("render", one, KIND, "--verify", str(tmp_path / "另存.docx"))
    assert status == 1
    assert "文字完全一样" in out


def test_a_changed_record_or_template_is_named_as_the_cause(clerk: Clerk, issued: tuple[str, Path]) -> None:
    one, _ = issued
    assert clerk.run("edit", one, "--set", "事由=了解公务接待的有关情况")[0] == 0
    assert "出具以后记录改过" in clerk.run("render", one, KIND, "--verify")[1]
    template = clerk.archive / "templates" / "notice.docx"
    document = Document(str(template))
    document.add_paragraph("谢谢。")
    document.save(str(template))
    assert "出具以后模板改过。" in clerk.run("render", one, KIND, "--verify")[1]


def test_a_touched_up_paper_is_adopted_and_then_known(clerk: Clerk, issued: tuple[str, Path], tmp_path: Path) -> None:
    one, paper = issued
    other = touched(paper, tmp_path / "改过.docx", "一室", "一室（二楼）")
    status, out, err = clerk.run("adopt", one, str(other), "--json")
    assert status == 0, err
    assert json.loads(out)["action"] == "adopt"
    status, out, _ = clerk.run("render", one, KIND, "--verify", str(other))
    assert (status, out) == (0, "改过.docx 就是本档案 2026-06-24 改过后采用的约谈通知书，一字不差。\n")
    assert clerk.run("adopt", one, str(other))[0] == 2
    assert clerk.run("check", one, "--strict")[0] == 0


def test_what_may_not_be_told_is_not_adopted(clerk: Clerk, issued: tuple[str, Path], tmp_path: Path) -> None:
    one, paper = issued
    other = touched(paper, tmp_path / "改过.docx", "一室", "一室 13800000000")
    status, _, err = clerk.run("adopt", one, str(other))
    assert status == 2
    assert "手机号码 138…00" in err


def test_what_was_never_issued_cannot_be_adopted_or_verified(
    clerk: Clerk, issued: tuple[str, Path], tmp_path: Path
) -> None:
    one, paper = issued
    assert clerk.run("adopt", one, str(paper), "--kind", "约谈登记审批表")[0] == 2
    assert clerk.run("render", one, "约谈登记审批表", "--verify")[0] == 1
    assert clerk.run("render", one, KIND, "--verify", str(tmp_path / "没有.docx"))[0] == 2
    (tmp_path / "坏.docx").write_bytes(b"PK")
    assert clerk.run("render", one, KIND, "--verify", str(tmp_path / "坏.docx"))[0] == 2
    assert clerk.run("render", one, KIND, str(paper))[0] == 2
    answer = json.loads(clerk.run("render", one, KIND, "--verify", str(paper), "--json")[1])
    assert sorted(answer) == ["lines", "same", "version"]
