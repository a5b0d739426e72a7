"""How it looks on paper: templates built by code, filled from a view, proved, pinned to the same bytes every time."""

from yuetan.documents.file_name import safe_name
from yuetan.documents.fill import fill
from yuetan.pin import digest, pin

__all__ = ["digest", "fill", "pin", "safe_name"]
