"""minutes: what was said, from a filled form, from an editor, from options, or asked piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.life.minutes import MinutesRequest
from yuetan.actions.request import Ask, Kind, rows
from yuetan.cli.verb import command, manner, take, values

if TYPE_CHECKING:
    from yuetan.cli.context import Context
    from yuetan.cli.verb import Typed
    from yuetan.codec.plain import Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Where the form comes from, or that only a blank one is wanted."""

    from_: Annotated[str | None, Ask("--from", "文件", "从填好的表单读入：约谈记录.docx 或 YAML")] = None
    edit: Annotated[bool, Ask("--edit", "", "在编辑器中填写表单（编辑器由 EDITOR 指定）")] = False
    blank: Annotated[bool, Ask("--blank", "", "只打印填好已知内容的表单，供保存后填写")] = False


_RECORD, *_PIECES = rows(MinutesRequest)


@command((_RECORD, *rows(Form), *_PIECES))
def minutes(context: Context, typed: Typed) -> None:
    """示例：
    yuetan minutes JS-202603-7K3FQ --blank > 记录.yaml
    yuetan minutes JS-202603-7K3FQ --from 记录.yaml
    yuetan minutes JS-202603-7K3FQ --from 约谈记录.docx --dry-run
    yuetan minutes RC-202604-3PM2A --at 2026-04-10T09:30 --recorder 钱丙辰 --explained --said 个人廉洁自律情况=…
    """
    from yuetan.actions.life import minutes

    word = typed[_RECORD.name]
    if typed["blank"]:
        from yuetan.cli.output import result

        result(_blank(context, word).rstrip("\n"))
        return
    given = {"value": _form(context, word, typed), **values(_PIECES, typed, context)}
    take(context, minutes.minutes, MinutesRequest, [word], given, **manner(typed))


def _form(context: Context, word: str, typed: Typed) -> Plain:
    """The form that was filled in; where nothing at all was said, the answers to its questions."""
    from yuetan.cli import asking, forms, prompts, session
    from yuetan.cli.naming import record_id
    from yuetan.errors import BadInputError

    form: Plain = {}
    if typed["from_"] is not None:
        form = forms.read_form(context, word, typed["from_"], json=typed["json"])
    elif typed["edit"]:
        form = forms.edit_form(_blank(context, word))
    if form or any(typed[row.name] not in (None, []) for row in _PIECES if row.kind is not Kind.OVERRIDE):
        return form
    if not prompts.interactive():
        hint = f"用 yuetan minutes {word} --blank > 记录.yaml 得到表单，填好后用 --from 记录.yaml"
        raise BadInputError("没有写记录的内容", hint=hint)
    desk = session.open_desk(context)
    return asking.minutes_form(desk, record_id(desk, word))


def _blank(context: Context, word: str) -> str:
    from yuetan.cli import forms, session
    from yuetan.cli.naming import record_id

    desk = session.open_desk(context)
    return forms.blank_form_text(desk, record_id(desk, word))
