"""第五条: who may hold the interview, and how (B5, W5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import Part
from yuetan.regulation.authority import BASIS_READING, basis_met, entitled, sentence_for, unreached, vacant
from yuetan.rules.person_text import who
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model.interview import Interviewer, Subject
    from yuetan.regulation.authority import Entitlement
    from yuetan.regulation.profile import Situation

_READINGS = (BASIS_READING, "权限.主要负责人", "权限.其他干部", "纪委.须领导", "主持工作.视为主要负责人")


@dataclass(frozen=True, slots=True)
class Standing:
    """How one subject's interviewers stand: entitled (both None), in breach, or only doubtful; with the place."""

    path: Path
    breach: str | None = None
    doubt: str | None = None


def entitled_interviewer(case: Case) -> Iterator[Breach]:
    """每名到场的对象都有一名到场的约谈人，按当日的任何一个职务、依适合本情形的某一项有权约谈；写明的依据须真实。

    有权的人按第五条逐项看，谁也不能约谈自己；主持工作的视为主要负责人。参加的人不算约谈人。
    专门机关进行日常约谈的，安排依据也要写明。只在较宽的理解下才有权等情形，改作 W5 警告。

    合格：
    ```yaml
    类型: 日常约谈
    约谈人: [{编号: FGW-001, 姓名: 赵甲子, 职务: 主任、党组书记, 依据: 第五条第（四）项}]   # 本单位党组书记
    ```
    不合格：
    ```yaml
    类型: 日常约谈
    约谈人: [{编号: CZJ-001, 姓名: 周戊辰, 单位: 市财政局, 职务: 局长、党组书记}]   # 别的单位的
    ```
    """
    for standing in standings(case):
        if standing.breach is not None:
            yield Breach(standing.path, standing.breach)
    yield from _untrue(case)


def doubtful_interviewer(case: Case) -> Iterator[Breach]:
    """约谈人只在较宽的理解下才有权、受有权的人委托，或者没有人有权而有人谈了：不算违反，作警告，由有权的机关判断。

    办法没有写明的几种：把（一）（五）项的“主要负责同志”理解得宽一些；约谈人有记录的委托；本单位约谈自己的其他干部；
    除专门机关外没有哪一项提到此人，或有权的职务空缺；专门机关派班子成员以外的人进行。

    合格：
    ```yaml
    类型: 警示约谈
    约谈人: [{编号: JW-002, 姓名: 王辛未}]   # 市纪委班子成员
    ```
    不合格：
    ```yaml
    类型: 警示约谈
    约谈人: [{编号: JW-009, 姓名: 冯壬申, 职务: 干部}]   # 市纪委的其他人
    ```
    """
    for standing in standings(case):
        if standing.doubt is not None:
            yield Breach(standing.path, standing.doubt)


def lawfully_met(case: Case, person: str) -> bool:
    """Whether the interview with this person was held by somebody entitled: what 第六条 counts. W5 does count."""
    return not any(
        standing.breach is not None and subject.id == person
        for (_, subject), standing in zip(_judged(case), standings(case), strict=True)
    )


def standings(case: Case) -> tuple[Standing, ...]:
    """How each subject present is provided for; nothing where the record names no interviewer yet."""
    situation = case.situation
    if situation is None:
        return ()
    conducting = [
        (index, one)
        for index, one in enumerate(case.record.interviewers)
        if one.part == Part.CONDUCTS and one.present is not False
    ]
    subjects = _judged(case)
    if not conducting:
        return tuple(_nobody(case, subject) for _, subject in subjects) if case.under_way else ()
    found = tuple(_standing(case, situation, conducting, row) for row in subjects)
    nobody_fits = len(subjects) == sum(one.breach is not None or one.doubt is not None for one in found)
    return tuple(
        Standing(_place(conducting, index, standing, all_alike=nobody_fits), standing.breach, standing.doubt)
        for (index, _), standing in zip(subjects, found, strict=True)
    )


def _judged(case: Case) -> tuple[tuple[int, Subject], ...]:
    """The subjects present whom the roster knows that day, and those who are to take office."""
    roster, day = case.roster, case.day
    return tuple((i, s) for i, s in case.present() if s.appointment is not None or roster.posts(s.id, day))


def _nobody(case: Case, subject: Subject) -> Standing:
    return Standing(("约谈人",), f"没有到场的约谈人（主谈）；{_words(case, subject)}")


