"""S4 and S8: whom a file names is in the roster, under the name and post that the roster says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.model.paths import OFFICE
from yuetan.rules.rule import Breach, records_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.finding import Path
    from yuetan.model import Held, Interview, State
    from yuetan.model.interview import Interviewer, Subject
    from yuetan.rules.rule import StoredCase, Whole


def known_people(case: StoredCase) -> Iterator[Breach]:
    """约谈人和约谈对象当日都在名册中；任职之前的对象可以还不在。

    合格：
    ```yaml
    约谈对象: [{编号: FGW-002}]   # 名册中有，当日在任
    ```
    不合格：
    ```yaml
    约谈对象: [{编号: FGW-999}]   # 名册中没有
    ```
    """
    if case.record is None:
        return
    roster, day = case.roster, case.record.judged_day
    for path, person in _named_people(case.record):
        if not roster.known(person):
            yield Breach(path, f"名册中没有 {person}；用 yuetan roster list 查看，或先导入名册")
        elif not roster.posts(person, day):
            yield Breach(path, f"{person} 在 {day.isoformat()} 没有职务；检查编号、日期或名册中的任免日期")


def units_refer_to_known(whole: Whole) -> Iterator[Breach]:
    """单位的分管领导都在名册中；本单位和报送单位也在。"""
    state, roster = whole.state, whole.state.roster
    for file, path, person in _leaders(state):
        if not roster.known(person):
            yield Breach(path, f"名册中没有 {person}", file=file)
    if roster.unit(state.office.unit) is None:
        yield Breach(("单位",), f"名册中没有本单位 {state.office.unit}", file=OFFICE)
    for file, received in records_in(state.received):
        if roster.unit(received.unit) is None:
            yield Breach(("单位",), f"名册中没有单位 {received.unit}", file=file)


def as_in_the_roster(case: StoredCase) -> Iterator[Breach]:
    """记录中的姓名、单位、职务与名册中那天的某个职务一致。

    合格：
    ```yaml
    约谈对象: [{编号: FGW-002, 姓名: 钱乙丑, 单位: 市发展和改革委员会, 职务: 副主任}]
    ```
    不合格：
    ```yaml
    约谈对象: [{编号: FGW-002, 姓名: 钱乙丑, 职务: 主任}]   # 当日是副主任
    ```
    """
    if case.record is None:
        return
    day = case.record.judged_day
    for base, person in _people(case.record):
        for key, written, known in _beside_the_roster(person, case.roster.posts(person.id, day)):
            if written not in known:
                held = "、".join(dict.fromkeys(known))
                yield Breach((*base, key), f"{key}“{written}”与名册不同：{day.isoformat()} 为{held}")


def _people(record: Interview) -> Iterator[tuple[Path, Interviewer | Subject]]:
    for index, interviewer in enumerate(record.interviewers):
        yield ("约谈人", index), interviewer
    for index, subject in enumerate(record.subjects):
        yield ("约谈对象", index), subject


def _named_people(record: Interview) -> Iterator[tuple[Path, str]]:
    """Everybody who must be in the roster that day: not who is only to take office."""
    for index, interviewer in enumerate(record.interviewers):
        yield ("约谈人", index, "编号"), interviewer.id
        if interviewer.delegation is not None:
            yield ("约谈人", index, "委托", "人"), interviewer.delegation.person
    for index, subject in enumerate(record.subjects):
        if subject.appointment is None:
            yield ("约谈对象", index, "编号"), subject.id


def _leaders(state: State) -> Iterator[tuple[str, Path, str]]:
    """Everybody who is in charge of a unit: the unit's file, the place, the person."""
    for file, unit in records_in(state.units):
        for row, era in enumerate(unit.eras):
            for index, person in enumerate(era.in_charge):
                yield file, ("沿革", row, "分管领导", index), person


def _beside_the_roster(
    person: Interviewer | Subject, posts: tuple[Held, ...]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What is written of a person who is in office: key, text, and what the roster has for it."""
    rows = (
        ("姓名", person.name, tuple(held.post.name for held in posts)),
        ("单位", person.unit, tuple(held.era.name for held in posts)),
        ("职务", person.post, tuple(held.post.post for held in posts)),
    )
    return ((key, written, known) for key, written, known in rows if written is not None and known)
