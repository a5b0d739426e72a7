"""约谈情况简报: one page for whoever signs: the figures, the red list, the decisions that are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.views.coverage.people import ONLY_A_HINT
from yuetan.views.official_text import day_text
from yuetan.views.report.city import RED
from yuetan.views.report.figures import coverage_words, figures, number, percent
from yuetan.views.report.follow_ups import OVERDUE, UNANSWERED
from yuetan.views.report.summary import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.views.report.rows import ReportRows

MOST_RED, MOST_NAMED = 5, 3
"""Lines of the red list, and names in a line: the brief is one page."""
NOTHING = "无"

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "概况": "本期几次、几人次，年度覆盖多少，一句话",
    "数据们": "各情形和合计，每行有 情形、次、人次、上期次、上年次",
    "数据.情形": "约谈情形，或合计",
    "数据.次": "本期几次",
    "数据.人次": "本期几人次",
    "数据.上期次": "上一期几次",
    "数据.上年次": "上年同期几次",
    "红榜": "要在前面说明红色名单的话，如 覆盖落后的单位",
    "红灯们": "覆盖率落后于时间进度的单位，每个有 单位、情况",
    "红灯.单位": "单位",
    "红灯.情况": "已谈几人、应谈几人、覆盖率",
    "事项们": "需要决定的事项，每项有 序号、内容",
    "事项.序号": "第几项",
    "事项.内容": "需要决定什么",
    "署名": "制作简报的单位",
    "日期": "数据截至的日期",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "2026年上半年廉政约谈情况简报",
    "概况": "2026年上半年共约谈119次、131人次，年度应谈114人，已谈70人，覆盖率61.4%。",
    "数据们": [
        {"情形": "甲类约谈", "次": "63", "人次": "73", "上期次": "59", "上年次": "60"},
        {"情形": "合计", "次": "119", "人次": "131", "上期次": "110", "上年次": "104"},
    ],
    "红榜": "覆盖率落后于时间进度的单位（共12个，列出5个）：",
    "红灯们": [{"单位": "市示例局", "情况": "应谈8人，已谈1人，覆盖率12.5%"}],
    "事项们": [
        {"序号": "1", "内容": "2份整改落实情况报告逾期未报，是否督办。"},
        {"序号": "2", "内容": "3个单位没有报送，是否通报。"},
    ],
    "署名": "市纪委监委",
    "日期": "2026年6月24日",
}
"""A full view of invented figures, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {**SAMPLE, "红榜": "没有覆盖率落后于时间进度的单位。", "红灯们": [], "事项们": []}
"""The same with everything left out that may be missing."""


def brief_view(rows: ReportRows) -> Mapping[str, Any]:
    """The brief of a period's report."""
    red = _red(rows)
    return {
        "标题": f"{rows.comparison.names[0]}廉政约谈情况简报",
        "概况": f"{rows.comparison.names[0]}共约谈{rows.total.all.interviews}次、{rows.total.all.attendances}人次，"
        f"{coverage_words(rows)}。",
        "数据们": figures(rows),
        "红榜": _red_words(len(red)),
        "红灯们": [{"单位": unit, "情况": words} for unit, words in red[:MOST_RED]],
        "事项们": [{"序号": str(i), "内容": text} for i, text in enumerate(decisions(rows), start=1)],
        "署名": rows.unit,
        "日期": day_text(rows.as_of),
    }


def decisions(rows: ReportRows) -> Iterator[str]:
    """What somebody has to decide, each a sentence."""
    for status, words in ((OVERDUE, "份后续文书逾期未报，是否督办"), (UNANSWERED, "份评价不合格，追究责任的方式")):
        late = [row for row in rows.follow_ups.rows if row[14] == status]
        if late:
            yield f"{len(late)}{words}：{_named(str(row[3]) for row in late)}。"
    missing = [row for row in rows.received.rows if row[7] == "未报"] if rows.received is not None else []
    if missing:
        yield f"{len(missing)}个单位没有按期报送，是否通报：{_named(str(row[0]) for row in missing)}。"
    firm = [row for row in rows.owed.rows if ONLY_A_HINT not in str(row[7])]
    overdue = [row for row in firm if isinstance(row[6], int) and row[6] < 0]
    if overdue:
        yield f"{len(overdue)}人本年度的约谈已经逾期，是否督办：{_named(str(row[2]) for row in overdue)}。"
    nobody = [row for row in rows.owed.rows if not row[4] and isinstance(row[6], int) and row[6] >= 0]
    if nobody:
        yield f"{len(nobody)}人没有有权约谈的人，由谁约谈：{_named(str(row[2]) for row in nobody)}。"
    errors = sum(number(row[3]) for row in rows.articles.rows) if rows.articles is not None else 0
    if errors:
        yield f"程序检查有{errors}处错误尚未确认或改正，如何处理。"


def _red(rows: ReportRows) -> list[tuple[str, str]]:
    from yuetan.views.report.city import light

    units = [row for row in rows.summary if row.level == UNIT and row.share is not None]
    behind = sorted((r for r in units if light(r.share or 0, rows.pace) == RED), key=lambda r: (r.share or 0, r.label))
    return [(row.label, f"应谈{row.owed}人，已谈{row.done}人，覆盖率{percent(row.share)}") for row in behind]


def _red_words(count: int) -> str:
    if not count:
        return "没有覆盖率落后于时间进度的单位。"
    shown = f"（共{count}个，列出{MOST_RED}个）" if count > MOST_RED else f"（{count}个）"
    return f"覆盖率落后于时间进度的单位{shown}："


def _named(names: Iterator[str]) -> str:
    found = list(dict.fromkeys(names))
    return "、".join(found[:MOST_NAMED]) + ("等" if len(found) > MOST_NAMED else "")
