"""A 名册 out of a file: the rows of every sheet whose heading can be told."""

from __future__ import annotations

from yuetan.actions.roster.sheet import Lines
from yuetan.errors import BadInputError
from yuetan.reports.roster_columns import read_lines
from yuetan.reports.table import read_table


def read_roster(data: bytes, name: str) -> Lines:
    """The rows of a 名册 (.xlsx or .csv; `name` is the file's name), with what could not be taken.

    Raises BadInputError where the file is no table, or no sheet of it has a heading with 姓名.
    """
    read = [lines for sheet in read_table(data, name) if (lines := read_lines(sheet)) is not None]
    if not read:
        raise BadInputError(
            f"{name} 里没有找到名册的表头", hint="表头至少要有“姓名”和“单位”“职务”“任职时间”等列，写在前 15 行之内"
        )
    return Lines(
        tuple(row for lines in read for row in lines.rows),
        tuple(problem for lines in read for problem in lines.problems),
        tuple(remark for lines in read for remark in lines.remarks),
    )
