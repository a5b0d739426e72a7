"""个人约谈档案封面 and 目录: a closed case as it is handed to the archives. An internal paper, never sent out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yuetan.model.choices import Way
from yuetan.views.names import own_unit_text
from yuetan.views.official_text import day_text
from yuetan.views.papers import approval, fields, minutes, notice, rectification, reminder, service
from yuetan.views.papers.order import PaperOrder, kind_text
from yuetan.views.papers.people import person_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.model import Interview, State
    from yuetan.model.interview import Subject
    from yuetan.model.rectification import Rectification
    from yuetan.regulation.law import Law
    from yuetan.views.papers.order import OfRecord

NAME = "个人约谈档案"
KEPT_YEARS = "保存.年限"
_NOTICE = f"{notice.TITLE}、{service.NAME}"


class CoverItem(fields.View):
    """A row of the list."""

    number: str = fields.text("序号", "第几件")
    by: str = fields.text("责任者", "谁形成的")
    paper_number: str = fields.text("文号", "文号，可空")
    title: str = fields.text("题名", "文件的题名")
    day: str = fields.text("日期", "文件的日期，如 20260305")


_ITEMS = (
    CoverItem("1", "市纪委监委", "", approval.TITLE, "20260301"),
    CoverItem("2", "市纪委监委", "示纪约〔2026〕3号", _NOTICE, "20260305"),
    CoverItem("3", "市纪委监委", "", minutes.TITLE, "20260310"),
    CoverItem("4", "赵甲子", "", rectification.NAME, "20260325"),
)


class CoverView(fields.View):
    """What the cover and the list say."""

    title: str = fields.text("标题", "文书的标题", "个人廉政约谈档案")
    unit_of_archive: str = fields.text("署名", "立卷的单位", "市纪委监委")
    name: str = fields.text("姓名", "约谈对象姓名", "赵甲子")
    unit: str = fields.text("单位", "约谈对象当日的单位", "市发展和改革委员会", optional=True)
    post: str = fields.text("职务", "约谈对象当日的职务", "副主任", optional=True)
    file_title: str = fields.text("题名", "案卷的题名", "赵甲子示例约谈材料")
    kind: str = fields.text("类型", "约谈情形", "示例约谈")
    id: str = fields.text("编号", "约谈的编号", "SL-202603-7K3FQ")
    file_number: str = fields.text("档号", "归档的档号，可空", "示纪-2026-约谈-001", optional=True)
    first: str = fields.text("起", "最早的文件的日期", "2026年3月1日")
    last: str = fields.text("止", "最晚的文件的日期", "2026年4月2日")
    kept: str = fields.text("保管期限", "如 30年；办法没有规定的为空", "30年", optional=True)
    count: str = fields.text("件数", "共几件", str(len(_ITEMS)))
    closed: str = fields.text("归档日期", "办结的日期，可空", "2026年4月2日", optional=True)
    items: tuple[CoverItem, ...] = fields.rows(
        "文件们", "目录的各行，每行有 序号、责任者、文号、题名、日期", CoverItem, _ITEMS, least=()
    )


class _Formed(NamedTuple):
    """Something that was formed: when, by whom, under what title and number."""

    day: date
    by: str
    title: str
    number: str = ""


def orders(source: OfRecord) -> Iterator[PaperOrder]:
    """One for each subject of a closed case who was there."""
    record = source.record
    if record.closing is not None:
        for _, subject in record.present_subjects:
            view = cover_view(record, source.state, source.law, subject)
            stem = f"{NAME}-{record.id}-{subject.id}"
            yield PaperOrder(NAME, record.id, subject.id, view, stem, record.closing.day)


def cover_view(interview: Interview, state: State, law: Law, subject: Subject) -> CoverView:
    """The cover and the list of what the record says was formed about this subject."""
    formed = sorted(_formed(interview, state, law, subject), key=lambda one: one.day)
    years = law.number(KEPT_YEARS)
    closing, kind = interview.closing, kind_text(law, interview)
    last = closing.day if closing is not None else interview.judged_day
    days = [interview.drafted, *(one.day for one in formed), last]
    name, unit, post = person_texts(subject)
    return CoverView(
        title="个人廉政约谈档案",
        unit_of_archive=own_unit_text(state, last),
        name=name,
        unit=unit,
        post=post,
        file_title=f"{name}{kind}材料",
        kind=kind,
        id=interview.id,
        file_number=(closing.file_number if closing is not None else None) or "",
        first=day_text(min(days)),
        last=day_text(max(days)),
        kept=f"{years}年" if years is not None else "",
        count=str(len(formed)),
        closed=day_text(closing.day if closing is not None else None),
        items=tuple(
            CoverItem(str(number), one.by, one.number, one.title, f"{one.day:%Y%m%d}")
            for number, one in enumerate(formed, 1)
        ),
    )


def _formed(interview: Interview, state: State, law: Law, subject: Subject) -> Iterator[_Formed]:
    own = own_unit_text(state, interview.judged_day)
    yield _Formed(interview.approval.day if interview.approval is not None else interview.drafted, own, approval.TITLE)
    for one in interview.notices:
        if subject.id in one.subjects:
            yield _Formed(one.day, own, _NOTICE if one.number else "廉政约谈通知记录", one.number or "")
    if interview.talk is not None:
        yield _Formed(interview.talk.time.date(), own, minutes.TITLE)
    yield from _afterwards(subject, law, interview.kind, own)
    for amendment in interview.amendments:
        yield _Formed(amendment.day, own, "更正说明")


def _afterwards(subject: Subject, law: Law, kind: str, own: str) -> Iterator[_Formed]:
    """Reminders, reports and what accountability left."""
    for one in subject.reminders:
        yield _Formed(one.day, own, reminder.NAME if one.way != Way.TELEPHONE else "催办记录")
    for report in subject.rectifications:
        day = _report_day(report)
        if day is not None:
            yield _Formed(day, subject.name or subject.id, report.document or _usual_document(law, kind))
    accountability = subject.accountability
    if accountability is not None and accountability.day is not None:
        yield _Formed(accountability.day, accountability.body or own, "责任追究材料")


def _report_day(report: Rectification) -> date | None:
    return report.formed or report.sent or report.received


def _usual_document(law: Law, kind: str) -> str:
    situation = law.situation(kind)
    return situation.follow_ups[0].document if situation is not None and situation.follow_ups else "后续报告"
