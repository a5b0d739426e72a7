"""S rules: can the record be trusted? They judge every record, whatever its age or state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.codec import read
from yuetan.finding import Level
from yuetan.model.paths import file_stem, interview_path
from yuetan.rules.rule import ArchiveRule, Breach, FileRule, ReadingRule, records_in
from yuetan.rules.structure_days import in_order, nothing_in_the_future
from yuetan.rules.structure_ids import ids_unique, numbers_in_sequence
from yuetan.rules.structure_people import as_in_the_roster, known_people, units_refer_to_known
from yuetan.rules.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.model import Interview
    from yuetan.regulation.law import Law
    from yuetan.rules.rule import StoredCase, Whole


def readable(data: bytes) -> Iterator[Breach]:
    """文件是 UTF-8 编码的 YAML，只用档案允许的写法：没有重复的键、锚点、引用、标签、控制字符和不可能的日期。

    读文件时逐处指出行和列；第一处语法错误之后的内容没有读（其余未读）。

    合格：
    ```yaml
    起草: 2026-03-02
    ```
    不合格：
    ```yaml
    起草: 2026-02-30
    ```
    """
    for fault in read(data).faults:
        yield Breach((), fault.message)


def matches_schema(case: StoredCase) -> Iterator[Breach]:
    """键和值符合结构：没有不认识的键，没有缺少的键，值的种类都对；规范规定的用词也对。

    合格：
    ```yaml
    方式: 个别谈话
    ```
    不合格：
    ```yaml
    方式: 个别谈
    主体: 规范公务接待
    ```
    """
    for violation in case.stored.violations:
        yield Breach(violation.path, violation.message)
    if case.record is not None and case.stored.sound and case.law is not None:
        yield from vocabulary(case.record, case.law)


def files_match_schema(whole: Whole) -> Iterator[Breach]:
    """单位、报送、收到的报送和计划也符合各自的结构。"""
    state = whole.state
    for stored in (*state.units, *state.reports, *state.received, *state.plans):
        for violation in stored.violations:
            yield Breach(violation.path, violation.message, file=stored.file)


def named_by_id(case: StoredCase) -> Iterator[Breach]:
    """编号就是文件名；编号中的类型代码、起草年月和所在文件夹都与内容一致。

    合格：
    ```yaml
    编号: JS-202603-7K3FQ   # records/interviews/2026/03/JS-202603-7K3FQ.yaml
    类型: 警示约谈
    起草: 2026-03-02
    ```
    不合格：
    ```yaml
    编号: JS-202604-7K3FQ   # 起草在三月
    ```
    """
    record, file = case.record, case.stored.file
    if record is None or any(v.path == ("编号",) for v in case.stored.violations):
        return
    if file_stem(file) != record.id:
        yield Breach(("编号",), f"编号 {record.id} 与文件名 {file_stem(file)} 不同")
        return
    code, month, _ = record.id.split("-")
    if month != f"{record.drafted:%Y%m}":
        yield Breach(("编号",), f"编号中的年月 {month} 与起草日期 {record.drafted.isoformat()} 不同")
    elif file != interview_path(record.id, record.drafted):
        yield Breach(("起草",), f"应放在 {interview_path(record.id, record.drafted)}")
    yield from _coded(record, code, case.law)


def _coded(record: Interview, code: str, law: Law | None) -> Iterator[Breach]:
    situation = law.situation(record.kind) if law is not None else None
    if situation is not None and situation.code != code:
        yield Breach(("类型",), f"{situation.name}的代码是 {situation.code}，与编号的 {code} 不同")


def files_named_by_content(whole: Whole) -> Iterator[Breach]:
    """单位文件以编码为名，报送以期间为名，收到的报送以期间和单位为名，计划以年度为名。"""
    state = whole.state
    for file, unit in records_in(state.units):
        yield from _named("编码", unit.code, file)
    for file, report in records_in(state.reports):
        yield from _named("期间", report.period, file)
    for file, received in records_in(state.received):
        yield from _named("单位", received.unit, file)
        folder = file.split("/")[-2]
        if received.period != folder:
            yield Breach(("期间",), f"期间 {received.period} 与文件夹 {folder} 不同", file=file)
    for file, plan in records_in(state.plans):
        yield from _named("年度", str(plan.year), file)


def _named(key: str, content: str, file: str) -> Iterator[Breach]:
    if content != file_stem(file):
        yield Breach((key,), f"{key} {content} 与文件名 {file_stem(file)} 不同", file=file)


RULES: tuple[ReadingRule | FileRule | ArchiveRule, ...] = (
    ReadingRule("S1", "文件读得了", Level.ERROR, readable, absolute=True),
    FileRule("S2", "符合结构", Level.ERROR, matches_schema, absolute=True),
    ArchiveRule("S2", "符合结构（其他文件）", Level.ERROR, files_match_schema, absolute=True),
    FileRule("S3", "编号、文件名、文件夹一致", Level.ERROR, named_by_id, absolute=True),
    ArchiveRule("S3", "文件名与内容一致（其他文件）", Level.ERROR, files_named_by_content, absolute=True),
    FileRule("S4", "所写的人在名册中", Level.ERROR, known_people, absolute=True),
    ArchiveRule("S4", "所写的人和单位在名册中（其他文件）", Level.ERROR, units_refer_to_known, absolute=True),
    ArchiveRule("S5", "编号、文号不重复", Level.ERROR, ids_unique, absolute=True, between_records=True),
    ArchiveRule("S5", "文号不跳号", Level.WARNING, numbers_in_sequence, absolute=True, between_records=True),
    FileRule("S6", "先后不乱", Level.ERROR, in_order),
    FileRule("S7", "发生过的事不在今天之后", Level.ERROR, nothing_in_the_future),
    FileRule("S8", "姓名、单位、职务与名册一致", Level.WARNING, as_in_the_roster),
)
