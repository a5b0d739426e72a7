"""A numbered Chinese menu into the verbs: it asks for what a command needs, shows the command, and runs it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.cli import session
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yuetan.cli.context import Context
    from yuetan.views.interviews.rows import InterviewRow

_DRAFTS = (Stage.DRAFTED, Stage.APPROVED)
_PLANNED = (*_DRAFTS, Stage.NOTIFIED)
_MOST = 30
_WIDE = 64
"""Columns that two of the menu's lines take side by side."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a command needs: the words asked, the option it goes to (none for an argument); whether it must be given."""

    label: str
    option: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: its words, the command, in which states an interview is offered, what is asked.

    An interview that was chosen follows the command's first word.
    """

    title: str
    words: tuple[str, ...]
    stages: tuple[Stage, ...] = ()
    questions: tuple[Question, ...] = ()


_WHY = Question("原因", "--why")
_FILE = Question("文件（可把文件拖进来）")
_FORM = Question("填好的文件（可把文件拖进来）", "--from")
_PERIOD = Question("期间（如 2026H1）")
_REPORTED = (Stage.RECTIFICATION_DUE, Stage.RECTIFIED)
ENTRIES: tuple[Entry, ...] = (
    Entry("起草约谈", ("new",)),
    Entry("补充、修改约谈", ("edit",), (*_PLANNED, Stage.POSTPONED, Stage.HELD, *_REPORTED),
          (Question("改哪一项（如 主题=公务接待管理）", "--set"),)),
    Entry("登记审批", ("approve",), (Stage.DRAFTED,), (Question("审批人（可空）", "--approver", needed=False),)),
    Entry("发出通知", ("notify",), _PLANNED),
    Entry("登记签收", ("receipt",), (Stage.NOTIFIED,), (Question("签收日期（回车为今天）", "--date", needed=False),)),
    Entry("改期", ("reschedule",), (*_PLANNED, Stage.POSTPONED), (Question("时间（如 7月10日 9:30）", "--at"),)),
    Entry("延后", ("postpone",), _PLANNED, (_WHY,)),
    Entry("撤销", ("cancel",), (*_PLANNED, Stage.POSTPONED), (_WHY,)),
    Entry("出空白约谈记录", ("render", "约谈记录", "--blank"), _PLANNED),
    Entry("读入填好的约谈记录", ("minutes",), _PLANNED, (_FORM,)),
    Entry("逐项填写约谈记录", ("minutes",), _PLANNED),
    Entry("出空白整改报告", ("render", "整改落实情况报告", "--blank"), _REPORTED),
    Entry("读入填好的整改报告", ("rectify",), _REPORTED, (_FORM,)),
    Entry("登记整改的报送、评价", ("rectify",), _REPORTED,
          (Question("约谈对象（只有一位可空）", "--subject", needed=False),
           Question("形成日期（可空）", "--formed", needed=False),
           Question("报送日期（可空）", "--sent", needed=False),
           Question("收到日期（可空）", "--received", needed=False),
           Question("评价（如 到位，可空）", "--verdict", needed=False))),
    Entry("办结", ("close",), (Stage.HELD, Stage.RECTIFIED), (Question("结论（可空）", "--conclusion", needed=False),)),
    Entry("查看一份约谈", ("show",), tuple(Stage)),
    Entry("列出约谈", ("list",)),
    Entry("到期的事", ("due", "--why")),
    Entry("要发的通知和催办", ("remind",)),
    Entry("检查全部记录", ("check",)),
    Entry("日常约谈完成情况", ("coverage",)),
    Entry("一年的概况", ("stats",)),
    Entry("半年报送工作簿", ("report",), (), (_PERIOD,)),
    Entry("登记报送", ("submit",), (), (_PERIOD,)),
    Entry("收取单位的报送", ("collect",), (), (_FILE,)),
    Entry("导入名册", ("roster", "import"), (), (_FILE,)),
    Entry("今天的一页", ("today", "--no-menu")),
)  # fmt: skip


def at_terminal() -> bool:
    """Whether somebody is there to read and to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def run(context: Context) -> None:
    """Show the menu until it is left with 0, an empty answer or the end of input."""
    from yuetan.cli.output import message, result, terminal_width

    while True:
        result("")
        result(menu_text(terminal_width() or _WIDE))
        answer = _ask("要做什么（编号）")
        if answer in (None, "", "0"):
            return
        chosen = _entry(answer or "")
        if chosen is None:
            message(f"没有编号 {answer}，写 0 至 {len(ENTRIES)}")
            continue
        words = _words(context, chosen)
        if words is not None:
            _call(context, words)


def menu_text(width: int) -> str:
    """The numbered lines, in two columns where the terminal is wide enough, and how to leave."""
    from yuetan.cli.tables import pad

    lines = [f"{number:>3}　{entry.title}" for number, entry in enumerate(ENTRIES, start=1)]
    lines.append("  0　退出")
    if width < _WIDE:
        return "\n".join(lines)
    half = (len(lines) + 1) // 2
    right = [*lines[half:], ""]
    return "\n".join(f"{pad(one, _WIDE // 2)}{other}".rstrip() for one, other in zip(lines[:half], right, strict=False))


def _entry(answer: str) -> Entry | None:
    if not (answer.isascii() and answer.isdigit()) or not 1 <= int(answer) <= len(ENTRIES):
        return None
    return ENTRIES[int(answer) - 1]


def _words(context: Context, entry: Entry) -> list[str] | None:
    """The command with the answers; None where the clerk went back."""
    words = list(entry.words)
    if entry.stages:
        record = _record(context, entry)
        if record is None:
            return None
        words.insert(1, record)
    for question in entry.questions:
        answer = _ask(question.label)
        if answer is None or (question.needed and not answer):
            return None
        if answer:
            answer = answer.strip("'\"") if question in {_FILE, _FORM} else answer
            words += [question.option, answer] if question.option else [answer]
    return words


def _record(context: Context, entry: Entry) -> str | None:
    """One of the interviews in the states that the command takes, by its number, id or name."""
    from yuetan.cli.output import message, result
    from yuetan.cli.tables import table
    from yuetan.views.interviews.filter import Filter
    from yuetan.views.interviews.rows import InterviewRow, list_rows

    desk = session.open_desk(context)
    rows = [row for row in list_rows(desk.state, desk.laws, Filter()) if row.stage in entry.stages]
    if not rows:
        message(f"现在没有可以“{entry.title}”的约谈。")
        return None
    shown = _recent(rows)
    result(table(("", *InterviewRow.page_headings()[:5]), [(str(n), *row.texts()[:5]) for n, row in shown]))
    answer = _ask("哪一份（序号、编号或姓名，回车返回）")
    by_number = {str(number): row.id for number, row in shown}
    return by_number.get(answer or "", answer) or None


def _recent(rows: Sequence[InterviewRow]) -> list[tuple[int, InterviewRow]]:
    return list(enumerate(rows[-_MOST:], start=1))


def _call(context: Context, words: list[str]) -> None:
    """Run one command as if it had been typed; a failure says so and the menu goes on."""
    import shlex

    from yuetan.cli.main import main
    from yuetan.cli.output import message

    message(f"执行：yuetan {shlex.join(words)}")
    main(["-C", str(context.directory), "--today", context.today.isoformat(), *words])


def _ask(label: str) -> str | None:
    """The answer, stripped; None at the end of input or on Ctrl-C."""
    import typer

    try:
        answer: str = typer.prompt(label, default="", show_default=False)
    except typer.Abort:
        return None
    return answer.strip()
