"""The clerk of the demonstration: leads cases through the project's own actions, in memory."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.demonstration.days import at
from tests.demonstration.people import roster
from tests.demonstration.seeded import stream, token
from yuetan.model import Interview, build, plain
from yuetan.model.interview import COLLECTIVE, INDIVIDUAL
from yuetan.model.paths import interview_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from tests.demonstration.case import Case, Plain

PREFIX = "示纪约"
_CODES = {"日常约谈": "RC", "任前约谈": "RQ", "警示约谈": "JS", "回访约谈": "HF"}


class Clerk:
    """Keeps the records that are being made, by the number of their case."""

    def __init__(self) -> None:
        self._chance: dict[int, Random] = {}
        self._records: dict[int, Plain] = {}
        self._numbers: dict[int, int] = {}

    def files(self) -> dict[str, Plain]:
        """Every record as path -> plain value in key order."""
        found = {}
        for record in self._records.values():
            built, violations = build(Interview, record)
            if built is None or violations:
                raise ValueError(record["编号"], violations)
            found[interview_path(built.id, built.drafted)] = plain(built)
        return found

    def draft(self, number: int, case: Case, day: date) -> None:
        """起草."""
        self._chance[number] = stream(f"clerk {number} {case.kind} {case.day} {case.subjects}")
        record: Plain = {
            "编号": f"{_CODES[case.kind]}-{day:%Y%m}-{token(self._chance[number])}",
            "类型": case.kind,
            "起草": day,
        }
        record |= {"主题": case.topic, "事由": case.reason}
        record["方式"] = COLLECTIVE if len(case.subjects) > 1 else INDIVIDUAL
        if case.collective_reason:
            record["集体原因"] = case.collective_reason
        record["协调"] = list(case.coordination)
        if case.basis:
            record["安排依据"] = dict(case.basis)
        parts = {case.interviewer: "主谈", **dict.fromkeys(case.companions, "参加")}
        record["约谈人"] = [self._person(person, case.day) | {"分工": part} for person, part in parts.items()]
        record["约谈对象"] = [self._person(p, case.day) | dict(case.elements.get(p, {})) for p in case.subjects]
        record["安排"] = {"时间": at(case.day, case.clock), "地点": case.place}
        self._records[number] = record

    def notify(self, number: int, case: Case, day: date, *, people: Sequence[str] = ()) -> None:
        """通知."""
        record = self._records[number]
        plan = record["安排"]
        notice: Plain = {"日期": day, "对象": list(people or case.subjects)}
        first = record["约谈对象"][0]
        if case.to_person:
            notice["送达"] = "本人"
        else:
            notice |= {"送达": "党组", "送达单位": first["单位"]}
        notice["方式"] = "电话" if case.by_telephone else "书面"
        if not case.by_telephone:
            self._numbers[day.year] = self._numbers.get(day.year, 0) + 1
            notice["文号"] = f"{PREFIX}〔{day.year}〕{self._numbers[day.year]}号"
        notice |= {"主题": case.topic, "时间": plan["时间"], "地点": plan["地点"]}
        if not case.by_telephone and self._chance[number].random() < 0.8:
            notice["签收"] = day
        record.setdefault("通知", []).append(notice)

    def hold(self, number: int, case: Case, day: date, *, absent: Sequence[str] = ()) -> None:
        """谈话."""
        record = self._records[number]
        start = record["安排"]["时间"] + timedelta(minutes=self._chance[number].choice((0, 0, 5, 10)))
        for subject in record["约谈对象"]:
            if subject["编号"] in absent:
                subject["到场"] = False
            else:
                subject |= {"到场": True, "陈述": dict(case.statements[subject["编号"]])}
        record["谈话"] = {
            "时间": start,
            "地点": record["安排"]["地点"],
            "记录人": roster().name(case.recorder),
            "说明主题原因": True,
            "教育提醒": case.reminder,
            "签字": ["约谈人", "约谈对象", "记录人"],
        }

    def rectify(self, number: int, case: Case, day: date, *, person: str, **words: Any) -> None:
        """整改."""
        subject = next(s for s in self._records[number]["约谈对象"] if s["编号"] == person)
        round_ = {"形成日期": words["formed"], "报送日期": words["sent"], "收到日期": day, "评价": words["verdict"]}
        if words.get("returned"):
            round_["退回原因"] = words["returned"]
        subject.setdefault("整改", []).append(round_)
        if words.get("accountability"):
            subject["追责"] = words["accountability"]

    def close(self, number: int, case: Case, day: date) -> None:
        """办结."""
        self._records[number]["办结"] = {"日期": day, "结论": case.conclusion}

    def cancel(self, number: int, case: Case, day: date, *, why: str) -> None:
        """撤销."""
        self._records[number]["撤销"] = {"日期": day, "原因": why}

    def postpone(self, number: int, case: Case, day: date, *, why: str) -> None:
        """延后."""
        self._records[number]["安排"] = {"待定": {"日期": day, "原因": why}}

    def reschedule(self, number: int, case: Case, day: date, *, to: date) -> None:
        """改期."""
        self._records[number]["安排"] = {"时间": at(to, case.clock), "地点": case.place}

    def edit(self, number: int, case: Case, day: date, *, change: Callable[[Plain], None]) -> None:
        """Change an open record."""
        change(self._records[number])

    def amend(self, number: int, case: Case, day: date, *, change: Callable[[Plain], None], why: str) -> None:
        """更正."""
        record = self._records[number]
        change(record)
        record.setdefault("更正", []).append({"日期": day, "原因": why})

    def by_hand(self, number: int, change: Callable[[Plain], None]) -> None:
        """What somebody changed in the file itself, without a command."""
        if number in self._records:
            change(self._records[number])

    def _person(self, person: str, day: date) -> Plain:
        held = roster().posts(person, day)[0]
        return {"编号": person, "姓名": held.post.name, "单位": held.era.name, "职务": held.post.post}
