"""The fold: what stands, whatever the order entries came in and clocks said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.plain import canonical, plain
from inclusion_cli.store.fold import TAKEN_BACK, Standing, fold
from inclusion_cli.store.log import Written
from tests.store.making import SOMEBODY, an_entry

IDS = st.permutations(["id-1", "id-2", "id-3", "id-4"])
"""Four ids in an order no clock vouches for: an entry's id may sort before the id of
the entry it speaks of, where a clock was set back between the two."""


def said(entry: str, *links: tuple[str, str], name: str = "", **told: Any) -> Written:
    """Return an entry with a body, and what it links to."""
    body = canonical(plain(replace(SOMEBODY, name=name or f"Name in {entry}")))
    made = an_entry(id=entry, links=canonical([list(link) for link in links]), **told)
    return Written(made, "ab" * 32, body)


def amends(entry: str, old: str, **told: Any) -> Written:
    """Return a new version."""
    return said(entry, ("supersedes", old), **told)


def takes_back(entry: str, old: str, **told: Any) -> Written:
    """Return an entry that takes another back."""
    written = said(entry, ("voids", old), kind=TAKEN_BACK, **told)
    return Written(written.entry, written.salt, "{}")


def erased(written: Written) -> Written:
    """Return an entry whose words are lawfully gone."""
    return Written(written.entry, None, None)


def only(*entries: Written) -> Standing | None:
    """Return what stands of one record, or None; the same in either order."""
    found, behind = fold(entries), fold(reversed(entries))
    assert found == behind
    assert len(found) <= 1
    return found[0] if found else None


def test_a_record_stands_as_it_was_written() -> None:
    """One entry: no amendment, no fork."""
    standing = only(said("id-1"))

    assert standing
    assert (standing.entry, standing.amended, standing.forks) == ("id-1", 0, 1)
    assert standing.fields["name"] == "Name in id-1"


@given(IDS)
def test_the_newest_version_is_the_one_nothing_supersedes(ids: list[str]) -> None:
    """Whatever the ids say: ordering never rests on a clock (DESIGN, section 5)."""
    one, two, three, _four = ids

    standing = only(said(one), amends(two, one), amends(three, two))

    assert standing
    assert (standing.entry, standing.amended, standing.forks) == (three, 2, 1)


def test_two_amendments_of_one_version_are_a_fork() -> None:
    """Nothing picks a winner for good: both are counted, the greatest id is shown."""
    fork = (said("id-1"), amends("id-2", "id-1"), amends("id-3", "id-1"))

    standing = only(*fork)

    assert standing
    assert (standing.entry, standing.forks) == ("id-3", 2)


def test_a_fork_is_closed_by_a_version_of_both() -> None:
    """A person settles it, by an entry that supersedes the two."""
    settled = said("id-4", ("supersedes", "id-2"), ("supersedes", "id-3"))

    standing = only(
        said("id-1"), amends("id-2", "id-1"), amends("id-3", "id-1"), settled
    )

    assert standing
    assert (standing.entry, standing.forks, standing.amended) == ("id-4", 1, 3)


@given(IDS)
def test_what_is_taken_back_has_no_view(ids: list[str]) -> None:
    """It stays in the log and no longer counts."""
    assert only(said(ids[0]), takes_back(ids[1], ids[0])) is None


@given(IDS)
def test_an_amendment_taken_back_lets_the_version_before_stand(ids: list[str]) -> None:
    """The earlier words are what stands again."""
    one, two, three, _four = ids

    standing = only(said(one), amends(two, one), takes_back(three, two))

    assert standing
    assert (standing.entry, standing.amended, standing.forks) == (one, 0, 1)


@given(IDS)
def test_taking_back_a_taking_back_restores(ids: list[str]) -> None:
    """Whatever the clock said between them: ordering never rests on a clock."""
    one, two, three, _four = ids

    standing = only(said(one), takes_back(two, one), takes_back(three, two))

    assert standing
    assert standing.entry == one


@given(IDS)
def test_taking_back_three_times_is_taking_back(ids: list[str]) -> None:
    """Each taking back holds unless it is itself taken back."""
    one, two, three, four = ids

    chain = takes_back(two, one), takes_back(three, two), takes_back(four, three)

    assert only(said(one), *chain) is None


def test_the_day_it_was_first_written_down_stays() -> None:
    """An amendment changes what is known, not when it was first known."""
    first = said("id-1", recorded_at="2026-11-18T10:00:00+00:00")
    second = amends("id-2", "id-1", recorded_at="2026-11-19T10:00:00+00:00")

    standing = only(first, second)

    assert standing
    assert standing.recorded_at == "2026-11-18T10:00:00+00:00"


@pytest.mark.parametrize("unknown", [{"kind": "postcard"}, {"version": 2}])
def test_kinds_and_versions_not_known_have_no_view(unknown: dict[str, Any]) -> None:
    """They are the business of a newer program; they are no fault here."""
    assert only(said("id-1", **unknown)) is None


def test_a_version_not_known_is_not_hidden_behind_an_older_one() -> None:
    """What a newer program amended is not shown as it was before."""
    assert only(said("id-1"), amends("id-2", "id-1", version=2)) is None


def test_an_erased_body_has_no_view() -> None:
    """The entry stays; its words are gone from everywhere."""
    assert only(erased(said("id-1"))) is None


# --- the union of two devices -------------------------------------------------------


Deed = tuple[str, str, str]
"""An id; says, amends, takes back or lost its words; and to which id."""


@st.composite
def deeds(draw: st.DrawFn) -> list[Deed]:
    """Return what two devices wrote, each entry knowing those before it."""
    done: list[Deed] = []
    for one in draw(st.permutations([f"id-{n:02}" for n in range(10)])):
        verbs = ["says", "amends", "takes back", "lost its words"]
        verb = draw(st.sampled_from(verbs)) if done else "says"
        about = draw(st.sampled_from(done))[0] if done and verb != "says" else ""
        done.append((one, verb, about))
    return done


def log_of(done: list[Deed]) -> list[Written]:
    """Return the entries of these deeds, on one device and the other in turn."""
    record: dict[str, str] = {}
    entries = []
    for number, (one, verb, about) in enumerate(done):
        record[one] = record.get(about, f"record of {one}")
        told = {"record": record[one], "device": f"device-{number % 2}"}
        match verb:
            case "says":
                entries.append(said(one, **told))
            case "amends":
                entries.append(amends(one, about, **told))
            case "takes back":
                entries.append(takes_back(one, about, **told))
            case _:
                entries.append(erased(amends(one, about, **told)))
    return entries


@given(deeds(), st.randoms(use_true_random=False))
def test_any_order_of_the_union_gives_the_same_views(
    done: list[Deed], chance: Any
) -> None:
    """Sync needs no winner: whoever hears what first, the same stands everywhere."""
    entries = log_of(done)
    shuffled = list(entries)
    chance.shuffle(shuffled)
    ours = [w for w in shuffled if w.entry.device == "device-0"]
    theirs = [w for w in shuffled if w.entry.device == "device-1"]

    stands = fold(entries)

    assert fold(shuffled) == stands
    assert fold([*ours, *theirs]) == stands
    assert fold([*theirs, *ours]) == stands


@given(deeds())
def test_a_slower_reading_of_the_rules_agrees(done: list[Deed]) -> None:
    """An entry stands if it is alive and nothing alive replaces it.

    It is alive unless one that is alive takes it back. Asked entry by entry, and no
    clock is consulted.
    """

    def alive(one: str) -> bool:
        return not any(
            verb == "takes back" and about == one and alive(against)
            for against, verb, about in done
        )

    def stands(one: str, verb: str) -> bool:
        newer = [n for n, v, about in done if about == one and v != "takes back"]
        return verb != "takes back" and alive(one) and not any(map(alive, newer))

    newest: dict[str, tuple[str, str]] = {}
    records = {w.entry.id: w.entry.record for w in log_of(done)}
    for one, verb, _about in sorted(deed for deed in done if stands(*deed[:2])):
        newest[records[one]] = one, verb
    expected = {r: one for r, (one, verb) in newest.items() if "lost" not in verb}

    assert {s.record: s.entry for s in fold(log_of(done))} == expected
