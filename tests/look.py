"""`make look`: papers of the demonstration archive as pictures under out/look/, one sheet a paper, to be looked at.

Every kind from every SHARE-th record that gives it (`make look SHARE=1` for all), by the demonstration's own day.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.documents import printing
from yuetan.actions.current import current
from yuetan.actions.papers import paper_orders
from yuetan.actions.plan import Refusal
from yuetan.archive.store import Store
from yuetan.desk.load import open_desk
from yuetan.desk.papers import render
from yuetan.views.papers.index import PAPERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.desk.load import Desk
    from yuetan.desk.papers import RenderedPaper

ROOT = Path(__file__).resolve().parents[1]
BATCH = 60
"""Papers that one run of LibreOffice turns into PDF."""


def papers(desk: Desk, share: int) -> Iterator[tuple[str, RenderedPaper]]:
    """The papers of every kind, with the names of their pictures."""
    setting = desk.setting
    for kind, paper in PAPERS.items():
        given = 0
        for stored in desk.state.interviews:
            now = current(desk.setting, stored.record.id) if stored.record is not None else None
            if now is None or isinstance(now, Refusal):
                continue
            orders = paper_orders(setting, now, kind)
            given += bool(orders)
            if orders and given % share == 1 % share:
                for number, order in enumerate(orders, 1):
                    yield f"{paper.stem}-{now.id}-{number}", render(desk.store, order)


def main() -> None:
    """Render, and say where the pictures are."""
    lacking = printing.missing()
    if lacking:
        sys.exit(lacking.replace("版式测试未运行", "不能出图"))
    target = ROOT / "out" / "look"
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.png"):
        old.unlink()
    today = date.fromisoformat(os.environ.get("YUETAN_TODAY", "2026-06-24"))
    found = list(papers(open_desk(Store.find(ROOT), today), int(os.environ.get("SHARE", "12"))))
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(found), BATCH):
            batch = []
            for name, paper in found[start : start + BATCH]:
                path = Path(folder) / f"{name}.docx"
                path.write_bytes(paper.content)
                batch.append(path)
            for pdf in printing.to_pdf(batch, Path(folder)):
                printing.contact_sheet(pdf, target / f"{pdf.stem}.png")
            print(f"{min(start + BATCH, len(found))}/{len(found)}")  # noqa: T201 - a script that talks
    print(f"图片在 {target}")  # noqa: T201


if __name__ == "__main__":
    main()
