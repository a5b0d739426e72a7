"""What if: past records judged under a draft 办法 from a day on, beside the law in force; and starting such a draft."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yuetan.actions.plan import Edit, Plan, Refusal
from yuetan.finding import Level
from yuetan.model.office import InForce
from yuetan.model.paths import REGULATIONS
from yuetan.regulation.choices import Status
from yuetan.regulation.law import Laws, value_on
from yuetan.regulation.profile import DatedValue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yuetan.codec.plain import Plain
    from yuetan.desk.judging import Selection
    from yuetan.desk.load import Desk
    from yuetan.finding import Finding
    from yuetan.regulation.profile import Parameter, Profile

HEADER = "# yaml-language-server: $schema=../regulation.schema.json"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would be different: findings that appear, that are no longer, and how many stay.

    Two findings are the same where code, file, place and level are.
    """

    title: str
    since: date
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    same: int

    @property
    def codes(self) -> dict[str, tuple[int, int]]:
        """By code: how many findings appear, and how many are no longer."""
        new, gone = Counter(f.code for f in self.new), Counter(f.code for f in self.gone)
        return {code: (new[code], gone[code]) for code in sorted({*new, *gone})}

    @property
    def exit_status(self) -> int:
        """1 where the draft would make something a breach that is none now and that nobody has acknowledged."""
        return int(any(finding.level is Level.ERROR and not finding.acknowledged for finding in self.new))

    def as_json(self) -> Plain:
        """Every key, findings in the documented shape."""
        return {
            "version": 1,
            "regulation": self.title,
            "since": self.since.isoformat(),
            "new": [finding.as_json() for finding in self.new],
            "gone": [finding.as_json() for finding in self.gone],
            "codes": {code: {"new": new, "gone": gone} for code, (new, gone) in self.codes.items()},
            "summary": {"new": len(self.new), "gone": len(self.gone), "same": self.same},
        }


def what_if(desk: Desk, draft: Profile, since: date, selection: Selection | None = None) -> WhatIf:
    """The archive judged under `draft` from `since` on, compared with the judging under the law in force."""
    from yuetan.desk.judging import findings

    before = findings(desk, selection)
    after = findings(replace(desk, laws=laws_under(desk.laws, draft, since)), selection)
    return WhatIf(
        draft.title, since, _beyond(after, before), _beyond(before, after), len(after) - len(_beyond(after, before))
    )


def laws_under(laws: Laws, draft: Profile, since: date) -> Laws:
    """The laws as they would be had the draft been in force since that day; before it nothing changes."""
    name = f"{draft.name}（{Status.DRAFT}）"
    moved = replace(draft, name=name, since=since, until=None, parameters=_moved(draft, since))
    earlier = tuple(row for row in laws.office.regulations if row.since < since)
    office = replace(laws.office, regulations=(*earlier, InForce(since=since, name=name)))
    return Laws({**laws.profiles, name: moved}, office, laws.calendar)


def new_draft(desk: Desk, name: str, source: Profile, since: date) -> Plan | Refusal:
    """The plan that writes a draft profile made from another, to be changed and then checked."""
    from yuetan.model import plain

    path = f"{REGULATIONS}{name}.yaml"
    if _NAME.fullmatch(name) is None:
        return Refusal(f"规范的代号“{name}”不合规定", hint="用小写字母、数字和连字符，如 shidong-2027")
    if path in desk.files or name in desk.laws.profiles:
        return Refusal(f"已有代号为 {name} 的规范", hint=f"换一个代号，或直接修改 {path}")
    title = f"{source.title}（{Status.DRAFT}）"
    draft = replace(
        source, name=name, title=title, document=None, status=Status.DRAFT, since=since, until=None, parent=source.name
    )
    notes = (
        f"下一步：修改 {path}，用 yuetan regulation check {name} 检查",
        f"看看过去的记录会怎样：yuetan check --regulation {path} --since {since.year}-01-01",
    )
    return Plan("regulation", (name,), (Edit(path, plain(draft), HEADER),), (), f"起草规范 {name}", (), notes)


def _moved(draft: Profile, since: date) -> tuple[Parameter, ...]:
    """The values with which the draft would begin, taken to have begun on that day."""
    return tuple(_begun(parameter, max(draft.since, since), since) for parameter in draft.parameters)


def _begun(parameter: Parameter, start: date, since: date) -> Parameter:
    value = value_on(parameter, start)
    if value is None:
        return parameter
    later = tuple(row for row in parameter.values if row.since > start)
    return replace(parameter, values=(DatedValue(since=since, value=value), *later))


def _beyond(some: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of `some` that `others` does not have, one for one."""
    left = Counter(_same(finding) for finding in others)
    found = []
    for finding in some:
        if left[_same(finding)] > 0:
            left[_same(finding)] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _same(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.file, finding.path, finding.level, finding.acknowledged
