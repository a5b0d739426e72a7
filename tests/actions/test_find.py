"""What a word names: an id or its unique beginning, a document number, a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.actions.city import city, drafted, notified
from yuetan.actions.find import find
from yuetan.actions.plan import Refusal
from yuetan.model import Stored

if TYPE_CHECKING:
    from yuetan.model import Interview, State


def two() -> tuple[State, str, str]:
    state, one = notified()
    state, other = drafted(state, token="2ABCD", subjects=("FGW-003",))
    return state, one, other


def found(state: State, word: str) -> str:
    stored = find(state, word)
    assert isinstance(stored, Stored)
    assert stored.record is not None
    return stored.record.id


def test_a_unique_prefix_of_the_id_names_the_record() -> None:
    state, one, _ = two()
    assert found(state, "JS-202603-7K") == one


def test_case_and_width_of_the_id_do_not_matter() -> None:
    state, one, _ = two()
    assert found(state, "js-202603-７k3fq") == one


def test_the_last_five_signs_of_the_id_name_the_record() -> None:
    state, one, other = two()
    assert found(state, "7K3FQ") == one
    assert found(state, "2abcd") == other
    assert isinstance(find(state, "ABCD"), Refusal)


def test_a_prefix_of_two_lists_both() -> None:
    state, one, other = two()
    assert find(state, "JS-2026") == Refusal(
        "“JS-2026”不止一份",
        hint=f"写完整的编号：{other} 警示约谈 2026-03-10 孙丙寅；{one} 警示约谈 2026-03-10 钱乙丑",
    )


def test_more_than_eight_candidates_are_counted() -> None:
    state = city()
    for token in ("22222", "33333", "44444", "55555", "66666", "77777", "88888", "99999", "AAAAA"):
        state, _ = drafted(state, token=token, at=None)
    refusal = find(state, "钱乙丑")
    assert isinstance(refusal, Refusal)
    assert refusal.hint.endswith("JS-202603-99999 警示约谈 钱乙丑 等 9 份")
    assert "AAAAA" not in refusal.hint


def test_a_document_number_names_the_record_in_any_brackets() -> None:
    state, one, _ = two()
    assert found(state, "示纪约[2026]41号") == one
    assert found(state, "示纪约〔2026〕41号") == one


def test_a_subjects_name_names_the_record() -> None:
    state, _, other = two()
    assert found(state, "孙丙寅") == other
    assert found(state, "FGW-003") == other


def test_an_unknown_word_is_refused() -> None:
    assert find(two()[0], "无此人") == Refusal(
        "没有找到“无此人”", hint="可写编号（或开头、末五位）、文号、约谈对象姓名；用 yuetan list 查看"
    )


def test_an_empty_word_names_nothing() -> None:
    assert find(two()[0], " ") == Refusal("没有写明哪一份约谈", hint="写编号（或开头、末五位）、文号或约谈对象的姓名")


def test_a_record_that_cannot_be_built_is_found_by_its_file() -> None:
    broken: Stored[Interview] = Stored(
        "records/interviews/2026/03/JS-202603-ZZZZZ.yaml", {"起草": date(2026, 3, 1)}, None
    )
    other: Stored[Interview] = Stored("records/interviews/2026/03/JS-202603-ZZZZY.yaml", {}, None)
    state = replace(city(), interviews=(other, broken))
    assert find(state, "JS-202603-ZZZZZ") is broken
    assert find(state, "JS-202603") == Refusal(
        "“JS-202603”不止一份", hint="写完整的编号：JS-202603-ZZZZY；JS-202603-ZZZZZ"
    )
