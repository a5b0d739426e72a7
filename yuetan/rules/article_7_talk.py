"""第七条第（三）项: how the interview was held (B7.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.choices import Part
from yuetan.model.interview import WRITTEN_MATERIAL
from yuetan.rules.person import is_blank, person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model.interview import Interviewer, Subject
    from yuetan.model.talk import Talk

FEWEST = "约谈.最少人数"


def properly_held(case: Case) -> Iterator[Breach]:
    """谈话人说明了主题和原因，记下了每名到场对象的话，由工作人员记录——不由对象或约谈人自己记。参加的人可以记录。

    书面材料不能代替对象的话。到场的约谈人不少于规范要求的人数；规范要求签字的，办结时都已签。

    合格：
    ```yaml
    谈话: {说明主题原因: true, 记录人: JW-009}
    ```
    不合格：
    ```yaml
    谈话: {说明主题原因: true, 记录人: JW-002}   # 约谈人自己记录
    ```
    """
    talk = case.record.talk
    if talk is None:
        return
    if talk.explained is not True:
        yield Breach(("谈话", "说明主题原因"), "没有记明谈话人向约谈对象说明了主题及原因")
    for index, subject in case.present():
        if not _spoke(subject):
            yield Breach(("约谈对象", index, "陈述"), f"没有记下{person_text(subject)}的汇报、解释或说明")
    yield from _recorder(case, talk)
    yield from _present(case)
    yield from _signed(case, talk)


def _spoke(subject: Subject) -> bool:
    """Whether anything is recorded of what the subject said; written material is not that."""
    statements = subject.statements or {}
    return any(name != WRITTEN_MATERIAL and not is_blank(text) for name, text in statements.items())


def _recorder(case: Case, talk: Talk) -> Iterator[Breach]:
    if talk.recorder is None or is_blank(talk.recorder):
        yield Breach(("谈话", "记录人"), "没有写由谁记录；约谈记录由工作人员做")
        return
    recorders = _names(talk.recorder)
    people: list[tuple[str, Subject | Interviewer]] = [("约谈对象", one) for one in case.record.subjects]
    people += [("约谈人", one) for one in case.record.interviewers if one.part == Part.CONDUCTS]  # staff may sit in
    for role, person in people:
        if not recorders.isdisjoint({person.id, person.name, case.roster.name(person.id)}):
            yield Breach(("谈话", "记录人"), f"记录人{person_text(person)}就是{role}；约谈记录由工作人员做")
            return


def _names(written: str) -> set[str | None]:
    """Each name that 记录人 gives, without the post that may stand in brackets behind it."""
    names = (re.sub(r"[（(].*", "", part).strip() for part in re.split(r"[、，,；;]", written))
    return {name for name in names if name}


def _present(case: Case) -> Iterator[Breach]:
    fewest = case.law.number(FEWEST)
    present = sum(one.present is not False for one in case.record.interviewers)
    if fewest is not None and present < fewest:
        yield Breach(("约谈人",), f"到场的约谈人{present}名，应不少于{fewest}名")


def _signed(case: Case, talk: Talk) -> Iterator[Breach]:
    """Signatures are on paper: they are asked for when the case is closed."""
    missing = [one for one in case.law.profile.signers if one not in talk.signatures]
    if missing and case.record.closing is not None:
        how = "补签后补记：办结前用 yuetan edit，办结后用 yuetan amend"
        yield Breach(("谈话", "签字"), f"约谈记录没有{'、'.join(missing)}的签字；{how}")


RULES: tuple[RecordRule, ...] = (RecordRule("B7.3", "约谈的实施", Level.ERROR, properly_held, parameters=(FEWEST,)),)
