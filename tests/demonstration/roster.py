"""The city's table as plain unit records, with made-up names that nobody bears."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.demonstration.city import CITY

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def invented_name(number: int) -> str:
    """A surname and one of the sixty cyclical terms (赵甲子, 钱乙丑 …): unique up to 1,020, plainly not a person."""
    return _SURNAMES[number % 17] + _STEMS[number % 10] + _BRANCHES[number % 12]


def units() -> tuple[dict[str, Any], ...]:
    """Every unit as the plain value of its file, in the order of the table."""
    names: dict[str, str] = {}
    found: list[dict[str, Any]] = []
    for line in CITY.splitlines():
        if line.startswith("@"):
            code, first = line[2:].split(" ", 1)
            found.append({"编码": code, "沿革": [_era(first)], "干部": []})
        elif line.startswith("~"):
            found[-1]["沿革"].append(_era(line[2:]))
        elif line:
            found[-1]["干部"].append(_post(line, names))
    return tuple(found)


def _era(text: str) -> dict[str, Any]:
    name, kind, county, superiors, since = (part.strip() for part in text.split("|"))
    era: dict[str, Any] = {"自": date.fromisoformat(since), "名称": name, "类别": kind}
    if county != "-":
        era["所属县区"] = county
    if superiors != "-":
        era["分管领导"] = superiors.split()
    return era


def _post(line: str, names: dict[str, str]) -> dict[str, Any]:
    parts = [part.strip() for part in line.split("|")]
    code, title = parts[0].split(" ", 1)
    role, rank, managed = parts[2].split()
    days = [date.fromisoformat(day) for day in parts[3].split()]
    post: dict[str, Any] = {"编号": code, "姓名": names.setdefault(code, invented_name(len(names))), "职务": title}
    if parts[1] != "-":
        post["党内职务"] = parts[1]
    post |= {"角色": role, "职级": rank, "管理": managed, "任职": days[0]}
    if len(days) > 1:
        post["免职"] = days[1]
    for word in parts[4].split() if len(parts) > 4 else ():
        post |= _more(word)
    return post


def _more(word: str) -> dict[str, Any]:
    if word == "重要":
        return {"重要岗位": True}
    name, value = word.split("=")
    if name == "主持":
        since, _, until = value.partition("..")
        acting = {"自": date.fromisoformat(since)}
        return {"主持工作": acting | ({"至": date.fromisoformat(until)} if until else {})}
    if name == "免谈":
        year, reason, approver = value.split(":")
        return {"免谈": [{"年度": int(year), "原因": reason, "批准": approver}]}
    return {name: value}
