"""Profiles for the commands: found by name or file, shown, checked, compared. Works outside an archive too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yuetan.codec import Document, read
from yuetan.desk import shipped
from yuetan.errors import BadInputError, NotFoundError
from yuetan.finding import Finding, Level, Span
from yuetan.model import Office, plain
from yuetan.model.choices import OfficeRole
from yuetan.model.office import InForce
from yuetan.model.paths import REGULATIONS, file_stem
from yuetan.regulation.choices import Reading
from yuetan.regulation.load import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from yuetan.codec.plain import Plain
    from yuetan.regulation.difference import Difference
    from yuetan.regulation.profile import Mandate, Parameter, Profile

DEFAULT = "lianyungang-2015"
"""What is shown outside an archive."""


def sources(directory: Path) -> dict[str, tuple[str, bytes]]:
    """Every known profile by name: where it stands, and its bytes; the archive's own before the shipped ones."""
    found = {file_stem(path): (path, data) for path, data in shipped.read(REGULATIONS, ".yaml").items()}
    folder = _archive_folder(directory)
    if folder is not None:
        for path in sorted(folder.glob("*.yaml")):
            found[path.stem] = (f"{REGULATIONS}{path.name}", path.read_bytes())
    return found


def profile_named(directory: Path, today: date, name: str | None) -> Profile:
    """The profile of this name or file; without a name the office's own of today."""
    word = name or _own(directory, today)
    label, data = _source(directory, word)
    document = read(data)
    profile, violations = load_profile(file_stem(label), document.value)
    if profile is None or document.faults:
        first = document.faults[0].message if document.faults else violations[0].message
        raise BadInputError(f"{label} 读不了：{first}", hint=f"用 yuetan regulation check {word} 查看全部问题")
    return profile


def profile_faults(directory: Path, words: Sequence[str]) -> tuple[Finding, ...]:
    """Every fault of the profiles named, of all where none is named, with its place."""
    from yuetan.regulation.check import check_profile
    from yuetan.rules import RULES

    known = sources(directory)
    profiles = _readable(known)
    codes = [rule.code for rule in RULES]
    found: list[Finding] = []
    for word in words or sorted(known):
        label, data = _source(directory, word)
        document = read(data)
        found.extend(_syntax(label, document))
        profile, violations = load_profile(file_stem(label), document.value)
        raw = [Finding("S2", Level.ERROR, None, label, v.path, v.message) for v in violations]
        if profile is not None:
            others = {**profiles, profile.name: profile}
            raw += [_in(label, finding) for finding in check_profile(profile, others, codes)]
        found.extend(finding.at(document.span(finding.path)) for finding in raw)
    return tuple(sorted(found, key=lambda finding: finding.order))


def differences(directory: Path, today: date, first: str, second: str) -> tuple[Difference, ...]:
    """Everything in which two profiles differ on this day."""
    from yuetan.regulation.difference import diff_profiles

    return diff_profiles(profile_named(directory, today, first), profile_named(directory, today, second), today)


def profile_value(profile: Profile) -> Plain:
    """The profile under its own keys."""
    return plain(profile)


def profile_lines(profile: Profile, today: date) -> Iterator[str]:
    """The profile for a reader."""
    until = f"至 {profile.until.isoformat()}" if profile.until else "起"
    yield f"{profile.title}（{profile.name}，{profile.status}，{profile.document or '无文号'}）"
    yield f"施行：{profile.since.isoformat()} {until}；解释：{'、'.join(profile.interpreters) or '未写明'}"
    yield ""
    yield "情形："
    for situation in profile.situations:
        follow = "、".join(f.document for f in situation.follow_ups)
        yield f"  {situation.name}（{situation.code}，{situation.article}）" + (
            f"，谈话后须交{follow}" if follow else ""
        )
        yield from (f"      陈述 {name}：{about}" for name, about in situation.statements.items())
    yield ""
    yield "参数："
    for parameter in profile.parameters:
        yield from _parameter_lines(parameter, today)
    yield ""
    yield "谁约谈谁："
    for mandate in profile.mandates:
        yield _mandate_line(mandate)
    yield ""
    yield "报送："
    yield from (f"  {p.name}（{p.code}）{p.first} 至 {p.last}，{p.due} 前报送" for p in profile.periods)
    yield ""
    yield "条文："
    for article in profile.articles:
        rules = f"  [{'、'.join(article.rules)}]" if article.rules else ""
        yield f"  {article.number}：{article.gist}{rules}"


def _parameter_lines(parameter: Parameter, today: date) -> Iterator[str]:
    from yuetan.regulation.law import value_on

    now = value_on(parameter, today)
    shown = {True: "是", False: "否", None: "（尚未生效）"}.get(now, now) if isinstance(now, bool | None) else now
    choice = "；办法没有写明，可作选择" if parameter.choice else ""
    yield f"  {parameter.name} = {shown}{parameter.unit or ''}（{parameter.article}{choice}）"
    yield f"      {parameter.reason}"


def _mandate_line(mandate: Mandate) -> str:
    reading = "（仅较宽的理解）" if mandate.reading == Reading.WIDE else ""
    return f"  {mandate.item}{reading}：{mandate.article or mandate.label}（{'、'.join(mandate.situations)}）"


def _own(directory: Path, today: date) -> str:
    from yuetan.archive.store import Store
    from yuetan.desk.load import open_office

    try:
        office = open_office(Store.find(directory))
    except NotFoundError:
        office = Office(
            unit="-", role=OfficeRole.GATHERING, since=today, regulations=(InForce(since=today, name=DEFAULT),)
        )
    return office.regulation(today) or DEFAULT


def _source(directory: Path, word: str) -> tuple[str, bytes]:
    known = sources(directory)
    if word in known:
        return known[word]
    path = Path(word)
    if path.is_file():
        return path.name, path.read_bytes()
    raise NotFoundError(f"没有名为“{word}”的规范，也没有这个文件", hint=f"已有的规范：{'、'.join(sorted(known))}")


def _archive_folder(directory: Path) -> Path | None:
    from yuetan.archive.store import Store

    try:
        folder = Store.find(directory).root / REGULATIONS
    except NotFoundError:
        return None
    return folder if folder.is_dir() else None


def _readable(known: Mapping[str, tuple[str, bytes]]) -> dict[str, Profile]:
    loaded = (load_profile(name, read(data).value)[0] for name, (_, data) in sorted(known.items()))
    return {profile.name: profile for profile in loaded if profile is not None}


def _syntax(label: str, document: Document) -> Iterator[Finding]:
    for fault in document.faults:
        yield Finding("S1", Level.ERROR, None, label, (), fault.message, Span(fault.line, fault.column))


def _in(label: str, finding: Finding) -> Finding:
    from dataclasses import replace

    return replace(finding, file=label)
