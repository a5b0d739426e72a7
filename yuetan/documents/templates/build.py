"""The shipped templates, built by code: ``python -m yuetan.documents.templates.build [FOLDER]`` writes them.

A test proves that the committed files are what this builds; an office edits its own copies in WPS or Word.
"""

from __future__ import annotations

import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from yuetan.pin import pin
from yuetan.views.papers.index import PAPERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document


def build(stem: str) -> bytes:
    """The shipped template of a kind of paper, pinned: what ``template()`` in the module of that name makes."""
    template: Callable[[], Document] = import_module(f"yuetan.documents.templates.{stem}").template
    buffer = BytesIO()
    template().save(buffer)
    return pin(buffer.getvalue())


def main(folder: str = "templates") -> None:
    """Write every template into `folder`."""
    for paper in PAPERS.values():
        (Path(folder) / paper.template).write_bytes(build(paper.stem))


if __name__ == "__main__":
    main(*sys.argv[1:])
