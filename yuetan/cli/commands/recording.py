"""Recording what was said and what followed: minutes, rectify."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from yuetan.cli import options
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from yuetan.actions.plan import Plan, Refusal
    from yuetan.desk.load import Desk


def minutes(
    ctx: typer.Context,
    word: options.Word,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="文件", help="从填好的表单读入：约谈记录.docx 或 YAML")
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="在编辑器中填写表单（编辑器由 EDITOR 指定）")] = False,
    blank: Annotated[bool, typer.Option("--blank", help="只打印填好已知内容的表单，供保存后填写")] = False,
    at: Annotated[str | None, typer.Option("--at", metavar="时间", help="实际约谈的时间")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="地点", help="实际约谈的地点")] = None,
    recorder: Annotated[str | None, typer.Option("--recorder", metavar="姓名", help="记录的工作人员")] = None,
    explained: Annotated[
        bool | None, typer.Option("--explained/--not-explained", help="谈话人是否说明了主题及原因")
    ] = None,
    reminder: Annotated[str | None, typer.Option("--reminder", metavar="文字", help="教育和提醒的内容")] = None,
    said: Annotated[
        list[str] | None,
        typer.Option("--said", metavar="项=文字", help="陈述的一项，如 解释说明=…；几位对象时写 编号.项=文字"),
    ] = None,
    absent: Annotated[list[str] | None, typer.Option("--absent", metavar="干部", help="没有到场的对象")] = None,
    signed: Annotated[list[str] | None, typer.Option("--signed", metavar="谁", help="谁签了字，如 约谈人")] = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """记录约谈：时间、地点、记录人、各人的陈述、教育提醒；生成《约谈记录》。

    示例：
    yuetan minutes JS-202603-7K3FQ --blank > 记录.yaml
    yuetan minutes JS-202603-7K3FQ --from 记录.yaml
    yuetan minutes JS-202603-7K3FQ --from 约谈记录.docx --dry-run
    yuetan minutes RC-202604-3PM2A --at 2026-04-10T09:30 --recorder 钱丙辰 --explained --said 个人廉洁自律情况=…
    """
    from yuetan.actions.life.minutes import MinutesRequest
    from yuetan.actions.life.minutes import minutes as act
    from yuetan.cli.asking import minutes_form
    from yuetan.cli.dates import parse_moment
    from yuetan.cli.forms import blank_form_text, edited, read_form
    from yuetan.cli.naming import record_id
    from yuetan.cli.output import result
    from yuetan.cli.prompts import interactive
    from yuetan.cli.session import carried, opened, overriding
    from yuetan.errors import BadInputError

    context = Context.of(ctx)
    if blank:
        desk = opened(context)
        result(blank_form_text(desk, record_id(desk, word)).rstrip("\n"))
        return
    form: dict[str, Any] = {}
    if from_ is not None:
        form = read_form(context, word, from_, json=json)
    elif edit:
        desk = opened(context)
        form = edited(blank_form_text(desk, record_id(desk, word)))
    talk = {"地点": place, "记录人": recorder, "说明主题原因": explained, "教育提醒": reminder, "签字": signed}
    given = {name: item for name, item in talk.items() if item is not None}
    if given or at is not None:
        form = {**form, "谈话": {**(form.get("谈话") or {}), **given}}
    if not form and not said and not absent and interactive():
        desk = opened(context)
        form = minutes_form(desk, record_id(desk, word))
    elif not form and not said and not absent:
        raise BadInputError(
            "没有写记录的内容", hint=f"用 yuetan minutes {word} --blank > 记录.yaml 得到表单，填好后用 --from 记录.yaml"
        )
    moment = parse_moment(at, today=context.today) if at is not None else None
    exempt = overriding(override, approved_by)

    def step(desk: Desk) -> Plan | Refusal:
        full = record_id(desk, word)
        value = _with_people(form, desk, full, said or [], absent or [])
        return act(desk.setting, MinutesRequest(id=full, value=value, at=moment, override=exempt))

    carried(context, [step], dry_run=dry_run, json=json)


def rectify(
    ctx: typer.Context,
    word: options.Word,
    subject: Annotated[str | None, typer.Option("--subject", metavar="干部", help="哪位对象，只有一位时可不写")] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="文件", help="从填好的整改落实情况报告（.docx）读入")
    ] = None,
    formed: Annotated[str | None, typer.Option("--formed", metavar="日期", help="报告形成的日期")] = None,
    sent: Annotated[str | None, typer.Option("--sent", metavar="日期", help="报送的日期")] = None,
    received: Annotated[str | None, typer.Option("--received", metavar="日期", help="收到的日期")] = None,
    verdict: Annotated[
        str | None, typer.Option("--verdict", metavar="评价", help="如 到位、措施不到位、整改不力")
    ] = None,
    returned: Annotated[str | None, typer.Option("--returned", metavar="原因", help="退回重报的原因")] = None,
    document: Annotated[str | None, typer.Option("--document", metavar="文书", help="后续文书有几种时写哪一种")] = None,
    way: Annotated[str | None, typer.Option("--accountability", metavar="方式", help="追责的方式")] = None,
    body: Annotated[str | None, typer.Option("--accountability-body", metavar="机关", help="作出追责的机关")] = None,
    basis: Annotated[str | None, typer.Option("--accountability-basis", metavar="依据", help="追责的依据")] = None,
    on: Annotated[str | None, typer.Option("--accountability-on", metavar="日期", help="追责的日期")] = None,
    date: options.Day = None,
    override: options.Override = None,
    approved_by: options.ApprovedBy = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """登记整改落实情况报告（或其他后续文书）的一轮：形成、报送、收到、评价，以及追责。

    示例：
    yuetan rectify JS-202603-7K3FQ --formed 2026-03-20 --sent 2026-03-20 --received 2026-03-21 --verdict 到位
    yuetan rectify JS-202603-7K3FQ --from 整改报告.docx --received 2026-03-21
    yuetan rectify JS-202603-7K3FQ --verdict 整改不力 --accountability 通报批评 --accountability-body 市纪委监委
    """
    from yuetan.actions.life.rectify import RectifyRequest
    from yuetan.actions.life.rectify import rectify as act
    from yuetan.cli.forms import read_report
    from yuetan.cli.naming import record_id
    from yuetan.cli.session import carried, happened, overriding

    context = Context.of(ctx)
    day, exempt = happened(context, date), overriding(override, approved_by)
    days = [None if text is None else happened(context, text) for text in (formed, sent, received, on)]
    report = read_report(context, word, from_, subject, json=json) if from_ is not None else None
    if report is not None:
        subject, document = subject or report.subject, document or report.document
        days[0] = days[0] or report.formed

    def step(desk: Desk) -> Plan | Refusal:
        request = RectifyRequest(
            id=record_id(desk, word),
            day=day,
            subject=subject,
            formed=days[0],
            sent=days[1],
            received=days[2],
            verdict=verdict,
            returned=returned,
            document=document,
            measures=report.measures if report is not None else (),
            remark=report.remark if report is not None else None,
            accountability_way=way,
            accountability_body=body,
            accountability_basis=basis,
            accountability_day=days[3],
            override=exempt,
        )
        return act(desk.setting, request)

    carried(context, [step], dry_run=dry_run, json=json)


def _with_people(form: dict[str, Any], desk: Desk, full: str, said: list[str], absent: list[str]) -> dict[str, Any]:
    """The form with what --said and --absent add to it."""
    from yuetan.errors import BadInputError

    stored = desk.state.interview(full)
    subjects = stored.record.subjects if stored is not None and stored.record is not None else ()
    rows: dict[str, dict[str, Any]] = {}
    for text in said:
        name, sign, words = text.partition("=")
        person, dot, key = name.rpartition(".")
        if not sign or (not dot and len(subjects) != 1):
            raise BadInputError(f"“{text}”不是“项=文字”", hint="有几位对象时写 编号.项=文字")
        rows.setdefault(person or subjects[0].id, {}).setdefault("陈述", {})[key.strip()] = words
    for person in absent:
        rows.setdefault(person, {})["到场"] = False
    known = {subject.name: subject.id for subject in subjects}
    added = [{"编号": known.get(person, person), **row} for person, row in rows.items()]
    return {**form, "约谈对象": [*(form.get("约谈对象") or []), *added]} if added else form
