"""程序检查: what the rules found, by article, acknowledged breaches apart; titles only, so that nothing leaks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.paths import file_stem, kind_of
from yuetan.rules import RULES
from yuetan.views.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.finding import Finding
    from yuetan.views.report.facts import Attended

ARTICLE_HEADINGS = ("条款", "规则", "检查什么", "错误", "警告", "已确认（另计）")
PLACE_HEADINGS = ("编号或文件", "规则", "检查什么", "条款", "程度", "已确认")
STRUCTURE = "记录本身"
_UNIT_KIND = "unit"


def relevant(findings: Iterable[Finding], facts: tuple[Attended, ...], unit: str | None = None) -> tuple[Finding, ...]:
    """Those of the report's interviews and, of one unit, its file; without `unit` all that is no interview's too."""
    files = {one.file for one in facts if one.file}
    kept = []
    for finding in findings:
        kind = kind_of(finding.file)
        own = unit is None if kind != _UNIT_KIND else unit is None or file_stem(finding.file) == unit
        if finding.file in files or (kind != "interview" and own):
            kept.append(finding)
    return tuple(kept)


def by_article(findings: tuple[Finding, ...]) -> Table:
    """A row an article and rule, in the order of the regulation; unacknowledged errors and warnings, then the rest."""
    titles = {rule.code: rule.title for rule in RULES}
    order = {code: index for index, code in enumerate(titles)}
    counts: dict[tuple[str, str], Counter[str]] = {}
    for finding in findings:
        key = (finding.provision or STRUCTURE, finding.code)
        counts.setdefault(key, Counter())[_sort(finding)] += 1
    keys = sorted(counts, key=lambda key: (order.get(key[1], len(order)), key))
    return Table(ARTICLE_HEADINGS, tuple(
        (article, code, titles.get(code, ""), *(counts[article, code][sort] for sort in ARTICLE_HEADINGS[3:]))
        for article, code in keys
    ))  # fmt: skip


def by_place(findings: tuple[Finding, ...]) -> Table:
    """A row a record and rule, with the records' ids."""
    titles = {rule.code: rule.title for rule in RULES}
    rows = dict.fromkeys(
        (
            file_stem(finding.file) if kind_of(finding.file) else finding.file, finding.code,
            titles.get(finding.code, ""), finding.provision or STRUCTURE, finding.level.chinese,
            "是" if finding.acknowledged else "",
        )
        for finding in findings
    )  # fmt: skip
    return Table(PLACE_HEADINGS, tuple(rows))


def _sort(finding: Finding) -> str:
    if finding.acknowledged:
        return ARTICLE_HEADINGS[5]
    return ARTICLE_HEADINGS[3] if finding.level is Level.ERROR else ARTICLE_HEADINGS[4]
