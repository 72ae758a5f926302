"""A measure: a dated outcome score, with who asked and how. Practice reference 5."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record


class Mode(Enum):
    """How it was answered; helped answers tend to be more positive (reference 5)."""

    SELF = "self"
    READ_ALOUD = "read_aloud"
    HELPED = "helped"
    RECORDED = "recorded"


@record
class Measure:
    """One time of asking: the answers as they were given, or a total from elsewhere.

    `instrument` is the key of the licence table, `version` that of the instrument.
    `items` are the answers in order, None for one that was left out; none at all where
    only a total may be kept. What they come to is computed, never stored. `about` is
    what a goal or an own rating is about, in the person's words.
    """

    instrument: str
    on: date
    mode: Mode
    items: tuple[int | None, ...] = ()
    total: int | None = None
    about: str = ""
    asked_by: str = ""
    version: str = ""
    note: str = ""
    words: str = ""
