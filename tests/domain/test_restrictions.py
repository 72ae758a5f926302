"""The register of limits: what is in force, for how long, with what authority."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.blanket import Sort
from inclusion_cli.domain.restriction import Verdict, WayTried
from inclusion_cli.domain.restriction_days import limit_days
from inclusion_cli.domain.restrictions import blanket, register
from tests.builders import day
from tests.domain.limits import a_control, a_limited, looked, placed
from tests.domain.making import keep

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.registered import Registered
    from inclusion_cli.domain.restriction import Restriction


def the_one(case: Casefile, on: int) -> Registered:
    """Return the one limit that stands in a file on the n-th day."""
    (found,) = register(case, on=day(on))
    return found


def test_a_limit_that_answers_for_everything_has_no_problem() -> None:
    """What was signed off whole is in force, with authority until its next look."""
    found = the_one(a_limited([placed(1)]), 11)
    assert (found.in_force, found.without_authority) == (True, False)
    assert (found.until, found.days_limited) == (day(29), 11)
    assert found.problems == ()
    assert found.situation == "The 8:15 bus"


def test_past_its_date_it_is_in_force_without_authority() -> None:
    """The day of its look is the last with authority; the one after has none."""
    case = a_limited([placed(1)])
    assert not the_one(case, 29).without_authority
    late = the_one(case, 30)
    assert late.without_authority
    assert late.problems == ("overdue",)


def test_a_look_gives_it_authority_until_the_next() -> None:
    """Kept on day 20, it is looked at again 28 days later."""
    assert the_one(a_limited([placed(1)], [looked(20)]), 30).until == day(48)


def test_its_own_end_comes_first() -> None:
    """A last day that is sooner than the next look is the last day of authority."""
    case = a_limited([placed(1, ends_on=day(5))])
    assert the_one(case, 5).until == day(5)
    assert the_one(case, 6).without_authority


def test_the_day_it_is_placed_and_the_day_it_is_lifted_count() -> None:
    """A day counts if any part of it was limited; there is one count of them."""
    assert the_one(a_limited([placed(1)]), 1).days_limited == 1
    at_once = a_limited([placed(1)], [looked(1, Verdict.LIFT)])
    assert the_one(at_once, 5).days_limited == 1


def test_lifted_it_counts_no_further_day() -> None:
    """Days of liberty limited stop on the day it was lifted."""
    case = a_limited([placed(1)], [looked(9, Verdict.LIFT)])
    found = the_one(case, 60)
    assert (found.in_force, found.lifted_on, found.days_limited) == (False, day(9), 9)
    assert not found.without_authority
    assert found.until is None


def test_reduced_it_says_what_it_is_now() -> None:
    """The limit is told as it is from the latest look on."""
    case = a_limited(
        [placed(1)], [looked(9, Verdict.REDUCE, now="Home by ten on Fridays")]
    )
    assert the_one(case, 8).what == "No evening events"
    assert the_one(case, 9).what == "Home by ten on Fridays"


def test_days_since_the_harm_are_of_its_latest_day() -> None:
    """Harm told at a look counts from then; with none known there is no number."""
    case = a_limited([placed(1)], [looked(20, harm_since=day(15))])
    assert the_one(case, 25).days_since_harm == 10
    assert the_one(a_limited([placed(1, evidence_on=None)]), 5).days_since_harm is None


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"ends_when": ""}, "no_exit"),
        ({"lawful_basis": ""}, "no_basis"),
        ({"trigger": ""}, "no_trigger"),
        ({"trigger": "t9"}, "no_trigger"),
        ({"evidence": ""}, "no_evidence"),
        ({"harm": "Short staffed on Sundays"}, "staffing"),
        ({"harm": "Because it is the rule"}, "circular"),
    ],
)
def test_each_ground_that_is_missing_is_named(
    told: dict[str, str], problem: str
) -> None:
    """A limit is told by what it does not answer for."""
    assert problem in the_one(a_limited([placed(1, **told)]), 2).problems


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"evidence": "none known"}, "no_evidence"),
        ({"tried": (WayTried("nothing"),)}, "not_tried"),
        ({"authorised_by": "nobody"}, "not_authorised"),
        ({"advocacy": "no"}, "not_offered"),
        ({"harm": "Everybody knows"}, "circular"),
    ],
)
def test_what_is_answered_with_nothing_is_named(
    told: dict[str, Any], problem: str
) -> None:
    """Also where it came into the register without being asked."""
    assert problem in the_one(a_limited([placed(1, **told)]), 2).problems


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"evidence": "Night cover is one person"}, "staffing"),
        ({"evidence": "Everybody knows how he is on Fridays"}, "circular"),
        ({"now": "Home by ten when we are short staffed"}, "staffing"),
    ],
)
def test_a_limit_that_is_kept_answers_for_its_last_look(
    told: dict[str, Any], problem: str
) -> None:
    """What it goes on for is read as what it was placed for; a lifting is not."""
    kept = a_limited([placed(1)], [looked(5, **told)])
    sound = a_limited([placed(1)], [looked(5, **told), looked(9)])
    lifted = a_limited([placed(1)], [looked(5, Verdict.LIFT, **told)])

    assert problem in the_one(kept, 6).problems
    assert the_one(sound, 10).problems == ()
    assert the_one(lifted, 6).problems == ()


def test_an_emergency_has_a_day_for_its_grounds() -> None:
    """Placed at once, it has authority until tomorrow; then none until signed off."""
    kept = placed(1, emergency=True, signed_on=None)
    assert not the_one(a_limited([kept]), 2).without_authority
    late = the_one(a_limited([kept]), 3)
    assert late.without_authority
    assert {"unsigned", "overdue"} <= set(late.problems)


def test_a_limit_of_the_formulation_alone_counts_too() -> None:
    """It is in force, and told as written and not registered."""
    found = the_one(a_limited(controls=(a_control(),)), 4)
    assert found.written
    assert found.in_force
    assert (found.id, found.problems) == ("formulation-1", ("unregistered",))


def test_registered_it_is_told_once() -> None:
    """Words and all: the register's stands for the formulation's."""
    kept = placed(1, what="Home by ten", control="no evening events")
    case = a_limited([kept], controls=(a_control(),))
    assert the_one(case, 4).kept == kept


def test_what_was_lifted_and_is_written_again_is_in_force_again() -> None:
    """A version of before the lifting says nothing new; a later one does."""
    lifted = [looked(5, Verdict.LIFT)]
    case = a_limited([placed(1)], lifted, controls=(a_control(),))
    assert not the_one(case, 9).in_force
    later = keep(case.formulation.record, 7, id="later") if case.formulation else None
    assert later
    again = replace(case, formulation=later, formulations=(*case.formulations, later))
    assert [one.written for one in register(again, on=day(9))] == [False, True]


def test_before_it_began_there_is_nothing() -> None:
    """The register of an earlier day knows nothing of a later limit."""
    assert register(a_limited([placed(9)], written=9), on=day(8)) == ()


# --- the blanket-rule detector ------------------------------------------------------


def people(*whats: str, **told: Any) -> list[Casefile]:
    """Return a file for each limit, each of another person."""
    return [
        a_limited([placed(1, what=what, id=f"r{n}", **told)], code=f"AK-01{n}")
        for n, what in enumerate(whats)
    ]


def test_the_same_limit_of_three_people_may_be_a_rule() -> None:
    """Near the same words count, and one hour counts as another."""
    three = people(
        "No visitors after 10pm", "no visitors after 9:30pm.", "No visitors past 11"
    )
    (found,) = blanket(three, on=day(2))
    assert found.sort is Sort.WORDS
    assert found.codes == ("AK-010", "AK-011", "AK-012")
    assert found.records == ("r0", "r1", "r2")
    assert "AK-010, AK-011 and AK-012 have the same limit" in found.says


def test_two_people_or_other_words_are_no_rule() -> None:
    """What is one person's own is not questioned."""
    two = people("No visitors after 10pm", "No visitors after 9pm")
    assert list(blanket(two, on=day(2))) == []
    own = people("No visitors at night", "No evening events", "Keys at the office")
    assert list(blanket(own, on=day(2))) == []


