"""What every record is: compared by value, never changed, silent about its words."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from inclusion_cli.domain.person import Person
from inclusion_cli.domain.values import Choice

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
