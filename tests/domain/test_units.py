"""Units from millilitres and strength: help with reckoning, never a judgement."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.units import (
    figures,
    parse_drink,
    parse_limit,
    say_units,
    tenths_of,
    units_typed,
)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("568 4", "2.3 units"),
        ("568ml 4%", "2.3 units"),
        ("568 ml of 4%", "2.3 units"),
        ("a pint of 4%", "2.3 units"),
        ("A Pint of lager 4.5% ABV", "2.6 units"),
        ("half a pint of 4%", "1.1 units"),
        ("2 pints of 5%", "5.7 units"),
        ("two pints of 5%", "5.7 units"),
        ("a can of 5%", "2.2 units"),
        ("175 ml 13%", "2.3 units"),
        ("750 ml of wine at 12.5%", "9.4 units"),
        ("25 40", "1 unit"),
        ("a single of 40%", "1 unit"),
        ("a double 37.5", "1.9 units"),
        ("568 0", "0 units"),
    ],
)
def test_millilitres_times_strength_divided_by_1000(typed: str, says: str) -> None:
    """However a drink is typed, it is the same drink."""
    assert say_units(parse_drink(typed).tenths) == says


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("a glass of wine", "can be any size"),
        ("a bottle of 12%", "can be any size"),
        ("lots", "can be any size"),
        ("", "can be any size"),
        ("568 400", "0 to 100"),
        ("0 4", "1 to 10,000"),
        ("99999 4", "1 to 10,000"),
        ("-5 4", "can be any size"),
    ],
)
def test_what_is_no_drink_is_said_so(typed: str, why: str) -> None:
    """A glass or a bottle can be any size: the millilitres are asked for."""
    with pytest.raises(ValueError, match=why):
        parse_drink(typed)


@given(st.integers(1, 5000), st.decimals(0, 100, places=1))
def test_more_of_it_or_stronger_is_never_fewer_units(ml: int, abv: Decimal) -> None:
    """It grows with both, and is the product to the nearest tenth."""
    now = tenths_of(Decimal(ml), abv)
    assert tenths_of(Decimal(ml + 100), abv) >= now
    assert tenths_of(Decimal(ml), abv + 1) >= now
    assert abs(Decimal(now) / 10 - ml * abv / 1000) <= Decimal("0.05")


@given(st.integers(0, 999))
def test_a_limit_can_be_typed_as_it_is_shown(tenths: int) -> None:
    """What stands on the check page is read as the same limit."""
    assert parse_limit(figures(tenths)) == tenths
    assert parse_limit(say_units(tenths)) == tenths
    assert units_typed(units_typed(figures(tenths))) == figures(tenths)


def test_a_limit_can_be_a_drink() -> None:
    """Or a number of units; never a word that could be any number."""
    assert parse_limit("a pint of 4%") == 23
    assert parse_limit("0") == 0
    with pytest.raises(ValueError, match="must be units"):
        parse_limit("not much")
