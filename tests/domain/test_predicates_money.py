"""Weekly looks at money, as criteria judge them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.criteria import CriteriaRefused
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.facts import Looked
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Finding
from inclusion_cli.domain.moments import moments
from tests.builders import at, criteria, day, facts
from tests.domain.making import agreed, clock, found, good, rule, stop_for

MONDAY = day(7)
"""7 September 2026; the step begins on Tuesday the 1st."""


def looked(*weeks: int, unexplained: int = 0, done: bool = True) -> tuple[Looked, ...]:
    """Return looks at weeks, 0 is that of 31 August; each on the Monday after it."""
    return tuple(
        Looked(
            MONDAY + timedelta(days=7 * (n - 1)),
            at(7 * (n + 1), 10),
            f"look-{n}",
            done,
            unexplained if done else 0,
        )
        for n in weeks
    )


def judged(on: int, *looks: Looked, n: int = 4, of_last: int = 4) -> Finding:
    """Return what is found of the weeks that were looked at."""
    args = {"n": n, "of_last": of_last}
    return found("money_looked_at", on, args=args, looks=looks)


def unexplained(on: int, *looks: Looked, weeks: int = 4) -> Finding:
    """Return what is found of unexplained spending."""
    args = {"weeks": weeks}
    return found("no_unexplained_money", on, args=args, looks=looks)


def test_four_of_four_weeks_are_met() -> None:
    """Each week that has ended was looked at."""
    it = judged(28, *looked(0, 1, 2, 3))
    assert (it.answer, it.shows) == (MET, "4 of 4 weeks checked")
    assert it.used == ("look-0", "look-1", "look-2", "look-3")


def test_a_week_that_was_missed_is_not_met() -> None:
    """A week before the newest can be made good only by time."""
    it = judged(28, *looked(0, 1, 3))
    assert (it.answer, it.shows) == (NOT_MET, "3 of 4 weeks checked")
    assert judged(28, *looked(0, 1, 3), n=3).answer is MET


def test_the_newest_week_may_still_be_looked_at() -> None:
    """Until the next week ends, nobody can tell."""
    it = judged(28, *looked(0, 1, 2))
    assert (it.answer, it.missing) == (CANNOT_TELL, "a look at 1 week more")
    refused = judged(28, *looked(0, 1, 2), *looked(3, done=False))
    assert refused.answer is NOT_MET


def test_a_young_step_cannot_tell() -> None:
    """Four weeks have not ended yet."""
    assert judged(10, *looked(0)).answer is CANNOT_TELL


def test_a_look_is_not_known_before_it_was_made() -> None:
    """What was written down later was not known then."""
    assert judged(27, *looked(0, 1, 2, 3)).answer is CANNOT_TELL


def test_nothing_unexplained_says_how_many_weeks() -> None:
    """Never just none: the weeks that were looked at are said."""
    it = unexplained(28, *looked(0, 1, 3))
    assert (it.answer, it.shows) == (MET, "None found, 3 of 4 weeks checked")


def test_one_thing_unexplained_fails_at_once() -> None:
    """However few weeks were looked at."""
    it = unexplained(14, *looked(1, unexplained=2))
    assert it.answer is NOT_MET
    assert it.used == ("look-1",)
    assert "1 of 4 weeks checked" in it.shows


def test_too_few_weeks_looked_at_cannot_tell() -> None:
    """Silence is not stability: under 75 % nobody knows."""
    it = unexplained(28, *looked(0, 1))
    assert (it.answer, it.shows) == (
        CANNOT_TELL,
        "None found yet, 2 of 4 weeks checked",
    )


@given(st.sets(st.integers(0, 20)), st.integers(1, 150), st.integers(1, 13))
def test_met_is_never_said_of_weeks_nobody_looked_at(
    weeks: set[int], on: int, last: int
) -> None:
    """Three of four weeks at least, and never more than have ended."""
    it = unexplained(on, *looked(*sorted(weeks)), weeks=last)
    if it.answer is MET:
        assert len(it.used) * 4 >= last * 3


@pytest.mark.parametrize(
    "when",
    [
        {"not": {"money_looked_at": {"n": 4, "of_last": 4}}},
        {"not": {"no_unexplained_money": {"weeks": 4}}},
    ],
)
def test_a_pause_sign_cannot_ask_about_the_week(when: dict[str, object]) -> None:
    """It would never fire: an unexplained look rings by itself, the same day."""
    with pytest.raises(CriteriaRefused, match="looked at the same day"):
        parse_criteria(criteria(pause=[stop_for(when)]))


def test_more_weeks_than_there_are_are_refused() -> None:
    """5 of the last 4 weeks can never be met."""
    with pytest.raises(CriteriaRefused, match="can never be met"):
        parse_criteria(criteria({"money_looked_at": {"n": 5, "of_last": 4}}))


def test_a_hold_starts_with_the_look_that_makes_it_met() -> None:
    """A look is an entry, and may start the hold; a week that is missed resets it."""
    rules = agreed({"money_looked_at": {"n": 2, "of_last": 2}}, days=7, sessions=1)
    sessions = good(3, 10, 17, 24)
    started = clock(20, *sessions, rules=rules, looks=looked(0, 1))
    assert started.started == day(14)
    asked = rule({"money_looked_at": {"n": 2, "of_last": 2}})
    days, acts = moments(asked, facts(28, looks=looked(0, 1)))
    assert {day(7), day(14)} <= acts
    assert {day(7), day(14), day(21), day(28)} <= days
