"""Each of the thirty rules speaks where it must, and is silent where it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.audit import Grade
from inclusion_cli.domain.audit_rules import NAMES, RULES
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.formulation_events import early
from tests.builders import a_debrief, a_trigger, day
from tests.domain.audit.building import (
    AGREED,
    LOAN,
    SHOP,
    TILL,
    lately,
    one,
    with_limit,
)
from tests.domain.audit.firing import FIRES
from tests.domain.audit.making import TODAY, calm, run
from tests.domain.audit.more import MORE_FIRES, MORE_SILENT
from tests.domain.audit.silence import SILENT
from tests.domain.making import good

if TYPE_CHECKING:
    from inclusion_cli.domain.audit import AuditFinding
    from tests.domain.audit.building import Told


def found(told: Told, only: str) -> tuple[AuditFinding, ...]:
    """Return what one rule finds."""
    it = run(*told.cases, only=only, service=told.service, proof=told.proof)
    return it.findings


def each(more: dict[str, dict[str, Any]]) -> list[Any]:
    """Return every further example, named."""
    return [
        pytest.param(name, make, id=f"{name}: {what}")
        for name, examples in more.items()
        for what, make in examples.items()
    ]


def test_there_are_thirty_and_each_has_both() -> None:
    """Numbers 1 to 30, a name of its own each, one example that fires, one silent."""
    assert [rule.number for rule in RULES] == list(range(1, 31))
    assert len(NAMES) == 30
    assert FIRES.keys() == NAMES.keys()
    assert SILENT.keys() == NAMES.keys()


def test_the_grades_are_those_of_the_reference() -> None:
    """Practice reference 6.4."""
    graded = {
        grade: [rule.number for rule in RULES if rule.grade is grade] for grade in Grade
    }

    assert graded[Grade.A] == [1, 2, 3, 4, 5, 6, 7, 26]
    assert graded[Grade.C] == [20, 22, 24, 25, 29]


@pytest.mark.parametrize("name", list(NAMES))
def test_it_fires(name: str) -> None:
    """Each finding names its rule, what it found, and a command that mends it."""
    findings = found(FIRES[name](), name)

    assert findings
    assert all(f.rule == name and f.says and f.mend for f in findings)
    assert all(f.key.startswith(f"{name}:") for f in findings)


@pytest.mark.parametrize("name", list(NAMES))
def test_it_is_rightly_silent(name: str) -> None:
    """The near miss: the one fact that matters is other there."""
    assert [f.says for f in found(SILENT[name](), name)] == []


@pytest.mark.parametrize(("name", "make"), each(MORE_FIRES))
def test_it_fires_for_this_too(name: str, make: Any) -> None:
    """What else the rule of the reference names."""
    assert found(make(), name)


@pytest.mark.parametrize(("name", "make"), each(MORE_SILENT))
def test_it_is_silent_for_this_too(name: str, make: Any) -> None:
    """What looks like it and is not."""
    assert [f.says for f in found(make(), name)] == []


@pytest.mark.parametrize(("name", "make"), [*FIRES.items(), *each(MORE_FIRES)])
def test_a_finding_names_nobody_and_quotes_nothing(name: str, make: Any) -> None:
    """It is kept in the service's file: what was said stays in the person's."""
    told = make()
    said = " ".join(f.says for f in found(told, name))
    private = {"Amina", "Khan", "8:15", "canal", "neighbour", "20 pounds", "The till"}

    assert [word for word in private if word in said] == []


def test_a_limit_that_lies_idle_is_named_once_by_its_place() -> None:
    """Rule 9 names it with its situation; rule 10 only what rule 9 cannot tell."""
    idle = lately(triggers=(a_trigger(), TILL), controls=(AGREED,))
    aside = lately(triggers=(a_trigger(), SHOP), controls=(AGREED,))

    (nine,) = found(one(calm(**idle)), "trigger-not-met")
    (ten,) = found(one(calm(**aside)), "limit-never-used")

    assert "line 1 of what we do in situation 2" in nine.says
    assert ten.says.startswith("An agreement: line 1 of what we do in situation 2.")
    assert found(one(calm(**idle)), "limit-never-used") == ()
    assert found(one(calm(**aside)), "trigger-not-met") == ()


def test_a_limit_placed_at_once_is_mended_by_signing_it_off() -> None:
    """A look at it is refused until the rest was asked."""
    late = with_limit(number=33, emergency=True, signed_on=None)

    (unsigned,) = found(late, "limit-not-sound")
    (overdue,) = found(with_limit(number=2), "limit-not-sound")

    assert unsigned.mend[:2] == ("restriction", "sign")
    assert overdue.mend[:2] == ("restriction", "review")


def test_the_events_that_call_for_a_look_are_those_of_home() -> None:
    """One number: what rule 4 sees, too, is counted with what is rule 8's alone."""
    told = a_debrief(33, money=LOAN, concerns=(Concern.CRISIS, Concern.MONEY))
    case = calm(*good(3), told)

    (finding,) = found(one(case), "formulation-out-of-date")

    assert len(early(case, on=day(TODAY))) == 2
    assert finding.says.startswith("2 events call for an early look")
