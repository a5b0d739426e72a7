"""Lawful records of the four situations, to be made unlawful one fact at a time; and how they are judged."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tests.actions.city import CITY, OFFICE, TODAY, built, city, laws_of
from yuetan.finding import Finding, parse_path, path_text
from yuetan.model import Interview, Received, Report, State, Stored, build
from yuetan.model.paths import interview_path
from yuetan.rules import judge

if TYPE_CHECKING:
    from collections.abc import Mapping

Raw = dict[str, Any]
DAY = date(2026, 3, 10)
DRAFTED = date(2026, 3, 2)
IDS = {"日常约谈": "RC", "任前约谈": "RQ", "警示约谈": "JS", "回访约谈": "HF"}
AT = datetime(2026, 3, 10, 9, 30)
FGW = {"单位": "市发展和改革委员会"}
JW = {"编号": "JW-002", "姓名": "王辛未", "单位": "市纪委监委", "职务": "市纪委副书记", "分工": "主谈"}

_SUBJECT = {"编号": "FGW-002", "姓名": "钱乙丑", **FGW, "职务": "副主任"}
_OWN: dict[str, Raw] = {
    "日常约谈": {
        "约谈人": [
            {
                "编号": "FGW-001", "姓名": "赵甲子", **FGW, "职务": "主任、党组书记", "分工": "主谈",
                "依据": "第五条第（四）项",
            },
        ],
        "约谈对象": [{**_SUBJECT, "陈述": {"责任制履行情况": "履行了责任。", "个人廉洁自律情况": "遵守规定。"}}],
    },
    "任前约谈": {
        "约谈人": [{**JW, "依据": "第五条第（六）项"}],
        "约谈对象": [
            {
                **_SUBJECT,
                "陈述": {"表态发言": "一定遵守规定。"},
                "任前": {
                    "拟任单位": "市财政局", "拟任职务": "局长", "拟任职级": "正处", "拟任市管": True, "情形": "提拔",
                },
            }
        ],
    },
    "警示约谈": {
        "约谈人": [{**JW, "依据": "第五条第（七）项"}],
        "约谈对象": [
            {
                **_SUBJECT,
                "问题": {"来源": "监督检查", "归属": ["本人"], "概述": "公务接待把关不严"},
                "陈述": {"解释说明": "把关不严。", "整改措施": "逐单审核。"},
                "整改": [
                    {
                        "形成日期": date(2026, 3, 20), "报送日期": date(2026, 3, 20), "收到日期": date(2026, 3, 21),
                        "评价": "到位",
                    }
                ],
            }
        ],
    },
    "回访约谈": {
        "约谈人": [{**JW, "依据": "第五条第（七）项"}],
        "约谈对象": [
            {
                **_SUBJECT,
                "处分": [{"类别": "党纪", "决定": "党内警告", "日期": date(2026, 1, 20)}],
                "陈述": {"对错误的认识": "认识深刻。", "整改情况": "已经改正。"},
            }
        ],
    },
}  # fmt: skip


@dataclass(frozen=True)
class Sides:
    """A rule's own two cases, asked on one day: an archive (or a file's bytes) where it is silent, one where it speaks.

    Of an archive, rules of one record are asked for the first interview.
    """

    silent: State | bytes
    speaks: State | bytes
    today: date = TODAY


def lawful(kind: str = "警示约谈", changes: Mapping[str, Any] | None = None, *, ending: str = "7K3FQ") -> Raw:
    """A held record that no rule has anything against; `changes` by path, None deletes."""
    raw: Raw = {
        "编号": f"{IDS[kind]}-202603-{ending}",
        "类型": kind,
        "起草": DRAFTED,
        "主题": "公务接待管理",
        "事由": "规范公务接待管理",
        "方式": "个别谈话",
        "协调": [{"单位": "市纪委监委", "商请": {"单位": "市委组织部", "日期": date(2026, 2, 27)}}],
        **deepcopy(_OWN[kind]),
        "安排": {"时间": AT, "地点": "第一会议室"},
        "通知": [
            {
                "日期": date(2026, 3, 5), "对象": ["FGW-002"], "送达": "党组", "送达单位": "市发展和改革委员会",
                "方式": "书面", "文号": "示纪约〔2026〕41号", "主题": "公务接待管理",
                "时间": AT, "地点": "第一会议室", "签收": date(2026, 3, 5),
            }
        ],
        "谈话": {
            "时间": AT, "地点": "第一会议室", "记录人": "JW-009", "说明主题原因": True,
            "教育提醒": "严格执行规定。", "签字": ["约谈人", "约谈对象", "记录人"],
        },
    }  # fmt: skip
    return changed(raw, changes or {})


def changed(raw: Raw, changes: Mapping[str, Any]) -> Raw:
    """A copy with each path set to its value; None deletes; an index at the end appends."""
    raw = deepcopy(raw)
    for text, value in changes.items():
        path = parse_path(text)
        assert path is not None, text
        place: Any = raw
        for step in path[:-1]:
            place = place[step] if isinstance(step, int) else place.setdefault(step, {})
        last = path[-1]
        if value is None:
            del place[last]
        elif isinstance(last, int) and last == len(place):
            place.append(deepcopy(value))
        else:
            place[last] = deepcopy(value)
    return raw


def archive(
    *raws: Raw,
    units: tuple[Raw, ...] = CITY,
    office: Raw | None = None,
    received: tuple[Raw, ...] = (),
    reports: tuple[Raw, ...] = (),
) -> State:
    """The city with these records."""
    state = city({**OFFICE, **(office or {})}, units)
    return replace(
        state,
        interviews=tuple(sorted((stored(raw) for raw in raws), key=lambda one: one.file)),
        received=tuple(
            Stored(f"records/received/{one['期间']}/{one['单位']}.yaml", one, built(Received, one)) for one in received
        ),
        reports=tuple(Stored(f"records/reports/{one['期间']}.yaml", one, built(Report, one)) for one in reports),
    )


def stored(raw: Raw) -> Stored[Interview]:
    """The record as it would stand in its file."""
    record, violations = build(Interview, raw)
    return Stored(interview_path(raw["编号"], raw["起草"]), raw, record, violations)


def judged(state: State, today: date = TODAY) -> tuple[Finding, ...]:
    """Everything that the rules say of the archive."""
    return judge(state, laws_of(state), today)


def found(code: str, *raws: Raw, today: date = TODAY, **more: Any) -> list[tuple[str, str]]:
    """Place and message of every finding of one rule in these records."""
    return [(path_text(f.path), f.message) for f in judged(archive(*raws, **more), today) if f.code == code]


def places(code: str, *raws: Raw, today: date = TODAY, **more: Any) -> list[str]:
    """Place of every finding of one rule."""
    return [path for path, _ in found(code, *raws, today=today, **more)]


def codes(*raws: Raw, today: date = TODAY, **more: Any) -> list[str]:
    """The codes of everything found in the records' own files."""
    state = archive(*raws, **more)
    return [f.code for f in judged(state, today) if f.file.startswith("records/interviews/")]


def sides(kind: str, silent: Mapping[str, Any], speaks: Mapping[str, Any], *, today: date = TODAY) -> Sides:
    """One lawful record changed in two ways."""
    return Sides(archive(lawful(kind, silent)), archive(lawful(kind, speaks)), today)
