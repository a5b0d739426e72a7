"""填报说明: by what, up to when and from which commit the report was made, and how each number is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.regulation.yearly import yearly_situations
from yuetan.views.official_text import day_text

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import State
    from yuetan.regulation.law import Law
    from yuetan.views.report.facts import Attended
    from yuetan.views.report.periods import Bounds

Note = tuple[str, str]
"""What it is about, and what is to be said."""


def notes(
    state: State, law: Law, bounds: Bounds, *, unit: str, as_of: date, facts: tuple[Attended, ...]
) -> tuple[Note, ...]:
    """Office, regulation, choices, cut-off day; then each number."""
    number = f"（{law.profile.document}）" if law.profile.document else ""
    return (
        ("填报单位", unit),
        ("报送期间", f"{bounds.title}：{day_text(bounds.first)}至{day_text(bounds.last)}"),
        ("数据截至", f"{day_text(as_of)}（含当日）"),
        ("依据的规范", f"《{law.profile.title}》{number}，{day_text(law.profile.since)}起施行"),
        *_counting(law, facts),
        *_sources(state, facts),
        *_choices(law),
    )


def _choices(law: Law) -> tuple[Note, ...]:
    rows = []
    for parameter in law.profile.parameters:
        chosen = law.choice(parameter.name)
        if chosen is not None:
            who = "，".join(word for word in (chosen.body, chosen.document) if word)
            rows.append(
                (
                    "解释",
                    f"{parameter.name} 取“{chosen.value}”，{day_text(chosen.since)}起{f'（{who}）' if who else ''}",
                )
            )
        elif parameter.choice:
            value = law.value(parameter.name)
            rows.append(("选择", f"{parameter.name} 取“{_spoken(value)}”（{parameter.article}）：{parameter.reason}"))
    return tuple(rows)


def _counting(law: Law, facts: tuple[Attended, ...]) -> tuple[Note, ...]:
    yearly = "、".join(situation.name for situation in yearly_situations(law))
    late = len({one.id for one in facts if one.late})
    return (
        ("次", "已经进行、至少一名对象到场的约谈，一次计1次；集体谈话不论几人到场都计1次。"),
        ("人次", "各次约谈到场的对象数之和；缺席的不计，另行约谈后再计。"),
        ("个别、集体", "按谈话方式分开的次数，两者之和等于次。"),
        ("单位", ("对象在约谈当日所在的单位；一次集体谈话的对象分属几个单位的，在各单位各计1次，小计、合计只计1次，"
         "所以各单位之和可以大于合计。")),
        ("应谈", f"本年度应进行{yearly}的干部人数，免谈的和只作提示的不计；调动的干部只计1人，列在最后任职的单位。"),
        ("已谈", "应谈的干部中，本年度到数据截至日已由有权的人谈过、本人到场的人数。"),
        ("覆盖率", "已谈除以应谈。"),
        ("补报", f"上一期报送以后至该期末进行、没有列入该期的约谈，列入本期并注明，本期{late}次；各期之和即全年。"),
        ("未约谈名单", "本年度应约谈而尚未谈到的干部；剩余天数为负的已经逾期。"),
        (
            "整改跟踪",
            "本期各次约谈应报的后续文书，以及以前各期到本期开始时未了结的；截至日以后的不计，多轮的以最后一轮为准。",
        ),
        ("程序检查", "软件逐条对照规范的结果；已确认的（例外、免谈）另计，不计入错误和警告。"),
    )  # fmt: skip


def _sources(state: State, facts: tuple[Attended, ...]) -> tuple[Note, ...]:
    units = {one.source for one in facts if one.source}
    taken = len({one.id for one in facts if not one.source and one.day < state.office.since})
    lines = []
    if units:
        lines.append(("来源", f"含{len(units)}个单位报来的约谈，见“来源单位”一列；与本单位记录编号相同的只计1次。"))
    if taken:
        lines.append(("来源", f"含{taken}次启用以前的约谈（自台账接收，只查结构）。"))
    return tuple(lines)


def _spoken(value: object) -> str:
    return {True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool) else str(value)
