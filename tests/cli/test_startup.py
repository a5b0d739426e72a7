"""What a command imports: help opens at once, and looking never waits for Excel, Word or pandas."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from yuetan.cli.app import load
from yuetan.cli.catalogue import COMMANDS, Command, Verb

if TYPE_CHECKING:
    from tests.cli.bench import Bench

HEAVY = {"pandas", "numpy", "openpyxl", "docxtpl", "docx", "lxml", "git", "pydantic", "xdist"}
HELP_ONLY = HEAVY | {"jinja2", "ruamel", "chinese_calendar"}
REPORT = """
import sys
from yuetan.cli.main import main
status = main(sys.argv[1:])
sys.stdout.flush()
print("\\x00" + " ".join(sorted({name.partition(".")[0] for name in sys.modules} | {
    name for name in sys.modules if name.startswith("yuetan.")})), end="")
sys.exit(status)
"""


def imported(*words: str) -> set[str]:
    """The modules that a command has imported by its end, each by its first name; yuetan's own in full."""
    done = subprocess.run([sys.executable, "-c", REPORT, *words], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return set(done.stdout.rpartition("\x00")[2].split())


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("notify", "--help"), ("check", "--help")])
def test_help_imports_nothing_heavy(words: tuple[str, ...]) -> None:
    found = imported(*words)
    assert "typer" in found
    assert found & HELP_ONLY == set()


def test_help_imports_no_other_command() -> None:
    found = {name for name in imported("--help") if name.startswith("yuetan.")}
    assert found & {row.module for row in COMMANDS} == set()
    assert {name for name in found if name.split(".")[1] not in ("cli", "errors")} == set()


@pytest.mark.parametrize(
    "words", [("list",), ("show", "JS-202606-NL39L"), ("check",), ("due",), ("list", "--json")], ids=" ".join
)
def test_looking_and_judging_import_nothing_heavy(seen: Bench, words: tuple[str, ...]) -> None:
    found = imported("-C", str(seen.folder), *words)
    assert "yuetan.desk.load" in found
    assert found & HEAVY == set()


@pytest.mark.parametrize("row", COMMANDS, ids=[row.name for row in COMMANDS])
def test_the_line_in_the_list_of_commands_is_the_first_of_its_help(row: Command | Verb) -> None:
    assert load(row).help.strip().splitlines()[0] == row.about


def test_names_in_the_list_of_commands_are_said_once() -> None:
    names = [row.name for row in COMMANDS]
    assert len(set(names)) == len(names)
