"""new: one draft, one for each of a list, or those that the year's plan has for a month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.drafting.request import NewRequest
from yuetan.actions.request import Ask, rows
from yuetan.cli import session
from yuetan.cli.verb import command, make, manner, values

if TYPE_CHECKING:
    from collections.abc import Callable

    from yuetan.actions.plan import Plan, Refusal
    from yuetan.cli.context import Context
    from yuetan.cli.verb import Typed
    from yuetan.desk.load import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whence the subjects come where several records are drafted."""

    from_: Annotated[str | None, Ask("--from", "名单", "从 .xlsx 或 .csv 名单（编号列）读约谈对象，每人一份")] = None
    from_plan: Annotated[
        bool,
        Ask("--from-plan", "", "按年度计划起草本单位在 --month 这个月的约谈，每人一份，已起草、已约谈的不重复"),
    ] = False
    month: Annotated[int | None, Ask("--month", "月份", "和 --from-plan 合用：计划中的哪个月，默认本月")] = None


_KIND, _SUBJECTS, *_FACTS = rows(NewRequest)


@dataclass(frozen=True, slots=True)
class Group:
    """The subjects of one record; the interviewer where the plan names one."""

    subjects: tuple[str, ...]
    interviewers: tuple[str, ...] = ()


@command((_KIND, _SUBJECTS, *rows(Source), *_FACTS))
def new(context: Context, typed: Typed) -> None:
    """示例：
    yuetan new 警示 --subject FGW-003 --source 监督检查 --at 2026-07-10T09:30 --place 第二会议室 --topic 规范公务接待
    yuetan new 日常 --subject JTJ-002 --at 2026-07-14T15:00 --dry-run
    yuetan new 任前 --from 拟任人员.xlsx --new-kind 提拔 --consulted 市委组织部 --consulted-on 2026-07-01
    yuetan new --from-plan --month 4
    """
    from yuetan.cli import asking, prompts

    groups = _planned(context, typed) if typed["from_plan"] else _listed(typed)
    kind = typed["kind"] or (_yearly(context) if typed["from_plan"] else None)
    kind = kind or prompts.answer(_KIND.ask.prompt, "yuetan new 警示")
    groups = groups or [Group((prompts.answer("约谈对象（编号或姓名）", "--subject"),))]
    if len(groups) == 1 and not typed["from_plan"] and not typed["json"]:
        day = session.day(context, typed["day"])
        typed = {**typed, **asking.complete(context, {**typed, "kind": kind, "subjects": groups[0].subjects}, day)}
    given = values(_FACTS, typed, context)
    steps = [_step(group, {**given, "kind": kind}) for group in groups]
    session.carry(context, steps, **manner(typed))


def _step(group: Group, given: dict[str, object]) -> Callable[[Desk], Plan | Refusal]:
    """The drafting of one record under an id of its own."""
    import secrets

    from yuetan.actions.drafting import new
    from yuetan.model.interview import TOKEN_ALPHABET

    token = "".join(secrets.choice(TOKEN_ALPHABET) for _ in range(5))
    own = {"interviewers": group.interviewers} if group.interviewers else {}
    request = make(NewRequest, {**given, **own, "subjects": group.subjects, "token": token})
    return lambda desk: new.new(desk.setting, request)


def _planned(context: Context, typed: Typed) -> list[Group]:
    """The subjects of the plan's month that are to be drafted, and by whom each is planned."""
    from yuetan.desk.planning import of_month
    from yuetan.errors import BadInputError, NotFoundError

    if typed["subjects"] or typed["from_"] is not None:
        raise BadInputError("--from-plan 不能和 --subject、--from 一起用", hint="对象由年度计划决定")
    month = context.today.month if typed["month"] is None else typed["month"]
    if not 1 <= month <= 12:  # noqa: PLR2004
        raise BadInputError(f"没有{month}月", hint="--month 写 1 至 12")
    wanted = typed["interviewers"]
    rows = [row for row in of_month(session.open_desk(context), month) if not wanted or row.interviewer in wanted]
    if not rows:
        raise NotFoundError(
            f"计划中{month}月没有还要起草的本单位约谈",
            hint=f"用 yuetan plan status {context.today.year} 对照计划和实际",
        )
    return [Group((row.subject,), (row.interviewer,)) for row in rows]


def _yearly(context: Context) -> str:
    """The situation that counts for the year: what plans are made of."""
    from yuetan.errors import BadInputError
    from yuetan.regulation.yearly import yearly_situations

    law = session.open_desk(context).laws.on(context.today)
    found = yearly_situations(law) if law is not None else ()
    if not found:
        raise BadInputError("今日没有可依据的规范，或其中没有计入年度的情形", hint="检查 yuetan.yaml 的 规范")
    return found[0].name


def _listed(typed: Typed) -> list[Group]:
    """The subjects of each record: those named together in one, those of a list in one each."""
    from pathlib import Path

    from yuetan.errors import BadInputError, NotFoundError

    subjects, file = typed["subjects"], typed["from_"]
    if file is None:
        return [Group(tuple(subjects))] if subjects else []
    if subjects:
        raise BadInputError("--subject 和 --from 不能一起用", hint="一份几人用 --subject，名单每人一份用 --from")
    path = Path(file)
    if not path.is_file():
        raise NotFoundError(f"没有文件 {file}", hint="写出名单文件的路径")
    from yuetan.desk.roster import listed_names

    return [Group((name,)) for name in listed_names(path.read_bytes(), path.name)]
