"""That day, the last notice, and the state derived from the facts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from yuetan.model import Interview, build, paths
from yuetan.model.life import Stage, stage
from yuetan.model.paths import (
    INTERVIEW_HEADER,
    file_stem,
    interview_path,
    kind_of,
    received_path,
    report_path,
    unit_path,
)

DRAFTED = date(2026, 3, 2)


def at(day: int) -> datetime:
    return datetime(2026, 3, day, 9, 30)


def interview(**more: Any) -> Interview:
    value = {
        "编号": "JS-202603-7K3FQ",
        "类型": "x",
        "起草": DRAFTED,
        "约谈对象": [{"编号": "A"}, {"编号": "B"}],
        **more,
    }
    record, violations = build(Interview, value)
    assert record is not None, violations
    return record


SCHEDULE = {"时间": at(10)}
NOTICE = {"日期": date(2026, 3, 5), "对象": ["A"], "时间": at(11)}
TALK = {"时间": at(12)}


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ({}, None),
        ({"安排": {"待定": {"原因": "出差"}}}, None),
        ({"安排": SCHEDULE}, date(2026, 3, 10)),
        ({"安排": SCHEDULE, "通知": [NOTICE]}, date(2026, 3, 11)),
        ({"安排": SCHEDULE, "通知": [NOTICE, {"日期": date(2026, 3, 6)}]}, date(2026, 3, 11)),
        ({"安排": SCHEDULE, "通知": [NOTICE], "谈话": TALK}, date(2026, 3, 12)),
    ],
)
def test_that_day_is_of_the_talk_else_the_notice_else_the_schedule(more: dict[str, Any], day: date | None) -> None:
    record = interview(**more)
    assert record.day == day
    assert record.judged_day == (day or DRAFTED)


def test_last_notice_to_a_subject_counts() -> None:
    record = interview(通知=[NOTICE, {**NOTICE, "对象": ["B"]}, {**NOTICE, "日期": date(2026, 3, 7)}])
    found = record.last_notice("A")
    assert found is not None
    assert (found[0], found[1].day) == (2, date(2026, 3, 7))
    second = record.last_notice("B")
    assert second is not None
    assert second[0] == 1
    assert record.last_notice("C") is None


def test_who_was_absent_is_not_present() -> None:
    record = interview(约谈对象=[{"编号": "A", "到场": False}, {"编号": "B"}, {"编号": "C", "到场": True}])
    assert [(index, subject.id) for index, subject in record.present_subjects] == [(1, "B"), (2, "C")]


ROUND = {"整改": [{"形成日期": date(2026, 3, 20), "评价": "到位"}]}
RETURNED = {"整改": [{"形成日期": date(2026, 3, 20), "评价": "措施不到位", "退回原因": "措施空泛"}]}
DONE = [{"编号": "A", **ROUND}, {"编号": "B", **ROUND}]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, Stage.DRAFTED),
        ({"审批": {"日期": DRAFTED}}, Stage.APPROVED),
        ({"审批": {"日期": DRAFTED}, "通知": [NOTICE]}, Stage.NOTIFIED),
        ({"通知": [NOTICE], "安排": {"待定": {"原因": "出差"}}}, Stage.POSTPONED),
        ({"通知": [NOTICE], "谈话": TALK}, Stage.RECTIFICATION_DUE),
        ({"谈话": TALK, "约谈对象": DONE}, Stage.RECTIFIED),
        ({"谈话": TALK, "约谈对象": [DONE[0], {"编号": "B"}]}, Stage.RECTIFICATION_DUE),
        ({"谈话": TALK, "约谈对象": [DONE[0], {"编号": "B", "到场": False}]}, Stage.RECTIFIED),
        ({"谈话": TALK, "约谈对象": [DONE[0], {"编号": "B", **RETURNED}]}, Stage.RECTIFICATION_DUE),
        ({"谈话": TALK, "办结": {"日期": date(2026, 3, 25)}}, Stage.CLOSED),
        ({"通知": [NOTICE], "撤销": {"日期": date(2026, 3, 9), "原因": "调离"}}, Stage.CANCELLED),
    ],
)
def test_state_follows_from_the_facts(more: dict[str, Any], found: Stage) -> None:
    record = interview(**more)
    assert stage(record, follow_ups=("报告",)) is found
    assert (record.held, record.cancelled) == ("谈话" in more, "撤销" in more)


def test_each_of_two_documents_is_owed() -> None:
    one, other = {"形成日期": date(2026, 3, 20), "评价": "到位"}, {"文书": "承诺书", "评价": "认可"}
    documents = ("报告", "承诺书")

    def found(*rounds: dict[str, Any]) -> Stage:
        return stage(interview(谈话=TALK, 约谈对象=[{"编号": "A", "整改": list(rounds)}]), follow_ups=documents)

    assert found(one) is Stage.RECTIFICATION_DUE
    assert found(other) is Stage.RECTIFICATION_DUE
    assert found(one, other) is Stage.RECTIFIED
    assert found(other, {**one, "文书": "报告"}) is Stage.RECTIFIED
    assert found(one, other, {"文书": "承诺书"}) is Stage.RECTIFICATION_DUE


def test_held_without_follow_up_owes_nothing() -> None:
    assert stage(interview(谈话=TALK), follow_ups=()) is Stage.HELD


def test_each_record_has_its_place() -> None:
    assert interview_path("JS-202603-7K3FQ", DRAFTED) == "records/interviews/2026/03/JS-202603-7K3FQ.yaml"
    assert INTERVIEW_HEADER.endswith("../../../../schemas/interview.schema.json")
    assert unit_path("FGW") == "records/units/FGW.yaml"
    assert report_path("2026H1") == "records/reports/2026H1.yaml"
    assert received_path("2026H1", "FGW") == "records/received/2026H1/FGW.yaml"
    assert file_stem("records/units/FGW.yaml") == "FGW"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("yuetan.yaml", "office"),
        ("records/units/FGW.yaml", "unit"),
        ("records/interviews/2026/03/X.yaml", "interview"),
        ("records/plans/2026.yaml", "plan"),
        ("records/reports/2026H1.yaml", "report"),
        ("records/received/2026H1/FGW.yaml", "received"),
        ("records/units/README.md", None),
        ("templates/notice.docx", None),
    ],
)
def test_kind_by_path(path: str, kind: str | None) -> None:
    assert kind_of(path) == kind


def test_the_folders_are_those_of_the_format() -> None:
    assert (paths.OFFICE, paths.TEMPLATES, paths.OUT) == ("yuetan.yaml", "templates/", "out/")
    assert (paths.REGULATIONS, paths.CALENDAR) == ("schemas/regulations/", "schemas/calendar/")
