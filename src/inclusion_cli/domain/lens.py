"""A lens: what an inspector or reviewer looks for, and which evidence shows it.

Frameworks change, so that each is a data file with the day it was looked at; it can be
put in the place of another. Source: practice reference 0 (1, 2), 0.3, 6.1, 7 (19).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.data_fault import DataFault
from inclusion_cli.domain.record import record
from inclusion_cli.domain.service import Nation
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Fits(Enum):
    """Which services a lens is for, by what they say of their registration."""

    REGISTERED = "registered"
    NOT_REGISTERED = "not_registered"
    ALL = "all"


EVIDENCE = (
    *("risk", "tracers", "restrictions", "safeguarding", "incidents", "audits"),
    *("outcomes", "supervision", "consent", "feedback", "equity", "read"),
    "weaknesses",
)
"""The parts of the pack that can show something, in their order; reference 6.3."""
NEVER_SAID = re.compile(r"\bcompliant\b", re.IGNORECASE)
"""No paper of ours says of a service that it complies: reference 0 (1)."""


@record
class Anchor:
    """One thing that is looked for, and which parts of the pack can show it."""

    key: str
    title: str
    evidence: tuple[str, ...] = ()


@record
class Lens:
    """One framework as it stood on a day, with the nations and services it is for."""

    key: str
    title: str
    as_of: date
    regulator: str
    nations: tuple[Nation, ...]
    fits: Fits
    status: str
    source: str
    anchors: tuple[Anchor, ...]

    def is_for(self, nation: Nation, *, registered: bool | None) -> bool:
        """Say whether it is for such a service; where nobody knows, all are."""
        fits = registered is None or self.fits is Fits.ALL
        fits = fits or (self.fits is Fits.REGISTERED) == registered
        return nation in self.nations and fits


def lens_from(data: Any) -> Lens:
    """Return the lens written in `data`. Raises DataFault."""
    if not isinstance(data, Mapping):
        raise DataFault(say("Write one lens in it, between { and }."))
    key = _text(data, "key", "")
    anchors = data.get("anchors")
    if not isinstance(anchors, list) or not anchors:
        raise DataFault(say('Give the lens a list of "anchors".'), "anchors")
    lens = Lens(
        key=key,
        title=_text(data, "title", key),
        as_of=_read(date.fromisoformat, data, "as_of", key),
        regulator=_text(data, "regulator", key, needed=False),
        nations=tuple(_read(_nations, data, "nations", key)),
        fits=_read(Fits, data, "fits", key),
        status=_text(data, "status", key, needed=False),
        source=_text(data, "source", key, needed=False),
        anchors=tuple(_anchor(one, number) for number, one in enumerate(anchors, 1)),
    )
    _refuse_praise(lens)
    return lens


def _nations(raw: Any) -> list[Nation]:
    return [Nation(one) for one in raw]


def _text(
    data: Mapping[str, Any], name: str, entry: str, *, needed: bool = True
) -> str:
    told = data.get(name, "")
    if not isinstance(told, str) or (needed and not told):
        says = say('Write "{name}" as words between quotation marks.', name=name)
        raise DataFault(says, name if name in data else entry)
    return told


def _read(
    read: Callable[[Any], Any], data: Mapping[str, Any], name: str, entry: str
) -> Any:
    try:
        return read(data[name])
    except (KeyError, ValueError, TypeError):
        says = say('Mend "{name}": it cannot be read.', name=name)
        raise DataFault(says, name if name in data else entry) from None


def _anchor(told: Any, number: int) -> Anchor:
    if not isinstance(told, Mapping) or not isinstance(told.get("key"), str):
        says = say('Give anchor {number} a "key".', number=number)
        raise DataFault(says, "anchors", number)
    key, evidence = told["key"], told.get("evidence", [])
    if not isinstance(evidence, list) or not set(evidence) <= set(EVIDENCE):
        says = say(
            'Mend the evidence of "{key}". There are: {evidence}.',
            key=key,
            evidence=", ".join(EVIDENCE),
        )
        raise DataFault(says, key)
    return Anchor(key, _text(told, "title", key), tuple(evidence))


def _refuse_praise(lens: Lens) -> None:
    """Refuse a lens that says of a service that it complies. Raises DataFault."""
    for key, words in (
        (lens.key, lens.title),
        (lens.key, lens.status),
        *((anchor.key, anchor.title) for anchor in lens.anchors),
    ):
        if said := NEVER_SAID.search(words):
            says = say('Take "{word}" out: no paper says that.', word=said[0])
            raise DataFault(says, key)


def chosen(
    lenses: Iterable[Lens], nation: Nation, *, registered: bool | None, key: str = ""
) -> tuple[Lens, ...]:
    """Return the lenses for a service; the named one alone where one is named."""
    found = [one for one in lenses if one.is_for(nation, registered=registered)]
    named = [one for one in lenses if key and one.key == key and nation in one.nations]
    return tuple(named or found)
