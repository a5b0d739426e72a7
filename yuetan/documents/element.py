"""An XML element of lxml as far as papers use it: lxml itself says nothing of its types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Element(Protocol):
    """An element with its attributes, its text and the elements below it."""

    text: str | None

    @property
    def tag(self) -> object:
        """Its name in Clark's notation; of a comment or an instruction something else than a text."""

    @property
    def attrib(self) -> Mapping[str, str]:
        """Its attributes."""

    def __iter__(self) -> Iterator[Element]:
        """The elements directly below."""

    def iter(self) -> Iterator[Element]:
        """It and every element below, in reading order."""

    def xpath(self, path: str) -> list[Element]:
        """The elements that the path leads to."""

    def getparent(self) -> Element | None:
        """The element above."""

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""

    def set(self, name: str, value: str) -> None:
        """Set an attribute."""

    def append(self, element: Element) -> None:
        """Add an element below, as the last."""

    def remove(self, element: Element) -> None:
        """Take an element below out."""

    def addprevious(self, element: Element) -> None:
        """Put an element before it."""

    def addnext(self, element: Element) -> None:
        """Put an element after it."""
