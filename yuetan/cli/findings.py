"""Findings as compiler-style lines, or as the documented JSON: pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.cli.tables import clean
from yuetan.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Sequence


def line(finding: Finding) -> str:
    """``path:line:column: 错误 B7.2 message（provision）``."""
    span = finding.span
    place = f"{finding.file}:{span.line}:{span.column}" if span is not None else finding.file
    word = f"{finding.level.chinese}（已确认）" if finding.acknowledged else finding.level.chinese
    provision = f"（{finding.provision}）" if finding.provision else ""
    return clean(f"{place}: {word} {finding.code} {finding.message}{provision}")


def counted(found: Sequence[Finding]) -> dict[str, int]:
    """Errors and warnings that nobody acknowledged, and what somebody did."""
    return {
        "error": sum(f.level is Level.ERROR and not f.acknowledged for f in found),
        "warning": sum(f.level is Level.WARNING and not f.acknowledged for f in found),
        "acknowledged": sum(f.acknowledged for f in found),
    }


def report(found: Sequence[Finding]) -> tuple[list[str], str]:
    """A line each, and the summary."""
    counts = counted(found)
    if not found:
        return [], "没有发现问题。"
    summary = f"{counts['error']} 处错误，{counts['warning']} 处警告，{counts['acknowledged']} 处已确认。"
    codes = sorted({finding.code for finding in found})
    return [line(finding) for finding in found], f"{summary}用 yuetan explain {codes[0]} 等查看规则。"


def as_json(found: Sequence[Finding]) -> dict[str, Any]:
    """The documented shape."""
    return {"version": 1, "findings": [finding.as_json() for finding in found], "summary": counted(found)}
