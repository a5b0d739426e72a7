"""约谈工作情况报告: the narrative beside the workbook, its figures filled in, the office's own paragraphs left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.official_text import day_text
from yuetan.views.papers import fields
from yuetan.views.papers.figures import LEAST, SAMPLE, FigureRow, figure_rows
from yuetan.views.report.compare import INTERVIEWS
from yuetan.views.report.figures import compared_words, coverage_words, number
from yuetan.views.report.follow_ups import HANDED_IN, OVERDUE, RETURNED, SETTLED, UNANSWERED, WAITING
from yuetan.views.table import TOTAL

if TYPE_CHECKING:
    from yuetan.views.papers.order import OfPeriod, PaperOrder
    from yuetan.views.report.rows import ReportRows

NAME = "约谈工作情况报告"
NOTHING = "没有发现不符合规定的情况。"
_NO_FOLLOW_UP, _NO_CHANGE = "没有应报的后续文书。", "没有补报和更正。"
_COMPARED = "比2025年下半年（110次）增加9次，上升8.2%；比2025年上半年（104次）增加15次，上升14.4%"
_CHECKED = "发现不符合规定5处，其中第五条1处、第六条4处；另有2处已经确认。"


class NarrativeView(fields.View):
    """What the narrative says before the office writes its own paragraphs."""

    title: str = fields.text("标题", "文书的标题", "关于2026年上半年廉政约谈工作情况的报告")
    number: str = fields.text("文号", "文号，可空，由办公室编", "示纪报〔2026〕6号", optional=True)
    addressee: str = fields.text("收件", "主送机关", "市纪委监委")
    basis: str = fields.text("依据", "依据的规范和条款", "《示例办法》第七条第（四）项")
    period: str = fields.text("期间", "报告的期间，如 2026年上半年", "2026年上半年")
    as_of: str = fields.text("截至", "数据截至的日期", "2026年6月24日")
    total: str = fields.text("总体", "次、人次、个别和集体", "共约谈119次、131人次，其中个别谈话112次、集体谈话7次")
    compared: str = fields.text("比较", "与上一期、上年同期比较", _COMPARED)
    coverage: str = fields.text("覆盖", "年度应谈、已谈、覆盖率", "年度应谈114人，已谈70人，覆盖率61.4%")
    figures: tuple[FigureRow, ...] = fields.rows(
        "数据们", "各情形和合计，每行有 情形、次、人次、上期次、上年次", FigureRow, SAMPLE, least=LEAST
    )
    follow_ups: str = fields.text(
        "整改", "后续文书的情况，一段话", "应报后续文书42份，已评价36份，逾期未报2份。", least=_NO_FOLLOW_UP
    )
    changes: str = fields.text(
        "补报", "补报和更正的情况，一段话", "本期补报1次；已经报送的有2处更正。", least=_NO_CHANGE
    )
    checked: str = fields.text("检查", "程序检查的情况，一段话", _CHECKED, least=NOTHING)
    sender: str = fields.text("署名", "报告的单位", "市示例局")
    day: str = fields.text("日期", "报告的日期", "2026年6月26日")


def order(source: OfPeriod) -> PaperOrder:
    """The narrative of a period."""
    return source.order(NAME, narrative_view(source.rows, source.recipient, source.basis))


def narrative_view(rows: ReportRows, recipient: str, basis: str) -> NarrativeView:
    """The narrative of a period's report, to whom, and on which provision it stands."""
    name, count = rows.comparison.names[0], rows.total.all
    whole = next(row for row in rows.comparison.rows if (row.situation, row.measure) == (TOTAL, INTERVIEWS))
    return NarrativeView(
        title=f"关于{name}廉政约谈工作情况的报告",
        number="",
        addressee=recipient,
        basis=basis,
        period=name,
        as_of=day_text(rows.as_of),
        total=f"共约谈{count.interviews}次、{count.attendances}人次，其中个别谈话{count.individual}次、"
        f"集体谈话{count.collective}次",
        compared=compared_words(rows, whole),
        coverage=coverage_words(rows),
        figures=figure_rows(rows),
        follow_ups=_follow_ups(rows),
        changes=_changes(rows),
        checked=_checked(rows),
        sender=rows.unit,
        day=day_text(rows.as_of),
    )


def _follow_ups(rows: ReportRows) -> str:
    states = [row[14] for row in rows.follow_ups.rows]
    if not states:
        return _NO_FOLLOW_UP
    named = (
        ("已评价", SETTLED), ("已报、待评价", HANDED_IN), ("已退回、待重报", RETURNED), ("未到期", WAITING),
        ("逾期未报", OVERDUE),
        ("评价不合格、待追责", UNANSWERED),
    )  # fmt: skip
    parts = [f"{words}{states.count(state)}份" for words, state in named if state in states]
    late = sum(number(row[10]) > 0 for row in rows.follow_ups.rows)
    end = f"；全部文书中超过期限的{late}份" if late else ""
    return f"应报后续文书{len(states)}份：{'，'.join(parts)}{end}。"


def _changes(rows: ReportRows) -> str:
    late, amended = len({row[0] for row in rows.late.rows}), len(rows.amended.rows)
    parts = [f"本期补报{late}次"] if late else []
    parts += [f"已经报送的有{amended}处更正"] if amended else []
    return f"{'；'.join(parts)}。" if parts else _NO_CHANGE


def _checked(rows: ReportRows) -> str:
    if rows.articles is None:
        return "未作程序检查。"
    articles: dict[str, int] = {}
    for row in rows.articles.rows:
        articles[str(row[0])] = articles.get(str(row[0]), 0) + number(row[3])
    wrong = {article: number for article, number in articles.items() if number}
    settled = sum(number(row[5]) for row in rows.articles.rows)
    end = f"另有{settled}处已经确认。" if settled else ""
    if not wrong:
        return NOTHING + end
    parts = "、".join(f"{article}{number}处" for article, number in wrong.items())
    return f"发现不符合规定{sum(wrong.values())}处，其中{parts}。{end}"
