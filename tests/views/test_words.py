"""Days and times in words, as GB/T 9704 writes them; a unit is not said twice."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from yuetan.views.official_text import day_text, moment_text, post_texts


def test_a_day_has_no_leading_zeros() -> None:
    assert day_text(date(2026, 3, 5)) == "2026年3月5日"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 3, 10, 9, 30), "2026年3月10日（星期二）上午9时30分"),
        (datetime(2026, 3, 10, 9), "2026年3月10日（星期二）上午9时"),
        (datetime(2026, 3, 10, 11, 59), "2026年3月10日（星期二）上午11时59分"),
        (datetime(2026, 3, 10, 12), "2026年3月10日（星期二）中午12时"),
        (datetime(2026, 3, 10, 12, 5), "2026年3月10日（星期二）中午12时5分"),
        (datetime(2026, 3, 10, 13), "2026年3月10日（星期二）下午1时"),
        (datetime(2026, 3, 15, 15, 5), "2026年3月15日（星期日）下午3时5分"),
        (datetime(2026, 3, 16, 0, 1), "2026年3月16日（星期一）上午0时1分"),
    ],
)
def test_a_moment_has_weekday_half_and_hour(moment: datetime, words: str) -> None:
    assert moment_text(moment) == words


@pytest.mark.parametrize(
    ("unit", "post", "words"),
    [
        ("市财政局", "副局长", ("市财政局", "副局长")),
        ("市财政局", "市财政局副局长", ("市财政局", "副局长")),
        ("市财政局", "市财政局", ("市财政局", "市财政局")),
        (None, "副局长", ("", "副局长")),
        ("市财政局", None, ("市财政局", "")),
    ],
)
def test_the_unit_is_not_said_twice(unit: str | None, post: str | None, words: tuple[str, str]) -> None:
    assert post_texts(unit, post) == words
