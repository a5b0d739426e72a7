"""`make bench`: every timing is a ratio to a floor measured in the same run, printed with the command.

The archive is made of copies of one demonstration record under ids of their own. Sizes: ``BENCH_SIZES=1000,10000``.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from yuetan.model.interview import TOKEN_ALPHABET

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = min((ROOT / "records" / "interviews" / "2026").rglob("HF-*.yaml"))
DAY = "2026-06-24"
ENVIRONMENT = {
    **os.environ,
    "GIT_AUTHOR_NAME": "bench", "GIT_AUTHOR_EMAIL": "bench@example.invalid",
    "GIT_COMMITTER_NAME": "bench", "GIT_COMMITTER_EMAIL": "bench@example.invalid", "PYTHONUTF8": "1",
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
}  # fmt: skip


def token(number: int) -> str:
    """Five characters of the id alphabet, one to one with the number."""
    text = ""
    for _ in range(5):
        number, rest = divmod(number, len(TOKEN_ALPHABET))
        text += TOKEN_ALPHABET[rest]
    return text


def archive(folder: Path, size: int) -> None:
    """An archive of `size` interviews in one commit."""
    run(folder.parent, "yuetan", "init", str(folder), "--sample")
    text = SAMPLE.read_text(encoding="utf-8")
    month = SAMPLE.parent.relative_to(ROOT)
    stem = SAMPLE.stem[:-5]
    for number in range(size):
        name = stem + token(number + 1000)
        place = folder / month.parent / f"{1 + number % 12:02d}"
        record = text.replace(SAMPLE.stem, name).replace("2026-03-", f"2026-{1 + number % 12:02d}-")
        name = f"{name[:7]}{1 + number % 12:02d}{name[9:]}"
        record = record.replace(stem[:7] + "03", f"{stem[:7]}{1 + number % 12:02d}")
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name}.yaml").write_text(record, encoding="utf-8")
    run(folder, "git", "add", "-A")
    run(folder, "git", "commit", "-qm", "bench")


def run(folder: Path, *words: str) -> None:
    """A command whose findings do not matter here; a fault of its own does."""
    done = subprocess.run(words, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(words)}: {done.stderr}")


def median(action: Callable[[], None], times: int = 5) -> float:
    """Median wall time in seconds."""
    walls = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        walls.append(time.perf_counter() - start)
    return statistics.median(walls)


def measure(folder: Path, size: int) -> None:
    """Print each command's time as a ratio of its floor."""
    typer = median(lambda: run(folder, sys.executable, "-c", "import typer"))
    floor = median(lambda: run(folder, "git", "status", "--porcelain")) + typer
    show(f"{size} records: floor (git status + import typer)", floor, floor)
    show("yuetan --help / import typer", median(lambda: run(folder, "yuetan", "--help")), typer)
    first = median(lambda: afresh(folder), 3)
    show("yuetan list, the index deleted / floor", first, floor)
    for words in (("list",), ("check",), ("report", "2026H1", "-o", "../bench.xlsx")):
        seconds = median(lambda w=words: run(folder, "yuetan", "--today", DAY, *w), 3)
        show(f"yuetan {' '.join(words)} / floor", seconds, floor)


def afresh(folder: Path) -> None:
    """A command on an archive that nobody has read before."""
    (folder / ".git" / "yuetan" / "index").unlink(missing_ok=True)
    run(folder, "yuetan", "--today", DAY, "list")


def show(what: str, seconds: float, floor: float) -> None:
    """One line: what, ratio, seconds."""
    sys.stdout.write(f"{what:<60} {seconds / floor:7.2f} x   {seconds:7.3f} s\n")
    sys.stdout.flush()


def main() -> int:
    """Measure every size."""
    for size in [int(word) for word in os.environ.get("BENCH_SIZES", "1000,10000").split(",")]:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "archive"
            archive(folder, size)
            measure(folder, size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
