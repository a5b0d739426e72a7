"""An informant in a comment, in a file's name or in yuetan.yaml is named with its place (第八条第（一）项)."""

from __future__ import annotations

from datetime import date

import pytest

from tests import archives
from yuetan.archive.store import Store
from yuetan.desk.comments import comments
from yuetan.desk.judging import Selection, findings
from yuetan.desk.load import open_desk

TODAY = date(2026, 6, 24)
RECORD = "records/interviews/2026/06/JS-202606-NL39L.yaml"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store.find(archives.copy(archives.sample(), tmp_path_factory.mktemp("边") / "档案"))


def told(archive: Store, path: str, content: bytes) -> list[tuple[str, int, int, str]]:
    """What B8.1 says of a file with this content: provision, line, column and the message's beginning."""
    file = archive.root / path
    before = file.read_bytes() if file.exists() else None
    file.write_bytes(content)
    try:
        found = findings(open_desk(archive, TODAY), Selection(select=("B8.1",)))
    finally:
        file.unlink() if before is None else file.write_bytes(before)
    assert {finding.file for finding in found} <= {path}
    return [
        (f.provision or "", f.span.line, f.span.column, f.message.partition("；")[0])
        for f in found
        if f.span is not None
    ]


def test_the_demonstration_archive_tells_nothing(shared: Store) -> None:
    assert findings(open_desk(shared, TODAY), Selection(select=("B8.1",))) == ()


def test_a_number_in_a_comment_is_named_at_the_comment(shared: Store) -> None:
    content = (shared.root / RECORD).read_bytes()
    assert told(shared, RECORD, content.replace("主题:".encode(), "# 电话 13812345678\n主题:".encode(), 1)) == [
        (
            "第八条第（一）项",
            content[: content.index("主题:".encode())].count(b"\n") + 1,
            1,
            "注释里不应有手机号码 138…78",
        )
    ]
    line = content.splitlines()[1].decode()
    after = content.replace(line.encode(), f"{line}  # 举报人：张某".encode(), 1)
    assert told(shared, RECORD, after) == [
        ("第八条第（一）项", 2, len(line) + 3, "注释里不应有反映人的信息（“举报人…”）")
    ]


def test_a_comment_without_a_leak_is_left_alone(shared: Store) -> None:
    content = (shared.root / RECORD).read_bytes()
    assert told(shared, RECORD, content + "# 下次请办公室核对 2026-06-24 的通知\n".encode()) == []


def test_a_number_in_a_files_name_is_named(shared: Store) -> None:
    assert told(shared, "records/units/A-13812345678.yaml", "编码: [".encode()) == [
        ("第八条第（一）项", 1, 1, "文件名里不应有手机号码 138…78")
    ]


def test_the_offices_own_file_is_looked_through_and_its_own_telephone_is_no_leak(shared: Store) -> None:
    content = (shared.root / "yuetan.yaml").read_bytes()
    lines = content.count(b"\n")
    reason = "选择:\n  - {参数: 通知.净天, 值: false, 自: 2026-05-01, 理由: 来电 13912345678}\n".encode()
    assert [row[:2] for row in told(shared, "yuetan.yaml", content + reason)] == [("第八条第（一）项", lines + 2)]
    assert (
        told(
            shared,
            "yuetan.yaml",
            content.partition("联系:".encode())[0] + "联系: {人: 监督室, 电话: 13912345678}\n".encode(),
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("编号: A#B", []),
        ("# 甲", [(1, 1, "# 甲")]),
        ("编号: A # 甲", [(1, 7, "# 甲")]),
        ("编号: A\n  # 甲\n", [(2, 3, "# 甲")]),
        ("没有", []),
    ],
)
def test_a_comment_begins_a_line_or_follows_a_space(text: str, found: list[tuple[int, int, str]]) -> None:
    assert [(span.line, span.column, comment) for span, comment in comments(text.encode())] == found


def test_bytes_that_are_no_text_are_read_all_the_same() -> None:
    assert [comment for _, comment in comments(b"\xff\xfe# x\n# y\x00")] == ["# y\x00"]
