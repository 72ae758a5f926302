"""The page for a stand-in: the most needed first, and full before a line goes."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.card import Action, Card, Contact, Sign, Stage
from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.consent_items import STAND_IN
from inclusion_cli.domain.incident import Incident
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.own_card import as_said
from inclusion_cli.domain.plan import Limit
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.safety import Safety
from inclusion_cli.domain.visit import (
    filled,
    left_out,
    refused,
)
from inclusion_cli.domain.visit_rows import (
    AGREED,
    DO,
    LIMITS,
    NOW,
    ORDER,
    RING,
    SIGNS,
    TELL,
    THEN,
    TODAY,
    Row,
    rows,
)
from tests.builders import (
    A_CRISIS_CALL,
    a_card,
    a_formulation,
    a_step,
    a_whole_card,
    at,
    criteria,
    day,
)
from tests.domain.limits import placed
from tests.domain.making import a_case, keep, observed, stop_for

NINE = at(5, 9)


def told(case: Any, part: str) -> list[str]:
    """Return the lines of one part of the page."""
    return [row.text for row in rows(case, now=NINE) if row.part == part]


def test_whom_to_ring_stands_there_always() -> None:
    """Where the card has no number, that is said."""
    with_card = a_case(card=keep(a_card(crisis_team="01632 960003"), 2))

    assert "On call here: 01632 960001" in told(with_card, RING)
    assert "Crisis team: 01632 960003" in told(with_card, RING)
    assert any("No number here" in text for text in told(a_case(), RING))


def test_todays_step_and_what_staff_do() -> None:
    """With whom, where, how long, and what we do."""
    step = keep(a_step(staff_do="Walk beside her"), id="step-1")
    case = a_case(steps=(step,))

    assert "Walk beside her" in told(case, DO)
    assert any("A morning walk" in text for text in told(case, TODAY))


def test_nobody_may_be_told_unless_it_was_agreed() -> None:
    """Default is none; what ended, and what an earlier sheet was for, is not there."""

    def agreed(**more: Any) -> Any:
        own: dict[str, Any] = {
            "kind": ConsentKind.TELL,
            "on": day(1),
            "answered": Answered.GIVEN,
            "purpose": "Kitchen",
            "recipient": "Dot",
            "items": ("first_name",),
            "until": day(90),
            **more,
        }
        return a_case(safety=Safety(consents=(keep(Consent(**own), 1),)))

    assert told(a_case(), TELL) == ["Nobody else is told anything about Amina."]
    assert "Dot: what they like to be called. Nothing else." in told(agreed(), TELL)
    assert len(told(agreed(until=day(4)), TELL)) == 1
    assert len(told(agreed(purpose=STAND_IN), TELL)) == 1


def row(rank: int, words: int, *, must: bool = False) -> Row:
    """Return a line of so many words."""
    return Row(SIGNS, " ".join(["word"] * words), rank, must=must)


MANY = st.lists(
    st.builds(row, st.integers(0, 6), st.integers(1, 60)),
    max_size=40,
)


def letters(rows: tuple[Row, ...]) -> int:
    """Return how much of a page some rows take."""
    return sum(len(one.text.split()) + 2 for one in rows)


@given(MANY, st.integers(0, 900))
def test_a_line_is_left_out_only_where_it_would_not_fit(
    found: list[Row], size: int
) -> None:
    """What stays is whole and in its order; what goes is counted, and had no room."""
    every = tuple(sorted(found, key=lambda one: one.rank))

    kept = filled(every, lambda some: letters(some) <= size)

    assert kept is not None
    assert letters(kept) <= size
    order = iter(every)
    assert all(one in order for one in kept)
    gone = [one for one in every if one not in kept]
    assert all(letters((*kept, one)) > size for one in gone)
    assert bool(left_out(kept, every)) == bool(gone)


def test_what_must_be_there_and_is_too_long_is_refused() -> None:
    """With what to shorten; anything else that long goes on last, where it fits."""
    long = Row(TODAY, "word " * 60, 1, must=True, mend="the step")

    def fits(rows: tuple[Row, ...]) -> bool:
        return letters(rows) <= 62

    assert refused((long, row(2, 60))) == ("This shift: shorten the step",)
    assert filled((row(2, 60), row(3, 5)), fits) == (row(3, 5),)
    assert filled((row(2, 60),), fits) == (row(2, 60),)


def test_a_word_that_would_run_off_the_page_is_not_on_it() -> None:
    """What must be there is refused with what to shorten; anything else is left out."""
    wide = Row(SIGNS, "w" * 90, 3)
    must = Row(TODAY, "w" * 90, 1, must=True, mend="the step")

    assert filled((row(2, 3), wide), lambda _rows: True) == (row(2, 3),)
    assert refused((must,)) == ("This shift: shorten the step",)


def test_the_least_needed_goes_first_and_what_must_stay_stays() -> None:
    """Until only that is left; no page is made where even that has no room."""
    must, more, less = row(0, 3, must=True), row(2, 3), row(5, 3)
    every = (must, more, less)

    def of(size: int) -> tuple[Row, ...] | None:
        return filled(every, lambda some: letters(some) <= size)

    assert of(15) == (must, more, less)
    assert of(10) == (must, more)
    assert of(5) == (must,)
    assert of(4) is None


def test_a_number_to_ring_never_goes_for_want_of_room() -> None:
    """Each contact of the card stands, however long the rest is."""
    contacts = tuple(Contact(f"Friend {n}", f"01632 96000{n}") for n in range(1, 5))
    case = a_case(card=keep(a_card(contacts=contacts), 2))

    found = rows(case, now=NINE)
    every = tuple(
        sorted((*found, *(row(1, 40) for _ in range(9))), key=lambda r: r.rank)
    )

    assert all(r.must for r in found if r.part == RING)
    musts = letters(tuple(r for r in every if r.must))
    kept = filled(every, lambda some: letters(some) <= musts)
    assert kept
    told_numbers = [r.text for r in kept if r.part == RING]
    assert all(f'"Friend {n}": 01632 96000{n}' in told_numbers for n in range(1, 5))


def test_a_limit_past_its_date_is_called_what_it_is() -> None:
    """The same words as in the register; what the person agreed stands apart."""
    case = a_case(
        safety=Safety(restrictions=(placed(1, review_days=2),)),
        steps=(keep(a_step(limits=(Limit("l1", "No alcohol"),)), id="step-1"),),
    )

    (late,) = told(case, LIMITS)

    assert "in force without current authority" in late
    assert told(case, AGREED) == ["On this step: No alcohol"]


def test_who_may_be_told_stands_before_nobody_else() -> None:
    """Else it says nobody, and names somebody under it."""
    agreed = Consent(
        *(ConsentKind.TELL, day(1), Answered.GIVEN, "Kitchen"),
        recipient="Dot",
        items=("first_name",),
        until=day(90),
    )
    case = a_case(safety=Safety(consents=(keep(agreed, 1),)))

    first, last = told(case, TELL)

    assert first.startswith("Dot")
    assert last.startswith("Nobody else")


def test_a_pause_sign_with_no_answer_is_on_the_page() -> None:
    """Before anything else of today, and never left out."""
    rules = criteria(pause=[stop_for(A_CRISIS_CALL)])
    case = a_case(rules=rules, observations=(observed(4, Seen.CRISIS_CONTACT),))

    found = [r for r in rows(case, now=NINE) if r.part == TODAY]

    assert found[0].text.startswith("Ask on call first. No answer yet")
    assert found[0].must


def test_without_a_card_the_formulation_tells_the_signs_and_what_helps() -> None:
    """A stand-in is never left with nothing where it is written down elsewhere."""
    case = a_case(formulation=keep(a_formulation(), 1))

    assert any("Looks at the door" in text for text in told(case, SIGNS))
    assert any("What helps: " in text for text in told(case, THEN))
    with_card = a_case(formulation=keep(a_formulation(), 1), card=keep(a_card(), 2))
    assert not any("What helps: " in text for text in told(with_card, THEN))


def test_what_the_card_says_stands_in_quotes_as_they_said_it() -> None:
    """Signs, what they do, what helps and does not: "I" is never who stands in."""
    case = a_case(card=keep(a_whole_card(), 2))

    found = rows(case, now=NINE)

    says = {row.text for row in found}
    assert {
        '"I check the window"',
        'They do: "I ring my sister"',
        '"My worker" (within: the same day): "Ask me once"',
        'What does not help: "Being rushed"',
        '"My sister": 07700 900120',
    } <= says
    assert as_said('"yes" and then "no"') == "\"'yes' and then 'no'\""
    alone = re.compile(r"\b(I|me|my|My)\b")
    assert not [t for t in says if alone.search(re.sub(r'"[^"]*"', "", t))]


def with_stage_4(sign: str) -> Card:
    """Return a card whose last stage says what others do, and how fast."""
    come = Action("o4", "Come at once", who="On call", within="10 minutes")
    four = Stage(4, (Sign("s4", sign),), (Action("m4", "I ring 999"),), (come,))
    return replace(a_whole_card(), stages=(*a_whole_card().stages[:3], four))


def test_what_needs_help_now_is_told_first_with_what_others_do_and_how_fast() -> None:
    """The gravest stage stands above the day, each earlier one under its own head."""
    case = a_case(card=keep(with_stage_4("Someone is in my flat"), 2))

    assert told(case, NOW) == [
        '"Someone is in my flat"',
        '"On call" (within: 10 minutes): "Come at once"',
        'They do: "I ring 999"',
    ]
    assert [part for part in ORDER if part in (NOW, TODAY, THEN, SIGNS)] == [
        *(NOW, TODAY, THEN, SIGNS)
    ]
    assert '"I stop answering the door"' in told(case, THEN)
    assert '"I stop answering the door"' not in told(case, SIGNS)
    assert '"Sam" (within: 1 day): "We meet at the flat" (not agreed)' in told(
        case, THEN
    )


def test_what_needs_help_now_is_the_last_to_be_left_out() -> None:
    """Where the page is full it stays before all that may go, however long it is."""
    case = a_case(card=keep(with_stage_4("word " * 50), 2))
    every = rows(case, now=NINE)
    needed = tuple(r for r in every if r.must or r.part == NOW)

    kept = filled(every, lambda some: letters(some) <= letters(needed))

    assert kept == needed


def test_what_happened_today_is_asked_about_and_never_told() -> None:
    """One line says to ask on call before going in; what it was stays in the file."""
    fell = keep(Incident("She was pushed and fainted", at(5, 8)), 5, hour=8)
    seen = a_case(safety=Safety(incidents=(fell,)), card=keep(a_card(), 2))

    lines = told(seen, TODAY)

    assert lines[0] == (
        "Something has happened in the last 24 hours. Ask on call, 01632 960001, "
        "before you go in."
    )
    assert not any("pushed" in line for line in lines)
    assert not any("24 hours" in line for line in told(a_case(), TODAY))
