"""The bar that holds for every issue: branch coverage of the pure floors is at least 95 %, each by itself.

Run after the tests: reads the data that pytest-cov left, prints one line a floor, exits 1 where one is below.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys
import tempfile
from pathlib import Path

BAR = 95.0
TESTS = Path(__file__).resolve().parent
MEASURED = (
    "actions", "codec", "model", "regulation", "rules", "views",
    "cli/test_collect.py", "cli/test_forms.py", "cli/test_import.py", "cli/test_proof.py",
)  # fmt: skip
"""The tests whose lines count: those of the pure floors, and those that read whole forms and sheets."""
FLOORS = ("finding.py", "codec/", "model/", "regulation/", "rules/", "actions/")


def import_floors() -> None:
    """Import every module of the floors."""
    for floor in FLOORS:
        name = f"yuetan.{floor.rstrip('/').removesuffix('.py')}"
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(getattr(package, "__path__", ()), f"{name}."):
            importlib.import_module(module.name)


def percentages(report: dict) -> dict[str, float]:
    """Covered lines and branches of each floor, in per cent."""
    result = {}
    for floor in FLOORS:
        summaries = [f["summary"] for name, f in report["files"].items() if name.startswith(f"yuetan/{floor}")]
        wanted = sum(s["num_statements"] + s["num_branches"] for s in summaries)
        covered = sum(s["covered_lines"] + s["covered_branches"] for s in summaries)
        result[floor] = 100.0 * covered / wanted if wanted else 0.0
    return result


def measured(path: Path) -> bool:
    """Whether the lines that the tests of this file run through count."""
    return any(path.is_relative_to(TESTS / name) for name in MEASURED)


def main() -> int:
    """Print the floors; 1 where one is below the bar."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "coverage.json"
        subprocess.run([sys.executable, "-m", "coverage", "json", "-q", "-o", str(target)], check=True)
        floors = percentages(json.loads(target.read_text(encoding="utf-8")))
    for floor, percent in floors.items():
        sys.stdout.write(f"coverage {floor:<12} {percent:6.2f} %{'' if percent >= BAR else f'  below {BAR} %'}\n")
    return 0 if all(percent >= BAR for percent in floors.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