def test_one_person_three_times_is_no_rule_for_all() -> None:
    """People are counted, not limits."""
    one = a_limited([placed(1, id=f"r{n}") for n in range(3)])
    assert list(blanket([one], on=day(2))) == []


def test_one_for_a_whole_address_is_enough() -> None:
    """A limit for a house is asked about, whoever it was written for."""
    (found,) = blanket(people("No guests", address="4 Mill Lane"), on=day(2))
    assert (found.sort, found.what) == (Sort.ADDRESS, "4 Mill Lane")


def test_three_that_end_on_one_day_are_asked_about() -> None:
    """The same end date for three people is nobody's own day."""
    whats = ("No guests at night", "Keys at the office", "Home by ten")
    (found,) = blanket(people(*whats, ends_on=day(30)), on=day(2))
    assert found.sort is Sort.END


def test_what_was_lifted_is_no_rule() -> None:
    """Only what is in force counts."""
    cases = people("No guests", "No guests", "No guests")
    gone = a_limited(
        [placed(1, what="No guests")], [looked(2, Verdict.LIFT)], code="AK-010"
    )
    assert list(blanket([gone, *cases[1:]], on=day(3))) == []


# --- laws ---------------------------------------------------------------------------

VERDICTS = st.sampled_from(list(Verdict))
LOOKS = st.lists(st.tuples(st.integers(1, 90), VERDICTS), max_size=6)
PLACED = st.builds(
    placed,
    st.integers(1, 60),
    id=st.just("restriction-1"),
    emergency=st.booleans(),
    signed_on=st.none() | st.integers(1, 60).map(day),
    review_days=st.none() | st.integers(1, 28),
    ends_on=st.none() | st.integers(1, 90).map(day),
)


