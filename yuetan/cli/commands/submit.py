"""submit: recording that a period's report was sent, and proving afterwards what was sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from datetime import date

    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


def submit(
    ctx: typer.Context,
    *,
    period: Annotated[str | None, typer.Argument(metavar="期间", help="如 2026H1（上半年）、2026H2（下半年）")] = None,
    to: Annotated[
        list[str] | None, typer.Option("--to", metavar="机关", help="报送给谁，可写多次；默认规范写明的机关当日的名称")
    ] = None,
    day: options.Day = None,
    why: Annotated[str | None, typer.Option("--why", metavar="原因", help="逾期报送的原因")] = None,
    paper: Annotated[
        str | None, typer.Option("--paper", metavar="日期", help="纸质件报出的日期，可以以后再登记")
    ] = None,
    verify: Annotated[
        Path | None, typer.Option("--verify", metavar="文件", help="核对这份工作簿是不是报送的那一份，什么都不写")
    ] = None,
    output: options.Output = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """逾期的须写明原因。

    示例：
    yuetan submit 2026H1
    yuetan submit 2026H1 --date 2026-07-02 --why 系统故障
    yuetan submit 2026H1 --paper 2026-06-26
    yuetan submit --verify 2026年上半年.xlsx
    """
    context = Context.of(ctx)
    if verify is not None:
        _verify(context, verify, period, json=json)
        return
    name = _named(period)
    paper_day = session.day(context, paper) if paper is not None else None
    if paper_day is not None and _sent(session.open_desk(context), name):
        _paper(context, name, paper_day, dry_run=dry_run, json=json)
        return
    sending = _Sending(name, session.day(context, day), tuple(to or ()), why, paper_day)
    session.carry(context, [sending.plan], dry_run=dry_run, json=json)
    if not dry_run:
        sending.save(output, json=json)


def _named(period: str | None) -> str:
    from yuetan.errors import BadInputError

    if period is None:
        raise BadInputError("没有写明报送哪一期", hint="写成 yuetan submit 2026H1")
    return period.upper()


class _Sending:
    """The report to be sent; the workbook of the last plan that was made."""

    def __init__(
        self, period: str, day: date, recipients: tuple[str, ...], why: str | None, paper: date | None
    ) -> None:
        self.period, self.day, self.recipients, self.why, self.paper = period, day, recipients, why, paper
        self.made: tuple[Path, str, bytes] | None = None

    def plan(self, desk: Desk) -> Plan | Refusal:
        """The plan, made from the newest commit: what is not committed is not sent."""
        from yuetan.desk import load
        from yuetan.desk.submitting import submission
        from yuetan.errors import BadInputError

        if differing := desk.store.differs():
            raise BadInputError(
                f"{'、'.join(differing[:3])} 有未提交的改动，报送的数字要能查到依据", hint="先提交或还原这些改动"
            )
        at_head = load.open_desk(desk.store, desk.today, rev="HEAD")
        plan, title, workbook = submission(at_head, self.period, self.day, self.recipients, self.why, self.paper)
        self.made = (desk.store.root, title, workbook)
        return plan

    def save(self, output: str | None, *, json: bool) -> None:
        """Write the workbook that was sent."""
        from yuetan.cli.output import result
        from yuetan.desk.files import save
        from yuetan.desk.office import file_name_text

        if self.made is None:
            return
        root, title, workbook = self.made
        target = Path(output) if output is not None else root / "out" / f"{file_name_text(title)}.xlsx"
        save(target, workbook)
        if not json:
            result(f"报送的工作簿：{target}")


def _sent(desk: Desk, period: str) -> bool:
    from yuetan.actions.submit import report_of

    return report_of(desk.state, period) is not None


def _paper(context: Context, period: str, day: date, *, dry_run: bool, json: bool) -> None:
    from yuetan.actions.submit import PaperRequest, record_paper

    def step(desk: Desk) -> Plan | Refusal:
        return record_paper(desk.setting, PaperRequest(period=period, day=day))

    session.carry(context, [step], dry_run=dry_run, json=json)


def _verify(context: Context, file: Path, period: str | None, *, json: bool) -> None:
    """Exit status 1 where the file is not, to the last part, what was sent."""
    from yuetan.cli.output import emit_json, result
    from yuetan.desk.files import load
    from yuetan.desk.submitting import SAME_FILE, prove

    proof = prove(session.open_desk(context), load(file), file.name, period.upper() if period is not None else None)
    if json:
        sent = proof.sent.isoformat() if proof.sent is not None else None
        emit_json({
            "version": 1, "file": str(file), "verdict": proof.verdict, "message": proof.words,
            "period": proof.period or None, "sent": sent,
        })  # fmt: skip
    else:
        result(proof.words)
    if proof.verdict != SAME_FILE:
        raise typer.Exit(1)
