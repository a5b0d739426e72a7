"""Lists at the desk: which there are, and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.desk.load import Desk
    from yuetan.views.exports import ExportList
    from yuetan.views.interviews.filter import Filter
    from yuetan.views.table import Table


def list_named(word: str, others: Mapping[str, str]) -> ExportList:
    """The list by its Chinese or English word; BadInputError for another, which also proposes the `others`."""
    from yuetan.views.exports import ExportList

    found = next((one for one in ExportList if word.strip().casefold() in (one.code, one.value)), None)
    if found is None:
        names = {one.code: one.value for one in ExportList} | dict(others)
        known = "、".join(f"{name}（{code}）" for code, name in names.items())
        raise BadInputError(f"没有名为“{word}”的名单", hint=f"可用：{known}")
    return found


def check_filter(desk: Desk, wanted: Filter) -> None:
    """BadInputError where a filter can fit nothing."""
    from yuetan.desk.reporting import unit_code
    from yuetan.views.interviews.filter import filter_fault

    fault = filter_fault(desk.laws, wanted, desk.today)
    if fault is not None:
        raise BadInputError(fault, hint="用 yuetan export --help 查看可以怎样筛选")
    if wanted.unit is not None:
        unit_code(desk, wanted.unit)


def export(desk: Desk, name: ExportList, wanted: Filter, *, plain: bool) -> tuple[Table, bytes]:
    """The list and its file: .csv where `plain`. BadInputError where a filter can fit nothing."""
    from yuetan.views.exports import Asked, list_table

    check_filter(desk, wanted)
    table = list_table(name, Asked(desk.state, desk.laws, wanted, desk.today))
    return table, file_of(desk, name, table, plain=plain)


def file_of(desk: Desk, name: str, table: Table, remark: str = "", *, plain: bool) -> bytes:
    """The table as .csv where `plain`, else as a workbook with its title and the `remark` beside the day."""
    from yuetan.desk.office import commit_time, office_text
    from yuetan.reports.export import list_csv, list_xlsx
    from yuetan.reports.workbook_style import display_text

    if plain:
        return list_csv(table)
    note = "　　".join(
        part for part in (f"数据截至：{display_text(desk.today)}", f"共{len(table.rows)}行", remark) if part
    )
    return list_xlsx(name, f"{office_text(desk)}{name}", note, table, commit_time(desk))
