"""The last look before something leaves the desk: no informant in a paper or a commit message (第八条（一）)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.errors import RefusedError

if TYPE_CHECKING:
    from yuetan.desk.load import Desk
    from yuetan.model.interview import Interview
    from yuetan.regulation.law import Law
    from yuetan.views.papers.order import PaperOrder


def look_through(desk: Desk, order: PaperOrder, path: str, content: bytes) -> None:
    """Raises RefusedError where a finished paper, its properties or its name tells what must not be told."""
    from yuetan.documents.part_texts import part_texts
    from yuetan.rules.confidence import leaks

    for part, text in (("文件名", path), *part_texts(content)):
        for leak in leaks(text, desk.state.office):
            raise RefusedError(
                f"{order.kind}没有生成：其中（{_place(part)}）有{leak}，第八条第（一）项不许透露",
                hint="从记录或模板中删去后再试；什么都没有写",
            )
        word = _telling(desk, order, text)
        if word is not None:
            raise RefusedError(
                f"{order.kind}没有生成：其中（{_place(part)}）的“{word}”会让对象知道问题来自信访举报（第八条第（一）项）",
                hint=f"用 yuetan edit {order.record_id} --set 改用中性的说法后再试；什么都没有写",
            )


def message_text(desk: Desk, text: str) -> str:
    """The text of a commit message, looked through: git forgets nothing. Raises RefusedError."""
    from yuetan.rules.confidence import leaks

    for leak in leaks(text, desk.state.office):
        raise RefusedError(f"提交说明中不应有{leak}（第八条第（一）项）", hint="改写后再试；什么都没有写")
    return text


def _telling(desk: Desk, order: PaperOrder, text: str) -> str | None:
    """The word that gives a complaint away to whoever receives the paper; None where there is none."""
    from yuetan.rules.article_8_confidence import revealing_word
    from yuetan.views.papers.index import PAPERS

    paper, record = PAPERS[order.kind], _record(desk, order)
    if not paper.received or paper.own_words or record is None:
        return None
    law = desk.laws.on(record.judged_day, record.regulation)
    return revealing_word(text, law, desk.state.roster) if law is not None and _of_complaint(record, law) else None


def _of_complaint(record: Interview, law: Law) -> bool:
    """Whether a complaint is what the interview is about."""
    situation = law.situation(record.kind)
    sources = {subject.problem.source for subject in record.subjects if subject.problem is not None}
    return situation is not None and not sources.isdisjoint(situation.complaint_sources)


def _record(desk: Desk, order: PaperOrder) -> Interview | None:
    stored = desk.state.interview(order.record_id)
    return stored.record if stored is not None else None


def _place(part: str) -> str:
    """Where in a paper a text stands, in a clerk's words."""
    if part == "文件名":
        return part
    if part.startswith("docProps/"):
        return "属性"
    return "批注" if "comments" in part else "正文"
