"""An archive as whoever analyses opens it: `yuetan.open("档案").frames.attendances`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from yuetan.archive.store import Store
from yuetan.desk.load import open_desk
from yuetan.frames import frame, tables
from yuetan.views.interviews.filter import Filter

if TYPE_CHECKING:
    from os import PathLike

    from pandas import DataFrame

    from yuetan.desk.load import Desk
    from yuetan.frames.tables import FrameTable


@dataclass(frozen=True)
class Archive:
    """An archive as it stood when it was opened, judged by one day. Nothing is ever written."""

    desk: Desk

    @cached_property
    def frames(self) -> Frames:
        """Its tables, each made when it is asked for."""
        return Frames(self.desk)


@dataclass(frozen=True)
class Frames:
    """The tables of one archive; names and all, as the office itself sees them. `wanted` limits what they show."""

    desk: Desk
    wanted: Filter = Filter()  # noqa: RUF009 - a frozen value

    @cached_property
    def attendances(self) -> DataFrame:
        """A row a subject and interview."""
        return self.of(tables.ATTENDANCES)

    @cached_property
    def coverage(self) -> DataFrame:
        """A row a person whom the year's interview is owed to (第六条)."""
        return self.of(tables.COVERAGE)

    @cached_property
    def deadlines(self) -> DataFrame:
        """A row a deadline that is not met yet."""
        return self.of(tables.DEADLINES)

    @cached_property
    def findings(self) -> DataFrame:
        """A row a finding of `check`."""
        return self.of(tables.FINDINGS)

    @cached_property
    def counts(self) -> DataFrame:
        """How many came, by unit, situation and month; every count as it is."""
        return self.of(tables.COUNTS)

    def of(self, table: FrameTable) -> DataFrame:
        """The frame of a table, made anew."""
        if table is tables.COUNTS:
            return frame.counts(self.attendances)
        return frame.frame(table.columns, table.rows(self.desk, self.wanted))


def open_archive(path: str | PathLike[str], today: date | None = None) -> Archive:
    """The archive at `path` or above it, judged by `today` (the clock's day where none is given).

    Raises NotFoundError where there is no archive, BadInputError where its yuetan.yaml cannot be taken.
    """
    day = today if today is not None else date.today()  # noqa: DTZ011 - the day of whoever asks
    return Archive(open_desk(Store.find(Path(path)), day))
