"""Amending, taking back, settling and moving on the real store, in any order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.trail import Words
from inclusion_cli.errors import ChangedMeanwhile
from inclusion_cli.plain import canonical, plain
from inclusion_cli.store import log
from inclusion_cli.store.fold import fold
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.search import Search
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.conftest import NOW
from tests.store.making import an_entry

if TYPE_CHECKING:
    from inclusion_cli.clock import Clock
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.vault import Vault

DEBRIEF = Debrief("step-1", NOW, Outcome.ATTENDED_FULL, words="It was loud")
deeds = st.lists(
    st.tuples(
        st.sampled_from(["add", "amend", "withdraw", "undo", "refile"]),
        st.integers(0, 9),
    ),
    min_size=3,
    max_size=12,
)


def done(vault: Vault, clock: Clock, what: str, number: int) -> None:
    """Do one thing, as far as there is something to do it to."""
    with Work(vault, clock, "sam") as work:
        found = work.all(Debrief)
        kept = found[number % len(found)] if found else None
        said = replace(DEBRIEF, words=f"words {number}")
        match what:
            case "amend" if kept:
                work.amend(kept, said, reason="slip")
            case "withdraw" if kept:
                work.withdraw(kept, reason="slip")
            case "refile" if kept:
                to = f"file-{number}"
                work.refile(kept, said, file=to, reason="slip", left="moved")
            case "undo":
                for trace in reversed(work.last_written()):
                    work.take_back(trace, reason="slip")
            case _:
                work.add(DEBRIEF, file=f"file-{number % 3}")


@given(deeds)
@settings(max_examples=8)
def test_any_sequence_keeps_the_log_clean_and_the_views_true(
    vault: Vault, clock: Clock, told: list[tuple[str, int]]
) -> None:
    """Whatever is done: verify holds, and a fresh fold in any order gives the rows."""
    for what, number in told:
        done(vault, clock, what, number)

    entries = tuple(log.read(vault.connection.cursor()))
    stands = {s.record: s.entry for s in fold(reversed(entries))}
    shown = {kept.id: kept.entry for kept in Reading(vault).all(Debrief)}
    assert verify(vault).holds
    assert shown == stands


@given(deeds)
@settings(max_examples=8)
def test_a_trail_has_every_entry_of_a_record_once(
    vault: Vault, clock: Clock, told: list[tuple[str, int]]
) -> None:
    """Nothing is left out of a history, nothing is in it twice."""
    for what, number in told:
        done(vault, clock, what, number)

    entries = [w.entry for w in log.read(vault.connection.cursor())]
    reading = Search(vault)
    seen: list[str] = []
    for record in dict.fromkeys(entry.record for entry in entries):
        trail = reading.trail(record)
        assert trail
        seen += [past.entry for past in trail.entries]
        standing = {kept.id: kept.entry for kept in reading.all(Debrief)}
        newest = trail.standing
        assert (newest.entry if newest else None) == standing.get(record)
    assert sorted(seen) == sorted(entry.id for entry in entries)


@pytest.fixture
def kept(vault: Vault, clock: Clock) -> Kept[Debrief]:
    """Return a debrief in file-1."""
    with Work(vault, clock, "sam") as work:
        return work.add(DEBRIEF, file="file-1")


def forked(vault: Vault, clock: Clock, kept: Kept[Debrief]) -> Kept[Debrief]:
    """Return a debrief that two windows amended at once, as two devices would."""
    with Work(vault, clock, "sam") as work:
        work.amend(kept, replace(DEBRIEF, words="one side"), reason="one")
    cursor = vault.connection.cursor()
    seq, previous = log.tip(cursor, vault.id, vault.device)
    body = canonical(plain(replace(DEBRIEF, words="other side")))
    other = an_entry(
        id="zzz-other",
        file="file-1",
        kind="debrief",
        version=2,
        record=kept.id,
        device=vault.device,
        seq=seq + 1,
        previous=previous,
        links=canonical([["supersedes", kept.entry]]),
        commitment=log.commitment("ab" * 32, body),
    )
    log.append(cursor, other, salt="ab" * 32, body=body)
    from inclusion_cli.store.views import rebuild

    rebuild(vault)
    return Reading(vault).get(Debrief, kept.id)


def test_settling_closes_a_fork(
    vault: Vault, clock: Clock, kept: Kept[Debrief]
) -> None:
    """A version over both: one stands, and both can still be read."""
    split = forked(vault, clock, kept)
    assert split.forks == 2

    with Work(vault, clock, "sam") as work:
        said = replace(DEBRIEF, words="both were partly right")
        work.amend(split, said, reason="settled")

    now = Reading(vault).get(Debrief, kept.id)
    trail = Search(vault).trail(kept.id)
    assert (now.forks, now.record.words) == (1, "both were partly right")
    assert trail
    assert len(trail.versions) == 4
    assert verify(vault).holds


def test_what_changed_meanwhile_is_not_settled_over(
    vault: Vault, clock: Clock, kept: Kept[Debrief]
) -> None:
    """A version nobody here has read is not replaced."""
    forked(vault, clock, kept)

    with (
        pytest.raises(ChangedMeanwhile),
        Work(vault, clock, "sam") as work,
    ):
        work.amend(kept, DEBRIEF, reason="slip")


def test_moving_takes_every_version_out_and_putting_back_brings_them(
    vault: Vault, clock: Clock, kept: Kept[Debrief]
) -> None:
    """No earlier version comes to stand in the wrong file; one undo restores it."""
    with Work(vault, clock, "sam") as work:
        mended = work.amend(kept, replace(DEBRIEF, words="mended"), reason="slip")
        said = mended.record
    with Work(vault, clock, "sam") as work:
        new = work.refile(mended, said, file="file-2", reason="slip", left="moved")

    assert [k.file for k in Reading(vault).all(Debrief)] == ["file-2"]
    old, moved = Search(vault).trail(kept.id), Search(vault).trail(new.id)
    assert old
    assert old.moved_away
    assert moved
    assert moved.versions[0].came_from == (mended.entry,)

    with Work(vault, clock, "sam") as work:
        for trace in reversed(work.last_written()):
            work.take_back(trace, reason="slip")

    (back,) = Reading(vault).all(Debrief)
    assert (back.file, back.entry, back.record.words) == (
        "file-1",
        mended.entry,
        "mended",
    )
    assert verify(vault).holds


@pytest.mark.parametrize("typed", ["front", "back", "whole", "entry", "shouted"])
def test_a_record_answers_to_its_id_either_end_first(
    vault: Vault, kept: Kept[Debrief], typed: str
) -> None:
    """Papers print the last 8 signs; a verify names an entry."""
    asked = {
        "front": kept.id[:20].replace("-", ""),
        "back": kept.id[-8:],
        "whole": kept.id.replace("-", ""),
        "entry": kept.entry[-8:],
        "shouted": kept.id[-6:].upper(),
    }[typed]

    assert [trail.id for trail in Search(vault).records_like(asked)] == [kept.id]


def test_what_cannot_be_read_is_said_as_such(vault: Vault, clock: Clock) -> None:
    """A newer program's version, and erased words, are entries all the same."""
    with Work(vault, clock, "sam") as work:
        kept = work.add(DEBRIEF, file="file-1")
    cursor = vault.connection.cursor()
    seq, previous = log.tip(cursor, vault.id, vault.device)
    body = '{"new": "fields"}'
    told: dict[str, Any] = {"seq": seq + 1, "previous": previous, "version": 99}
    newer = an_entry(
        id="zz-newer",
        file="file-1",
        kind="debrief",
        record=kept.id,
        device=vault.device,
        links=canonical([["supersedes", kept.entry]]),
        commitment=log.commitment("ab" * 32, body),
        **told,
    )
    log.append(cursor, newer, salt="ab" * 32, body=body)

    trail = Search(vault).trail(kept.id)

    assert trail
    assert [past.words for past in trail.entries] == [Words.READ, Words.UNKNOWN]
    assert trail.standing
    assert trail.standing.record is None
    assert set(KINDS) >= {trail.kind}
