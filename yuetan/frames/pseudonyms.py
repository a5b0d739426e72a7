"""Codes of people and interviews replaced for one export: the same code gives the same pseudonym inside it only."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from yuetan.frames.column import Privacy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandas import DataFrame

    from yuetan.frames.column import Column

_LENGTH = 12
"""Hexadecimal digits: 48 bits, so that ten thousand people meet by chance once in five million exports."""


class Pseudonyms:
    """The key of one export; it is never written down, so that nobody can lead back from a pseudonym to a code."""

    def __init__(self, key: bytes | None = None) -> None:
        """`key` for a test; drawn at random otherwise."""
        self._key = key if key is not None else secrets.token_bytes(32)

    def of(self, code: str) -> str:
        """``代号-4f9c0a…``."""
        return f"代号-{hmac.new(self._key, code.encode(), hashlib.sha256).hexdigest()[:_LENGTH]}"

    def frame(self, columns: Sequence[Column], found: DataFrame) -> DataFrame:
        """The frame without the columns that are personal, and with pseudonyms for codes."""
        kept = found[[column.name for column in columns if column.privacy is not Privacy.PERSONAL]]
        coded = [column.name for column in columns if column.privacy is Privacy.CODE]
        return kept.assign(**{name: kept[name].map(self.of, na_action="ignore").astype("string") for name in coded})
