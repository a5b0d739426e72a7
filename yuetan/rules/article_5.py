"""第五条: who may hold the interview, and how (B5, W5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.regulation.authority import BASIS_READING
from yuetan.rules.person import person_text
from yuetan.rules.rule import Breach, Case, RecordRule
from yuetan.rules.standing import Question, sender, standings, subjects_known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model.interview import Interviewer

_READINGS = (BASIS_READING, "权限.主要负责人", "权限.其他干部", "纪委.须领导", "主持工作.视为主要负责人")


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


def _untrue(case: Case) -> Iterator[Breach]:
    """Each 依据 that is written and under which the interviewer may interview none of the subjects."""
    if case.situation is None:
        return
    questions = [Question(case, case.situation, one) for _, one in subjects_known(case)]
    written = ((i, one, one.item) for i, one in enumerate(case.record.interviewers) if one.item is not None)
    for index, one, item in written if questions else ():
        true = _true_items(questions, one)
        if _plain(item) not in map(_plain, true):
            basis = f"有权的依据是 {'、'.join(true)}" if true else "此人没有哪一项可以作为依据"
            yield Breach(("约谈人", index, "依据"), f"{person_text(one)}的依据“{item}”不实：{basis}")


def _true_items(questions: list[Question], one: Interviewer) -> tuple[str, ...]:
    """The items under which the interviewer, or who sent the interviewer, may interview any of the subjects."""
    people = (one.id, *filter(None, [sender(one, questions[0].case.day)]))
    found = (question.entitlement(person) for person in people for question in questions)
    return tuple(dict.fromkeys(line.item for one in found for line in (*one.mandates, *one.wide)))


def _plain(item: str) -> str:
    """An item however it is written: 第五条第（七）项, 《办法》第五条第七项 are not told apart."""
    return re.sub(r"^《[^》]*》|[第条项款（）()\s]", "", item.strip())


RULES: tuple[RecordRule, ...] = (
    RecordRule("B5", "约谈人有权约谈", Level.ERROR, entitled_interviewer, parameters=_READINGS),
    RecordRule("W5", "约谈人的权限有疑问", Level.WARNING, doubtful_interviewer, parameters=_READINGS),
)
