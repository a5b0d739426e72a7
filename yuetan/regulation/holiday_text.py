"""A notice's text cut into holidays and sentences, and what its head says: the year, the title, the number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NAMES = (
    r"元旦|新年|春节|清明节?|[\"“]?五一[\"”]?(?:国际)?(?:劳动)?节?|(?:国际)?劳动节|端午节?|中秋节?"
    r"|[\"“]?十一[\"”]?(?:国庆)?节?|国庆节|[一-龥0-9]{2,30}纪念日"
)
_JOINT = r"(?:[、和及与]|暨)"
_LIST = rf"(?:{_NAMES})(?:{_JOINT}(?:{_NAMES}))*"
_NUMERAL = r"(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十0-9]+\)|[0-9]{1,2}[.、])"
_HEADING = re.compile(
    rf"(?:{_NUMERAL}\s*(?P<any>[^:。;\n,]{{1,20}}?)\s*:"
    rf"|{_NUMERAL}\s*(?P<bare>{_LIST})\s*(?=[0-9])|(?P<known>{_LIST})\s*:)"
)
_SAYS = re.compile(r"[0-9]日[^。]*(?:放假|调休|补休|上班)")
_END = re.compile(r"节假日期间,|节假日期间[各要]|放假期间,|\n\s*国务院办公厅\s*(?:\n|$)|\n\s*国务院\s*\n")
_TITLE = re.compile(r"国务院(?:办公厅)?关于[^\n。:;]{0,60}?的?(?:通知|公告)")
_YEAR_OF_TITLE = re.compile(
    r"关于[^。]{0,12}?([0-9]{4})年[^。]{0,40}?(?:安排|放假|假期|节假日)|([0-9]{4})年(?:部分)?节假日"
)
_YEAR_OF_TEXT = re.compile(r"(?:现将|延长|调整)\s*([0-9]{4})年")
_YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})年")
_NUMBER = re.compile(
    r"国\s*办?\s*(?:发|函)\s*(?:明\s*电)?\s*[〔\[(【]\s*([0-9]{4})\s*[〕\])】]\s*(?:第)?([0-9]{1,4})\s*号"
)
_DASHES = str.maketrans(dict.fromkeys("—–－─~〜～‐‑‒―", "-"))
_INSIDE = str.maketrans({",": "·", "、": "·", ";": "·", "。": "·", ":": "·"})
_PRINTED = str.maketrans("(),:;·", "（），：；、")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the notice: its line (from 1) in the pasted text, and the text as `plain` gives it."""

    line: int
    text: str

    @property
    def shown(self) -> str:
        """The sentence with the signs of Chinese print."""
        return self.text.translate(_PRINTED)


@dataclass(frozen=True, slots=True)
class Section:
    """What the notice says of one holiday, or of two that fall together."""

    name: str
    sentences: tuple[Sentence, ...]


def plain(text: str) -> str:
    """The text with half-width signs and one kind of dash; brackets hold no sign that divides."""
    text = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_DASHES)
    text = re.sub("[ \t\u200b\ufeff\u3000\xa0]+", "", text)
    text = re.sub(r"-{2,}", "-", text)
    return re.sub(r"\([^()\n]*\)", lambda found: found.group().translate(_INSIDE), text)


def sections(text: str) -> tuple[Section, ...]:
    """The holidays in the order of the notice; the text as `plain` gives it.

    A notice of one holiday alone may have no headings: then the whole text is its section, named by its title.
    """
    end = _END.search(text)
    body = text[: end.start()] if end is not None else text
    heads = list(_HEADING.finditer(body))
    if not heads:
        said = tuple(one for one in _sentences(body, 1) if _SAYS.search(one.text))
        return (Section(_only_name(body), said),)
    ends = (*(head.start() for head in heads[1:]), len(body))
    return tuple(_section(body, head, end) for head, end in zip(heads, ends, strict=True))


def _section(body: str, head: re.Match[str], end: int) -> Section:
    """What stands under one heading, up to the next."""
    line = body.count("\n", 0, head.end()) + 1
    name = (head.group("any") or head.group("bare") or head.group("known")).strip('"“” \n')
    return Section(_named(name), _sentences(body[head.end() : end], line))


def year_of(text: str) -> int | None:
    """The year that the notice is of: its title's, else the one its first sentence arranges; None where none says."""
    for pattern in (_YEAR_OF_TITLE, _YEAR_OF_TEXT):
        found = pattern.search(text)
        if found is not None:
            return int(next(group for group in found.groups() if group))
    years = {int(year) for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def source_of(text: str, year: int) -> str:
    """The notice's title and number, as an archive keeps them."""
    title = _TITLE.search(text.replace("\n", " "))
    number = _NUMBER.search(text)
    name = title.group().replace(" ", "") if title is not None else f"国务院办公厅关于{year}年部分节假日安排的通知"
    if number is None:
        return name
    kind = "国办发明电" if "明" in number.group() else ("国办发" if "办" in number.group() else "国发")
    return f"{name}（{kind}〔{number[1]}〕{number[2]}号）"


def _sentences(text: str, line: int) -> tuple[Sentence, ...]:
    """Cut at full stops, semicolons and blank lines; a line break within a sentence is none."""
    found = []
    position = 0
    for part in re.split(r"(?<=[。;])|\n\s*\n", text):
        start = text.index(part, position)
        position = start + len(part)
        whole = re.sub(r"\s+", "", part)
        if whole:
            first = start + len(part) - len(part.lstrip())
            found.append(Sentence(line + text.count("\n", 0, first), whole))
    return tuple(found)


def _only_name(body: str) -> str:
    found = re.search(_NAMES, body)
    return _named(found.group()) if found is not None else "假期"


def _named(name: str) -> str:
    """The holiday as offices call it."""
    name = name.replace("“", "").replace("”", "").replace('"', "")
    name = re.sub(r"^(?:五一)?国际劳动节$|^五一(?:劳动)?节?$", "劳动节", name)
    name = re.sub(r"^十一(?:国庆)?节?$", "国庆节", name)
    return {"新年": "元旦", "清明": "清明节", "端午": "端午节", "中秋": "中秋节"}.get(name, name)
