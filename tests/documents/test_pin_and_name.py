"""Pinned packages, their digest, and file names."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yuetan.documents import digest, safe_name
from yuetan.errors import BadInputError
from yuetan.pin import pack, pin, unpack


def zipped(parts: list[tuple[str, bytes]], day: tuple[int, int, int, int, int, int], method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, day), content)
    return buffer.getvalue()


PARTS = [("word/b.xml", b"b"), ("word/", b""), ("_rels/.rels", b"r"), ("[Content_Types].xml", b"t"), ("a.xml", b"a")]


def test_order_dates_compression_and_folders_of_a_zip_do_not_matter() -> None:
    one = zipped(PARTS, (2020, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)
    other = zipped(PARTS[::-1], (2026, 3, 5, 9, 30, 0), zipfile.ZIP_DEFLATED)

    assert pin(one) == pin(other)
    assert digest(one) == digest(other)


def test_content_types_and_relations_come_first_then_names_in_order() -> None:
    package = pin(zipped(PARTS, (2020, 1, 1, 0, 0, 0), zipfile.ZIP_STORED))

    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "a.xml", "word/b.xml"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("changed", [{"a": b"bc"}, {"ab": b"c"}, {"a": b"b", "c": b""}])
def test_the_digest_tells_names_from_contents(changed: dict[str, bytes]) -> None:
    assert digest(pack({"a": b"b"})) != digest(pack(changed))


def test_a_name_twice_in_a_package_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        package = zipped([("a", b"1"), ("a", b"2")], (2020, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)

    with pytest.raises(BadInputError, match="重名"):
        unpack(package)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("约谈通知书", "约谈通知书"),
        ("../../etc/passwd", "etc-passwd"),
        ("..\\..\\a", "a"),
        ('a/b:c*d?e"f<g>h|i', "a-b-c-d-e-f-g-h-i"),
        ("con", "_con"),
        ("LPT1.x", "_LPT1.x"),
        (".hidden.", "hidden"),
        ("-rf", "rf"),
        ("a\x00b\u202ec", "abc"),
        ("   ", "文书"),
        ("", "文书"),
        ("约谈 通知书", "约谈-通知书"),
    ],
)
def test_file_names_lose_every_trick(stem: str, name: str) -> None:
    assert safe_name(stem) == name


@given(st.text())
def test_any_stem_becomes_a_name_that_every_system_takes(stem: str) -> None:
    name = safe_name(stem)

    assert 0 < len(name.encode()) <= 200
    assert not set(name) & set('\\/:*?"<>|\x00\n')
    assert not name.startswith((".", "-"))


def test_a_long_name_is_cut_between_characters() -> None:
    assert safe_name("约" * 200) == "约" * 60
