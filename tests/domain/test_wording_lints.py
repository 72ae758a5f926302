"""What a formulation lacks: family G, and how hard it is to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inclusion_cli.domain.formulation import (
    Control,
    ControlKind,
    Disagreement,
    Formulation,
    TriggerKind,
)
from inclusion_cli.domain.wording.grade import grade, syllables
from inclusion_cli.domain.wording.lints import (
    flags_of_formulation,
    structure,
)
from tests.builders import a_formulation, a_trigger
from tests.domain.wording_making import the_rules

LONG = "Days alone in the flat, and no one to talk to about football."
GOOD = {
    "account": "I go when it is quiet and somebody walks beside me.",
    "account_on": date(2026, 11, 2),
    "cost_of_not_doing": LONG,
    "triggers": (a_trigger(tends_to_happen="He gets off two stops early and walks."),),
}


def told(it: Formulation) -> list[tuple[str, str, str]]:
    """Return where, rule and severity of all that is worth a look."""
    return [
        (p.where, p.flag.rule, p.flag.severity)
        for p in flags_of_formulation(it, the_rules())
    ]


def test_a_good_formulation_has_nothing_to_look_at() -> None:
    """Own words, situations, reasons: it is left in peace."""
    it = a_formulation(**GOOD)
    it = replace(it, triggers=(replace(it.triggers[0], tends_to_happen=LONG),))

    assert told(it) == []


def test_without_own_words_it_is_asked_what_they_said() -> None:
    """An account, a reason for none, or a quotation in any field will do."""
    it = a_formulation(**{**GOOD, "account": ""})

    assert ("", "g-no-own-words", "E") in told(it)
    why = replace(it, no_account_because="She is in hospital until Friday.")
    assert ("", "g-no-own-words", "E") not in told(why)
    quoted = replace(it, strengths=('Says "that is enough"', "Walks for miles"))
    assert ("", "g-no-own-words", "E") not in told(quoted)


def test_a_diagnosis_without_a_situation_is_asked_about() -> None:
    """Where and when it shows is what a worker can act on."""
    it = a_formulation(**GOOD, background="He has schizophrenia.")
    where = replace(it, background="Schizophrenia shows when the bus is full.")

    assert ("background", "g-diagnosis", "W") in told(it)
    assert "g-diagnosis" not in {rule for _where, rule, _severity in told(where)}


def test_more_controls_than_strengths_are_out_of_balance() -> None:
    """Three things done to somebody with two strengths."""
    control = Control("Go at 10am", ControlKind.ENVIRONMENTAL, "t1")

    assert ("", "g-balance", "W") in told(
        a_formulation(**GOOD, controls=(control,) * 3)
    )
    two = told(a_formulation(**GOOD, controls=(control,) * 2))
    assert ("", "g-balance", "W") not in two


def test_situations_all_of_one_kind_are_mentioned() -> None:
    """Two of a kind are told; one is not, nor are two kinds."""
    one, same = a_trigger(), a_trigger(id="t2")
    other = a_trigger(id="t3", kind=TriggerKind.MONEY_PRESSURE)

    assert ("", "g-one-kind", "I") in told(a_formulation(triggers=(one, same)))
    assert ("", "g-one-kind", "I") not in told(a_formulation(triggers=(one, other)))
    assert ("", "g-one-kind", "I") not in told(a_formulation(triggers=(one,)))


def test_a_key_field_says_enough_to_act_on() -> None:
    """39 letters are short, 40 are not."""
    short = a_formulation(**{**GOOD, "cost_of_not_doing": "x" * 39})
    enough = a_formulation(**{**GOOD, "cost_of_not_doing": "x" * 40})

    assert ("cost_of_not_doing", "g-short", "W") in told(short)
    assert ("cost_of_not_doing", "g-short", "W") not in told(enough)


def test_own_words_are_left_alone_and_others_words_are_looked_at() -> None:
    """What matters is theirs; what tends to happen is the worker's."""
    worker = a_trigger(tends_to_happen="He becomes aggressive and refuses to leave.")
    it = a_formulation(
        what_matters="To be mad and difficult if I like", triggers=(worker,)
    )

    found = [(p.where, p.flag.text) for p in flags_of_formulation(it, the_rules())]

    assert ("trigger.1.tends", "aggressive") in found
    assert ("trigger.1.tends", "refuses") in found
    assert not [where for where, _text in found if where == "what_matters"]


def test_a_view_kept_beside_others_is_told_and_not_questioned() -> None:
    """What a colleague thinks is theirs: to know, and no more."""
    view = Disagreement("Night staff", "She is manipulative.", "Talked about on Friday")
    it = a_formulation(**GOOD, disagreements=(view,))

    assert ("disagreement.1.view", "b-manipulative", "I") in told(it)


SYLLABLES = {
    "cat": 1, "walked": 1, "wanted": 2, "people": 2, "little": 2, "the": 1, "make": 1,
    "making": 2, "happy": 2, "happier": 3, "idea": 3, "science": 2, "medication": 4,
    "formulation": 4, "community": 4, "café": 2, "crowds": 1, "buses": 2, "houses": 2,
    "tired": 1, "quiet": 2, "being": 2, "doing": 2, "used": 1, "usually": 4,
    "support": 2, "worried": 2, "lovely": 2, "something": 2, "sometimes": 2, "area": 3,
    "video": 3, "money": 2, "asked": 1, "needed": 2, "agreement": 3, "careful": 2,
    "likely": 2, "eyes": 1, "goes": 1, "please": 1, "apple": 2, "tables": 2, "poem": 2,
    "situation": 4, "decision": 3, "friend": 1, "beautiful": 3, "couldn't": 2,
    "she's": 1, "going": 2, "studying": 3, "helped": 1, "hospital": 3, "someone": 2,
    "neighbour": 2, "appointment": 3, "anxious": 2, "breathe": 1, "minute": 2,
    "together": 3, "evening": 3, "every": 3, "business": 2, "library": 3,
}  # fmt: skip
"""Counted by ear."""


def test_syllables_are_counted_as_they_are_heard() -> None:
    """Right for nine words in ten, which is as near as the formula is."""
    right = [word for word, heard in SYLLABLES.items() if syllables(word) == heard]

    assert len(right) / len(SYLLABLES) >= 0.9


def test_the_grade_is_that_of_the_formula() -> None:
    """0.39 words a sentence, 11.8 syllables a word: reckoned by hand."""
    text = "The cat sat on the mat. " * 10

    assert grade(text) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade("The cat sat.") is None


def test_a_text_by_itself_is_held_against_what_it_is_to_be() -> None:
    """A formulation wants own words, text for the person wants short words."""
    plain = "She has bipolar disorder."

    assert [flag.rule for flag in structure(plain, "formulation")] == [
        "g-no-own-words",
        "g-diagnosis",
    ]
    assert structure(plain, "note") == ()
    assert structure(plain, "person") == ()
