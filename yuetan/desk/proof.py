"""Whether the paper in hand is what the archive issued; and taking in one that was touched up elsewhere."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan import __version__
from yuetan.desk import rendering
from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk
    from yuetan.desk.papers import RenderedPaper
    from yuetan.model.paper import Paper

_SHOWN = 20
"""Changed lines that are shown; more are counted."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a paper is the one that was issued, in words line by line."""

    same: bool
    lines: tuple[str, ...]


def verdict(desk: Desk, record_id: str, kind: str, file: Path | None) -> Verdict:
    """Compare the paper in `file`, else the one that would be made now, with the digests that the record keeps."""
    papers = rendering.papers_of_record(desk, record_id, kind)
    issued = _issued(desk, record_id, kind)
    if file is None:
        return _again(papers, issued, kind)
    return _in_hand(_read(file), file.name, papers, issued)


def adoption(desk: Desk, record_id: str, kind: str, file: Path) -> Plan | Refusal:
    """The plan that takes in a paper as it is in hand, once it has been looked through."""
    from yuetan.actions.life.adopt import AdoptRequest, adopt
    from yuetan.desk.confidence import look_through
    from yuetan.pin import digest

    content = _read(file)
    paper = _nearest(content, rendering.papers_of_record(desk, record_id, kind))
    look_through(desk, paper.order, file.name, content)
    request = AdoptRequest(id=record_id, kind=kind, digest=digest(content), day=desk.today, subject=paper.order.subject)
    return adopt(desk.setting, request)


def _read(file: Path) -> bytes:
    from yuetan.pin import unpack

    try:
        content = file.read_bytes()
    except OSError as error:
        raise BadInputError(f"读不了 {file}", hint="检查路径和权限") from error
    unpack(content, f"{file.name} ")
    return content


def _issued(desk: Desk, record_id: str, kind: str) -> tuple[Paper, ...]:
    stored = desk.state.interview(record_id)
    papers = stored.record.papers if stored is not None and stored.record is not None else ()
    return tuple(paper for paper in papers if paper.kind == kind)


def _in_hand(content: bytes, name: str, papers: tuple[RenderedPaper, ...], issued: tuple[Paper, ...]) -> Verdict:
    from yuetan.pin import digest

    mine = digest(content)
    known = next((paper for paper in issued if paper.digest == mine), None)
    if known is not None:
        day = known.day.isoformat() if known.day is not None else "日期不详"
        how = "改过后采用的" if known.adopted else "出具的"
        return Verdict(True, (f"{name} 就是本档案 {day} {how}{known.kind}，一字不差。",))
    paper = _nearest(content, papers)
    if digest(paper.content) == mine:
        return Verdict(False, (f"{name} 与现在的记录、模板生成的一样，但档案没有登记出具过它。",))
    lines = [f"{name} 不是本档案出具的{paper.order.kind}。", *_causes(paper, issued)]
    changes = _changes(_text(paper.content), _text(content))
    if changes:
        lines += ["文字上的不同（－ 现在的记录生成的，＋ 手里这份）：", *changes]
    else:
        lines.append("文字完全一样，只是格式、字体或文件的其他部分不同；在 WPS 中改过格式的，可用 yuetan adopt 采用。")
    return Verdict(False, tuple(lines))


def _again(papers: tuple[RenderedPaper, ...], issued: tuple[Paper, ...], kind: str) -> Verdict:
    from yuetan.pin import digest

    if not issued:
        return Verdict(False, (f"档案没有登记出具过{kind}。",))
    known = {paper.digest for paper in issued}
    lines: list[str] = []
    same = True
    for paper in papers:
        name = paper.path.rsplit("/", 1)[-1]
        if digest(paper.content) in known:
            lines.append(f"{name}：重新生成的与出具的一字不差。")
        else:
            same = False
            lines += [f"{name}：重新生成的与出具的不同。", *_causes(paper, issued)]
    return Verdict(same, tuple(lines))


def _causes(paper: RenderedPaper, issued: tuple[Paper, ...]) -> list[str]:
    """Why a paper made now differs from the last one issued: the program, the template, or the record."""
    rows = [one for one in issued if not one.adopted and one.subject == paper.order.subject] or list(issued)
    if not rows:
        return ["档案没有登记出具过这种文书。"]
    found = [*_changed_since(rows[-1], paper)]
    if not found and rows[-1].digest != paper.entry["摘要"]:
        found.append("出具以后记录改过，用 yuetan log 查看经过。")
    return found


def _changed_since(last: Paper, paper: RenderedPaper) -> Iterator[str]:
    """What is no longer as it was when the paper was issued, beside the record."""
    if last.version != __version__:
        yield f"出具时的程序是 {last.version or '不详'}，现在是 {__version__}。"
    if last.template != paper.entry["模板"]:
        yield "出具以后模板改过。"


def _nearest(content: bytes, papers: tuple[RenderedPaper, ...]) -> RenderedPaper:
    if len(papers) == 1:
        return papers[0]
    text = _text(content)
    return max(papers, key=lambda paper: difflib.SequenceMatcher(None, _text(paper.content), text).quick_ratio())


def _text(content: bytes) -> str:
    from yuetan.documents.part_texts import part_texts

    return "\n".join(text for part, text in part_texts(content) if part.startswith("word/"))


def _changes(made: str, in_hand: str) -> list[str]:
    """The lines that differ, made now and in hand."""
    rows = [
        ("－ " if line[0] == "-" else "＋ ") + line[2:]
        for line in difflib.ndiff(made.splitlines(), in_hand.splitlines())
        if line[0] in "-+"
    ]
    return rows if len(rows) <= _SHOWN else [*rows[:_SHOWN], f"……共 {len(rows)} 行不同"]