def _standing(
    case: Case, situation: Situation, conducting: list[tuple[int, Interviewer]], row: tuple[int, Subject]
) -> Standing:
    """The best that any interviewer can say of this subject."""
    law, roster, day, subject = case.law, case.roster, case.day, row[1]
    people = [(one, entitled(law, roster, situation, one.id, subject, day)) for _, one in conducting]
    arranged = basis_met(law, situation, case.record.basis)
    if any(_narrow(found, arranged=arranged) for _, found in people):
        return Standing(())
    if any(found.only_by_arrangement for _, found in people):
        wanted = "和" if law.text(BASIS_READING) != "或" else "或"
        words = wanted.join(situation.basis)
        return Standing(("安排依据",), f"专门机关对{who(subject)}进行{situation.name}，须在 安排依据 中写明{words}")
    doubt = _doubt(case, situation, people, subject, arranged=arranged)
    if doubt is not None:
        return Standing((), doubt=f"{doubt}；{_words(case, subject)}")
    names = "、".join(who(one) for one, _ in people)
    return Standing((), f"{names}无权对{who(subject)}进行{situation.name}；{_words(case, subject)}")


def _narrow(found: Entitlement, *, arranged: bool) -> bool:
    return any(arranged or not mandate.needs_basis for mandate in found.mandates)


def _doubt(
    case: Case, situation: Situation, people: list[tuple[Interviewer, Entitlement]], subject: Subject, *, arranged: bool
) -> str | None:
    """Why the interview is doubtful and not in breach, in words; None where it is in breach."""
    law, roster, day = case.law, case.roster, case.day
    for one, found in people:
        wide = next((mandate for mandate in found.wide if arranged or not mandate.needs_basis), None)
        if wide is not None:
            return f"{who(one)}约谈{who(subject)}，只在较宽的理解下有权（{wide.item}：{wide.article or '较宽的理解'}）"
        sender = _sender(one, day) if one.id != subject.id else None
        if sender is not None and _narrow(entitled(law, roster, situation, sender, subject, day), arranged=arranged):
            return f"{who(one)}受 {roster.name(sender) or sender}（{sender}）委托约谈{who(subject)}；办法没有写可以委托"
    if not any(roster.posts(one.id, day) and one.id != subject.id for one, _ in people):
        return None
    if unreached(law, roster, situation, subject, day):
        return f"除专门机关外，没有哪一项写由谁对{who(subject)}进行{situation.name}"
    if vacant(law, roster, situation, subject, day):
        return f"有权对{who(subject)}进行{situation.name}的职务当日空缺"
    return None


def _sender(one: Interviewer, day: date) -> str | None:
    """Who had sent the interviewer by that day: a 委托 of a later day sends nobody."""
    sent = one.delegation
    return sent.person if sent is not None and (sent.day is None or sent.day <= day) else None


def _words(case: Case, subject: Subject) -> str:
    situation = case.situation
    return sentence_for(case.law, case.roster, situation, subject, case.day) if situation is not None else ""


def _place(conducting: list[tuple[int, Interviewer]], index: int, standing: Standing, *, all_alike: bool) -> Path:
    """The only interviewer where nobody is provided for; all of them; or the subject that alone is not."""
    if standing.path:
        return standing.path
    if not all_alike:
        return ("约谈对象", index)
    return ("约谈人", conducting[0][0]) if len(conducting) == 1 else ("约谈人",)


def _untrue(case: Case) -> Iterator[Breach]:
    """Each 依据 that is written and under which the interviewer may interview none of the subjects."""
    situation = case.situation
    subjects = _judged(case)
    if situation is None or not subjects:
        return
    for index, one in enumerate(case.record.interviewers):
        if one.item is None:
            continue
        people = tuple(person for person in (one.id, _sender(one, case.day)) if person is not None)
        true = dict.fromkeys(
            mandate.item
            for person in people
            for _, subject in subjects
            for found in [entitled(case.law, case.roster, situation, person, subject, case.day)]
            for mandate in (*found.mandates, *found.wide)
        )
        if _plain(one.item) not in {_plain(item) for item in true}:
            shown = f"有权的依据是 {'、'.join(true)}" if true else "此人没有哪一项可以作为依据"
            yield Breach(("约谈人", index, "依据"), f"{who(one)}的依据“{one.item}”不实：{shown}")


def _plain(item: str) -> str:
    """An item however it is written: 第五条第（七）项, 《办法》第五条第七项 are not told apart."""
    return re.sub(r"^《[^》]*》|[第条项款（）()\s]", "", item.strip())


RULES: tuple[RecordRule, ...] = (
    RecordRule("B5", "约谈人有权约谈", Level.ERROR, entitled_interviewer, parameters=_READINGS),
    RecordRule("W5", "约谈人的权限有疑问", Level.WARNING, doubtful_interviewer, parameters=_READINGS),
)
