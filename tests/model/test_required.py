"""Every required column of the field table: leaving its key out gives S2 at that place, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.actions.city import TODAY, laws_of
from tests.rules.lawful import archive
from yuetan.finding import Level
from yuetan.model import RECORDS, State, Stored, build
from yuetan.model.field import Column, columns
from yuetan.model.paths import PLANS, interview_path, received_path, report_path, unit_path
from yuetan.regulation.calendar import CalendarYear
from yuetan.regulation.profile import Profile
from yuetan.rules import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.finding import Path

TABLES: dict[str, type[Any]] = {**RECORDS, "regulation": Profile, "calendar": CalendarYear}
TEXTS = ("JS-202603-7K3FQ", "FGW-002", "JS", "2026H1", "03-01", "示纪约", "示纪约〔2026〕41号")
"""Texts among which every form that the table asks for has one."""
VALUES = {
    "integer": 2026, "boolean": True, "day": date(2026, 3, 2), "moment": datetime(2026, 3, 10, 9, 30), "any": 1,
    "texts": {"键": "值"}, "numbers": {"2026": 1},
}  # fmt: skip
FILES = {
    "interview": ("interviews", interview_path("JS-202603-7K3FQ", date(2026, 3, 2))),
    "unit": ("units", unit_path("FGW-002")),
    "report": ("reports", report_path("2026H1")),
    "received": ("received", received_path("2026H1", "FGW-002")),
    "plan": ("plans", f"{PLANS}2026.yaml"),
}
"""The files that the rules judge: where a record of the kind stands in the state, and under which path."""


def sample(column: Column) -> Any:
    """A value that the column takes."""
    one = _one(column)
    return [one] if column.shape.many else one


def _one(column: Column) -> Any:
    shape = column.shape
    if shape.record is not None:
        return whole(shape.record)
    if shape.choices:
        return str(shape.choices[0])
    if shape.kind == "text":
        return next(text for text in TEXTS if re.fullmatch(column.key.pattern or ".*", text))
    return VALUES[shape.kind]


def whole(record: type[Any]) -> dict[str, Any]:
    """The record's required keys alone."""
    return {column.key.name: sample(column) for column in columns(record) if column.key.required}


def required(record: type[Any], seen: tuple[type[Any], ...] = ()) -> Iterator[tuple[tuple[Column, ...], Column]]:
    """Each required column with the columns that lead to its record."""
    for column in columns(record):
        if column.key.required:
            yield (), column
        inner = column.shape.record
        if inner is not None and inner not in seen:
            yield from (((column, *above), found) for above, found in required(inner, (*seen, record)))


def without(record: type[Any], above: tuple[Column, ...], column: Column) -> tuple[dict[str, Any], Path]:
    """The smallest value that lacks this one key, and the place where it is missing."""
    value = whole(record)
    if not above:
        del value[column.key.name]
        return value, (column.key.name,)
    step = above[0]
    assert step.shape.record is not None
    inner, path = without(step.shape.record, above[1:], column)
    value[step.key.name] = [inner] if step.shape.many else inner
    return value, (step.key.name, *((0,) if step.shape.many else ()), *path)


PLACES = [
    pytest.param(kind, *without(record, above, column), id=f"{kind}-{'.'.join(c.key.name for c in (*above, column))}")
    for kind, record in TABLES.items()
    for above, column in required(record)
]


def judged(kind: str, stored: Stored[Any]) -> State:
    """An archive that holds the record, and nothing else of its kind."""
    return replace(archive(), **{FILES[kind][0]: (stored,)})


@pytest.mark.parametrize("kind", TABLES)
def test_the_required_keys_alone_are_enough(kind: str) -> None:
    record, violations = build(TABLES[kind], whole(TABLES[kind]))
    assert record is not None
    assert violations == ()


@pytest.mark.parametrize(("kind", "value", "place"), PLACES)
def test_a_required_key_left_out_is_named_at_its_place(
    kind: str, value: dict[str, Any], place: tuple[str | int]
) -> None:
    record, violations = build(TABLES[kind], value)
    assert [(v.path, v.kind) for v in violations] == [(place, "missing")]
    assert violations[0].message.startswith(f"缺少“{place[-1]}”")
    assert (record is None) == (len(place) == 1)
    if kind in FILES:
        stored = Stored(FILES[kind][1], value, record, violations)
        state = judged(kind, stored)
        found = [f for f in judge(state, laws_of(state), TODAY) if f.file == stored.file and f.code == "S2"]
        assert [(f.path, f.level) for f in found] == [(place, Level.ERROR)]
