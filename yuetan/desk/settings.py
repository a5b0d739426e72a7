"""What is wrong with the archive's own settings: yuetan.yaml and the calendar files. Findings without a place yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.codec import read
from yuetan.finding import Finding, Level, Span
from yuetan.model.paths import CALENDAR, OFFICE, file_stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.model import Office
    from yuetan.model.build import Violation
    from yuetan.regulation.profile import Profile


def office_faults(
    office: Office, violations: tuple[Violation, ...], profiles: Mapping[str, Profile]
) -> Iterator[Finding]:
    """Unknown keys, profiles that nobody knows, and choices that the regulation does not leave (第十条)."""
    from yuetan.regulation.check_parameters import choice_faults

    for violation in violations:
        yield _s2(OFFICE, violation)
    for index, row in enumerate(office.regulations):
        if row.name not in profiles:
            known = "、".join(sorted(profiles))
            message = f"没有名为“{row.name}”的规范，这段时间的约谈无法判断；可用的规范：{known}"
            yield Finding("S2", Level.ERROR, None, OFFICE, ("规范", index, "规范"), message)
    for path, message in choice_faults(office, profiles):
        level = Level.ERROR if len(path) > 2 else Level.WARNING  # noqa: PLR2004 - of the whole choice: it only lacks its body
        yield Finding("S2", level, None, OFFICE, path, message)


def regulation_faults(office: Office, profiles: Mapping[str, Profile]) -> Iterator[Finding]:
    """Where the profiles that judge this archive do not hold together: a value of the wrong kind disables its rule."""
    from yuetan.regulation.check import check_profile

    for name in dict.fromkeys(row.name for row in office.regulations):
        if name in profiles:
            found = check_profile(profiles[name], profiles)
            yield from (finding for finding in found if finding.level is Level.ERROR)


def calendar_faults(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """What is wrong in the archive's own calendar files."""
    from yuetan.regulation.calendar import check_calendar

    for path in sorted(files):
        if not path.startswith(CALENDAR) or not path.endswith(".yaml"):
            continue
        document = read(files[path])
        for fault in document.faults:
            yield Finding("S1", Level.ERROR, None, path, (), fault.message, Span(fault.line, fault.column))
        if not document.faults:
            for violation in check_calendar(file_stem(path), document.value):
                yield _s2(path, violation)


def _s2(path: str, violation: Violation) -> Finding:
    return Finding("S2", Level.ERROR, None, path, violation.path, violation.message)
