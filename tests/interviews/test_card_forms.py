"""The questions of a card: short on the usual path, deep where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.debrief import SignSeen, Tried
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.interviews.card import write_form
from inclusion_cli.interviews.card_print import check_form, print_form, returned_form
from inclusion_cli.interviews.walk import walk
from tests.builders import A_CRISIS_CALL, a_card, a_debrief, a_whole_card, criteria, day
from tests.documents.a_case import NUMBERS
from tests.domain.making import a_case, keep, ladder, stop_for

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Form

TODAY = day(10)
ROWS: dict[str, str | None] = {
    **{f"sign{n}.1.text": f"sign {n}" for n in (1, 2, 3, 4)},
    **{f"mine{n}.1.text": f"I do {n}" for n in (1, 2, 3, 4)},
}


def form(case: Casefile | None = None) -> Form:
    """Return the form of a card."""
    return write_form(case or a_case(), TODAY)


def keys(asked: Form, raws: dict[str, str | None]) -> list[str]:
    """Return what is open, given some answers."""
    return [q.key for q in walk(asked, {**asked.known, **raws}).open()]


def test_the_usual_path_asks_for_no_detail() -> None:
    """Stages, what does not help, whom to ring: nothing more."""
    open_keys = keys(form(), ROWS)

    assert {key.partition(".")[0] for key in open_keys} == {
        *(f"sign{n}" for n in (1, 2, 3, 4)),
        *(f"mine{n}" for n in (1, 2, 3, 4)),
        *(f"others{n}" for n in (2, 3, 4)),
        *("not_helpful", "contact", "on_call", "crisis_team"),
    }
    assert {key.rpartition(".")[2] for key in open_keys if "." in key} == {
        "text",
        "name",
        "number",
    }


def test_adding_more_opens_what_was_chosen_and_nothing_else() -> None:
    """Details of one sign are five questions; the other rows stay as they are."""
    before = set(keys(form(), ROWS))
    told = {**ROWS, "more": "signs,told", "more_signs": "sign3.1"}

    opened = set(keys(form(), told)) - before

    details = ("domain", "usual", "change", "noticed", "example")
    assert opened == {
        *(f"sign3.1.{detail}" for detail in details),
        *("says_first", "told_how"),
    }


def test_how_one_is_when_well_has_no_details() -> None:
    """Nothing changes then."""
    told = {**ROWS, "more": "signs"}
    asked = walk(form(), {**told}).asked
    (which,) = (q for q in asked if q.key == "more_signs")

    assert [choice.key for choice in which.choices] == ["sign2.1", "sign3.1", "sign4.1"]


def test_a_new_version_asks_nothing_of_what_is_known() -> None:
    """Known details are not asked again, and those left open stay so."""
    case = a_case(card=keep(a_whole_card()))

    open_keys = keys(form(case), {})

    assert all(key.endswith((".text", ".name", ".number")) for key in open_keys)
    assert not walk(form(case), form(case).known).problems


def test_an_action_carries_how_often_it_was_tried_and_helped() -> None:
    """Beside the words, where they may be changed."""
    debrief = a_debrief(2, tried=(Tried("I do 2", "m2-1", 8),))
    case = a_case(debrief, card=keep(a_card()))

    found = walk(form(case), form(case).known)
    page = {q.key: q.say(found.answers[q.key]) for q in found.usual() if q.key in ROWS}

    assert page["mine2.1.text"] == "I do 2 (tried 1, helped 1)"
    assert page["mine3.1.text"] == "I do 3"


def test_what_the_debriefs_suggest_stands_at_the_top() -> None:
    """And where the plan says something else."""
    paces = (SignSeen("", "Paces", 2),) * 2
    case = a_case(a_debrief(2, signs=paces), card=keep(a_whole_card()))

    assert form(case).intro == (
        "Use Amina's own words, as they would say them.",
        'Seen 2 times and not on the card: "Paces".',
        (
            'The card says: at "I\'m struggling", the step pauses. '
            "Step 1 has no pause sign for that."
        ),
        (
            'The card names "If there is a crisis call: the step pauses". '
            "That is not agreed for step 1."
        ),
    )


def test_the_steps_own_pause_signs_are_shown_and_can_be_chosen() -> None:
    """So that card and plan say the same."""
    steps = ladder(criteria=criteria(pause=[stop_for(A_CRISIS_CALL)]))
    told = {**ROWS, "more": "step_up", "step_change": "pause"}

    asked = {q.key: q for q in walk(form(a_case(steps=steps)), told).asked}

    assert asked["step_change"].before({}) == (
        "Step 1 has: If there is a crisis call: the step pauses.",
    )
    assert [c.label for c in asked["pauses"].choices] == [
        "If there is a crisis call: the step pauses."
    ]


def test_the_next_print_starts_from_what_was_added_last() -> None:
    """For the person; a line that is offered no more is left out."""
    paper = Paper(
        PaperKind.CARD, day(1), "Amina", "to carry", 1, "a6", Holder.PERSON,
        ("name", "gone"),
    )  # fmt: skip
    asked: dict[str, Any] = {
        q.key: q
        for case in (a_case(papers=(keep(paper),)),)
        for q in walk(print_form(case, NUMBERS, day(1)), {}).asked
    }

    assert asked["adds"].default == "name"
    assert asked["size"].default == "a4"
    assert "recipient" not in asked


def test_a_draft_whose_card_or_copy_is_gone_still_reads() -> None:
    """Undone meanwhile, it is no crash on home."""
    told = {"copy": "paper-1", "ended": "lost", "right": "yes", "numbers": "lines"}

    assert walk(returned_form(a_case()), told).asked == []
    assert not walk(check_form(a_case(), TODAY), told).problems
