"""The sample archives for every directory; and says plainly when the tests that need LibreOffice were left out.

Most tests need a few interviews only and get an archive of the last two months, which opens in a third of the time;
a module that sets WHOLE gets all of them.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from tests import budget, coverage_bar
from tests.documents import printing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.bench import Bench

gc.set_threshold(200_000, 20, 20)
"""As a command of its own does: collecting while an archive is loaded takes longer than reading it."""
settings.register_profile("yuetan", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("yuetan")
"""A slow or busy machine is no fault of what is tested."""


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample archive as `yuetan init DIR --sample` makes it; nobody writes into it."""
    from tests import archives

    return archives.sample()


@pytest.fixture
def chosen(request: pytest.FixtureRequest) -> Path:
    """The archive that the module of the test works on."""
    whole = getattr(request.module, "WHOLE", False)
    from tests import archives

    return archives.sample() if whole else archives.small()


@pytest.fixture
def home(chosen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A copy of the sample archive, and commands run in it on the fixed day."""
    from tests import archives
    from tests.cli.bench import Bench

    archives.settle(monkeypatch)
    return Bench(archives.copy(chosen, tmp_path / "档案"), capsys)


@pytest.fixture
def seen(chosen: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The sample archive itself, for what only looks."""
    from tests import archives
    from tests.cli.bench import Bench

    archives.settle(monkeypatch)
    return Bench(chosen, capsys)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--budget", action="store_true", help="print what each directory costs, and judge it")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--budget"):
        budget.register(config)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Lines that run on import count whoever imports first; nothing above imports yuetan, lest the tracer miss it."""
    if tracer(session.config) is not None:
        coverage_bar.import_floors()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Where coverage is asked for, trace a test only if its lines count: traced, reading takes three times as long."""
    coverage = tracer(item.config)
    if coverage is None or coverage_bar.measured(item.path):
        return (yield)
    coverage.stop()
    try:
        return (yield)
    finally:
        coverage.start()


def tracer(config: pytest.Config) -> Any:
    """pytest-cov's coverage; None where none is asked for."""
    plugin = config.pluginmanager.getplugin("_cov")
    return getattr(getattr(plugin, "cov_controller", None), "cov", None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lacking = printing.missing()
    if lacking:
        terminalreporter.write_line(lacking)
