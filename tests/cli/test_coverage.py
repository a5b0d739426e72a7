"""coverage, check --since, regulation new: through the command line, on the demonstration archive, with real git."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.planning_archive import Archive
from yuetan.documents.part_texts import part_texts

DRAFT = "schemas/regulations/shidong-2027.yaml"


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "测试")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.invalid")
    return Archive(tmp_path / "档案", capsys)


def stricter(archive: Archive) -> None:
    """A draft that asks for five days' notice."""
    archive.run("regulation", "new", "shidong-2027", "--from", "lianyungang-2015")
    path = archive.folder / DRAFT
    text = path.read_text(encoding="utf-8")
    at = text.index("通知.提前")
    path.write_text(text[:at] + text[at:].replace("值: 3", "值: 5", 1), encoding="utf-8")


def test_every_unit_and_everybody_still_owed_is_listed(archive: Archive) -> None:
    status, said, _ = archive.run("coverage")
    assert status == 0
    assert said.startswith("单位")
    assert "合计" in said
    found = archive.json("coverage")
    open_ones = [row for row in found["items"] if row["status"] == "未完成"]
    assert open_ones
    assert all(f"  {row['subject']}  " in said for row in open_ones)


def test_a_past_year_is_judged_as_it_ended(archive: Archive) -> None:
    found = archive.json("coverage", "--year", "2025")
    late = {row["subject"] for row in found["items"] if row["status"] == "逾期"}
    check = archive.json("check", "--select", "B6")["findings"]
    errors = [f for f in check if f["level"] == "error" and not f["acknowledged"]]
    assert len(late) == len(errors)


def test_one_unit_alone(archive: Archive) -> None:
    found = archive.json("coverage", "--unit", "市财政局")
    assert {row["unit"] for row in found["items"]} == {"市财政局"}
    assert archive.json("coverage", "--unit", "CZJ")["items"] == found["items"]
    status, _, about = archive.run("coverage", "--unit", "没有这个单位")
    assert status == 2
    assert "名册中没有单位" in about


def test_workbooks_for_all_and_for_each_unit(archive: Archive, tmp_path: Path) -> None:
    target, folder = tmp_path / "完成.xlsx", tmp_path / "各单位"
    archive.run("coverage", "-o", str(target), "--split", str(folder))
    assert load_workbook(target).sheetnames == ["按单位", "逐人", "按约谈人", "任前和回访"]
    own = load_workbook(folder / "市财政局约谈情况.xlsx")["逐人"]
    assert {row[0].value for row in own.iter_rows(min_row=4)} == {"市财政局"}


def test_a_year_before_any_regulation_is_refused(archive: Archive) -> None:
    status, _, about = archive.run("coverage", "--year", "2010")
    assert status == 2
    assert "没有可依据的规范" in about


def test_a_new_draft_is_one_commit_and_changes_nothing_by_itself(archive: Archive) -> None:
    status, said, _ = archive.run("regulation", "new", "shidong-2027", "--from", "lianyungang-2015")
    assert status == 0
    assert DRAFT in said
    assert archive.git("show", "--name-only", "--format=").split() == [DRAFT]
    found = archive.json("check", "--regulation", str(archive.folder / DRAFT), "--since", "2025-01-01")
    assert (found["new"], found["gone"]) == ([], [])
    assert found["summary"]["same"] > 0


def test_a_stricter_draft_says_what_would_change(archive: Archive) -> None:
    stricter(archive)
    words = ("check", "--regulation", str(archive.folder / DRAFT), "--since", "2026-01-01")
    status, said, about = archive.run(*words)
    assert status == 1
    assert "新出现" in said
    assert "B7.2：新出现" in about
    found = archive.json(*words)
    assert set(found["codes"]) == {"B7.2", "W7.2"}
    assert all("约谈日" in finding["message"] for finding in found["new"])
    assert found["codes"]["B7.2"]["new"] == sum(f["code"] == "B7.2" for f in found["new"])


def test_before_the_day_the_law_in_force_judges(archive: Archive) -> None:
    stricter(archive)
    words = ("check", "--regulation", str(archive.folder / DRAFT), "--since")
    later, earlier = archive.json(*words, "2026-04-01"), archive.json(*words, "2025-01-01")
    assert 0 < len(later["new"]) < len(earlier["new"])
    assert archive.json(*words, "2026-06-30")["new"] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("check", "--since", "2026-01-01"), "--since 要和 --regulation 一起用"),
        (("check", "--regulation", "没有.yaml", "--since", "2026-01-01"), "没有文件"),
        (("regulation", "new", "示东"), "代号"),
        (("regulation", "new", "yunxi-2024"), "已有代号"),
        (("regulation", "new", "a", "--from", "没有"), "没有名为"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(archive: Archive, words: tuple[str, ...], message: str) -> None:
    status, _, about = archive.run(*words)
    assert status == 2
    assert message in about


def test_a_letter_for_every_unit_that_is_behind(archive: Archive, tmp_path: Path) -> None:
    found = archive.json("coverage", "--letters", str(tmp_path / "函"))
    behind = {row["unit"] for row in found["items"] if row["status"] == "未完成"}
    names = {Path(name).stem for name in found["documents"]}
    assert names == {f"督办函-2026-{unit}" for unit in behind}
    text = dict(part_texts(Path(found["documents"][0]).read_bytes()))["word/document.xml"]
    owed = next(row for row in found["items"] if row["unit"] == Path(found["documents"][0]).stem.split("-")[2])
    assert "关于抓紧完成2026年度日常廉政约谈的函" in text
    assert owed["unit"] in text
    assert archive.run("render", "JS-202604-SF8LK", "督办函")[2].endswith("用 yuetan coverage --letters 文件夹 生成\n")
