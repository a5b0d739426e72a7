"""A rule explained: its provision, parameters, the choices behind them, its manual page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yuetan.desk.regulations import profile_named
from yuetan.errors import NotFoundError
from yuetan.regulation.law import value_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from yuetan.codec.plain import Plain
    from yuetan.finding import Level
    from yuetan.model.office import Choice
    from yuetan.regulation.law import ParameterValue
    from yuetan.regulation.profile import Parameter, Profile
    from yuetan.rules.rule import AnyRule


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One rule in the list of all."""

    code: str
    level: Level
    provision: str | None
    title: str

    def cells(self) -> tuple[str, str, str, str]:
        """What the table shows."""
        return (self.code, self.level.chinese, self.provision or "—", self.title)

    def as_json(self) -> Plain:
        """Every key always present."""
        return {"code": self.code, "level": self.level.value, "provision": self.provision, "title": self.title}


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's manual page under one profile, on one day, with the office's own choices."""

    rules: tuple[AnyRule, ...]
    profile: Profile
    today: date
    choices: tuple[Choice, ...] = ()

    def lines(self) -> Iterator[str]:
        """For a reader."""
        first = self.rules[0]
        provision = self.profile.provision(first.code)
        yield f"{first.code} {first.title}（{first.level.chinese}）"
        if provision is not None:
            gist = next(article.gist for article in self.profile.articles if article.number == provision)
            yield f"依据：{self.profile.title}{provision}：{gist}"
        for rule in self.rules:
            yield ""
            yield from rule.manual.splitlines()
        for parameter in self._parameters():
            yield ""
            yield from self._parameter_lines(parameter)

    def as_json(self) -> Plain:
        """Every key always present."""
        first = self.rules[0]
        return {
            "version": 1,
            "code": first.code,
            "level": first.level.value,
            "title": first.title,
            "provision": self.profile.provision(first.code),
            "manual": "\n\n".join(rule.manual for rule in self.rules),
            "parameters": [
                {
                    "name": p.name,
                    "value": self._value(p),
                    "article": p.article,
                    "reason": p.reason,
                    "choice": bool(p.choice),
                }
                for p in self._parameters()
            ],
        }

    def _parameters(self) -> tuple[Parameter, ...]:
        names = dict.fromkeys(name for rule in self.rules for name in rule.parameters)
        return tuple(p for name in names if (p := self.profile.parameter(name)) is not None)

    def _value(self, parameter: Parameter) -> ParameterValue:
        chosen = self._choice(parameter.name)
        return chosen.value if chosen is not None else value_on(parameter, self.today)

    def _choice(self, name: str) -> Choice | None:
        rows = [c for c in self.choices if c.parameter == name and c.since <= self.today]
        return max(rows, key=lambda row: row.since) if rows else None

    def _parameter_lines(self, parameter: Parameter) -> Iterator[str]:
        value = self._value(parameter)
        shown = {True: "是", False: "否"}[value] if isinstance(value, bool) else value
        yield f"参数 {parameter.name} = {shown}{parameter.unit or ''}（{parameter.article}）"
        yield f"  {parameter.reason}"
        if parameter.choice:
            options = f"，可选：{'、'.join(parameter.options)}" if parameter.options else ""
            yield f"  办法没有写明，可作选择{options}；有权解释的机关另有解释时，写入 yuetan.yaml 的 选择"
        chosen = self._choice(parameter.name)
        if chosen is not None:
            body, document = chosen.body or "未写解释机关", chosen.document or "未写文号"
            yield f"  本单位的选择：{body}，{document}，{chosen.reason or ''}"


def index_rows(directory: Path, today: date) -> tuple[IndexRow, ...]:
    """Every rule, one row a code, in the order of the regulation."""
    from yuetan.rules import RULES

    profile = profile_named(directory, today, None)
    rows: dict[str, IndexRow] = {}
    for rule in RULES:
        rows.setdefault(rule.code, IndexRow(rule.code, rule.level, profile.provision(rule.code), rule.title))
    return tuple(rows.values())


def page(directory: Path, today: date, code: str) -> Page:
    """The page of one rule; NotFoundError with the nearest code where there is none."""
    import difflib

    from yuetan.rules import RULES

    rules = tuple(rule for rule in RULES if rule.code.casefold() == code.casefold())
    if not rules:
        near = difflib.get_close_matches(code.upper(), [rule.code for rule in RULES], 1, 0.3)
        hint = f"是不是 {near[0]}？" if near else ""
        raise NotFoundError(f"没有代码为“{code}”的规则", hint=f"{hint}用 yuetan explain 列出全部规则")
    return Page(rules, profile_named(directory, today, None), today, _choices(directory))


def _choices(directory: Path) -> tuple[Choice, ...]:
    from yuetan.archive.store import Store
    from yuetan.desk.load import open_office

    try:
        return open_office(Store.find(directory)).choices
    except NotFoundError:
        return ()
