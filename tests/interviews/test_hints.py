"""`?` says what a question means, and not how to press keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.cli.plan import any_step
from inclusion_cli.interviews import (
    consent,
    debrief,
    disclosure,
    formulation,
    observe,
    partner,
    partner_brief,
    plan,
    review,
)
from inclusion_cli.interviews.hints import HINTS, SHARED, hint_of
from tests.cli.test_contract import GUIDED
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inclusion_cli.interviews.question import Question
    from tests.conftest import Run

FORMS: dict[str, Callable[[], Iterable[Question]]] = {
    "consent": lambda: consent.every_question(NOW.date()),
    "debrief": debrief.every_question,
    "disclosure": lambda: disclosure.questions("Amina", NOW.date()),
    "formulation": formulation.every_question,
    "observation": observe.every_question,
    "partner": lambda: partner.every_question(NOW.date()),
    "partner_brief": lambda: partner_brief.every_question(NOW.date()),
    "review": review.every_question,
    "step_add": lambda: plan.step_questions(any_step(), {}),
}
TELLING = 15
"""Letters that say more than a key does."""


@pytest.mark.parametrize("form", FORMS)
def test_no_question_of_the_main_forms_is_without_a_hint(form: str) -> None:
    """Each says in a sentence what it means, mostly with an example."""
    silent = [
        question.key
        for question in FORMS[form]()
        if len(question.hint or hint_of(form, question.key)) < TELLING
    ]

    assert silent == []


def test_every_hint_belongs_to_a_question() -> None:
    """A question that is gone takes its hint along."""
    asked = {
        name
        for form, questions in FORMS.items()
        for question in questions()
        for bare in (_bare(question.key),)
        for name in (bare, f"{form}:{bare}")
    }

    assert HINTS.keys() - asked == set()


def _bare(key: str) -> str:
    head, *rest = key.split(".")
    return f"{head}.{rest[-1]}" if rest else head


def test_a_form_has_its_own_words_where_a_key_means_another_thing() -> None:
    """What is "more" of a formulation is not "more" of a step."""
    assert hint_of("formulation", "more") != hint_of("step_edit:1", "more")
    assert hint_of("debrief", "place") != hint_of("step_add", "place")
    assert hint_of("nothing", "of the kind") == ""


def test_no_question_of_any_form_has_the_help_of_another_one(run: Run) -> None:
    """Where forms share a key, it is written down of which of them its words are true.

    It walks every command that asks, so that a new one is tried as soon as it is there.
    """
    forms: dict[str, set[str]] = {}
    for words in GUIDED:
        told = run(*words, "--questions", "--json").data
        form = "step_add" if told["form"] == "step_edit" else told["form"]
        if form != "amend":  # it asks what the form of the record asks
            for question in told["questions"]:
                forms.setdefault(_bare(question["key"]), set()).add(form)

    shared = {key for key, among in forms.items() if key in HINTS and len(among) > 1}
    assert shared - SHARED.keys() == set()
    strangers = {
        (form, key)
        for key, among in forms.items()
        for form in among
        if key in SHARED and form not in SHARED[key]
        and hint_of(form, key) == HINTS[key]
    }  # fmt: skip
    assert strangers == set()


def test_a_concern_is_not_helped_with_words_about_sleep() -> None:
    """Nor is an incident with beer; a record that is mended has no help of another."""
    assert "sleep" not in hint_of("concern", "seen")
    assert hint_of("incident", "what") == ""
    assert hint_of("amend", "seen") == ""
    assert "sleep" in hint_of("observation:2", "seen")
