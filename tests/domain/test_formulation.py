"""The formulation: nothing without a trigger, nobody limited without grounds."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.formulation import (
    CONTROL_KINDS,
    LAWFUL_BASES,
    TRIGGER_KINDS,
    Control,
    ControlKind,
    TriggerKind,
)
from tests.builders import a_formulation, a_scenario, a_trigger

GROUNDS = {
    "harm": "Money was taken twice",
    "lawful_basis": "agreed",
    "tried": "A worker near",
    "ends_when": "Three calm evenings",
}


def a_restriction(**told: str) -> Control:
    """Return a restriction."""
    grounds: dict[str, Any] = {**GROUNDS, **told}
    return Control("No evening events", ControlKind.RESTRICTION, "t1", **grounds)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"triggers": ()}, "a formulation names at least one trigger"),
        ({"strengths": ()}, "a formulation names 2 strengths"),
        ({"strengths": ("Walks far",)}, "a formulation names 2 strengths"),
        (
            {"controls": (Control("Go early", ControlKind.SUPPORT, "t9"),)},
            "each control names a trigger of this formulation",
        ),
        (
            {"scenarios": (a_scenario(triggers=("t9",)),)},
            "each scenario names triggers of this formulation",
        ),
        (
            {"scenarios": (a_scenario(),) * 4},
            "a formulation has 3 scenarios at most",
        ),
    ],
)
def test_a_formulation_is_a_link_not_a_list(told: dict[str, Any], why: str) -> None:
    """A trigger, two strengths, and no control that answers nothing."""
    with pytest.raises(ValueError, match=f"^{why}$"):
        a_formulation(**told)


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_restriction_without_one_of_its_grounds_is_refused(ground: str) -> None:
    """Why, on what basis, what was tried first, and what ends it."""
    with pytest.raises(ValueError, match=r"^a restriction says why, on what basis"):
        a_restriction(**{ground: ""})


def test_a_restriction_with_all_its_grounds_is_kept() -> None:
    """It can be justified, so it can be looked at."""
    assert a_restriction().ends_when == "Three calm evenings"


@pytest.mark.parametrize("kind", [k for k in ControlKind if k.value != "restriction"])
def test_what_is_no_restriction_needs_no_grounds(kind: ControlKind) -> None:
    """Support is not a limit."""
    assert Control("Go at 10am", kind, "t1").harm == ""


def test_triggers_no_control_answers_are_named() -> None:
    """Risk nobody is managing, in the order it was told."""
    bus, pub, bank = (a_trigger(id=f"t{n}", situation=str(n)) for n in (1, 2, 3))
    control = Control("Go at 10am", ControlKind.SUPPORT, "t2")

    told = a_formulation(triggers=(bus, pub, bank), controls=(control,))

    assert told.unanswered() == (bus, bank)
    assert a_formulation().unanswered() == ()


def test_every_kind_can_be_chosen_and_nothing_else() -> None:
    """The choices are the kinds, one for one."""
    assert [c.key for c in TRIGGER_KINDS] == [kind.value for kind in TriggerKind]
    assert [c.key for c in CONTROL_KINDS] == [kind.value for kind in ControlKind]


def test_staffing_is_no_lawful_basis() -> None:
    """The seven bases of the practice reference, section 1.2."""
    assert [choice.key for choice in LAWFUL_BASES] == [
        "agreed",
        "tenancy",
        "best_interests",
        "court",
        "mha",
        "justice",
        "emergency",
    ]
