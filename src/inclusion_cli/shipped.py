"""Data that comes with the program: crisis numbers, starter criteria, words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import Contact, Numbers
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews.plan import Starter
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.service import Nation

_DATA = Path(__file__).resolve().parent / "data"


def read(name: str, own: Path | None = None) -> Any:
    """Return a data file: the service's own in the folder `own`, or the shipped one.

    Raises NotUnderstood where the service's own cannot be read.
    """
    mine = own / name if own else None
    if mine is None or not mine.is_file():
        return json.loads((_DATA / name).read_text(encoding="utf-8"))
    try:
        return json.loads(mine.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NotUnderstood(
            f'The service\'s own file "{mine}" cannot be read. Mend it or move it away.'
        ) from None


def crisis_numbers(nation: Nation) -> Numbers:
    """Return the crisis numbers of a nation, with the day they were checked."""
    told = read("crisis_numbers.json")
    return Numbers(
        date.fromisoformat(told["as_of"]),
        tuple(
            Contact(say(number["name"]), number["number"])
            for number in told["nations"][nation.value]
        ),
    )


def starters() -> tuple[Starter, ...]:
    """Return the starter criteria: service defaults, to be agreed."""
    sets = read("starter_criteria.json")["sets"]
    return tuple(Starter(**{**one, "label": say(one["label"])}) for one in sets)


def passphrase_words() -> tuple[str, ...]:
    """Return the 7,776 words of the EFF's long list (CC BY 3.0 US)."""
    text = (_DATA / "passphrase_words.txt").read_text(encoding="ascii")
    return tuple(text.split())
