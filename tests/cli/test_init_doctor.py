"""init makes an archive in one commit or nothing; doctor looks at what surrounds it; completion is a script."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.archives import settle
from tests.cli.bench import WRITER_KEYS, Bench
from yuetan.cli.main import main
from yuetan.codec import read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A folder in which archives are made."""
    settle(monkeypatch)
    return Bench(tmp_path, capsys)


def refused(empty: Bench, *words: str) -> str:
    """What init says where it makes nothing."""
    before = sorted(empty.folder.rglob("*"))
    said = empty.run("init", *words)
    assert (said.status, said.out) == (2, "")
    assert sorted(empty.folder.rglob("*")) == before
    return said.err


def test_an_archive_is_one_commit_and_says_what_comes_next(empty: Bench) -> None:
    said = empty.done("init", "新档案")
    archive = Bench(empty.folder / "新档案", empty.capture)
    assert archive.git("log", "--format=%s|%(trailers:unfold,separator=|)") == (
        "建立档案：市纪委监委|Yuetan-Action: init|Yuetan-Version: 0.1.0"
    )
    assert archive.git("status", "--porcelain") == ""
    assert said.out.splitlines()[-1] == "下一步：yuetan -C 新档案 roster import 名册.xlsx"
    assert archive.done("check").err == "没有发现问题。\n"
    assert archive.done("list").err == "没有符合条件的约谈。\n"


def test_the_office_is_written_as_it_was_asked_for(empty: Bench) -> None:
    words = "--unit FGW --name 市发展和改革委员会 --kind 市委办局 --role 报送 --since 2026-03-01 --prefix 连发改约"
    document = empty.json("init", "甲", *words.split())
    assert sorted(document) == WRITER_KEYS
    assert (document["action"], document["ids"], document["documents"]) == ("init", [], [])
    assert {"records/units/FGW.yaml", "yuetan.yaml"} <= set(document["files"])

    def value(path: str) -> Any:
        return json.loads(json.dumps(read((empty.folder / "甲" / path).read_bytes()).value, default=str))

    assert value("yuetan.yaml") == {
        "单位": "FGW",
        "角色": "报送",
        "启用": "2026-03-01",
        "规范": [{"自": "2015-02-04", "规范": "lianyungang-2015"}],
        "文号": {"机关代字": "连发改约"},
    }
    assert value("records/units/FGW.yaml")["沿革"] == [
        {"自": "2015-02-04", "名称": "市发展和改革委员会", "类别": "市委办局"}
    ]


def test_bytes_are_kept_as_they_are_and_papers_stay_out_of_git(empty: Bench) -> None:
    empty.done("init", "甲")
    assert (empty.folder / "甲" / ".gitattributes").read_text(encoding="utf-8") == "* -text\n"
    assert "/out/" in (empty.folder / "甲" / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert (empty.folder / "甲" / ".git" / "hooks" / "pre-commit").stat().st_mode & 0o111


def test_the_sample_says_that_it_is_fictional(sample: Path, empty: Bench) -> None:
    said = empty.done("init", "演示", "--sample")
    assert said.out.splitlines()[1] == "其中全部人名、单位、事情都是虚构的。先看看："
    tree = subprocess.run(
        ["git", "rev-parse", "HEAD^{tree}"], cwd=sample, capture_output=True, text=True, check=True
    ).stdout.strip()
    assert Bench(empty.folder / "演示", empty.capture).git("rev-parse", "HEAD^{tree}") == tree


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--role", "头头"), "角色 只能是汇总、报送之一"),
        (("--kind", "衙门"), "类别 只能是市委、市政府"),
        (("--unit", "../x"), "单位 应为单位编码"),
        (("--name", "  "), "名称 不能只有空白"),
        (("--name", "甲\x07"), "不允许的字符 U+0007"),
        (("--prefix", "连纪〔约"), "机关代字 应为机关代字"),
        (("--since", "去年"), "“去年”不是日期"),
        (("--regulation", "nichts"), "没有名为“nichts”的规范"),
    ],
)
def test_an_office_that_could_not_be_read_back_is_not_made(empty: Bench, words: tuple[str, ...], says: str) -> None:
    assert says in refused(empty, "甲", *words)


def test_a_folder_with_something_in_it_is_left_alone(empty: Bench) -> None:
    (empty.folder / "甲").mkdir()
    (empty.folder / "甲" / "文件").touch()
    assert "里已经有东西（文件），没有动它" in refused(empty, "甲")
    assert "不是文件夹" in refused(empty, "甲/文件")


def test_without_an_identity_nothing_is_made(empty: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    monkeypatch.delenv("EMAIL", raising=False)
    said = empty.run("init", "甲")
    assert (said.status, said.out) == (3, "")
    assert "git config --global user.name" in said.err
    assert list(empty.folder.iterdir()) == []


def rows(home: Bench) -> dict[str, dict[str, Any]]:
    document = home.json("doctor")
    assert {tuple(sorted(item)) for item in document["items"]} == {("advice", "found", "name", "sound")}
    return {item["name"]: item for item in document["items"]}


def test_doctor_says_what_is_well_and_what_is_to_be_done(home: Bench) -> None:
    home.git("remote", "add", "outside", "https://user:geheim@git.example.com/a.git")
    home.git("remote", "add", "inside", "ssh://git@10.1.2.3/a.git")
    (home.folder / "schemas" / "unit.schema.json").write_text("{}", encoding="utf-8")
    found = rows(home)
    assert found["git 身份"]["found"] == "测试 <test@example.invalid>"
    assert found["历史"]["found"] == "完整"
    assert (found["2026 年工作日"]["found"], found["2027 年工作日"]["found"]) == ("已知", "暂定")
    assert "yuetan calendar import" in found["2027 年工作日"]["advice"]
    assert found["结构说明"]["found"] == "与程序不同：schemas/unit.schema.json"
    assert (found["远程 inside"]["sound"], found["远程 outside"]["sound"]) == (True, False)
    assert found["远程 outside"]["found"] == "https://user:***@git.example.com/a.git"
    page = home.done("doctor").out
    assert "注意  远程 outside" in page
    assert "geheim" not in page
    assert [line for line in page.splitlines() if line.startswith("注意")] == [
        f"注意  {name}：{item['found']}" for name, item in found.items() if not item["sound"]
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_completion_is_a_script_for_the_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "_YUETAN_COMPLETE" in said.out
    if shell == "bash":
        assert subprocess.run(["bash", "-n"], input=said.out, text=True, check=False).returncode == 0
