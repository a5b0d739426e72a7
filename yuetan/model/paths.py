"""Where each record lives: the one place that knows a path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

OFFICE = "yuetan.yaml"
UNITS = "records/units/"
INTERVIEWS = "records/interviews/"
PLANS = "records/plans/"
REPORTS = "records/reports/"
RECEIVED = "records/received/"
REGULATIONS = "schemas/regulations/"
CALENDAR = "schemas/calendar/"
TEMPLATES = "templates/"
OUT = "out/"

INTERVIEW_HEADER = "# yaml-language-server: $schema=../../../../schemas/interview.schema.json"
UNIT_HEADER = "# yaml-language-server: $schema=../../schemas/unit.schema.json"
OFFICE_HEADER = "# yaml-language-server: $schema=schemas/office.schema.json"
"""The first line of a record, by which an editor finds the schema."""


def interview_path(record_id: str, drafted: date) -> str:
    """``records/interviews/2026/03/JS-202603-7K3FQ.yaml``."""
    return f"{INTERVIEWS}{drafted:%Y}/{drafted:%m}/{record_id}.yaml"


def unit_path(code: str) -> str:
    """``records/units/FGW.yaml``."""
    return f"{UNITS}{code}.yaml"


def report_path(period: str) -> str:
    """``records/reports/2026H1.yaml``."""
    return f"{REPORTS}{period}.yaml"


def received_path(period: str, unit: str) -> str:
    """``records/received/2026H1/FGW.yaml``."""
    return f"{RECEIVED}{period}/{unit}.yaml"


def kind_of(path: str) -> str | None:
    """Which record kind a path holds: office, unit, interview, plan, report, received; None for anything else."""
    if path == OFFICE:
        return "office"
    for folder, kind in (
        (UNITS, "unit"),
        (INTERVIEWS, "interview"),
        (PLANS, "plan"),
        (REPORTS, "report"),
        (RECEIVED, "received"),
    ):
        if path.startswith(folder) and path.endswith(".yaml"):
            return kind
    return None


def file_stem(path: str) -> str:
    """The file's name without folder and ending."""
    return re.sub(r"\.yaml$", "", path.rsplit("/", 1)[-1])
