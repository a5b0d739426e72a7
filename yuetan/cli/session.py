"""From a command's context to an open desk, and from an outcome to what the user sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

_ATTEMPTS = 3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime

    from yuetan.actions.plan import Override, Plan, Refusal
    from yuetan.cli.context import Context
    from yuetan.desk.carry import Outcome
    from yuetan.desk.load import Desk


def open_desk(context: Context, *, rev: str | None = None, staged: bool = False) -> Desk:
    """The archive that the command works on, after whatever an earlier kill left has been rolled forward."""
    from yuetan.archive.recovery import recover
    from yuetan.archive.store import Store
    from yuetan.cli.output import message
    from yuetan.desk import load

    store = Store.find(context.directory)
    note = recover(store)
    if note:
        message(note)
    return load.open_desk(store, context.today, rev=rev, staged=staged)


def day(context: Context, text: str | None) -> date:
    """The day that was typed, else the day that everything is judged by."""
    from yuetan.cli.dates import parse_day

    return context.today if text is None else parse_day(text, today=context.today)


def moment(context: Context, text: str) -> datetime:
    """The day and time that were typed."""
    from yuetan.cli.dates import parse_moment

    return parse_moment(text, today=context.today)


def override(reason: str | None, approved_by: str | None) -> Override | None:
    """The override of --override and --approved-by; BadInputError where only the second was given."""
    from yuetan.actions.plan import Override
    from yuetan.errors import BadInputError

    if reason is None:
        if approved_by is not None:
            raise BadInputError("--approved-by 要和 --override 一起用", hint="用 --override 写明为什么")
        return None
    return Override(reason=reason, approved_by=approved_by)


def carry(context: Context, steps: Sequence[Callable[[Desk], Plan | Refusal]], *, dry_run: bool, json: bool) -> None:
    """Plan and carry out the steps, one commit each, and show what they did.

    All are planned on the archive as it is before the first is carried out, so that a refusal comes before any write.
    """
    from yuetan.cli.findings import line_text
    from yuetan.cli.output import emit_json, message, result
    from yuetan.cli.progress import with_bar
    from yuetan.desk.carry import carry_out, outcomes_json

    if len(steps) > 1:
        desk = open_desk(context)
        for step in steps:
            carry_out(desk, step(desk), dry_run=True)
    outcomes = [attempt(context, step, dry_run=dry_run) for step in with_bar(steps, "正在处理", len(steps))]
    if json:
        emit_json(outcomes_json(outcomes))
        return
    for outcome in outcomes:
        for words in outcome_lines(outcome, dry_run=dry_run):
            result(words)
        for finding in outcome.findings:
            message(line_text(finding))


def attempt(context: Context, step: Callable[[Desk], Plan | Refusal], *, dry_run: bool) -> Outcome:
    """One step; where somebody else committed between reading and writing, it is planned again on what is there now."""
    from yuetan.desk.carry import carry_out
    from yuetan.errors import ConflictError

    for _ in range(_ATTEMPTS - 1):
        desk = open_desk(context)
        try:
            return carry_out(desk, step(desk), dry_run=dry_run)
        except ConflictError:
            if desk.store.head() == desk.head:
                raise
    desk = open_desk(context)
    return carry_out(desk, step(desk), dry_run=dry_run)


def outcome_lines(outcome: Outcome, *, dry_run: bool) -> Iterable[str]:
    """What an outcome says to a clerk, line by line."""
    if dry_run:
        yield "试运行，什么都没有写。将要做的改动："
        yield outcome.diff.rstrip("\n") or "（没有改动）"
    elif outcome.commit is None:
        yield "没有改动。"
    else:
        for path in outcome.files:
            yield f"已写入 {path}（提交 {outcome.commit[:10]}）"
    for path in outcome.documents:
        yield f"{'将' if dry_run else '已'}生成文书：{path}"
    yield from outcome.notes
