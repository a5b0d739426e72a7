"""The log, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from yuetan.archive.apply import Change, apply
from yuetan.archive.history import log, message_text, one_line_text, parse
from yuetan.archive.store import Store
from yuetan.errors import InternalFaultError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Git = Callable[..., str]

RECORD = "records/interviews/2026/03/JS-202603-7K3FQ.yaml"


def test_message_as_documented() -> None:
    trailers = {"Yuetan-Action": "notify", "Yuetan-Id": "JS-202603-7K3FQ", "Yuetan-Version": "0.1.0"}
    assert message_text("通知 JS-202603-7K3FQ：连纪约〔2026〕3号", trailers) == (
        "通知 JS-202603-7K3FQ：连纪约〔2026〕3号\n\n"
        "Yuetan-Action: notify\nYuetan-Id: JS-202603-7K3FQ\nYuetan-Version: 0.1.0\n"
    )


@given(some.text(), some.dictionaries(some.from_regex(r"[A-Z][A-Za-z0-9-]*", fullmatch=True), some.text(min_size=1)))
def test_what_is_written_is_read_back(subject: str, trailers: dict[str, str]) -> None:
    folded = {name: one_line_text(value) for name, value in trailers.items()}
    if not one_line_text(subject) or not all(folded.values()):
        with pytest.raises(InternalFaultError):
            message_text(subject, trailers)
    else:
        assert parse(message_text(subject, trailers)) == (one_line_text(subject), folded)


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\u2028\u2028", "\v", "\x85", "\r"])
def test_subject_cannot_forge_a_trailer(gap: str) -> None:
    text = message_text(f"修改{gap}Yuetan-Id: JS-202601-FFFFF", {"Yuetan-Id": "JS-202603-7K3FQ"})
    assert parse(text) == ("修改 Yuetan-Id: JS-202601-FFFFF", {"Yuetan-Id": "JS-202603-7K3FQ"})
    assert parse(message_text("Yuetan-Id: X", {})) == ("Yuetan-Id: X", {})


def test_people_s_messages_are_read_too() -> None:
    assert parse("手工提交\n\n说明一段\n") == ("手工提交", {})
    assert parse("合并\n\n说明: 全角不算\nA: b") == ("合并", {})
    assert parse("x\n\nA: 1\nA: 2\n") == ("x", {"A": "1"})
    assert parse("") == ("", {})


def test_log_newest_first_and_by_path(store: Store, git: Git) -> None:
    apply(
        store,
        Change(
            message_text("添单位", {"Yuetan-Action": "import"}),
            {"records/units/A.yaml": b"x"},
            {"records/units/A.yaml": None},
        ),
    )
    entries = log(store)
    assert [entry.subject for entry in entries] == ["添单位", "新建档案"]
    assert entries[0].trailers == {"Yuetan-Action": "import"}
    assert (entries[0].author, entries[0].email, entries[0].commit) == ("甲某", "jia@example.invalid", store.head())
    assert entries[0].when.tzinfo is not None
    assert [entry.subject for entry in log(store, RECORD)] == ["新建档案"]
    assert [entry.subject for entry in log(store, limit=1)] == ["添单位"]
    assert log(store, "records/none.yaml") == ()


def test_log_before_the_first_commit_is_empty(tmp_path: Path, git: Git) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "yuetan.yaml").touch()
    assert log(Store.find(tmp_path)) == ()
