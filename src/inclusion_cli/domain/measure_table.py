"""The licence table: which measures there are, and what may be done with each.

It is data, so that a service can take a measure out, switch one on, or mend a line.
Fields: practice reference 5, the last paragraph.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.data_fault import DataFault
from inclusion_cli.domain.measure import Better, Scoring, Terms
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable


class Embed(Enum):
    """What the licence lets us keep: the questions, a total alone, or nothing."""

    YES = "yes"
    TOTAL_ONLY = "total_only"
    NO = "no"


NO_BANDS = "none for a person"


@record
class Instrument:
    """One line of the licence table.

    `items` are its questions, only where the licence lets us hold them; `item_count` is
    how many there are. An answer is from `low` to `high`, a total from `least` to
    `most`. `answers` are the words of each answer, the lowest first. `lead` is read
    before the questions. `then` is asked right after it. `about` says that it is about
    something in the person's words, at most `at_once` of them, 0 for any number.
    `interval` is after how many days it is asked again. `on` is whether it is used.
    """

    key: str
    name: str
    licence: str
    source: str
    checked_on: date
    embed: Embed
    scoring: Scoring
    acknowledgement: str = ""
    version: str = ""
    item_count: int = 0
    low: int = 0
    high: int = 0
    least: int = 0
    most: int = 0
    better: Better = Better.NEITHER
    reliable: int = 0
    reported: bool = False
    bands: str = NO_BANDS
    interval: int = 0
    on: bool = True
    baseline: bool = False
    lead: str = ""
    items: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    then: str = ""
    about: bool = False
    at_once: int = 0

    @property
    def asked(self) -> bool:
        """Say whether its questions are asked here, and not a total alone."""
        return self.embed is Embed.YES and bool(self.items)

    @property
    def parts(self) -> bool:
        """Say whether the score of each part is typed in: only DIALOG."""
        return self.scoring is Scoring.DIALOG

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the answers that can be chosen, by their numbers."""
        numbered = enumerate(self.answers, start=self.low)
        return tuple(Choice(str(number), words) for number, words in numbered)

    def terms(self) -> Terms:
        """Return how it is read, to be kept with the answers."""
        return Terms(
            name=self.name,
            scoring=self.scoring,
            items=self.item_count,
            low=self.low,
            high=self.high,
            least=self.least,
            most=self.most,
            better=self.better,
            reliable=self.reliable,
            reported=self.reported,
            acknowledges=self.acknowledgement,
        )


@record
class MeasureTable:
    """The measures of a service, and the day its table was looked at last."""

    as_of: date
    instruments: tuple[Instrument, ...]

    def get(self, key: str) -> Instrument | None:
        """Return a measure by its key."""
        return next((one for one in self.instruments if one.key == key), None)

    def used(self) -> tuple[Instrument, ...]:
        """Return the measures that are used here."""
        usable = (one for one in self.instruments if one.embed is not Embed.NO)
        return tuple(one for one in usable if one.on)


def table_from(data: Any, shipped: MeasureTable | None = None) -> MeasureTable:
    """Return the table written in `data`; with "extend", over the shipped one.

    Raises DataFault, a whole sentence that names the entry and what is wrong with it.
    """
    if not isinstance(data, Mapping) or not isinstance(data.get("instruments"), list):
        raise DataFault(say('Write "as_of" and a list of "instruments" in it.'))
    base = shipped.instruments if shipped and data.get("extend") else ()
    found = {one.key: one for one in base}
    for number, told in enumerate(data["instruments"], start=1):
        key = told.get("key") if isinstance(told, Mapping) else None
        if not isinstance(key, str) or not key:
            says = say('Give entry {number} of "instruments" a "key".', number=number)
            raise DataFault(says, "instruments", number)
        found[key] = _entry(key, told, found.get(key))
    as_of = _read(date.fromisoformat, data.get("as_of"), "as_of", "")
    return MeasureTable(as_of, tuple(found.values()))


def _entry(key: str, told: Mapping[str, Any], known: Instrument | None) -> Instrument:
    """Return one line of the table. Raises DataFault."""
    named = say('The entry "{key}"', key=key)
    form = {field.name: field for field in fields(Instrument)}
    given: dict[str, Any] = {}
    for name, raw in told.items():
        if name not in form:
            says = say('{named} has "{name}", unknown here.', named=named, name=name)
            raise DataFault(says, key)
        read = _READ[str(form[name].type)]
        given[name] = _read(read, raw, name, key)
    lacks = [name for name in _NEEDED if name not in given and known is None]
    if lacks:
        says = say('{named} lacks "{lacks}".', named=named, lacks='", "'.join(lacks))
        raise DataFault(says, key)
    made = replace(known, **given) if known else Instrument(**given)
    _checked(made, named)
    return made


def _checked(one: Instrument, named: str) -> None:
    """Refuse what cannot be asked or scored. Raises DataFault."""
    asked = one.embed is Embed.YES
    problems = {
        say('must have bands "none for a person"'): one.bands != NO_BANDS,
        say("has more answers than from low to high"): bool(one.answers)
        and len(one.answers) != one.high - one.low + 1,
        say("has items and another item_count"): bool(one.items)
        and len(one.items) != one.item_count,
        say("may be asked and has no items"): asked and not one.items,
        say("has a low above its high"): one.low > one.high or one.least > one.most,
    }
    for problem, there in problems.items():
        if there:
            says = say("{named} {problem}.", named=named, problem=problem)
            raise DataFault(says, one.key)


def _read(read: Callable[[Any], Any], raw: Any, name: str, key: str) -> Any:
    try:
        return read(raw)
    except (ValueError, TypeError, AttributeError):
        says = say(
            '{named} has "{raw}" as its "{name}", which cannot be read.',
            named=say('The entry "{key}"', key=key) if key else say("It"),
            raw=raw,
            name=name,
        )
        raise DataFault(says, key) from None


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError
    return raw


def _whole(raw: Any) -> int:
    if type(raw) is not int:
        raise TypeError
    return raw


def _yes_no(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise TypeError
    return raw


def _texts(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise TypeError
    return tuple(_text(one) for one in raw)


_READ: dict[str, Callable[[Any], Any]] = {
    "Better": Better,
    "Embed": Embed,
    "Scoring": Scoring,
    "bool": _yes_no,
    "date": date.fromisoformat,
    "int": _whole,
    "str": _text,
    "tuple[str, ...]": _texts,
}
_NEEDED = ("name", "licence", "source", "checked_on", "embed", "scoring")
