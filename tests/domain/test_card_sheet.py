"""What each copy says: discreet, in the person's words, and no more than it may."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from inclusion_cli.domain.card import Contact, Line, Numbers
from inclusion_cli.domain.card_lines import CardSheet, Led, RowLine
from inclusion_cli.domain.card_sheet import SIZES, card_sheet
from inclusion_cli.domain.card_use import Use
from inclusion_cli.domain.paper import Holder
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.plain import canonical, plain
from tests.builders import a_card, a_whole_card, day
from tests.domain.making import keep

MARKS = Sheet("AK-014", "me", "to carry", day(32), "Friday", "R7QK", 12, practice=False)
NUMBERS = Numbers(
    date(2026, 8, 1),
    (
        Contact("Danger to life", "999"),
        Contact("NHS", "111"),
        Contact("Shout", "85258"),
    ),
    (Line("bank", "Your bank, about fraud", "159"), Line("calm", "CALM", "0800")),
)
PERSON, STAFF = Holder.PERSON, Holder.STAFF


def sheet(
    size: str = "a4", *, holder: Holder = PERSON, card: Any = None, **more: Any
) -> CardSheet:
    """Return what a copy says."""
    return card_sheet(
        keep(card or a_whole_card()),
        MARKS,
        known_as="Amina",
        numbers=NUMBERS,
        size=size,
        holder=holder,
        **more,
    )


@pytest.mark.parametrize("size", SIZES)
def test_no_carried_copy_has_a_name_on_it_unasked(size: str) -> None:
    """The name is on it only where the person wants it."""
    assert "Amina" not in canonical(plain(sheet(size)))
    assert sheet(size, adds=("name",)).known_as == "Amina"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("holder", [PERSON, Holder.OTHER])
def test_who_finds_a_lost_card_does_not_learn_who_has_the_keys(
    size: str, holder: Holder
) -> None:
    """It is one of the things the person may add, in every size."""
    assert "My aunt feeds the cat" not in canonical(plain(sheet(size, holder=holder)))
    added = sheet(size, holder=holder, adds=("home",))
    assert added.home_care == "My aunt feeds the cat."


def test_the_staff_copy_says_who_looks_after_the_home() -> None:
    """It stays in the office."""
    assert sheet(holder=STAFF).home_care == "My aunt feeds the cat."


@pytest.mark.parametrize("size", SIZES)
def test_staff_copies_speak_of_the_person_by_name(size: str) -> None:
    """No heading of theirs says "I", and none of the person's says a name."""
    staff = vars(sheet(size, holder=STAFF).heads).values()
    own = vars(sheet(size, adds=("name",)).heads).values()

    first = {"i", "me", "my", "mine"}
    assert not [head for head in staff if first & set(head.lower().split())]
    assert any("Amina" in head for head in staff)
    assert not any("Amina" in head for head in own)


def test_staff_are_told_whose_card_it_is() -> None:
    """Their copy is not carried about."""
    assert sheet(holder=STAFF).known_as == "Amina"
    assert sheet(holder=STAFF).staff


def test_counts_and_examples_are_for_staff_alone() -> None:
    """What was tried and what happened before is nobody else's business."""
    used = {"I walk by the canal": Use(5, 4, 1)}

    own = sheet(used=used).stages[1]
    staff = sheet(holder=STAFF, used=used).stages[1]

    assert own.mine[1] == RowLine("I walk by the canal", ("Within: 1 hour",))
    assert staff.mine[1].more == ("Within: 1 hour", "Tried 5, helped 4, not rated 1")
    assert own.signs[0].more == (
        "Usual: once",
        "Then: three times",
        "First noticed by: my sister",
    )
    assert staff.signs[0].more[-1] == "Before: The week before Easter"
    assert own.signs[0].domain == "suspicion"


def test_what_the_person_has_not_agreed_to_is_said_on_both_copies() -> None:
    """It is neither hidden from them nor passed off as agreed."""
    assert sheet().stages[2].others[0].more[-1] == "I have not agreed to this"
    assert (
        sheet(holder=STAFF).stages[2].others[0].more[-1] == "Not agreed by the person"
    )
    assert sheet().stages[1].others[0].more == (
        "Who: My worker",
        "Within: the same day",
    )


