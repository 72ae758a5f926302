"""The people we support, and how not to take one for another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.late_pattern import late
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import initials_of
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = late(r"\w+")
_JOINS = late(r"[\W_]+")
LOOK_ALIKE = 80  # per cent of letters in common; interviews.md section 2 row 7


@record
class Person:
    """Whom we support. `known_as` is how they like to be called."""

    code: str
    name: str
    known_as: str
    closed_on: date | None = None
    closed_because: str = ""

    def __post_init__(self) -> None:
        if not (self.code and self.name and self.known_as):
            raise ValueError("a person has a code, a name and a way to be called")

    @property
    def label(self) -> str:
        """Return the name and code that stand in every header and saved line."""
        return f"{self.name}, {self.code}"


People = tuple[Kept[Person], ...]


def next_code(name: str, taken: Iterable[str]) -> str:
    """Return initials and the next free number of the vault, such as AK-014."""
    numbers = [int(code.rpartition("-")[2]) for code in taken if code[-1:].isdigit()]
    return f"{initials_of(name)}-{max(numbers, default=0) + 1:03}"


def matching(typed: str, people: Iterable[Kept[Person]]) -> People:
    """Return the people whose code or any word of whose name begins with `typed`.

    Case, accents, apostrophes and dashes do not matter: obrien finds O'Brien, and so
    does brien. An exact code stands alone. Nothing typed, or nothing found, is nobody.
    """
    wanted = folded(typed).strip()
    people = tuple(people)
    exact = tuple(kept for kept in people if _plain_code(kept) == _bare(wanted))
    if exact or not _letters(wanted):
        return exact if wanted else ()
    return tuple(kept for kept in people if _answers_to(kept.record, wanted))


def _answers_to(person: Person, wanted: str) -> bool:
    starts = [*_word_starts(person.name), *_word_starts(person.known_as), person.code]
    letters = _letters(wanted)
    return any(_letters(folded(start)).startswith(letters) for start in starts)


def _word_starts(name: str) -> Iterator[str]:
    """Return the name from each of its words on, however the words are joined."""
    yield from (name[found.start() :] for found in _WORD.finditer(name))


def _letters(text: str) -> str:
    """Return folded text without the marks that join words, or stand in them."""
    return _JOINS.sub("", text)


def _plain_code(kept: Kept[Person]) -> str:
    return _bare(folded(kept.record.code))


def _bare(code: str) -> str:
    return code.replace("-", "").replace(" ", "")


def look_alikes(name: str, people: Iterable[Kept[Person]]) -> People:
    """Return the people whose names could be mistaken for `name`."""
    return tuple(kept for kept in people if alike(name, kept.record.name))


def alike(one: str, other: str) -> bool:
    """Say whether two names, or their first words, could be mistaken.

    That is 80 in 100 letters in common, or a first word that begins alike and differs
    in one letter: of a short name that is more than 20 in 100.
    """
    one, other = folded(one), folded(other)
    first, second = (" ".join(name.split()[:1]) for name in (one, other))
    if first[:1] == second[:1] and _one_letter(first, second):
        return True
    return max(_likeness(one, other), _likeness(first, second)) >= LOOK_ALIKE


def _one_letter(one: str, other: str) -> bool:
    """Say whether two words are alike but for one letter in the place of another."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and sum(a != b for a, b in pairs) == 1


def _likeness(one: str, other: str) -> float:
    """Return the letters in common, in 100, whichever name comes first."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - home needs no likeness

    orders = ((one, other), (other, one))
    return max(SequenceMatcher(None, *pair).ratio() for pair in orders) * 100


def any_alike(people: Iterable[Kept[Person]]) -> bool:
    """Say whether two of these people could be taken for each other."""
    names = [kept.record.name for kept in people]
    return any(
        alike(one, other) for n, one in enumerate(names) for other in names[n + 1 :]
    )
