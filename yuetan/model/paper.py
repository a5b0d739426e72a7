"""What lies beside a record, known by its digest: issued papers (文书) and attachments (附件).

The order of the fields is the order of the keys in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yuetan.model.field import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """文书: the digest of an issued paper."""

    kind: str = key("种类", "文书种类，如 约谈通知书", required=True)
    day: date | None = key("日期", "文书的日期")
    digest: str | None = key("摘要", "文书各部分的 SHA-256 摘要")
    template: str | None = key("模板", "模板的 SHA-256 摘要")
    version: str | None = key("版本", "yuetan 的版本")
    subject: str | None = key("对象", "给谁的文书")
    adopted: bool | None = key("采用", "在别的程序里改过后采用的为 true")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """附件: a signed scan or evidence by digest; the bytes lie outside git."""

    name: str = key("名称", "附件名称", required=True)
    digest: str | None = key("摘要", "SHA-256 摘要")
    kept: str | None = key("存放", "存放在哪里")
