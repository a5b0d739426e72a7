"""Says plainly, after the tests, when those that need LibreOffice were left out."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

from tests.documents import printing

if TYPE_CHECKING:
    import pytest

gc.set_threshold(200_000, 20, 20)
"""As a command of its own does: collecting while an archive is loaded takes longer than reading it."""
settings.register_profile("yuetan", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("yuetan")
"""A slow or busy machine is no fault of what is tested."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lacking = printing.missing()
    if lacking:
        terminalreporter.write_line(lacking)
