"""The budget of the tests, judged in loops: a slow machine is no fault; beyond a wide margin the run fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import budget, coverage_bar

if TYPE_CHECKING:
    import pytest


def bill(*accounts: tuple[dict[str, float], float]) -> budget.Bill:
    found = budget.Bill(None)
    found.accounts.extend(accounts)
    return found


def test_a_machine_that_is_ten_times_slower_gives_the_same_verdict() -> None:
    allowed = budget.KNOWN["codec"] * budget.MARGIN

    for one in (0.05, 0.5):
        assert bill(({"codec": allowed * one * 0.99}, one)).over() == set()
        assert bill(({"codec": allowed * one * 1.01}, one)).over() == {"codec"}


def test_workers_share_one_budget() -> None:
    half = budget.KNOWN["cli"] * budget.MARGIN * 0.6

    assert bill(({"cli": half}, 1.0)).over() == set()
    assert bill(({"cli": half}, 1.0), ({"cli": half}, 1.0)).over() == {"cli"}


def test_every_directory_of_tests_has_its_figure(request: pytest.FixtureRequest) -> None:
    folders = {path.parent.name for path in (request.config.rootpath / "tests").glob("*/test_*.py")}

    assert folders | {""} == set(budget.KNOWN)


def test_every_place_whose_lines_count_exists() -> None:
    assert [name for name in coverage_bar.MEASURED if not (coverage_bar.TESTS / name).exists()] == []
