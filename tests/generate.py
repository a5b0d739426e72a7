"""What is generated from the code: docs/format.md, docs/rules.md, the JSON Schemas. `make docs` writes it.

A test proves that the committed files are what this module makes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from yuetan.model import RECORDS
from yuetan.model.field import columns

if TYPE_CHECKING:
    from yuetan.rules.rule import AnyRule

ROOT = Path(__file__).resolve().parent.parent
TITLES = {
    "interview": "约谈 `records/interviews/年/月/编号.yaml`",
    "unit": "单位 `records/units/编码.yaml`",
    "office": "本单位 `yuetan.yaml`",
    "report": "报送 `records/reports/期间.yaml`",
    "received": "收到的报送 `records/received/期间/编码.yaml`",
    "plan": "计划 `records/plans/年度.yaml`",
}
KINDS = {
    "text": "文字",
    "integer": "整数",
    "boolean": "true/false",
    "day": "日期",
    "moment": "时间",
    "texts": "键: 文字",
    "numbers": "键: 整数",
    "any": "值",
}

PRINTED: dict[str, tuple[tuple[str, str], ...]] = {
    "B4.1": (("约谈记录", "陈述.内容"), ("约谈记录", "教育提醒")),
    "B4.2": (("约谈登记审批表", "对象.情况"), ("约谈记录", "教育提醒")),
    "B4.3": (("约谈登记审批表", "对象.情况"), ("约谈记录", "陈述.内容"), ("约谈记录", "教育提醒")),
    "B4.4": (("约谈登记审批表", "对象.情况"), ("约谈记录", "陈述.内容"), ("约谈记录", "教育提醒")),
    "B5": (("约谈登记审批表", "约谈人.依据"), ("约谈通知书", "约谈人们"), ("约谈记录", "约谈人们")),
    "B5.m": (("约谈登记审批表", "方式"),),
    "B7.1": (("约谈登记审批表", "协调"), ("约谈登记审批表", "审批意见")),
    "B7.2": (("约谈通知书", "日期"), ("约谈通知书", "时间"), ("改期通知", "时间"), ("送达回证", "签收日期")),
    "B7.2c": (
        ("约谈通知书", "主题"),
        ("约谈通知书", "对象们"),
        ("约谈通知书", "时间"),
        ("约谈通知书", "地点"),
        ("约谈通知书", "收件"),
    ),
    "B7.3": (("约谈记录", "说明主题原因"), ("约谈记录", "陈述.内容"), ("约谈记录", "记录人"), ("约谈记录", "签字")),
    "W8.1": (("约谈通知书", "主题"), ("约谈通知书", "事由")),
    "B8.3": (("整改落实情况报告", "期限"), ("整改落实情况报告", "报送"), ("催办函", "逾期天数")),
}
"""Where what a rule asks for is printed: kind of paper and variable of its template."""
JUDGED = {
    "ReadingRule": "文件的原文",
    "FileRule": "每份约谈的文件",
    "RecordRule": "每次可信的约谈",
    "ArchiveRule": "整个档案",
}
"""What each kind of rule is given."""


def format_page() -> str:
    """docs/format.md: every key of every record, from the field table."""
    lines = [
        "# 档案的文件格式",
        "",
        "由字段表生成（`make docs`），不要手改。键的次序就是写入的次序；空即不写。日期如 `2026-03-05`、时间如",
        "`2026-03-10T09:30:00`，都不加引号；像数字的编号要加引号。",
        "",
    ]
    for kind, title in TITLES.items():
        lines += [f"## {title}", ""]
        lines += _table(RECORDS[kind], "", [])
    return "\n".join(lines).rstrip() + "\n"


def _table(record: type, prefix: str, seen: list[type]) -> list[str]:
    lines = ["| 键 | 内容 | 说明 |", "|---|---|---|"] if not prefix else []
    for column in columns(record):
        shape, row = column.shape, column.key
        name = f"{prefix}{row.name}{'[]' if shape.many else ''}"
        what = "、".join(shape.choices) if shape.choices else KINDS.get(shape.kind, "")
        about = row.about + ("（必填）" if row.required else "")
        lines.append(f"| `{name}` | {what} | {about} |".replace("|  |", "| |"))
        if shape.record is not None and shape.record not in seen:
            lines += _table(shape.record, f"{name}.", [*seen, record])
    return lines if prefix else [*lines, ""]


def rules_page() -> str:
    """docs/rules.md: article -> rule -> test, and the clauses that no machine can judge."""
    from tests.profiles import shipped_profile
    from yuetan.rules import RULES

    profile = shipped_profile("lianyungang-2015")
    lines = [
        "# 规则",
        "",
        f"由规则表和规范 `{profile.name}` 生成（`make docs`），不要手改。",
        "级别：错误＝违反办法或记录不可信，警告＝存疑。",
        "判断什么：规则只看得到交给它的——一份文件、一次约谈（连同名册、本单位和今天），或者整个档案。",
        "",
        "| 条款 | 规则 | 级别 | 内容 | 判断什么 | 测试 | 文书中的字段 |",
        "|---|---|---|---|---|---|---|",
    ]
    articles = [(article.number, code) for article in profile.articles for code in article.rules]
    lines += [_rule_row(number, rule) for number, code in articles for rule in RULES if rule.code == code]
    lines += [_rule_row("—", rule) for rule in RULES if profile.provision(rule.code) is None]
    lines += ["", "## 机器不能判断的", "", "| 条款 | 要旨 | 不能机判的部分 |", "|---|---|---|"]
    lines += [f"| {a.number} | {a.gist} | {a.unjudged} |" for a in profile.articles if a.unjudged]
    return "\n".join(lines) + "\n"


def _rule_row(article: str, rule: AnyRule) -> str:
    from tests.rules.every_case import CASES

    test = CASES[rule.judge][0] if rule.judge in CASES else ""
    printed = "、".join(f"{kind}：{variable}" for kind, variable in PRINTED.get(rule.code, ()))
    judged = JUDGED[type(rule).__name__]
    cells = (article, rule.code, rule.level.chinese, rule.title, judged, test, printed)
    return "| " + " | ".join(cells) + " |"


def generated() -> dict[str, str]:
    """Every generated file by its path."""
    from tests.profiles import shipped_profiles
    from yuetan.regulation.schemas import schemas

    return {"docs/format.md": format_page(), "docs/rules.md": rules_page(), **schemas(shipped_profiles())}


def main() -> int:
    """Write what is generated; say what changed."""
    for path, text in sorted(generated().items()):
        target = ROOT / path
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"wrote {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
