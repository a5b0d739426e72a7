"""第八条第（一）项: nothing about an informant anywhere (B8.1), and no wording that gives a complaint away (W8.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model import plain
from yuetan.model.paths import OFFICE
from yuetan.rules.confidence import leaks_in
from yuetan.rules.rule import ArchiveRule, Breach, Case, FileRule, RecordRule, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.finding import Path
    from yuetan.model import Interview, Roster
    from yuetan.regulation.law import Law
    from yuetan.rules.rule import StoredCase

_ADVICE = "删去；案件只写不透露任何信息的线索编号。已经提交过的，仍在 git 历史中，请告诉维护人员"


def no_informant(case: StoredCase) -> Iterator[Breach]:
    """记录里没有反映人：没有这样的键，没有身份证号码、电话号码，没有保密词；撤销的、启用以前的也一样。

    办法只说不得向约谈对象透露；git 什么都不会忘记，所以本软件一概不记。本单位自己的联系电话除外。

    合格：
    ```yaml
    约谈对象: [{问题: {来源: 信访举报, 归属: [本人], 线索编号: XF-2026-015}}]
    ```
    不合格：
    ```yaml
    约谈对象: [{问题: {来源: 信访举报, 归属: [本人], 概述: 反映人电话：13800000000}}]
    ```
    """
    for path, leak in leaks_in(dict(case.stored.raw), case.office):
        yield Breach(path, f"不应有{leak}；{_ADVICE}")


def no_informant_elsewhere(whole: Whole) -> Iterator[Breach]:
    """单位、报送、收到的报送、计划和 yuetan.yaml 里也没有；yuetan check 还看各文件的注释和文件名。

    合格：单位文件的 职务 只写职务。
    不合格：单位文件的 免谈 原因里写着手机号码。
    """
    state = whole.state
    for stored in (*state.units, *state.reports, *state.received, *state.plans):
        for path, leak in leaks_in(dict(stored.raw), state.office):
            yield Breach(path, f"不应有{leak}；{_ADVICE}", file=stored.file)
    for path, leak in leaks_in(plain(state.office), state.office):
        yield Breach(path, f"不应有{leak}；{_ADVICE}", file=OFFICE)


def neutral_wording(case: Case) -> Iterator[Breach]:
    """问题来自信访举报的，对象看得到的主题、事由不用会透露来源的词（举报、反映、来信、信访……），改用中性的说法。

    单位和职务名称里的不算，如 市信访局。

    合格：
    ```yaml
    约谈对象: [{问题: {来源: 信访举报, 归属: [本人]}}]
    事由: 了解维修资金使用的有关情况
    ```
    不合格：
    ```yaml
    约谈对象: [{问题: {来源: 信访举报, 归属: [本人]}}]
    事由: 核实群众来信反映的维修资金问题
    ```
    """
    for path, text in _read_by_subjects(case.record) if _is_complained_of(case) else ():
        word = revealing_word(text or "", case.law, case.roster)
        if word is not None:
            neutral = (case.law.profile.neutral_words or {})[word]
            yield Breach(path, f"“{word}”会让对象知道问题来自信访举报；可改为“{neutral}”等中性的说法")


def _is_complained_of(case: Case) -> bool:
    """Whether a subject's problem came from a complaint."""
    sources = {subject.problem.source for subject in case.record.subjects if subject.problem is not None}
    return case.situation is not None and not sources.isdisjoint(case.situation.complaint_sources)


def _read_by_subjects(record: Interview) -> Iterator[tuple[Path, str | None]]:
    """What the subjects will read."""
    yield ("主题",), record.topic
    yield ("事由",), record.reason
    for index, notice in enumerate(record.notices):
        yield ("通知", index, "主题"), notice.topic


def revealing_word(text: str, law: Law, roster: Roster) -> str | None:
    """The longest word of the law's list that gives the source away, names of units and posts apart."""
    words = sorted(law.profile.neutral_words or {}, key=len, reverse=True)
    if not any(word in text for word in words):
        return None
    for name in _names(roster):
        text = text.replace(name, "〇")
    return next((word for word in words if word in text), None)


def _names(roster: Roster) -> list[str]:
    names = {era.name for unit in roster.units for era in unit.eras}
    names |= {post.post for unit in roster.units for post in unit.posts}
    return sorted(names, key=lambda name: (-len(name), name))


RULES: tuple[ArchiveRule | FileRule | RecordRule, ...] = (
    FileRule("B8.1", "没有反映人的信息", Level.ERROR, no_informant, absolute=True),
    ArchiveRule("B8.1", "没有反映人的信息（其他文件）", Level.ERROR, no_informant_elsewhere, absolute=True),
    RecordRule("W8.1", "不透露信访来源的表述", Level.WARNING, neutral_wording),
)
