"""Cases out of the ordinary: lawful ones that went another way, and the deliberate breaches of docs/demo.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.demonstration import cautions, daily, texts
from tests.demonstration.case import Case, Plain, Turn
from tests.demonstration.days import on_or_before
from tests.demonstration.life import report
from tests.demonstration.people import coordination
from yuetan.actions.plan import Override

if TYPE_CHECKING:
    from random import Random

_PEOPLE = """
FGW-003 FGW-004 CZJ-003 CZJ-004 CZJ-008 JYJ-004 JYJ-008 JTJ-004 JTJ-008 ZJJ-005 ZJJ-009 WJW-004 WJW-008
DAG-005 GJJ-005 SDF-001 SDR-003 SXJ-001 SXR-003 YG-002 ZGH-003 KFQ-002 KFQ-006 CTJ-004 CTJ-006 XCB-004 SWB-002
FGW-008 JYJ-005 FY-003 ZFB-003 SXZ-004
"""


def people() -> tuple[str, ...]:
    """Everybody who has a story here."""
    return tuple(_PEOPLE.split())


def cases(random: Random) -> tuple[Case, ...]:
    """All of them: lawful stories first, then the breaches."""
    return (*_lawful(random), *_breaches(random))


def _caution(random: Random, day: str, *subjects: str, source: str = "监督检查", **changes: Any) -> Case:
    made = cautions.make(random, date.fromisoformat(day), subjects, source=source)
    return replace(made, **{"by_telephone": False, "formed_after": 9, **changes})


def _life(case: Case, *more: Turn, drop: tuple[str, ...] = ()) -> tuple[Turn, ...]:
    noticed = on_or_before(case.day - timedelta(days=case.notice_days))
    turns = [Turn(on_or_before(noticed - timedelta(days=5)), "draft"), Turn(noticed, "notify"), Turn(case.day, "hold")]
    return (*(turn for turn in turns if turn.verb not in drop), *more)


def _lawful(random: Random) -> tuple[Case, ...]:
    return (
        _postponed_and_held(random),
        _postponed(random, "2026-06-16", "FGW-004", "2026-06-12", "对象参加省里集中学习，时间另定"),
        _postponed(random, "2026-06-25", "KFQ-006", "2026-06-23", "对象住院，出院后另定"),
        _cancelled(random, "2025-04-15", "JTJ-008", "2025-04-09", "问题经核实不属于其职责范围"),
        _cancelled(random, "2025-11-20", "DAG-005", "2025-11-14", "改由所在单位谈心提醒"),
        _cancelled(random, "2026-05-21", "CTJ-006", "2026-05-18", "已另行立案，不再约谈"),
        _one_absent(random),
        _held_for_the_absent(random),
        _returned_once(random),
        _held_accountable(random),
        _misconduct_handled(random),
        _amended(random, "2025-05-27", "SDR-003", "2025-07-01"),
        _amended(random, "2026-02-04", "SXJ-001", "2026-03-10"),
        _other_source(random),
        _nothing_recorded(random),
    )


def _postponed_and_held(random: Random) -> Case:
    case = _caution(random, "2025-09-24", "FGW-003")
    return replace(
        case,
        turns=(
            Turn(date(2025, 9, 1), "draft", {"planned": date(2025, 9, 11)}),
            Turn(date(2025, 9, 4), "notify"),
            Turn(date(2025, 9, 9), "postpone", {"why": "防汛应急值守，时间另定"}),
            Turn(date(2025, 9, 16), "reschedule", {"to": case.day}),
            Turn(date(2025, 9, 17), "notify"),
            Turn(case.day, "hold"),
            report(case, "FGW-003"),
            Turn(date(2025, 10, 14), "close"),
        ),
    )


def _postponed(random: Random, day: str, person: str, on: str, why: str) -> Case:
    case = _caution(random, day, person)
    turn = Turn(date.fromisoformat(on), "postpone", {"why": why})
    return replace(case, turns=_life(case, turn, drop=("hold",)))


def _cancelled(random: Random, day: str, person: str, on: str, why: str) -> Case:
    case = _caution(random, day, person)
    turn = Turn(date.fromisoformat(on), "cancel", {"why": why})
    return replace(case, turns=_life(case, turn, drop=("hold",)))


def _one_absent(random: Random) -> Case:
    case = _caution(random, "2025-10-15", "CZJ-003", "CZJ-004", "CZJ-008")
    held = Turn(case.day, "hold", {"absent": ("CZJ-004",)})
    reports = (report(case, "CZJ-003"), report(case, "CZJ-008"))
    closed = Turn(date(2025, 11, 3), "close")
    return replace(case, turns=_life(case, held, *reports, closed, drop=("hold",)))


def _held_for_the_absent(random: Random) -> Case:
    return _caution(random, "2025-10-29", "CZJ-004")


def _returned_once(random: Random) -> Case:
    case = _caution(random, "2025-12-03", "JYJ-004", formed_after=7)
    first = Turn(
        date(2025, 12, 11),
        "rectify",
        {
            "person": "JYJ-004",
            "formed": date(2025, 12, 10),
            "sent": date(2025, 12, 10),
            "verdict": None,
            "returned": "整改措施没有完成时限",
        },
    )
    second = report(replace(case, formed_after=13), "JYJ-004")
    return replace(case, turns=_life(case, first, second, Turn(date(2025, 12, 24), "close")))


def _held_accountable(random: Random) -> Case:
    case = _caution(random, "2026-01-14", "JYJ-008", source="巡察")
    accountability = {
        "accountability_way": "责令作出书面检查",
        "accountability_body": "市纪委监委",
        "accountability_basis": "党内问责有关规定",
        "accountability_day": date(2026, 2, 4),
    }
    turn = report(case, "JYJ-008", "整改不力")
    turn = replace(turn, words={**turn.words, **accountability}, day=date(2026, 2, 4))
    return replace(case, turns=_life(case, turn, Turn(date(2026, 2, 9), "close")))


def _misconduct_handled(random: Random) -> Case:
    case = _caution(random, "2025-08-13", "WJW-004", source="信访举报")
    act = {"行为": "回避问题", "日期": case.day, "处理": ["批评教育"], "机关": "市纪委监委", "处理日期": case.day}
    return replace(case, misconduct=(act,))


def _amended(random: Random, day: str, person: str, on: str) -> Case:
    case = _caution(random, day, person)

    said = case.statements[person]["解释说明"]
    sets = (("约谈对象[0].陈述.解释说明", f"{said}事后核对，有关台账自上月起已按规定登记。"),)
    closed = Turn(case.day + timedelta(days=20), "close")
    amended = Turn(date.fromisoformat(on), "amend", {"sets": sets, "why": "漏记对象核对后补充的说明"})
    return replace(case, turns=_life(case, report(case, person), closed, amended))


def _other_source(random: Random) -> Case:
    case = _caution(random, "2025-06-25", "ZJJ-009")
    element = case.elements["ZJJ-009"]
    problem = {"来源": "其他", "来源说明": "审计机关移送的管理建议", **element["问题"]} | {"来源": "其他"}
    return replace(case, elements={"ZJJ-009": {**element, "问题": problem}})


def _nothing_recorded(random: Random) -> Case:
    case = _caution(random, "2026-06-22", "WJW-008")
    return replace(case, turns=_life(case, drop=("hold",)))


def _breaches(random: Random) -> tuple[Case, ...]:
    return (
        _two_days_notice(random),
        _acknowledged_notice(random),
        _three_days_notice(random),
        _late_report(random),
        _report_after_a_weekend(random),
        _telling_reason(random),
        _interviewer_took_minutes(random),
        _misconduct_unhandled(random),
        _sent_by_delegation(random),
        _not_in_charge(random),
        _own_principal_of_court(random),
        _statement_missing(random),
    )


def _two_days_notice(random: Random) -> Case:
    """B7.2: the notice went out two days ahead, and nobody acknowledged it."""
    case = _caution(random, "2025-11-06", "GJJ-005", notice_days=6)

    def hand(value: Plain) -> None:
        notice = value["通知"][0]
        notice["日期"] = date(2025, 11, 4)
        notice["签收"] = date(2025, 11, 4)

    return replace(case, hand=hand)


def _acknowledged_notice(random: Random) -> Case:
    """B7.2 with 例外: one day ahead, approved, counted apart."""
    case = _caution(random, "2026-03-20", "SXR-003", notice_days=1)
    override = Override(reason="对象次日起脱产学习，提前约谈", approved_by="市纪委主要负责人")
    turns = (
        Turn(date(2026, 3, 17), "draft"),
        Turn(date(2026, 3, 19), "notify", {"override": override}),
        Turn(case.day, "hold"),
        report(case, "SXR-003"),
        Turn(date(2026, 4, 3), "close"),
    )
    return replace(case, turns=turns)


def _three_days_notice(random: Random) -> Case:
    """W7.2: exactly three days, no three clear days between."""
    case = _caution(random, "2026-02-12", "ZGH-003", notice_days=3)
    return replace(case, turns=_life(case, report(case, "ZGH-003"), Turn(date(2026, 3, 2), "close")))


def _late_report(random: Random) -> Case:
    """B8.3: the report was formed on day 17."""
    case = _caution(random, "2026-03-03", "KFQ-002")

    def hand(value: Plain) -> None:
        value["约谈对象"][0]["整改"][0] |= {
            "形成日期": date(2026, 3, 20),
            "报送日期": date(2026, 3, 20),
            "收到日期": date(2026, 3, 23),
        }
        value["办结"]["日期"] = date(2026, 3, 26)

    return replace(case, hand=hand)


def _report_after_a_weekend(random: Random) -> Case:
    """W8.3: day 15 was a Saturday, the report came on the Monday."""
    case = _caution(random, "2025-08-01", "JTJ-004")
    words = {"person": "JTJ-004", "formed": date(2025, 8, 18), "sent": date(2025, 8, 18), "verdict": "到位"}
    turns = (Turn(date(2025, 8, 18), "rectify", words), Turn(date(2025, 8, 21), "close"))
    return replace(case, turns=_life(case, *turns))


def _telling_reason(random: Random) -> Case:
    """W8.1: the reason that the subject is told gives the source away."""
    case = _caution(random, "2026-04-21", "ZJJ-005", source="信访举报")
    return replace(case, topic="物业维修资金问题", reason="核实群众来信反映的维修资金使用情况")


def _interviewer_took_minutes(random: Random) -> Case:
    """B7.3: the interviewer wrote the minutes."""
    case = _caution(random, "2025-12-10", "SDF-001")

    def hand(value: Plain) -> None:
        value["谈话"]["记录人"] = value["约谈人"][0]["姓名"]

    return replace(case, hand=hand)


def _misconduct_unhandled(random: Random) -> Case:
    """B8.2: the subject evaded, and no handling was recorded."""
    case = _caution(random, "2026-05-13", "CTJ-004")

    def hand(value: Plain) -> None:
        value["约谈对象"][0]["违纪"] = [{"行为": "回避问题", "日期": case.day}]

    return replace(case, hand=hand)


def _sent_by_delegation(random: Random) -> Case:
    """W5: somebody below the leadership held it with a recorded 委托."""
    case = _caution(random, "2026-04-09", "FGW-008", companions=())
    delegation = {"人": "JW-002", "日期": date(2026, 4, 1), "依据": "市纪委监委分工安排"}

    def hand(value: Plain) -> None:
        from tests.demonstration.people import roster

        held = roster().posts("JW-007", case.day)[0]
        value["约谈人"] = [
            {
                "编号": "JW-007",
                "姓名": held.post.name,
                "单位": held.era.name,
                "职务": held.post.post,
                "分工": "主谈",
                "委托": delegation,
            }
        ]

    return replace(case, hand=hand)


def _daily(random: Random, day: str, interviewer: str, person: str) -> Case:
    held = date.fromisoformat(day)
    return Case(
        kind=daily.KIND,
        day=held,
        interviewer=interviewer,
        subjects=(person,),
        topic=f"{held.year}年度履行党风廉政建设责任和廉洁自律情况",
        reason="年度日常廉政约谈",
        place="市行政中心小会议室",
        coordination=coordination(interviewer, (person,), held),
        statements={person: {"责任制履行情况": texts.DUTY[0], "个人廉洁自律情况": texts.HONESTY[0]}},
        reminder=random.choice(texts.REMINDERS),
        conclusion="约谈按程序进行，材料归档。",
    )


def _not_in_charge(random: Random) -> Case:
    """B5: a deputy mayor talked to the principal of a department that is not hers."""
    case = _daily(random, "2026-05-19", "SDW-001", "ZJJ-001")

    def hand(value: Plain) -> None:
        from tests.demonstration.people import roster

        held = roster().posts("SZF-004", case.day)[0]
        value["约谈人"] = [
            {
                "编号": "SZF-004",
                "姓名": held.post.name,
                "单位": held.era.name,
                "职务": held.post.post,
                "分工": "主谈",
            }
        ]

    return replace(case, hand=hand)


def _own_principal_of_court(random: Random) -> Case:
    """W5: the court's president talked to a vice-president, whom no item but （七） reaches."""
    return _daily(random, "2026-05-26", "FY-001", "FY-003")


def _statement_missing(random: Random) -> Case:
    """B4.1: nothing recorded on the subject's own honesty."""
    case = replace(
        _daily(random, "2026-04-15", "JW-003", "YG-002"),
        basis={"市委安排": "2026年度廉政约谈工作安排", "工作需要": "省属单位副职由市纪委约谈"},
    )

    def hand(value: Plain) -> None:
        del value["约谈对象"][0]["陈述"]["个人廉洁自律情况"]

    return replace(case, hand=hand)
