"""约谈情况简报: one page for whoever signs: the figures, the red list, the decisions that are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.coverage.people import ONLY_A_HINT
from yuetan.views.official_text import day_text
from yuetan.views.papers import fields
from yuetan.views.papers.figures import SAMPLE, FigureRow, figure_rows
from yuetan.views.report.city import RED
from yuetan.views.report.figures import coverage_words, number, percent
from yuetan.views.report.follow_ups import OVERDUE, UNANSWERED
from yuetan.views.report.summary import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.views.papers.order import OfPeriod, PaperOrder
    from yuetan.views.report.rows import ReportRows

NAME = "约谈情况简报"
MOST_RED, MOST_NAMED = 5, 3
"""Lines of the red list, and names in a line: the brief is one page."""
_NO_RED = "没有覆盖率落后于时间进度的单位。"
_OUTLINE = "2026年上半年共约谈119次、131人次，年度应谈114人，已谈70人，覆盖率61.4%。"


class RedRow(fields.View):
    """A unit that is behind."""

    unit: str = fields.text("单位", "单位")
    state: str = fields.text("情况", "已谈几人、应谈几人、覆盖率")


class DecisionRow(fields.View):
    """Something that somebody has to decide."""

    number: str = fields.text("序号", "第几项")
    text: str = fields.text("内容", "需要决定什么")


_RED = (RedRow("市示例局", "应谈8人，已谈1人，覆盖率12.5%"),)
_DECISIONS = (
    DecisionRow("1", "2份整改落实情况报告逾期未报，是否督办。"),
    DecisionRow("2", "3个单位没有报送，是否通报。"),
)


class BriefView(fields.View):
    """What the brief says."""

    title: str = fields.text("标题", "文书的标题", "2026年上半年廉政约谈情况简报")
    outline: str = fields.text("概况", "本期几次、几人次，年度覆盖多少，一句话", _OUTLINE)
    figures: tuple[FigureRow, ...] = fields.rows(
        "数据们", "各情形和合计，每行有 情形、次、人次、上期次、上年次", FigureRow, SAMPLE
    )
    red_heading: str = fields.text(
        "红榜", "要在前面说明红色名单的话，如 覆盖落后的单位",
        "覆盖率落后于时间进度的单位（共12个，列出5个）：", least=_NO_RED,
    )  # fmt: skip
    red: tuple[RedRow, ...] = fields.rows(
        "红灯们", "覆盖率落后于时间进度的单位，每个有 单位、情况", RedRow, _RED, least=()
    )
    decisions: tuple[DecisionRow, ...] = fields.rows(
        "事项们", "需要决定的事项，每项有 序号、内容", DecisionRow, _DECISIONS, least=()
    )
    unit: str = fields.text("署名", "制作简报的单位", "市纪委监委")
    day: str = fields.text("日期", "数据截至的日期", "2026年6月24日")


def order(source: OfPeriod) -> PaperOrder:
    """The brief of a period."""
    return source.order(NAME, brief_view(source.rows))


def brief_view(rows: ReportRows) -> BriefView:
    """The brief of a period's report."""
    red, count, name = _red(rows), rows.total.all, rows.comparison.names[0]
    return BriefView(
        title=f"{name}廉政约谈情况简报",
        outline=f"{name}共约谈{count.interviews}次、{count.attendances}人次，{coverage_words(rows)}。",
        figures=figure_rows(rows),
        red_heading=_red_heading(len(red)),
        red=red[:MOST_RED],
        decisions=tuple(DecisionRow(str(i), text) for i, text in enumerate(decisions(rows), start=1)),
        unit=rows.unit,
        day=day_text(rows.as_of),
    )


def decisions(rows: ReportRows) -> Iterator[str]:
    """What somebody has to decide, each a sentence."""
    for names, question in _questions(rows):
        if names:
            yield f"{len(names)}{question}：{_named(names)}。"
    errors = sum(number(row[3]) for row in rows.articles.rows) if rows.articles is not None else 0
    if errors:
        yield f"程序检查有{errors}处错误尚未确认或改正，如何处理。"


def _questions(rows: ReportRows) -> Iterator[tuple[list[str], str]]:
    """Whom or what each decision is about, and what is asked."""
    yield _in_state(rows, OVERDUE), "份后续文书逾期未报，是否督办"
    yield _in_state(rows, UNANSWERED), "份评价不合格，追究责任的方式"
    yield _missing(rows), "个单位没有按期报送，是否通报"
    owed = [(row, row[6]) for row in rows.owed.rows]
    dated = [(row, days) for row, days in owed if isinstance(days, int)]
    late = [str(row[2]) for row, days in dated if days < 0 and ONLY_A_HINT not in str(row[7])]
    yield late, "人本年度的约谈已经逾期，是否督办"
    yield [str(row[2]) for row, days in dated if days >= 0 and not row[4]], "人没有有权约谈的人，由谁约谈"


def _in_state(rows: ReportRows, state: str) -> list[str]:
    return [str(row[3]) for row in rows.follow_ups.rows if row[14] == state]


def _missing(rows: ReportRows) -> list[str]:
    return [str(row[0]) for row in rows.received.rows if row[7] == "未报"] if rows.received is not None else []


def _red(rows: ReportRows) -> tuple[RedRow, ...]:
    from yuetan.views.report.city import light

    units = ((row.share, row.label, row) for row in rows.summary if row.level == UNIT and row.share is not None)
    behind = sorted((one for one in units if light(one[0], rows.pace) == RED), key=lambda one: one[:2])
    return tuple(
        RedRow(label, f"应谈{row.owed}人，已谈{row.done}人，覆盖率{percent(share)}") for share, label, row in behind
    )


def _red_heading(count: int) -> str:
    if not count:
        return _NO_RED
    listed = f"（共{count}个，列出{MOST_RED}个）" if count > MOST_RED else f"（{count}个）"
    return f"覆盖率落后于时间进度的单位{listed}："


def _named(names: list[str]) -> str:
    found = list(dict.fromkeys(names))
    return "、".join(found[:MOST_NAMED]) + ("等" if len(found) > MOST_NAMED else "")
