"""From a command's context to an open desk, and from an outcome to what the user sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yuetan.actions.plan import Plan, Refusal
    from yuetan.cli.context import Context

    from yuetan.desk.carry import Outcome
    from yuetan.desk.load import Desk


def opened(context: Context, *, rev: str | None = None, staged: bool = False) -> Desk:
    """The archive that the command works on, after whatever an earlier kill left has been rolled forward."""
    from yuetan.cli.output import message

    from yuetan.archive.store import Store
    from yuetan.desk.load import open_desk

    store = Store.find(context.directory)
    note = store.recover()
    if note:
        message(note)
    return open_desk(store, context.today, rev=rev, staged=staged)


def happened(context: Context, text: str | None) -> date:
    """The day of `--date`, else the day that everything is judged by."""
    from yuetan.cli.dates import parse_day

    return context.today if text is None else parse_day(text, today=context.today)


def carry(context: Context, desk: Desk, plan: Plan | Refusal, *, dry_run: bool, json: bool) -> Outcome:
    """Carry one plan out and show what it did."""
    from yuetan.cli.output import emit_json, message, result

    from yuetan.desk.carry import carry_out

    outcome = carry_out(desk, plan, dry_run=dry_run)
    if json:
        emit_json(outcome.as_json())
        return outcome
    for line in spoken(outcome, dry_run=dry_run):
        result(line)
    for finding in outcome.findings:
        from yuetan.cli.findings import line as finding_line

        message(finding_line(finding))
    return outcome


def spoken(outcome: Outcome, *, dry_run: bool) -> Iterable[str]:
    """What an outcome says to a clerk, line by line."""
    if dry_run:
        yield "试运行，什么都没有写。将要做的改动："
        yield outcome.diff.rstrip("\n") or "（没有改动）"
        for path in outcome.documents:
            yield f"将生成文书：{path}"
    elif outcome.commit is None:
        yield "没有改动。"
    else:
        for path in outcome.files:
            yield f"已写入 {path}（提交 {outcome.commit[:10]}）"
    if not dry_run:
        for path in outcome.documents:
            yield f"已生成文书：{path}"
    yield from outcome.notes
