"""What the articles' test files say of their rules: the cases of each judge, and which profiles do not adopt a rule."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rules.lawful import Sides

CASES: dict[Callable[..., Any], tuple[str, Sides]] = {}
"""Judge -> the file that has its cases, and the two."""
NOT_ADOPTED: dict[str, dict[str, str]] = {}
"""Profile -> the codes for which its 办法 has no article, each with the reason."""

for _path in sorted(Path(__file__).parent.glob("test_*.py")):
    if _path.stem not in {"test_every_rule", "test_profiles"}:
        _module = import_module(f"tests.rules.{_path.stem}")
        for _judge, _sides in getattr(_module, "CASES", {}).items():
            assert _judge not in CASES, f"{_judge.__name__} has cases in {CASES[_judge][0]} and {_path.name}"
            CASES[_judge] = (_path.name, _sides)
        for _code, _reasons in getattr(_module, "NOT_ADOPTED", {}).items():
            for _profile, _reason in _reasons.items():
                assert _reason.strip(), f"{_path.name} says without a reason that {_profile} does not adopt {_code}"
                NOT_ADOPTED.setdefault(_profile, {})[_code] = _reason
