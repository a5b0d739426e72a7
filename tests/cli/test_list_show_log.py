"""list, show, log: what is there, filtered, now or at an older commit; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.bench import Bench

WHOLE = True
ROW_KEYS = ["date", "file", "id", "state", "subjects", "topic", "type"]
OPEN = ["JS-202606-UJD66", "JS-202606-HX2UR", "JS-202606-E6NCN"]


def ids(home: Bench, *words: str) -> list[str]:
    return [row["id"] for row in home.json("list", *words)["items"]]


def test_the_list_is_a_table_with_a_count(seen: Bench) -> None:
    said = seen.done("list", "--state", "待整改")
    assert said.out.splitlines() == [
        "编号             情形      状态    日期        约谈对象  主题",
        "JS-202606-UJD66  警示约谈  待整改  2026-06-15  冯庚辰    个人有关事项报告问题",
        "JS-202606-HX2UR  警示约谈  待整改  2026-06-17  李乙亥    专项资金使用管理问题",
        "JS-202606-E6NCN  警示约谈  待整改  2026-06-22  吴乙酉    公务接待管理问题",
    ]
    assert said.err == "共 3 份。\n"


def test_the_list_in_json_has_every_key_and_every_record_once(seen: Bench) -> None:
    document = seen.json("list")
    assert sorted(document) == ["items", "version"]
    assert {tuple(sorted(row)) for row in document["items"]} == {tuple(ROW_KEYS)}
    files = sorted(
        path.relative_to(seen.folder).as_posix() for path in (seen.folder / "records" / "interviews").rglob("*.yaml")
    )
    assert sorted(row["file"] for row in document["items"]) == files


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--state", "待整改"), OPEN),
        (("--state", "待整改", "--type", "JS"), OPEN),
        (("--state", "待整改", "--type", "警示约谈"), OPEN),
        (("--state", "待整改", "--unit", "FGW"), OPEN[:1]),
        (("--state", "待整改", "--unit", "市发展和改革委员会"), OPEN[:1]),
        (("--state", "待整改", "--cadre", "李乙亥"), OPEN[1:2]),
        (("--cadre", "FGW-002"), ["JS-202504-WLU49", "JS-202606-UJD66"]),
        (("--period", "2026-06", "--type", "任前"), ["RQ-202606-RL7ZA"]),
        (("--period", "2026H1", "--state", "待整改"), OPEN),
        (("--period", "2026H2", "--state", "待整改"), []),
        (("--period", "2025", "--state", "已撤销"), ["JS-202504-FBJ6G", "JS-202511-BTKDB"]),
    ],
)
def test_filters_narrow_the_list(seen: Bench, words: tuple[str, ...], expected: list[str]) -> None:
    assert ids(seen, *words) == expected


def test_a_filter_that_fits_nobody_says_so(seen: Bench) -> None:
    assert seen.done("list", "--period", "2026H2", "--state", "待整改") == (0, "", "没有符合条件的约谈。\n")


def test_an_older_commit_is_listed_and_shown_as_it_was(home: Bench) -> None:
    home.done("cancel", "JS-202606-NL39L", "--why", "调离")
    assert "JS-202606-NL39L" in ids(home, "--state", "已撤销")
    assert "JS-202606-NL39L" in ids(home, "--state", "已起草", "--at", "HEAD~1")
    assert home.json("show", "JS-202606-NL39L")["状态"] == "已撤销"
    assert home.json("show", "JS-202606-NL39L", "--at", "HEAD~1")["状态"] == "已起草"
    assert "没有版本" in home.refused("list", "--at", "HEAD~9").err


def test_a_file_that_cannot_be_read_is_named_and_the_rest_listed(home: Bench) -> None:
    path = home.file("JS-202606-NL39L")
    (home.folder / path).write_text("编号: [\n", encoding="utf-8")
    said = home.done("list", "--state", "待整改")
    assert said.err.splitlines() == [f"{path}:2: 读不了，未列出；用 yuetan check 查看", "共 3 份。"]
    assert len(said.out.splitlines()) == 4


def test_a_record_is_shown_with_its_state_its_deadline_and_everything_in_it(seen: Bench) -> None:
    lines = seen.done("show", "JS-202606-E6NCN").out.splitlines()
    assert lines[:4] == [
        "records/interviews/2026/06/JS-202606-E6NCN.yaml",
        "状态：待整改",
        "下一步：整改落实情况报告最迟7月7日（约谈日 6月22日不计入，第15日为 7月7日（周二））",
        "",
    ]
    keys = [line.partition("：")[0] for line in lines[4:] if not line.startswith((" ", "-"))]
    assert keys == list(seen.record("JS-202606-E6NCN"))


def test_a_record_in_json_stands_under_its_own_keys_with_its_state(seen: Bench) -> None:
    document = seen.json("show", "JS-202606-E6NCN")
    record = seen.record("JS-202606-E6NCN")
    assert set(document) == {*record, "状态"}
    assert document["状态"] == "待整改"
    assert document["约谈对象"] == record["约谈对象"]
    assert document["谈话"]["时间"] == "2026-06-22T15:00:00"


@pytest.mark.parametrize(
    ("record", "step"),
    [
        ("JS-202606-NL39L", "yuetan notify JS-202606-NL39L"),
        ("JS-202606-YK7C5", "yuetan minutes JS-202606-YK7C5"),
        ("JS-202605-PLL9Z", "yuetan close JS-202605-PLL9Z"),
        ("JS-202606-QEJMB", "yuetan reschedule JS-202606-QEJMB"),
    ],
)
def test_the_next_step_is_a_command_that_can_be_typed(seen: Bench, record: str, step: str) -> None:
    [line] = [line for line in seen.done("show", record).out.splitlines() if line.startswith("下一步：")]
    assert step in line
    words = step.split()[1:]
    assert seen.run(*words, "--dry-run").status in (0, 2)


@pytest.mark.parametrize("words", [("show", "JS-209901"), ("log", "JS-209901"), ("show", "王乙巳")], ids=" ".join)
def test_what_is_not_one_record_is_refused(seen: Bench, words: tuple[str, ...]) -> None:
    assert words[1] in seen.refused(*words).err


def test_the_history_of_a_record_is_told_step_by_step(home: Bench) -> None:
    home.done("notify", "JS-202606-NL39L")
    home.done("cancel", "JS-202606-NL39L", "--why", "调离")
    home.done("cancel", "HF-202606-EQ7W2", "--why", "调离")
    items = home.json("log", "JS-202606-NL39L")["items"]
    assert [tuple(sorted(item)) for item in items] == [("action", "author", "commit", "subject", "when")] * 3
    assert [(item["action"], item["author"]) for item in items] == [
        ("cancel", "测试"),
        ("notify", "测试"),
        ("init", "测试"),
    ]
    assert items[0]["commit"] == home.git("rev-parse", "HEAD~1")
    assert items[1]["subject"] == "通知 JS-202606-NL39L：示纪约〔2026〕77号"
    whole = home.done("log", "--limit", "2").out.splitlines()
    assert [line.split()[-2:] for line in whole[1:]] == [["撤销", "HF-202606-EQ7W2"], ["撤销", "JS-202606-NL39L"]]


def test_looking_never_writes(home: Bench) -> None:
    def times() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in home.folder.rglob("*")}

    trace = home.trace()
    before = times()
    for words in (("list",), ("show", "JS-202606-NL39L"), ("log",), ("due",), ("roster", "list"), ("explain", "B7.2")):
        home.done(*words)
    assert times() == before
    assert home.trace() == trace
