"""collect: units' reports taken at the commission, sent back where they cannot be, and the city's workbook."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context
from yuetan.model.choices import OfficeRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yuetan.desk.carry import Outcome
    from yuetan.desk.collecting import Judged
    from yuetan.desk.load import Desk

_SHOWN = 10


Files = Annotated[list[Path] | None, typer.Argument(metavar="文件…", help="各单位报来的 .xlsx，或装着它们的文件夹")]
Period = Annotated[
    str | None, typer.Option("--period", metavar="期间", help="收哪一期；文件中没有写时按此，写的不同时退回")
]
Back = Annotated[Path | None, typer.Option("--return", metavar="目录", help="不能接收的，标红、加批注后写到这个目录")]
Form = Annotated[Path | None, typer.Option("--form", metavar="文件", help="只生成空白报送表（要写 --period）")]


def collect(
    ctx: typer.Context,
    *,
    files: Files = None,
    period: Period = None,
    back: Back = None,
    form: Form = None,
    day: options.Day = None,
    output: options.Output = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """不能收的逐一指明哪一格、为什么。

    示例：
    yuetan collect 报送/*.xlsx --return 退回
    yuetan collect 报送 --period 2026H1 -o 全市上半年.xlsx
    yuetan collect --form 报送表.xlsx --period 2026H1
    """
    from yuetan.desk import collecting
    from yuetan.errors import BadInputError

    context = Context.of(ctx)
    name = period.upper() if period is not None else None
    desk = session.open_desk(context)
    if form is not None:
        _form(desk, form, name)
        return
    if desk.state.office.role != OfficeRole.GATHERING:
        raise BadInputError("本档案是报送单位的，不接收报送", hint="在汇总单位（市纪委监委）的档案里运行")
    received = session.day(context, day)
    found = collecting.judge_files(desk, _paths(files or []), received, name)
    differing = desk.store.differs()
    outcome = collecting.keep(desk, found, received, dry_run=dry_run)
    written = _Written()
    if not dry_run:
        after = collecting.desk_after(desk, found, outcome, received) if not differing else None
        after = after or session.open_desk(context, rev="HEAD")
        written = _Written(_returned(desk, found, back), _city(after, found, name, output))
    _say(outcome, found, written, dry_run=dry_run, json=json)


@dataclass(frozen=True, slots=True)
class _Written:
    """The files that were written: sent back, and the city's workbooks."""

    returned: tuple[str, ...] = ()
    workbooks: tuple[str, ...] = ()


def _form(desk: Desk, target: Path, period: str | None) -> None:
    from yuetan.cli.output import result
    from yuetan.desk import collecting
    from yuetan.desk.files import save
    from yuetan.errors import BadInputError

    if period is None:
        raise BadInputError("没有写明哪一期的报送表", hint="加 --period，如 --period 2026H1")
    save(target, collecting.report_form(desk, period))
    result(f"已生成空白报送表：{target}")


def _paths(files: Sequence[Path]) -> list[Path]:
    """Files as given; of a folder every workbook in it, by name. Programs' lock files (~$…) are none."""
    from yuetan.errors import BadInputError

    found: list[Path] = []
    for path in files:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        chosen = [one for one in inside if one is path or (one.is_file() and not one.name.startswith((".", "~$")))]
        found += chosen
    if not found:
        raise BadInputError("没有写明要接收的文件", hint="写成 yuetan collect 文件.xlsx，或写文件夹")
    return list(dict.fromkeys(found))


def _returned(desk: Desk, found: tuple[Judged, ...], folder: Path | None) -> tuple[str, ...]:
    from yuetan.desk import collecting

    return tuple(str(path) for path in collecting.send_back(desk, found, folder)) if folder is not None else ()


def _city(desk: Desk, found: tuple[Judged, ...], period: str | None, output: str | None) -> tuple[str, ...]:
    """The city's workbook of each period of which something was taken, and of the one that was asked for."""
    from yuetan.desk.files import save
    from yuetan.desk.office import file_name_text
    from yuetan.desk.reporting import report

    taken = (one.examined.period for one in found if one.examined.taken)
    names = tuple(dict.fromkeys((*taken, *((period,) if period is not None else ()))))
    books = []
    for name in names:
        made = report(desk, name, judged=False)
        plain = desk.store.root / "out" / f"{file_name_text(made.rows.title)}.xlsx"
        target = Path(output) if output is not None and len(names) == 1 else plain
        save(target, made.workbook)
        books.append(str(target))
    return tuple(books)


def _say(outcome: Outcome, found: tuple[Judged, ...], written: _Written, *, dry_run: bool, json: bool) -> None:
    """What was taken and what was not; exits 2 where something is sent back."""
    from yuetan.cli.output import message, result, show
    from yuetan.desk.carry import outcomes_json

    def document() -> dict[str, object]:
        return {**outcomes_json([outcome]), "files": [_as_json(one) for one in found], **asdict(written)}

    if not json:
        for note in outcome.notes:
            result(note)
        for words in _problem_lines(found):
            message(words)
    show(document, _lines(outcome, found, written, dry_run=dry_run), json=json)
    if not all(one.examined.taken for one in found):
        raise typer.Exit(2)


def _problem_lines(found: tuple[Judged, ...]) -> Iterator[str]:
    """What is wrong with each workbook that is sent back, the first places of it."""
    for one in found:
        problems = one.examined.problems
        if not problems:
            continue
        yield f"退回 {one.path.name}：{len(problems)}处不能接收"
        for problem in problems[:_SHOWN]:
            place = f"{problem.sheet}!{problem.cell} " if problem.cell else ""
            yield f"  {place}“{problem.value}” {problem.reason}"
        if len(problems) > _SHOWN:
            yield f"  另有 {len(problems) - _SHOWN} 处，用 --return 或 --json 查看"


def _lines(outcome: Outcome, found: tuple[Judged, ...], written: _Written, *, dry_run: bool) -> Iterator[str]:
    """What was done with the workbooks."""
    taken = sum(one.examined.taken for one in found)
    if dry_run:
        yield "试运行，什么都没有写。"
    elif outcome.commit is not None:
        yield f"已写入 {len(outcome.files)} 个单位的报送（提交 {outcome.commit[:10]}）"
    yield f"收到 {len(found)} 份，接收 {taken} 份，退回 {len(found) - taken} 份"
    yield from (f"已退回：{path}" for path in written.returned)
    yield from (f"全市工作簿：{path}" for path in written.workbooks)


def _as_json(one: Judged) -> dict[str, object]:
    examined = one.examined
    return {
        "file": str(one.path), "unit": examined.unit or None, "period": examined.period or None,
        "taken": examined.taken, "rows": len(examined.rows), "days_late": examined.late,
        "problems": [problem.as_json() for problem in examined.problems],
    }  # fmt: skip
