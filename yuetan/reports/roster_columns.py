"""The columns of a 名册: what offices call them, and the rows below them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from yuetan.actions.roster.sheet import UNIT_COLUMNS, Line, Lines, Problem
from yuetan.reports.roster_cells import blank, read_cell, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.reports.table import Cell, Sheet

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "编号": ("人员编号", "工号", "干部编号", "人员编码", "干部编码"),
    "姓名": ("名字", "干部姓名", "人员姓名"),
    "单位编码": ("单位编号", "单位代码", "部门编码", "机构编码"),
    "单位": ("工作单位", "所在单位", "单位名称", "部门", "现工作单位"),
    "类别": ("单位类别", "单位类型", "单位性质"),
    "所属县区": ("县区", "所在县区"),
    "分管领导": ("分管市领导", "分管领导编号", "分管"),
    "职务": ("行政职务", "现任职务", "工作职务", "现职务", "单位及职务"),
    "党内职务": ("党组职务", "党委职务", "党内任职"),
    "角色": ("班子角色", "领导角色", "干部类别", "岗位类别"),
    "职级": ("级别", "职务级别", "行政级别", "干部级别"),
    "管理": ("管理权限", "干部管理权限", "管理类别", "管理机关"),
    "任职": ("任职时间", "任职日期", "任现职时间", "任职年月", "任现职日期"),
    "免职": ("免职时间", "免职日期", "离任时间", "离任日期", "离职时间"),
    "变动": ("变动类型", "任职方式", "任职类型"),
    "重要岗位": ("重要领导岗位", "是否重要岗位", "是否重要领导岗位"),
    "主持工作自": ("主持工作", "主持工作起", "主持工作时间"),
    "主持工作至": ("主持工作止",),
}
"""Our name of a column, and what else it is called in the 名册 that offices keep."""

IGNORED = ("序号", "备注", "性别", "民族", "出生年月", "出生日期", "学历", "籍贯")
_HEADER_WITHIN = 15
_FOOTERS = ("合计", "总计", "小计", "共计", "注：", "注:", "备注", "说明：", "填表人", "制表人", "填报人")
_FOOTER_CELLS = 2
"""A row of a number and a remark at most, without a person, is no person's row."""


def read_lines(sheet: Sheet) -> Lines | None:
    """The rows of a sheet under our column names; None where no row of it is a heading with 姓名."""
    headed = _heading(sheet)
    if headed is None:
        return None
    at, names = headed
    number, titles = sheet.rows[at]
    problems = list(_doubled(sheet, number, names, titles))
    remarks = list(_unused(sheet, number, names, titles))
    rows: list[Line] = []
    above: dict[str, Any] = {}
    for row, cells in sheet.rows[at + 1 :]:
        texts = {names[i]: cell for i, cell in enumerate(cells) if i in names and not blank(cell)}
        if _is_footer(texts, cells) or {i: name_of(c) for i, c in enumerate(cells) if i in names} == names:
            continue
        values, wrong, odd = _values(sheet, row, texts, {n: words(titles[i]) for i, n in names.items()})
        problems += wrong
        remarks += odd
        if not (values.get("单位") or values.get("单位编码")):
            values = {**above, **values}
        above = {name: values[name] for name in UNIT_COLUMNS if name in values}
        if not wrong:
            rows.append(Line(sheet.name, row, values))
    return Lines(tuple(rows), tuple(problems), tuple(remarks))


def name_of(title: Cell) -> str | None:
    """Our name of a column by its heading, spaces, brackets and width apart."""
    text = re.sub(r"\s+|[（(].*?[)）]", "", unicodedata.normalize("NFKC", str(title or "")))
    return next((name for name, others in SYNONYMS.items() if text == name or text in others), None)


def _heading(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    best: tuple[int, dict[int, str]] | None = None
    for at, (_, cells) in enumerate(sheet.rows[:_HEADER_WITHIN]):
        names = {i: name for i, cell in enumerate(cells) if isinstance(cell, str) and (name := name_of(cell))}
        if "姓名" in names.values() and len(names) > 1 and (best is None or len(names) > len(best[1])):
            best = (at, names)
    return best


def _doubled(sheet: Sheet, row: int, names: dict[int, str], titles: tuple[Cell, ...]) -> list[Problem]:
    seen: dict[str, int] = {}
    found = []
    for index, name in names.items():
        if name in seen:
            first = words(titles[seen[name]])
            found.append(
                Problem(sheet.name, row, words(titles[index]), "", f"与“{first}”列重复，都当作“{name}”，请删去一列")
            )
        seen.setdefault(name, index)
    return found


def _unused(sheet: Sheet, row: int, names: dict[int, str], titles: tuple[Cell, ...]) -> list[Problem]:
    left = [words(t) for i, t in enumerate(titles) if i not in names and not blank(t)]
    return [Problem(sheet.name, row, title, "", "没有用到这一列") for title in left if title not in IGNORED]


def _is_footer(texts: Mapping[str, Cell], cells: tuple[Cell, ...]) -> bool:
    filled = [words(cell) for cell in cells if not blank(cell)]
    named = any(name in texts for name in ("姓名", "编号", "职务"))
    return not texts or filled[0].startswith(_FOOTERS) or (not named and len(filled) <= _FOOTER_CELLS)


def _values(
    sheet: Sheet, row: int, texts: Mapping[str, Cell], titles: Mapping[str, str]
) -> tuple[dict[str, Any], list[Problem], list[Problem]]:
    values: dict[str, Any] = {}
    wrong: list[Problem] = []
    odd: list[Problem] = []
    for name, cell in texts.items():
        try:
            value, remark = read_cell(name, cell)
        except ValueError as error:
            wrong.append(Problem(sheet.name, row, titles[name], words(cell), str(error)))
            continue
        if remark:
            odd.append(Problem(sheet.name, row, titles[name], words(cell), remark))
        if value is not None:
            values[name] = value
    return values, wrong, odd
