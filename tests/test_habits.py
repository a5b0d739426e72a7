"""What a checkout promises besides its code: one version, a known layout, a package that names its types."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import yuetan

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {"yuetan", "records", "templates", "schemas", "tests", "docs"}
FILES = {
    "pyproject.toml", "Makefile", "README.md", "README.en.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md",
    "LICENSE",
    "requirements.lock",  # what `make setup` installs
    "yuetan.yaml",  # the office of the demonstration archive, whose root the checkout is
}  # fmt: skip


def kept() -> list[str]:
    """Every path that git keeps, or would keep."""
    words = ["git", "-c", "core.quotePath=false", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout.rstrip("\0").split("\0")


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("explain", "B7.2")], ids=" ".join)
def test_the_module_runs_as_the_command_does(words: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", "from yuetan.cli.main import run; run()"]
    said = [
        subprocess.run([*program, *words], capture_output=True, check=True).stdout
        for program in (command, [sys.executable, "-m", "yuetan"])
    ]
    assert said[0]
    assert said[0] == said[1]


def test_the_version_has_one_source() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "yuetan/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", yuetan.__version__)


def test_the_change_log_has_a_section_a_release_and_one_for_what_comes() -> None:
    titles = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert titles[0] == "未发布"
    assert titles[1].startswith(f"{yuetan.__version__}（")


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "yuetan" / "py.typed").read_bytes() == b""


def test_nothing_lies_at_the_top_that_has_no_place_there() -> None:
    paths = [path for path in kept() if not path.startswith(".")]
    assert {path.partition("/")[0] for path in paths if "/" in path} == FOLDERS
    assert {path for path in paths if "/" not in path} - FILES == set()


def test_the_security_page_speaks_of_tests_that_exist() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert len(named) > 5
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "README.en.md", "SECURITY.md"])
def test_links_of_the_front_pages_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([\w./-]+)\)", (ROOT / page).read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
