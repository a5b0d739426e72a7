"""One interview of every situation from draft to closing, lawful at each step, under any profile.

Nothing below names a situation or a number: what is asked for, and until when, comes from the profile. So the same life
is led under the city's profile, the fictional county's, and copies of both with other names and other numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions import county
from tests.actions.city import OFFICE, applied, city, raw
from tests.actions.renamed import other
from tests.profiles import shipped_profile
from yuetan.actions.drafting.new import new
from yuetan.actions.drafting.request import NewRequest
from yuetan.actions.life.approve import ApproveRequest, approve
from yuetan.actions.life.close import CloseRequest, close
from yuetan.actions.life.minutes import MinutesRequest, minutes
from yuetan.actions.life.notify import NotifyRequest, notify
from yuetan.actions.life.receipt import ReceiptRequest, receipt
from yuetan.actions.life.rectify import RectifyRequest, rectify
from yuetan.actions.plan import Refusal, Setting
from yuetan.finding import Level
from yuetan.model.life import Stage, stage
from yuetan.regulation.calendar import Calendar
from yuetan.regulation.deadlines import follow_up_due, latest_notice
from yuetan.regulation.law import Law, Laws
from yuetan.rules import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import State
    from yuetan.regulation.profile import Profile, Situation

DRAFTED = date(2026, 3, 2)
APPROVED = date(2026, 3, 3)
TALK = datetime(2026, 3, 11, 9, 30)
NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Town:
    """Where the lives are led, and who takes part: for what counts for the year, and for anything else."""

    state: State
    profile: Profile
    subject: str
    superior: str
    inspector: str
    companion: str
    recorder: str

    @property
    def laws(self) -> Laws:
        return Laws({self.profile.name: self.profile}, self.state.office, Calendar())

    @property
    def law(self) -> Law:
        found = self.laws.on(TALK.date())
        assert found is not None
        return found


def town(profile: Profile, *, of_county: bool) -> Town:
    """The city or the county, its office set up this month under the profile."""
    usual = county.OFFICE if of_county else OFFICE
    office = {**usual, "启用": DRAFTED, "规范": [{"自": profile.since, "规范": profile.name}]}
    if of_county:
        return Town(county.county(office), profile, "JYJ-002", "JYJ-001", "XJ-002", "XJ-001", "XJ-003")
    return Town(city(office), profile, "FGW-002", "FGW-001", "JW-002", "JW-001", "JW-009")


def draft(here: Town, situation: Situation) -> NewRequest:
    """A request for an interview of this situation, with what it asks of the subject."""
    facts: dict[str | None, dict[str, Any]] = {
        "问题": {"source": _last(situation.sources[:2]), "whose": situation.whose[:1], "gist": "把关不严"},
        "任前": {
            "new_unit": "示例局",
            "new_post": "局长",
            "new_rank": _last(situation.ranks),
            "new_managed": True,
            "new_kind": _last(situation.kinds),
        },
        "处分": {
            "sanction_category": _last(situation.sanction_categories),
            "sanction_decision": "警告",
            "sanction_day": date(2026, 1, 20),
        },
    }
    return NewRequest(
        kind=situation.name,
        subjects=(here.subject,),
        day=DRAFTED,
        token="7K3FQ",
        interviewers=(here.superior if situation.yearly else here.inspector,),
        companions=(here.companion,) if (here.law.number("约谈.最少人数") or 1) > 1 else (),
        at=TALK,
        place="第一会议室",
        topic="履行职责的有关情况",
        reason="了解有关情况",
        consulted_on=DRAFTED,
        **facts.get(situation.element, {}),
    )


def _last(words: tuple[str, ...]) -> str | None:
    return words[-1] if words else None


def form(here: Town, situation: Situation) -> dict[str, Any]:
    """The minutes: everything that the situation wants said, signed by whoever has to sign."""
    talk = {
        "时间": TALK,
        "记录人": here.recorder,
        "说明主题原因": True,
        "教育提醒": "严格执行规定。",
        "签字": list(here.profile.signers),
    }
    return {"谈话": talk, "陈述": dict.fromkeys(situation.statements, "逐项作了说明。")}


def life(here: Town, situation: Situation, late: timedelta = timedelta()) -> Iterator[tuple[str, date, Any]]:
    """Each step of the life with its day: the state after it, or the refusal that ends it.

    Notice and document come on the last lawful day, or `late` after it.
    """
    state, law, laws = here.state, here.law, here.laws
    one = f"{situation.code}-202603-7K3FQ"
    told = latest_notice(law, TALK.date()).due + late
    steps: list[tuple[str, date, Any]] = [("new", DRAFTED, (new, draft(here, situation)))]
    if law.flag("审批.须批准"):
        steps.append(("approve", APPROVED, (approve, ApproveRequest(id=one, day=APPROVED, approver="示例"))))
    steps.append(("notify", told, (notify, NotifyRequest(id=one, day=told))))
    steps.append(("receipt", told, (receipt, ReceiptRequest(id=one, day=told))))
    steps.append(("minutes", TALK.date(), (minutes, MinutesRequest(id=one, value=form(here, situation)))))
    last = TALK.date()
    for row in situation.follow_ups:
        last = follow_up_due(law, situation, row, TALK.date()).due + late
        verdict = next(word for word in row.verdicts if word not in row.failing)
        asked = RectifyRequest(id=one, day=last, formed=last, sent=last, received=last, verdict=verdict)
        steps.append(("rectify", last, (rectify, asked)))
    steps.append(("close", last, (close, CloseRequest(id=one, day=last))))
    for name, day, (verb, request) in steps:
        plan = verb(Setting(state, laws, day), request)
        if isinstance(plan, Refusal):
            yield name, day, plan
            return
        state = applied(state, plan)
        yield name, day, state


def towns() -> dict[str, Town]:
    shipped = {"lianyungang-2015": False, "yunxi-2024": True}
    profiles = {name: (shipped_profile(name), of_county) for name, of_county in shipped.items()}
    copies = {f"other than {name}": (other(profile), flag) for name, (profile, flag) in profiles.items()}
    return {name: town(profile, of_county=flag) for name, (profile, flag) in {**profiles, **copies}.items()}


LIVES = [
    pytest.param(here, situation, id=f"{name} {situation.code}")
    for name, here in towns().items()
    for situation in here.profile.situations
]


@pytest.mark.parametrize(("here", "situation"), LIVES)
def test_nothing_is_wrong_after_any_step(here: Town, situation: Situation) -> None:
    done: list[str] = []
    for name, day, state in life(here, situation):
        assert not isinstance(state, Refusal), (name, state)
        found = judge(state, here.laws, day)
        assert [finding for finding in found if finding.level is Level.ERROR] == [], name
        done.append(name)
    approval = ["approve"] if here.law.flag("审批.须批准") else []
    report = ["rectify"] if situation.follow_ups else []
    assert done == ["new", *approval, "notify", "receipt", "minutes", *report, "close"]


@pytest.mark.parametrize(("here", "situation"), LIVES)
def test_the_closed_record_says_what_the_profile_asked_for(here: Town, situation: Situation) -> None:
    *_, (_, last, state) = life(here, situation)
    one = f"{situation.code}-202603-7K3FQ"
    record: Any = state.interview(one).record
    value = raw(state, one)
    (subject,) = value["约谈对象"]
    assert stage(record, follow_ups=situation.documents) is Stage.CLOSED
    assert (value["类型"], value["办结"]) == (situation.name, {"日期": last})
    assert list(subject["陈述"]) == list(situation.statements)
    assert [row["评价"] for row in subject.get("整改", [])] == [row.verdicts[0] for row in situation.follow_ups]
    assert "例外" not in value


@pytest.mark.parametrize(("here", "situation"), LIVES)
def test_a_day_later_the_notice_is_refused(here: Town, situation: Situation) -> None:
    *_, (name, _, refusal) = life(here, situation, late=NEXT_DAY)
    assert name == "notify"
    assert {finding.code for finding in refusal.findings} == {"B7.2"}


def test_other_numbers_move_the_last_days() -> None:
    def last_days(name: str) -> list[date]:
        law = towns()[name].law
        rows = [(one, row) for one in law.profile.situations for row in one.follow_ups]
        return [
            latest_notice(law, TALK.date()).due,
            *(follow_up_due(law, one, row, TALK.date()).due for one, row in rows),
        ]

    assert last_days("lianyungang-2015") == [date(2026, 3, 8), date(2026, 3, 26)]
    assert last_days("other than lianyungang-2015") == [date(2026, 3, 6), date(2026, 3, 19)]
    assert last_days("yunxi-2024") == [date(2026, 3, 9), date(2026, 3, 18)]
    assert last_days("other than yunxi-2024") == [date(2026, 3, 4), date(2026, 3, 23)]


@pytest.mark.parametrize("name", ["yunxi-2024", "other than yunxi-2024"])
def test_where_approval_is_asked_for_no_notice_goes_out_before_it(name: str) -> None:
    here = towns()[name]
    situation = here.profile.situations[0]
    _, _, state = next(life(here, situation))
    asked = NotifyRequest(id=f"{situation.code}-202603-7K3FQ", day=APPROVED)
    refusal = notify(Setting(state, here.laws, APPROVED), asked)
    assert isinstance(refusal, Refusal)
    assert [finding.code for finding in refusal.findings] == ["B7.1"]


@pytest.mark.parametrize("name", ["yunxi-2024", "other than yunxi-2024", "other than lianyungang-2015"])
def test_where_two_must_be_present_one_alone_is_refused(name: str) -> None:
    here = towns()[name]
    situation = here.profile.situations[-1]
    states = {step: state for step, _, state in life(here, situation)}
    alone = {**form(here, situation), "约谈人": [{"编号": here.companion, "到场": False}]}
    asked = MinutesRequest(id=f"{situation.code}-202603-7K3FQ", value=alone)
    refusal = minutes(Setting(states["receipt"], here.laws, TALK.date()), asked)
    assert isinstance(refusal, Refusal)
    assert "到场" in refusal.message


@pytest.mark.parametrize("name", ["yunxi-2024", "other than yunxi-2024"])
def test_where_signatures_are_asked_for_none_is_closed_without(name: str) -> None:
    here = towns()[name]
    situation = here.profile.situations[0]
    one = f"{situation.code}-202603-7K3FQ"
    states = {step: state for step, _, state in life(here, situation)}
    unsigned = form(here, situation)
    unsigned["谈话"]["签字"] = list(here.profile.signers[:-1])
    talk = minutes(Setting(states["receipt"], here.laws, TALK.date()), MinutesRequest(id=one, value=unsigned))
    state = applied(states["receipt"], talk)
    refusal = close(Setting(state, here.laws, TALK.date()), CloseRequest(id=one, day=TALK.date()))
    assert isinstance(refusal, Refusal)
    assert [(finding.code, finding.path) for finding in refusal.findings] == [("B7.3", ("谈话", "签字"))]
    assert f"约谈记录没有{here.profile.signers[-1]}的签字" in refusal.message


@pytest.mark.parametrize("name", list(towns()))
def test_a_document_owed_keeps_the_record_open(name: str) -> None:
    here = towns()[name]
    (situation,) = (one for one in here.profile.situations if one.follow_ups)
    states = {step: state for step, _, state in life(here, situation)}
    asked = CloseRequest(id=f"{situation.code}-202603-7K3FQ", day=TALK.date())
    refusal = close(Setting(states["minutes"], here.laws, TALK.date()), asked)
    assert isinstance(refusal, Refusal)
    assert situation.follow_ups[0].document in refusal.message


def test_a_situation_of_another_profile_is_unknown() -> None:
    names = list(towns())
    for name in names:
        for another in names:
            foreign = towns()[another].profile.situations[0]
            here = towns()[name]
            if here.profile.situation(foreign.name) is None:
                refusal = new(Setting(here.state, here.laws, DRAFTED), draft(here, foreign))
                assert isinstance(refusal, Refusal)
                assert f"没有“{foreign.name}”这一情形" in refusal.message
