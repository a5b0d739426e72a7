"""From the archive's bytes to its state: every file read once, every fault kept as a finding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from yuetan.actions.plan import Setting
from yuetan.codec import read
from yuetan.desk import shipped
from yuetan.desk.reading import Reader
from yuetan.desk.settings import calendar_faults, office_faults, regulation_faults
from yuetan.errors import BadInputError
from yuetan.finding import Finding, Level, Span, path_text
from yuetan.model import RECORDS, Office, Roster, State, Stored, build
from yuetan.model.build import Kind
from yuetan.model.paths import CALENDAR, OFFICE, REGULATIONS, file_stem, kind_of
from yuetan.regulation.law import Laws

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from yuetan.archive.store import Store
    from yuetan.codec import Fault
    from yuetan.model.build import Violation
    from yuetan.regulation.calendar import Calendar
    from yuetan.regulation.profile import Profile


@dataclass(frozen=True)
class Desk:
    """An archive as read: its bytes, its state, the laws that judge it, and what could not be read.

    `commit` is the commit that was read, None for the working tree; `today` the day that everything is judged by;
    `head` what was checked out when the archive was read: a plan made on it is applied on it, or not at all.
    """

    store: Store
    files: Mapping[str, bytes]
    state: State
    laws: Laws
    faults: tuple[Finding, ...]
    today: date
    commit: str | None = None
    head: str | None = None

    @property
    def setting(self) -> Setting:
        """In what every step on this archive is taken."""
        return Setting(self.state, self.laws, self.today)

    def located(self, finding: Finding) -> Finding:
        """The finding with its line and column, and the commit it was found in."""
        return next(self.all_located((finding,)))

    @property
    def law_faults(self) -> tuple[Finding, ...]:
        """The errors in the profiles that judge this archive: nothing can be judged by what does not hold together."""
        own = {f"{REGULATIONS}{row.name}.yaml" for row in self.state.office.regulations}
        found = (finding for finding in self.faults if finding.file in own and finding.level is Level.ERROR)
        return tuple(self.all_located(found))

    def all_located(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings with their places; a file is read again once for all that follow each other."""
        from dataclasses import replace

        file, document = None, None
        for finding in findings:
            span = finding.span
            if span is None and finding.file != file:
                file, data = finding.file, self.files.get(finding.file)
                document = read(data) if data is not None else None
            if span is None:
                span = document.span(finding.path) if document is not None else Span(1, 1)
            yield replace(finding, span=span, commit=self.commit)


def open_desk(
    store: Store,
    today: date,
    *,
    rev: str | None = None,
    staged: bool = False,
    regulation: tuple[str, bytes] | None = None,
) -> Desk:
    """Read the archive: the working tree, the index (`staged`), or a commit (`rev`).

    `regulation` is a draft profile (name, bytes) that judges everything instead of the office's own.
    Raises BadInputError where yuetan.yaml cannot be taken, NotFoundError for an unknown revision.
    """
    commit = store.resolve(rev) if rev is not None else None
    head = store.head()
    snapshot = store.snapshot(commit, staged=staged)
    files = snapshot.files
    office, violations = _office(files)
    profiles, profile_faults = _profiles(files)
    settings = (
        *office_faults(office, violations, profiles),
        *regulation_faults(office, profiles),
        *calendar_faults(files),
    )
    laws = Laws(profiles, office, _calendar(files))
    if regulation is not None:
        laws = _under_draft(laws, regulation)
    reader = Reader(store)
    state, faults = _state(office, files, reader)
    if commit is None and not staged:
        reader.keep()
    unread = tuple(Finding("S1", Level.ERROR, None, f.path, (), f.message, Span(1, 1)) for f in snapshot.faults)
    return Desk(store, files, state, laws, (*faults, *profile_faults, *settings, *unread), today, commit, head)


def open_office(store: Store) -> Office:
    """The office alone, for what needs no records."""
    return _office({OFFICE: (store.root / OFFICE).read_bytes()})[0]


