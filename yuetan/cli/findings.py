"""Findings as compiler-style lines, or as the documented JSON: pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.cli.tables import clean
from yuetan.finding import Finding, Level
from yuetan.model.paths import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yuetan.desk.load import Desk


def line_text(finding: Finding) -> str:
    """``path:line:column: 错误 B7.2 message（provision）``."""
    span = finding.span
    place = f"{finding.file}:{span.line}:{span.column}" if span is not None else finding.file
    word = f"{finding.level.chinese}（已确认）" if finding.acknowledged else finding.level.chinese
    provision = f"（{finding.provision}）" if finding.provision else ""
    return clean(f"{place}: {word} {finding.code} {finding.message}{provision}")


def unread_lines(desk: Desk, consequence: str) -> Iterator[str]:
    """A line for each file that could not be taken, with what that means for the page shown."""
    for finding in desk.all_located(desk.faults):
        if kind_of(finding.file) not in (None, "office") and finding.span is not None:
            yield clean(f"{finding.file}:{finding.span.line}: 读不了，{consequence}；用 yuetan check 查看")
        else:
            yield line_text(finding)


def counts(found: Sequence[Finding], *, strict: bool = False) -> dict[str, int]:
    """Errors and warnings that nobody acknowledged, and what somebody did; under `strict` these count with their level.

    So the errors counted are those that the exit status goes by.
    """
    open_ones = [f for f in found if strict or not f.acknowledged]
    return {
        "error": sum(f.level is Level.ERROR for f in open_ones),
        "warning": sum(f.level is Level.WARNING for f in open_ones),
        "acknowledged": sum(f.acknowledged for f in found),
    }


def report(found: Sequence[Finding], *, strict: bool = False) -> tuple[list[str], str]:
    """A line each, and the summary."""
    found_counts = counts(found, strict=strict)
    if not found:
        return [], "没有发现问题。"
    done = f"{found_counts['acknowledged']} 处已确认"
    if strict and found_counts["acknowledged"]:
        done = f"其中 {done}（--strict：已确认的也按其级别计）"
    summary = f"{found_counts['error']} 处错误，{found_counts['warning']} 处警告，{done}。"
    codes = sorted({finding.code for finding in found})
    return [line_text(finding) for finding in found], f"{summary}用 yuetan explain {codes[0]} 等查看规则。"


def as_json(found: Sequence[Finding], *, strict: bool = False) -> dict[str, object]:
    """The documented shape."""
    rows = [finding.as_json() for finding in found]
    return {"version": 1, "findings": rows, "summary": counts(found, strict=strict)}
