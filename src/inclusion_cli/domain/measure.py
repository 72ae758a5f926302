"""A measure: a dated outcome score, with who asked and how. Practice reference 5."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say


class Mode(Enum):
    """How it was answered; helped answers tend to be more positive (reference 5)."""

    SELF = "self"
    READ_ALOUD = "read_aloud"
    HELPED = "helped"
    RECORDED = "recorded"


MODE_WORDS = {
    Mode.SELF: say("on their own"),
    Mode.READ_ALOUD: say("read aloud to them"),
    Mode.HELPED: say("with help"),
    Mode.RECORDED: say("done elsewhere, the score written down"),
}


NOT_KNOWN = "not_known"
"""The answer of whoever does not know what somebody else was told."""


class Scoring(Enum):
    """How answers come to a score; a rule of each is in `measure_scoring`."""

    CATEGORY = "category"
    DIALOG = "dialog"
    RATING = "rating"
    SUM = "sum"
    SWEMWBS = "swemwbs"
    TOTAL = "total"


class Better(Enum):
    """Which way a score is better for the person, where it has such a way."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@record
class Terms:
    """How an instrument is read, as it stood on the day it was used.

    It is kept with the answers, so that a score stays what it was when the table
    changes. `items` answers are from `low` to `high` each; a total is from `least` to
    `most`, both 0 where nobody here knows. `reliable` is the reliable change in
    hundredths, 0 where there is none; `reported` says that it is a change others have
    reported and no more. `acknowledges` is the line printed beside it.
    """

    name: str
    scoring: Scoring
    items: int = 0
    low: int = 0
    high: int = 0
    least: int = 0
    most: int = 0
    better: Better = Better.NEITHER
    reliable: int = 0
    reported: bool = False
    acknowledges: str = ""


@record
class Measure:
    """One time of asking: the answers as they were given, or a total from elsewhere.

    `instrument` is the key of the licence table, `version` that of the instrument.
    `items` are the answers in order, None for one that was left out; none at all where
    only a total may be kept. What they come to is computed, never stored. `chosen` is
    the answer in words where it is a category. `about` is what a goal or an own rating
    is about, in the person's words. `scale` is the scale the person likes to rate on, 0
    for the one of the instrument. `every` is after how many days it is asked again, 0
    for never. `terms` is how the instrument was read on that day. `grave_item` is the
    answer to the question that is spoken about the same day, where a total alone is
    known; None where nobody knows it.
    """

    instrument: str
    on: date
    mode: Mode
    items: tuple[int | None, ...] = ()
    total: int | None = None
    chosen: str = ""
    about: str = ""
    scale: int = 0
    asked_by: str = ""
    version: str = ""
    note: str = ""
    words: str = ""
    every: int = 0
    terms: Terms | None = None
    grave_item: int | None = None
