"""What a debrief needs asked, what it refuses, and the small words around it."""

from __future__ import annotations

import time as system_time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.criteria import Criteria, Hold, PauseSign, Response, Rule
from inclusion_cli.domain.debrief import Concern, Tried
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.late import days_late, late_words
from inclusion_cli.domain.money import Did, MoneyRequest, no_bank_numbers, no_secrets
from inclusion_cli.domain.needs import needed_answers
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.observed import observed
from inclusion_cli.domain.own_card import (
    actions_on,
    first_action,
    key_of,
    signs_on,
    who_to_ring,
    with_tried,
)
from inclusion_cli.domain.plan import Behaviour, Limit, SafetyBehaviour, Step
from inclusion_cli.domain.sessions import weekly
from inclusion_cli.domain.sleep import minutes_of, say_minutes
from inclusion_cli.domain.unanswered import unanswered
from tests.builders import a_card, a_debrief, a_step, at
from tests.domain.making import a_case, decided, keep

if TYPE_CHECKING:
    from collections.abc import Iterator


def agreed_on(name: str, *, pause: str = "") -> Criteria:
    """Return criteria of one predicate, whether the grammar knows it yet or not."""
    sign = PauseSign(Rule("not", parts=(Rule(pause),)), Response.PAUSE)
    inner = Rule("all_of", parts=(Rule(name), Rule("attended_at_least")))
    return Criteria(inner, (sign,) if pause else (), Hold(14, 3))


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("coped_rating_min", {"coped"}),
        ("cravings_max", {"craving"}),
        ("sleep_nights_below", {"minutes_slept"}),
        ("stayed_planned_minutes", set()),
        ("belief_drop", {"belief_before", "belief_after"}),
        ("attended_at_least", set()),
    ],
)
def test_what_was_agreed_is_asked_about(
    name: str, asks: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No criterion stays "cannot tell" because nobody asked; pause signs, too."""
    step = a_step()

    for agreed in (agreed_on(name), agreed_on("peak_suds_max", pause=name)):
        monkeypatch.setattr(Step, "agreed", agreed)
        assert needed_answers(step) == asks


def test_a_step_has_its_own_needs() -> None:
    """Limits, safety behaviours and a fear with its certainty are asked about."""
    step = a_step(
        fear="They will stare",
        fear_sure=80,
        limits=(Limit("l1", "One hour"),),
        behaviours=(SafetyBehaviour("b1", "Sit by the door", Behaviour.FADE),),
    )

    assert needed_answers(step) == {
        *("behaviours", "limits"),
        *("belief_before", "belief_after"),
    }
    assert needed_answers(a_step(fear="They will stare")) == set()


@pytest.mark.parametrize(
    "secret",
    [
        "card 4929 1234 5678 9012",
        "4929-1234-5678-9012",
        "4929123456789012",
        "his PIN is 4821",
        "pin: 0007",
        "password hunter2",
    ],
)
def test_a_card_number_or_a_pin_is_refused_anywhere(secret: str) -> None:
    """Whatever it stands in, with a sentence that says what to do."""
    with pytest.raises(ValueError, match="Leave out card, account and PIN numbers"):
        no_secrets(f"He wanted {secret} by Friday")


@pytest.mark.parametrize("secret", ["20-45-71", "20 45 71", "account 31926819"])
def test_a_sort_code_or_an_account_is_refused_about_money(secret: str) -> None:
    """There a date is written in words; elsewhere it may look like one."""
    with pytest.raises(ValueError, match="Leave out card, account and PIN numbers"):
        no_bank_numbers(f"He wanted {secret}")
    assert no_secrets("On 17-11-26 at the shop")


@pytest.mark.parametrize(
    "text",
    [
        "20 pounds till Friday 20 November 2026",
        "Ring 07700 900123 or 01632 960001",
        "She pinned the 3 notes up",
        "pin the card to the board",
        "1,000 pounds, in 2 parts of 500",
        "17/11/2026 2pm",
    ],
)
def test_ordinary_numbers_are_kept(text: str) -> None:
    """Amounts, dates and telephone numbers are no secrets."""
    assert no_bank_numbers(text) == text


@given(minutes=st.integers(0, 24 * 60))
def test_sleep_is_read_as_it_is_said(minutes: int) -> None:
    """Whatever is shown can be typed again, and is the same night."""
    assert minutes_of(say_minutes(minutes)) == minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("6", 360),
        ("6:30", 390),
        ("6h30", 390),
        ("4 hours", 240),
        ("6.5", 390),
        ("7 and a half", 450),
        ("1 hour 5 minutes", 65),
    ],
)
def test_sleep_as_people_type_it(typed: str, minutes: int) -> None:
    """In hours, never guessed."""
    assert minutes_of(typed) == minutes


@pytest.mark.parametrize("typed", ["25", "24:30", "well", "-1", "6:99", ""])
def test_no_night_is_guessed(typed: str) -> None:
    """What is no night says how to type one."""
    with pytest.raises(ValueError, match=r"^must be hours, like 6, 6:30 or 4 hours"):
        minutes_of(typed)


@pytest.mark.parametrize(
    ("hours", "days"), [(1, 0), (24, 0), (25, 1), (71, 2), (-30, 0)]
)
def test_what_was_written_late_says_so(hours: int, days: int) -> None:
    """More than a day after; a session cancelled ahead is not late."""
    kept = a_debrief(3, recorded=at(3) + timedelta(hours=hours))

    assert days_late(kept) == days
    assert bool(late_words(kept)) == bool(days)


def test_the_card_answers_in_its_own_words() -> None:
    """Signs with their stage, actions by a key, what comes first, whom to ring."""
    card = a_card()

    assert [(s.text, s.stage) for s in signs_on(card)] == [
        ("sign 2", 2),
        ("sign 3", 3),
        ("sign 4", 4),
    ]
    assert [a.text for a in actions_on(card).values()] == [
        *("I do 1", "I do 2", "I do 3", "I do 4")
    ]
    assert first_action(card, 3) == "I do 3"
    assert who_to_ring(card) == "In danger now: 999. On call here: 01632 960001."
    assert (signs_on(None), actions_on(None), first_action(None, 3)) == ((), {}, "")
    assert len(STAGES) == 4


def test_what_was_tried_is_found_after_the_card_has_changed() -> None:
    """An action that left the card keeps its words."""
    actions = actions_on(a_card())
    gone, there = Tried("I hum", "m9-9", 4), Tried("I do 2", "m2-1")

    found = with_tried(actions, (gone, there))

    assert key_of(there, found) == "m2-1"
    assert found["m9-9"].text == "I hum"
    assert len(found) == len(actions) + 1


def a_request(number: int) -> Any:
    """Return a request for money between sessions, on the n-th day."""
    money = MoneyRequest("A loan", "A man", Did.DECLINED_ALONE, amount="20 pounds")
    return keep(Observation(Seen.MONEY_REQUEST, at(number), money=money), number)


def test_a_request_between_sessions_is_a_concern_until_it_is_looked_at() -> None:
    """As loud as one that a debrief told of; a decision that cites it answers it."""
    asked = a_request(4)
    case = a_case(observations=(asked,))
    seen = a_case(
        observations=(asked,),
        decisions=(decided(5, Choice.HOLD, cites=(asked.id,)),),
    )

    assert [found[0] for found in unanswered(case)] == [asked.id]
    assert list(unanswered(seen)) == []


def test_what_may_be_real_is_a_concern() -> None:
    """It is followed up like a thing that happened."""
    told = a_debrief(3, concerns=(Concern.MAY_BE_REAL,))

    ((_id, _day, what),) = unanswered(a_case(told))

    assert what == "what was feared may have been real"


def test_what_was_seen_is_listed_newest_first() -> None:
    """In words, with its id."""
    night = keep(Observation(Seen.SLEEP, at(5, 0), minutes_slept=250), 5, hour=0)

    found = observed(a_case(observations=(a_request(4), night)))

    assert [line.what for line in found.lines] == [
        "sleep",
        "a request for money or things",
    ]
    assert found.lines[0].says == "4 hours 10 minutes of sleep."
    assert found.lines[1].says == (
        "Asked for: A loan, 20 pounds. By: A man. Answer: said no on their own."
    )


@pytest.fixture
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put this computer in London for one test."""
    monkeypatch.setenv("TZ", "Europe/London")
    system_time.tzset()
    yield
    monkeypatch.undo()
    system_time.tzset()


@pytest.mark.usefixtures("in_london")
def test_each_week_is_the_same_hour_on_the_clock() -> None:
    """The clocks go back in between; 2pm stays 2pm."""
    first = datetime(2026, 10, 13, 14).astimezone()
    until = datetime(2026, 11, 3).astimezone()

    found = weekly(first, until)

    assert [when.day for when in found] == [13, 20, 27, 3]
    assert {when.hour for when in found} == {14}
    assert len({when.utcoffset() for when in found}) == 2
