"""What is generated is what is committed: `make docs` writes it."""

from __future__ import annotations

import pytest

from tests.generate import ROOT, generated


@pytest.mark.parametrize("path", sorted(generated()))
def test_the_committed_file_is_what_the_code_makes(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == generated()[path], "run `make docs`"


def test_no_schema_lies_there_that_nothing_makes() -> None:
    lying = {p.relative_to(ROOT).as_posix() for p in (ROOT / "schemas").glob("*.schema.json")}
    assert lying == {path for path in generated() if path.endswith(".schema.json")}
