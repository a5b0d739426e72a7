"""regulation: show, check, diff, new; explain reads what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.bench import FINDING_KEYS, WRITER_KEYS

if TYPE_CHECKING:
    from tests.cli.bench import Bench

WHOLE = True
CITY, COUNTY = "lianyungang-2015", "yunxi-2024"
FILE = f"schemas/regulations/{CITY}.yaml"


def test_the_offices_own_regulation_is_shown_with_parameters_and_reasons(seen: Bench) -> None:
    page = seen.done("regulation", "show").out.splitlines()
    assert page[0] == "市管领导干部廉政约谈暂行办法（lianyungang-2015，现行，连委办发〔2015〕5号）"
    place = page.index("  通知.提前 = 3天（第七条第（二）项）")
    assert page[place + 1] == "      办法写明提前3天。"
    assert page == seen.done("regulation", "show", CITY).out.splitlines()


def test_a_regulation_in_json_stands_under_its_own_keys(seen: Bench) -> None:
    document = seen.json("regulation", "show", COUNTY)
    assert (document["version"], document["规范"], document["上位规范"]) == (1, COUNTY, CITY)
    assert {"情形", "参数", "权限", "条文", "报送期间"} <= set(document)


def test_a_sound_regulation_has_no_errors_and_a_laxer_one_is_warned_about(seen: Bench) -> None:
    assert seen.done("regulation", "check", CITY) == (0, "", "没有发现问题。\n")
    document = seen.json("regulation", "check")
    assert {tuple(sorted(row)) for row in document["findings"]} == {tuple(FINDING_KEYS)}
    assert {(row["code"], row["file"]) for row in document["findings"]} == {
        ("B9", f"schemas/regulations/{COUNTY}.yaml")
    }
    assert document["summary"]["error"] == 0


def test_a_fault_in_a_regulation_is_said_with_its_place(home: Bench) -> None:
    path = home.folder / FILE
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[lines.index("  - 名称: 通知.提前")] = "  - 名称: 通知.提先"
    path.write_text("\n".join(lines), encoding="utf-8")
    said = home.run("regulation", "check", CITY)
    number = lines.index("  - 名称: 通知.提先") + 1
    assert said.status == 1
    assert any(
        line.startswith(f"{FILE}:{number}:5: 错误 S2 ") and "通知.提前" in line for line in said.out.splitlines()
    )


def test_two_regulations_are_compared_with_which_is_stricter(seen: Bench) -> None:
    items = {row["item"]: row for row in seen.json("regulation", "diff", CITY, COUNTY)["items"]}
    assert items["通知.提前"] == {"item": "通知.提前", "first": "3天", "second": "2天", "verdict": "更宽"}
    assert items["整改.期限"]["verdict"] == "更严"
    assert seen.done("regulation", "diff", CITY, CITY) == (0, "", "两份规范没有不同。\n")
    assert seen.done("regulation", "diff", CITY, COUNTY).out.splitlines()[0].split() == ["项目", CITY, COUNTY, "比较"]


def test_a_draft_is_written_in_one_commit_and_holds_together(home: Bench) -> None:
    document = home.json("regulation", "new", "shidong-2027", "--from", COUNTY, "--since", "2027-01-01")
    assert sorted(document) == WRITER_KEYS
    assert document["files"] == ["schemas/regulations/shidong-2027.yaml"]
    assert home.git("diff", "--name-only", "HEAD~1", "HEAD") == "schemas/regulations/shidong-2027.yaml"
    shown = home.json("regulation", "show", "shidong-2027")
    assert (shown["规范"], shown["状态"], shown["自"]) == ("shidong-2027", "草案", "2027-01-01")
    assert home.json("regulation", "check", "shidong-2027")["summary"]["error"] == 0
    assert "已有代号为 shidong-2027 的规范" in home.refused("regulation", "new", "shidong-2027").err


def test_a_draft_tried_writes_nothing(seen: Bench) -> None:
    before = seen.trace()
    assert "+规范: shidong-2027\n" in seen.done("regulation", "new", "shidong-2027", "--dry-run").out
    assert seen.trace() == before


@pytest.mark.parametrize(
    "words", [("show", "nichts"), ("check", "nichts"), ("diff", CITY, "nichts"), ("new", "x-1", "--from", "nichts")]
)
def test_an_unknown_regulation_is_refused_with_those_that_are_known(seen: Bench, words: tuple[str, ...]) -> None:
    said = seen.refused("regulation", *words)
    assert "没有名为“nichts”的规范" in said.err
    assert f"{CITY}、{COUNTY}" in said.err


def test_a_rule_is_explained_with_its_provision_its_parameters_and_examples(seen: Bench) -> None:
    page = seen.done("explain", "B7.2").out
    assert "第七条第（二）项" in page
    assert "通知.提前" in page
    assert "合格：" in page
    assert "不合格：" in page
    assert page == seen.done("explain", "b7.2").out


def test_every_code_that_a_check_names_is_explained(seen: Bench) -> None:
    listed = {row["code"] for row in seen.json("explain")["items"]}
    named = {row["code"] for row in seen.json("check")["findings"]}
    assert named <= listed
    assert all(seen.json("explain", code)["code"] == code for code in sorted(named))
