"""What was read before may be deleted, torn, touched or another's: the archive reads the same."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests import archives
from yuetan.archive import index, private
from yuetan.archive.store import Store
from yuetan.desk import reading
from yuetan.desk.load import open_desk
from yuetan.model import RECORDS
from yuetan.model.choices import Mode, Role

if TYPE_CHECKING:
    from pathlib import Path


TODAY = date(2026, 6, 24)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store.find(archives.copy(archives.sample(), tmp_path_factory.mktemp("读") / "档案"))


@pytest.fixture
def archive(shared: Store) -> Store:
    """The demonstration archive before anybody has read it."""
    private.index(shared).unlink(missing_ok=True)
    return shared


def kept(archive: Store) -> bytes:
    """The index after one reading, which must have left one."""
    open_desk(archive, TODAY)
    return private.index(archive).read_bytes()


def test_what_comes_out_of_the_index_is_what_was_parsed(archive: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_desk(archive, TODAY)
    monkeypatch.setattr(reading, "read", lambda data: pytest.fail(f"parsed again: {data[:40]!r}"))
    second = open_desk(archive, TODAY)
    assert second.state == first.state
    assert second.faults == first.faults
    assert sum(len(getattr(first.state, f"{kind}s")) for kind in ("unit", "interview", "report", "plan")) > 250


def test_a_changed_file_is_read_anew_and_the_others_are_not(archive: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(archive)
    file = archive.root / "records/units/FGW.yaml"
    before = file.read_bytes()
    parsed = []
    monkeypatch.setattr(reading, "read", lambda data, real=reading.read: (parsed.append(data), real(data))[1])
    try:
        file.write_bytes(before.replace("市发展和改革委员会".encode(), "市发展改革委".encode()))
        units = open_desk(archive, TODAY).state.units
    finally:
        file.write_bytes(before)
    assert [unit.raw["沿革"][0]["名称"] for unit in units if unit.file.endswith("FGW.yaml")] == ["市发展改革委"]
    assert len(parsed) == 1


def test_a_broken_file_is_named_every_time(archive: Store) -> None:
    file = archive.root / "records/units/ZZZ.yaml"
    file.write_text("编码: [", encoding="utf-8")
    try:
        found = [
            [fault for fault in open_desk(archive, TODAY).faults if fault.file.endswith("ZZZ.yaml")] for _ in "123"
        ]
    finally:
        file.unlink()
    assert [fault.code for fault in found[0]] == ["S1"]
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("cut", [0, 1, 70, 140, -1])
def test_a_torn_index_counts_as_none(archive: Store, cut: int) -> None:
    whole = kept(archive)
    state = open_desk(archive, TODAY).state
    private.index(archive).write_bytes(whole[:cut])
    assert open_desk(archive, TODAY).state == state
    assert private.index(archive).read_bytes() == whole


def test_a_touched_index_counts_as_none(archive: Store) -> None:
    whole = kept(archive)
    private.index(archive).write_bytes(whole.replace("主任".encode(), "书记".encode()))
    assert index.load(archive, whole[:64].decode()) is None


def test_the_index_of_another_version_counts_as_none(archive: Store) -> None:
    whole = kept(archive)
    assert index.load(archive, whole[:64].decode()) is not None
    assert index.load(archive, "0" * 64) is None


class Hostile:
    """Unpickled by the standard library, it would make a folder."""

    def __init__(self, target: Path) -> None:
        self.target = str(target)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (self.target,)


def planted(archive: Store, contents: bytes) -> None:
    """An index that is whole and says that this very version wrote it."""
    engine = kept(archive)[:64].decode()
    index.save(archive, engine, contents)
    assert index.load(archive, engine) == contents


def test_an_index_cannot_run_code(archive: Store, tmp_path: Path) -> None:
    state = open_desk(archive, TODAY).state
    planted(archive, pickle.dumps({b"": Hostile(tmp_path / "made")}))
    assert open_desk(archive, TODAY).state == state
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("yuetan.model.build", "dataclasses.sys"),
        ("yuetan.model.build", "Any"),
        ("yuetan.model.choices", "StrEnum"),
        ("yuetan.model", "build"),
        ("datetime", "sys"),
        (reading.__name__, "import_module"),
        ("yuetan.cli.main", "run"),
    ],
)
def test_only_records_days_and_times_are_taken(module: str, name: str) -> None:
    names = b"".join(b"\x8c" + bytes([len(word)]) + word.encode() for word in (module, name))
    assert reading._unpacked(b"\x80\x04" + names + b"\x93.") == {}
    with pytest.raises(pickle.UnpicklingError):
        reading._Records(BytesIO()).find_class(module, name)


@pytest.mark.parametrize("protocol", range(3, 6))
def test_a_member_of_a_choice_comes_back_as_that_member(protocol: int) -> None:
    data = pickle.dumps({b"": [Mode.COLLECTIVE, Role.PRINCIPAL]}, protocol)
    back = reading._Records(BytesIO(data)).load()[b""]
    assert back[0] is Mode.COLLECTIVE
    assert back[1] is Role.PRINCIPAL


@pytest.mark.parametrize("contents", [b"", b"\x80\x04", pickle.dumps([1, 2]), b"cos\nsystem\n.", os.urandom(2000)])
def test_what_is_no_index_is_none(contents: bytes) -> None:
    assert reading._unpacked(contents) == {}


def test_where_it_cannot_be_kept_everything_is_read_again(archive: Store) -> None:
    state = open_desk(archive, TODAY).state
    private.index(archive).unlink()
    private.index(archive).mkdir()
    try:
        assert open_desk(archive, TODAY).state == state
        assert [path.name for path in archive.private.iterdir() if path.name.endswith(".new")] == []
    finally:
        private.index(archive).rmdir()


def test_looking_at_an_old_commit_leaves_the_index_alone(archive: Store) -> None:
    open_desk(archive, TODAY, rev="HEAD")
    open_desk(archive, TODAY, staged=True)
    assert not private.index(archive).exists()


def test_the_index_lies_outside_the_work_tree(archive: Store) -> None:
    kept(archive)
    said = subprocess.run(["git", "status", "--porcelain"], cwd=archive.root, capture_output=True, check=True).stdout
    assert said == b""
    assert private.index(archive).is_relative_to(archive.git_dir)


def test_the_same_bytes_as_another_kind_are_another_record(archive: Store) -> None:
    reader = reading.Reader(archive)
    data = "编码: FGW\n".encode()
    unit, _ = reader.stored("records/units/FGW.yaml", "unit", data)
    plan, _ = reader.stored("records/plans/2026.yaml", "plan", data)
    assert unit.violations != plan.violations
    assert {"unit", "plan"} <= set(RECORDS)
    assert hashlib.sha256(data).digest() not in reader._seen
