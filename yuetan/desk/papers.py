"""Papers: from an order to bytes, and the digest that the record keeps of each (文书)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from yuetan import __version__
from yuetan.desk import shipped
from yuetan.desk.files import save
from yuetan.desk.templates import usable
from yuetan.errors import EnvironmentFaultError, NotFoundError
from yuetan.model.paths import OUT, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from yuetan.actions.plan import PaperOrder
    from yuetan.archive.store import Store

TEMPLATE_FILES: Mapping[str, str] = {
    "约谈登记审批表": "approval.docx",
    "约谈通知书": "notice.docx",
    "改期通知": "reschedule.docx",
    "送达回证": "service.docx",
    "约谈记录": "minutes.docx",
    "整改落实情况报告": "rectification.docx",
    "催办函": "reminder.docx",
    "督办函": "supervision.docx",
    "约谈情况简报": "brief.docx",
    "约谈工作情况报告": "narrative.docx",
    "报送函": "sending.docx",
    "个人约谈档案": "cover.docx",
}
"""The template of each kind of paper. The next paper is a row here, a template and a view."""


@dataclass(frozen=True, slots=True)
class RenderedPaper:
    """A paper ready to be written: where, its bytes, and what the record keeps of it."""

    order: PaperOrder
    path: str
    content: bytes
    entry: Mapping[str, Any]


def render(store: Store, order: PaperOrder) -> RenderedPaper:
    """Fill the template of the office, else the shipped one, with the order's view."""
    from yuetan.documents import digest, fill, safe_name

    template = _template(store, order.kind)
    content = fill(template, order.view, name=TEMPLATE_FILES[order.kind], day=order.day)
    entry = {
        "种类": order.kind,
        "日期": order.day,
        "摘要": digest(content),
        "模板": sha256(template).hexdigest(),
        "版本": __version__,
    }
    if order.subject is not None:
        entry["对象"] = order.subject
    return RenderedPaper(order, f"{OUT}{order.record_id}/{safe_name(order.file_stem)}.docx", content, entry)


def deliver(root: Path, papers: tuple[RenderedPaper, ...]) -> tuple[str, ...]:
    """Write the papers below ``out/``, each whole or not at all; returns their archive-relative paths."""
    for paper in papers:
        try:
            save(root / paper.path, paper.content)
        except EnvironmentFaultError as error:
            again = f"yuetan render {paper.order.record_id} {paper.order.kind}"
            hint = f"{error.hint}；用 {again} 重新生成"
            raise EnvironmentFaultError(f"记录已写入档案，但文书{error.message}", hint=hint) from error
    return tuple(paper.path for paper in papers)


def _template(store: Store, kind: str) -> bytes:
    name = TEMPLATE_FILES.get(kind)
    if name is None:
        raise NotFoundError(f"没有名为“{kind}”的文书", hint=f"可用的文书：{'、'.join(TEMPLATE_FILES)}")
    own = store.root / TEMPLATES / name
    return usable(store, kind, own.read_bytes()) if own.is_file() else shipped.read_one(TEMPLATES + name)
