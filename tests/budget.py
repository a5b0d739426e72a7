"""What the tests of a directory may cost: seconds of CPU, their processes included, as multiples of a loop.

The loop runs before and after the tests of each worker, so that a slow or busy machine lengthens both. `make test`
prints the table and fails where a directory takes more than MARGIN times what it is known to take. When a directory
honestly grows, write its new figure here, in the same commit and with the reason.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from statistics import mean
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = {
    "": 500, "actions": 310, "archive": 600, "cli": 4400, "codec": 490, "desk": 480, "documents": 1300, "frames": 600,
    "model": 140, "regulation": 100, "reports": 600, "rules": 260, "views": 400,
}  # fmt: skip
"""Loops that the tests of each directory take, as `make test` runs them; "" stands for those in tests/ itself."""
NEW = 100
"""Loops that a directory may take which the table does not know yet."""
MARGIN = 2.5
ROUNDS = 150_000


def loop() -> float:
    """Seconds of CPU that a fixed piece of work takes now."""
    start = time.process_time()
    text = {}
    for number in range(ROUNDS):
        text[number % 1000] = f"{number}:{number * 7 % 13}"
    return time.process_time() - start


def spent() -> float:
    """Seconds of CPU that this process and its children have taken."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Account:
    """What the tests of one process took, by directory."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.loops = [loop()]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Charge a test, its fixtures included, to its directory."""
        before = spent()
        try:
            return (yield)
        finally:
            self.seconds[directory(item)] += spent() - before

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand the account of a worker to the process that started it."""
        self.loops.append(loop())
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["spent"] = (dict(self.seconds), mean(self.loops))


class Bill:
    """The accounts of all processes together, and the verdict."""

    def __init__(self, own: Account | None) -> None:
        self.own = own
        self.accounts: list[tuple[dict[str, float], float]] = []

    def pytest_testnodedown(self, node: Any) -> None:
        """Take a worker's account; one that died has none."""
        if "spent" in getattr(node, "workeroutput", {}):
            self.accounts.append(node.workeroutput["spent"])

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run where a directory took far more than it is known to take."""
        if self.own is not None:
            self.accounts.append((dict(self.own.seconds), mean(self.own.loops)))
        if self.over() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """A line a directory."""
        seconds: Counter[str] = Counter()
        for account, _ in self.accounts:
            seconds.update(account)
        loops = self.loops()
        for name in sorted(loops):
            verdict = "  over its budget (tests/budget.py)" if name in self.over() else ""
            cost = f"{seconds[name]:7.1f} s {loops[name]:7.0f} loops of at most {limit(name):.0f}"
            terminalreporter.write_line(f"cpu {name or '.':<13} {cost}{verdict}")

    def loops(self) -> Counter[str]:
        """What each directory took, in loops."""
        found: Counter[str] = Counter()
        for account, one in self.accounts:
            found.update({name: seconds / one for name, seconds in account.items()})
        return found

    def over(self) -> set[str]:
        """The directories that took more than they may; one that the table does not know has little."""
        return {name for name, count in self.loops().items() if count > limit(name)}


def limit(name: str) -> float:
    """How many loops the tests of a directory may take."""
    return KNOWN.get(name, NEW) * MARGIN


def directory(item: pytest.Item) -> str:
    """The directory below tests/ that a test stands in; "" for tests/ itself."""
    folders = item.path.relative_to(item.config.rootpath / "tests").parts[:-1]
    return folders[0] if folders else ""


def register(config: pytest.Config) -> None:
    """Keep accounts in each worker, and the bill where they come together."""
    worker = hasattr(config, "workerinput")
    alone = not worker and not getattr(config.option, "numprocesses", None)
    account = Account() if worker or alone else None
    if account is not None:
        config.pluginmanager.register(account, "account")
    if not worker:
        config.pluginmanager.register(Bill(account), "bill")
