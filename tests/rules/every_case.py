"""The cases of every rule, gathered from the articles' test files: judge -> the file that has them, and the two."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rules.lawful import Sides

CASES: dict[Callable[..., Any], tuple[str, Sides]] = {}

for _path in sorted(Path(__file__).parent.glob("test_*.py")):
    if _path.stem != "test_every_rule":
        for _judge, _sides in getattr(import_module(f"tests.rules.{_path.stem}"), "CASES", {}).items():
            assert _judge not in CASES, f"{_judge.__name__} has cases in {CASES[_judge][0]} and {_path.name}"
            CASES[_judge] = (_path.name, _sides)
