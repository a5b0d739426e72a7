"""第九条: a local regulation that is laxer than its parent (B9); 第十一条: what no regulation judges (B11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.finding import Level
from yuetan.model.paths import REGULATIONS
from yuetan.regulation.compare import laxer
from yuetan.rules.rule import ArchiveRule, Breach, FileRule, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from yuetan.regulation.law import Laws
    from yuetan.regulation.profile import Profile
    from yuetan.rules.rule import StoredCase


def no_laxer_than_the_parent(whole: Whole) -> Iterator[Breach]:
    """本地的规范写明上位规范；比上位规范宽松的参数逐一列出，两个值都写明。宽松不一定不对，作警告。

    合格：本地规范的 通知.提前 为 3 天或更多。
    不合格：本地规范的 通知.提前 为 2 天，上位规范为 3 天。
    """
    profiles = whole.laws.profiles
    for name in dict.fromkeys(row.name for row in whole.state.office.regulations):
        profile = profiles.get(name)
        if profile is not None and profile.parent is not None:
            yield from _laxer(profile, profile.parent, profiles, whole.today)


def _laxer(profile: Profile, parent_name: str, profiles: Mapping[str, Profile], day: date) -> Iterator[Breach]:
    file, parent = f"{REGULATIONS}{profile.name}.yaml", profiles.get(parent_name)
    if parent is None:
        yield Breach(("上位规范",), f"没有名为“{parent_name}”的规范，不能比较宽严", file=file)
        return
    for found in laxer(profile, parent, day):
        path = ("参数", found.index) if found.index is not None else ("参数",)
        yield Breach(path, found.message, file=file)


def judged_by_a_regulation(case: StoredCase) -> Iterator[Breach]:
    """每次约谈由当日施行的规范判断；办法 2015-02-04 施行，在此之前的不属于它。

    合格：
    ```yaml
    规范: lianyungang-2015
    ```
    不合格：
    ```yaml
    规范: lianyungang-2014
    ```
    """
    record = case.record
    if record is None or record.cancelled or record.judged_day < case.office.since or case.law is not None:
        return
    path = ("规范",) if record.regulation is not None else ("起草",)
    name = record.regulation or case.office.regulation(record.judged_day)
    yield Breach(path, _unjudged_text(case.laws, name, record.judged_day))


def _unjudged_text(laws: Laws, name: str | None, day: date) -> str:
    """Why no regulation judges that day."""
    if name is None:
        return f"{day.isoformat()} 本单位没有施行任何规范（yuetan.yaml 的 规范），不能判断"
    profile = laws.profiles.get(name)
    if profile is None:
        return f"没有名为“{name}”的规范，不能判断；可用的规范：{'、'.join(sorted(laws.profiles))}"
    span = f"{profile.since.isoformat()} 起" + (f"，到 {profile.until.isoformat()}" if profile.until else "")
    return f"{day.isoformat()} 不在《{profile.title}》施行期间（{span}），不由它判断"


RULES: tuple[ArchiveRule | FileRule, ...] = (
    ArchiveRule("B9", "不比上位规范宽松", Level.WARNING, no_laxer_than_the_parent),
    FileRule("B11", "由当日施行的规范判断", Level.ERROR, judged_by_a_regulation),
)
