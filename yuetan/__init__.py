"""yuetan: records of integrity interviews (廉政约谈) as plain files under a written regulation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from yuetan.frames.archive import Archive

__version__ = "0.1.0"


def open(path: str | PathLike[str], today: date | None = None) -> Archive:  # noqa: A001 - read as yuetan.open
    """The archive at `path`, for looking and analysing: ``yuetan.open("档案").frames.attendances`` (docs/frames.md).

    Judged by `today`, the clock's day where none is given. Raises yuetan.errors.YuetanError where it cannot be opened.
    """
    from yuetan.frames import archive

    return archive.open_archive(path, today)
