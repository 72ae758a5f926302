"""What goes along to the right person's file, and what stays behind."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from hypothesis import given

from inclusion_cli.domain.card import Card, Sign
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.debrief import Debrief, Happened, SignSeen
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.refile import moved, steps_then
from tests.builders import a_card, a_debrief, a_step, at, day
from tests.domain.record_strategies import told_debriefs

if TYPE_CHECKING:
    from inclusion_cli.domain.plan import Step

TIED = {"step", "session", "signs", "tried", "behaviours", "limits"}
ABOUT_FEAR = {"feared", "belief_before", "belief_after"}


def kept(record: Any, name: str, number: int = 1) -> Kept[Any]:
    """Return a record of the n-th day."""
    return Kept(name, f"entry-{name}", "file", record, "sam", at(number), at(number))


def started(step: str, number: int) -> Kept[Decision]:
    """Return the start of a step on the n-th day."""
    said = Decision(step, Choice.START, day(number), to_step=step)
    return kept(said, f"start-{step}", number)


def a_case(code: str, step: Kept[Step], card: Card | None = None) -> Casefile:
    """Return a person with one step that is on."""
    return Casefile(
        kept(Person(code, f"Name {code}", "Name"), f"person-{code}"),
        steps=(step,),
        decisions=(started(step.id, 1),),
        card=kept(card, f"card-{code}") if card else None,
    )


WRONG = a_case("BB-002", kept(a_step(fear="They will stare"), "step-1"), a_card())
RIGHT_STEP = kept(a_step(fear="They will laugh"), "step-9")
RIGHT = a_case("AA-001", RIGHT_STEP)


@given(told_debriefs)
def test_every_word_goes_along(said: Debrief) -> None:
    """What is not tied to the wrong person's own things is as it was, to the letter."""
    debrief = kept(replace(said, step="step-1"), "debrief-1")

    found = moved(debrief, WRONG, RIGHT, RIGHT_STEP).record

    same = {f.name for f in fields(Debrief)} - TIED - ABOUT_FEAR
    assert all(getattr(found, name) == getattr(said, name) for name in same)
    assert found.step == "step-9"
    assert [t.text for t in found.tried] == [t.text for t in said.tried]
    assert [s.text for s in found.signs or ()] == [s.text for s in said.signs or ()]


def test_answers_about_another_fear_stay_behind_and_are_named() -> None:
    """Whether they were stared at says nothing of being laughed at."""
    debrief = a_debrief(feared=Happened.YES, behaviours=("b1",))

    found = moved(debrief, WRONG, RIGHT, RIGHT_STEP)

    assert (found.record.feared, found.record.behaviours) == (None, None)
    assert found.left == (
        "what they do to feel safe",
        "whether what was feared happened",
    )


def test_the_same_fear_goes_along() -> None:
    """It was asked in the same words."""
    step = kept(a_step(fear="they will stare"), "step-9")

    found = moved(a_debrief(feared=Happened.YES), WRONG, RIGHT, step)

    assert found.record.feared is Happened.YES
    assert found.left == ()


def test_a_sign_is_the_right_cards_own_where_it_has_it() -> None:
    """By its words; else it stays in words, at the stage it was seen at."""
    card = a_card()
    stage = replace(card.stages[2], signs=(Sign("s3-7", "Sign 2"),))
    right = a_case("AA-001", RIGHT_STEP, replace(
        card, stages=(*card.stages[:2], stage, card.stages[3])))  # fmt: skip
    seen = (SignSeen("s2-1", "sign 2", 2), SignSeen("s2-4", "Hums", 2))

    found = moved(a_debrief(signs=seen), WRONG, right, RIGHT_STEP)

    assert found.record.signs == (
        SignSeen("s3-7", "sign 2", 3),
        SignSeen("", "Hums", 2),
    )


def test_only_steps_that_had_begun_are_offered() -> None:
    """A session belongs to a step that was on by then."""
    later = kept(a_step(number=2), "step-2")
    case = replace(
        RIGHT,
        steps=(RIGHT_STEP, later, kept(a_step(number=3), "step-3")),
        decisions=(started("step-9", 1), started("step-2", 5)),
    )

    assert [step.id for step in steps_then(case, day(4))] == ["step-9"]
    assert [step.id for step in steps_then(case, day(5))] == ["step-2", "step-9"]
