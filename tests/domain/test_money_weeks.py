"""Weeks looked at together, and requests with no review the same day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.money_agreed import MoneyCheck
from inclusion_cli.domain.money_page import says_look, says_looked
from inclusion_cli.domain.money_weeks import (
    check_of,
    monday_of,
    says,
    says_unexplained,
    unreviewed_requests,
    weeks,
)
from inclusion_cli.domain.safety import Safety
from inclusion_cli.domain.unanswered import unanswered
from tests.builders import a_debrief
from tests.domain.making import a_case, decided, keep

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

MONDAY = date(2026, 8, 31)


def a_check(number: int, **told: object) -> Kept[MoneyCheck]:
    """Return a look at the n-th week."""
    week = MONDAY + timedelta(days=7 * (number - 1))
    facts = {"consent": "c1", "present": True, "unexplained": 0, **told}
    check = MoneyCheck(week=week, on=week + timedelta(days=7), **facts)  # type: ignore[arg-type]
    return keep(check, 7 * number)


def looked_at(*checks: Kept[MoneyCheck]) -> Casefile:
    """Return a file with these looks."""
    return replace(a_case(), safety=Safety(money_checks=checks))


def test_eleven_of_thirteen_weeks_are_said() -> None:
    """What was not found is never said without the weeks that were looked at."""
    case = looked_at(*(a_check(n) for n in range(1, 14) if n not in (4, 9)))
    found = weeks(case, first=MONDAY, last=MONDAY + timedelta(days=90))
    assert (found.checked, found.of) == (11, 13)
    assert says(found) == "11 of 13 weeks checked"
    assert says_unexplained(found) == (
        "Nothing unexplained in the weeks checked: 11 of 13 weeks checked."
    )


def test_a_week_that_was_not_looked_at_is_not_checked() -> None:
    """A week somebody said was not looked at counts as not checked."""
    not_done = a_check(1, done=False, why_not="Away")
    found = weeks(
        looked_at(not_done, a_check(2)), first=MONDAY, last=MONDAY + timedelta(13)
    )
    assert (found.checked, found.of, found.not_looked) == (1, 2, 1)


def test_no_week_looked_at_is_not_nothing_found() -> None:
    """Where nobody looked, nobody knows."""
    found = weeks(looked_at(), first=MONDAY, last=MONDAY + timedelta(days=6))
    assert says_unexplained(found) == "Not known: 0 of 1 week checked."


@given(st.integers(0, 400), st.integers(0, 60))
def test_any_thirteen_weeks_have_thirteen(start: int, many: int) -> None:
    """So many times seven days hold so many weeks, whichever day they begin on."""
    first = MONDAY + timedelta(days=start)
    found = weeks(looked_at(), first=first, last=first + timedelta(days=7 * many - 1))
    assert found.of == many


@given(st.sets(st.integers(1, 30)), st.integers(0, 200), st.integers(0, 200))
def test_never_more_weeks_checked_than_there_are(
    done: set[int], start: int, days: int
) -> None:
    """Weeks checked are some of the weeks; each has its record."""
    first = MONDAY + timedelta(days=start)
    case = looked_at(*(a_check(n) for n in sorted(done)))
    found = weeks(case, first=first, last=first + timedelta(days=days))
    assert 0 <= found.checked <= found.of
    assert len(found.records) == found.checked


def test_a_monday_is_its_own() -> None:
    """The Monday of a week is found from any of its days."""
    assert {monday_of(MONDAY + timedelta(days=n)) for n in range(7)} == {MONDAY}


def test_a_request_is_reviewed_the_day_it_is_known() -> None:
    """One reviewed the same day is no finding; never, or a day later, is."""
    asked = a_debrief(5, concerns=(Concern.MONEY,))
    day = asked.on
    open_ = replace(a_case(), debriefs=(asked,))
    (found,) = unreviewed_requests(open_, on=day + timedelta(days=3))
    assert (found.id, found.reviewed_on, found.days_late) == (asked.id, None, 3)
    same = replace(open_, decisions=(decided(5, Choice.HOLD, cites=(asked.id,)),))
    assert unreviewed_requests(same, on=day + timedelta(days=3)) == ()
    later = replace(open_, decisions=(decided(7, Choice.HOLD, cites=(asked.id,)),))
    (found,) = unreviewed_requests(later, on=day + timedelta(days=9))
    assert (found.reviewed_on, found.days_late) == (day + timedelta(days=2), 2)


def test_half_a_week_is_no_week_checked_whenever_one_asks() -> None:
    """A look on the Friday of a week counts the same the next day and weeks after."""
    friday = MONDAY + timedelta(days=4)
    half = a_check(1)
    half = replace(half, record=replace(half.record, on=friday))
    later = [weeks(looked_at(half), first=MONDAY, last=MONDAY + timedelta(days=n))
             for n in (5, 6, 20)]  # fmt: skip
    assert [found.checked for found in later] == [0, 0, 0]
    assert check_of(looked_at(half), MONDAY, on=friday) == half
    assert check_of(looked_at(half), MONDAY, on=MONDAY + timedelta(days=7)) is None
    assert says_look(half.record).endswith("look at it again before it counts as "
                                           "checked.")  # fmt: skip


def test_what_a_look_at_half_a_week_found_is_not_lost() -> None:
    """Something unexplained is said, though the week is not checked."""
    half = a_check(1, unexplained=1, what="Twenty pounds")
    half = replace(half, record=replace(half.record, on=MONDAY + timedelta(days=4)))
    found = weeks(looked_at(half), first=MONDAY, last=MONDAY + timedelta(days=6))
    assert says_unexplained(found) == ("1 thing not explained: 0 of 1 week checked.")


def test_before_a_week_is_over_none_is_counted() -> None:
    """A time that has not begun, and "0 of 0 weeks", are never said."""
    check = replace(a_check(1).record, on=MONDAY)
    case = looked_at(keep(check, 1))

    said = says_looked(case, on=MONDAY)

    assert said == ("Begun on Monday 31 August 2026: no week of it is over yet.")


def test_two_weeks_that_were_unexplained_ring_by_their_weeks() -> None:
    """Looked at on one day, each is told apart from the other."""
    checks = (a_check(1, unexplained=1), a_check(2, unexplained=2))
    found = looked_at(*checks)

    said = [what for _id, _day, what in unanswered(found)]

    assert said == [
        "something in the money of the week of Monday 31 August 2026 was unexplained",
        "something in the money of the week of Monday 7 September 2026 was unexplained",
    ]
