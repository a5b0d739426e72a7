"""The office (yuetan.yaml): whose archive this is, and under what it is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yuetan.model.choices import OfficeRole
from yuetan.model.field import CODE, key


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """规范: the profile that judges from a day on."""

    since: date = key("自", "从哪一天起", required=True)
    name: str = key("规范", "规范的名称，即 schemas/regulations/ 下的文件名", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """文号: one sequence a 代字 and year, and where it begins."""

    prefix: str = key(
        "机关代字",
        "如 连纪约",
        required=True,
        pattern=r"[^\s〔〕0-9]{1,20}",
        pattern_words="机关代字，如 连纪约：不含空白、数字和〔〕，至多二十字",
    )
    start: Mapping[str, int] | None = key("起始", "某年从几号起，如 {2026: 41}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """选择: a reading that the interpreting bodies gave (第十条)."""

    parameter: str = key("参数", "参数名，如 通知.计日", required=True)
    value: str | int | bool | date = key("值", "取什么值", required=True)
    since: date = key("自", "从哪一天起", required=True)
    body: str | None = key("解释机关", "作出解释的机关")
    document: str | None = key("文号", "解释的文号")
    reason: str | None = key("理由", "理由")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """联系: whom a subject's unit may ask."""

    person: str | None = key("人", "联系人")
    phone: str | None = key("电话", "联系电话")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """本单位: code, role and settings of this archive."""

    unit: str = key("单位", "本档案所属单位的编码", required=True, pattern=CODE, pattern_words="单位编码，如 JW")
    role: OfficeRole = key("角色", "汇总：市纪委，对全市负责并接收报送；报送：对本单位负责并报送", required=True)
    since: date = key("启用", "从这一天起按规范判断，更早的只查结构", required=True)
    regulations: tuple[InForce, ...] = key("规范", "从哪一天起依据哪个规范", required=True)
    numbering: Numbering | None = key("文号", "文号的代字和起始号")
    choices: tuple[Choice, ...] = key("选择", "对规范中可作两种理解之处的选择", default=())
    sealed: tuple[str, ...] = key("保密词", "任何记录和文书都不得出现的词", default=())
    contact: Contact | None = key("联系", "联系人和电话")

    def regulation(self, day: date) -> str | None:
        """Name of the profile in force that day."""
        current = None
        for row in sorted(self.regulations, key=lambda row: row.since):
            if row.since <= day:
                current = row.name
        return current
