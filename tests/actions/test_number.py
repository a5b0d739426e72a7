"""文号: one sequence a 代字 and year, from 起始 on, never reused."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tests.actions.city import OFFICE, applied, city, drafted, notified, raw, setting
from yuetan.actions.gate import state_with, stored_interview
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.number import next_number
from yuetan.actions.plan import Override, Refusal
from yuetan.model.paths import interview_path

if TYPE_CHECKING:
    from yuetan.model import State

DAY = date(2026, 3, 5)


def number(at: tuple[State, str], **more: Any) -> Any:
    state, one = at
    return notify(setting(state), NotifyRequest(**{"id": one, "day": DAY, **more}))


def beside(state: State, *numbers: Any, year: int = 2026) -> State:
    """The archive with one more record, not judged, that has these numbers."""
    rows = [{"日期": date(year, 1, 5), "文号": one} for one in numbers]
    value = {"编号": "JS-202601-22222", "类型": "警示约谈", "起草": date(2026, 1, 5), "约谈对象": [], "通知": rows}
    return state_with(state, stored_interview(interview_path("JS-202601-22222", date(2026, 1, 5)), value))


def test_the_first_of_the_year_is_where_the_sequence_begins() -> None:
    assert next_number(city(), 2026) == "示纪约〔2026〕41号"


def test_a_year_without_a_beginning_begins_with_one() -> None:
    assert next_number(city(), 2025) == "示纪约〔2025〕1号"
    assert next_number(city({**OFFICE, "文号": {"机关代字": "示纪约"}}), 2026) == "示纪约〔2026〕1号"


def test_the_next_is_one_after_the_highest_in_any_record() -> None:
    state = beside(city(), "示纪约〔2026〕57号", "示纪约〔2026〕43号")
    assert next_number(state, 2026) == "示纪约〔2026〕58号"


def test_other_years_and_other_signs_count_for_themselves() -> None:
    state = beside(city(), "示纪约〔2025〕99号", "旧纪约〔2026〕99号", None, 5, "示纪约〔2026〕0号")
    assert next_number(state, 2026) == "示纪约〔2026〕41号"
    assert next_number(state, 2025) == "示纪约〔2025〕100号"


def test_numbers_below_the_beginning_do_not_matter() -> None:
    assert next_number(beside(city(), "示纪约〔2026〕3号"), 2026) == "示纪约〔2026〕41号"


def test_a_record_whose_notices_are_no_list_is_passed_over() -> None:
    value: dict[str, Any] = {"编号": "JS-202601-22222", "通知": "没有"}
    state = state_with(city(), stored_interview(interview_path("JS-202601-22222", date(2026, 1, 5)), value))
    assert next_number(state, 2026) == "示纪约〔2026〕41号"
    value = {**value, "通知": ["没有"]}
    state = state_with(city(), stored_interview(interview_path("JS-202601-22222", date(2026, 1, 5)), value))
    assert next_number(state, 2026) == "示纪约〔2026〕41号"


def test_without_a_sign_there_is_no_number() -> None:
    state = city({key: item for key, item in OFFICE.items() if key != "文号"})
    assert next_number(state, 2026) == Refusal(
        "yuetan.yaml 没有写明文号的机关代字，不能编号",
        hint="在 yuetan.yaml 中加上“文号: {机关代字: …}”，或用 --number 写明文号",
    )
    assert number(drafted(state)).message == "yuetan.yaml 没有写明文号的机关代字，不能编号"
    assert number(drafted(state), number="示纪约〔2026〕7号").subject == "通知 JS-202603-7K3FQ：示纪约〔2026〕7号"


def test_the_number_of_a_cancelled_interview_is_not_given_again() -> None:
    state, one = notified()
    request = CancelRequest(id=one, day=date(2026, 3, 6), why="撤回")
    state = applied(state, cancel(setting(state), request))
    other = drafted(state, token="2ABCD", subjects=("FGW-003",))
    assert number(other).subject == "通知 JS-202603-2ABCD：示纪约〔2026〕42号"


def test_the_number_is_of_the_year_of_the_notice() -> None:
    times: dict[str, Any] = {"day": date(2025, 12, 29), "at": datetime(2026, 1, 5, 9)}
    at = drafted(consulted_on=date(2025, 12, 26), **times)
    assert number(at, day=date(2025, 12, 31)).subject == "通知 JS-202512-7K3FQ：示纪约〔2025〕1号"
    assert number(at, day=date(2026, 1, 2)).subject == "通知 JS-202512-7K3FQ：示纪约〔2026〕41号"


def test_a_number_given_by_hand_is_kept_and_the_sequence_goes_on_after_it() -> None:
    state, one = drafted()
    state = applied(state, number((state, one), number="示纪约〔2026〕60号"))
    assert raw(state, one)["通知"][0]["文号"] == "示纪约〔2026〕60号"
    assert next_number(state, 2026) == "示纪约〔2026〕61号"


def test_a_number_already_given_is_refused_even_with_an_override() -> None:
    state, _ = notified()
    other = drafted(state, token="2ABCD", subjects=("FGW-003",))
    for override in (None, Override(reason="如实", approved_by="郑庚午")):
        refusal = number(other, number="示纪约〔2026〕41号", override=override)
        assert isinstance(refusal, Refusal)
        assert {one.code for one in refusal.findings} == {"S5"}
        assert refusal.hint == "S5 不能用 --override 越过，须改正"


def test_a_number_of_another_shape_is_refused() -> None:
    refusal = number(drafted(), number="示纪约[2026]041号")
    assert refusal.message.startswith("通知[0].文号 ")
    assert [one.code for one in refusal.findings] == ["S2"]