def test_the_step_up_is_told_in_the_persons_words() -> None:
    """What becomes of the step comes first, and that it is no end."""
    assert sheet().step_up == (
        Led("", "The step pauses. It is not over."),
        Led("", "If there is a crisis call: the step pauses."),
        Led("More contact", "A call every evening"),
        Led("Who is called", "My sister"),
        Led("What to leave alone", "The bus"),
    )
    assert sheet(card=a_card()).step_up == ()


def test_a_wallet_card_says_3_signs_3_things_2_people_3_numbers() -> None:
    """And what it leaves out; practice reference 3.2."""
    found = sheet("wallet")

    assert [stage.number for stage in found.stages] == [2, 3, 4]
    assert [len(stage.signs) for stage in found.stages] == [1, 1, 1]
    assert [len(stage.mine) for stage in found.stages] == [1, 1, 1]
    assert not any(stage.others for stage in found.stages)
    assert [who.name for who in found.people] == ["My sister", "Jo"]
    assert (found.on_call, [n.number for n in found.numbers]) == (
        "01632 960001",
        ["999"],
    )
    assert found.crisis_team == "01632 960003"
    assert found.left_out == (
        "Left out here: 3 signs, 4 things to do, 1 person and 2 numbers."
    )


def test_a_line_the_person_chose_comes_before_the_usual_ones() -> None:
    """After danger to life, what they asked for is what the small card has room for."""
    card = a_whole_card(crisis_team="none")
    found = sheet("wallet", card=card, adds=("bank",))

    assert [n.number for n in found.numbers] == ["999", "159"]
    assert [n.number for n in sheet("a4", adds=("bank",)).lines] == ["159"]


def test_with_two_local_numbers_a_small_card_has_room_for_danger_to_life() -> None:
    """What the person chose is then on the whole card, and the small one says so."""
    found = sheet("wallet", adds=("bank",))

    assert (found.on_call, found.crisis_team) == ("01632 960001", "01632 960003")
    assert [n.number for n in found.numbers] == ["999"]
    assert found.left_out.endswith("1 person and 3 numbers.")


def test_a_card_of_before_and_none_print_no_crisis_team() -> None:
    """Not asked, or there is none: three numbers are left for the others."""
    for none in ("", "none"):
        found = sheet("wallet", card=a_whole_card(crisis_team=none))

        assert found.crisis_team == ""
        assert [n.number for n in found.numbers] == ["999", "111"]


def test_even_the_shortest_card_leaves_stage_1_out_of_the_wallet() -> None:
    """And says so; with "none" here there is room for all three numbers."""
    assert sheet("wallet", card=a_card(on_call="none")).left_out == (
        "Left out here: 1 sign and 1 thing to do."
    )


@pytest.mark.parametrize(
    ("told", "checked"),
    [
        ({}, "Saturday 1 August 2026"),
        ({"lines_checked": day(40)}, "Tuesday 1 September 2026"),
        ({"on_call": "none", "contacts": (), "lines_checked": day(40)},
         "Saturday 10 October 2026"),
    ],
)  # fmt: skip
def test_the_day_of_the_oldest_number_stands_on_the_card(
    told: dict[str, Any], checked: str
) -> None:
    """A card is as good as its worst number."""
    card = a_card(written_on=day(1), **{"lines_checked": date(2026, 7, 1), **told})

    assert sheet(card=card).checked == checked


def test_a_card_that_was_checked_keeps_the_day_it_was_written() -> None:
    """Its version did not change."""
    kept = keep(a_whole_card(check_by=None), 30)

    found = card_sheet(
        kept, MARKS, known_as="Amina", numbers=NUMBERS, size="a4", holder=PERSON
    )

    assert found.made == "Tuesday 1 September 2026"
    assert found.check_by == "Tuesday 29 December 2026"
