"""What is typed wrongly is said in Chinese with the nearest right thing; every command explains itself in Chinese."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.bench import process
from tests.cli.terminal import typed
from yuetan import __version__
from yuetan.cli.app import command, load
from yuetan.cli.catalogue import COMMANDS
from yuetan.cli.main import main

if TYPE_CHECKING:
    from tests.cli.bench import Bench

CHINESE = re.compile(r"[一-鿿]")
ENGLISH = re.compile(r"\b(?:[Ee]rror|Usage|Options|Arguments|Commands|Try|Invalid|Missing|not|is|the|must|default)\b")


def commands() -> list[tuple[str, ...]]:
    """Every command and subcommand as it is typed."""
    found: list[tuple[str, ...]] = [()]
    for row in COMMANDS:
        found.append((row.name,))
        found += [(row.name, name) for name in getattr(load(row), "commands", {})]
    return found


def options(words: tuple[str, ...]) -> list[Any]:
    """The parameters of a command."""
    found = command()
    for word in words:
        found = found.get_command(None, word) if len(words) == 1 or word == words[0] else found.commands[word]
    return list(found.params)


@pytest.mark.parametrize("words", commands(), ids=lambda words: " ".join(words) or "yuetan")
def test_every_command_explains_itself_in_chinese_with_examples(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--help"]) == 0
    page = capsys.readouterr().out
    lines = page.splitlines()
    assert lines[0].startswith(" ".join(("用法：yuetan", *words)))
    assert CHINESE.search(lines[2])
    examples = page.partition("\n示例：\n")[2].splitlines()
    assert any(line.startswith(" ".join(("  yuetan", *words))) for line in examples)
    assert all(line.startswith("  yuetan") for line in examples)
    assert ENGLISH.search(page) is None


@pytest.mark.parametrize("words", commands(), ids=lambda words: " ".join(words) or "yuetan")
def test_every_option_and_argument_has_a_chinese_help_text(words: tuple[str, ...]) -> None:
    assert [param.name for param in options(words) if not CHINESE.search(param.help or "")] == []


USAGE = (
    (("frob",), "没有命令 frob", "yuetan --help"),
    (("notifi", "X"), "没有命令 notifi；是不是 notify？", "yuetan --help"),
    (("lst",), "没有命令 lst；是不是 list？", "yuetan --help"),
    (("roster", "mvoe"), "没有命令 mvoe；是不是 move？", "yuetan roster --help"),
    (("--frob",), "没有选项 --frob", "yuetan --help"),
    (("list", "--tpye", "警示"), "没有选项 --tpye；是不是 --type？", "yuetan list --help"),
    (("list", "-x"), "没有选项 -x", "yuetan list --help"),
    (("show",), "缺少参数：约谈（编号（或开头、末五位）、文号、约谈对象姓名）", "yuetan show --help"),
    (("roster", "move", "FGW-002"), "缺少选项 --to（到哪个单位，编码或名称）", "yuetan roster move --help"),
    (("show", "A", "B"), "多了：B", "yuetan show --help"),
    (("list", "--type"), "--type 后面要写值", "yuetan list --help"),
    (("list", "--json=x"), "--json 后面不写值", "yuetan list --help"),
    (("-C",), "-C 后面要写值", "yuetan --help"),
    (("log", "--limit", "x"), "--limit 的值不对：“x”不是整数", "yuetan log --help"),
    (("log", "--limit", "0"), "--limit 的值不对：0 应不小于 1", "yuetan log --help"),
    (("calendar", "show", "99999"), "年度的值不对：99999 应不小于 1、不大于 9998", "yuetan calendar show --help"),
    (("--today", "昨日", "list"), "“昨日”不是日期", "写成 2026-03-05、2026年3月5日，或 今天、昨天"),
    (("--today", "2026-02-30", "list"), "没有 2026-02-30 这一天", "检查月份和日期"),
    (("receipt", "JS-202606", "--date", "2026/3"), "“2026/3”不是日期", "写成 2026-03-05"),
    (("reschedule", "JS-202606", "--at", "2026-03-10T25:00"), "没有 2026-03-10T25:00 这个时间", "检查时和分"),
    (("list", "--type", "闲聊"), "没有“闲聊”这一情形", "yuetan list --help"),
    (("list", "--state", "睡着"), "没有“睡着”这一状态，可用：已起草、已审批", "yuetan list --help"),
    (("list", "--period", "2026Q9"), "“2026Q9”不是期间", "yuetan list --help"),
    (("list", "--unit", "FG"), "没有单位“FG”", "是不是 FGW"),
    (("list", "--cadre", "FGW-200"), "名册中没有“FGW-200”", "（FGW-00"),
    (("roster", "show", "没有这人"), "名册中没有“没有这人”", "yuetan roster list"),
    (("roster", "list", "--unit", "市发展改革委"), "没有单位“市发展改革委”", "是不是 市发展和改革委员会"),
    (("report", "2026H9"), "没有名为“2026H9”的期间", "写成 2026H1、2026H2"),
    (("due", "--kind", "x"), "没有“x”这种期限", "可用：notice（通知）"),
    (("explain", "B7.9"), "没有代码为“B7.9”的规则", "是不是 B7.4？"),
    (("render", "JS-202606-NL39L", "情书"), "没有名为“情书”的文书", "约谈通知书"),
    (("regulation", "show", "nichts"), "没有名为“nichts”的规范", "lianyungang-2015"),
    (("completion", "tcsh"), "没有为“tcsh”准备的补全", "可用：bash"),
    (("edit", "JS-202606-NL39L", "--set", "主题"), "“主题”不是“路径=值”", "--set 约谈对象[0].问题.来源=监督检查"),
    (("edit", "JS-202606-NL39L", "--set", "约谈对象[9].姓名=甲"), "约谈对象 只有 1 项，下一项写 [1]", "约谈对象[9]"),
)


@pytest.mark.parametrize(("words", "wrong", "next_step"), USAGE, ids=[" ".join(words) for words, _, _ in USAGE])
def test_what_is_typed_wrongly_is_said_in_chinese_with_the_next_step(
    seen: Bench, words: tuple[str, ...], wrong: str, next_step: str
) -> None:
    said = seen.run(*words)
    assert (said.status, said.out) == (2, "")
    first, second = said.err.splitlines()
    assert first.startswith(f"错误：{wrong}")
    assert second.startswith("下一步：")
    assert next_step in second
    assert ENGLISH.search(said.err) is None


@pytest.mark.parametrize("words", [("frob",), ("list", "--tpye"), ("show",), ("list", "--type", "闲聊")], ids=" ".join)
def test_with_json_a_usage_error_is_the_documented_document(seen: Bench, words: tuple[str, ...]) -> None:
    document = seen.json(*words)
    assert sorted(document) == ["error", "findings", "version"]
    assert document["findings"] == []
    assert CHINESE.search(document["error"])


def test_without_a_command_and_without_a_terminal_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("用法：yuetan [选项] 命令 …\n")


def test_the_version_is_said_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr() == (f"yuetan {__version__}\n", "")


def test_a_traceback_is_shown_with_debug_only(seen: Bench) -> None:
    said = seen.run("show", "JS-209901")
    assert "Traceback" not in said.err
    debugged = seen.run("show", "JS-209901", "--debug")
    assert debugged.status == said.status == 2
    assert debugged.err.startswith("Traceback (most recent call last):\n")
    assert debugged.err.endswith(said.err)


def test_a_day_in_the_environment_is_judged_as_the_option_is(seen: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUETAN_TODAY", "昨日")
    assert seen.refused("list").err.startswith("错误：“昨日”不是日期\n")
    assert seen.done("--today", "2026-06-24", "list", "--state", "待整改").out != ""


def test_output_cut_short_by_its_reader_is_no_error(seen: Bench) -> None:
    import subprocess
    import sys

    program = "from yuetan.cli.main import run; run()"
    line = f"'{sys.executable}' -c '{program}' -C '{seen.folder}' list | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()[0]) == (0, "编号")
    assert "Traceback" not in done.stderr


def test_the_exit_status_of_the_program_is_that_of_the_command(seen: Bench) -> None:
    done = process(seen.folder, "notifi")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "错误：没有命令 notifi；是不是 notify？\n下一步：用 yuetan --help 查看用法\n"


@pytest.mark.parametrize(
    ("spoken", "sent"), [("gb18030", "gb18030"), ("gbk", "gbk"), ("utf-8", "utf-8"), ("ascii", "utf-8")]
)
def test_a_terminal_is_spoken_to_in_its_own_encoding_where_that_has_chinese(
    spoken: str, sent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", spoken)
    monkeypatch.setenv("PYTHONUTF8", "0")
    status, shown = typed("explain", "B3")
    assert status == 0
    assert "第三条".encode(sent) in shown


def test_a_pipe_or_a_file_gets_utf_8_whatever_the_terminal_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys; from yuetan.cli.main import run; run()"
    monkeypatch.setenv("PYTHONIOENCODING", "gb18030")
    monkeypatch.setenv("PYTHONUTF8", "0")
    done = subprocess.run([sys.executable, "-c", code, "explain", "B3"], capture_output=True, check=True)
    assert "第三条" in done.stdout.decode("utf-8")
