"""What was tried and helped, counted from debriefs and from nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.card import Action, Sign, Stage
from inclusion_cli.domain.card_use import (
    Use,
    idle_actions,
    most_used,
    other_signs,
    use_of,
    uses,
    worth_a_thought,
)
from inclusion_cli.domain.debrief import SignSeen, Tried
from inclusion_cli.domain.observation import Observation, Seen
from tests.builders import a_card, a_debrief, at, day
from tests.domain.making import a_case, keep

RING = Action("m3-1", "I ring my sister")
CHANGING = SignSeen("s2-1", "sign 2", 2)


def tried(*helped: int | None, told: str = "I ring my sister", by: str = "m3-1") -> Any:
    """Return a case with a debrief for each time something was tried."""
    debriefs = (
        a_debrief(n, tried=(Tried(told, by, h),)) for n, h in enumerate(helped, start=1)
    )
    return a_case(*debriefs, card=keep(a_card()))


def test_five_or_more_of_ten_helped() -> None:
    """4 did not help, 5 did; what was not rated is tried and says so."""
    found = use_of(RING, tried(4, 5, 10, None))

    assert found == Use(4, 2, 1, ("debrief-1", "debrief-2", "debrief-3", "debrief-4"))
    assert found.words == "tried 4, helped 2, not rated 1"


def test_never_tried_has_no_words() -> None:
    """A nought would read as a verdict."""
    assert use_of(RING, tried()).words == ""


@pytest.mark.parametrize(
    ("told", "by", "counts"),
    [
        ("Rang my sister", "m3-1", True),
        ("i ring  MY sister.", "", True),
        ("I ring my sister", "m3-2", False),
        ("I ring my aunt", "", False),
    ],
)
def test_an_action_is_known_by_its_id_or_else_by_its_words(
    told: str, by: str, counts: object
) -> None:
    """A reworded action keeps its count; another action with an id takes none."""
    assert bool(use_of(RING, tried(7, told=told, by=by)).tried) is counts


def test_a_card_of_before_is_counted_by_its_words() -> None:
    """It had no ids."""
    assert use_of(Action("", "I ring my sister"), tried(7)).tried == 1


def test_the_pack_tells_the_three_that_were_tried_most() -> None:
    """In order, with their counts; nothing where nothing was tried."""
    case = a_case(
        a_debrief(1, tried=(Tried("I do 2", "m2-1", 6), Tried("I do 3", "m3-1", 2))),
        a_debrief(2, tried=(Tried("I do 3", "m3-1", 8),)),
        card=keep(a_card()),
    )

    assert [action.text for action, _use in uses(case)] == ["I do 2", "I do 3"]
    assert most_used(case) == (
        'Own actions used: "I do 3" tried 2, helped 1; "I do 2" tried 1, helped 1.'
    )
    assert most_used(a_case(card=keep(a_card()))) == ""
    assert most_used(a_case()) == ""


def test_what_is_seen_twice_and_is_not_on_the_card_is_suggested() -> None:
    """Debriefs and observations both tell; once is a chance, four are too many."""
    seen = [("Paces", 3), ("Hums", 2), ("Skips lunch", 2), ("Swears", 2), ("Once", 1)]
    signs = tuple(SignSeen("", what, 2) for what, n in seen for _ in range(n - 1))
    again = tuple(SignSeen("", what.lower(), 3) for what, _n in seen)
    case = a_case(
        a_debrief(1, signs=signs),
        card=keep(a_card()),
        observations=(keep(Observation(Seen.SIGN, at(2), signs=again), 2),),
    )

    found = other_signs(case)

    assert [(f.text, f.times, f.stage) for f in found] == [
        ("paces", 3, 3),
        ("hums", 2, 3),
        ("skips lunch", 2, 3),
    ]
    assert found[0].says == 'Seen 3 times and not on the card: "paces".'


def test_what_is_on_the_card_is_not_suggested() -> None:
    """Neither by its id nor by its words."""
    signs = (CHANGING, SignSeen("", "Sign 2.", 2), SignSeen("", "sign 2", 2))

    assert other_signs(a_case(a_debrief(1, signs=signs), card=keep(a_card()))) == ()


def old_card() -> Any:
    """Return a card written on day 1, with two own actions at stage 2."""
    mine = (Action("m2-1", "I do 2"), Action("m2-2", "I count", since=day(1)))
    stages = tuple(
        Stage(2, (Sign("s2-1", "sign 2"),), mine) if s.number == 2 else s
        for s in a_card().stages
    )
    return keep(a_card(stages=stages))


USED = a_debrief(90, signs=(CHANGING,), tried=(Tried("I do 2", "m2-1", 6),))


def test_an_own_action_nobody_used_in_90_days_is_suggested_for_rest() -> None:
    """Its stage was seen, others were tried, this one never."""
    case = a_case(USED, card=old_card())

    (idle,) = idle_actions(case, on=day(91))

    assert idle.says == (
        'Not used in 90 days: "I count". "Something is changing" was seen 1 time.'
    )
    assert worth_a_thought(case, on=day(91)) == (idle.says,)


@pytest.mark.parametrize(
    ("debrief", "on"),
    [
        (USED, 90),
        (a_debrief(90, signs=(CHANGING,)), 91),
        (a_debrief(90, signs=(), tried=(Tried("I do 2", "m2-1", 6),)), 91),
        (USED, 180),
    ],
    ids=["too young", "nobody asked what was tried", "stage not seen", "too long ago"],
)
def test_without_the_chance_to_use_it_nothing_is_said(debrief: Any, on: int) -> None:
    """Silence is no evidence."""
    assert idle_actions(a_case(debrief, card=old_card()), on=day(on)) == ()


def test_what_is_for_an_emergency_is_never_called_idle() -> None:
    """That nobody had to ring 999 is good."""
    late = a_debrief(
        90, signs=(SignSeen("s4-1", "sign 4", 4),), tried=USED.record.tried
    )

    assert idle_actions(a_case(late, card=keep(a_card())), on=day(91)) == ()
