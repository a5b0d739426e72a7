"""程序检查: what the rules found, by article, acknowledged breaches apart; titles only, so that nothing leaks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.paths import file_stem, kind_of
from yuetan.rules import RULES
from yuetan.views.table import YES, Row, column, row, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.finding import Finding
    from yuetan.views.report.facts import Attended
    from yuetan.views.table import Table

STRUCTURE = "记录本身"
_UNIT_KIND = "unit"
_TITLES = {rule.code: rule.title for rule in RULES}


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


@row
class ArticleRow(Row):
    """What one rule found: unacknowledged errors and warnings, and beside them what is acknowledged."""

    article: str = column("条款")
    code: str = column("规则")
    title: str = column("检查什么")
    errors: int = column("错误")
    warnings: int = column("警告")
    acknowledged: int = column("已确认（另计）")


@row
class PlaceRow(Row):
    """What one rule found in one record or file."""

    place: str = column("编号或文件")
    code: str = column("规则")
    title: str = column("检查什么")
    article: str = column("条款")
    level: str = column("程度")
    acknowledged: str = column("已确认")


def by_article(findings: tuple[Finding, ...]) -> Table:
    """A row an article and rule, in the order of the regulation; unacknowledged errors and warnings, then the rest."""
    order = {code: index for index, code in enumerate(_TITLES)}
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.provision or STRUCTURE, finding.code), []).append(finding)
    keys = sorted(groups, key=lambda key: (order.get(key[1], len(order)), key))
    return table_of(ArticleRow, (_article(*key, groups[key]) for key in keys))


def _article(article: str, code: str, findings: list[Finding]) -> ArticleRow:
    counts = Counter(None if one.acknowledged else one.level for one in findings)
    errors = counts[Level.ERROR]
    return ArticleRow(
        article=article,
        code=code,
        title=_TITLES.get(code, ""),
        errors=errors,
        warnings=counts.total() - errors - counts[None],
        acknowledged=counts[None],
    )


def by_place(findings: tuple[Finding, ...]) -> Table:
    """A row a record and rule, with the records' ids."""
    return table_of(PlaceRow, dict.fromkeys(map(_place, findings)))


def _place(finding: Finding) -> PlaceRow:
    return PlaceRow(
        place=file_stem(finding.file) if kind_of(finding.file) else finding.file,
        code=finding.code,
        title=_TITLES.get(finding.code, ""),
        article=finding.provision or STRUCTURE,
        level=finding.level.chinese,
        acknowledged=YES if finding.acknowledged else "",
    )
