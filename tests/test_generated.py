"""What is generated is what is committed: `make docs` writes it."""

from __future__ import annotations

import pytest

from tests.generate import PRINTED, ROOT, generated
from yuetan.rules import RULES
from yuetan.views.papers.index import PAPERS


@pytest.mark.parametrize("path", sorted(generated()))
def test_the_committed_file_is_what_the_code_makes(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == generated()[path], "run `make docs`"


def test_no_schema_lies_there_that_nothing_makes() -> None:
    lying = {p.relative_to(ROOT).as_posix() for p in (ROOT / "schemas").glob("*.schema.json")}
    assert lying == {path for path in generated() if path.endswith(".schema.json")}


def test_what_a_rule_asks_for_is_printed_where_the_page_says() -> None:
    assert set(PRINTED) <= {rule.code for rule in RULES}
    for kind, variable in (row for rows in PRINTED.values() for row in rows):
        assert variable in PAPERS[kind].view.variables(), f"{kind}：{variable}"
