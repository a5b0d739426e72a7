"""What holds for every record, in every style: nothing is lost, nothing else is touched."""

from __future__ import annotations

from difflib import SequenceMatcher
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.codec.styles import KEYS, RECORDS, SINGLES, TREES, changed, copied, styled
from yuetan.codec import read, write
from yuetan.codec.sameness import kept, same

SEEDS = st.integers(0, 10**6)
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@slow
@given(RECORDS)
def test_what_is_written_reads_back_in_order_and_to_the_type(value: dict[str, Any]) -> None:
    document = read(write(value))
    assert document.faults == ()
    assert same(document.value, value)
    assert list(document.value or {}) == list(value)


@slow
@given(RECORDS)
def test_without_libyaml_the_same_is_read(value: dict[str, Any]) -> None:
    document = read(write(value), pure=True)
    assert document.faults == ()
    assert same(document.value, value)


@slow
@given(RECORDS, SEEDS)
def test_nothing_changed_leaves_every_byte(value: dict[str, Any], seed: int) -> None:
    text, _ = styled(value, Random(seed))
    assert same(read(text.encode()).value, value)
    assert write(value, text.encode()) == text.encode()


@slow
@given(RECORDS, SEEDS, TREES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_change_is_written_and_written_once(
    value: dict[str, Any], seed: int, extra: Any, newline: str, last: bool
) -> None:
    text, _ = styled(value, Random(seed))
    before = text.replace("\n", newline).encode()
    before = before if last else before.rstrip(b"\r\n")
    old = read(before).value
    wanted = changed(old, Random(seed), extra)
    after = write(wanted, before)
    assert same(kept(read(after).value), wanted)
    assert write(wanted, after) == after


@slow
@given(RECORDS, SEEDS, SINGLES, KEYS)
def test_a_new_key_takes_no_line_away(value: dict[str, Any], seed: int, extra: Any, name: str) -> None:
    text, notes = styled(value, Random(seed))
    wanted = {**value, f"新{name}": extra}
    after = write(wanted, text.encode()).decode()
    assert after.startswith(text)
    assert all(note in after for note in notes)


@slow
@given(RECORDS, SEEDS, SINGLES)
def test_a_changed_single_value_keeps_every_remark_and_every_other_line(
    value: dict[str, Any], seed: int, extra: Any
) -> None:
    text, notes = styled(value, Random(seed))
    wanted = copied(value)
    gone = _replace_one(wanted, Random(seed), extra)
    after = write(wanted, text.encode()).decode()
    assert [note for note in notes if note not in after] == []
    old, new = text.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    assert len(old) <= 1 + str(gone).count("\n") + 1


def _replace_one(value: dict[str, Any], random: Random, extra: Any) -> Any:
    places: list[tuple[Any, Any]] = []

    def collect(node: Any) -> None:
        for name, item in node.items() if isinstance(node, dict) else enumerate(node):
            if isinstance(item, dict | list):
                collect(item)
            else:
                places.append((node, name))

    collect(value)
    node, name = random.choice(places)
    gone, node[name] = node[name], extra
    return gone


@slow
@given(st.lists(SINGLES, min_size=2, max_size=6), SEEDS, st.data())
def test_an_item_taken_out_leaves_the_other_items_and_their_remarks(
    items: list[Any], seed: int, data: st.DataObject
) -> None:
    text, _ = styled({"表": [{"号": index, "值": item} for index, item in enumerate(items)]}, Random(seed))
    gone = data.draw(st.integers(0, len(items) - 1))
    old: Any = read(text.encode()).value
    wanted = {"表": [item for item in old["表"] if item["号"] != gone]}
    after = write(wanted, text.encode()).decode()
    if "[" not in text and "{" not in text:
        stretches = SequenceMatcher(None, text.split("\n"), after.split("\n"), autojunk=False).get_opcodes()
        assert {tag for tag, *_ in stretches} <= {"equal", "delete"}
    assert same(read(after.encode()).value, wanted)
