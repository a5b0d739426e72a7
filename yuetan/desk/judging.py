"""What is wrong in the archive, with its place: load -> rules -> findings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from yuetan.errors import BadInputError, NotFoundError
from yuetan.finding import CRASH, Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yuetan.desk.load import Desk


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings are asked for: codes (a prefix selects a family) and places."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def takes(self, finding: Finding) -> bool:
        """Whether this finding is asked for. A crashed rule is always shown."""
        if finding.code == CRASH:
            return True
        if self.select and not any(_covers(code, finding.code) for code in self.select):
            return False
        if any(_covers(code, finding.code) for code in self.ignore):
            return False
        return not self.places or any(_within(place, finding.file) for place in self.places)


def findings(desk: Desk, selection: Selection | None = None) -> tuple[Finding, ...]:
    """Every finding of the archive, located and sorted by file, line, column and code."""
    from yuetan.desk.comments import leaks_in_margins
    from yuetan.rules import judge

    selection = selection or Selection()
    everything = (*desk.faults, *judge(desk.state, desk.laws, desk.today), *leaks_in_margins(desk))
    taken = sorted((finding for finding in everything if selection.takes(finding)), key=lambda finding: finding.order)
    return tuple(sorted(set(desk.all_located(taken)), key=lambda finding: finding.order))


def known_codes() -> tuple[str, ...]:
    """The codes of all rules, in the order of the regulation."""
    from yuetan.rules import RULES

    return tuple(rule.code for rule in RULES)


def valid_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes as typed, once each is known to select something; BadInputError otherwise."""
    import difflib

    known = known_codes()
    for code in codes:
        if not any(_covers(code, other) for other in known):
            near = difflib.get_close_matches(code.upper(), known, 1, 0.3)
            raise BadInputError(
                f"没有代码为“{code}”的规则" + (f"；是不是 {near[0]}？" if near else ""),
                hint="用 yuetan explain 查看全部规则",
            )
    return tuple(codes)


def named_files(desk: Desk, words: Iterable[str], folder: Path) -> tuple[str, ...]:
    """Archive-relative files or folders for what the user named: a path, an id, a document number or a name.

    Paths are taken from `folder`, where the user stands, else from the archive's root.
    """
    from yuetan.desk.find import find

    found: list[str] = []
    for word in words:
        path = _relative(desk, word, folder)
        if path is not None:
            found.append(path)
            continue
        if "/" in word or word.endswith(".yaml"):
            raise NotFoundError(f"档案中没有 {word}", hint="用 yuetan list 查看有哪些约谈")
        found.append(find(desk, word).file)
    return tuple(found)


def _relative(desk: Desk, word: str, folder: Path) -> str | None:
    known = {*desk.files, *(finding.file for finding in desk.faults)}
    for base in (folder.resolve(), desk.store.root):
        for target in ((base / word).resolve(), Path(os.path.normpath(base / word))):  # a link is not followed
            if target.is_relative_to(desk.store.root):
                path = target.relative_to(desk.store.root).as_posix()
                if path == "." or any(_within(path, file) for file in known):
                    return path
    return None


def exit_status(found: Iterable[Finding], *, strict: bool) -> int:
    """0 nothing unacknowledged is wrong, 1 it is, 3 a rule crashed.

    Under `strict` an acknowledged breach counts with its level. Warnings never fail.
    """
    found = tuple(found)
    if any(finding.code == CRASH for finding in found):
        return 3
    errors = (f for f in found if f.level is Level.ERROR and (strict or not f.acknowledged))
    return 1 if any(True for _ in errors) else 0


def _covers(code: str, other: str) -> bool:
    """`B7` covers B7.2 and B7.2c; `B7.2` covers itself alone; `B` all of B."""
    code, low = code.casefold(), other.casefold()
    return low == code or low.startswith(f"{code}.") or (len(code) == 1 and low.startswith(code))


def _within(place: str, file: str) -> bool:
    return place in ("", ".") or file == place or file.startswith(place.rstrip("/") + "/")
