"""The table of a request: what is asked for, in which order, and what each field holds."""

from __future__ import annotations

from importlib import import_module

import pytest

from yuetan.actions.drafting.request import NewRequest
from yuetan.actions.life.edit import EditRequest
from yuetan.actions.life.minutes import MinutesRequest
from yuetan.actions.life.notify import NotifyRequest
from yuetan.actions.life.remind import RemindRequest
from yuetan.actions.life.reschedule import RescheduleRequest
from yuetan.actions.request import Kind, Row, rows
from yuetan.cli.catalogue import COMMANDS, Verb

VERBS = [row for row in COMMANDS if isinstance(row, Verb)]


def by_name(request: type) -> dict[str, Row]:
    return {row.name: row for row in rows(request)}


def test_fields_are_asked_for_in_the_order_in_which_they_are_declared() -> None:
    names = [row.name for row in rows(NotifyRequest)]
    assert names == ["id", "to", "by", "unit", "number", "subjects", "day", "override"]


def test_a_field_that_comes_from_elsewhere_is_not_asked_for() -> None:
    assert "token" not in by_name(NewRequest)
    assert "value" not in by_name(MinutesRequest)


def test_a_default_stands_in_the_table_and_what_has_none_must_be_given() -> None:
    table = by_name(NotifyRequest)
    assert (table["to"].default, table["to"].needed) == ("党组", False)
    assert (table["unit"].default, table["unit"].needed) == (None, False)
    assert (table["day"].default, table["day"].needed) == (None, True)


@pytest.mark.parametrize(
    ("request_type", "name", "kind"),
    [
        (NotifyRequest, "id", Kind.TEXT),
        (NotifyRequest, "subjects", Kind.TEXTS),
        (NotifyRequest, "day", Kind.DAY),
        (NotifyRequest, "override", Kind.OVERRIDE),
        (RescheduleRequest, "at", Kind.MOMENT),
        (NewRequest, "at", Kind.MOMENT),
        (NewRequest, "sanction_day", Kind.DAY),
        (NewRequest, "new_managed", Kind.FLAG),
        (EditRequest, "sets", Kind.ASSIGNMENTS),
    ],
)
def test_what_a_field_holds_is_read_off_its_annotation(request_type: type, name: str, kind: Kind) -> None:
    assert by_name(request_type)[name].kind is kind


def test_what_must_be_given_is_asked_at_a_terminal() -> None:
    assert by_name(RescheduleRequest)["at"].ask.prompt == "新的时间"
    assert by_name(RemindRequest)["id"].ask.option == "--sent"


@pytest.mark.parametrize("row", VERBS, ids=[row.name for row in VERBS])
def test_a_verb_of_the_catalogue_takes_a_setting_and_a_request_whose_first_row_names_the_record(row: Verb) -> None:
    module = import_module(row.module)
    annotations = getattr(module, row.name).__annotations__
    assert list(annotations) == ["setting", "request", "return"]
    first = rows(getattr(module, annotations["request"]))[0]
    assert (first.name, first.ask.option, first.ask.metavar.rstrip("…")) == ("id", "", "约谈")
    assert all(example.startswith(f"yuetan {row.name} ") for example in row.examples)
