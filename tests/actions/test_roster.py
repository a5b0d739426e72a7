"""任免: posts that end and begin, and what that touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tests.actions.city import CITY, OFFICE, applied, city, drafted, held, laws_of, notified, post, setting, unit
from yuetan.actions.life.cancel import CancelRequest, cancel
from yuetan.actions.life.postpone import PostponeRequest, postpone
from yuetan.actions.life.reschedule import RescheduleRequest, reschedule
from yuetan.actions.plan import Refusal, Setting
from yuetan.actions.roster.posts import RosterMoveRequest, RosterRetireRequest, roster_move, roster_retire
from yuetan.model import Interview, Stored, build
from yuetan.regulation.calendar import Calendar
from yuetan.regulation.law import Laws

if TYPE_CHECKING:
    from yuetan.model import State

DAY = date(2026, 4, 1)
TODAY = date(2026, 4, 2)
YEARLY = "2026 年的日常约谈还没有进行，离任前请安排"


def move(state: State | None = None, laws: Laws | None = None, today: date = TODAY, **more: Any) -> Any:
    state = state or city()
    usual: dict[str, Any] = {
        "person": "FGW-002",
        "to_unit": "CZJ",
        "post": "副局长",
        "role": "班子成员",
        "day": DAY,
    }
    return roster_move(Setting(state, laws or laws_of(state), today), RosterMoveRequest(**{**usual, **more}))


def retire(state: State | None = None, **more: Any) -> Any:
    state = state or city()
    request = RosterRetireRequest(**{"person": "FGW-002", "day": DAY, **more})
    return roster_retire(setting(state, TODAY), request)


def posts(state: State, code: str) -> list[dict[str, Any]]:
    return next(list(stored.raw["干部"]) for stored in state.units if stored.raw["编码"] == code)


def in_post(state: State, person: str, day: date) -> list[str]:
    return [f"{held.era.name}{held.post.post}" for held in state.roster.posts(person, day)]


def twice(person: str = "FGW-002") -> State:
    """The city with a second post of the person in another unit."""
    other = post(person, "钱乙丑", "馆长", "主要负责人", 任职=date(2024, 1, 1))
    return city(units=(unit("DAJ", "市档案馆", "市直属单位", other), *CITY))


def test_the_old_post_ends_on_the_day_and_the_new_one_begins() -> None:
    state = city()
    after = applied(state, move(party_post="党组成员", change="调整", important=True))
    assert posts(after, "FGW")[1] == {**posts(state, "FGW")[1], "免职": DAY}
    assert posts(after, "CZJ")[-1] == {
        "编号": "FGW-002",
        "姓名": "钱乙丑",
        "职务": "副局长",
        "党内职务": "党组成员",
        "角色": "班子成员",
        "职级": "副处",
        "管理": "市管",
        "任职": DAY,
        "变动": "调整",
        "重要岗位": True,
    }
    assert in_post(after, "FGW-002", date(2026, 3, 31)) == ["市发展和改革委员会副主任"]
    assert in_post(after, "FGW-002", DAY) == ["市财政局副局长"]


def test_keys_stand_in_the_order_of_the_field_table() -> None:
    after = applied(city(), move(change="调整"))
    assert list(posts(after, "CZJ")[-1]) == ["编号", "姓名", "职务", "角色", "职级", "管理", "任职", "变动"]
    assert list(posts(after, "FGW")[1])[-2:] == ["任职", "免职"]


def test_nobody_else_is_touched() -> None:
    state = city()
    after = applied(state, move())
    assert [posts(after, "FGW")[index] for index in (0, 2, 3)] == [posts(state, "FGW")[index] for index in (0, 2, 3)]
    assert posts(after, "CZJ")[:-1] == posts(state, "CZJ")


def test_the_plan_names_files_and_commit() -> None:
    plan = move()
    assert (plan.action, plan.ids, plan.papers) == ("roster move", (), ())
    assert plan.subject == "调动 FGW-002：市财政局副局长"
    assert [edit.path for edit in plan.edits] == ["records/units/CZJ.yaml", "records/units/FGW.yaml"]


def test_rank_and_management_may_change_with_the_post() -> None:
    new = posts(applied(city(), move(rank="正处", managed="省管")), "CZJ")[-1]
    assert (new["职级"], new["管理"]) == ("正处", "省管")


def test_person_and_unit_may_be_named() -> None:
    assert move(person="钱乙丑", to_unit="市财政局").edits == move().edits


def test_within_the_unit_one_file_changes() -> None:
    plan = move(to_unit="FGW", post="主任", role="主要负责人")
    assert [edit.path for edit in plan.edits] == ["records/units/FGW.yaml"]
    after = applied(city(), plan)
    assert in_post(after, "FGW-002", DAY) == ["市发展和改革委员会主任"]


def test_moving_back_is_a_third_entry() -> None:
    state = applied(city(), move())
    state = applied(state, move(state, to_unit="FGW", post="副主任", day=date(2026, 6, 1), today=date(2026, 6, 2)))
    rows = [row for row in posts(state, "FGW") if row["编号"] == "FGW-002"]
    assert [(row["任职"], row.get("免职")) for row in rows] == [(date(2023, 1, 1), DAY), (date(2026, 6, 1), None)]
    assert in_post(state, "FGW-002", date(2026, 5, 31)) == ["市财政局副局长"]
    assert in_post(state, "FGW-002", date(2026, 6, 1)) == ["市发展和改革委员会副主任"]


def test_a_post_may_be_kept_beside_the_new_one() -> None:
    plan = move(keep=True)
    assert plan.subject == "兼任 FGW-002：市财政局副局长"
    assert [edit.path for edit in plan.edits] == ["records/units/CZJ.yaml"]
    assert in_post(applied(city(), plan), "FGW-002", DAY) == ["市财政局副局长", "市发展和改革委员会副主任"]


def test_whoever_keeps_a_post_leaves_none() -> None:
    assert YEARLY in move().notes
    assert YEARLY not in move(keep=True).notes


def test_of_several_posts_the_one_left_must_be_named() -> None:
    assert move(twice()) == Refusal(
        "钱乙丑（FGW-002）任几个职务，须写明离开哪一个：市档案馆（DAJ）馆长、市发展和改革委员会（FGW）副主任",
        hint="用 --from 单位，或 --keep",
    )


def test_the_others_then_go_on() -> None:
    for named in ("DAJ", "市档案馆"):
        after = applied(twice(), move(twice(), from_unit=named))
        assert in_post(after, "FGW-002", DAY) == ["市财政局副局长", "市发展和改革委员会副主任"]


def test_a_unit_where_the_person_has_no_post_is_refused() -> None:
    assert move(from_unit="SZF") == Refusal(
        "钱乙丑（FGW-002） 2026-04-01 在SZF没有职务", hint="用 yuetan roster show 查看任免"
    )


def test_an_unknown_person_is_refused_with_the_nearest_code() -> None:
    refusal = move(person="FGW-022")
    assert refusal.message == "名册中没有“FGW-022”"
    assert "钱乙丑（FGW-002）" in refusal.hint
    assert retire(person="无此人") == Refusal("名册中没有“无此人”", hint="用 yuetan roster list 查看名册，或先导入")


def test_an_unknown_unit_is_refused() -> None:
    assert move(to_unit="市粮食局") == Refusal(
        "名册中没有单位“市粮食局”", hint="用 yuetan roster list 查看单位，写编码或名称"
    )


def test_a_unit_not_founded_yet_is_named_by_its_code() -> None:
    later = {"编码": "SJJ", "沿革": [{"自": date(2026, 7, 1), "名称": "市数据局", "类别": "市委办局"}]}
    plan = move(city(units=(*CITY, later)), to_unit="SJJ")
    assert plan.subject == "调动 FGW-002：SJJ副局长"
    assert posts(applied(city(units=(*CITY, later)), plan), "SJJ")[0]["编号"] == "FGW-002"


def test_a_post_does_not_end_on_the_day_on_which_it_began() -> None:
    state = applied(city(), move())
    refusal = move(state, to_unit="FGW", post="副主任")
    assert refusal == Refusal("钱乙丑（FGW-002） 2026-04-01 才任副局长，免职须晚于任职", hint="检查 --date")


def test_before_the_first_post_there_is_none_to_leave() -> None:
    assert retire(day=date(2022, 12, 31)) == Refusal(
        "钱乙丑（FGW-002） 2022-12-31 没有职务", hint="用 yuetan roster show 查看任免"
    )


def test_an_unknown_role_is_refused_by_the_field_table() -> None:
    refusal = move(role="队长")
    assert refusal.message.startswith("干部[2].角色 ")
    assert [(finding.code, finding.file) for finding in refusal.findings] == [("S2", "records/units/CZJ.yaml")]
    assert refusal.hint == "改正后再试；什么都没有写"


def test_whoever_retires_holds_no_post_from_that_day_on() -> None:
    after = applied(city(), retire())
    assert posts(after, "FGW")[1]["免职"] == DAY
    assert in_post(after, "FGW-002", date(2026, 3, 31)) == ["市发展和改革委员会副主任"]
    assert in_post(after, "FGW-002", DAY) == []


def test_an_end_that_was_written_for_later_is_told_when_it_is_replaced() -> None:
    state = applied(city(), retire(day=date(2026, 9, 1)))
    assert "副主任原写 2026-09-01 免职，已改" in retire(state).notes
    assert "副主任原写 2026-09-01 免职，已改" in move(state).notes
    assert not any("原写" in note for note in (*retire().notes, *move(state, keep=True).notes))


def test_the_plan_of_a_retirement_names_file_and_commit() -> None:
    plan = retire()
    assert (plan.action, plan.subject) == ("roster retire", "免职 FGW-002")
    assert [edit.path for edit in plan.edits] == ["records/units/FGW.yaml"]


def test_all_posts_end_or_only_the_one_named() -> None:
    assert in_post(applied(twice(), retire(twice())), "FGW-002", DAY) == []
    after = applied(twice(), retire(twice(), from_unit="DAJ"))
    assert in_post(after, "FGW-002", DAY) == ["市发展和改革委员会副主任"]


def test_whoever_has_retired_does_not_retire_again() -> None:
    state = applied(city(), retire())
    assert retire(state, day=date(2026, 5, 1)).message == "钱乙丑（FGW-002） 2026-05-01 没有职务"
    assert move(state, day=date(2026, 5, 1)).message == "钱乙丑（FGW-002） 2026-05-01 没有职务"


def test_an_open_interview_of_the_subject_is_named() -> None:
    state, one = notified()
    assert move(state).notes == (
        f"{one} 已通知，此人为约谈对象，拟 2026-03-10 约谈：核对职务、权限和送达单位",
        YEARLY,
    )


def test_and_of_the_interviewer_as_long_as_it_is_ahead() -> None:
    state, one = drafted()
    assert (
        f"{one} 已起草，此人为约谈人，拟 2026-03-10 约谈：核对职务、权限和送达单位"
        in retire(state, person="JW-002").notes
    )
    state, one = held()
    assert not any(one in note for note in retire(state, person="JW-002").notes)


def test_what_the_subject_still_owes_is_named() -> None:
    state, one = held()
    assert f"{one} 待整改，此人为约谈对象：后续事项还没有办完" in retire(state).notes


def test_the_time_is_the_one_now_planned_not_the_one_once_told() -> None:
    state, one = notified()
    moved = RescheduleRequest(id=one, at=datetime(2026, 4, 17, 9), day=date(2026, 3, 6))
    after = applied(state, reschedule(setting(state, TODAY), moved))
    assert retire(after).notes[0] == f"{one} 已通知，此人为约谈对象，拟 2026-04-17 约谈：核对职务、权限和送达单位"
    off = PostponeRequest(id=one, day=date(2026, 3, 6), why="出差")
    after = applied(state, postpone(setting(state, TODAY), off))
    assert retire(after).notes[0] == f"{one} 已延后，此人为约谈对象：核对职务、权限和送达单位"


def test_neither_others_nor_what_was_called_off_are_named() -> None:
    state, one = notified()
    assert not any(one in note for note in retire(state, person="FGW-003").notes)
    off = CancelRequest(id=one, day=date(2026, 3, 6), why="撤回")
    state = applied(state, cancel(setting(state, TODAY), off))
    assert retire(state).notes == (YEARLY,)


def test_a_record_that_cannot_be_read_is_left_out() -> None:
    state, one = notified()
    (only,) = state.interviews
    value = {key: item for key, item in only.raw.items() if key != "起草"}
    record, violations = build(Interview, value)
    assert record is None
    state = replace(state, interviews=(Stored(only.file, value, record, violations),))
    assert not any(one in note for note in retire(state).notes)


def test_the_units_in_whose_charge_the_person_is_are_named() -> None:
    assert [note for note in retire(person="SW-001").notes if "分管" in note] == [
        "现为市纪委监委的分管领导，分工变了的，请修改 records/units/JW.yaml 的 沿革"
    ]


def test_whoever_is_owed_no_yearly_interview_is_not_said_to_be() -> None:
    assert retire(person="FGW-009").notes == ()


def daily() -> State:
    """The city with this year's interview of the subject held on 2026-03-10."""
    form = {
        "谈话": {
            "时间": datetime(2026, 3, 10, 9, 35), "记录人": "FGW-009", "说明主题原因": True, "教育提醒": "严格执行。",
        },
        "陈述": {"责任制履行情况": "逐条履行。", "个人廉洁自律情况": "没有问题。"},
    }  # fmt: skip
    no_problem: dict[str, Any] = {"source": None, "whose": (), "gist": None}
    return held(form=form, kind="日常", interviewers=(), **no_problem)[0]


def test_whoever_has_had_it_this_year_is_not_told_again() -> None:
    state = daily()
    assert not any(note == YEARLY for note in retire(state).notes)
    assert "2027 年的日常约谈还没有进行，离任前请安排" in retire(state, day=date(2027, 2, 1)).notes


def test_without_a_law_nothing_is_said_of_the_year() -> None:
    empty = Laws({}, city({**OFFICE, "规范": []}).office, Calendar())
    assert move(laws=empty).notes == ()
