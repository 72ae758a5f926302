"""The grammar of criteria: joins, words, and what each rule answers."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from inclusion_cli.domain.criteria import Hold, Response
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Answer
from inclusion_cli.domain.judging import judge
from tests.builders import A_CRISIS_CALL, a_debrief, criteria, day, facts
from tests.domain.making import CHOSE_NOT, ONE_ATTENDED, PEAK_7, good, rule, stop_for

M, N, C = MET, NOT_MET, CANNOT_TELL
KNOWN = facts(9, a_debrief(9, worry_peak=9), card_days=(day(9),))
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
