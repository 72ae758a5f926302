"""Units of alcohol from millilitres and strength: ml x ABV / 1000.

Source: practice reference 4.5. It is help with reckoning, never a sum about a person.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

MEASURES = {
    "half a pint": 284,
    "half pint": 284,
    "half": 284,
    "pint": 568,
    "can": 440,
    "single": 25,
    "shot": 25,
    "double": 50,
}
"""Millilitres of measures that mean one thing in the UK; a glass or a bottle can be
any size."""
MOST_ML = 10_000
STRONGEST = 100
_NUMBER = r"\d{1,5}(?:[.,]\d{1,2})?"
_DRINK = re.compile(
    rf"(?:(?P<many>{_NUMBER}|an?|one|two|three|four) )?"
    rf"(?:(?P<ml>{_NUMBER})(?![\d.])(?: ?mls?)?|(?P<measure>{'|'.join(MEASURES)})s?)"
    rf"(?: (?:of|at))? ?(?:(?:beer|lager|cider|spirit|wine|stout) ?(?:of|at)? ?)?"
    rf"(?<!\d)(?P<strength>{_NUMBER}) ?%?(?: ?abv)?"
)
_MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
NOT_A_DRINK = say(
    "must be millilitres and strength, like 568 4, or a pint of 4%. "
    "A glass or a bottle can be any size"
)


@record
class Units:
    """How much it was, how strong, and the units in tenths."""

    millilitres: int
    strength: str
    tenths: int


def tenths_of(millilitres: Decimal, strength: Decimal) -> int:
    """Return the units of so many millilitres of a strength in per cent, in tenths."""
    exact = millilitres * strength / 1000
    return int((exact * 10).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def parse_drink(raw: str) -> Units:
    """Return the units meant by "568 4" or "a pint of 4%". Raises ValueError."""
    text = " ".join(raw.casefold().replace(",", ".").split())
    found = _DRINK.fullmatch(text)
    if found is None:
        raise ValueError(NOT_A_DRINK)
    try:
        size = Decimal(found["ml"] or MEASURES[found["measure"]])
        many = Decimal(_MANY.get(found["many"] or "a") or found["many"])
        strength = Decimal(found["strength"])
    except InvalidOperation:  # pragma: no cover - the pattern lets numbers through only
        raise ValueError(NOT_A_DRINK) from None
    if not 0 < size * many <= MOST_ML:
        raise ValueError(
            say("must be from 1 to {most} millilitres", most=f"{MOST_ML:,}")
        )
    if not 0 <= strength <= STRONGEST:
        raise ValueError(say("must have a strength from 0 to 100 per cent"))
    said = format(strength.normalize(), "f")
    return Units(int(size * many), said, tenths_of(size * many, strength))


def say_units(tenths: int) -> str:
    """Return "2.3 units", "1 unit", "no units"."""
    if tenths == 10:
        return say("1 unit")
    return say("{number} units", number=figures(tenths))


def figures(tenths: int) -> str:
    """Return tenths of a unit as a number of units: "2.5", "3"."""
    whole, part = divmod(tenths, 10)
    return f"{whole}.{part}" if part else str(whole)


def units_typed(raw: str) -> str:
    """Return a limit as the number of units it is, however it was typed."""
    return figures(parse_limit(raw))


def parse_limit(raw: str) -> int:
    """Return a limit in tenths of a unit: "0", "2.5", "3 units", or a drink."""
    text = raw.strip().casefold().removesuffix("units").removesuffix("unit").strip()
    if re.fullmatch(r"\d{1,2}(?:[.,]\d)?", text):
        return int(Decimal(text.replace(",", ".")) * 10)
    try:
        return parse_drink(raw).tenths
    except ValueError:
        raise ValueError(
            say("must be units, like 0 or 2.5, or a drink, like a pint of 4%")
        ) from None
