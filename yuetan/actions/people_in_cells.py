"""Who is meant by a code, or by a name and a unit, on a day; found only where it is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from yuetan.model import Roster

_SHOWN = 3


class People:
    """Everybody of a roster by name."""

    def __init__(self, roster: Roster) -> None:
        """Names are taken without the blanks that people type between two characters."""
        self._roster = roster
        self._by_name: dict[str, dict[str, None]] = {}
        for unit in roster.units:
            for post in unit.posts:
                self._by_name.setdefault(squeezed(post.name), {})[post.id] = None

    def find(self, code: str, name: str, unit: str, day: date, *, prefer: str = "") -> tuple[str | None, str]:
        """The person's code; None and the reason, in Chinese, where it is not certain who is meant.

        `unit` is a name or code as written; `prefer` the code of the unit whose people come first among namesakes.
        """
        if code:
            return self._by_code(code, name)
        if not name:
            return None, "没有填写"
        codes = list(self._by_name.get(squeezed(name), ()))
        if not codes:
            return None, f"名册中没有“{name}”"
        codes = self._serving(codes, day) or codes
        for word in (unit, prefer):
            codes = self._in_unit(codes, word, day) or codes
        if len(codes) == 1:
            return codes[0], ""
        shown = "、".join(codes[:_SHOWN])
        return None, f"名册中有{len(codes)}个“{name}”（{shown}），请填写编号"

    def _by_code(self, code: str, name: str) -> tuple[str | None, str]:
        if not self._roster.known(code):
            near = list(self._by_name.get(squeezed(name), ()))
            return None, f"名册中没有编号 {code}" + (f"；“{name}”的编号是 {'、'.join(near[:_SHOWN])}" if near else "")
        names = {squeezed(post.name): post.name for _, _, post in self._roster.entries(code)}
        if name and squeezed(name) not in names:
            return None, f"{code} 是{'、'.join(names.values())}，不是“{name}”"
        return code, ""

    def _in_unit(self, codes: list[str], unit: str, day: date) -> list[str]:
        found = self._roster.unit_called(unit, day)
        if found is None:
            return []
        return [code for code in codes if any(one is found for one, _, _ in self._roster.entries(code))]

    def _serving(self, codes: list[str], day: date) -> list[str]:
        return [code for code in codes if self._roster.posts(code, day)]


def squeezed(name: str) -> str:
    """``张　三`` as ``张三``."""
    return "".join(name.split())
