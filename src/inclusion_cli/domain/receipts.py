"""What commands that keep no record say back."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.record import record


@record
class PapersMade:
    """Papers that were written, and where; `follows` is what to know about them."""

    says: str
    code: str
    paths: tuple[str, ...]
    next: tuple[str, ...] = ()
    saved: Any = None
    follows: tuple[str, ...] = ()


@record
class VaultState:
    """Whether the vault is open, and for how long at the most."""

    says: str
    locked: bool
    minutes: int = 0
    recovery_code: str = ""
    next: tuple[str, ...] = ()


@record
class QuestionLine:
    """A question as a script or a form needs to know it."""

    key: str
    flag: str
    label: str
    type: str
    choices: tuple[str, ...]
    choice_labels: tuple[str, ...]
    required: bool
    extra: bool
    asked: str


@record
class QuestionList:
    """The questions of a command, in order; keys with .1. may be repeated."""

    command: str
    form: str
    version: int
    questions: tuple[QuestionLine, ...]


@record
class DryRun:
    """What would have been saved."""

    who: str
    lines: tuple[tuple[str, str], ...]
    record: Any
    saved: bool = False


@record
class DemoMade:
    """The practice vault, its papers, and the home screen in it."""

    folder: str
    papers: tuple[str, ...]
    home: Any


@record
class TourDone:
    """The end of the tour: what became of its debrief, and whose it was."""

    says: str
    code: str


@record
class Fault:
    """What does not hold. `entry` is the first entry it was seen at, "" for none."""

    what: str
    entry: str = ""
    number: int = 0


@record
class Verified:
    """What was checked and what was found; no fault means all of it holds.

    `fits` tells whether the head code it was held against is that of its first entries.
    """

    entries: int
    head: str
    faults: tuple[Fault, ...]
    against: str = ""
    against_count: int = 0
    fits: bool = True

    @property
    def holds(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.faults

    @property
    def exit_code(self) -> int:
        """Return 15 where the vault is not as it was left."""
        return 0 if self.holds else 15
