"""The grammar of criteria: joins, words, and what each rule answers."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from inclusion_cli.domain.criteria import Hold, Response, judge, parse_criteria
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Answer
from inclusion_cli.domain.predicates import PREDICATES
from tests.builders import A_CRISIS_CALL, a_debrief, criteria, day, facts
from tests.domain.making import CHOSE_NOT, ONE_ATTENDED, PEAK_7, good, rule, stop_for

M, N, C = MET, NOT_MET, CANNOT_TELL
KNOWN = facts(9, a_debrief(9, worry_peak=9), card_reviewed_on=day(9))
SURE: dict[Answer, dict[str, Any]] = {
    M: {"card_reviewed_within": {"days": 7}},
    N: PEAK_7,
    C: {"attended_at_least": {"n": 2, "of_last": 2}},
}
"""One rule for each answer, given KNOWN."""

ALL_OF = {
    (M, M): M,
    (M, N): N,
    (M, C): C,
    (N, M): N,
    (N, N): N,
    (N, C): N,
    (C, M): C,
    (C, N): N,
    (C, C): C,
}
ANY_OF = {
    (M, M): M,
    (M, N): M,
    (M, C): M,
    (N, M): M,
    (N, N): N,
    (N, C): C,
    (C, M): M,
    (C, N): C,
    (C, C): C,
}


@pytest.mark.parametrize("pair", list(product((M, N, C), repeat=2)))
def test_joins_answer_as_their_table_says(pair: tuple[Answer, Answer]) -> None:
    """all_of fails on one failure; any_of is met by one that is met."""
    parts = [SURE[one] for one in pair]

    assert judge(rule({"all_of": parts}), KNOWN).answer is ALL_OF[pair]
    assert judge(rule({"any_of": parts}), KNOWN).answer is ANY_OF[pair]


@pytest.mark.parametrize(("inner", "outer"), [(M, N), (N, M), (C, C)])
def test_not_turns_what_is_known_and_leaves_what_is_not(
    inner: Answer, outer: Answer
) -> None:
    """The opposite of "cannot tell" is "cannot tell"."""
    assert judge(rule({"not": SURE[inner]}), KNOWN).answer is outer


def test_a_join_keeps_its_parts_and_every_id_they_used() -> None:
    """Each part of all_of can be read on its own line."""
    result = judge(rule({"all_of": [PEAK_7, SURE[C]]}), KNOWN)

    assert [part.answer for part in result.lines()] == [N, C]
    assert result.used == ("debrief-9",)
    assert result.shows == "9"


def test_an_alternative_is_one_line() -> None:
    """any_of is read as a whole: one way is enough."""
    result = judge(rule({"any_of": [PEAK_7, SURE[C]]}), KNOWN)

    assert result.lines() == (result,)
    assert result.missing == "1 more session that goes ahead"


# --- consecutive --------------------------------------------------------------------

TWICE: dict[str, Any] = {"consecutive": {"n": 2, "of": PEAK_7}}


@pytest.mark.parametrize(
    ("peaks", "answer"),
    [
        ((), C),
        ((7,), C),
        ((8,), N),
        ((7, 7), M),
        ((8, 7), N),
        ((8, 7, 7), M),
        ((7, None), C),
        ((8, None), N),
        ((7, 7, 8), N),
    ],
)
def test_consecutive_reads_the_last_attended_sessions(
    peaks: tuple[int | None, ...], answer: Answer
) -> None:
    """True after each of the last two, or not yet, or no longer possible."""
    sessions = [a_debrief(n, worry_peak=p) for n, p in enumerate(peaks, start=1)]

    assert judge(rule(TWICE), facts(9, *sessions)).answer is answer


def test_consecutive_passes_over_sessions_not_gone_to() -> None:
    """A day at home has no rating to read."""
    at_home = a_debrief(2, outcome=CHOSE_NOT, worry_peak=None)

    result = judge(rule(TWICE), facts(9, *good(1), at_home, *good(3)))

    assert (result.answer, result.shows) == (M, "6; 6")
    assert result.used == ("debrief-1", "debrief-3")


def test_consecutive_judges_each_time_with_what_was_known_then() -> None:
    """A later calm session does not mend the one before it."""
    inner = {"peak_suds_max": {"x": 7, "last": 2}}
    sessions = [a_debrief(n, worry_peak=p) for n, p in enumerate((9, 5, 5), start=1)]

    found = judge(rule({"consecutive": {"n": 2, "of": inner}}), facts(9, *sessions))

    assert found.answer is N


# --- words --------------------------------------------------------------------------

WORDS: dict[str, tuple[dict[str, Any], str, str]] = {
    "attended_at_least": (
        {"n": 3, "of_last": 4},
        "3 of the last 4 sessions go ahead",
        "fewer than 3 of the last 4 sessions go ahead",
    ),
    "peak_suds_max": (
        {"x": 7, "last": 1},
        "worry at its worst is 7 or less in the last session",
        "worry at its worst goes over 7 in the last session",
    ),
    "post_le_pre": (
        {"last": 3},
        "worry after is no higher than before in each of the last 3 sessions",
        "worry after is higher than before in each of the last 3 sessions",
    ),
    "prediction_outcome_in": (
        {"outcomes": ["partly", "no"], "last": 1},
        "what was feared did not happen, or only partly, in the last session",
        "otherwise than: what was feared did not happen, or only partly, "
        "in the last session",
    ),
    "suds_drop_from_baseline": (
        {"points": 2},
        "worry at its worst is 2 lower than at first",
        "worry at its worst is not yet 2 lower than at first",
    ),
    "debrief_done": (
        {"last": 2, "within_hours": 24},
        "each of the last 2 sessions has a debrief within 24 hours",
        "a debrief is missing, or later than 24 hours, in the last 2 sessions",
    ),
    "card_reviewed_within": (
        {"days": 30},
        "the card was looked at in the last 30 days",
        "the card was not looked at in the last 30 days",
    ),
    "no_pause_event": (
        {"days": 14},
        "no pause sign in 14 days",
        "a pause sign in 14 days",
    ),
    "crisis_contacts_max": (
        {"n": 0, "days": 7},
        "no crisis call in 7 days",
        "a crisis call in 7 days",
    ),
    "signs_stage_max": (
        {"stage": 2, "days": 1},
        'no sign past "Something is changing" in 1 day',
        'a sign past "Something is changing" in 1 day',
    ),
    "no_concern": (
        {"days": 7},
        "nobody hurt, unsafe or asked for money in 7 days",
        "someone hurt, unsafe or asked for money in 7 days",
    ),
}


def test_every_predicate_has_its_words_here() -> None:
    """A new predicate comes with its words."""
    assert set(WORDS) == set(PREDICATES)


@pytest.mark.parametrize("name", [name for name in WORDS if name != "post_le_pre"])
def test_a_rule_and_its_opposite_are_said_plainly(name: str) -> None:
    """What was agreed, and what breaks it, in words a person can be read."""
    args, says, breaks = WORDS[name]

    assert rule({name: args}).words() == says
    assert rule({"not": {name: args}}).words() == breaks
    assert judge(rule({name: args}), KNOWN).agreed == says


@pytest.mark.parametrize("name", ["peak_suds_max", "post_le_pre"])
def test_what_breaks_a_rule_over_sessions_is_one_of_them(name: str) -> None:
    """One session over breaks it, so the words must not say that each is over."""
    args, _says, _breaks = WORDS[name]

    broken = rule({"not": {name: {**args, "last": 3}}}).words()

    assert "each of the last 3" not in broken


@pytest.mark.parametrize(
    ("n", "says"),
    [
        (1, "1 crisis call at most in 7 days"),
        (2, "2 crisis calls at most in 7 days"),
        ("baseline", "no more crisis calls than before in 7 days"),
    ],
)
def test_how_many_calls_is_said_in_words(n: int | str, says: str) -> None:
    """A number, or what was usual before."""
    assert rule({"crisis_contacts_max": {"n": n, "days": 7}}).words() == says


def test_joins_are_said_in_one_sentence() -> None:
    """And, or, and how often."""
    card = {"card_reviewed_within": {"days": 30}}
    said = "worry at its worst is 7 or less in the last session"

    both, either = rule({"all_of": [PEAK_7, card]}), rule({"any_of": [PEAK_7, card]})

    assert both.words() == f"{said} and the card was looked at in the last 30 days"
    assert either.words() == f"{said}, or the card was looked at in the last 30 days"
    assert rule(TWICE).words() == f"{said}, 2 sessions running"


def test_a_hold_is_said_with_its_days_and_sessions() -> None:
    """All of this holds for so long."""
    assert Hold(14, 3).words() == "all of this holds for 14 days and 3 sessions"
    assert Hold(1, 1).words() == "all of this holds for 1 day and 1 session"


def test_criteria_are_read_as_they_were_agreed() -> None:
    """Stability, each pause sign with its response, and the hold."""
    read = parse_criteria(
        criteria(
            ONE_ATTENDED,
            pause=[stop_for(A_CRISIS_CALL, "step_back")],
            days=0,
            sessions=0,
        )
    )

    assert read.stability == rule(ONE_ATTENDED)
    assert read.pause[0].when == rule(A_CRISIS_CALL)
    assert read.pause[0].response is Response.STEP_BACK
    assert read.hold == Hold(0, 0)
