"""rectify: a round of the follow-up document, told by options or read from the filled report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from yuetan.actions.life.rectify import RectifyRequest
from yuetan.actions.request import Ask, rows
from yuetan.cli.verb import command, manner, take, values

if TYPE_CHECKING:
    from yuetan.cli.context import Context
    from yuetan.cli.verb import Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The file that the report was filled in in."""

    from_: Annotated[str | None, Ask("--from", "文件", "从填好的整改落实情况报告（.docx）读入")] = None


_RECORD, _SUBJECT, *_ROUND = rows(RectifyRequest)


@command((_RECORD, _SUBJECT, *rows(Report), *_ROUND))
def rectify(context: Context, typed: Typed) -> None:
    """示例：
    yuetan rectify JS-202603-7K3FQ --formed 2026-03-20 --sent 2026-03-20 --received 2026-03-21 --verdict 到位
    yuetan rectify JS-202603-7K3FQ --from 整改报告.docx --received 2026-03-21
    yuetan rectify JS-202603-7K3FQ --verdict 整改不力 --accountability 通报批评 --accountability-body 市纪委监委
    """
    from yuetan.actions.life import rectify

    given = values((_SUBJECT, *_ROUND), typed, context)
    word = typed[_RECORD.name]
    report = _report(context, word, typed) if typed["from_"] is not None else {}
    take(context, rectify.rectify, RectifyRequest, [word], {**report, **given}, **manner(typed))


def _report(context: Context, word: str, typed: Typed) -> dict[str, object]:
    """What the filled report says; an option says it better."""
    from yuetan.cli.forms import read_report

    found = read_report(context, word, typed["from_"], typed[_SUBJECT.name], json=typed["json"])
    return {
        "subject": found.subject,
        "document": found.document,
        "formed": found.formed,
        "measures": found.measures,
        "remark": found.remark,
    }
