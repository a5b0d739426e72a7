"""The sample papers: ``python -m yuetan.documents.samples [FOLDER]`` fills every template with its invented view."""

from __future__ import annotations

import sys
from pathlib import Path

from yuetan.documents.fill import fill
from yuetan.documents.templates.build import build
from yuetan.views.papers.index import PAPERS


def sample(kind: str, template: bytes) -> bytes:
    """The paper of this kind about invented people."""
    paper = PAPERS[kind]
    return fill(template, paper.view.sample(), name=paper.template, must_stand=paper.must_stand)


def main(folder: str = "docs/samples") -> None:
    """Write one paper of each kind into `folder`, named as its template is."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for kind, paper in PAPERS.items():
        (Path(folder) / paper.template).write_bytes(sample(kind, build(paper.stem)))


if __name__ == "__main__":
    main(*sys.argv[1:])
