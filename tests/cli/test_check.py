"""check: compiler-style lines and JSON, filters, older commits and the index, broken files; it never writes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.bench import FINDING_KEYS, process

if TYPE_CHECKING:
    from tests.cli.bench import Bench

WHOLE = True
LATE = "records/interviews/2025/10/JS-202510-ZDFTQ.yaml"
LATE_LINE = (
    f"{LATE}:59:5: 错误 B7.2 钱辛巳（GJJ-005）：送达日 2025-11-04，约谈日 2025-11-06，只提前2天，应不少于3天；"
    "约谈日 11月6日不计入，须提前3天，最迟 11月3日（周一）通知（第七条第（二）项）"
)
SHAPE = re.compile(r"[\w./-]+\.yaml:\d+:\d+: (错误|警告)(（已确认）)? [BWS]\d+(\.\d+)? .+（第.+条.*）")
WARNINGS = ["W4.2", "W5", "W5", "W7.2", "W8.1", "W8.3"]
ERRORS = ["B4.1", "B5", "B6", "B7.2", "B7.3", "B7.4", "B8.2", "B8.3"]
ACKNOWLEDGED = ["B6", "B7.2"]


def codes(home: Bench, *words: str) -> list[str]:
    return sorted(finding["code"] for finding in home.json("check", *words)["findings"])


def test_each_finding_is_a_line_with_its_place_level_code_and_provision(seen: Bench) -> None:
    said = seen.run("check")
    lines = said.out.splitlines()
    assert said.status == 1
    assert LATE_LINE in lines
    assert len(lines) == 16
    assert [line for line in lines if not SHAPE.fullmatch(line)] == []
    assert said.err == "8 处错误，6 处警告，2 处已确认。用 yuetan explain B4.1 等查看规则。\n"


def test_lines_stand_by_file_line_column_and_code(seen: Bench) -> None:
    rows = seen.json("check")["findings"]
    assert rows == sorted(rows, key=lambda row: (row["file"], row["line"], row["column"], row["code"]))


def test_the_place_is_where_the_file_says_it(seen: Bench) -> None:
    [row] = seen.json("check", LATE)["findings"]
    line = (seen.folder / LATE).read_text(encoding="utf-8").splitlines()[row["line"] - 1]
    assert row["path"] == "通知[0].签收"
    assert line[row["column"] - 1 :] == "签收: 2025-11-04"


def test_json_has_the_documented_keys_and_counts(seen: Bench) -> None:
    document = seen.json("check")
    assert sorted(document) == ["findings", "summary", "version"]
    assert {tuple(sorted(row)) for row in document["findings"]} == {tuple(FINDING_KEYS)}
    assert {row["level"] for row in document["findings"]} == {"error", "warning"}
    assert {row["commit"] for row in document["findings"]} == {None}
    assert document["summary"] == {"error": 8, "warning": 6, "acknowledged": 2}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--select", "B7.2"), ["B7.2", "B7.2"]),
        (("--select", "B7"), ["B7.2", "B7.2", "B7.3", "B7.4"]),
        (("--select", "b7"), ["B7.2", "B7.2", "B7.3", "B7.4"]),
        (("--select", "B5，W5"), ["B5", "W5", "W5"]),
        (("--select", "B5", "--select", "B6"), ["B5", "B6", "B6"]),
        (("--select", "W"), WARNINGS),
        (("--ignore", "W"), sorted(ERRORS + ACKNOWLEDGED)),
        (("--select", "B7", "--ignore", "B7.2"), ["B7.3", "B7.4"]),
        (("--ignore", "B,W"), []),
    ],
)
def test_rules_are_chosen_by_code_or_family(seen: Bench, words: tuple[str, ...], expected: list[str]) -> None:
    assert codes(seen, *words) == expected


@pytest.mark.parametrize(
    ("code", "near"), [("B7.9", "B7.4"), ("b72", "B7.2"), ("S99", "S9"), ("七", ""), ("", "没有写规则的代码")]
)
def test_an_unknown_code_is_refused_with_the_nearest(seen: Bench, code: str, near: str) -> None:
    said = seen.refused("check", "--select", code)
    assert near in said.err
    assert "yuetan explain" in said.err
    assert f"“{code}”" in said.err or not code


@pytest.mark.parametrize(
    ("places", "files"),
    [
        ((LATE,), [LATE]),
        (("JS-202510-ZDFTQ",), [LATE]),
        (("JS-202510-Z",), [LATE]),
        (("钱辛巳",), [LATE]),
        (("records/interviews/2025/10",), [LATE]),
        (("records/units/",), ["records/units/DAG.yaml", "records/units/JTJ.yaml", "records/units/XCB.yaml"]),
        (("yuetan.yaml",), []),
        (("schemas", LATE), [LATE]),
    ],
)
def test_places_filter_what_is_shown(seen: Bench, places: tuple[str, ...], files: list[str]) -> None:
    assert [row["file"] for row in seen.json("check", *places)["findings"]] == files


@pytest.mark.parametrize("place", ["records/nichts", "../..", "没有这人", "JS-209901"])
def test_a_place_that_is_not_there_is_refused(seen: Bench, place: str) -> None:
    assert place in seen.refused("check", place).err


def test_exit_status_is_0_with_warnings_only(seen: Bench) -> None:
    assert seen.run("check", "--select", "W").status == 0
    assert seen.run("check", "records/units/JTJ.yaml").status == 0


def test_an_acknowledged_breach_fails_under_strict_only(seen: Bench) -> None:
    words = ("check", "records/units/XCB.yaml")
    assert seen.run(*words).status == 0
    said = seen.run(*words, "--strict")
    assert said.status == 1
    assert "错误（已确认） B6" in said.out
    assert said.err.startswith("1 处错误，0 处警告，其中 1 处已确认（--strict：已确认的也按其级别计）。")
    assert seen.run(*words).err.startswith("0 处错误，0 处警告，1 处已确认。")
    summary = json.loads(seen.run(*words, "--strict", "--json").out)["summary"]
    assert summary == {"error": 1, "warning": 0, "acknowledged": 1}


def test_exit_status_is_3_without_git(seen: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    said = seen.run("check")
    assert (said.status, said.out) == (3, "")
    assert said.err == "错误：没有找到 git。\n下一步：请安装 git 2.25 以上版本后再试。\n"


def test_an_older_commit_is_judged_without_checking_it_out(home: Bench) -> None:
    path = home.folder / LATE
    path.write_text(path.read_text(encoding="utf-8").replace("签收: 2025-11-04", "签收: 2025-11-03"), encoding="utf-8")
    assert codes(home, LATE, "--select", "B7.2") == []
    assert codes(home, LATE, "--at", "HEAD") == ["B7.2"]
    home.git("commit", "-q", "--no-verify", "-a", "-m", "签收日登记错了")
    before = home.trace()
    [row] = home.json("check", LATE, "--at", "HEAD~1")["findings"]
    assert row["commit"] == home.git("rev-parse", "HEAD~1")
    assert codes(home, LATE, "--select", "B7.2", "--at", "HEAD") == []
    assert home.trace() == before


def test_the_index_is_judged_as_it_is_staged(home: Bench) -> None:
    path = home.folder / LATE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("签收: 2025-11-04", "签收: 2025-11-03"), encoding="utf-8")
    home.git("add", LATE)
    path.write_text(text, encoding="utf-8")
    assert codes(home, LATE, "--select", "B7.2", "--staged") == []
    assert codes(home, LATE) == ["B7.2"]


def test_commit_and_index_are_not_asked_for_together(seen: Bench) -> None:
    assert "--at 和 --staged 不能一起用" in seen.refused("check", "--at", "HEAD", "--staged").err


@pytest.mark.parametrize("revision", ["nichts", "HEAD~9", "-1", ""])
def test_an_unknown_revision_is_refused(seen: Bench, revision: str) -> None:
    said = seen.refused("check", f"--at={revision}")
    assert "没有版本" in said.err
    assert "yuetan log" in said.err


def test_another_day_judges_the_same_commit_differently(seen: Bench) -> None:
    words = ("--today", "2026-07-08", "check", "--at", "HEAD", "--select", "B8.3", "JS-202606-E6NCN")
    said = seen.run(*words)
    assert said.status == 1
    assert "B8.3 吴乙酉（SDW-004）的整改落实情况报告到 2026-07-07 没有形成" in said.out
    assert codes(seen, "--select", "B8.3", "JS-202606-E6NCN") == []


def test_the_same_bytes_whatever_the_hash_seed_and_the_zone(seen: Bench) -> None:
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "3", "TZ": "America/Anchorage", "LC_ALL": "C"},
    )
    plain = [process(seen.folder, "check", environment=one) for one in surroundings]
    assert {done.returncode for done in plain} == {1}
    assert len({(done.stdout, done.stderr) for done in plain}) == 1
    assert plain[0].stdout == seen.run("check").out
    document = process(seen.folder, "check", "--json", environment=surroundings[1])
    assert document.stdout == seen.run("check", "--json").out


def test_a_check_never_writes(home: Bench) -> None:
    def times() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in home.folder.rglob("*")}

    trace = home.trace()
    before = times()
    for words in ((), ("--json",), ("--at", "HEAD"), ("--staged",), ("--strict", "--select", "B"), ("nichts",)):
        home.run("check", *words)
    assert times() == before
    assert home.trace() == trace


def test_a_record_that_says_the_same_key_twice_is_named_with_its_place(home: Bench) -> None:
    with (home.folder / LATE).open("a", encoding="utf-8") as file:
        file.write("主题: 又一个\n")
    number = len((home.folder / LATE).read_text(encoding="utf-8").splitlines())
    said = home.run("check", LATE, "--select", "S1")
    assert said.status == 1
    assert said.out.startswith(f"{LATE}:{number}:1: 错误 S1 ")
    assert "主题" in said.out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("单位: [\n".encode(), "yuetan.yaml:2:1: 这里缺少内容"),
        (b"", "yuetan.yaml:1:1: 文件是空的"),
        (b"\xff\xfe\x00", "UTF-16"),
        ("单位: JW\n".encode(), "缺少“角色”"),
        ("单位: JW\n角色: 甲\n启用: 2026-01-01\n".encode(), "yuetan.yaml:2:"),
    ],
)
def test_a_broken_office_file_is_said_with_its_place(home: Bench, content: bytes, words: str) -> None:
    (home.folder / "yuetan.yaml").write_bytes(content)
    for command in ("check", "list", "due"):
        said = home.run(command)
        assert (said.status, said.out) == (2, "")
        assert words in said.err
        assert "改正 yuetan.yaml 后再试" in said.err


def test_a_broken_unit_is_one_fault_and_the_rest_is_judged(home: Bench) -> None:
    (home.folder / "records" / "units" / "DAG.yaml").write_text("编码: [\n", encoding="utf-8")
    said = home.run("check")
    assert said.status == 1
    assert "\nrecords/units/DAG.yaml:2:1: 错误 S1 这里缺少内容" in said.out
    assert LATE_LINE in said.out.splitlines()


def test_a_broken_profile_is_named_and_no_step_is_taken_unjudged(home: Bench) -> None:
    profile = "schemas/regulations/lianyungang-2015.yaml"
    (home.folder / profile).write_text("名称: [\n", encoding="utf-8")
    said = home.run("check", "--select", "S", "schemas", "yuetan.yaml")
    assert said.status == 1
    assert said.out.startswith(f"{profile}:2:1: 错误 S1 ")
    assert "没有名为“lianyungang-2015”的规范，这段时间的约谈无法判断" in said.out
    refused = home.refused("notify", "JS-202606-NL39L")
    assert "没有名为“lianyungang-2015”的规范" in refused.err
    assert "用 yuetan check 查看" in refused.err


def test_a_parameter_of_the_wrong_kind_is_said_with_its_place_and_stops_every_step(home: Bench) -> None:
    profile = "schemas/regulations/lianyungang-2015.yaml"
    lines = (home.folder / profile).read_text(encoding="utf-8").split("\n")
    place = lines.index("  - 名称: 通知.提前") + 3
    assert lines[place] == "        值: 3"
    lines[place] = "        值: 三"
    (home.folder / profile).write_text("\n".join(lines), encoding="utf-8")
    wrong = f"{profile}:{place + 1}:9: 错误 S2 “通知.提前”的值应为不小于零的整数"
    assert home.run("check", profile) == (
        1,
        f"{wrong}\n",
        "1 处错误，0 处警告，0 处已确认。用 yuetan explain S2 等查看规则。\n",
    )
    assert wrong in home.done("list").err.splitlines()
    refused = home.refused("notify", "JS-202606-NL39L")
    assert f"规范有错，不能据以判断：{profile}:{place + 1}" in refused.err


@pytest.mark.parametrize("content", ["年度: [", "年度: 2026\n放假: 春节\n", "年度: 2025\n"])
def test_a_broken_calendar_is_named_and_the_rest_is_judged(home: Bench, content: str) -> None:
    folder = home.folder / "schemas" / "calendar"
    folder.mkdir()
    (folder / "2026.yaml").write_text(content, encoding="utf-8")
    said = home.run("check")
    assert said.status == 1
    assert [line for line in said.out.splitlines() if line.startswith("schemas/calendar/2026.yaml:")] != []
    assert LATE_LINE in said.out.splitlines()


def test_a_link_in_the_records_is_a_fault_and_can_be_asked_for(home: Bench) -> None:
    (home.folder / "records" / "units" / "AA.yaml").symlink_to("/etc/hostname")
    said = home.run("check", "records/units/AA.yaml")
    assert said.status == 1
    assert said.out.startswith("records/units/AA.yaml:1:1: 错误 S1 ")


def test_a_draft_of_a_regulation_judges_in_its_stead(home: Bench) -> None:
    draft = home.folder.parent / "草案.yaml"
    text = (home.folder / "schemas" / "regulations" / "lianyungang-2015.yaml").read_text(encoding="utf-8")
    at = text.index("通知.提前")
    draft.write_text(text[:at] + text[at:].replace("值: 3", "值: 1", 1), encoding="utf-8")
    assert "B7.2" not in codes(home, "--regulation", str(draft), LATE)
    assert "没有文件" in home.refused("check", "--regulation", str(draft) + "x").err


def test_json_of_a_refusal_is_one_document(seen: Bench) -> None:
    said = seen.run("check", "--select", "B99", "--json")
    assert said.status == 2
    assert json.loads(said.out) == {"version": 1, "error": "没有代码为“B99”的规则；是不是 B9？", "findings": []}
    assert said.err == ""
