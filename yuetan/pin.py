"""The same bytes every time: a zip rewritten with its parts in order and a fixed date, and a digest of what it holds.

Office files differ between runs only in the zip's timestamps and in their properties. The digest is taken over
the uncompressed parts, since deflate's bytes differ between builds of zlib.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from yuetan.errors import BadInputError

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Mapping

FIRST = ("[Content_Types].xml", "_rels/.rels")
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
REGULAR_FILE = 0o100644 << 16
MOST_PARTS = 2_000
MOST_BYTES = 200 * 1024 * 1024
"""What a package may unpack to; more is a damaged or hostile file."""


def pin(package: bytes) -> bytes:
    """The same Office package with its parts in order, without dates or directory entries."""
    return pack(unpack(package))


def digest(package: bytes) -> str:
    """SHA-256 over name, length and uncompressed bytes of each part, sorted by name."""
    total = hashlib.sha256()
    for name, content in sorted(unpack(package).items()):
        encoded = name.encode()
        total.update(len(encoded).to_bytes(8, "big") + encoded)
        total.update(len(content).to_bytes(8, "big") + content)
    return total.hexdigest()


def unpack(package: bytes, what: str = "文件") -> dict[str, bytes]:
    """The parts of an Office package by name.

    Raises BadInputError where it is no zip, damaged, encrypted, holds a name twice, or unpacks to more than 200 MB.
    """
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _bounded(entries, what)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise BadInputError(f"{what}已损坏或不是 Word/Excel 文件", hint="用 WPS 或 Word 打开后重新保存一次") from error


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts: content types and relations first, the rest by name, one fixed date."""
    import zipfile

    order = [name for name in FIRST if name in parts] + sorted(name for name in parts if name not in FIRST)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in order:
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = REGULAR_FILE
            entry.create_system = 3
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def _bounded(entries: list[zipfile.ZipInfo], what: str) -> None:
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise BadInputError(f"{what}展开后过大，不像是一份正常的文件")
    if len({entry.filename for entry in entries}) != len(entries):
        raise BadInputError(f"{what}内有重名的部件，可能已被改动", hint="用 WPS 或 Word 打开后另存一份")
