"""Carrying out a plan: papers are rendered first, then files and one commit, or nothing."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from yuetan.actions.plan import Plan, Refusal
from yuetan.codec import plain, write
from yuetan.desk.confidence import look_through, message_text
from yuetan.desk.papers import RenderedPaper, deliver, render
from yuetan.errors import RefusedError
from yuetan.model.paths import file_stem, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yuetan.desk.load import Desk
    from yuetan.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a writing command did, or with a dry run would do."""

    action: str
    ids: tuple[str, ...]
    commit: str | None
    files: tuple[str, ...]
    documents: tuple[str, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    diff: str


def outcomes_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The documented JSON shape of one or more outcomes of the same action; `commit` is the last one's."""
    return {
        "version": 1,
        "action": outcomes[-1].action,
        "ids": [record_id for outcome in outcomes for record_id in outcome.ids],
        "commit": outcomes[-1].commit,
        "files": sorted({path for outcome in outcomes for path in outcome.files}),
        "documents": sorted({path for outcome in outcomes for path in outcome.documents}),
        "findings": [finding.as_json() for outcome in outcomes for finding in outcome.findings],
    }


def carry_out(
    desk: Desk, plan: Plan | Refusal, *, dry_run: bool = False, encoded: Mapping[str, bytes] | None = None
) -> Outcome:
    """Render, commit and deliver a plan; with `dry_run` only say what would be done.

    `encoded` are files already written out, by path: many of them are encoded by several processes at once.

    Raises RefusedError for a refusal, and whatever the archive or the documents refuse: then nothing was written.
    """
    if isinstance(plan, Refusal):
        found = tuple(desk.located(finding) for finding in plan.findings)
        raise RefusedError(plan.message, found, hint=plan.hint)
    _lawful(desk, plan)
    if plan.papers:
        _encoded(desk, plan, (), encoded or {})  # a character that no record may hold is named with its place in it
    papers = tuple(render(desk.store, order) for order in plan.papers)
    for paper in papers:
        look_through(desk, paper.order, paper.path, paper.content)
    before = {edit.path: desk.files.get(edit.path) for edit in plan.edits}
    after = {**_encoded(desk, plan, papers, encoded or {}), **(encoded or {})}
    diff = "".join(_diff(path, before[path], after[path]) for path in sorted(after))
    documents = tuple(sorted(paper.path for paper in papers))
    commit = None
    if not dry_run and any(before[path] != after[path] for path in after):
        commit = _commit(desk, plan, before, after)
    if not dry_run:
        documents = deliver(desk.store.root, papers)
    read_now = replace(desk, files={**desk.files, **{path: data for path, data in after.items() if data is not None}})
    findings = tuple(read_now.located(finding) for finding in plan.findings)
    return Outcome(plan.action, plan.ids, commit, tuple(sorted(after)), documents, findings, plan.notes, diff)


def _lawful(desk: Desk, plan: Plan) -> None:
    """Refuse a step of an interview where the profile that judges it is broken: it would pass unjudged."""
    if not any(kind_of(edit.path) == "interview" for edit in plan.edits) or not (found := desk.law_faults):
        return
    first = found[0]
    place = f"{first.file}:{first.span.line}" if first.span is not None else first.file
    words = f"规范有错，不能据以判断：{place} {first.message}"
    raise RefusedError(words, found, hint="改正规范后再试；用 yuetan check schemas 查看")


def _encoded(
    desk: Desk, plan: Plan, papers: tuple[RenderedPaper, ...], done: Mapping[str, bytes]
) -> dict[str, bytes | None]:
    encoded: dict[str, bytes | None] = {}
    for edit in plan.edits:
        if edit.path in done:
            continue
        if edit.value is None:
            encoded[edit.path] = None
            continue
        value = dict(edit.value)
        known = plain.items(value, "文书")
        issued = [dict(p.entry) for p in papers if p.order.record_id == file_stem(edit.path)]
        issued = [entry for entry in issued if entry not in known]  # the same paper once more is no other paper
        if issued:
            value["文书"] = [*known, *issued]
        encoded[edit.path] = write(value, desk.files.get(edit.path), header=edit.header)
    return encoded


def _commit(desk: Desk, plan: Plan, before: Mapping[str, bytes | None], after: Mapping[str, bytes | None]) -> str:
    from yuetan.archive.apply import Change, apply
    from yuetan.archive.history import action_text

    text = action_text(message_text(desk, plan.subject), plan.action, plan.ids)
    return apply(desk.store, Change(text, after, before, desk.head))


def _diff(path: str, before: bytes | None, after: bytes | None) -> str:
    def lines(data: bytes | None) -> list[str]:
        return [] if data is None else data.decode(errors="replace").splitlines(keepends=True)

    return "".join(difflib.unified_diff(lines(before), lines(after), f"原 {path}", f"新 {path}"))
