"""Says plainly, after the tests, when those that need LibreOffice were left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.documents import printing

if TYPE_CHECKING:
    import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lacking = printing.missing()
    if lacking:
        terminalreporter.write_line(lacking)
