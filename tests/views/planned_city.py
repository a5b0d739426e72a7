"""Fictional cities of any size for tests and timings of the plan: nobody in them exists."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

from tests.actions.city import city, laws_of, post, unit
from yuetan.model import Plan, State, Stored, build
from yuetan.model.paths import PLANS

if TYPE_CHECKING:
    from yuetan.planning.year_plan import YearPlan


YEAR = 2027
TODAY = date(2026, 12, 28)
_KINDS = ("市委办局", "市直属单位", "市委部委")
_STEMS = ["".join(pair) for pair in product("甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥")]
_SURNAMES = "赵钱孙李周吴郑王冯陈"


def name(number: int) -> str:
    return _SURNAMES[number % len(_SURNAMES)] + _STEMS[number % len(_STEMS)]


def big_city(units: int, cadres: int, **more: Any) -> State:
    """A city of `units` offices with `cadres` cadres in all, two leaders of the city in charge of each office."""
    leaders = max(2, units // 20)
    government = unit(
        "SZF", "市政府", "市政府",
        *(post(f"SZF-{n:03}", name(n), "市长" if n == 1 else "副市长", "主要负责人" if n == 1 else "班子成员", "省管")
          for n in range(1, leaders + 1)),
    )  # fmt: skip
    party = unit("SW", "市委", "市委", post("SW-001", name(7), "市委书记", "主要负责人", "省管"))
    rows = [party, government]
    each, extra = divmod(cadres - leaders - 1, units)
    for index in range(units):
        code = f"DW{index:03}"
        head = post(f"{code}-001", name(index), "局长", "主要负责人", 党内职务="党组书记")
        members = (
            post(f"{code}-{n:03}", name(index + n), "副局长", "班子成员", 党内职务="党组成员")
            for n in range(2, each + (index < extra) + 1)
        )
        charge = [f"SZF-{index % leaders + 1:03}", f"SZF-{(index + 1) % leaders + 1:03}"]
        rows.append(unit(code, f"示例{code}局", _KINDS[index % 3], head, *members, 分管领导=charge))
    return city(units=tuple(rows), **more)


def with_plan(state: State, plan: YearPlan) -> State:
    """The state with the result written down as records/plans/<year>.yaml."""
    from dataclasses import replace

    from yuetan.actions.plan_year import plan_value

    value = plan_value(plan)
    record, violations = build(Plan, value)
    assert violations == ()
    return replace(state, plans=(Stored(f"{PLANS}{plan.year}.yaml", value, record),))


__all__ = ["TODAY", "YEAR", "big_city", "laws_of", "with_plan"]
