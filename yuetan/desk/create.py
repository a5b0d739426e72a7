"""Making an archive: folders, templates, schemas, an office, or the fictional demonstration records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yuetan.codec import write
from yuetan.desk import shipped
from yuetan.errors import BadInputError, NotFoundError
from yuetan.finding import path_text
from yuetan.model import Office, Unit, build, plain
from yuetan.model.choices import OfficeRole
from yuetan.model.office import InForce, Numbering
from yuetan.model.paths import OFFICE, OFFICE_HEADER, REGULATIONS, TEMPLATES, UNIT_HEADER, unit_path

if TYPE_CHECKING:
    from pathlib import Path

    from yuetan.archive.store import Store
    from yuetan.codec.plain import Plain

_ATTRIBUTES = b"* -text\n"
_IGNORED = b"/out/\n~$*\n.~lock.*\n"
_PRE_COMMIT = """\
#!/bin/sh
# 由 yuetan init 写入。直接改文件、用 git commit 提交的，先看暂存的文件读不读得了、有没有反映人的信息：
# git 什么都不会忘记。yuetan 自己的提交已经判断过，这里不再看。不要它时，删去本文件即可。
[ -z "$YUETAN_COMMIT" ] || exit 0
command -v yuetan >/dev/null 2>&1 || exit 0
git diff --cached --name-only --diff-filter=d -z -- '*.yaml' | xargs -0 -r yuetan check --staged --select S1,S2,S3,B8.1
"""
"""A check never writes and never stands in the way of a fact: only what would harm the history is stopped."""


@dataclass(frozen=True, slots=True)
class NewOffice:
    """Whose archive is made: unit code, name, kind and role, first day judged, profile, 机关代字."""

    code: str
    name: str
    kind: str
    role: str
    since: date
    regulation: str
    prefix: str


def create_archive(folder: Path, office: NewOffice | None) -> tuple[Store, str]:
    """Make an archive in an empty or new folder, one commit; `office` None takes the demonstration records.

    Returns the store and the commit. Raises BadInputError for a folder that is not empty, NotFoundError for an
    unknown profile, EnvironmentFaultError where git cannot commit.
    """
    from yuetan.archive.create import create
    from yuetan.archive.history import action_text

    files = _common()
    if office is None:
        files |= shipped.read("records", ".yaml") | {OFFICE: shipped.read_one(OFFICE)}
        subject = "建立档案（虚构的演示记录）"
    else:
        files |= _office_files(office)
        subject = f"建立档案：{office.name}"
    store = create(folder, files, action_text(subject, "init"), hooks={"pre-commit": _PRE_COMMIT.encode()})
    return store, store.head() or ""


def _common() -> dict[str, bytes]:
    return {
        ".gitattributes": _ATTRIBUTES,
        ".gitignore": _IGNORED,
        **shipped.read("schemas", ".json"),
        **shipped.read("schemas", ".yaml"),
        **shipped.read(TEMPLATES.rstrip("/"), ".docx"),
    }


def _office_files(new: NewOffice) -> dict[str, bytes]:
    profile = shipped.root() / REGULATIONS / f"{new.regulation}.yaml"
    if not profile.is_file():
        known = "、".join(sorted(path.stem for path in profile.parent.glob("*.yaml")))
        raise NotFoundError(f"没有名为“{new.regulation}”的规范", hint=f"可用的规范：{known}")
    office = Office(
        unit=new.code,
        role=OfficeRole.GATHERING,
        since=new.since,
        regulations=(InForce(since=_profile_since(profile.read_bytes()), name=new.regulation),),
        numbering=Numbering(prefix=new.prefix),
    )
    value: Plain = {
        "编码": new.code,
        "沿革": [{"自": _profile_since(profile.read_bytes()), "名称": new.name, "类别": new.kind}],
    }
    own = {**plain(office), "角色": new.role}
    _checked(Office, own)
    _checked(Unit, value)
    return {
        OFFICE: write(own, header=OFFICE_HEADER),
        unit_path(new.code): write(value, header=UNIT_HEADER),
    }


def _checked(record: type[Any], value: Any) -> None:
    """Refuse what the office or its unit may not hold, before anything is made of it."""
    violations = build(record, value)[1]
    for violation in violations[:1]:
        words = f"{path_text(violation.path)} {violation.message}"
        raise BadInputError(words, hint="用 yuetan init --help 查看各项怎样写")


def _profile_since(data: bytes) -> date:
    from yuetan.codec import read

    since = (read(data).value or {})["自"]
    assert isinstance(since, date)  # noqa: S101 - a profile that we ship
    return since
