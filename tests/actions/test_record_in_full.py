"""What a whole life leaves behind, to the letter: commits, papers, states, and the record at its end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import city, county
from yuetan.actions.current import Current, current
from yuetan.actions.drafting.new import new
from yuetan.actions.life.approve import ApproveRequest, approve
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.receipt import ReceiptRequest, receipt
from yuetan.actions.life.rectify import RectifyRequest, rectify
from yuetan.actions.plan import Plan, Setting
from yuetan.finding import Level
from yuetan.model.life import Stage
from yuetan.rules import judge_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.model import State

DRAFT, APPROVAL, NOTICE, RECEIPT = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 5), date(2026, 3, 6)
TALK, REPORT, CLOSING = date(2026, 3, 11), date(2026, 3, 16), date(2026, 3, 25)
CODE = "7K3FQ"
NOTHING = {"source": None, "whose": (), "gist": None}
TO_BE = {"new_managed": True, "new_kind": "提拔"}
SANCTION = {"sanction_category": "党纪", "sanction_decision": "党内警告", "sanction_day": date(2026, 1, 20)}
COUNTY_PEOPLE = {"subjects": ("JYJ-002",), "interviewers": ("XJ-002",), "companions": ("XJ-001",)}


@dataclass(frozen=True, slots=True)
class Course:
    """How one situation goes: where, what is drafted, what is said, which verdict its report gets."""

    state: Callable[[], State]
    draft: dict[str, Any]
    said: dict[str, str]
    verdict: str | None = None
    recorder: str = "JW-009"
    approved: bool = False


@dataclass(slots=True)
class Life:
    """One record as it goes on: each step is planned on its own day, applied, and judged."""

    state: State
    id: str = ""
    subjects: list[str] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)

    def take(self, action: Callable[..., Any], request: Any, today: date) -> None:
        laws = city.laws_of(self.state)
        plan = action(Setting(self.state, laws, today), request)
        assert isinstance(plan, Plan), plan
        self.state = city.applied(self.state, plan)
        self.id = plan.ids[0]
        now = current(Setting(self.state, laws, today), self.id)
        assert isinstance(now, Current)
        found = judge_record(now.stored, self.state, laws, today)
        assert [one for one in found if one.level is Level.ERROR] == []
        assert now.record.exemptions == ()
        self.subjects.append(plan.subject.replace(self.id, ""))
        self.stages.append(now.stage)
        self.papers.extend(order.file_stem for order in plan.papers)


CITY = {
    "日常": Course(
        city.city,
        {**NOTHING, "kind": "日常", "interviewers": ()},
        {"责任制履行情况": "履行了责任。", "个人廉洁自律情况": "遵守规定。"},
    ),
    "任前": Course(
        city.city,
        {**NOTHING, **TO_BE, "kind": "任前", "new_unit": "市财政局", "new_post": "局长", "new_rank": "正处"},
        {"表态发言": "一定遵守规定。"},
    ),
    "警示": Course(city.city, {"kind": "警示"}, {"解释说明": "把关不严。", "整改措施": "逐单审核。"}, "到位"),
    "回访": Course(
        city.city,
        {**NOTHING, **SANCTION, "kind": "回访"},
        {"对错误的认识": "认识深刻。", "整改情况": "已经改正。"},
    ),
}
COUNTY = {
    "常规": Course(
        county.county,
        {**NOTHING, "kind": "常规", "interviewers": ("JYJ-001",), "companions": ("JYJ-003",)},
        {"履职情况": "履行了职责。", "廉洁情况": "遵守规定。"},
    ),
    "上岗": Course(
        county.county,
        {**NOTHING, **TO_BE, "kind": "上岗", "new_unit": "云溪县教育局", "new_post": "局长", "new_rank": "正科"},
        {"任职承诺": "一定遵守规定。"},
    ),
    "提示": Course(
        county.county,
        {"kind": "提示", "source": "日常监督"},
        {"情况说明": "把关不严。", "改进打算": "逐单审核。"},
        "认可",
    ),
    "跟踪": Course(
        county.county,
        {**NOTHING, **SANCTION, "kind": "跟踪"},
        {"思想认识": "认识深刻。", "改正情况": "已经改正。"},
    ),
}
COURSES = CITY | {
    name: replace(one, draft={**COUNTY_PEOPLE, **one.draft}, recorder="XJ-003", approved=True)
    for name, one in COUNTY.items()
}


def lived(course: Course) -> Life:
    """The whole course, each step on its own day."""
    life = Life(course.state())
    people = {"consulted": None, "consulted_on": date(2026, 2, 27)}
    life.take(new, city.request(token=CODE, **{**people, **course.draft}), DRAFT)
    if course.approved:
        life.take(approve, ApproveRequest(id=life.id, day=APPROVAL, approver="XJ-001"), APPROVAL)
    life.take(notify, NotifyRequest(id=life.id, day=NOTICE), NOTICE)
    life.take(receipt, ReceiptRequest(id=life.id, day=RECEIPT), RECEIPT)
    talk = {**city.MINUTES["谈话"], "时间": datetime(2026, 3, 10, 9, 35), "记录人": course.recorder}
    life.take(minutes, MinutesRequest(id=life.id, value={"谈话": talk, "陈述": course.said}), TALK)
    if course.verdict is not None:
        days: dict[str, Any] = {"formed": date(2026, 3, 13), "sent": date(2026, 3, 13), "received": REPORT}
        life.take(rectify, RectifyRequest(id=life.id, day=REPORT, verdict=course.verdict, **days), REPORT)
    life.take(close, CloseRequest(id=life.id, day=CLOSING, conclusion="已谈", file_number="2026-1"), CLOSING)
    return life


@pytest.mark.parametrize("name", COURSES)
def test_every_step_is_lawful_on_its_day_and_leads_to_the_next_state(name: str) -> None:
    course = COURSES[name]
    after_talk = [Stage.RECTIFICATION_DUE, Stage.RECTIFIED] if course.verdict else [Stage.HELD]
    assert lived(course).stages == [
        Stage.DRAFTED,
        *([Stage.APPROVED] if course.approved else []),
        Stage.NOTIFIED,
        Stage.NOTIFIED,
        *after_talk,
        Stage.CLOSED,
    ]


@pytest.mark.parametrize("name", COURSES)
def test_a_whole_life_has_one_commit_a_step_and_two_papers(name: str) -> None:
    course = COURSES[name]
    number, unit, person = ("示纪约〔2026〕41号", "市发展和改革委员会", "FGW-002")
    if course.approved:
        number, unit, person = ("云示纪约〔2026〕1号", "云溪县教育局", "JYJ-002")
    life = lived(course)
    assert life.subjects == [
        f"起草 ：{name}约谈",
        *(["审批 ：同意"] if course.approved else []),
        f"通知 ：{number}",
        f"签收 ：{number}",
        "谈话 ：2026-03-10",
        *([f"整改 ：{person} {course.verdict}"] if course.verdict else []),
        "办结 ",
    ]
    assert life.papers == [f"约谈通知书-{number}-{unit}", f"约谈记录-{life.id}"]


def test_what_stands_at_the_end_is_every_fact_once_and_nothing_else() -> None:
    life = lived(COURSES["警示"])
    assert city.raw(life.state, life.id) == {
        "编号": "JS-202603-7K3FQ",
        "类型": "警示约谈",
        "起草": DRAFT,
        "主题": "公务接待管理",
        "事由": "规范公务接待管理",
        "方式": "个别谈话",
        "协调": [{"单位": "市纪委监委", "商请": {"单位": "市委组织部", "日期": date(2026, 2, 27)}}],
        "约谈人": [
            {
                "编号": "JW-002", "姓名": "王辛未", "单位": "市纪委监委", "职务": "市纪委副书记", "分工": "主谈",
                "依据": "第五条第（七）项",
            }
        ],
        "约谈对象": [
            {
                "编号": "FGW-002", "姓名": "钱乙丑", "单位": "市发展和改革委员会", "职务": "副主任",
                "问题": {"来源": "监督检查", "归属": ["本人"], "概述": "公务接待把关不严"},
                "陈述": {"解释说明": "把关不严。", "整改措施": "逐单审核。"},
                "整改": [
                    {
                        "形成日期": date(2026, 3, 13), "报送日期": date(2026, 3, 13), "收到日期": REPORT,
                        "评价": "到位",
                    }
                ],
            }
        ],
        "安排": {"时间": datetime(2026, 3, 10, 9, 30), "地点": "第一会议室"},
        "通知": [
            {
                "日期": NOTICE, "对象": ["FGW-002"], "送达": "党组", "送达单位": "市发展和改革委员会", "方式": "书面",
                "文号": "示纪约〔2026〕41号", "主题": "公务接待管理", "时间": datetime(2026, 3, 10, 9, 30),
                "地点": "第一会议室", "签收": RECEIPT,
            }
        ],
        "谈话": {
            "时间": datetime(2026, 3, 10, 9, 35), "地点": "第一会议室", "记录人": "JW-009", "说明主题原因": True,
            "教育提醒": "严格执行规定。", "签字": ["约谈人", "约谈对象", "记录人"],
        },
        "办结": {"日期": CLOSING, "结论": "已谈", "档号": "2026-1"},
    }  # fmt: skip


def report_received(day: date) -> Any:
    """The county's document as it comes in that day, formed in time; the talk was on Tuesday, 10 March."""
    state, one = county.held()
    request = RectifyRequest(id=one, day=day, formed=date(2026, 3, 13), sent=date(2026, 3, 13), received=day)
    return rectify(Setting(state, city.laws_of(state), day), request)


def test_the_county_counts_five_working_days_to_the_receipt() -> None:
    assert isinstance(report_received(date(2026, 3, 17)), Plan)
    refusal = report_received(date(2026, 3, 18))
    assert [(one.code, one.provision) for one in refusal.findings] == [("B8.3", "第七条第（二）项")]
    assert refusal.message == (
        "B8.3（第七条第（二）项） 吕甲申（JYJ-002）的廉政承诺书 2026-03-18 才收到，迟了1天；"
        "约谈日 3月10日不计入，第5个工作日为 3月17日（周二）"
    )