def _office(files: Mapping[str, bytes]) -> tuple[Office, tuple[Violation, ...]]:
    document = read(files[OFFICE]) if OFFICE in files else None
    if document is None:
        raise BadInputError(
            "这里没有 yuetan.yaml，不是约谈档案", hint="用 yuetan init 目录 建立档案，或用 -C 指定档案目录"
        )
    if document.faults:
        fault = document.faults[0]
        raise BadInputError(f"{OFFICE}:{fault.line}:{fault.column}: {fault.message}", hint=f"改正 {OFFICE} 后再试")
    office, violations = build(Office, document.value or {})
    if office is None:
        violation = next(v for v in violations if v.kind is not Kind.UNKNOWN)
        span = document.span(violation.path)
        place = f"{OFFICE}:{span.line}:{span.column}"
        raise BadInputError(f"{place}: {path_text(violation.path)} {violation.message}", hint=f"改正 {OFFICE} 后再试")
    return office, violations


def _profiles(files: Mapping[str, bytes]) -> tuple[dict[str, Profile], tuple[Finding, ...]]:
    profiles: dict[str, Profile] = {}
    findings: list[Finding] = []
    known = shipped.read(REGULATIONS, ".yaml") | {p: b for p, b in files.items() if p.startswith(REGULATIONS)}
    for path in sorted(known):
        profile, faults = _profile(path, known[path])
        findings.extend(faults)
        if profile is not None:
            profiles[profile.name] = profile
    return profiles, tuple(findings)


@lru_cache(maxsize=64)
def _profile(path: str, data: bytes) -> tuple[Profile | None, tuple[Finding, ...]]:
    """The profile that these bytes are, and what is wrong with it; a process that opens several desks reads it once."""
    from yuetan.regulation.load import load_profile

    document = read(data)
    faults = _s1(path, document.faults)
    if document.value is None or document.faults:
        return None, faults
    profile, violations = load_profile(file_stem(path), document.value)
    return profile, (*faults, *(Finding("S2", Level.ERROR, None, path, v.path, v.message) for v in violations))


def _under_draft(laws: Laws, regulation: tuple[str, bytes]) -> Laws:
    from dataclasses import replace

    from yuetan.model.office import InForce

    profile = draft_profile(*regulation)
    office = replace(laws.office, regulations=(InForce(since=profile.since, name=profile.name),))
    return Laws({**laws.profiles, profile.name: profile}, office, laws.calendar)


def draft_profile(label: str, data: bytes) -> Profile:
    """The profile in a file of its own; BadInputError at its first fault."""
    from yuetan.regulation.load import load_profile

    document = read(data)
    for fault in document.faults[:1]:
        raise BadInputError(
            f"{label}:{fault.line}:{fault.column}: {fault.message}", hint="用 yuetan regulation check 查看"
        )
    profile, violations = load_profile(file_stem(label), document.value or {})
    if profile is None or violations:
        violation = violations[0]
        span = document.span(violation.path)
        raise BadInputError(
            f"{label}:{span.line}:{span.column}: {path_text(violation.path)} {violation.message}",
            hint="用 yuetan regulation check 查看全部问题",
        )
    return profile


def _calendar(files: Mapping[str, bytes]) -> Calendar:
    years = shipped.read(CALENDAR, ".yaml") | {p: b for p, b in files.items() if p.startswith(CALENDAR)}
    return _calendar_of(tuple(sorted(years.items())))


@lru_cache(maxsize=8)
def _calendar_of(years: tuple[tuple[str, bytes], ...]) -> Calendar:
    """The calendar that these files make; a process that opens several desks reads them once."""
    from yuetan.regulation.calendar import load_calendar

    return load_calendar({path: read(data).value or {} for path, data in years})


def _s1(path: str, faults: tuple[Fault, ...]) -> tuple[Finding, ...]:
    return tuple(Finding("S1", Level.ERROR, None, path, (), f.message, Span(f.line, f.column)) for f in faults)


def _state(office: Office, files: Mapping[str, bytes], reader: Reader) -> tuple[State, tuple[Finding, ...]]:
    stored: dict[str, list[Stored[Any]]] = {kind: [] for kind in RECORDS}
    faults: list[Finding] = []
    for path in sorted(files):
        kind = kind_of(path)
        if kind is None:
            continue
        record, broken = reader.stored(path, kind, files[path])
        faults.extend(_s1(path, broken))
        stored[kind].append(record)
    units = tuple(s.record for s in stored["unit"] if s.record is not None)
    state = State(
        office=office,
        roster=Roster(units),
        units=tuple(stored["unit"]),
        interviews=tuple(stored["interview"]),
        reports=tuple(stored["report"]),
        received=tuple(stored["received"]),
        plans=tuple(stored["plan"]),
    )
    return state, tuple(faults)
