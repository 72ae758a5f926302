"""The days a dashboard or pack is about: --from and --to, and how far it has come."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from inclusion_cli.cli.typed_flag import past_day_typed, refuse_late_start
from inclusion_cli.domain.dashboard import WEEKS_BACK
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk

First = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="DAY", help=say("The first day; else 26 weeks back.")
    ),
]
Last = Annotated[
    str | None,
    typer.Option("--to", metavar="DAY", help=say("The last day; else today.")),
]
A_MOMENT = 1.0
"""Seconds before anything is said of how far it has come."""


@dataclass(frozen=True)
class Period:
    """The first and the last day, both included."""

    first: date
    last: date


def period(desk: Desk, first: str | None, last: str | None) -> Period:
    """Return the days that were typed. Raises NotUnderstood."""
    today = desk.clock.today()
    end = past_day_typed(desk, "--to", last) or today
    start = past_day_typed(desk, "--from", first) or end - timedelta(
        weeks=WEEKS_BACK, days=-1
    )
    refuse_late_start(("--from", "--to"), start, end)
    return Period(start, end)


class Progress:
    """Says on standard error how many people are read, where it takes a moment."""

    def __init__(self, desk: Desk) -> None:
        self._shows = sys.stderr.isatty() and not desk.call.as_json
        self._began, self._told = time.monotonic(), ""

    def __call__(self, done: int, of: int) -> None:
        """Hear how far it is; say it once a percent, and wipe it at the end."""
        if not self._shows or time.monotonic() - self._began < A_MOMENT:
            return
        told = say("Reading {percent}% of {of} people", percent=done * 100 // of, of=of)
        if told != self._told:
            sys.stderr.write(f"\r{told}")
        if done == of:
            sys.stderr.write("\r" + " " * len(told) + "\r")
        self._told = told
        sys.stderr.flush()
