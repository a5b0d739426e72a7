"""The JSON Schema of a record, from the field table: for an editor's YAML language server to complete and check with.

Draft 2020-12. An editor sees dates as text, hence `pattern` and no `format` (which rejects a time without a zone). What
is empty means null, so what may be left out may be null. Nothing is shared by `$ref`: editors show such messages best.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yuetan.model.field import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yuetan.codec.plain import Plain, Value
    from yuetan.model.field import Column, Record, Shape

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
MOMENT = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"
NOT_BLANK = r"\S"


def schema_of(record: Record, title: str) -> Plain:
    """The schema of a record class; every key with its description, no other key allowed."""
    return {"$schema": DRAFT, "title": title, "description": _about(record), **_object(record)}


def schema_text(schema: Mapping[str, Value]) -> str:
    """The schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _about(record: Record) -> str:
    """The first Chinese words of the class's docstring: what the record is called."""
    return (record.__doc__ or "").strip().split("\n", 1)[0].split(":", 1)[0].rstrip(".")


def _object(record: Record) -> Plain:
    table = columns(record)
    schema: Plain = {
        "type": "object",
        "properties": {column.key.name: _property(column) for column in table},
        "additionalProperties": False,
    }
    required = [column.key.name for column in table if column.key.required]
    if required:
        schema["required"] = required
    return schema


def _property(column: Column) -> Plain:
    single = _single(column)
    schema: Plain = {"type": "array", "items": single} if column.shape.many else single
    if not column.key.required:
        schema = _nullable(schema)
    described: Plain = {"description": column.key.about, **schema}
    if column.key.example:
        described["examples"] = [column.key.example]
    return described


def _nullable(schema: Plain) -> Plain:
    name = "enum" if "enum" in schema else "type"
    known = schema[name]
    return {**schema, name: [*(known if isinstance(known, list) else [known]), None if name == "enum" else "null"]}


def _single(column: Column) -> Plain:
    shape = column.shape
    if shape.record is not None:
        return _object(shape.record)
    if shape.kind == "text" and column.key.pattern is not None:
        return {"type": "string", "pattern": f"^(?:{column.key.pattern})$"}
    return _scalar(shape)


def _scalar(shape: Shape) -> Plain:
    if shape.kind == "choice":
        return {"enum": list(shape.choices)}
    plain: dict[str, Plain] = {
        "text": {"type": "string", "pattern": NOT_BLANK},
        "integer": {"type": "integer"},
        "boolean": {"type": "boolean"},
        "day": {"type": "string", "pattern": DAY},
        "moment": {"type": "string", "pattern": MOMENT},
        "texts": {"type": "object", "additionalProperties": {"type": ["string", "null"]}},
        "numbers": {"type": "object", "additionalProperties": {"type": ["integer", "null"]}},
        "any": {"type": ["string", "integer", "boolean"]},
    }
    return plain[shape.kind]
