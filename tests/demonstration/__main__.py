"""``python -m tests.demonstration OUT_DIR`` writes yuetan.yaml and records/ of the demonstration archive."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.demonstration.days import TODAY
from tests.demonstration.make import write_to

USAGE = "用法：python -m tests.demonstration 目录"

if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(USAGE)
    count = write_to(Path(sys.argv[1]))
    sys.stdout.write(f"已写出 {count} 个文件；演示档案按 {TODAY} 判断\n")
