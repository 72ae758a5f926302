"""Data that comes with the program: crisis numbers, starter criteria, words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import Contact, Line, Numbers
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews.plan import Starter

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


def crisis_numbers(nation: Nation, own: Path | None = None) -> Numbers:
    """Return the crisis numbers of a nation, with the day they were checked.

    A service may have its own file. Raises NotUnderstood where it cannot be read.
    """
    told = read("crisis_numbers.json", own)
    try:
        return _numbers(told, nation)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotUnderstood(
            'The service\'s own file "crisis_numbers.json" is not as the shipped one: '
            "as_of, nations and lines. Mend it or move it away."
        ) from None


def _numbers(told: Any, nation: Nation) -> Numbers:
    contacts = (Contact(n["name"], n["number"]) for n in told["nations"][nation.value])
    lines = (
        Line(line["key"], line["name"], line["number"])
        for line in told.get("lines", ())
        if nation.value in line.get("nations", [nation.value])
    )
    return Numbers(date.fromisoformat(told["as_of"]), tuple(contacts), tuple(lines))


def starters() -> tuple[Starter, ...]:
    """Return the starter criteria: service defaults, to be agreed."""
    sets = read("starter_criteria.json")["sets"]
    return tuple(Starter(**one) for one in sets)


def passphrase_words() -> tuple[str, ...]:
    """Return the 7,776 words of the EFF's long list (CC BY 3.0 US)."""
    text = (_DATA / "passphrase_words.txt").read_text(encoding="ascii")
    return tuple(text.split())
