"""Templates belong to the office: proved before they are used, and put back as they were shipped."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from yuetan import __version__
from yuetan.desk import shipped
from yuetan.errors import BadInputError, NotFoundError
from yuetan.model.paths import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

    from yuetan.archive.store import Store
    from yuetan.desk.load import Desk
    from yuetan.views.papers.index import PaperKind


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check of one template found: `faults` forbid its use, `doubts` differ from the official format."""

    kind: str
    file: str
    faults: tuple[str, ...]
    doubts: tuple[str, ...]


def kinds() -> tuple[str, ...]:
    """Every kind of paper."""
    from yuetan.views.papers.index import PAPERS

    return tuple(PAPERS)


def kind_named(word: str) -> PaperKind:
    """The kind of paper by its name or its template's file name; NotFoundError where there is none."""
    from yuetan.views.papers.index import PAPERS

    stem = word.rsplit("/", 1)[-1].removesuffix(".docx")
    for kind in PAPERS.values():
        if stem in (kind.name, kind.stem):
            return kind
    raise NotFoundError(f"没有名为“{word}”的文书", hint=f"可用的文书：{'、'.join(PAPERS)}")


def prove(template: bytes, paper: PaperKind, file: str) -> Proof:
    """Check a template of this kind: what it is made of, and whether it fills."""
    from yuetan.documents.template_check import doubts, faults
    from yuetan.documents.template_trial import trial

    found = faults(template, file) or trial(template, paper)
    return Proof(paper.name, file, found, doubts(template) if not found else ())


def prove_own(store: Store) -> tuple[Proof, ...]:
    """Check every template of the archive that differs from the shipped one; those that do not are proved by tests."""
    from yuetan.views.papers.index import PAPERS

    found = []
    for paper in PAPERS.values():
        own = store.root / TEMPLATES / paper.template
        content = own.read_bytes() if own.is_file() else None
        if content is not None and content != shipped.read_one(TEMPLATES + paper.template):
            found.append(prove(content, paper, f"{TEMPLATES}{paper.template}"))
    return tuple(found)


def prove_file(path: Path, word: str | None) -> Proof:
    """Check one file; its kind is `word`, else told by its name. Raises BadInputError where it is no file."""
    if not path.is_file():
        raise NotFoundError(f"没有文件 {path}", hint="写出模板文件的路径")
    try:
        paper = kind_named(word or path.name)
    except NotFoundError as error:
        if word is not None:
            raise
        raise BadInputError(
            f"看不出 {path.name} 是哪种文书的模板", hint="用 --kind 写明，如 --kind 约谈通知书"
        ) from error
    return prove(path.read_bytes(), paper, str(path))


def usable(store: Store, paper: PaperKind, template: bytes) -> bytes:
    """The template, once it is proved: the shipped one is, another is tried once and remembered by its digest.

    Raises BadInputError with what is wrong.
    """
    if template == shipped.read_one(TEMPLATES + paper.template):
        return template
    from yuetan.archive import private

    known = private.proved_templates(store)
    token = f"{__version__} {paper.template} {sha256(template).hexdigest()}"
    if known.is_file() and token in known.read_text(encoding="utf-8").splitlines():
        return template
    proof = prove(template, paper, f"{TEMPLATES}{paper.template}")
    if proof.faults:
        raise BadInputError(
            f"模板 {proof.file} 不能使用：{proof.faults[0]}",
            hint=f"用 yuetan template check 查看全部问题，或用 yuetan template reset {paper.name} 恢复随程序提供的模板",
        )
    known.parent.mkdir(parents=True, exist_ok=True)
    with known.open("a", encoding="utf-8") as remembered:
        remembered.write(token + "\n")
    return template


def reset(desk: Desk, word: str) -> tuple[str, str | None]:
    """Put the shipped template of a kind back, one commit; its path and the commit, None where nothing differed."""
    from yuetan.archive.apply import Change, apply
    from yuetan.archive.history import action_text

    paper = kind_named(word)
    path = TEMPLATES + paper.template
    wanted, before = shipped.read_one(path), desk.files.get(path)
    if before is None:
        own = desk.store.root / path
        before = own.read_bytes() if own.is_file() else None
    if before == wanted:
        return path, None
    text = action_text(f"恢复模板：{paper.name}", "template")
    return path, apply(desk.store, Change(text, {path: wanted}, {path: before}, desk.head))
