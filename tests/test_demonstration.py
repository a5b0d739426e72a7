"""The demonstration archive: what the script makes is what is committed, and it breaches exactly what it says."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.demonstration.make import files, laws
from yuetan.codec import read
from yuetan.model import RECORDS, Interview, Office, Roster, State, Stored, Unit, build
from yuetan.model.choices import UnitKind
from yuetan.model.life import Stage, stage
from yuetan.model.paths import kind_of
from yuetan.rules import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2026, 6, 24)
ROOT = Path(__file__).resolve().parent.parent


def _committed() -> dict[str, bytes]:
    found = sorted(path for path in (ROOT / "records").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (*found, ROOT / "yuetan.yaml")}


@cache
def _roster() -> Roster:
    units = (build(Unit, read(data).value)[0] for path, data in _committed().items() if "/units/" in path)
    return Roster(tuple(unit for unit in units if unit is not None))


def _interviews() -> Iterator[Interview]:
    for path, data in _committed().items():
        if path.startswith("records/interviews/"):
            record, violations = build(Interview, read(data).value)
            assert record is not None
            assert violations == (), path
            yield record


def test_the_committed_files_are_what_the_script_makes() -> None:
    made = files()
    committed = _committed()
    assert sorted(made) == sorted(committed)
    assert [path for path in made if made[path] != committed[path]] == []


def test_any_hash_seed_and_any_time_zone_give_the_same_bytes(tmp_path: Path) -> None:
    committed = _digest(_committed())
    for seed, zone in (("1", "Asia/Shanghai"), ("4242", "America/Los_Angeles")):
        folder = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-m", "tests.demonstration", str(folder)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        written = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        assert _digest(written) == committed


def _digest(found: dict[str, bytes]) -> str:
    total = hashlib.sha256()
    for path in sorted(found):
        total.update(path.encode() + b"\0" + found[path] + b"\0")
    return total.hexdigest()


def test_every_kind_of_unit_of_article_five_is_there() -> None:
    kinds = {era.kind for unit in _roster().units for era in unit.eras}
    assert kinds == set(UnitKind) - {"其他"}


def test_about_thirty_units_and_two_hundred_cadres() -> None:
    assert len(_roster().units) == 35
    assert len(_roster().people()) == 197
    assert len({_roster().name(person) for person in _roster().people()}) == 197


def test_all_four_situations_are_there_in_every_state_that_needs_no_approval() -> None:
    found = list(_interviews())
    assert {record.kind for record in found} == {"日常约谈", "任前约谈", "警示约谈", "回访约谈"}
    stages = {stage(record, follow_ups=("整改落实情况报告",) if record.kind == "警示约谈" else ()) for record in found}
    assert stages == set(Stage) - {Stage.APPROVED}
    assert any(record.amendments for record in found)
    assert any(subject.present is False for record in found for subject in record.subjects)
    assert any(len(record.subjects) > 1 for record in found)
    assert any(notice.way == "电话" and notice.number is None for record in found for notice in record.notices)
    assert any(person.delegation for record in found for person in record.interviewers)


def test_check_finds_what_docs_demo_explains_and_nothing_else() -> None:
    page = (ROOT / "docs" / "demo.md").read_text("utf-8")
    told = [line.split(" | ")[:3] for line in page.splitlines() if line.startswith("| records/")]
    office, _ = build(Office, read(_committed()["yuetan.yaml"]).value)
    assert office is not None
    stored: dict[str, list[Stored[Any]]] = {kind: [] for kind in RECORDS}
    for path, data in _committed().items():
        kind = kind_of(path)
        if kind is not None:
            value = read(data).value or {}
            stored[kind].append(Stored(path, value, *build(RECORDS[kind], value)))
    state = State(
        office, _roster(), *(tuple(stored[kind]) for kind in ("unit", "interview", "report", "received", "plan"))
    )
    found = judge(state, laws(), DAY)
    shown = [[f"| {f.file}", f.code, "已确认" if f.acknowledged else f.level.chinese] for f in found]
    assert shown == told
