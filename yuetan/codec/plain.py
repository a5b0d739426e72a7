"""What a file holds before it is a record: the plain values that YAML gives."""

from __future__ import annotations

from typing import Any

Plain = dict[str, Any]
"""One mapping of a file, by its own Chinese keys."""
