"""Which measure is taken: those that are on, and what is said of the others."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.measure_table import Embed, Instrument
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.question import Question, choose
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.interviews.measure import Taking

SOME = 2


def which(it: Taking) -> Question:
    """Return the question which measure is taken, of those that are on."""
    choices = tuple(Choice(one.key, one.name) for one in it.instruments)
    asked = choose(
        "instrument",
        say("Which measure?"),
        say("Measure"),
        choices,
        before=lambda _a: _others_off(it),
    )
    return replace(asked, parse=lambda raw: _in_use(it, raw, asked.parse))


def _others_off(it: Taking) -> tuple[str, ...]:
    """Return a line of the measures that are off, and where they are switched on."""
    off = [
        one.name
        for one in it.table.instruments
        if one not in it.instruments and one.embed is not Embed.NO
    ]
    if not off:
        return ()
    some = ", ".join(off[:SOME])
    return (
        say(
            "Others, such as {some}, are off. Your service can switch them on. Type "
            "the name of one to read how.",
            some=some,
        ),
    )


def _in_use(it: Taking, raw: str, read: Callable[[str], Any]) -> Any:
    """Return the measure that is meant. Raises ValueError; one that is off says how."""
    typed = folded(raw.strip())
    found = next((one for one in it.table.instruments if _is(one, typed)), None)
    if found is None or found in it.instruments:
        return read(raw)
    if found.embed is Embed.NO:
        raise ValueError(
            say("cannot be {name}: {why}", name=found.name, why=found.licence)
        )
    raise ValueError(
        say(
            "cannot be {name}: it is off. To switch it on, write this into "
            "data/measures.json in the data folder: {written}",
            name=found.name,
            written=json.dumps(
                {
                    "as_of": it.table.as_of.isoformat(),
                    "extend": True,
                    "instruments": [{"key": found.key, "on": True}],
                }
            ),
        )
    )


def _is(one: Instrument, typed: str) -> bool:
    return typed in (folded(one.key), folded(one.name))
