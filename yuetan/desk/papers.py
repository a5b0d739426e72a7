"""Papers: from an order to bytes, and the digest that the record keeps of each (文书)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from yuetan import __version__
from yuetan.desk import shipped
from yuetan.desk.files import save
from yuetan.desk.templates import kind_named, usable
from yuetan.errors import EnvironmentFaultError
from yuetan.model.paths import OUT, TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

    from yuetan.archive.store import Store
    from yuetan.codec.plain import Plain
    from yuetan.views.papers.index import PaperKind
    from yuetan.views.papers.order import PaperOrder


@dataclass(frozen=True, slots=True)
class RenderedPaper:
    """A paper ready to be written: where, its bytes, and what the record keeps of it."""

    order: PaperOrder
    path: str
    content: bytes
    entry: Plain


def render(store: Store, order: PaperOrder) -> RenderedPaper:
    """Fill the template of the office, else the shipped one, with the order's view."""
    from yuetan.documents import digest, fill, safe_name

    paper = kind_named(order.kind)
    template = _template(store, paper)
    content = fill(template, order.view.mapping(), name=paper.template, must_stand=paper.must_stand, day=order.day)
    entry: Plain = {
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


def _template(store: Store, paper: PaperKind) -> bytes:
    own = store.root / TEMPLATES / paper.template
    return usable(store, paper, own.read_bytes()) if own.is_file() else shipped.read_one(TEMPLATES + paper.template)
