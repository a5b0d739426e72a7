"""Every text option filled with what breaks programs: a clear refusal, or a faithful record that reads back."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from tests.cli.bench import process

if TYPE_CHECKING:
    from tests.cli.bench import Bench

EVERYWHERE = {
    "markup": "<b>&amp;</b>{{ 主题 }}{% raw %}<w:t/>]]>",
    "formula": "=cmd|' /C calc'!A0",
    "path": "../../x",
    "emoji": "👩‍👩‍👧‍👦🚀𠮷",
    "long": "长" * 10_000,
    "lines": "第一行\n  第二行\n\n# 第四行",
}
THOROUGH = (EVERYWHERE["markup"], EVERYWHERE["lines"])
PRINTED = ("new", "minutes", "close")
"""Commands whose texts come into papers and workbooks: these are given everything."""
SCALARS = {
    "quotes": "\"'`“”‘’\\ $HOME $(id)",
    "yaml": ": - # !!python/object {a: [ &b *c | > %",
    "null": "null",
    "day": "2026-01-01",
    "number": "007",
    "blanks": "  两头有空格  ",
    "turned": "甲\u202e乙\u200b丙",
}
REFUSED = {
    "bell": "a\x07b",
    "escape": "a\x1b[31mb",
    "return": "第一行\r\n第二行",
    "next-line": "a\x85b",
    "mark": "\ufeffa",
    "delete": "a\x7fb",
    "blank": "   ",
}
TERMINAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def lines(text: str) -> dict[str, tuple[str, ...]]:
    """Commands on a record each, by name: every option that takes free text has this one."""
    return {
        "new": (
            *("new", "警示", "--subject=CZJ-002", "--interviewer=JW-002", "--at=2026-07-08T09:30", "--source=监督检查"),
            *(f"--place={text}", f"--topic={text}", f"--reason={text}", f"--problem={text}", f"--clue={text}"),
            *(f"--note={text}", f"--arrangement={text}", f"--need={text}", "--consulted-on=2026-06-23"),
            *(f"--consulted={text}", "--whose=本人"),
        ),
        "edit": ("edit", "JS-202606-NL39L", "--set", f"主题={text}", "--set", f"事由={text}"),
        "approve": ("approve", "RQ-202606-RL7ZA", f"--approver={text}"),
        "minutes": (
            *("minutes", "JS-202606-YK7C5", "--at=2026-06-22T15:00", "--explained", f"--recorder={text}"),
            *(f"--reminder={text}", f"--said=解释说明={text}", f"--said=整改措施={text}"),
        ),
        "rectify": (
            *("rectify", "JS-202606-E6NCN", "--formed=2026-06-23", "--sent=2026-06-23", "--received=2026-06-24"),
            *("--verdict=整改不力", f"--returned={text}", f"--accountability={text}", f"--accountability-body={text}"),
            *(f"--accountability-basis={text}", "--accountability-on=2026-06-24"),
        ),
        "close": ("close", "JS-202605-PLL9Z", f"--conclusion={text}", f"--file-number={text}"),
        "cancel": ("cancel", "HF-202606-EQ7W2", f"--why={text}"),
        "postpone": ("postpone", "JS-202606-RRN7P", f"--why={text}"),
        "reschedule": ("reschedule", "JS-202606-QEJMB", "--at=2026-07-08T09:30", f"--place={text}"),
        "amend": ("amend", "JS-202501-34TFW", "--set", f"谈话.教育提醒={text}", f"--why={text}"),
        "move": ("roster", "move", "FGW-003", "--to=JTJ", f"--post={text}", "--role=班子成员"),
    }


def texts(value: Any) -> list[str]:
    """Every text in a plain value."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("text", EVERYWHERE.values(), ids=EVERYWHERE.keys())
