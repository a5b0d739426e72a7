"""What may stand in no text of the archive (第八条第（一）项): an informant, a private number, a sealed word.

The 办法 forbids telling the subject; the wider ban is this software's, since git forgets nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yuetan.finding import Path
    from yuetan.model import Office

INFORMANTS = ("反映人", "举报人", "信访人", "投诉人", "检举人", "控告人", "来信人", "来访人", "反映者", "举报者")
_SKIPPED = frozenset({"摘要", "模板", "数据摘要", "文件摘要", "提交", "文号", "保密词", "联系"})
_NAMED = re.compile(
    rf"(?:{'|'.join(INFORMANTS)})(?:的?(?:姓名|名字|身份|电话|手机|住址|地址|工作单位|联系方式))?\s*(?:[:：]|是|为|系|叫)\s*[^\s，。；、]"
)
_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12][0-9]|3[01])"
    r"[ -]?[0-9]{3}[ -]?[0-9Xx](?![0-9A-Za-z])"
)
_OLD_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9A-Za-z])"
)
_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9A-Za-z])")
_LANDLINE = re.compile(r"(?<![0-9A-Za-z])(?:\(0[0-9]{2,3}\)[ -]?|0[0-9]{2,3}[ -])[1-9][0-9]{6,7}(?![0-9A-Za-z])")
_NUMBERS = (("身份证号码", _IDENTITY), ("身份证号码", _OLD_IDENTITY), ("手机号码", _MOBILE), ("电话号码", _LANDLINE))


_WORTH_A_LOOK = re.compile(rf"\d(?:\W?\d){{6}}|{'|'.join(INFORMANTS)}")
"""What every leak has, a sealed word apart: seven digits, or an informant. Most texts have neither."""


def leaks(text: str, office: Office) -> tuple[str, ...]:
    """What a text must not hold, in words; nothing is repeated whole. The office's own telephone is no leak."""
    if not office.sealed and _WORTH_A_LOOK.search(text) is None:
        return ()
    plain = unicodedata.normalize("NFKC", text)
    return tuple(dict.fromkeys((*_numbers(plain, office), *_informants(plain), *_sealed(plain, office))))


def _numbers(plain: str, office: Office) -> Iterator[str]:
    own = _digits(office.contact.phone or "") if office.contact is not None else ""
    for name, pattern in _NUMBERS:
        for match in pattern.finditer(plain):
            if _digits(match.group()) != own:
                yield f"{name} {mask(match.group())}"


def _informants(plain: str) -> Iterator[str]:
    named = _NAMED.search(plain)
    if named is not None:
        yield f"反映人的信息（“{named.group()[:3]}…”）"


def _sealed(plain: str, office: Office) -> Iterator[str]:
    for word in office.sealed:
        if word and unicodedata.normalize("NFKC", word) in plain:
            yield f"保密词 {mask(word)}"


def leaks_in(value: object, office: Office, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every leak of a plain record: its place, and what it is in words. Digests and numbers of documents are passed."""
    if isinstance(value, dict):
        yield from _in_keys(value, office, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaks_in(item, office, (*path, index))
    elif isinstance(value, str | int) and not isinstance(value, bool):
        for leak in leaks(str(value), office):
            yield path, leak


def _in_keys(value: Mapping[object, object], office: Office, path: Path) -> Iterator[tuple[Path, str]]:
    for key, item in value.items():
        name = str(key)
        here = (*path, name)
        if _forbidden(name):
            yield here, f"“{name}”这一项"
        if name not in _SKIPPED:
            yield from ((here, leak) for leak in leaks(name, office))
            yield from leaks_in(item, office, here)


@lru_cache(maxsize=4096)
def _forbidden(key: str) -> bool:
    return any(word in key for word in INFORMANTS)


def mask(text: str) -> str:
    """Enough to find it, too little to tell: ``138…78``."""
    return f"{text[:3]}…{text[-2:]}" if len(text) > 5 else f"{text[:1]}…"  # noqa: PLR2004 - three in front, two behind


def _digits(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isdigit())
