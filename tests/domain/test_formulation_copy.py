"""Copy and paste between people: noticed by their words, named by code."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.formulation import Control, ControlKind, KeptWords
from inclusion_cli.domain.formulation_copy import (
    COPIED,
    blanket,
    copies,
    pasted,
    similarity,
)
from inclusion_cli.domain.home import home
from tests.builders import a_card, a_formulation, a_trigger, at
from tests.domain.making import a_case, a_person, keep

HELPS = "Going at ten when the bus is quiet and sitting near the driver"
NEARLY = "Going at ten when the bus is quiet, and sitting near the back door"
SHORT = "Goes quiet"

sentences = st.lists(
    st.sampled_from(["bus", "shop", "till", "Friday", "rain", "the", "door", "Ł"])
).map(" ".join)


@given(one=sentences, other=sentences)
def test_likeness_is_the_same_both_ways_and_from_0_to_1(one: str, other: str) -> None:
    """Symmetric and bounded; the same words are 1, and no word in common is 0."""
    alike = similarity(one, other)

    assert alike == similarity(other, one)
    assert 0 <= alike <= 1
    assert similarity(one, one) in (0, 1)


def test_a_paragraph_pasted_into_a_page_is_noticed() -> None:
    """Whatever stands around it."""
    passage = f"{HELPS}, with both headphones out and a friend"
    page = f"{passage}. " + " ".join(f"other{n}" for n in range(60))

    assert similarity(passage, page) == 1
    assert similarity(passage, "Nothing of it") == 0


def test_nearly_the_same_words_are_told_with_the_code_alone() -> None:
    """The field, and whose; no word of the other person, and no name."""
    mine = a_formulation(triggers=(a_trigger(helps=HELPS),))
    theirs = a_formulation(triggers=(a_trigger(helps=NEARLY),))

    (found,) = copies(mine, [("ZZ-009", theirs)])

    assert (found.field, found.code) == ("Situation 1: what helps", "ZZ-009")
    assert found.alike >= 0.6
    assert "driver" not in found.says
    assert found.says.startswith("Situation 1: what helps has nearly the words of ZZ")


def test_a_few_words_are_alike_by_chance() -> None:
    """Two people may both go quiet."""
    same = a_formulation(triggers=(a_trigger(helps=SHORT),))

    assert copies(same, [("ZZ-009", same)]) == ()


def test_what_was_kept_with_a_reason_is_not_told_again() -> None:
    """Two people may have written it together."""
    kept = (KeptWords(COPIED, HELPS, "They wrote it together"),)
    mine = a_formulation(triggers=(a_trigger(helps=HELPS),), words_kept=kept)
    theirs = a_formulation(triggers=(a_trigger(helps=HELPS),))

    assert copies(mine, [("ZZ-009", theirs)]) == ()
    assert len(copies(theirs, [("AK-014", mine)])) == 1
    assert pasted([("ZZ-009", theirs), ("AK-014", mine)]) == {}


def test_home_shows_words_that_stand_with_somebody_else_too() -> None:
    """Letter for letter: that is quick enough for every home screen."""
    told = a_formulation(triggers=(a_trigger(helps=HELPS),))
    ben = a_person("Ben Tate", "BT-003")
    cases = [
        a_case(formulation=keep(told), card=keep(a_card()), person=person)
        for person in (a_person(), ben)
    ]

    shown = home(cases, (), now=at(3, 18), worker="Sam")

    (item,) = [i for i in shown.items if "words" in i.says]
    assert (item.code, item.command) == ("BT-003", ("formulate", "show", "BT-003"))
    assert "Situation 1: what helps has the same words as AK-014." in item.says


def test_the_same_rule_for_three_people_is_a_blanket_rule() -> None:
    """Two may be chance; three are a rule of the house."""
    rule = (Control("Phones off at 10", ControlKind.SUPPORT, "t1"),)
    told = a_formulation(controls=rule)

    assert blanket(told, [("A-1", told)]) == ()
    assert blanket(told, [("A-1", told), ("B-2", told)]) == ("Phones off at 10",)
