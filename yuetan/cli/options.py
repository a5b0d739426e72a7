"""Options that several commands share, declared once with their Chinese help."""

from __future__ import annotations

from typing import Annotated

import typer

Word = Annotated[str, typer.Argument(metavar="约谈", help="编号（或开头、末五位）、文号、约谈对象姓名")]
Words = Annotated[
    list[str], typer.Argument(metavar="约谈…", help="编号（或开头、末五位）、文号、约谈对象姓名；可写几个，各自提交")
]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只显示将要做的改动，什么都不写")]
Day = Annotated[str | None, typer.Option("--date", metavar="日期", help="事情发生的日期，默认今天")]
Override = Annotated[
    str | None,
    typer.Option("--override", metavar="原因", help="违反规定的事确已发生、须如实记录时，写明原因；记为“例外”"),
]
ApprovedBy = Annotated[str | None, typer.Option("--approved-by", metavar="批准人", help="“例外”由谁批准")]
Why = Annotated[str | None, typer.Option("--why", metavar="原因", help="为什么")]
Sets = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="路径=值", help="改一处，如 --set 主题=…、--set 约谈对象[0].问题.来源=监督检查；可写多次"
    ),
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="文件", help="写到哪个文件")]
