"""People as messages name them."""

from __future__ import annotations


def person_text(person_id: str, name: str | None) -> str:
    """``赵甲子（FGW-001）``; the id alone where no name is known."""
    return f"{name}（{person_id}）" if name else person_id


def absent_notes(names: tuple[str, ...]) -> tuple[str, ...]:
    """What is to be done about those who did not come; nothing where everybody did."""
    return (f"{'、'.join(names)}缺席，不计入约谈，须另行约谈（yuetan new）",) if names else ()
