"""Puts the demonstration archive together: every file as bytes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.demonstration import appointments, cautions, daily, follow_ups, received, stories
from tests.demonstration.clerk import Clerk
from tests.demonstration.life import run
from tests.demonstration.roster import units
from tests.demonstration.seeded import stream

if TYPE_CHECKING:
    from pathlib import Path

    from yuetan.regulation.law import Laws

_SCHEMA = "# yaml-language-server: $schema={}schemas/{}.schema.json"
_OFFICE: dict[str, Any] = {
    "单位": "JW",
    "角色": "汇总",
    "启用": date(2025, 1, 1),
    "规范": [{"自": date(2015, 2, 4), "规范": "lianyungang-2015"}],
    "文号": {"机关代字": "示纪约"},
    "联系": {"人": "示例市纪委监委党风政风监督室"},
}


def laws() -> Laws:
    """The shipped 办法 and calendar under which the demonstration office works."""
    from tests.profiles import shipped_profile
    from yuetan.model import Office, build
    from yuetan.regulation.calendar import Calendar
    from yuetan.regulation.law import Laws

    office, _ = build(Office, _OFFICE)
    assert office is not None
    profile = shipped_profile(office.regulations[0].name)
    return Laws({profile.name: profile}, office, Calendar())


def interviews() -> dict[str, dict[str, Any]]:
    """Every interview as path -> plain value."""
    ordinary = (
        *daily.cases(stream("daily")),
        *appointments.cases(stream("appointments")),
        *follow_ups.cases(stream("follow-ups")),
    )
    reserved = {*follow_ups.people(), *stories.people()}
    reserved |= {person for case in ordinary if case.kind == appointments.KIND for person in case.subjects}
    cases = (*ordinary, *cautions.cases(stream("cautions"), reserved), *stories.cases(stream("stories")))
    clerk = Clerk(laws())
    run(clerk, cases)
    return clerk.files()


def values() -> dict[str, tuple[str, dict[str, Any]]]:
    """Every file of the archive: path -> header line and plain value."""
    found = {"yuetan.yaml": (_SCHEMA.format("", "office"), _OFFICE)}
    for unit in units():
        found[f"records/units/{unit['编码']}.yaml"] = (_SCHEMA.format("../../", "unit"), unit)
    for path, value in interviews().items():
        found[path] = (_SCHEMA.format("../../../../", "interview"), value)
    for path, value in received.files(stream("received")).items():
        found[path] = (_SCHEMA.format("../../../", "received"), value)
    for path, value in received.plans().items():
        found[path] = (_SCHEMA.format("../../", "plan"), value)
    return dict(sorted(found.items()))


def files() -> dict[str, bytes]:
    """Every file of the archive: path -> bytes, encoded by the project's own writer."""
    from yuetan.codec import write

    return {path: write(value, header=header) for path, (header, value) in values().items()}


def write_to(folder: Path) -> int:
    """Write the archive below `folder`, and remove records that are no longer made; returns how many."""
    made = files()
    for old in sorted((folder / "records").rglob("*.yaml")):
        if old.relative_to(folder).as_posix() not in made:
            old.unlink()
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return len(made)
