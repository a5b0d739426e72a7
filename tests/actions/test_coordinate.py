"""联系协调 of a draft: whom the law names, and a consultation only where there was one."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.actions import county
from tests.actions.city import city, laws_of, request, setting
from yuetan.actions.drafting.coordination import Given, coordination
from yuetan.actions.drafting.new import new
from yuetan.actions.plan import Refusal

ASKED = date(2026, 2, 27)
SILENT = Given((), None, None)


def coordinated(state: Any, draft: dict[str, Any], given: Given = SILENT) -> Any:
    law = laws_of(state).on(date(2026, 3, 10))
    assert law is not None
    return coordination(state, law, law.profile.situations[-1], draft, given)


def test_of_a_draft_that_is_no_record_nothing_is_said() -> None:
    assert coordinated(city(), {"编号": "JS-202603-7K3FQ"}) == ([], ())


def test_an_id_of_another_form_is_left_to_the_field_table() -> None:
    more: dict[str, Any] = {"source": None, "whose": (), "gist": None, "subject_name": "韩辛亥"}
    refusal = new(setting(city()), request(kind="任前", subjects=("x 1",), **more))
    assert isinstance(refusal, Refusal)
    assert refusal.message == "约谈对象[0].编号 应为人员编号，如 FGW-002，现为文字“x 1”"


def draft(state: Any, subject: str, kind: str) -> dict[str, Any]:
    return {
        "编号": "GZ-202603-7K3FQ", "类型": kind, "起草": date(2026, 3, 2), "约谈对象": [{"编号": subject}],
    }  # fmt: skip


def test_each_level_has_its_own_body() -> None:
    state = county.county()
    assert coordinated(state, draft(state, "XW-002", "跟踪约谈"))[0] == [{"单位": "县委办公室"}]
    assert coordinated(state, draft(state, "XZ-002", "跟踪约谈"))[0] == [{"单位": "县政府办公室"}]
    assert coordinated(state, draft(state, "JYJ-002", "跟踪约谈"))[0] == [{"单位": "云溪县纪委监委"}]


def test_a_consultation_that_nobody_asked_for_is_written_as_given() -> None:
    state = county.county()
    rows, notes = coordinated(state, draft(state, "JYJ-002", "跟踪约谈"), Given((), None, ASKED))
    assert rows == [{"单位": "云溪县纪委监委", "商请": {"单位": "组织（人事）部门", "日期": ASKED}}]
    assert notes == ()
