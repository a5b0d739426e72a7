"""第三条: whom an interview may be held with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.regulation.choices import Element
from yuetan.regulation.yearly import is_yearly_subject
from yuetan.rules.person import is_blank, person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model.interview import Subject


def subject_is_meant(case: Case) -> Iterator[Breach]:
    """约谈对象是规范所管的干部，或第五条点名的人；其他干部须写明为什么约谈（说明）。

    任前约谈的对象按拟任的职务看。

    合格：
    ```yaml
    约谈对象:
      - {编号: FGW-009, 姓名: 李丁卯, 职务: 综合科科长, 说明: 负责的专项资金出现问题，工作需要}
    ```
    不合格：
    ```yaml
    约谈对象:
      - {编号: FGW-009, 姓名: 李丁卯, 职务: 综合科科长}   # 不是市管干部，也没有说明
    ```
    """
    managed = "、".join(case.law.profile.managed)
    for index, subject in enumerate(case.record.subjects):
        if is_blank(subject.note) and not _is_meant(case, subject):
            yield Breach(
                ("约谈对象", index, "说明"),
                f"{person_text(subject)}当日不是{managed}干部，也不是第五条点名的人；"
                "确有工作需要的，在 说明 中写明原因",
            )


def _is_meant(case: Case, subject: Subject) -> bool:
    """Meant by the post held that day, or by the post to be; whoever cannot be judged yet is not told off."""
    appointment = subject.appointment
    if appointment is not None and appointment.city_managed is True:
        return True
    if appointment is None and (_is_unsaid(case) or not case.roster.posts(subject.id, case.day)):
        return True
    return is_yearly_subject(case.law, case.roster, subject.id, case.day)


def _is_unsaid(case: Case) -> bool:
    """A draft that does not say yet for which post."""
    return not case.under_way and case.situation is not None and case.situation.element == Element.APPOINTMENT


RULES: tuple[RecordRule, ...] = (RecordRule("B3", "约谈对象在规范所指范围内", Level.ERROR, subject_is_meant),)
