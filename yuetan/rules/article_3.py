"""第三条: whom an interview may be held with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.regulation.yearly import is_yearly_subject
from yuetan.rules.person import is_blank, person_text
from yuetan.rules.rule import Breach, Case, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    appointing = case.situation is not None and case.situation.element == "任前" and not case.under_way
    for index, subject in enumerate(case.record.subjects):
        if subject.appointment is None and appointing:
            continue  # a draft that does not say yet for which post
        to_be = subject.appointment is not None and subject.appointment.city_managed is True
        unknown = not case.roster.posts(subject.id, case.day) and subject.appointment is None
        if to_be or unknown or not is_blank(subject.note):
            continue
        if not is_yearly_subject(case.law, case.roster, subject.id, case.day):
            managed = "、".join(case.law.profile.managed)
            yield Breach(
                ("约谈对象", index, "说明"),
                f"{person_text(subject)}当日不是{managed}干部，也不是第五条点名的人；"
                "确有工作需要的，在 说明 中写明原因",
            )


RULES: tuple[RecordRule, ...] = (RecordRule("B3", "约谈对象在规范所指范围内", Level.ERROR, subject_is_meant),)
