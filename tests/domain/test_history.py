"""The history of a record: who did what to it, when, why, and what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.domain.history import ERASED, UNKNOWN, Chronicler, Deed, History
from inclusion_cli.domain.trail import TAKEN_BACK, Past, Trail, Words
from tests.builders import at

SAID = Debrief("step-1", at(1), Outcome.ATTENDED_FULL, worry_peak=6, words="Loud")


def past(entry: str, minutes: int, **told: Any) -> Past:
    """Return a version, or a taking back where it voids."""
    facts: dict[str, Any] = {"record": SAID, "kind": "debrief", **told}
    if facts.get("voids"):
        facts |= {"kind": TAKEN_BACK, "record": None}
    when = at(1, 12) + timedelta(minutes=minutes)
    return Past(entry, file="f", author="sam", happened_at=at(1), recorded_at=when,
                words=facts.pop("words", Words.READ), **facts)  # fmt: skip


def history(*entries: Past, gone: tuple[str, ...] = (), heads: Any = ()) -> History:
    """Return the history of these entries."""
    teller = Chronicler(
        asked={}, names={}, authors={"sam": "Sam"}, seen=lambda said: said
    )
    trail = Trail("record-1", entries, frozenset(gone), tuple(heads))
    return teller.history(trail, person="Amina Khan, AK-014", code="AK-014", title="A")


def test_each_version_says_what_it_changed() -> None:
    """The first is told whole; a later one only where it differs."""
    mended = replace(SAID, worry_peak=8)
    found = history(
        past("e1", 0),
        past("e2", 5, record=mended, replaces=("e1",), reason="misheard"),
        heads=["e2"],
    )

    first, second = found.lines
    assert (first.deed, second.deed) == (Deed.WRITTEN, Deed.CHANGED)
    assert [line.says for line in first.says if line.key == "worry_peak"] == ["6"]
    assert [change.words() for change in second.changes] == [
        "Worry at its worst: was 6, now 8."
    ]
    assert (second.reason, second.of, second.stands) == ("misheard", (1,), True)


def test_taking_back_and_putting_back_are_told_apart() -> None:
    """Each names the version it is about."""
    found = history(
        past("e1", 0),
        past("e2", 1, voids=("e1",)),
        past("e3", 2, voids=("e2",)),
        past("e4", 3, voids=("e3",)),
        gone=("e1", "e3"),
    )

    assert [(line.deed, line.of) for line in found.lines[1:]] == [
        (Deed.TAKEN_BACK, (1,)),
        (Deed.PUT_BACK, (1,)),
        (Deed.TAKEN_BACK, (1,)),
    ]


def test_a_fork_is_shown_side_by_side_where_it_differs() -> None:
    """What both say alike needs no choosing."""
    one, other = replace(SAID, worry_peak=8), replace(SAID, worry_peak=3)
    found = history(
        past("e1", 0),
        past("e2", 1, record=one, replaces=("e1",)),
        past("e3", 2, record=other, replaces=("e1",)),
        heads=["e2", "e3"],
    )

    assert [(s.number, [t.says for t in s.says]) for s in found.sides] == [
        (2, ["8"]),
        (3, ["3"]),
    ]


def test_a_version_over_two_settles_them() -> None:
    """And it says which."""
    found = history(
        past("e1", 0),
        past("e2", 1, replaces=("e1",)),
        past("e3", 2, replaces=("e1",)),
        past("e4", 3, replaces=("e2", "e3")),
        heads=["e4"],
    )

    assert (found.lines[-1].deed, found.lines[-1].of) == (Deed.SETTLED, (2, 3))
    assert found.sides == ()


def test_what_was_moved_away_says_nothing_of_itself() -> None:
    """That it was moved, when and by whom: no word, no reason, no title of its own."""
    found = history(
        past("e1", 0, reason="was about somebody"),
        past("e2", 1, voids=("e1",), moved_away=True, reason="somebody else's"),
        gone=("e1",),
    )

    (only,) = found.lines
    assert found.moved
    assert found.title == "Debrief"
    assert (only.deed, only.by, only.reason, only.says) == (
        Deed.MOVED_AWAY, "Sam", "", (),
    )  # fmt: skip


def test_what_cannot_be_read_is_said() -> None:
    """Erased under an order, or of a newer program: two different sentences."""
    found = history(
        past("e1", 0, record=None, words=Words.ERASED),
        past("e2", 1, record=None, words=Words.UNKNOWN, replaces=("e1",)),
        heads=["e2"],
    )

    assert [line.note for line in found.lines] == [ERASED, UNKNOWN]
    assert [line.changes for line in found.lines] == [(), ()]
