"""第八条第（三）项: the report that a subject owes after the talk (B8.3, W8.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.regulation.deadlines import follow_up_due
from yuetan.rules.person import person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model.interview import Subject
    from yuetan.model.rectification import Rectification
    from yuetan.regulation.deadline import Deadline
    from yuetan.regulation.profile import FollowUp

COUNTS, NEXT_WORKDAY, ACCOUNT_FIRST = "整改.为准", "整改.顺延", "整改.追责后办结"
ON_RECEIPT = "收到"
_PARAMETERS = ("整改.期限", "整改.计日", COUNTS, NEXT_WORKDAY, ACCOUNT_FIRST)


@dataclass(frozen=True, slots=True)
class Owed:
    """One document that one subject present owes: its last round with its index, and the day by which it is due."""

    index: int
    subject: Subject
    document: FollowUp
    last: tuple[int, Rectification] | None
    deadline: Deadline

    @property
    def base(self) -> Path:
        """Where the rounds are written."""
        return ("约谈对象", self.index, "整改")

    def place(self, key: str) -> Path:
        """Where this is written of the last round; where the rounds are written while there is none."""
        return (*self.base, self.last[0], key) if self.last is not None else self.base

    @property
    def verdict(self) -> str | None:
        """What was thought of the last round."""
        return self.last[1].verdict if self.last is not None else None

    @property
    def returned(self) -> bool:
        """Whether the last round was sent back, so that another is owed."""
        return self.last is not None and self.last[1].returned is not None


def report_in_time(case: Case) -> Iterator[Breach]:
    """警示约谈的每名对象，谈话后十五日内形成整改落实情况报告（谈话当日不计，第十五日计入），报市纪委、市监察局。

    期限针对形成；以收到为准的规范看收到日期。几轮的看最后一轮；退回后没有重报的算没有形成。
    措施不到位、整改不力的，追责之后才能办结。

    合格：
    ```yaml
    约谈对象: [{整改: [{形成日期: 2026-03-25, 报送日期: 2026-03-26, 收到日期: 2026-03-26}]}]   # 谈话 3月10日
    ```
    不合格：
    ```yaml
    约谈对象: [{整改: [{形成日期: 2026-03-26, 报送日期: 2026-03-26, 收到日期: 2026-03-26}]}]
    ```
    """
    for owed in documents_owed(case):
        found = _late(case, owed)
        if found is not None and not _next_workday(case, owed):
            path, words = found
            level = Level.WARNING if owed.deadline.provisional else None
            yield Breach(path, f"{person_text(owed.subject)}{words}；{owed.deadline.trace}", level)
        yield from _sent(case, owed)
        yield from _accounted(case, owed)


def report_on_the_next_workday(case: Case) -> Iterator[Breach]:
    """第十五日不是工作日，报告在其后首个工作日形成：办法没有说能不能顺延，不算违反，作警告，两个日子都写明。

    合格：
    ```yaml
    谈话: {时间: 2026-03-10T09:30:00}
    约谈对象: [{整改: [{形成日期: 2026-03-25, 报送日期: 2026-03-25, 收到日期: 2026-03-26}]}]
    ```
    不合格：
    ```yaml
    通知: [{时间: 2026-03-13T09:30:00}]
    谈话: {时间: 2026-03-13T09:30:00}   # 第十五日为 3月28日，周六
    约谈对象: [{整改: [{形成日期: 2026-03-30, 报送日期: 2026-03-30, 收到日期: 2026-03-30}]}]
    ```
    """
    for owed in documents_owed(case):
        found = _late(case, owed)
        if found is not None and _next_workday(case, owed):
            path, words = found
            yield Breach(path, f"{person_text(owed.subject)}{words}，在其后首个工作日之内；{owed.deadline.trace}")


def documents_owed(case: Case) -> tuple[Owed, ...]:
    """Every document that every subject present owes after the talk."""
    situation, talk = case.situation, case.record.talk
    if situation is None or talk is None:
        return ()
    return tuple(
        Owed(
            index, subject, document,
            last_round(subject, document, first=number == 0),
            follow_up_due(case.law, situation, document, talk.time.date()),
        )
        for index, subject in case.present()
        for number, document in enumerate(situation.follow_ups)
    )  # fmt: skip


def last_round(subject: Subject, document: FollowUp, *, first: bool) -> tuple[int, Rectification] | None:
    """The last round of this document with its index."""
    rounds = subject.rounds(document.document, first=first)
    return rounds[-1] if rounds else None


def _late(case: Case, owed: Owed) -> tuple[Path, str] | None:
    """The place and the words where the day was missed, by whatever margin; None where it was kept or is to come."""
    due, day = owed.deadline.due, _day(case, owed)
    if (day or case.today) <= due:
        return None
    key = "收到日期" if case.law.text(COUNTS) == ON_RECEIPT else "形成日期"
    text, verb = f"的{owed.document.document}", key[:2]
    if day is not None:
        return owed.place(key), f"{text} {day.isoformat()} 才{verb}，迟了{(day - due).days}天"
    if owed.returned:
        return owed.place("退回原因"), f"{text}到 {due.isoformat()} 退回后没有重报"
    return owed.place(key), f"{text}到 {due.isoformat()} 没有{verb}"


def _day(case: Case, owed: Owed) -> date | None:
    """The day that the limit is about; None where there is no report, or none that stands."""
    if owed.last is None or owed.returned:
        return None
    return owed.last[1].received if case.law.text(COUNTS) == ON_RECEIPT else owed.last[1].formed


def _next_workday(case: Case, owed: Owed) -> bool:
    """Whether a miss is only doubtful: the last day was no working day, and the next one is not over."""
    deadline = owed.deadline
    if not case.law.flag(NEXT_WORKDAY) or deadline.workday is None or deadline.workday == deadline.due:
        return False
    return (_day(case, owed) or case.today) <= deadline.workday


def _sent(case: Case, owed: Owed) -> Iterator[Breach]:
    """A report that was formed goes to whom the document names; by what day the 办法 does not say."""
    recipients = "、".join(owed.document.recipients)
    over = case.today > owed.deadline.due or case.record.closing is not None
    if recipients and over and _is_unsent(owed):
        unsent = f"{person_text(owed.subject)}的{owed.document.document}没有报{recipients}（报送日期）"
        yield Breach(owed.place("报送日期"), unsent)


def _is_unsent(owed: Owed) -> bool:
    """Formed, standing, and neither sent nor received."""
    if owed.last is None or owed.returned:
        return False
    last = owed.last[1]
    return last.formed is not None and last.sent is None and last.received is None


def _accounted(case: Case, owed: Owed) -> Iterator[Breach]:
    """A failing verdict needs its 追责 before the case is closed."""
    closing, verdict = case.record.closing, owed.verdict
    if closing is None or verdict not in owed.document.failing or not case.law.flag(ACCOUNT_FIRST):
        return
    account = owed.subject.accountability
    path = ("约谈对象", owed.index, "追责")
    if account is None:
        unaccounted = f"{person_text(owed.subject)}{verdict}，没有追责就办结了"
        yield Breach(path, f"{unaccounted}；先用 yuetan rectify 登记追责")
    elif account.day is not None and account.day > closing.day:
        late = f"追责日期 {account.day.isoformat()} 在办结日期 {closing.day.isoformat()} 之后"
        yield Breach((*path, "日期"), f"{late}；{verdict}的，追责之后才能办结")


RULES: tuple[RecordRule, ...] = (
    RecordRule("B8.3", "按期形成并报送整改报告", Level.ERROR, report_in_time, parameters=_PARAMETERS),
    RecordRule(
        "W8.3", "整改报告期满日不是工作日", Level.WARNING, report_on_the_next_workday,
        parameters=_PARAMETERS,
    ),
)  # fmt: skip
