"""The card and the step that is on cannot disagree without it being said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.alarms import Side, alarms
from inclusion_cli.domain.card import PauseOnCard, StepChange, StepUp
from inclusion_cli.domain.card_plan import (
    at_struggling,
    card_and_plan,
    disagreements,
    pauses_of,
    unsaid,
)
from inclusion_cli.domain.criteria import Response
from tests.builders import A_CRISIS_CALL, a_card, a_step, criteria, day
from tests.domain.making import a_case, keep, ladder, stop_for

if TYPE_CHECKING:
    from inclusion_cli.domain.plan import Step

LATE: dict[str, Any] = {"not": {"signs_stage_max": {"stage": 2, "days": 7}}}
LATEST: dict[str, Any] = {"not": {"signs_stage_max": {"stage": 3, "days": 7}}}
PAUSE, STAY = StepChange.PAUSE, StepChange.STAY


def step(*pause: tuple[dict[str, Any], str]) -> Step:
    """Return a step with pause signs, each with its response."""
    return a_step(criteria=criteria(pause=[stop_for(w, r) for w, r in pause]))


def says(change: StepChange, on: Step) -> list[tuple[str, bool]]:
    """Return what differs between a card with that step-up and a step."""
    card = a_card(step_up=StepUp(change))
    return [(found.says, found.in_plan) for found in disagreements(card, on)]


@pytest.mark.parametrize(
    ("change", "response"),
    [
        (PAUSE, "pause"),
        (StepChange.SMALLER, "step_back"),
        (StepChange.REVIEW, "review_same_day"),
    ],
)
def test_card_and_step_that_say_the_same_agree(
    change: StepChange, response: str
) -> None:
    """Each step-up of a card is one response of a pause sign."""
    assert says(change, step((LATE, response))) == []


def test_a_card_that_pauses_what_the_plan_does_not_is_told_of() -> None:
    """The plan has no sign that fires there, so the plan is to be mended."""
    assert says(PAUSE, step((A_CRISIS_CALL, "pause"))) == [
        (
            (
                'The card says: at "I\'m struggling", the step pauses. '
                "Step 1 has no pause sign for that."
            ),
            True,
        )
    ]


def test_a_card_that_goes_on_where_the_plan_pauses_is_told_of() -> None:
    """Two papers would send the person two ways."""
    assert says(STAY, step((LATE, "pause"))) == [
        ('The card says: at "I\'m struggling", the step goes on. Step 1 says: pause.',
         False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "fires"),
    [
        (LATE, True),
        ({"not": {"signs_stage_max": {"stage": 1, "days": 7}}}, True),
        (LATEST, False),
        (A_CRISIS_CALL, False),
        ({"any_of": [A_CRISIS_CALL, LATE]}, True),
        ({"all_of": [A_CRISIS_CALL, LATE]}, False),
        ({"not": {"all_of": [{"signs_stage_max": {"stage": 2, "days": 7}}]}}, True),
        ({"signs_stage_max": {"stage": 2, "days": 7}}, False),
    ],
)
def test_a_sign_fires_at_struggling_where_the_stage_alone_is_enough(
    when: dict[str, Any], fires: object
) -> None:
    """A sign that needs more than the stage is not the stage's response."""
    assert at_struggling(step((when, "pause"))) == ((Response.PAUSE,) if fires else ())


def test_a_pause_sign_on_the_card_that_is_not_agreed_any_more_is_told_of() -> None:
    """After a step change the card still names the old step's sign."""
    named = pauses_of(step((A_CRISIS_CALL, "pause")))
    card = a_card(step_up=StepUp(PAUSE, named))

    (found,) = disagreements(card, step((LATE, "pause")))

    assert found.says == (
        'The card names "If there is a crisis call: the step pauses". '
        "That is not agreed for step 1."
    )
    assert not disagreements(card, step((LATE, "pause"), (A_CRISIS_CALL, "pause")))


def test_a_card_that_is_silent_contradicts_nothing_and_is_worth_a_look() -> None:
    """It is said, but it is no alarm."""
    card, on = a_card(), step((LATE, "pause"))

    assert disagreements(card, on) == ()
    assert unsaid(card, on) == (
        'Step 1 says: pause at "I\'m struggling". Write that on the card too.'
    )
    assert unsaid(card, step((A_CRISIS_CALL, "pause"))) == ""
    assert unsaid(a_card(step_up=StepUp(PAUSE)), on) == ""


def test_a_disagreement_is_an_alarm_with_the_command_that_mends_it() -> None:
    """As loud as a pause sign nobody answered."""
    steps = ladder(criteria=criteria(pause=[]))
    case = a_case(steps=steps, card=keep(a_card(step_up=StepUp(PAUSE))))

    (found,) = alarms(case, None, on=day(3))

    assert found.side is Side.RISK
    assert found.mend == ("plan", "edit", "AK-014", "1")
    assert found.records == ("card-1", "step-1")


@pytest.mark.parametrize("gap", [{"card": None}, {"decisions": ()}])
def test_without_a_card_or_a_step_nothing_disagrees(gap: dict[str, Any]) -> None:
    """There is nothing to hold against each other."""
    told = {"card": keep(a_card(step_up=StepUp(PAUSE))), **gap}

    assert card_and_plan(a_case(**told)) == ()


@given(
    st.sampled_from(StepChange),
    st.lists(
        st.tuples(
            st.sampled_from([LATE, LATEST, A_CRISIS_CALL]),
            st.sampled_from([r.value for r in Response]),
        ),
        max_size=3,
    ),
    st.booleans(),
)
def test_a_card_made_of_the_steps_own_words_never_disagrees(
    change: StepChange,
    pause: list[tuple[dict[str, Any], str]],
    stale: bool,  # noqa: FBT001
) -> None:
    """Law: a step-up chosen from what is agreed agrees; a foreign sign never does."""
    on = step(*pause)
    agreed = at_struggling(on)
    chosen = next((c for c in StepChange if c.value in [a.value for a in agreed]), STAY)
    foreign = (PauseOnCard("no such", "{}"),) if stale else ()
    card = a_card(step_up=StepUp(chosen, (*pauses_of(on), *foreign)))

    assert bool(disagreements(card, on)) is stale
    other = disagreements(a_card(step_up=StepUp(change)), on)
    right = change.value in [a.value for a in agreed] or (change is STAY and not agreed)
    assert bool(other) is not right
