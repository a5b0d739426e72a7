"""The State Council's notices as they are pasted, in the wording of different years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.regulation.notices import YEARS, notice
from yuetan.regulation import holiday_text
from yuetan.regulation.holiday_notice import HolidayNotice, HolidayRow, read_notice


def days(*texts: str) -> tuple[date, ...]:
    """``2026-01-01..03`` and single days, written out by hand."""
    found: list[date] = []
    for text in texts:
        first, _, last = text.partition("..")
        start = date.fromisoformat(first)
        end = date.fromisoformat(last) if last else start
        found += [start + timedelta(days=n) for n in range((end - start).days + 1)]
    return tuple(found)


def rows(year: int) -> dict[str, HolidayRow]:
    read = read_notice(notice(year))
    assert read.faults == ()
    return {row.name: row for row in read.rows}


def one(sentence: str, year: int = 2027) -> HolidayNotice:
    return read_notice(f"国务院办公厅关于{year}年部分节假日安排的通知\n\n一、元旦：{sentence}\n")


def test_notice_of_2026_is_read_whole() -> None:
    read = read_notice(notice(2026))
    assert read.year == 2026
    assert read.source == "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）"
    assert read.rows == (
        HolidayRow("元旦", days("2026-01-01..2026-01-03"), days("2026-01-04")),
        HolidayRow("春节", days("2026-02-15..2026-02-23"), days("2026-02-14", "2026-02-28")),
        HolidayRow("清明节", days("2026-04-04..2026-04-06"), ()),
        HolidayRow("劳动节", days("2026-05-01..2026-05-05"), days("2026-05-09")),
        HolidayRow("端午节", days("2026-06-19..2026-06-21"), ()),
        HolidayRow("中秋节", days("2026-09-25..2026-09-27"), ()),
        HolidayRow("国庆节", days("2026-10-01..2026-10-07"), days("2026-09-20", "2026-10-10")),
    )


@pytest.mark.parametrize(
    ("year", "name", "off", "working"),
    [
        (2007, "元旦", ("2007-01-01..2007-01-03",), ("2006-12-30", "2006-12-31")),
        (2007, "春节", ("2007-02-18..2007-02-24",), ("2007-02-17", "2007-02-25")),
        (2007, "劳动节", ("2007-05-01..2007-05-07",), ("2007-04-28", "2007-04-29")),
        (2008, "元旦", ("2007-12-30..2008-01-01",), ("2007-12-29",)),
        (2008, "端午节", ("2008-06-07..2008-06-09",), ()),
        (2008, "国庆节", ("2008-09-29..2008-10-05",), ("2008-09-27", "2008-09-28")),
        (2009, "劳动节", ("2009-05-01..2009-05-03",), ()),
        (2009, "国庆节、中秋节", ("2009-10-01..2009-10-08",), ("2009-09-27", "2009-10-10")),
        (2010, "春节", ("2010-02-13..2010-02-19",), ("2010-02-20", "2010-02-21")),
        (2010, "中秋节", ("2010-09-22..2010-09-24",), ("2010-09-19", "2010-09-25")),
        (2012, "元旦", ("2012-01-01..2012-01-03",), ("2011-12-31",)),
        (2012, "清明节", ("2012-04-02..2012-04-04",), ("2012-03-31", "2012-04-01")),
        (2014, "元旦", ("2014-01-01",), ()),
        (2014, "清明节", ("2014-04-05", "2014-04-07"), ()),
        (2018, "元旦", ("2018-01-01",), ()),
        (2023, "元旦", ("2022-12-31..2023-01-02",), ()),
        (2024, "春节", ("2024-02-10..2024-02-17",), ("2024-02-04", "2024-02-18")),
    ],
)
def test_holiday_of_each_wording(year: int, name: str, off: tuple[str, ...], working: tuple[str, ...]) -> None:
    assert rows(year)[name] == HolidayRow(name, days(*off), days(*working))


@pytest.mark.parametrize("year", YEARS)
def test_notice_agrees_with_the_kept_library(year: int) -> None:
    from chinese_calendar.constants import holidays, workdays

    read = rows(year).values()
    off = {day for row in read for day in row.days_off if day.weekday() < 5}
    working = {day for row in read for day in row.working}
    first, last = date(year - 1, 12, 20), date(year, 12, 20)
    assert off == {day for day in holidays if first <= day <= last and day.weekday() < 5}
    assert working == {day for day in workdays if first <= day <= last}


def test_notice_on_one_line_and_with_half_width_signs_is_the_same() -> None:
    text = notice(2026).replace("\n", " ").replace("：", ":").replace("，", ",").replace("（", "(").replace("）", ")")
    assert read_notice(text).rows == read_notice(notice(2026)).rows


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_lines_of_another_system_are_the_same(newline: str) -> None:
    assert holiday_text.plain(f"元旦{newline}放假") == "元旦\n放假"
    assert read_notice(notice(2026).replace("\n", newline)).rows == read_notice(notice(2026)).rows


def test_heading_on_a_line_of_its_own_is_the_same() -> None:
    text = notice(2026).replace("：", "：\n")
    assert read_notice(text).rows == read_notice(notice(2026)).rows


def test_adjusting_notice_without_headings() -> None:
    text = (
        "国务院办公厅关于调整2019年劳动节假期安排的通知\n国办发明电〔2019〕3号\n\n"
        "经国务院批准，现将2019年劳动节假期安排调整如下。\n\n"
        "2019年5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。\n\n国务院办公厅\n2019年3月21日\n"
    )
    read = read_notice(text)
    assert read.faults == ()
    assert read.rows == (HolidayRow("劳动节", days("2019-05-01..2019-05-04"), days("2019-04-28", "2019-05-05")),)
    assert read.source == "国务院办公厅关于调整2019年劳动节假期安排的通知（国办发明电〔2019〕3号）"


def test_commemoration_of_2015() -> None:
    text = (
        "国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知\n"
        "为使全国人民广泛参与纪念活动，2015年9月3日全国放假1天。为方便公众安排假日期间生产生活，特作如下调休："
        "9月3日至5日调休放假，共3天。其中9月3日（星期四）放假，9月4日（星期五）调休，9月6日（星期日）上班。\n"
    )
    read = read_notice(text)
    assert read.faults == ()
    assert [(row.days_off, row.working) for row in read.rows] == [(days("2015-09-03..2015-09-05"), days("2015-09-06"))]


def test_day_without_a_year_in_december_belongs_to_the_year_before() -> None:
    assert one("12月31日至1月2日放假调休，共3天。12月26日（周六）上班。").rows == (
        HolidayRow("元旦", days("2026-12-31..2027-01-02"), days("2026-12-26")),
    )


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("1月1日（周四）至3日（周日）放假，共3天。", "2027年1月1日是周五，不是周四"),
        ("1月1日至3日放假，共4天。", "写的是共4天，读出的是3天"),
        ("1月1日至3日放假。1月5日上班。", "1月5日不是周六、周日，不必写明上班"),
        ("1月1日至3日放假。2月30日（周六）上班。", "没有“2月30日”这一天"),
        ("1月3日至1日放假。", "“2027年1月3日至2027年1月1日”前后不对"),
        ("1月1日至3日放假。1月9日。", "看不出这些日子放假还是上班"),
        ("1日至3日放假。", "“1日”没有写月份"),
        ("延长元旦假期至1月5日。", "是延长原有假期，看不出从哪一天起；请在 schemas/calendar/ 的年度文件中逐日写明"),
    ],
)
def test_fault_names_the_sentence(sentence: str, message: str) -> None:
    fault = one(sentence).faults[0]
    assert fault.message == message
    assert fault.line == 3
    assert fault.sentence.rstrip("。") in sentence
    assert fault.words.startswith("第3行“")


def test_day_both_off_and_working_is_a_fault() -> None:
    assert [fault.message for fault in one("1月1日至3日放假。1月3日（周日）上班。").faults] == [
        "2027-01-03 在元旦放假，又在元旦上班"
    ]


def test_text_of_no_year_asks_for_it_and_takes_it() -> None:
    assert [fault.message for fault in read_notice("元旦：1月1日放假。").faults] == ["看不出是哪一年的通知"]
    assert read_notice("元旦：1月1日放假。", 2027).rows == (HolidayRow("元旦", days("2027-01-01"), ()),)


@pytest.mark.parametrize("text", ["", "2026年的会议安排如下。", "今天天气很好，2026年。"])
def test_text_that_is_no_notice_is_refused(text: str) -> None:
    (fault,) = read_notice(text, 2026).faults
    assert (fault.line, fault.message) == (0, "没有找到放假的日子：请粘贴通知的全文，从标题到落款")


def test_last_days_of_time_are_read() -> None:
    read = read_notice("元旦：9999年12月20日至31日放假，共12天。", 9999)
    assert [row.days_off for row in read.rows] == [days("9999-12-20..9999-12-31")]
