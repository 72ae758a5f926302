"""What every record is: compared by value, never changed, silent about its words."""

from __future__ import annotations

import dataclasses
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from inclusion_cli.domain.home import Home
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.record import fields_of, replace
from inclusion_cli.domain.values import Choice
from tests.builders import a_step

AMINA = Person("AK-014", "Amina Khan", "Amina")


def test_two_records_of_the_same_values_are_one() -> None:
    """They are equal and have one hash; another value or another kind is not equal."""
    again = Person("AK-014", "Amina Khan", "Amina")

    assert again == AMINA
    assert hash(again) == hash(AMINA)
    assert replace(AMINA, known_as="Mina") != AMINA
    assert Choice("AK-014", "Amina Khan") != AMINA  # type: ignore[comparison-overlap]


def test_a_record_is_never_changed() -> None:
    """No field can be set again, added or taken away."""
    with pytest.raises(FrozenInstanceError, match="known_as"):
        AMINA.known_as = "Mina"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="nickname"):
        AMINA.nickname = "Mina"  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError, match="known_as"):
        del AMINA.known_as

    assert AMINA.known_as == "Amina"


def test_a_record_says_nothing_of_what_is_in_it() -> None:
    """Whatever prints it by mistake prints no name."""
    assert "Amina" not in repr(AMINA)


def test_dataclasses_takes_a_record_for_one() -> None:
    """Its fields, with their defaults and makers; and it is replaced field by field."""
    found = {f.name: f for f in dataclasses.fields(Home)}

    assert dataclasses.is_dataclass(AMINA)
    assert list(found) == [own.name for own in fields_of(Home)]
    assert found["practice"].default is False
    assert found["people"].default is dataclasses.MISSING
    assert dataclasses.replace(AMINA, known_as="Mina") == replace(
        AMINA, known_as="Mina"
    )


def test_what_was_worked_out_once_is_not_taken_for_a_field() -> None:
    """A step that has read its criteria is replaced like one that has not."""
    step = a_step()
    assert step.agreed

    assert replace(step, title="Another").title == "Another"


@pytest.mark.parametrize(
    "wrong", [{"code": "AK-014"}, {"code": "A", "name": "A", "known_as": "A", "x": 1}]
)
def test_a_record_lacks_nothing_and_has_nothing_else(wrong: dict[str, Any]) -> None:
    """What is missing, or unknown, is named."""
    with pytest.raises(TypeError, match="Person lacks or does not have: "):
        Person(**wrong)
