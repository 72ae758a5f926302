"""What brings the review forward, and "nothing changed" without a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.alarms import Side, alarms
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.formulation_events import (
    early,
    last_looked,
    review_day,
    say_events,
    silent,
)
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.plan import AwayKind
from inclusion_cli.domain.recheck import Event, Found, Recheck
from tests.builders import a_card, a_debrief, a_formulation, at, day
from tests.domain.making import a_case, decided, gone, keep

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

START = decided(1, Choice.START, hour=8)
ASKED = MoneyRequest("20 pounds", "a man", Did.DECLINED_ALONE)


def looked(number: int, **told: Any) -> Any:
    """Return a look of the n-th day that found version 1 still true."""
    own: dict[str, Any] = {"found": Found.STILL_TRUE, **told}
    return keep(Recheck("formulation-1", 1, day(number), **own), number)


def seen(number: int, what: Seen, **told: Any) -> Any:
    """Return an observation of the n-th day."""
    return keep(Observation(what, at(number, 11), **told), number)


def written(*debriefs: Any, **told: Any) -> Casefile:
    """Return a file whose formulation was written on day 1 at noon."""
    formulation = keep(told.pop("formulation", a_formulation()))
    return a_case(*debriefs, formulation=formulation, card=keep(a_card()), **told)


CASES: list[tuple[dict[str, Any], str]] = [
    (
        {"debriefs": (a_debrief(3, contacts=(day(3),)),)},
        "a crisis call on Thursday 3 September",
    ),
    (
        {"debriefs": (a_debrief(3, concerns=(Concern.CRISIS,)),)},
        "a crisis call on Thursday 3 September",
    ),
    (
        {"debriefs": (a_debrief(3, concerns=(Concern.HURT,)),)},
        "someone hurt or unsafe on Thursday 3 September",
    ),
    (
        {"debriefs": (a_debrief(3, money=ASKED),)},
        "a request for money or things on Thursday 3 September",
    ),
    (
        {"observations": (seen(4, Seen.CRISIS_CONTACT),)},
        "a crisis call on Friday 4 September",
    ),
    (
        {"aways": (gone(3, 5),)},
        "a time in hospital that began on Thursday 3 September",
    ),
    (
        {"decisions": (START, decided(4, Choice.PROGRESS, to_step="step-2"))},
        "step 2 began on Friday 4 September",
    ),
]


@pytest.mark.parametrize(("told", "says"), CASES, ids=[c[1] for c in CASES])
def test_an_event_brings_the_review_forward(told: dict[str, Any], says: str) -> None:
    """It stands on home with what it was and when, and with its record."""
    case = replace(written(), **told)

    (event,) = early(case, on=day(6))
    due = [d for d in due_for(case, now=at(6, 18)) if "Formulation" in d.says]

    assert event.says(today=day(6)) == says
    assert [d.says for d in due] == [f"Formulation review, early: {says}."]
    assert due[0].records == (event.record,)
    assert due[0].command == ("formulate", "confirm", "AK-014")


def test_a_request_without_a_pause_sign_is_one_line_that_names_both_acts() -> None:
    """The review of that day, and then the formulation; never two lines for one."""
    request = seen(4, Seen.MONEY_REQUEST, money=ASKED)
    call = seen(5, Seen.CRISIS_CONTACT)

    due = due_for(written(observations=(request,)), now=at(6, 18))
    both = due_for(written(observations=(request, call)), now=at(6, 18))

    (line,) = [d for d in due if request.id in d.records]
    assert line.says == (
        "On Friday 4 September someone asked for money or things. No review has "
        "looked at it. Then look at the formulation early, too."
    )
    assert line.command == ("review", "AK-014")
    assert not [d for d in due if "Formulation review" in d.says]
    (early_line,) = [d.says for d in both if "Formulation review" in d.says]
    assert "crisis call" in early_line
    assert "money" not in early_line


@pytest.mark.parametrize(
    "told",
    [
        {"observations": (seen(4, Seen.SLEEP, minutes_slept=400),)},
        {"aways": (gone(3, 5, AwayKind.HOLIDAY),)},
        {"decisions": (START, decided(4, Choice.HOLD))},
        {"debriefs": (a_debrief(3),)},
    ],
)
def test_an_ordinary_week_brings_nothing_forward(told: dict[str, Any]) -> None:
    """A night, a holiday, a hold, a good session; nor the first start of all."""
    assert early(replace(written(), **told), on=day(6)) == ()


def test_what_was_told_after_the_review_was_not_looked_at_in_it() -> None:
    """It counts when it became known, however long ago it happened."""
    late = a_debrief(3, contacts=(day(2),), recorded=at(8, 9))

    assert early(written(late, rechecks=(looked(5),)), on=day(9)) != ()
    assert early(written(late, rechecks=(looked(8),)), on=day(9)) == ()


def test_events_that_were_not_chosen_do_not_count() -> None:
    """The service, or the worker for this person, says which."""
    told = a_formulation(review_events=("hospital",))
    call = a_debrief(3, contacts=(day(3),))

    assert early(written(call, formulation=told), on=day(5)) == ()
    assert early(written(call), on=day(5)) != ()


def test_what_the_worker_says_has_changed_always_counts() -> None:
    """And a look that found a change is no "still true"; it leads to writing."""
    told = a_formulation(review_events=("hospital",))
    move = looked(4, found=Found.CHANGED, change=Event.MOVE, what="To a flat")
    case = written(formulation=told, rechecks=(move,))

    (event,) = early(case, on=day(5))
    (due,) = [d for d in due_for(case, now=at(5, 18)) if "Formulation" in d.says]

    assert event.says(today=day(5)) == "a move, told on Friday 4 September"
    assert due.command == ("formulate", "AK-014")
    assert last_looked(case) == at(1, 12)


@given(
    days=st.lists(st.integers(2, 20), max_size=5),
    more=st.integers(2, 20),
    look=st.integers(2, 20),
)
def test_more_events_never_put_a_review_off_and_a_look_never_brings_one(
    days: list[int], more: int, look: int
) -> None:
    """Early review grows with what happens and falls with each look."""
    calls = [a_debrief(n, contacts=(day(n),), id=f"d{i}") for i, n in enumerate(days)]
    extra = a_debrief(more, contacts=(day(more),), id="more")
    case = written(*calls)

    before = set(early(case, on=day(25)))
    with_more = set(early(written(*calls, extra), on=day(25)))
    after = set(early(replace(case, rechecks=(looked(look),)), on=day(25)))

    assert before <= with_more
    assert after <= before
    assert all(h.known > at(look, 12) for h in after)


# --- still true ---------------------------------------------------------------------


def test_still_true_renews_the_day_to_look_again() -> None:
    """Where a day was said; else the old one stands. An older version renews none."""
    assert review_day(written(rechecks=(looked(3, review_on=day(90)),))) == day(90)
    assert review_day(written(rechecks=(looked(3),))) == a_formulation().review_on
    other = keep(
        Recheck("formulation-1", 9, day(3), Found.STILL_TRUE, review_on=day(90)), 3
    )
    assert review_day(written(rechecks=(other,))) == a_formulation().review_on
    assert review_day(a_case()) is None


def test_nothing_changed_after_harm_rings_until_somebody_says_why() -> None:
    """Reviewed, and silent: the alarm stays; a reason or a new version ends it."""
    hurt = a_debrief(3, concerns=(Concern.HURT,))
    quiet = written(hurt, rechecks=(looked(5),))
    said = written(hurt, rechecks=(looked(5), looked(6, unchanged_because="It fits")))

    ringing = [a for a in alarms(quiet, None, on=day(7)) if "did not change" in a.says]

    assert [(a.side, a.says, a.mend) for a in ringing] == [
        (
            Side.RISK,
            (
                "The formulation did not change after someone hurt or unsafe on "
                "Thursday 3 September. Nobody said why."
            ),
            ("formulate", "confirm", "AK-014"),
        )
    ]
    assert silent(said) == ()
    assert early(quiet, on=day(7)) == ()


def test_a_step_that_was_planned_asks_for_no_reason() -> None:
    """It is looked at again, and may well be still true."""
    up = decided(4, Choice.PROGRESS, to_step="step-2")

    assert silent(written(decisions=(START, up), rechecks=(looked(5),))) == ()


def test_many_events_are_said_in_one_breath() -> None:
    """The newest three, and how many more."""
    calls = [a_debrief(n, contacts=(day(n),)) for n in (2, 3, 4, 5, 6)]

    said = say_events(early(written(*calls), on=day(7)), today=day(7))

    assert said == (
        "a crisis call on Sunday 6 September, a crisis call on Saturday 5 September, "
        "a crisis call on Friday 4 September and 2 more things"
    )
