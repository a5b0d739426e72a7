"""Reading never raises and never takes long, whatever the bytes are."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yuetan.codec import Document, read

MEBIBYTE = 1 << 20
TIMES = 30
"""What a hostile MiB may take, in times of an ordinary one read in the same run: about a second where that takes 90 ms,
and a bound that does not depend on how busy, or how much slowed by a coverage tracer, the machine is."""

RECORDS = sorted((Path(__file__).parents[2] / "records").rglob("*.yaml"))
SIGNS = [*"[{!|>,]}@`%\"'#: \t\n\r\0\\", "\x85", "\u2028", "\ufeff", "\ufffe", "甲", "😀", "\r\n", "\0\n"]
WORDS = [
    "? ",
    "- ",
    "&a ",
    "*a ",
    "! ",
    "::",
    "a:",
    "a: ",
    "[? ",
    "{a: ",
    '["a",',
    "[[]",
    "{}",
    "[],",
    "- - ",
    " a",
    "''",
]
LINES = [
    "-\n",
    "- *a\n",
    "- &a\n",
    "a: 1\n",
    "---\n",
    "...\n",
    "%TAG ! x:y\n",
    "- |\n",
    "x\n",
    "- 2026-02-30\n",
    "<<: *a\n",
]
MORE = ['""', "\\x41", "'a': ", '"a": ', "a:b,", "? a\n: b\n", "- a: b\n"]
HEADS = ["", "a: [", "a: {", 'a: "', "a: '", "a: |\n  ", "a:\n  - ", "- "]


@cache
def ordinary() -> float:
    """Seconds of this machine for a MiB of the demonstration records."""
    data = [path.read_bytes() for path in RECORDS]
    start = time.process_time()
    for one in data:
        read(one)
    return (time.process_time() - start) * MEBIBYTE / sum(len(one) for one in data)


def timed(data: bytes) -> Document:
    """Read within the bound."""
    bound = TIMES * ordinary() * max(len(data) / MEBIBYTE, 1)
    start = time.process_time()
    document = read(data)
    assert time.process_time() - start < bound
    check(data, document)
    return document


def check(data: bytes, document: Document) -> None:
    """A value or a fault; every fault stands in the file."""
    assert (document.value is not None) or document.faults
    assert len(document.faults) <= 100
    assert list(document.faults) == sorted(document.faults, key=lambda fault: (fault.line, fault.column))
    assert sum("其余未读" in fault.message for fault in document.faults) <= 1
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    for fault in document.faults:
        assert 1 <= fault.line <= len(lines) + 1
        assert fault.column >= 1
        assert fault.line > len(lines) or fault.column <= len(lines[fault.line - 1]) + 1


@pytest.mark.parametrize("unit", [*SIGNS, *WORDS, *LINES, *MORE], ids=ascii)
def test_a_hundred_kilobytes_of_the_same_sign(unit: str) -> None:
    for head in HEADS:
        timed((head + unit * (100_000 // len(unit.encode()))).encode())


@pytest.mark.parametrize(
    "unit", [b"[", b"a,", b"-\n", b"a: 1\n", b"\0", b"\xff", b"\xff\n", b"'", b"x", b" ", b"[],", b"#\n"]
)
def test_a_mebibyte_takes_about_a_second(unit: bytes) -> None:
    for head in (b"", b"a: ["):
        timed(head + unit * (MEBIBYTE // len(unit)))


def test_many_different_keys_take_about_a_second() -> None:
    assert timed(b"".join(b"%d:\n" % number for number in range(99_990))).faults == ()


def test_a_staircase_of_indents() -> None:
    steps = b"".join(b" " * depth + b"a:\n" for depth in range(1400))
    assert [fault.message for fault in timed(steps).faults] == ["嵌套超过 20 层，其余未读"]


def test_random_bytes() -> None:
    random = Random(20260305)
    for size in (1, 7, 100, 1000, MEBIBYTE):
        for _ in range(20 if size < MEBIBYTE else 1):
            timed(random.randbytes(size))


@given(st.binary(max_size=300), st.booleans())
@settings(deadline=None, max_examples=300)
def test_any_bytes_without_libyaml_too(data: bytes, pure: bool) -> None:
    check(data, read(data, pure=pure))


@given(st.text(st.sampled_from("a甲:-?[]{},&*!|>'\"%@`# \t\n\\<0~."), max_size=40), st.booleans())
@settings(deadline=None, max_examples=500)
def test_any_soup_of_signs_without_libyaml_too(text: str, pure: bool) -> None:
    check(text.encode(), read(text.encode(), pure=pure))


def test_real_records_are_there() -> None:
    assert len(RECORDS) > 100


def test_real_records_cut_anywhere() -> None:
    random = Random(1)
    for _ in range(2000):
        data = random.choice(RECORDS).read_bytes()
        cut = data[: random.randrange(len(data))]
        check(cut, read(cut))


def test_real_records_with_a_byte_changed_doubled_or_lost() -> None:
    random = Random(2)
    for _ in range(2000):
        data = bytearray(random.choice(RECORDS).read_bytes())
        for _ in range(random.randint(1, 3)):
            at = random.randrange(len(data))
            data[at : at + random.randint(0, 2)] = random.choice(
                [b"", b"\t", b"'", b"[", b": ", b"\n", random.randbytes(1)]
            )
        check(bytes(data), read(bytes(data)))


def test_real_records_read_alike_without_libyaml() -> None:
    for path in RECORDS[::20]:
        data = path.read_bytes()
        assert read(data, pure=True).value == read(data).value
        assert read(data).faults == ()
