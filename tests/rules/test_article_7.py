"""第七条: coordination, notice, the talk itself, and the half-year reports."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.regulation.city import COUNTY
from tests.rules.lawful import AT, Raw, Sides, archive, codes, found, judged, lawful, places, sides
from yuetan.finding import path_text
from yuetan.rules import article_7_first, article_7_notice, article_7_notice_content, article_7_report, article_7_talk


def levels(code: str, raw: Raw, **more: Any) -> list[tuple[str, str]]:
    return [(path_text(f.path), f.level.value) for f in judged(archive(raw, **more)) if f.code == code]


MEMBER = {
    "约谈对象[0].编号": "SW-002",
    "约谈对象[0].姓名": "褚甲戌",
    "约谈对象[0].单位": "市委",
    "约谈对象[0].职务": "市委副书记",
}
BY_OFFICE = [{"单位": "市委办公室"}]


def test_inspection_body_with_organisation_department_consulted() -> None:
    assert places("B7.1", lawful()) == []
    assert found("B7.1", lawful("警示约谈", {"协调[0].商请": None})) == [
        (
            "协调",
            (
                "应由纪检监察机关商组织人事部门联系协调，现为市纪委监委，没有写商请谁；"
                "已商请的补记：yuetan edit 编号 --set 协调[0].商请.单位=… --set 协调[0].商请.日期=…"
            ),
        )
    ]
    assert found("B7.1", lawful("警示约谈", {"协调": BY_OFFICE})) == [
        ("协调", "应由纪检监察机关商组织人事部门联系协调，现为市委办公室")
    ]
    consulted = "--set 协调[0].商请.单位=… --set 协调[0].商请.日期=…"
    assert found("B7.1", lawful("警示约谈", {"协调": None}))[0][1].endswith(
        f"现为没有写；已联系协调的补记：yuetan edit 编号 --set 协调[0].单位=… {consulted}"
    )


def test_a_body_that_has_ended_is_doubtful() -> None:
    raw = lawful("警示约谈", {"协调[0].单位": "市纪委、市监察局"})
    assert levels("B7.1", raw) == [("协调[0].单位", "warning")]
    assert found("B7.1", raw)[0][1] == "市纪委、市监察局到 2018-03-19 为止；此后是市纪委监委，应写当日的名称"
    assert levels("B7.1", lawful("警示约谈", {"协调[0].单位": "市纪委"})) == []


def test_coordination_is_owed_from_the_notice_on() -> None:
    assert places("B7.1", lawful("警示约谈", {"协调": None, "谈话": None, "约谈对象[0].整改": None})) == ["协调"]
    assert places("B7.1", lawful("警示约谈", {"协调": None, "谈话": None, "通知": None})) == []


def test_city_committee_office_for_its_leadership_and_one_reading_only_is_doubtful() -> None:
    assert levels("B7.1", lawful("警示约谈", {**MEMBER, "协调": BY_OFFICE})) == [("协调", "warning")]
    assert levels("B7.1", lawful("警示约谈", MEMBER)) == [("协调", "warning")]
    secretary = {"编号": "SW-001", "姓名": "陈癸酉", "单位": "市委", "职务": "市委书记"}
    assert levels("B7.1", lawful("日常约谈", {**MEMBER, "约谈人[0]": secretary, "协调": BY_OFFICE})) == []
    assert levels("B7.1", lawful("日常约谈", {**MEMBER, "约谈人[0]": secretary})) == [("协调", "error")]


def test_the_office_may_settle_the_reading() -> None:
    choice = {"选择": [{"参数": "协调.理解", "值": "按对象", "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    assert levels("B7.1", lawful("警示约谈", {**MEMBER, "协调": BY_OFFICE}), office=choice) == []
    assert levels("B7.1", lawful("警示约谈", MEMBER), office=choice) == [("协调", "error")]


def under_county_law(changes: Raw) -> list[str]:
    raw = {**lawful("警示约谈", changes), "类型": "提示约谈"}
    office = {"规范": [{"自": date(2024, 1, 1), "规范": COUNTY}]}
    return [path_text(f.path) for f in judged(archive(raw, office=office)) if f.code == "B7.1"]


def test_where_approval_is_asked_for_it_precedes_the_notice() -> None:
    coordinated = {"协调[0].单位": "县纪委监委"}
    approved = {**coordinated, "审批": {"日期": date(2026, 3, 5), "审批人": "示例"}}
    assert under_county_law(coordinated) == ["审批"]
    assert under_county_law(approved) == []
    assert under_county_law({**approved, "审批.日期": date(2026, 3, 6)}) == ["审批.日期"]
    assert under_county_law({**approved, "审批.意见": "不同意"}) == ["审批.意见"]
    assert under_county_law({**coordinated, "谈话": None, "通知": None}) == []


@pytest.mark.parametrize(
    ("served", "b72", "w72"),
    [
        (date(2026, 3, 6), [], []),
        (date(2026, 3, 7), [], ["通知[0].签收"]),
        (date(2026, 3, 8), ["通知[0].签收"], []),
        (date(2026, 3, 10), ["通知[0].签收"], []),
    ],
)
def test_three_natural_days_between_service_and_talk(served: date, b72: list[str], w72: list[str]) -> None:
    raw = lawful("警示约谈", {"通知[0].签收": served})
    assert places("B7.2", raw) == b72
    assert places("W7.2", raw) == w72


def test_without_a_receipt_the_day_of_the_notice_counts() -> None:
    late = {"通知[0].签收": None, "通知[0].日期": date(2026, 3, 8)}
    assert found("B7.2", lawful("警示约谈", late)) == [
        (
            "通知[0].日期",
            (
                "钱乙丑（FGW-002）：送达日 2026-03-08，约谈日 2026-03-10，只提前2天，应不少于3天；"
                "约谈日 3月10日不计入，须提前3天，最迟 3月7日（周六）通知；该日不是工作日，建议 3月6日（周五）"
            ),
        )
    ]


def test_notice_after_the_talk_and_on_the_day_are_said_so() -> None:
    assert "没有提前" in found("B7.2", lawful("警示约谈", {"通知[0].签收": date(2026, 3, 10)}))[0][1]
    assert "在约谈之后" in found("B7.2", lawful("警示约谈", {"通知[0].签收": date(2026, 3, 11)}))[0][1]


def test_before_the_talk_the_notified_day_is_judged_and_the_planned_one_where_none_is_notified() -> None:
    planned = {"谈话": None, "约谈对象[0].整改": None, "约谈对象[0].陈述": None, "通知[0].签收": date(2026, 3, 8)}
    assert places("B7.2", lawful("警示约谈", planned)) == ["通知[0].签收"]
    assert places("B7.2", lawful("警示约谈", {**planned, "通知[0].时间": None})) == ["通知[0].签收"]
    assert places("B7.2", lawful("警示约谈", {**planned, "通知[0].时间": None, "通知[0].签收": date(2026, 3, 7)})) == []
    assert places("B7.2", lawful("警示约谈", {**planned, "通知[0].时间": None, "安排": None})) == []


def test_only_the_last_notice_to_a_subject_is_judged() -> None:
    first = lawful()["通知"][0]
    again = {**first, "日期": date(2026, 3, 9), "签收": None, "文号": "示纪约〔2026〕42号"}
    assert places("B7.2", lawful("警示约谈", {"通知[1]": again})) == ["通知[1].日期"]
    late_first = {**first, "日期": date(2026, 3, 9), "签收": None, "时间": datetime(2026, 3, 11, 9)}
    assert places("B7.2", lawful("警示约谈", {"通知": [late_first, first]})) == []


def test_a_subject_who_was_never_notified_is_a_breach_once_held() -> None:
    assert places("B7.2", lawful("警示约谈", {"通知": None})) == ["通知"]
    assert places("B7.2", lawful("警示约谈", {"通知[0].对象": ["FGW-003"]})) == ["通知"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"谈话.时间": AT.replace(day=11)}, [("谈话.时间", "error")]),
        ({"谈话.地点": "第二会议室"}, [("谈话.地点", "error")]),
        ({"谈话.地点": None}, []),
        ({"谈话.时间": AT.replace(hour=10, minute=0)}, []),
        ({"谈话.时间": AT.replace(hour=10, minute=1)}, [("谈话.时间", "warning")]),
        ({"谈话.时间": AT.replace(hour=8, minute=59)}, [("谈话.时间", "warning")]),
    ],
)
def test_another_day_or_place_needs_a_new_notice_another_hour_is_doubtful(
    changes: Raw, expected: list[tuple[str, str]]
) -> None:
    assert levels("B7.2", lawful("警示约谈", changes)) == expected


def test_the_office_may_read_that_a_change_owes_no_notice() -> None:
    choice = {"选择": [{"参数": "通知.变更重新通知", "值": False, "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    assert levels("B7.2", lawful("警示约谈", {"谈话.地点": "第二会议室"}), office=choice) == []


def test_clear_days_where_the_office_reads_it_so() -> None:
    choice = {"选择": [{"参数": "通知.净天", "值": True, "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}
    assert places("B7.2", lawful("警示约谈", {"通知[0].签收": date(2026, 3, 7)}), office=choice) == ["通知[0].签收"]
    assert places("B7.2", lawful("警示约谈", {"通知[0].签收": date(2026, 3, 6)}), office=choice) == []
    assert places("W7.2", lawful("警示约谈", {"通知[0].签收": date(2026, 3, 6)}), office=choice) == []


WORKING = {"选择": [{"参数": "通知.计日", "值": "工作日", "自": date(2026, 1, 1), "解释机关": "市纪委监委"}]}


def test_working_days_where_the_office_reads_it_so() -> None:
    assert places("B7.2", lawful("警示约谈", {"通知[0].签收": date(2026, 3, 5)}), office=WORKING) == []
    assert places("W7.2", lawful("警示约谈", {"通知[0].签收": date(2026, 3, 5)}), office=WORKING) == ["通知[0].签收"]
    assert places("B7.2", lawful("警示约谈", {"通知[0].签收": date(2026, 3, 6)}), office=WORKING) == ["通知[0].签收"]


@pytest.mark.parametrize(("signed", "level", "provisional"), [(7, "warning", True), (8, "error", False)])
def test_a_count_over_days_that_nobody_has_settled_is_provisional_unless_no_calendar_could_save_it(
    signed: int, level: str, *, provisional: bool
) -> None:
    talk = datetime(2031, 3, 10, 9, 30)
    changes = {"谈话.时间": talk, "安排.时间": talk, "通知[0].时间": talk, "通知[0].签收": date(2031, 3, signed)}
    state = archive(lawful("警示约谈", changes), office=WORKING)
    late = [f for f in judged(state, date(2031, 3, 12)) if f.code == "B7.2"]
    assert [(path_text(f.path), f.level.value, "（其间的工作日尚未公布，暂定）" in f.message) for f in late] == [
        ("通知[0].签收", level, provisional)
    ]


@pytest.mark.parametrize("name", ["主题", "时间", "地点"])
def test_notice_names_topic_time_and_place(name: str) -> None:
    assert places("B7.2c", lawful("警示约谈", {f"通知[0].{name}": None})) == [f"通知[0].{name}"]


def test_notice_names_its_subjects() -> None:
    assert places("B7.2c", lawful("警示约谈", {"通知[0].对象": None})) == ["通知[0].对象"]
    assert places("B7.2c", lawful("警示约谈", {"通知[0].对象": ["FGW-002", "FGW-003"]})) == ["通知[0].对象[1]"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"送达": "本人", "送达单位": None}, []),
        ({"送达": "约谈对象本人", "送达单位": None}, []),
        ({"送达": "党委"}, []),
        ({"送达": "党组（党委）"}, []),
        ({"送达": None}, ["送达"]),
        ({"送达": "办公室"}, ["送达"]),
        ({"送达单位": None}, ["送达单位"]),
        ({"送达单位": "市财政局"}, ["送达单位"]),
        ({"送达单位": "FGW"}, []),
        ({"送达单位": "CZJ"}, ["送达单位"]),
    ],
)
def test_notice_goes_to_the_party_group_of_the_unit_or_to_the_person(changes: Raw, expected: list[str]) -> None:
    raw = lawful("警示约谈", {f"通知[0].{key}": value for key, value in changes.items()})
    assert places("B7.2c", raw) == [f"通知[0].{key}" for key in expected]


def test_an_appointees_notice_may_go_to_the_unit_to_be() -> None:
    new = {
        "约谈对象[0].编号": "NEW-001",
        "约谈对象[0].姓名": "沈甲午",
        "约谈对象[0].单位": None,
        "通知[0].对象": ["NEW-001"],
    }
    assert places("B7.2c", lawful("任前约谈", {**new, "通知[0].送达单位": "市财政局"})) == []
    assert places("B7.2c", lawful("任前约谈", {**new, "通知[0].送达单位": "市委"})) == ["通知[0].送达单位"]


def test_by_telephone_is_lawful_and_has_no_number() -> None:
    by_phone = {"通知[0].方式": "电话"}
    assert codes(lawful("警示约谈", {**by_phone, "通知[0].文号": None})) == []
    assert places("B7.2c", lawful("警示约谈", by_phone)) == ["通知[0].文号"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"谈话.说明主题原因": None}, ["谈话.说明主题原因"]),
        ({"谈话.说明主题原因": False}, ["谈话.说明主题原因"]),
        ({"谈话.记录人": None}, ["谈话.记录人"]),
        ({"谈话.记录人": "JW-002"}, ["谈话.记录人"]),
        ({"谈话.记录人": "王辛未"}, ["谈话.记录人"]),
        ({"谈话.记录人": "FGW-002"}, ["谈话.记录人"]),
        ({"谈话.记录人": "王辛未", "约谈人[0].分工": "参加"}, []),
        ({"谈话.记录人": "示例员、王辛未"}, ["谈话.记录人"]),
        ({"谈话.记录人": "王辛未（市纪委副书记）"}, ["谈话.记录人"]),
        ({"谈话.记录人": "示例员（王辛未室）"}, []),
        ({"谈话.记录人": "示例员"}, []),
        ({"约谈对象[0].陈述": None}, ["约谈对象[0].陈述"]),
        ({"约谈对象[0].陈述": {"书面材料": "另附"}}, ["约谈对象[0].陈述"]),
        ({"约谈对象[0].陈述": {"解释说明": "有"}}, []),
        ({"约谈人[0].到场": False}, ["约谈人"]),
        ({"谈话": None}, []),
    ],
)
def test_explained_said_and_recorded_by_staff(changes: Raw, expected: list[str]) -> None:
    assert places("B7.3", lawful("警示约谈", changes)) == expected


def test_signatures_are_asked_for_at_the_closing_where_the_law_wants_them() -> None:
    office = {"规范": [{"自": date(2024, 1, 1), "规范": COUNTY}]}
    raw = {**lawful("警示约谈", {"谈话.签字": ["约谈人"]}), "类型": "提示约谈"}
    assert places("B7.3", raw, office=office) == ["约谈人"]
    closed = {**raw, "办结": {"日期": date(2026, 4, 1)}}
    assert places("B7.3", closed, office=office) == ["约谈人", "谈话.签字"]


SENDING = {"单位": "FGW", "角色": "报送", "启用": date(2026, 1, 1)}


def reports(today: date, *, sent: date | None = None, period: str = "2026H1", **office: Any) -> list[tuple[str, str]]:
    rows = ({"期间": period, "报送日期": sent},) if sent is not None else ()
    state = archive(office={**SENDING, **office}, reports=rows)
    return [(f.file, path_text(f.path)) for f in judged(state, today) if f.code == "B7.4"]


def test_sent_by_the_last_day_included() -> None:
    assert reports(date(2026, 6, 30)) == []
    assert reports(date(2026, 7, 1)) == [("yuetan.yaml", "角色")]
    assert reports(date(2026, 7, 1), sent=date(2026, 6, 30)) == []
    assert reports(date(2026, 7, 1), sent=date(2026, 7, 1)) == [("records/reports/2026H1.yaml", "报送日期")]


def test_the_day_never_rolls_and_the_second_half_ends_with_the_year() -> None:
    assert reports(date(2027, 1, 1), sent=date(2026, 6, 30)) == [("yuetan.yaml", "角色")]
    assert len(reports(date(2028, 7, 1))) == 5


def test_a_period_that_ended_before_the_archive_began_is_not_judged() -> None:
    assert reports(date(2026, 7, 1), 启用=date(2026, 7, 1)) == []
    assert reports(date(2026, 7, 1), 启用=date(2026, 6, 30)) == [("yuetan.yaml", "角色")]


def gathered(today: date, *received: Raw) -> list[tuple[str, str]]:
    state = archive(office={"启用": date(2026, 1, 1)}, received=received)
    return [(f.file, path_text(f.path)) for f in judged(state, today) if f.code == "B7.4"]


def test_a_gathering_office_receives_every_units_report() -> None:
    assert gathered(date(2026, 6, 30)) == []
    assert gathered(date(2026, 7, 1)) == [("yuetan.yaml", "角色")] * 4
    row = {"期间": "2026H1", "单位": "FGW", "收到日期": date(2026, 6, 30)}
    assert gathered(date(2026, 7, 1), row) == [("yuetan.yaml", "角色")] * 3
    late = ("records/received/2026H1/FGW.yaml", "收到日期")
    assert gathered(date(2026, 7, 1), {**row, "收到日期": date(2026, 7, 1)}) == [late, *[("yuetan.yaml", "角色")] * 3]


def test_monthly_reports_are_due_by_the_profiles_day() -> None:
    office = {"规范": [{"自": date(2024, 1, 1), "规范": COUNTY}]}
    assert reports(date(2026, 1, 26), **office) == []
    assert reports(date(2026, 1, 27), **office) == [("yuetan.yaml", "角色")]
    assert reports(date(2026, 1, 27), sent=date(2026, 1, 26), period="2026M01", **office) == []


CASES = {
    article_7_first.coordinated: sides("警示约谈", {}, {"协调[0].商请": None}),
    article_7_notice.notified_in_time: sides(
        "警示约谈", {"通知[0].签收": date(2026, 3, 7)}, {"通知[0].签收": date(2026, 3, 8)}
    ),
    article_7_notice.three_days_exactly: sides(
        "警示约谈", {"通知[0].签收": date(2026, 3, 6)}, {"通知[0].签收": date(2026, 3, 7)}
    ),
    article_7_notice_content.notice_complete: sides(
        "警示约谈", {"通知[0].送达单位": "FGW"}, {"通知[0].送达单位": "CZJ"}
    ),
    article_7_talk.properly_held: sides("警示约谈", {}, {"谈话.记录人": "JW-002"}),
    article_7_report.reported: Sides(
        archive(office=SENDING, reports=({"期间": "2026H1", "报送日期": date(2026, 6, 30)},)),
        archive(office=SENDING, reports=({"期间": "2026H1", "报送日期": date(2026, 7, 1)},)),
        date(2026, 7, 1),
    ),
}
