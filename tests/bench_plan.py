"""`python tests/bench_plan.py`: plans a full-size fictional city (1,500 cadres, 300 units) against the clock."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> None:
    """Plan cities of two sizes and print what it took."""
    from tests.views.planned_city import TODAY, YEAR, big_city, laws_of
    from yuetan.planning.plan_maker import plan_year

    for units, cadres in ((30, 200), (300, 1500)):
        state = big_city(units, cadres)
        began = time.perf_counter()
        plan = plan_year(state, laws_of(state), YEAR, TODAY)
        taken = time.perf_counter() - began
        sys.stdout.write(f"plan {cadres} cadres, {units} units: {taken:.2f} s, {len(plan.talks)} planned\n")


if __name__ == "__main__":
    main()
