"""Orphans both ways: risk without an answer, and rules without a situation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.alarms import Side, alarms
from inclusion_cli.domain.formulation import (
    Control,
    ControlKind,
    Formulation,
    Signed,
    SignOff,
    Status,
    same_content,
)
from inclusion_cli.domain.formulation_parts import Former
from inclusion_cli.domain.formulation_steps import missing_triggers, missing_words
from tests.builders import (
    SIGNED,
    a_formulation,
    a_step,
    a_trigger,
    a_whole_formulation,
    day,
)
from tests.domain.making import a_case, keep, ladder
from tests.domain.record_strategies import formulations

RULE = Control("Phones off at 10", ControlKind.SUPPORT, "")
WHY = "The fire panel is in that room"


def rung(formulation: Formulation, **told: Any) -> list[tuple[Side, str]]:
    """Return the alarms of a file with a formulation, on the 4th day."""
    case = a_case(formulation=keep(formulation), **told)
    return [(a.side, a.says) for a in alarms(case, None, on=day(4))]


def test_what_is_done_for_no_situation_rings_as_caution() -> None:
    """Probably a blanket rule, until it is tied, dropped or reasoned."""
    told = a_formulation(controls=(*a_formulation().controls, RULE))

    assert rung(told) == [
        (
            Side.CAUTION,
            '"Phones off at 10" is for no situation. It may be a blanket rule.',
        )
    ]


def test_a_reason_quiets_either_orphan_and_keeps_it() -> None:
    """Reasoned is shown, not alarmed."""
    told = a_whole_formulation()

    assert rung(told) == []
    assert [t.id for t in told.unanswered()] == ["t2"]
    assert [c.text for c in told.untied()] == ["Ring the bell at the back"]


def test_a_restriction_for_no_situation_is_refused() -> None:
    """A limit on somebody answers something, or it is not there."""
    with pytest.raises(ValueError, match=r"^a restriction names the trigger"):
        Control("No card", ControlKind.RESTRICTION, "", "x", "agreed", "y", "z")


@given(formulation=formulations, why=st.text(max_size=3))
def test_orphans_are_counted_once_on_either_side(
    formulation: Formulation, why: str
) -> None:
    """Each trigger is answered, reasoned or a risk; each control tied, so or a rule."""
    ids = {c.trigger for c in formulation.controls}
    reasoned = replace(
        formulation,
        triggers=tuple(
            replace(t, unanswered_because=why) for t in formulation.triggers
        ),
        controls=tuple(
            replace(c, no_trigger_because=why) for c in formulation.controls
        ),
    )

    assert set(formulation.open_risks()) <= set(formulation.unanswered())
    assert all((t.id in ids) != (t in formulation.unanswered())
               for t in formulation.triggers)  # fmt: skip
    assert set(formulation.blanket_rules()) <= set(formulation.untied())
    assert bool(reasoned.open_risks()) == bool(formulation.unanswered() and not why)
    assert bool(reasoned.blanket_rules()) == bool(formulation.untied() and not why)


# --- versions and names -------------------------------------------------------------


@pytest.mark.parametrize(
    ("signs", "status"),
    [
        ((), Status.DRAFT),
        (SIGNED[:1], Status.DRAFT),
        (SIGNED[1:], Status.DRAFT),
        (SIGNED, Status.CURRENT),
        ((SignOff("person", Signed.DECLINED, day(1)), SIGNED[1]), Status.CURRENT),
        ((SignOff("person", Signed.NOT_ASKED, day(1), why="Away"), SIGNED[1]),
         Status.CURRENT),
    ],
)  # fmt: skip
def test_it_is_a_draft_until_it_is_signed(
    signs: tuple[SignOff, ...], status: Status
) -> None:
    """The worker signs, and the person's answer is there, whatever it is."""
    told = a_formulation(sign_offs=signs)

    assert told.status(newest=1) is status
    assert told.status(newest=2) is Status.SUPERSEDED


def test_signing_and_a_new_day_change_no_word() -> None:
    """The same is the same, whoever signed it; one word more is not."""
    old = a_whole_formulation()

    later = replace(old, version=2, review_on=day(200), sign_offs=())

    assert same_content(old, later)
    assert not same_content(old, replace(later, identity="None"))


# --- steps --------------------------------------------------------------------------


def test_a_step_may_not_meet_what_the_formulation_lacks_unseen() -> None:
    """A situation taken out since is named by its words; one typed as it was."""
    told = a_formulation(former=(Former("t2", "The pub"),))
    step = a_step(triggers=("t1", "t2", "t9", "Fireworks", "the 8:15 BUS"))

    assert missing_triggers(told, step) == (
        "The pub",
        "a situation of an earlier version",
        "Fireworks",
    )
    assert missing_triggers(told, a_step()) == ()
    assert missing_words(told, a_step(triggers=("t2",))) == (
        'Step 1 meets "The pub", which the formulation does not have.'
    )
    assert missing_words(None, a_step(triggers=("Dogs",))) == (
        'Step 1 meets "Dogs", and there is no formulation yet.'
    )


def test_the_step_that_is_on_rings_when_it_meets_what_is_not_there() -> None:
    """It is a risk nobody has thought about."""
    told = rung(a_formulation(), steps=ladder(triggers=("Fireworks",)))

    assert told == [
        (
            Side.RISK,
            'Step 1 meets "Fireworks", which the formulation does not have.',
        )
    ]


def test_the_same_step_with_what_is_there_rings_nothing() -> None:
    """By its id, or by its words."""
    steps = ladder(triggers=("t1", "The 8:15 bus"))

    assert rung(a_formulation(triggers=(a_trigger(),)), steps=steps) == []
