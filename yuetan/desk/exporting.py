"""Lists at the desk: which there are, and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.views.listing import Filter
    from yuetan.views.table import Table


def list_named(word: str) -> str:
    """The list by its Chinese or English word; BadInputError for another."""
    from yuetan.views.lists import CODES

    found = next((name for code, name in CODES.items() if word.strip().casefold() in (code, name)), None)
    if found is None:
        known = "、".join(f"{name}（{code}）" for code, name in CODES.items())
        raise BadInputError(f"没有名为“{word}”的名单", hint=f"可用：{known}")
    return found


def exported(desk: Desk, name: str, wanted: Filter, *, plain: bool) -> tuple[Table, bytes]:
    """The list and its file: .csv where `plain`. BadInputError where a filter can fit nothing."""
    from yuetan.desk.planning import made, office_name
    from yuetan.desk.reporting import unit_code
    from yuetan.reports.export import as_csv, as_xlsx
    from yuetan.reports.workbook_style import shown
    from yuetan.views.listing import filter_fault
    from yuetan.views.lists import listed

    fault = filter_fault(desk.laws, wanted, desk.today)
    if fault is not None:
        raise BadInputError(fault, hint="用 yuetan export --help 查看可以怎样筛选")
    if wanted.unit is not None:
        unit_code(desk, wanted.unit)
    table = listed(name, desk.state, desk.laws, wanted, desk.today)
    if plain:
        return table, as_csv(table)
    note = f"数据截至：{shown(desk.today)}　　共{len(table.rows)}行"
    return table, as_xlsx(name, f"{office_name(desk)}{name}", note, table, made(desk))
