"""Drafting: new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from yuetan.cli import options
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


def new(
    ctx: typer.Context,
    kind: Annotated[
        str | None, typer.Argument(metavar="情形", help="如 警示、警示约谈、JS；用 --from-plan 时不必写")
    ] = None,
    subject: Annotated[
        list[str] | None, typer.Option("--subject", metavar="干部", help="约谈对象，编号或唯一的姓名；几位时写多次")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="名单", help="从 .xlsx 或 .csv 名单（编号列）读约谈对象，每人一份")
    ] = None,
    from_plan: Annotated[
        bool,
        typer.Option(
            "--from-plan", help="按年度计划起草本单位在 --month 这个月的约谈，每人一份，已起草、已约谈的不重复"
        ),
    ] = False,
    month: Annotated[
        int | None, typer.Option("--month", metavar="月份", help="和 --from-plan 合用：计划中的哪个月，默认本月")
    ] = None,
    interviewer: Annotated[
        list[str] | None, typer.Option("--interviewer", metavar="干部", help="约谈人；不写时取办法规定的唯一有权的人")
    ] = None,
    companion: Annotated[list[str] | None, typer.Option("--companion", metavar="干部", help="参加约谈的人")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="时间", help="拟约谈的时间，如 2026-03-10T09:30")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="地点", help="拟约谈的地点")] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="主题", help="约谈主题，约谈对象会看到")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="事由", help="事由，约谈对象会看到")] = None,
    mode: Annotated[str | None, typer.Option("--mode", metavar="方式", help="个别谈话或集体谈话，默认按人数")] = None,
    collective_reason: Annotated[
        str | None, typer.Option("--collective-reason", metavar="原因", help="为什么采取集体谈话")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="来源", help="问题来源，如 监督检查")] = None,
    source_note: Annotated[str | None, typer.Option("--source-note", metavar="说明", help="来源为其他时说明")] = None,
    whose: Annotated[
        list[str] | None, typer.Option("--whose", metavar="归属", help="谁的问题：本人、分管部门、本单位")
    ] = None,
    gist: Annotated[str | None, typer.Option("--problem", metavar="概述", help="问题概述，不得有反映人的信息")] = None,
    clue: Annotated[str | None, typer.Option("--clue", metavar="编号", help="不透露任何信息的线索编号")] = None,
    new_unit: Annotated[str | None, typer.Option("--new-unit", metavar="单位", help="拟任单位")] = None,
    new_post: Annotated[str | None, typer.Option("--new-post", metavar="职务", help="拟任职务")] = None,
    new_rank: Annotated[str | None, typer.Option("--new-rank", metavar="职级", help="拟任职级，如 副处")] = None,
    new_managed: Annotated[
        bool | None, typer.Option("--new-managed/--new-not-managed", help="拟任职务是否市管")
    ] = None,
    new_kind: Annotated[str | None, typer.Option("--new-kind", metavar="情形", help="提拔或调整")] = None,
    sanction: Annotated[str | None, typer.Option("--sanction", metavar="决定", help="处分决定，如 党内警告")] = None,
    sanction_category: Annotated[
        str | None, typer.Option("--sanction-category", metavar="类别", help="党纪、政纪或政务")
    ] = None,
    sanction_on: Annotated[str | None, typer.Option("--sanction-on", metavar="日期", help="处分决定的日期")] = None,
    coordinator: Annotated[
        list[str] | None, typer.Option("--coordinator", metavar="单位", help="联系协调的单位，默认由办法推定")
    ] = None,
    consulted: Annotated[
        str | None, typer.Option("--consulted", metavar="单位", help="商请的组织（人事）部门，如 市委组织部")
    ] = None,
    consulted_on: Annotated[str | None, typer.Option("--consulted-on", metavar="日期", help="商请的日期")] = None,
    arrangement: Annotated[
        str | None, typer.Option("--arrangement", metavar="依据", help="安排依据：市委何时怎样安排的")
    ] = None,
    need: Annotated[str | None, typer.Option("--need", metavar="依据", help="安排依据：为什么工作需要")] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="说明", help="对象不是办法所列的人时，为什么约谈")
    ] = None,
    subject_name: Annotated[
        str | None, typer.Option("--subject-name", metavar="姓名", help="任职前的对象不在名册中时的姓名")
    ] = None,
    subject_unit: Annotated[
        str | None, typer.Option("--subject-unit", metavar="单位", help="任职前的对象不在名册中时的现单位")
    ] = None,
    subject_post: Annotated[
        str | None, typer.Option("--subject-post", metavar="职务", help="任职前的对象不在名册中时的现职务")
    ] = None,
    regulation: Annotated[
        str | None, typer.Option("--regulation", metavar="规范", help="依据的规范，默认为本单位当日的规范")
    ] = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """起草一份约谈，姓名、单位、职务取名册中当日的。

    示例：
    yuetan new 警示 --subject FGW-003 --source 监督检查 --at 2026-07-10T09:30 --place 第二会议室 --topic 规范公务接待
    yuetan new 日常 --subject JTJ-002 --at 2026-07-14T15:00 --dry-run
    yuetan new 任前 --from 拟任人员.xlsx --new-kind 提拔 --consulted 市委组织部 --consulted-on 2026-07-01
    yuetan new --from-plan --month 4
    """
    import secrets

    from yuetan.actions.drafting.new import new as draft
    from yuetan.actions.drafting.request import NewRequest
    from yuetan.cli.asking import Draft, completed
    from yuetan.cli.dates import parse_day, parse_moment
    from yuetan.cli.prompts import asked
    from yuetan.cli.session import carried, happened, overriding
    from yuetan.model.interview import TOKEN_ALPHABET

    context = Context.of(ctx)
    if from_plan:
        groups, planned = _planned(context, month, subject, from_, interviewer)
        kind = kind or _yearly(context)
    else:
        groups, planned = _groups(subject or [], from_), {}
    kind = kind or asked("情形（如 警示）", "yuetan new 警示")
    if not groups:
        groups = [[asked("约谈对象（编号或姓名）", "--subject")]]
    day = happened(context, date)
    facts: dict[str, Any] = {
        "source": source, "source_note": source_note, "whose": tuple(whose or ()), "gist": gist, "clue": clue,
        "new_unit": new_unit, "new_post": new_post, "new_rank": new_rank, "new_managed": new_managed,
        "new_kind": new_kind, "sanction_category": sanction_category, "sanction_decision": sanction,
        "sanction_day": sanction_on, "consulted": consulted, "consulted_on": consulted_on,
    }  # fmt: skip
    if len(groups) == 1 and not from_plan and not json:
        typed = Draft(kind, tuple(groups[0]), day, tuple(interviewer or ()), at, place, topic, reason, facts)
        told = completed(context, typed)
        interviewer, at = list(told.interviewers), told.at
        place, topic, reason, facts = told.place, told.topic, told.reason, {**facts, **told.facts}
    for name in ("sanction_day", "consulted_on"):
        facts[name] = parse_day(facts[name], today=context.today) if facts[name] else None

    def drafted(group: list[str]) -> Callable[[Desk], Plan | Refusal]:
        request = NewRequest(
            kind=kind or "",
            subjects=tuple(group),
            day=day,
            token="".join(secrets.choice(TOKEN_ALPHABET) for _ in range(5)),
            interviewers=planned.get(group[0]) or tuple(interviewer or ()),
            companions=tuple(companion or ()),
            at=parse_moment(at, today=context.today) if at else None,
            place=place,
            topic=topic,
            reason=reason,
            mode=mode,
            collective_reason=collective_reason,
            regulation=regulation,
            coordinators=tuple(coordinator or ()),
            arrangement=arrangement,
            need=need,
            note=note,
            subject_name=subject_name,
            subject_unit=subject_unit,
            subject_post=subject_post,
            override=overriding(override, approved_by),
            **facts,
        )

        return lambda desk: draft(desk.setting, request)

    carried(context, [drafted(group) for group in groups], dry_run=dry_run, json=json)


def _planned(
    context: Context, month: int | None, subject: list[str] | None, from_: str | None, interviewer: list[str] | None
) -> tuple[list[list[str]], dict[str, tuple[str, ...]]]:
    """The subjects of the plan's month that are to be drafted, and by whom each is planned."""
    from yuetan.cli.session import opened
    from yuetan.desk.planning import of_month
    from yuetan.errors import BadInputError, NotFoundError

    if subject or from_ is not None:
        raise BadInputError("--from-plan 不能和 --subject、--from 一起用", hint="对象由年度计划决定")
    wanted = context.today.month if month is None else month
    if not 1 <= wanted <= 12:  # noqa: PLR2004
        raise BadInputError(f"没有{wanted}月", hint="--month 写 1 至 12")
    rows = [row for row in of_month(opened(context), wanted) if not interviewer or row.interviewer in interviewer]
    if not rows:
        raise NotFoundError(
            f"计划中{wanted}月没有还要起草的本单位约谈",
            hint=f"用 yuetan plan status {context.today.year} 对照计划和实际",
        )
    return [[row.subject] for row in rows], {row.subject: (row.interviewer,) for row in rows}


def _yearly(context: Context) -> str:
    """The situation that counts for the year: what plans are made of."""
    from yuetan.cli.session import opened
    from yuetan.errors import BadInputError
    from yuetan.regulation.yearly import yearly_situations

    law = opened(context).laws.on(context.today)
    found = yearly_situations(law) if law is not None else ()
    if not found:
        raise BadInputError("今日没有可依据的规范，或其中没有计入年度的情形", hint="检查 yuetan.yaml 的 规范")
    return found[0].name


def _groups(subjects: list[str], file: str | None) -> list[list[str]]:
    """The subjects of each record: those named together in one, those of a list in one each."""
    from pathlib import Path

    from yuetan.errors import BadInputError, NotFoundError

    if file is None:
        return [subjects] if subjects else []
    if subjects:
        raise BadInputError("--subject 和 --from 不能一起用", hint="一份几人用 --subject，名单每人一份用 --from")
    path = Path(file)
    if not path.is_file():
        raise NotFoundError(f"没有文件 {file}", hint="写出名单文件的路径")
    from yuetan.desk.roster import listed_names

    return [[name] for name in listed_names(path.read_bytes(), path.name)]
