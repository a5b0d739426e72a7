"""A YAML parser's events: libyaml's where it is there, ruamel's own otherwise; the same classes either way."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yuetan.codec.document import Fault
from yuetan.codec.scan import UNREAD
from yuetan.codec.syntax import UNCLOSED, syntax_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yuetan.codec.document import Event, Mark

_STAND_IN = "\ufdd0"
_INNER_COLON = re.compile(r"(?<=[^\s\"',\[\]{}]):(?=[^\s,\[\]{}])")


@cache
def has_c_parser() -> bool:
    """Whether libyaml's parser is there; without it the pure parser does the same, about twenty times slower."""
    try:
        import _ruamel_yaml  # noqa: F401
    except ImportError:
        return False
    return True


def events(text: str, *, pure: bool = False) -> Callable[[], Event]:
    """A function that gives the next event, up to StreamEndEvent; it raises ruamel's YAMLError where none follows."""
    if has_c_parser() and not pure:
        from _ruamel_yaml import CParser

        get: Callable[[], Event] = CParser(text).get_event
        return get if _STAND_IN not in text else lambda: _restored(get())
    from ruamel.yaml import YAML

    stream: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
    return stream.__next__


def with_colons_hidden(text: str, error: Exception) -> str | None:
    """The text for a second try where libyaml stumbled over a colon inside brackets, as in ``{时间: 09:30}``.

    YAML allows it, old libyaml does not: a sign that no record holds stands for it, `events` puts it back.
    """
    if "unexpected ':'" not in str(getattr(error, "problem", "")) or _STAND_IN in text or "fdd0" in text.lower():
        return None
    return _INNER_COLON.sub(_STAND_IN, text)


def _restored(event: Event) -> Event:
    value = getattr(event, "value", None)
    if value is not None and _STAND_IN in value:
        event.value = value.replace(_STAND_IN, ":")
    return event


def fault_of(error: Exception) -> Fault:
    """The parser's complaint in Chinese, at its place; at the beginning where it names none."""
    problem, context = (str(getattr(error, name, None) or "") for name in ("problem", "context"))
    mark = _mark_of(error, unclosed=any(words in problem for words in UNCLOSED))
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return Fault(line, column, f"{syntax_text(problem, context)}；{UNREAD}")


def _mark_of(error: Exception, *, unclosed: bool) -> Mark | None:
    """Where a quote was opened that is closed nowhere; else where the parser stopped."""
    opened: Mark | None = getattr(error, "context_mark", None) if unclosed else None
    stopped: Mark | None = getattr(error, "problem_mark", None)
    return opened or stopped
