"""Which papers a record gives, kind by kind: orders made from what it says, nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.actions.life.minutes import minutes_papers
from yuetan.actions.life.notify import notice_papers
from yuetan.actions.plan import PaperOrder
from yuetan.model.choices import Way
from yuetan.regulation.deadlines import follow_up_due
from yuetan.views.papers.approval import approval_view
from yuetan.views.papers.cover import cover_view
from yuetan.views.papers.minutes import minutes_form_view
from yuetan.views.papers.rectification import rectification_view
from yuetan.views.papers.reminder import reminder_view
from yuetan.views.papers.reschedule import changed, issued_day, reschedule_view
from yuetan.views.papers.service import service_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from yuetan.actions.current import Current
    from yuetan.actions.plan import Setting
    from yuetan.model.interview import Subject
    from yuetan.regulation.law import Law
    from yuetan.regulation.profile import FollowUp

APPROVAL, NOTICE, RESCHEDULED, SERVICE = "约谈登记审批表", "约谈通知书", "改期通知", "送达回证"
MINUTES, REPORT, REMINDER, COVER = "约谈记录", "整改落实情况报告", "催办函", "个人约谈档案"


def paper_orders(setting: Setting, now: Current, kind: str) -> tuple[PaperOrder, ...]:
    """Every paper of this kind that the record gives today; none where it has nothing for it yet."""
    orders = _ORDERS.get(kind)
    return tuple(orders(setting, now)) if orders is not None and now.law is not None else ()


def form_orders(setting: Setting, now: Current, kind: str) -> tuple[PaperOrder, ...]:
    """The forms of this kind, the known facts filled in, to be filled in by hand or in Word; none for other kinds."""
    if now.law is None or now.record.cancelled:
        return ()
    return tuple(_FORMS[kind](setting, now, now.law)) if kind in _FORMS else ()


def _minutes_form(setting: Setting, now: Current, law: Law) -> Iterator[PaperOrder]:
    view = minutes_form_view(now.record, setting.state, law)
    yield PaperOrder(MINUTES, now.id, None, view, f"{MINUTES}-{now.id}-{_FORM}", now.record.drafted)


def _report_forms(setting: Setting, now: Current, law: Law) -> Iterator[PaperOrder]:
    follow_ups = now.situation.follow_ups if now.situation is not None else ()
    for subject in now.record.subjects:
        for follow_up in follow_ups if subject.present is not False else ():
            view = rectification_view(now.record, setting.state, law, subject, follow_up)
            stem = f"{follow_up.document}-{now.id}-{subject.id}-{_FORM}"
            yield PaperOrder(REPORT, now.id, subject.id, view, stem, now.record.drafted)


def _approval(setting: Setting, now: Current) -> Iterator[PaperOrder]:
    if now.law is not None:
        view = approval_view(now.record, setting.state, now.law)
        yield PaperOrder(APPROVAL, now.id, None, view, f"{APPROVAL}-{now.id}", now.record.drafted)


def _notices(setting: Setting, now: Current) -> Iterator[PaperOrder]:
    yield from notice_papers(setting.state, now, range(len(now.record.notices)), setting.laws)


def _minutes(setting: Setting, now: Current) -> Iterator[PaperOrder]:
    yield from minutes_papers(setting.state, now)


def _rescheduled(setting: Setting, now: Current) -> Iterator[PaperOrder]:
    for index, notice in enumerate(now.record.notices):
        law = setting.laws.on(notice.day, now.record.regulation)
        if law is None or now.record.cancelled or not changed(now.record, index):
            continue
        day = issued_day(now.record, index) or setting.today
        view = reschedule_view(now.record, setting.state, law, index, day)
        stem = f"{RESCHEDULED}-{notice.number or notice.day.isoformat()}-{index + 1}"
        yield PaperOrder(RESCHEDULED, now.id, None, view, stem, day)


def _service(setting: Setting, now: Current) -> Iterator[PaperOrder]:
    for index, notice in enumerate(now.record.notices):
        if notice.way != Way.TELEPHONE:
            view = service_view(now.record, setting.state, index)
            stem = f"{SERVICE}-{notice.number or notice.day.isoformat()}-{index + 1}"
            yield PaperOrder(SERVICE, now.id, None, view, stem, notice.day)


def _owed(now: Current) -> Iterator[tuple[Subject, FollowUp]]:
    """Each follow-up document of each subject who was there."""
    if now.record.talk is not None and now.situation is not None:
        for _, subject in now.record.present_subjects:
            for follow_up in now.situation.follow_ups:
                yield subject, follow_up


def _reports(setting: Setting, now: Current) -> Iterator[PaperOrder]:
    for subject, follow_up in _owed(now):
        if now.law is not None and now.record.talk is not None:
            view = rectification_view(now.record, setting.state, now.law, subject, follow_up)
            stem = f"{follow_up.document}-{now.id}-{subject.id}"
            yield PaperOrder(REPORT, now.id, subject.id, view, stem, now.record.talk.time.date())


def _reminders(setting: Setting, now: Current) -> Iterator[PaperOrder]:
    for subject, follow_up in _owed(now):
        for day in _reminder_days(setting, now, subject, follow_up):
            if now.law is not None:
                view = reminder_view(now.record, setting.state, now.law, subject, follow_up, day=day)
                stem = f"{REMINDER}-{now.id}-{subject.id}-{day.isoformat()}"
                yield PaperOrder(REMINDER, now.id, subject.id, view, stem, day)


def _reminder_days(setting: Setting, now: Current, subject: Subject, follow_up: FollowUp) -> tuple[date, ...]:
    """The days of the written reminders on record; today where none is and the document is overdue."""
    if now.law is None or now.situation is None or now.record.talk is None:
        return ()
    due = follow_up_due(now.law, now.situation, follow_up, now.record.talk.time.date()).due
    sent = tuple(one.day for one in subject.reminders if one.way != Way.TELEPHONE and one.day > due)
    formed = any(one.formed is not None for one in subject.rectifications)
    return sent or ((setting.today,) if setting.today > due and not formed else ())


def _covers(setting: Setting, now: Current) -> Iterator[PaperOrder]:
    closing = now.record.closing
    if now.law is not None and closing is not None:
        for _, subject in now.record.present_subjects:
            view = cover_view(now.record, setting.state, now.law, subject)
            yield PaperOrder(COVER, now.id, subject.id, view, f"{COVER}-{now.id}-{subject.id}", closing.day)


_ORDERS: Mapping[str, Callable[[Setting, Current], Iterator[PaperOrder]]] = {
    APPROVAL: _approval,
    NOTICE: _notices,
    RESCHEDULED: _rescheduled,
    SERVICE: _service,
    MINUTES: _minutes,
    REPORT: _reports,
    REMINDER: _reminders,
    COVER: _covers,
}

_FORM = "表单"
_FORMS: Mapping[str, Callable[[Setting, Current, Law], Iterator[PaperOrder]]] = {
    MINUTES: _minutes_form,
    REPORT: _report_forms,
}
FORM_KINDS = tuple(_FORMS)
"""The papers that are forms to be filled in."""

NOT_YET: Mapping[str, str] = {
    NOTICE: "先用 yuetan notify 登记书面通知",
    RESCHEDULED: "没有已通知而又改变的时间、地点；改期用 yuetan reschedule，延后用 yuetan postpone",
    SERVICE: "先用 yuetan notify 登记书面通知",
    MINUTES: "先用 yuetan minutes 登记约谈的内容",
    REPORT: "约谈之后、办法要求整改或承诺的才有；先用 yuetan minutes 登记约谈的内容",
    REMINDER: "逾期没有报告的才催办；用 yuetan due 查看",
    COVER: "办结之后才归档；先用 yuetan close 办结",
    **dict.fromkeys(
        ("约谈情况简报", "约谈工作情况报告", "报送函"), "这是一期报送的文书，不是一次约谈的；用 yuetan brief 期间 生成"
    ),
    "督办函": "督办函给单位，不是一次约谈的文书；用 yuetan coverage --letters 文件夹 生成",
}
"""What to do where a record gives no paper of a kind yet."""
