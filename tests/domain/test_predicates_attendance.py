"""Attendance: what counts, what never counts, and what cannot be told yet."""

from __future__ import annotations

from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET
from inclusion_cli.domain.judging import judge
from tests.builders import a_debrief, criteria, facts

RULE = parse_criteria(criteria()).stability


def test_three_attended_of_three_is_met_before_the_fourth() -> None:
    """What holds whatever the missing session brings is met already."""
    known = facts(3, a_debrief(1), a_debrief(2), a_debrief(3))

    found = judge(RULE, known)

    assert found.answer is MET
    assert found.shows == "3 of 3 went ahead"


def test_two_missed_is_not_met_before_the_fourth() -> None:
    """What fails whatever the missing sessions bring has failed already."""
    missed = [a_debrief(n, outcome=Outcome.CHOSE_NOT_TO) for n in (1, 2)]

    assert judge(RULE, facts(2, *missed)).answer is NOT_MET


def test_two_attended_cannot_be_told_yet_and_says_what_is_missing() -> None:
    """Between the two, it says what would settle it."""
    found = judge(RULE, facts(2, a_debrief(1), a_debrief(2)))

    assert found.answer is CANNOT_TELL
    assert found.missing == "1 more session that goes ahead"


def test_leaving_early_by_choice_counts_as_gone_to() -> None:
    """Leaving early by choice is not a failure."""
    known = [a_debrief(n, outcome=Outcome.LEFT_BY_CHOICE) for n in (1, 2, 3)]

    assert judge(RULE, facts(3, *known)).answer is MET
