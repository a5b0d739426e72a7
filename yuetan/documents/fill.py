"""Filling a template from a view: sandboxed, nothing undefined, nothing lost, the same bytes every time."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, cast

from yuetan.documents.literal import encode, leaves, printable
from yuetan.documents.printed_text import printed_text
from yuetan.errors import BadInputError, InternalFaultError
from yuetan.pin import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from docx.document import Document
    from jinja2 import TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from yuetan.documents.literal import Printable

NO_DAY = date(2000, 1, 1)
"""What the properties say where a document has no day of its own."""

_WIDE_TAG = re.compile(r"｛[｛{%％]|\{[｛％]|[｝}%％]｝|[｝％]\}")
_MARKING_FILTERS = ("safe", "escape", "e", "forceescape", "urlize", "xmlattr", "tojson", "striptags", "pprint")
_APP_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


class _UndefinedVariableError(Exception):
    """A variable that the view does not have, on its way out of jinja."""

    def __init__(self, name: str | None, owner: object) -> None:
        known = f"（这一项有：{'、'.join(map(str, owner))}）" if isinstance(owner, dict) else ""
        super().__init__(f"“{name}”{known}")


def fill(
    template: bytes,
    view: Mapping[str, object],
    *,
    name: str = "模板",
    must_stand: tuple[str, ...] = (),
    day: date | None = None,
) -> bytes:
    """The paper: `template` (a .docx) filled from `view`, its properties dated `day`, its bytes pinned.

    `name` is the template's file name, for messages; `must_stand` are the variables that it may not leave out. What
    stands in the view is text, never evaluated. Raises BadInputError where the template is at fault (damaged, a wrong
    tag, a variable that does not exist, something left out), InternalFaultError where a printed value does not stand
    in the paper.
    """
    values = printable(view)
    before = unpack(template, f"模板 {name} ")
    _no_wide_tags(printed_text(before), name)
    printed: list[str] = []
    rendered = unpack(_rendered(template, values, printed, name, day or NO_DAY))
    if "docProps/app.xml" in rendered:
        rendered["docProps/app.xml"] = _APP_PROPERTIES
    said = printed_text(rendered)
    _nothing_lost(said, printed, name)
    _nothing_left_out(said, {variable: values.get(variable) for variable in must_stand}, name)
    return pack(rendered)


def _rendered(template: bytes, values: dict[str, Printable], printed: list[str], name: str, day: date) -> bytes:
    from docx.opc.exceptions import OpcError
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        document = DocxTemplate(BytesIO(template))
        document.init_docx()
        _properties(document.docx, "", day)
        document.render(values, _environment(printed))
        _properties(document.docx, str(values.get("标题") or ""), day)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()
    except _UndefinedVariableError as error:
        known = "、".join(sorted(values))
        raise BadInputError(f"模板 {name} 用了不存在的变量{error}", hint=f"可用的变量：{known}") from error
    except TemplateSyntaxError as error:
        raise BadInputError(
            f"模板 {name} 的标签写错了：{_place(error)}", hint="检查 {{ }} 和 {% %} 是否成对"
        ) from error
    except TemplateError as error:
        raise BadInputError(f"模板 {name} 用了不允许或不能计算的写法：{error}") from error
    except (OpcError, KeyError, AttributeError, TypeError, ValueError, SyntaxError, ArithmeticError, OSError) as error:
        raise BadInputError(
            f"模板 {name} 不能使用：{type(error).__name__} {error}", hint="恢复原来的模板，或用 WPS 重新保存一次"
        ) from error


def _environment(printed: list[str]) -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined, TemplateRuntimeError, UndefinedError
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from jinja2.utils import missing
    from markupsafe import Markup

    class Missing(StrictUndefined):
        def __init__(
            self,
            hint: str | None = None,
            obj: object = missing,
            name: str | None = None,
            exc: type[TemplateRuntimeError] = UndefinedError,
        ) -> None:
            told = partial(_tell, name, obj) if exc is UndefinedError else exc
            super().__init__(hint, obj, name, cast("type[TemplateRuntimeError]", told))

    def finalize(value: object) -> object:
        if value is None:
            return ""
        if isinstance(value, Missing):
            return value
        text = value.unescape() if isinstance(value, Markup) else str(value)
        printed.append(text)
        return Markup(encode(text))  # noqa: S704 - encode leaves no character that means anything to XML

    environment = ImmutableSandboxedEnvironment(undefined=Missing, autoescape=True, finalize=finalize)
    for marking in _MARKING_FILTERS:
        environment.filters.pop(marking, None)
    environment.globals.clear()
    return environment


def _tell(name: str | None, owner: object, _: str | None = None) -> _UndefinedVariableError:
    return _UndefinedVariableError(name, owner)


def _place(error: TemplateSyntaxError) -> str:
    near = " ".join(line.strip() for line in getattr(error, "docx_context", ()) if line.strip())
    return f"{error.message}{f'，在“{near[:80]}”附近' if near else ''}"


def _properties(document: Document, title: str, day: date) -> None:
    properties = document.core_properties
    for field in ("author", "category", "comments", "content_status", "identifier", "keywords", "language"):
        setattr(properties, field, "")
    properties.subject = properties.last_modified_by = properties.version = ""
    properties.title = title[:255]
    properties.revision = 1
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    properties.created = properties.modified = moment
    for element in properties._element.xpath("cp:lastPrinted"):  # noqa: SLF001 - python-docx has no way to drop it
        element.getparent().remove(element)


def _no_wide_tags(said: str, name: str) -> None:
    found = _WIDE_TAG.search(said)
    if found is not None:
        near = said[max(0, found.start() - 10) : found.end() + 10].replace("\n", " ")
        raise BadInputError(
            f"模板 {name} 中有用中文输入法打的标签：“{near}”", hint="改用英文输入法的 {{ }} 或 {% %} 重新输入"
        )


def _nothing_lost(said: str, printed: Collection[str], name: str) -> None:
    for text, times in Counter(text for text in printed if text).items():
        if said.count(text) < times:
            raise InternalFaultError(
                f"用模板 {name} 生成的文书丢失了文字“{text[:40]}”，没有出具", hint="检查模板中这一处的标签和格式"
            )


def _nothing_left_out(said: str, wanted: Mapping[str, Printable], name: str) -> None:
    for variable, value in wanted.items():
        lost = [text for text in leaves(value) if text not in said]
        if lost:
            raise BadInputError(
                f"模板 {name} 没有印出“{variable}”（{lost[0][:40]}），这是文书必须写明的",
                hint=f"在模板中加上 {variable}",
            )


def variables(template: bytes) -> frozenset[str]:
    """The names that a template asks of its view."""
    from docxtpl import DocxTemplate
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    document = DocxTemplate(BytesIO(template))
    return frozenset(document.get_undeclared_template_variables(ImmutableSandboxedEnvironment()))
