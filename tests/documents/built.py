"""Templates and samples as the code makes them, each once a session."""

from __future__ import annotations

from functools import cache

from yuetan.documents import samples
from yuetan.documents.templates.build import build
from yuetan.views.papers.index import PAPERS


@cache
def template(kind: str) -> bytes:
    """What the code builds."""
    return build(PAPERS[kind].stem)


@cache
def sample(kind: str) -> bytes:
    """The paper about invented people, from the template that is built."""
    return samples.sample(kind, template(kind))
