"""Bytes <-> values: one reader with positions for all records, one writer that proves what it wrote."""

from yuetan.codec.document import Document, Fault
from yuetan.codec.events import has_c_parser
from yuetan.codec.reader import read
from yuetan.codec.writer import write, write_form

__all__ = ["Document", "Fault", "has_c_parser", "read", "write", "write_form"]
