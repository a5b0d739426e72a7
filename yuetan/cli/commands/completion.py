"""completion: the script that completes commands in a shell."""

from __future__ import annotations

from typing import Annotated

import typer


def completion(
    shell: Annotated[str, typer.Argument(metavar="命令行", help="bash、zsh、fish、powershell 或 pwsh")] = "bash",
) -> None:
    """示例：
    yuetan completion bash >> ~/.bashrc
    yuetan completion zsh >> ~/.zshrc
    yuetan completion powershell >> $PROFILE
    """
    from typer._completion_shared import get_completion_script

    from yuetan.cli.output import result
    from yuetan.errors import BadInputError

    if shell not in ("bash", "zsh", "fish", "powershell", "pwsh"):
        raise BadInputError(f"没有为“{shell}”准备的补全", hint="可用：bash、zsh、fish、powershell、pwsh")
    result(get_completion_script(prog_name="yuetan", complete_var="_YUETAN_COMPLETE", shell=shell))