@settings(max_examples=60)
@given(kept=PLACED, looks=LOOKS, on=st.integers(1, 120))
def test_the_laws_of_a_limit(
    kept: Kept[Restriction], looks: list[tuple[int, Verdict]], on: int
) -> None:
    """In force or lifted, never both; days are never negative nor counted after it."""
    reviews = [looked(n, verdict) for n, verdict in looks]
    case = a_limited([kept], reviews)
    for one in register(case, on=day(on)):
        assert one.in_force != (one.lifted_on is not None)
        past = one.in_force and one.until is not None and day(on) > one.until
        assert one.without_authority == past
        assert ("overdue" in one.problems) == past
        assert one.days_limited >= 0
        later = register(case, on=day(on + 50))[0]
        if not one.in_force:
            assert later.days_limited == one.days_limited


@settings(max_examples=60)
@given(
    kept=PLACED,
    looks=LOOKS,
    more=st.tuples(st.integers(2, 120), VERDICTS),
    back=st.integers(1, 60),
)
def test_a_look_never_changes_an_earlier_day(
    kept: Kept[Restriction],
    looks: list[tuple[int, Verdict]],
    more: tuple[int, Verdict],
    back: int,
) -> None:
    """What was reviewed on a day says nothing about the days before it."""
    reviews = [looked(n, verdict) for n, verdict in looks]
    before = day(more[0] - back)
    was = register(a_limited([kept], reviews), on=before)
    now = register(a_limited([kept], [*reviews, looked(*more)]), on=before)
    assert was == now


# --- the criterion that limits are inside their date --------------------------------


def test_a_criterion_reads_the_register_too() -> None:
    """From each day that changes it: placed, looked at, lifted, as it stood then."""
    case = a_limited(
        [placed(3, id="restriction-1")],
        [looked(20), looked(40, Verdict.LIFT)],
        controls=(a_control("X"),),
    )
    found = [(r.written_on, r.review_on) for r in limit_days(case)]

    written = day(29)  # in the formulation alone: no later than the register allows
    assert found == [
        (day(1), written),
        (day(3), written),
        (day(20), written),
        (day(40), written),
    ]


def test_with_nothing_in_force_there_is_no_day() -> None:
    """A limit that was lifted asks for no look, with or without a formulation."""
    case = a_limited(
        [placed(3, id="restriction-1")], [looked(9, Verdict.LIFT)], written=5
    )
    bare = replace(case, formulation=None, formulations=())

    for one in (case, bare):
        assert [r.review_on for r in limit_days(one)][-1] is None
