"""due, remind, today: through the command line, on the demonstration archive, with real git and a real terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.cli.planning_archive import Archive
from tests.cli.terminal import terminal
from yuetan.cli.app import command
from yuetan.cli.main import main
from yuetan.cli.menu import ENTRIES, Entry, menu_text
from yuetan.cli.tables import width

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"kind", "due", "workday", "days_left", "id", "subject", "unit", "provision", "trace", "command"}
LATER = "2026-07-02"


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Archive:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "测试")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.invalid")
    return Archive(tmp_path / "档案", capsys)


def overdue_subject(archive: Archive) -> tuple[str, str]:
    rows = archive.json("due", "--kind", "rectification", today=LATER)["deadlines"]
    row = next(row for row in rows if row["days_left"] < 0)
    return row["id"], row["subject"]


def test_json_has_every_key_and_nothing_beside_it(archive: Archive) -> None:
    found = archive.json("due")
    assert found["version"] == 1
    assert all(set(row) == KEYS for row in found["deadlines"])
    days = [row["days_left"] for row in found["deadlines"]]
    assert days == sorted(days)
    assert {row["kind"] for row in found["deadlines"]} == {"notice", "interview", "rectification", "daily", "report"}


def test_page_says_day_command_and_with_why_the_sum(archive: Archive) -> None:
    status, page, said = archive.run("due", "--kind", "notice", "--why")
    assert status == 0
    assert "不计入，须提前3天，最迟" in page
    assert "yuetan notify " in page
    assert re.fullmatch(r"共 \d+ 项，没有逾期的。\n", said)


def test_strict_fails_only_where_something_is_overdue(archive: Archive) -> None:
    assert archive.run("due", "--strict", "--kind", "notice")[0] == 0
    assert archive.run("due", "--strict", "--kind", "notice", today=LATER)[0] == 1
    assert archive.run("due", "--kind", "notice", today=LATER)[0] == 0


def test_filters_by_unit_interviewer_and_days(archive: Archive) -> None:
    rows = archive.json("due", "--unit", "FGW")["deadlines"]
    assert {row["unit"] for row in rows} == {"FGW"}
    named = archive.json("due", "--unit", "市发展和改革委员会")["deadlines"]
    assert named == rows
    near = archive.json("due", "--within", "6")["deadlines"]
    assert max(row["days_left"] for row in near) == 6
    mine = archive.json("due", "--interviewer", "JW-004", "--kind", "约谈登记")["deadlines"]
    assert {row["id"][:2] for row in mine} == {"JS"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--kind", "别的"), "没有“别的”这种期限"),
        (("--unit", "没有的局"), "名册里没有单位“没有的局”"),
        (("--interviewer", "某某"), "名册里没有“某某”"),
    ],
)
def test_filter_that_means_nothing_is_refused(archive: Archive, words: tuple[str, ...], message: str) -> None:
    status, page, said = archive.run("due", *words)
    assert (status, page) == (2, "")
    assert message in said


def test_calendar_file_is_the_same_again_and_names_nobody(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "期限.ics"
    archive.run("due", "--ics", str(target))
    first = target.read_bytes()
    archive.run("due", "--ics", str(target))
    assert target.read_bytes() == first
    text = first.decode().replace("\r\n ", "")
    names = {archive.git("grep", "-h", "姓名:", "--", "records/units").replace(" ", "")}
    people = {line.partition("姓名:")[2] for block in names for line in block.splitlines()}
    assert len(people) > 100
    assert not [name for name in people if name in text]
    assert max(len(line) for line in first.split(b"\r\n")) <= 75


def test_event_keeps_its_name_when_the_archive_changes(archive: Archive, tmp_path: Path) -> None:
    before, after = tmp_path / "1.ics", tmp_path / "2.ics"
    archive.run("due", "--kind", "rectification", "--ics", str(before))
    record, subject = overdue_subject(archive)
    assert archive.run("remind", "--sent", record, "--subject", subject, today=LATER)[0] == 0
    archive.run("due", "--kind", "rectification", "--ics", str(after))
    names = [re.findall(r"UID:(\S+)", path.read_text()) for path in (before, after)]
    assert names[0] == names[1]
    numbers = [{int(n) for n in re.findall(r"SEQUENCE:(\d+)", path.read_text())} for path in (before, after)]
    assert numbers == [{1}, {2}]


def test_names_stand_in_titles_when_asked(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "期限.ics"
    archive.run("due", "--kind", "rectification", "--ics", str(target), "--names")
    assert "SUMMARY:整改落实情况报告：市发展和改革委员会 冯庚辰" in target.read_text().replace("\n ", "")


def test_workbook_has_a_row_for_each(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "到期.xlsx"
    rows = archive.json("due", "--xlsx", str(target))["deadlines"]
    sheet, units = load_workbook(target).worksheets
    assert sheet.title == "到期事项"
    assert [cell.value for cell in sheet[3]][:4] == ["期限种类", "单位", "姓名", "编号"]
    assert sheet.max_row == 3 + len(rows)
    daily = sum(row["kind"] == "daily" for row in rows)
    assert sum(row[1].value for row in units.iter_rows(min_row=4)) == daily


# --- remind ------------------------------------------------------------------------------------------------


def test_what_is_to_be_sent_is_text_to_paste(archive: Archive) -> None:
    found = archive.json("remind", today=LATER)["items"]
    assert {one["kind"] for one in found} == {"催办", "报送提醒", "通知"}
    urge = next(one for one in found if one["kind"] == "催办")
    assert "2026年6月30日（含当日）前形成并报送（第八条第（三）项），至今已逾期2天。" in urge["text"]
    assert urge["sent"] == []
    assert urge["command"] == f"yuetan remind --sent {urge['id']} --subject {urge['subject']}"


def test_reminder_is_recorded_only_when_told(archive: Archive) -> None:
    record, subject = overdue_subject(archive)
    head = archive.git("rev-parse", "HEAD")
    archive.run("remind", today=LATER)
    assert archive.git("rev-parse", "HEAD") == head
    assert archive.run("remind", "--sent", record, "--subject", subject, "--by", "电话", today=LATER)[0] == 0
    assert archive.git("log", "-1", "--format=%s").strip() == f"催办 {record}：{subject}"
    shown = archive.json("show", record, today=LATER)
    reminders = [one["催办"] for one in shown["约谈对象"] if one["编号"] == subject]
    assert reminders == [[{"日期": LATER, "方式": "电话"}]]
    sent = [one["sent"] for one in archive.json("remind", today=LATER)["items"] if one["kind"] == "催办"]
    assert [LATER] in sent


def test_reminder_twice_or_before_the_talk_or_tomorrow_is_refused(archive: Archive) -> None:
    record, subject = overdue_subject(archive)
    words = ("remind", "--sent", record, "--subject", subject)
    assert archive.run(*words, today=LATER)[0] == 0
    assert "已经登记" in archive.run(*words, today=LATER)[2]
    assert "早于约谈" in archive.run(*words, "--date", "2026-06-01", today=LATER)[2]
    assert archive.run(*words, "--date", "2026-07-03", today=LATER)[0] == 2


def test_week_and_days_are_not_both(archive: Archive) -> None:
    assert archive.run("remind", "--week", "--within", "3")[0] == 2
    assert archive.run("remind", "--subject", "FGW-002")[0] == 2


# --- today -------------------------------------------------------------------------------------------------


def test_page_of_the_day(archive: Archive) -> None:
    status, page, _ = archive.run("today", today=LATER)
    assert status == 0
    assert page.startswith("今天是 2026年7月2日（周四）\n\n逾期（")
    for title in ("7天内到期（", "近日的约谈（", "待办（", "7月1日以来的变动（"):
        assert f"\n{title}" in page
    assert "要做什么" not in page


@pytest.mark.parametrize(
    ("today", "since"),
    [
        ("2026-06-22", "2026-06-18"),  # Monday after 端午节, 19–21 June
        ("2026-05-06", "2026-04-30"),  # after 劳动节, 1–5 May
        ("2026-05-10", "2026-05-09"),  # after the Saturday that is worked
        ("2027-01-04", "2027-01-01"),  # a year that is not known: the last weekday
    ],
)
def test_changes_are_counted_from_the_last_working_day(archive: Archive, today: str, since: str) -> None:
    assert archive.json("today", today=today)["since"] == since


def test_bare_command_at_a_terminal_shows_the_page_and_the_menu(archive: Archive) -> None:
    folder = str(archive.folder)
    status, shown = terminal("-C", folder, "--today", LATER, answers=("99", "6", "卫癸未", "2026-07-20 9:30", "0"))
    assert status == 0
    assert "今天是 2026年7月2日（周四）" in shown
    assert "没有编号 99" in shown
    assert "执行：yuetan reschedule" in shown
    assert archive.git("log", "-1", "--format=%s").startswith("改期 JS-")


def test_menu_goes_on_after_a_refusal_and_back_from_a_question(archive: Archive) -> None:
    folder = str(archive.folder)
    head = archive.git("rev-parse", "HEAD")
    status, shown = terminal("-C", folder, "--today", LATER, answers=("6", "1", "没有的日子", "8", "", ""))
    assert status == 0
    assert "没有写明时间" in shown
    assert archive.git("rev-parse", "HEAD") == head


def test_an_interview_is_led_from_draft_to_notice_by_the_menu_alone(archive: Archive) -> None:
    """Nothing is typed but numbers and facts; the source is chosen by its number."""
    draft = (
        "1",
        "警示",
        "ZFB-003",
        "",
        "JW-002",
        "一室",
        "公务接待管理",
        "",
        "3",
        "1",
        "接待把关不严",
        "市委组织部",
        "",
    )
    status, shown = terminal("-C", str(archive.folder), "--today", LATER, answers=(*draft, "0"))
    assert status == 0
    made = re.search(r"records/interviews/\S+/(JS-202607-\w{5})\.yaml", shown)
    assert made is not None, shown
    answers = ("4", made.group(1), "16", made.group(1)[-5:], "0")
    status, shown = terminal("-C", str(archive.folder), "--today", LATER, answers=answers)
    assert archive.git("log", "-1", "--format=%s").startswith(f"通知 {made.group(1)}：")
    assert "来源：监督检查" in shown
    assert "单位：市委组织部" in shown


def test_the_menu_fits_a_small_and_a_narrow_window() -> None:
    wide, narrow = menu_text(80).splitlines(), menu_text(40).splitlines()
    assert len(wide) <= 20
    assert max(width(line) for line in wide) <= 64
    assert len(narrow) == len(ENTRIES) + 1
    assert max(width(line) for line in narrow) <= 40


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_every_line_of_the_menu_is_a_command_with_its_options(entry: Entry) -> None:
    found, words = command().get_command(None, entry.words[0]), list(entry.words[1:])
    if words and words[0] in getattr(found, "commands", {}):
        found = found.commands[words.pop(0)]
    known = {option for one in found.params for option in (*one.opts, *one.secondary_opts)}
    asked = {question.option for question in entry.questions if question.option}
    assert asked | {word for word in words if word.startswith("-")} <= known


def test_bare_command_without_a_terminal_is_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("用法：yuetan")


def test_archive_without_a_command_and_a_terminal_is_an_error(archive: Archive) -> None:
    assert archive.run()[0] == 2
