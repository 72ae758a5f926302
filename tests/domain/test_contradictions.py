"""Criteria that clash are refused where they are written, and possible ones never."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from inclusion_cli.domain.criteria import CriteriaRefused
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.finding import MET
from inclusion_cli.domain.judging import judge
from inclusion_cli.domain.plan import Limit
from inclusion_cli.domain.refusals import Scene, doubts, refuse_contradictions
from tests.builders import A_CRISIS_CALL, ATTENDED_3_OF_4, a_step, criteria
from tests.domain.making import rule, stop_for
from tests.domain.strategies import RULES_WITH_NOT, lives, predicates, trees
from tests.domain.test_laws_of_judging import ON, told

Rule = dict[str, Any]
ANYTHING = Scene(
    behaviours={"b1": "sits by the door", "b2": "headphones"},
    limits={"l1": "60 minutes", "l2": "no drink"},
)


def attended(n: int, of_last: int) -> Rule:
    """Return "n of the last so many"."""
    return {"attended_at_least": {"n": n, "of_last": of_last}}


def peak(x: int, last: int = 1) -> Rule:
    """Return "worry at its worst is x or less"."""
    return {"peak_suds_max": {"x": x, "last": last}}


def feared(*outcomes: str, last: int = 1) -> Rule:
    """Return "what was feared came out as one of these"."""
    return {"prediction_outcome_in": {"outcomes": list(outcomes), "last": last}}


def no(inner: Rule) -> Rule:
    """Return the opposite."""
    return {"not": inner}


def every(*rules: Rule) -> Rule:
    """Return all of these."""
    return {"all_of": list(rules)}


def why(stability: Rule, *signs: Rule, scene: Scene = ANYTHING) -> str:
    """Return why criteria are refused, "" where they are not."""
    pause = [stop_for(sign) for sign in signs]
    try:
        refuse_contradictions(parse_criteria(criteria(stability, pause=pause)), scene)
    except CriteriaRefused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize(
    "stability",
    [
        every(attended(4, 4), no(attended(3, 4))),
        every(attended(4, 5), no(attended(2, 3))),
        every(attended(3, 3), no(attended(3, 6))),
        every(attended(2, 2), attended(3, 5), no(attended(3, 6))),
        every({"consecutive": {"n": 3, "of": attended(3, 4)}}, no(attended(2, 4))),
        every(peak(5, 3), no(peak(6, 2))),
        every({"consecutive": {"n": 3, "of": peak(5)}}, no(peak(5, 3))),
        every({"suds_drop_from_baseline": {"points": 4}}, no(peak(6))),
        every(feared("no", "partly"), no(feared("no")), no(feared("partly"))),
        every(
            {"crisis_contacts_max": {"n": 0, "days": 14}},
            no({"crisis_contacts_max": {"n": 1, "days": 7}}),
        ),
        no({"any_of": [peak(5), no(peak(5))]}),
    ],
)
def test_lines_that_can_never_both_be_met_are_named(stability: Rule) -> None:
    """Which they are, that they clash, and what to do."""
    said = why(stability)

    assert said.startswith("These 2 lines clash") or "3 lines clash" in said
    assert "They can never be met on the same day: " in said
    assert said.endswith("Change one, or leave one out.")


@pytest.mark.parametrize(
    "stability",
    [
        every(attended(4, 5), no(attended(4, 4))),
        every(attended(3, 6), no(attended(3, 3))),
        every(peak(5, 2), no(peak(6, 3))),
        every(peak(7), no(peak(5))),
        every({"suds_drop_from_baseline": {"points": 4}}, no(peak(5))),
        every(feared("no", "partly", last=2), no(feared("no"))),
        {"any_of": [every(peak(5), no(peak(5))), peak(3)][1:]},
        every(
            {"consecutive": {"n": 2, "of": {"no_concern": {"days": 7}}}},
            no({"no_concern": {"days": 7}}),
        ),
    ],
)
def test_what_is_possible_is_let_through(stability: Rule) -> None:
    """However unlikely."""
    assert why(stability) == ""


def test_a_clash_says_the_lines_in_words() -> None:
    """No names of the grammar."""
    assert why(every(peak(5, 3), no(peak(6, 2)))) == (
        "These 2 lines clash. They can never be met on the same day: worry at its "
        "worst is 5 or less in each of the last 3 sessions; worry at its worst goes "
        "over 6 in one of the last 2 sessions. Change one, or leave one out."
    )


def test_one_of_several_that_can_never_be_met_is_refused_too() -> None:
    """A score never goes over 10, so the other is all there is."""
    assert why({"any_of": [peak(3), no(peak(10))]}) == (
        "One alternative is of no use. This can never be met, because a score "
        "goes from 0 to 10: worry at its worst goes over 10 in the last session. "
        "Change it or leave it out."
    )


@pytest.mark.parametrize("sign", [attended(1, 1), attended(1, 4)])
def test_a_pause_sign_that_each_session_sets_off_is_refused(sign: Rule) -> None:
    """Only sessions can meet what was agreed, and each of them would pause it."""
    assert why(peak(7, 2), sign).startswith(
        "This pause sign comes true after each session they go to, so what you agreed "
        "could never hold: "
    )
    assert why(peak(7, 2), no(attended(1, 4))) == ""


@pytest.mark.parametrize("sessions", [0, 61])
def test_a_hold_without_a_session_is_refused_where_it_is_written(sessions: int) -> None:
    """What is in the log is still read; nobody writes it anew."""
    data = criteria(peak(7, 2), pause=[stop_for(A_CRISIS_CALL)], sessions=sessions)

    with pytest.raises(CriteriaRefused, match=f"^hold min_sessions is {sessions}."):
        refuse_contradictions(parse_criteria(data), ANYTHING)


@pytest.mark.parametrize(
    ("stability", "sign"),
    [
        (peak(5, 2), peak(7)),
        (no(peak(5)), no(peak(5))),
        (every(attended(3, 4), peak(5)), peak(5)),
        (peak(5), {"any_of": [peak(6), attended(1, 1)]}),
    ],
)
def test_moving_on_and_pausing_cannot_rest_on_the_same_thing(
    stability: Rule, sign: Rule
) -> None:
    """Whenever the one is met, the other is on."""
    assert why(stability, sign).startswith(
        "Moving on and pausing cannot rest on the same thing: "
    )


@pytest.mark.parametrize(
    ("stability", "sign"),
    [
        (peak(7), no(peak(7))),
        (ATTENDED_3_OF_4, A_CRISIS_CALL),
        (peak(7), peak(3)),
        ({"any_of": [peak(5), attended(1, 1)]}, peak(5)),
    ],
)
def test_a_sign_of_what_is_not_met_is_what_a_pause_is_for(
    stability: Rule, sign: Rule
) -> None:
    """The opposite of what lets them move on, or something of its own."""
    assert why(stability, sign) == ""


def test_a_sign_that_can_never_come_true_is_refused() -> None:
    """It would watch for nothing."""
    assert why(ATTENDED_3_OF_4, no(peak(10))) == (
        "This pause sign can never come true, because a score goes from 0 to 10: "
        "worry at its worst goes over 10 in the last session. Change it."
    )
    nights = {"sleep_nights_below": {"h": 5, "max_nights": 7, "days": 7}}
    assert "there are 7 nights in 7 days" in why(ATTENDED_3_OF_4, no(nights))


def test_the_opposite_of_an_opposite_is_refused() -> None:
    """The rule itself says it."""
    assert why(no(no(peak(5)))).startswith("The opposite of an opposite is the rule")


@pytest.mark.parametrize(
    ("stability", "scene", "says"),
    [
        (
            {"limit_kept": {"limit_id": "l3"}},
            ANYTHING,
            (
                'This step has no limit "l3". '
                'It has: l1 ("60 minutes") and l2 ("no drink").'
            ),
        ),
        (
            {"safety_behaviour_reduced": {"id": "b1"}},
            Scene(),
            'This step has no safety behaviour "b1". It has none.',
        ),
        (
            {"safety_behaviour_reduced": {"id": "b1"}},
            Scene(behaviours={"b1": "card at home"}, kept=("b1",)),
            (
                'You agreed to keep "card at home". Criteria cannot ask to do without '
                "it. Let it fade or drop, or leave this line out."
            ),
        ),
        (
            feared("no", last=2),
            Scene(feared=False),
            (
                "This step names nothing that is feared, so nobody can tell: what was "
                "feared did not happen, in each of the last 2 sessions. Say what is "
                "feared, or leave this line out."
            ),
        ),
        (
            {"crisis_contacts_max": {"n": "baseline", "days": 28}},
            Scene(baseline=False),
            (
                "The crisis calls before the plan were not counted, so nobody "
                "can tell: no more crisis calls than before in 28 days. Put a number "
                "in place of baseline."
            ),
        ),
    ],
)
def test_criteria_speak_of_what_the_step_has(
    stability: Rule, scene: Scene, says: str
) -> None:
    """What is not there is named, with what there is."""
    assert why(stability, scene=scene) == says


def test_a_limit_is_said_in_the_words_of_the_step() -> None:
    """Nobody has to know what l1 is."""
    step = a_step(
        criteria=criteria({"limit_kept": {"limit_id": "l1", "last": 3}}),
        limits=(Limit("l1", "60 minutes"),),
    )

    assert step.agreed.stability.words() == (
        'the limit "60 minutes" is kept in each of the last 3 sessions'
    )


def test_what_was_agreed_before_is_always_read() -> None:
    """A step in the log is never refused: only writing asks."""
    clash = every(attended(4, 4), no(attended(3, 4)))

    assert a_step(criteria=criteria(clash)).agreed.stability == rule(clash)


def test_a_sign_of_good_news_is_doubted() -> None:
    """It is possible, and is probably a slip of the pen."""
    calls = {"crisis_contacts_max": {"n": 0, "days": 7}}
    slip = parse_criteria(criteria(pause=[stop_for(calls)]))
    meant = parse_criteria(criteria(pause=[stop_for(A_CRISIS_CALL)]))

    assert list(doubts(slip)) == [
        (
            "This pause sign comes true when things go well: no crisis call in 7 days. "
            'For the opposite, put "not" around it.'
        )
    ]
    assert list(doubts(meant)) == []


def test_very_many_alternatives_are_let_through() -> None:
    """What would take too long to prove is not refused."""
    wide = {"any_of": [peak(n) for n in range(8)]}

    assert why(every(*[wide] * 4)) == ""


# --- laws ---------------------------------------------------------------------------

SMALL = trees(
    predicates("attended_at_least", "peak_suds_max", "prediction_outcome_in"),
    opposites=True,
)


@settings(max_examples=60)
@given(data=SMALL | RULES_WITH_NOT, life=lives(last=12))
def test_what_has_been_met_is_never_called_impossible(data: Rule, life: Any) -> None:
    """A course of sessions that meets it proves that it can be met."""
    if why(data).startswith(("These", "This can never be met")):
        assert judge(rule(data), told(life)).answer is not MET


@settings(max_examples=60)
@given(data=SMALL, sign=SMALL, life=lives(last=12))
def test_a_sign_refused_as_the_same_thing_is_on_whenever_all_is_met(
    data: Rule, sign: Rule, life: Any
) -> None:
    """Nothing else is refused as the same thing."""
    if why(data, sign).startswith("Moving on and pausing"):
        known = told(life, ON)
        met = judge(rule(data), known).answer is MET
        assert not met or judge(rule(sign), known).answer is MET
