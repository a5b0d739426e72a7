"""约谈工作情况报告: the narrative beside the workbook, its figures filled in, the office's own paragraphs left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.views.official_text import day_text
from yuetan.views.report.compare import ALL, INTERVIEWS
from yuetan.views.report.figures import compared_words, coverage_words, figures, number
from yuetan.views.report.follow_ups import HANDED_IN, OVERDUE, RETURNED, SETTLED, UNANSWERED, WAITING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.views.report.rows import ReportRows

NOTHING = "没有发现不符合规定的情况。"

VARIABLES: Mapping[str, str] = {
    "标题": "文书的标题",
    "文号": "文号，可空，由办公室编",
    "收件": "主送机关",
    "依据": "依据的规范和条款",
    "期间": "报告的期间，如 2026年上半年",
    "截至": "数据截至的日期",
    "总体": "次、人次、个别和集体",
    "比较": "与上一期、上年同期比较",
    "覆盖": "年度应谈、已谈、覆盖率",
    "数据们": "各情形和合计，每行有 情形、次、人次、上期次、上年次",
    "数据.情形": "约谈情形，或合计",
    "数据.次": "本期几次",
    "数据.人次": "本期几人次",
    "数据.上期次": "上一期几次",
    "数据.上年次": "上年同期几次",
    "整改": "后续文书的情况，一段话",
    "补报": "补报和更正的情况，一段话",
    "检查": "程序检查的情况，一段话",
    "署名": "报告的单位",
    "日期": "报告的日期",
}
"""Every variable that a template of this paper may use, and what it means."""

SAMPLE: Mapping[str, Any] = {
    "标题": "关于2026年上半年廉政约谈工作情况的报告",
    "文号": "示纪报〔2026〕6号",
    "收件": "市纪委监委",
    "依据": "《示例办法》第七条第（四）项",
    "期间": "2026年上半年",
    "截至": "2026年6月24日",
    "总体": "共约谈119次、131人次，其中个别谈话112次、集体谈话7次",
    "比较": "比2025年下半年（110次）增加9次，上升8.2%；比2025年上半年（104次）增加15次，上升14.4%",
    "覆盖": "年度应谈114人，已谈70人，覆盖率61.4%",
    "数据们": [
        {"情形": "甲类约谈", "次": "63", "人次": "73", "上期次": "59", "上年次": "60"},
        {"情形": "合计", "次": "119", "人次": "131", "上期次": "110", "上年次": "104"},
    ],
    "整改": "应报后续文书42份，已评价36份，逾期未报2份。",
    "补报": "本期补报1次；已经报送的有2处更正。",
    "检查": "发现不符合规定5处，其中第五条1处、第六条4处；另有2处已经确认。",
    "署名": "市示例局",
    "日期": "2026年6月26日",
}
"""A full view of invented figures, by which a template is tried."""

MINIMAL: Mapping[str, Any] = {
    **SAMPLE,
    "文号": "",
    "数据们": [{"情形": "合计", "次": "0", "人次": "0", "上期次": "0", "上年次": "0"}],
    "整改": "没有应报的后续文书。",
    "补报": "没有补报和更正。",
    "检查": NOTHING,
}
"""The same with everything left out that may be missing."""


def narrative_view(rows: ReportRows, recipient: str, basis: str) -> Mapping[str, Any]:
    """The narrative of a period's report, to whom, and on which provision it stands."""
    name, count = rows.comparison.names[0], rows.total.all
    whole = next(row for row in rows.comparison.rows if (row.situation, row.measure) == (ALL, INTERVIEWS))
    return {
        "标题": f"关于{name}廉政约谈工作情况的报告",
        "文号": "",
        "收件": recipient,
        "依据": basis,
        "期间": name,
        "截至": day_text(rows.as_of),
        "总体": f"共约谈{count.interviews}次、{count.attendances}人次，其中个别谈话{count.individual}次、"
        f"集体谈话{count.collective}次",
        "比较": compared_words(rows, whole),
        "覆盖": coverage_words(rows),
        "数据们": figures(rows),
        "整改": _follow_ups(rows),
        "补报": _changes(rows),
        "检查": _checked(rows),
        "署名": rows.unit,
        "日期": day_text(rows.as_of),
    }


def _follow_ups(rows: ReportRows) -> str:
    states = [row[14] for row in rows.follow_ups.rows]
    if not states:
        return "没有应报的后续文书。"
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
    return f"{'；'.join(parts)}。" if parts else "没有补报和更正。"


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