def test_what_a_record_may_hold_is_recorded_as_it_was_typed(home: Bench, text: str) -> None:
    from yuetan.codec import read

    papers = 0
    chosen = {name: words for name, words in lines(text).items() if text in THOROUGH or name in PRINTED}
    for name, words in chosen.items():
        document = home.json(*words)
        assert "error" not in document, (name, document["error"])
        wanted = sum(word.endswith(text) for word in words)
        found = texts([read((home.folder / path).read_bytes()).value for path in document["files"]])
        assert found.count(text) >= wanted, name
        for paper in document["documents"]:
            Document(BytesIO((home.folder / paper).read_bytes()))
            papers += 1
    assert papers == 1
    assert home.git("status", "--porcelain") == ""
    assert home.git("rev-list", "--count", "HEAD") == str(1 + len(chosen))
    assert [path.name for path in home.folder.parent.iterdir()] == ["档案"]
    assert home.json("check", "--select", "S1,S2")["findings"] == []
    for words in (("list",), ("log",), ("show", "JS-202606-NL39L")):
        assert TERMINAL.search(home.done(*words).err) is None


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_no_record_may_hold_is_refused_with_its_place(seen: Bench, text: str) -> None:
    chosen = lines(text)
    for name in chosen if text == REFUSED["escape"] else ("edit", "minutes"):
        said = seen.refused(*chosen[name])
        assert "不允许的字符 U+" in said.err or "不能只有空白" in said.err or "没有写明为什么" in said.err
        assert TERMINAL.search(said.err) is None


@pytest.mark.parametrize("text", SCALARS.values(), ids=SCALARS.keys())
def test_what_looks_like_something_else_to_yaml_stays_the_text_that_was_typed(home: Bench, text: str) -> None:
    home.done(*lines(text)["edit"])
    record = home.record("JS-202606-NL39L")
    assert (record["主题"], record["事由"]) == (text, text)
    assert home.json("show", "JS-202606-NL39L")["主题"] == text
    assert home.json("check", "--select", "S1,S2")["findings"] == []


@pytest.mark.parametrize("text", [EVERYWHERE["path"], EVERYWHERE["long"], SCALARS["turned"], REFUSED["escape"]])
def test_what_is_looked_for_and_not_there_is_refused_in_few_harmless_words(seen: Bench, text: str) -> None:
    for words in (
        ("show", text),
        ("list", f"--cadre={text}"),
        ("list", f"--unit={text}"),
        ("check", f"--at={text}"),
        ("check", f"--select={text}"),
        ("notify", "HF-202606-8EWM8", f"--number={text}"),
        ("new", text, "--subject=CZJ-002"),
    ):
        said = seen.refused(*words)
        assert TERMINAL.search(said.err) is None
        assert len(said.err) < 9000
        assert "内部" not in said.err


def test_bytes_that_are_no_utf8_are_refused(seen: Bench) -> None:
    broken = b"\xff\xfe".decode("utf-8", "surrogateescape")
    for words in (("show", broken), ("cancel", "JS-202606-NL39L", "--why", broken)):
        before = seen.trace()
        done = process(seen.folder, *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("错误：")
        assert seen.trace() == before


@pytest.mark.parametrize("text", ["../../x", "/etc/x", "a/b", "..", "新 档案\n甲", "档" * 300], ids=repr)
def test_a_regulation_is_not_written_outside_its_folder(seen: Bench, text: str) -> None:
    said = seen.refused("regulation", "new", text)
    assert TERMINAL.search(said.err) is None


def test_a_notice_to_a_place_with_markup_is_printed_as_it_was_typed(home: Bench) -> None:
    place = EVERYWHERE["markup"]
    home.done("reschedule", "JS-202606-NL39L", "--at=2026-07-08T09:30", f"--place={place}")
    [path] = home.json("notify", "JS-202606-NL39L")["documents"]
    paper = Document(BytesIO((home.folder / path).read_bytes()))
    words = [paragraph.text for paragraph in paper.paragraphs]
    words += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert [text for text in words if place in text] != []
