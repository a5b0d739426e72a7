"""The commands, in the order of a record's life. A new one is a function in its module and a row here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from yuetan import __version__
from yuetan.cli.context import Context
from yuetan.cli.help import ChineseCommand, ChineseGroup


@dataclass(frozen=True, slots=True)
class Row:
    """A command or a group: its name, `module:function` (`module:app` for a group), and its line in the help.

    The module is imported when the command is called: `yuetan --help` must not wait for all of them.
    """

    name: str
    place: str
    about: str


COMMANDS: tuple[Row, ...] = (
    Row("init", "setup:init", "新建一个约谈档案：git 仓库、目录、模板、结构说明和规范。"),
    Row("new", "new:new", "起草一份约谈，姓名、单位、职务取名册中当日的。"),
    Row("edit", "changing:edit", "修改一份还没有办结的约谈，改后重新对照办法。"),
    Row("approve", "notifying:approve", "登记审批。"),
    Row("notify", "notifying:notify", "登记通知：检查提前天数，编文号，生成《约谈通知书》。"),
    Row("receipt", "notifying:receipt", "登记通知的签收。"),
    Row("minutes", "recording:minutes", "记录约谈：时间、地点、记录人、各人的陈述、教育提醒；生成《约谈记录》。"),
    Row(
        "rectify",
        "recording:rectify",
        "登记整改落实情况报告（或其他后续文书）的一轮：形成、报送、收到、评价，以及追责。",
    ),
    Row("close", "ending:close", "办结。办结后只能用 yuetan amend 更正。"),
    Row("cancel", "ending:cancel", "撤销还没有进行的约谈。"),
    Row("postpone", "postponing:postpone", "延后约谈，新的时间待定。"),
    Row("reschedule", "postponing:reschedule", "改期或改地点；办法要求重新通知时会提醒。"),
    Row("amend", "changing:amend", "更正一份已办结的约谈；原来的和更正的都留在历史中。"),
    Row("list", "looking:list_", "列出约谈，可按情形、单位、干部、状态、期间筛选。"),
    Row("show", "looking:show", "显示一份约谈：全部内容、状态、期限和下一步。"),
    Row("log", "looking:log", "用文字讲一份约谈（或整个档案）的经过：何时、何人、做了什么。"),
    Row("check", "judging:check", "逐条对照办法检查全部记录，指出文件、行、列和条款。只检查，不改动任何文件。"),
    Row("explain", "judging:explain", "解释一条规则：依据的条款、参数、可作两种理解之处及其选择、合格和不合格的例子。"),
    Row(
        "due",
        "due:due",
        "列出到期的事：逾期的在前，其余按日子；做什么、谁、哪次约谈、依据、期限、还有几天、用什么命令办。",
    ),
    Row(
        "today",
        "today:today",
        "今天的一页：逾期、到期、近日的约谈、待办的草稿、上个工作日以来的变动；在终端中接着出菜单。",
    ),
    Row("remind", "remind:remind", "本周要发的：通知、逾期整改的催办、迟报单位的报送提醒；发出后登记催办。"),
    Row("plan", "plan:plan", "排出一年的约谈计划：谁约谈谁、在哪个月；已定、已起草、已约谈的不动，排不上的写明原因。"),
    Row(
        "coverage",
        "coverage:coverage",
        "逐人对照第六条：一年里谈了几次、还剩几天、谁有权谈；各单位报来的计在内，免谈的另列。",
    ),
    Row(
        "report",
        "report:report",
        "生成报送工作簿：汇总、明细、未约谈名单、整改跟踪、程序检查、同比环比、补报与更正、填报说明。",
    ),
    Row("brief", "brief:brief", "给签发的人一页简报，连同工作情况报告和报送函，都是 Word。"),
    Row("submit", "submit:submit", "登记报送：何时、报给谁、依据哪个提交、摘要是什么；同时生成工作簿。"),
    Row(
        "collect",
        "collect:collect",
        "接收各单位报来的工作簿：逐格核对，收下的一次提交，不能收的标红退回；生成全市工作簿。",
    ),
    Row("adopt", "adopt:adopt", "采用一份改过的文书：再看一遍有没有不该透露的内容，登记它的摘要，以后可以核对。"),
    Row("template", "template:app", "Word 模板：用前检查，列出可用的变量，恢复随程序提供的模板。"),
    Row("import", "import_:import_", "接收 Excel 台账：按表头猜列，对照名册，一次提交；不能导入的另存，改好再导入。"),
    Row("export", "export:export", "把名单写成 Excel 或 CSV；任何文字都不会被当成公式。"),
    Row("stats", "stats:stats", "一年概览：逐月走势、各情形与上年同期、各单位覆盖率（条形）、逾期。"),
    Row("render", "render:render", "重新生成一份文书；同样的记录和模板，得到的字节也一样。"),
    Row("doctor", "setup:doctor", "检查环境：git 和身份、YAML 解析器、工作日历、结构说明、会离开内网的远程。"),
    Row("completion", "setup:completion", "打印命令补全的脚本，放进命令行的启动文件即可。"),
    Row("roster", "roster:app", "名册：导入、列出、查看、调动、免职。"),
    Row("regulation", "regulation:app", "查看、检查、比较、起草规范（各地的办法）。"),
    Row("calendar", "calendar:app", "放假安排：导入国务院办公厅的通知，查看一年的放假和调休。"),
)


def _today(text: str | None) -> date:
    from yuetan.cli.dates import parse_day

    now = date.today()  # noqa: DTZ011 - the clerk's own day
    return parse_day(text, today=now) if text else now


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"yuetan {__version__}")
        raise typer.Exit


def root(
    ctx: typer.Context,
    directory: Annotated[str, typer.Option("-C", metavar="目录", help="在这个目录的档案上工作")] = ".",
    today: Annotated[
        str | None, typer.Option("--today", metavar="日期", envvar="YUETAN_TODAY", help="以哪一天为今天来判断")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="出错时显示程序内部的经过")] = False,  # noqa: ARG001 - main looks
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", is_eager=True, callback=_version, help="显示版本")
    ] = False,
) -> None:
    """把廉政约谈管起来：一份约谈一个文件，逐条对照办法，git 留下全部经过。

    示例：
    yuetan init 演示 --sample
    yuetan -C 演示 list --state 待整改
    yuetan -C 演示 check
    yuetan explain B7.2
    """
    ctx.obj = Context(Path(directory), _today(today))


class LazyGroup(ChineseGroup):
    """The commands of the table, each imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        """In the order of the table."""
        return [row.name for row in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's signature
        """The command of this name; None where there is none."""
        row = next((row for row in COMMANDS if row.name == cmd_name), None)
        return loaded(row) if row is not None else None

    def lines(self, ctx: Any) -> list[tuple[str, str]]:  # noqa: ARG002 - as the group's own
        """Each command with its line in the help."""
        return [(row.name, row.about) for row in COMMANDS]


@cache
def loaded(row: Row) -> Any:
    """The command or group of a row, imported."""
    from typer.main import get_command

    module, _, name = row.place.partition(":")
    found = getattr(import_module(f"yuetan.cli.commands.{module}"), name)
    if isinstance(found, typer.Typer):
        found.info.cls = ChineseGroup
        for own in found.registered_commands:
            own.cls = ChineseCommand
        return get_command(found)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(row.name, cls=ChineseCommand)(found)
    return get_command(app)


@cache
def command() -> Any:
    """The whole command line as one object."""
    from typer.main import get_command

    return get_command(
        typer.Typer(cls=LazyGroup, add_completion=False, rich_markup_mode=None, no_args_is_help=True, callback=root)
    )
