"""What a dashboard is made of: facts, tables and charts, in families."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.chart import Chart
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date


@record
class Fact:
    """One sentence of the dashboard, and the ids of the records it was counted from."""

    says: str
    records: tuple[str, ...] = ()


@record
class Rows:
    """A table: what it shows, the heads of its columns, and its rows in words."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@record
class Part:
    """One family of numbers: in sentences, in tables, in charts where they help.

    `drawn` are the tables of the charts: their numbers, place by place.
    """

    key: str
    title: str
    facts: tuple[Fact, ...]
    tables: tuple[Rows, ...] = ()
    charts: tuple[Chart, ...] = ()
    drawn: tuple[Rows, ...] = ()


def filled(*tables: Rows) -> tuple[Rows, ...]:
    """Return the tables that have a row: no heading stands over nothing."""
    return tuple(table for table in tables if table.rows)


def period_words(first: date, last: date) -> str:
    """Return the period as a sentence."""
    return say("From {first} to {last}.", first=say_day(first), last=say_day(last))
