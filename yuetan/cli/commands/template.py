"""template: prove, describe and put back the Word templates that an office may change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yuetan.cli import options, session
from yuetan.cli.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.desk.templates import Proof

_ABOUT = """示例：
yuetan template check
yuetan template vars 约谈通知书
"""
app = typer.Typer(add_completion=False, no_args_is_help=True, help=_ABOUT)
Kind = Annotated[str, typer.Argument(metavar="文书", help="如 约谈通知书")]


@app.command()
def check(
    ctx: typer.Context,
    *,
    file: Annotated[
        str | None, typer.Argument(metavar="[文件]", help="模板文件；不写则检查本档案改过的全部模板")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="文书", help="是哪种文书的模板，文件名看不出时写")
    ] = None,
    json: options.Json = False,
) -> None:
    """检查模板能不能用：能打开、没有宏和外部链接、变量都有、用样例试填不出错、没有修订和批注；并指出与公文格式不同之处。

    示例：
    yuetan template check
    yuetan template check 通知书.docx --kind 约谈通知书
    """
    from yuetan.archive.store import Store
    from yuetan.cli.output import show
    from yuetan.desk.templates import prove_file, prove_own

    proofs = prove_own(Store.find(Context.of(ctx).directory)) if file is None else (prove_file(Path(file), kind),)
    rows = [{"kind": p.kind, "file": p.file, "faults": list(p.faults), "doubts": list(p.doubts)} for p in proofs]
    lines = (line for proof in proofs for line in _proof_lines(proof))
    show(lambda: {"version": 1, "items": rows}, lines if proofs else ["模板都是随程序提供的，没有改过。"], json=json)
    if any(proof.faults for proof in proofs):
        raise typer.Exit(2)


@app.command("vars")
def variables(kind: Kind, json: options.Json = False) -> None:
    """列出一种文书的模板可以用的变量、含义和样例。

    示例：
    yuetan template vars 约谈通知书
    """
    from yuetan.cli.output import emit_json, result
    from yuetan.cli.tables import table
    from yuetan.desk.templates import kind_named

    view = kind_named(kind).view
    sample = view.sample()
    rows = [(name, about, _sample(sample, name)) for name, about in view.variables().items()]
    if json:
        emit_json({"version": 1, "items": [{"name": n, "meaning": a, "sample": s} for n, a, s in rows]})
        return
    result(table(("变量", "含义", "样例"), rows))


@app.command()
def reset(ctx: typer.Context, kind: Kind) -> None:
    """把一种文书的模板恢复成随程序提供的，一个提交；原来的仍在历史中。

    示例：
    yuetan template reset 约谈通知书
    """
    from yuetan.cli.output import result
    from yuetan.desk import templates

    path, commit = templates.reset(session.open_desk(Context.of(ctx)), kind)
    result(f"已恢复 {path}（提交 {commit[:10]}）" if commit is not None else f"{path} 就是随程序提供的，没有改动。")


def _proof_lines(proof: Proof) -> Iterator[str]:
    """Whether a template can be used, what is wrong with it and what may be."""
    yield f"{proof.file}（{proof.kind}）：{'不能使用' if proof.faults else '可以使用'}"
    yield from (f"  错误　{fault}" for fault in proof.faults)
    yield from (f"  注意　{doubt}" for doubt in proof.doubts)


def _sample(view: object, name: str) -> str:
    """What the sample has for a variable; of a list's item the first one's."""
    head, _, rest = name.partition(".")
    if rest:
        rows = view.get(f"{head}们") if isinstance(view, dict) else None
        first = rows[0] if isinstance(rows, list) and rows else {}
        return str(first.get(rest, "")) if isinstance(first, dict) else ""
    value = view.get(head, "") if isinstance(view, dict) else ""
    return f"{len(value)} 项" if isinstance(value, list) else str(value)
