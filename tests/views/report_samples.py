"""Held interviews as plain values, and a city that holds them, for the tests of reports. Nobody in it exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from tests.actions.city import built, city
from yuetan.model import Interview, Received, Report, Stored
from yuetan.model.interview import TOKEN_ALPHABET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.model import State

CODES = {"日常约谈": "RC", "任前约谈": "RQ", "警示约谈": "JS", "回访约谈": "HF"}
MONTHLY = [{"自": date(2015, 2, 4), "规范": "lianyungang-2015"}, {"自": date(2025, 1, 1), "规范": "yunxi-2024"}]


def record_id(kind: str, day: date, number: int) -> str:
    token = ""
    for _ in range(5):
        number, rest = divmod(number, len(TOKEN_ALPHABET))
        token += TOKEN_ALPHABET[rest]
    return f"{CODES[kind]}-{day:%Y%m}-{token}"


def interview(
    number: int, day: date, subjects: Iterable[str], *, kind: str = "日常约谈", by: str = "SZF-001", **more: Any
) -> dict[str, Any]:
    """One that was held that day; `absent` names who did not come."""
    absent = more.pop("absent", ())
    people = [{"编号": one, **({"到场": False} if one in absent else {})} for one in subjects]
    return {
        "编号": record_id(kind, day, number),
        "类型": kind,
        "起草": day,
        "方式": "个别谈话" if len(people) == 1 else "集体谈话",
        "约谈人": [{"编号": by}],
        "约谈对象": people,
        "谈话": {"时间": datetime.combine(day, time(9))},
        **more,
    }


def stored(value: dict[str, Any]) -> Stored[Interview]:
    year, month = value["编号"][3:7], value["编号"][7:9]
    return Stored(f"records/interviews/{year}/{month}/{value['编号']}.yaml", value, built(Interview, value))


def archive(*interviews: dict[str, Any], office: dict[str, Any] | None = None) -> State:
    return replace(city(office), interviews=tuple(stored(value) for value in interviews))


def sent(state: State, period: str, day: date, ids: Iterable[str], **more: Any) -> State:
    """The archive after the period's report was sent with these interviews."""
    value = {"期间": period, "报送日期": day, "约谈": list(ids), **more}
    report = Stored(f"records/reports/{period}.yaml", value, built(Report, value))
    return replace(state, reports=(*state.reports, report))


def came(state: State, period: str, unit: str, rows: list[dict[str, Any]], day: date = date(2026, 6, 26)) -> State:
    """The archive after a unit's report came."""
    value = {"期间": period, "单位": unit, "收到日期": day, "约谈": rows}
    received = Stored(f"records/received/{period}/{unit}.yaml", value, built(Received, value))
    return replace(state, received=(*state.received, received))
