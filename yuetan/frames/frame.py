"""From rows to DataFrames, and from attendances to counts: the one place that calls pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yuetan.frames import engine, tables
from yuetan.frames.column import Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pandas import DataFrame

    from yuetan.frames.column import Column
    from yuetan.frames.rows import Row

FEWEST = 3
"""The smallest count that may leave the office."""


def frame(columns: Sequence[Column], rows: Iterable[Row]) -> DataFrame:
    """The rows under the columns, each with its type, also where there is no row."""
    pandas = engine.pandas()
    values = list(rows)
    data = {column.name: _series(pandas, column, [row[at] for row in values]) for at, column in enumerate(columns)}
    found: DataFrame = pandas.DataFrame(data)
    return found


def counts(attendances: DataFrame) -> DataFrame:
    """Who came, by unit, situation and month; a combination that did not occur has no row."""
    came = attendances[attendances["到场"].fillna(value=False)]
    month = came["日期"].dt.strftime("%Y-%m").astype("string").rename("月份")
    sizes = came.groupby([came["单位"], came["情形"], month], observed=True, sort=True).size().reset_index()
    return frame(tables.COUNTS.columns, sizes.itertuples(index=False, name=None))


def without_small(counted: DataFrame) -> DataFrame:
    """The counts with 1 and 2 blank: so few are somebody. The rows stay, so that a blank is not taken for none."""
    return counted.assign(人次=counted["人次"].mask(counted["人次"] < FEWEST))


def cells(found: DataFrame) -> tuple[tuple[Any, ...], ...]:
    """The rows as lists and workbooks take them: flags as 是 and 否, days as days, nothing as None."""
    flags = found.select_dtypes("boolean").columns
    words = found.assign(**{name: found[name].map({True: "是", False: "否"}) for name in flags})
    return tuple(tuple(_cell(value) for value in row) for row in words.itertuples(index=False, name=None))


def _series(pandas: Any, column: Column, values: list[Any]) -> Any:
    if column.type not in {Type.CHOICE, Type.TEXT}:
        return pandas.Series(values, dtype=str(column.type))
    texts = [str(value) if value else None for value in values]
    if column.type is Type.TEXT:
        return pandas.Series(texts, dtype=str(column.type))
    choices = dict.fromkeys((*map(str, column.choices), *sorted({text for text in texts if text is not None})))
    return pandas.Series(pandas.Categorical(texts, categories=pandas.Index(list(choices), dtype="object")))


def _cell(value: Any) -> Any:
    pandas = engine.pandas()
    if pandas.isna(value):
        return None
    if isinstance(value, pandas.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value
