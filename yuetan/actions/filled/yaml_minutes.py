"""The form of the minutes: made blank for a clerk to fill in, and merged back into the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.actions.plan import Refusal
from yuetan.codec import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.actions.current import Current
    from yuetan.codec.plain import Plain, Value

TALK_KEYS = ("时间", "地点", "记录人", "说明主题原因", "教育提醒", "签字")
SUBJECT_KEYS = ("到场", "陈述", "违纪")
INTERVIEWER_KEYS = ("到场",)
_WHO = ("编号", "姓名")


def blank_form(now: Current) -> Plain:
    """The form as far as the record knows it: planned time and place, each subject with what the law asks for."""
    schedule, talk = now.record.schedule, now.stored.raw.get("谈话")
    wanted = dict.fromkeys(now.situation.statements, "") if now.situation is not None else {}
    planned = {"时间": schedule.time, "地点": schedule.place} if schedule is not None else {}
    subjects = [
        {
            "编号": subject.id,
            "姓名": subject.name,
            "到场": subject.present is not False,
            "陈述": {**wanted, **(subject.statements or {})},
        }
        for subject in now.record.subjects
    ]
    signers = list(now.law.profile.signers) if now.law is not None else []
    blank = {"时间": None, "地点": None, "记录人": "", "说明主题原因": None, "教育提醒": "", "签字": signers}
    return {"谈话": {**blank, **planned, **(talk if isinstance(talk, dict) else {})}, "约谈对象": subjects}


class _FormError(ValueError):
    """What is wrong with a form, as a sentence."""


def value_with(now: Current, form: Mapping[str, Value]) -> Plain | Refusal:
    """The record's value with the form's content in it; what the form leaves empty stays as it was."""
    value, rest = now.value(), dict(form)
    try:
        _merge_talk(value, rest.pop("谈话", None))
        _merge_only_subject(value, rest)
        _merge_people(value, "约谈对象", rest.pop("约谈对象", None), SUBJECT_KEYS)
        _merge_people(value, "约谈人", rest.pop("约谈人", None), INTERVIEWER_KEYS)
        _nothing_else(rest, (), "表单")
    except _FormError as fault:
        return Refusal(str(fault), hint="表单写 谈话、约谈对象、约谈人；用 yuetan minutes --edit 可得到填好的样张")
    return value


def _nothing_else(form: Mapping[str, Value], keys: tuple[str, ...], where: str) -> None:
    """Raises _FormError for a key that has no place there."""
    unknown = next((name for name in form if name not in keys), None)
    if unknown is not None:
        known = f"，可写：{'、'.join(keys)}" if keys else ""
        raise _FormError(f"{where}中没有“{unknown}”这一项{known}")


def _merge_talk(value: Plain, talk: Value) -> None:
    if talk is not None and not isinstance(talk, dict):
        raise _FormError("“谈话”应为一组“键: 值”")
    given: Plain = talk or {}
    _nothing_else(given, TALK_KEYS, "谈话")
    value["谈话"] = {**plain.block(value, "谈话"), **_given(given)}


def _merge_only_subject(value: Plain, form: Plain) -> None:
    """到场, 陈述 and 违纪 at the top belong to the only subject."""
    own = {name: form.pop(name) for name in SUBJECT_KEYS if name in form}
    subjects = plain.rows(value, "约谈对象")
    if own and len(subjects) != 1:
        raise _FormError(f"有几位约谈对象，“{next(iter(own))}”须写在各人名下（约谈对象）")
    if own:
        _merge_person(subjects[0], own)


def _merge_people(value: Plain, key: str, people: Value, keys: tuple[str, ...]) -> None:
    if people is None:
        return
    if not isinstance(people, list) or not all(isinstance(row, dict) for row in people):
        raise _FormError(f"“{key}”应为列表，每人一项")
    for row in plain.rows({key: people}, key):
        _nothing_else(row, (*_WHO, *keys), key)
        person = _person(plain.rows(value, key), row, key)
        _merge_person(person, {name: row[name] for name in keys if name in row})


def _person(people: list[Plain], row: Plain, key: str) -> Plain:
    """The one whom a form's row is about. Raises _FormError."""
    found = [one for one in people if _is(one, row)]
    if len(found) != 1:
        word = row.get("编号") or row.get("姓名")
        raise _FormError(f"{key}中没有“{word}”" if word else f"{key}的每一项须写编号或姓名")
    return found[0]


def _merge_person(person: Plain, own: Plain) -> None:
    statements = own.pop("陈述", None)
    if statements is not None and not isinstance(statements, dict):
        raise _FormError("“陈述”应为一组“键: 文字”")
    person.update(_given(own))
    if statements:
        person["陈述"] = {**plain.block(person, "陈述"), **_given(statements)}


def _is(one: Plain, row: Plain) -> bool:
    wanted = {name: row[name] for name in _WHO if row.get(name) is not None}
    return bool(wanted) and all(one.get(name) == word for name, word in wanted.items())


def _given(row: Mapping[str, Value]) -> Plain:
    """What is filled in: a place left empty does not wipe out what stands in the record."""
    return {name: item for name, item in row.items() if item is not None and item not in ("", [], {})}
