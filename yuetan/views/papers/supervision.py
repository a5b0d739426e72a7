"""督办函: a unit that is behind with the year's interviews is told whom it still owes; no problem of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.views.papers import fields
from yuetan.views.papers.order import PaperOrder, basis_text
from yuetan.views.papers.people import contact_texts

if TYPE_CHECKING:
    from yuetan.model import State
    from yuetan.regulation.law import Law
    from yuetan.views.coverage.supervision import Supervision
    from yuetan.views.papers.order import OfUnit

NAME = "督办函"


class OwedRow(fields.View):
    """Somebody who is still to be interviewed."""

    number: str = fields.text("序号", "第几人")
    name: str = fields.text("姓名", "姓名")
    post: str = fields.text("职务", "职务")
    entitled: str = fields.text("有权约谈的人", "依第五条有权约谈的人")
    due: str = fields.text("期限", "此人最迟的日期")


_OWED = (
    OwedRow("1", "赵甲子", "副主任", "孙丙寅（主任、党组书记）", "2026年12月31日"),
    OwedRow("2", "钱乙丑", "总经济师", "孙丙寅（主任、党组书记）", "2026年12月31日"),
)


class SupervisionView(fields.View):
    """What the letter says."""

    title: str = fields.text("标题", "文书的标题", "关于抓紧完成2026年度日常廉政约谈的函")
    number: str = fields.text("文号", "文号，可空，由办公室编", "示纪约函〔2026〕5号", optional=True)
    addressee: str = fields.text("收件", "收函的单位", "市发展和改革委员会")
    basis: str = fields.text("条款", "每年须约谈的依据", "《示例办法》第六条")
    year: str = fields.text("年度", "哪一年，如 2026", "2026")
    owed: str = fields.text("应谈人数", "应约谈几人", "6")
    held: str = fields.text("已谈人数", "已约谈几人", "4")
    left: str = fields.text("未谈人数", "还有几人", "2", least="1")
    due: str = fields.text("期限", "最迟的日期，如 2026年12月31日", "2026年12月31日")
    people: tuple[OwedRow, ...] = fields.rows(
        "未谈们", "还没有约谈的各人，每人有 序号、姓名、职务、有权约谈的人、期限", OwedRow, _OWED,
        least=(OwedRow("1", "赵甲子", "", "", "2026年12月31日"),),
    )  # fmt: skip
    contact: str = fields.text("联系人", "联系人，可空", "示例室", optional=True)
    telephone: str = fields.text("联系电话", "联系电话，可空", "0000-0000000", optional=True)
    sender: str = fields.text("署名", "发函的单位", "市纪委监委")
    day: str = fields.text("日期", "函的日期，如 2026年11月20日", "2026年11月20日")


def order(source: OfUnit) -> PaperOrder:
    """The letter to one unit."""
    letter = source.letter
    view = supervision_view(letter, source.state, source.law)
    return PaperOrder(NAME, "", None, view, f"{NAME}-{letter.year}-{letter.unit}", source.today)


def supervision_view(letter: Supervision, state: State, law: Law) -> SupervisionView:
    """What the letter says."""
    contact, telephone = contact_texts(state)
    names = "、".join(situation.short for situation in law.profile.situations if situation.yearly)
    return SupervisionView(
        title=f"关于抓紧完成{letter.year}年度{names}廉政约谈的函",
        number="",
        addressee=letter.unit,
        basis=basis_text(law, letter.provision),
        year=str(letter.year),
        owed=str(letter.owed),
        held=str(letter.held),
        left=str(len(letter.people)),
        due=letter.due,
        people=tuple(OwedRow(str(number), *person) for number, person in enumerate(letter.people, start=1)),
        contact=contact,
        telephone=telephone,
        sender=letter.sender,
        day=letter.day,
    )
