"""S5: no id twice, no document number twice; a gap in a sequence is doubtful."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from yuetan.rules.rule import Breach, records_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yuetan.finding import Path
    from yuetan.model import State
    from yuetan.model.office import Numbering
    from yuetan.rules.rule import Whole

_NUMBER = re.compile(r"(.+)〔([0-9]{4})〕([1-9][0-9]*)号")
Use = tuple[str, "Path", "date"]


def ids_unique(whole: Whole) -> Iterator[Breach]:
    """编号不重复；文号不重复，只有同一天给几个单位的同一份通知可以共用一个文号。两人在各自的电脑上取了同一个号，
    git 合并时不会发现，由本条发现。

    合格：
    ```yaml
    通知: [{日期: 2026-03-05, 文号: 示纪约〔2026〕3号}, {日期: 2026-03-05, 文号: 示纪约〔2026〕3号}]
    ```
    不合格：两份约谈都写 示纪约〔2026〕3号。
    """
    yield from _ids_twice(whole.state)
    for number, uses in sorted(_uses(whole.state).items()):
        first_file, _, first_day = uses[0]
        for file, path, day in uses[1:]:
            if file != first_file:
                yield Breach(path, f"文号 {number} 已用于 {first_file}；请改为下一号", file=file)
            elif day != first_day:
                told = f"文号 {number} 已用于 {first_day.isoformat()} 的通知，另一天的通知要另编号"
                yield Breach(path, told, file=file)


def _ids_twice(state: State) -> Iterator[Breach]:
    seen: dict[str, str] = {}
    for file, record in records_in(state.interviews):
        first = seen.setdefault(record.id, file)
        if first != file:
            yield Breach(("编号",), f"编号 {record.id} 与 {first} 重复", file=file)


def numbers_in_sequence(whole: Whole) -> Iterator[Breach]:
    """同一代字、同一年的文号从起始号起不跳号；跳过的号可能是漏录的通知。"""
    for (prefix, year), numbers in sorted(_sequences(whole.state).items()):
        expected = _first_number(whole.state.office.numbering, prefix, year)
        if expected is None:
            expected = min(numbers)
        for value, (file, path, _) in sorted(numbers.items()):
            if value > expected:
                missing = f"{expected}号" if value == expected + 1 else f"{expected}至{value - 1}号"
                yield Breach(path, f"{prefix}〔{year}〕缺少{missing}；可能有漏录的通知", file=file)
            expected = max(expected, value + 1)


def _first_number(office: Numbering | None, prefix: str, year: str) -> int | None:
    """With what the office's own sequence begins that year; None for the sequence of somebody else."""
    if office is None or office.prefix != prefix:
        return None
    return (office.start or {}).get(year, 1)


def _sequences(state: State) -> dict[tuple[str, str], dict[int, Use]]:
    """By 代字 and year, each number with its first use."""
    sequences: dict[tuple[str, str], dict[int, Use]] = defaultdict(dict)
    for number, uses in _uses(state).items():
        match = _NUMBER.fullmatch(number)
        if match is not None:
            sequences[match.group(1), match.group(2)].setdefault(int(match.group(3)), uses[0])
    return sequences


def _uses(state: State) -> dict[str, list[Use]]:
    uses: dict[str, list[Use]] = defaultdict(list)
    for file, record in records_in(state.interviews):
        for index, notice in enumerate(record.notices):
            if notice.number is not None:
                uses[notice.number].append((file, ("通知", index, "文号"), notice.day))
    return uses
