"""The package of a form that came back in: what it is by its first bytes, its parts within bounds, its main part.

Whatever is no plain .docx is named for what it is, with what to do.
"""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NoReturn

from yuetan.documents.filled.xml import children, local
from yuetan.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yuetan.documents.element import Element

MOST_PART = 16 * 1024 * 1024
"""What a part that is read may unpack to: ten thousand full cells are far below it."""
MOST_ENTRIES = 2_000
_AS_DOCX = "用 WPS 或 Word 打开，另存为 .docx 后再读入"
_OTHER_KINDS = (
    (b"%PDF", "PDF", "请读入填好的 .docx，不是 PDF"),
    (b"{\\rtf", "RTF 文件", _AS_DOCX),
    (b"<", "网页或 XML 文件", _AS_DOCX),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP_FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Package:
    """An open .docx."""

    archive: zipfile.ZipFile
    name: str

    def part(self, path: str) -> Element | None:
        """The root element of an XML part; None where the package has no such part. Raises BadInputError."""
        try:
            entry = self.archive.getinfo(path)
        except KeyError:
            return None
        if entry.file_size > MOST_PART:
            raise _too_large(self.name)
        if entry.flag_bits & 1:
            _encrypted(self.name)
        return _parsed(self._unpacked(entry), self.name)

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        try:
            with self.archive.open(entry) as stream:
                data = stream.read(MOST_PART + 1)
        except _ZIP_FAULTS as error:
            raise _damaged(self.name) from error
        if len(data) > MOST_PART:
            raise _too_large(self.name)
        return data


@contextmanager
def open_package(content: bytes, name: str) -> Iterator[Package]:
    """The package; BadInputError for what is none."""
    _only_zip(content, name)
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except _ZIP_FAULTS as error:
        raise _damaged(name) from error
    with archive:
        names = archive.namelist()
        if len(names) > MOST_ENTRIES:
            raise BadInputError(f"{name} 里有 {len(names)} 个部件，不像是填好的表单")
        if len(set(names)) != len(names):
            raise BadInputError(f"{name} 内有重名的部件，可能已被改动", hint=_AS_DOCX)
        if "[Content_Types].xml" not in names:
            _other_zip(archive, name)
        yield Package(archive, name)


def main_part(package: Package) -> Element:
    """The root of the document: what the package's relations name, else the usual place. Raises BadInputError."""
    for target in _named_documents(package):
        found = package.part(target)
        if found is not None and local(found) == "document":
            return found
    found = package.part("word/document.xml")
    if found is None:
        raise BadInputError(f"{package.name} 不是 Word 文件", hint="请读入填好的 .docx 表单")
    return found


def _named_documents(package: Package) -> Iterator[str]:
    relations = package.part("_rels/.rels")
    for one in children(relations) if relations is not None else ():
        if one.get("Type", "").endswith("/officeDocument"):
            yield one.get("Target", "").lstrip("/")


def _only_zip(content: bytes, name: str) -> None:
    if content.startswith(_COMPOUND):
        if _ENCRYPTED in content:
            _encrypted(name)
        raise BadInputError(f"{name} 是旧格式的 .doc 或 .wps 文件", hint=_AS_DOCX)
    for start, kind, hint in _OTHER_KINDS:
        if content.lstrip()[: len(start)] == start:
            raise BadInputError(f"{name} 是 {kind}，不是 .docx", hint=hint)
    if not content:
        raise BadInputError(f"{name} 是空文件", hint="请读入填好的 .docx 表单")
    if not content.startswith(b"PK"):
        raise BadInputError(f"{name} 不是 Word 文件（.docx）", hint="请读入填好的 .docx 表单")


def _other_zip(archive: zipfile.ZipFile, name: str) -> NoReturn:
    open_document = any(one in archive.namelist() for one in ("mimetype", "content.xml"))
    kind = "OpenDocument 文件（.odt）" if open_document else "压缩包"
    raise BadInputError(f"{name} 是{kind}，不是 .docx", hint=_AS_DOCX)


def _encrypted(name: str) -> NoReturn:
    raise BadInputError(f"{name} 设了密码，读不了", hint="打开后取消密码，另存为 .docx 后再读入")


def _too_large(name: str) -> BadInputError:
    return BadInputError(f"{name} 展开后过大，不像是填好的表单")


def _damaged(name: str) -> BadInputError:
    return BadInputError(f"{name} 已损坏，读不了", hint="用 WPS 或 Word 打开后重新保存一次")


def _parsed(data: bytes, name: str) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root: Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name) from error
    if etree.ElementTree(root).docinfo.doctype:
        raise BadInputError(f"{name} 含有文档类型声明，不是 Word 保存的文件", hint=_AS_DOCX)
    return root
