"""A small fictional archive as values, and files of rows for it."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

from openpyxl import Workbook

from yuetan.actions.roster import import_
from yuetan.model import Office, Roster, State, Stored, Unit, build
from yuetan.reports.roster import read_roster

TODAY = date(2026, 6, 30)
HEADINGS = ("编号", "姓名", "单位", "职务", "角色", "管理", "任职")


def post(person: str, name: str, title: str, role: str = "班子成员", **more: Any) -> dict[str, Any]:
    return {"编号": person, "姓名": name, "职务": title, "角色": role, "管理": "市管", "任职": date(2023, 5, 1), **more}


FGW = {
    "编码": "FGW",
    "沿革": [{"自": date(2015, 2, 4), "名称": "市发展和改革委员会", "类别": "市委办局"}],
    "干部": [
        post("FGW-001", "王己卯", "主任", "主要负责人"),
        post("FGW-002", "冯庚辰", "副主任"),
        post("FGW-003", "陈旧人", "副主任", 免职=date(2025, 1, 1)),
    ],
}
CZJ = {
    "编码": "CZJ",
    "沿革": [{"自": date(2015, 2, 4), "名称": "市财政局", "类别": "市委办局"}],
    "干部": [post("CZJ-001", "褚壬午", "局长", "主要负责人")],
}


def state(*units: dict[str, Any]) -> State:
    office, violations = build(
        Office,
        {
            "单位": "FGW",
            "角色": "报送",
            "启用": date(2026, 1, 1),
            "规范": [{"自": date(2015, 2, 4), "规范": "lianyungang-2015"}],
        },
    )
    assert office is not None
    assert violations == ()
    stored = []
    for value in units or (CZJ, FGW):
        unit, found = build(Unit, value)
        assert found == ()
        stored.append(Stored(f"records/units/{value['编码']}.yaml", value, unit))
    return State(office, Roster(tuple(s.record for s in stored if s.record)), tuple(stored))


def csv_file(*rows: tuple[Any, ...], encoding: str = "utf-8-sig") -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode(encoding)


def xlsx_file(*rows: tuple[Any, ...], sheet: str = "名册") -> bytes:
    book = Workbook()
    made = book.worksheets[0]
    made.title = sheet
    for row in rows:
        made.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


WHOLE = (
    HEADINGS,
    ("FGW-001", "王己卯", "市发展和改革委员会", "主任", "主要负责人", "市管", "2023.5.1"),
    ("FGW-002", "冯庚辰", "市发展和改革委员会", "副主任", "班子成员", "市管", "2023年5月1日"),
    ("CZJ-001", "褚壬午", "市财政局", "局长", "主要负责人", "市管", "20230501"),
)


def import_roster(data: bytes, name: str, archive: State, today: date) -> import_.RosterImport:
    """The file read, and judged against the archive: what `roster import` does at the desk."""
    return import_.import_roster(read_roster(data, name), archive, today)
