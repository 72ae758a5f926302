"""The history of one record: every version, what changed, and forks side by side."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.naming import Names, kind_words
from inclusion_cli.domain.record import record
from inclusion_cli.domain.told import Changed, Labels, Told, changed, told
from inclusion_cli.domain.trail import Words
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from inclusion_cli.domain.trail import Past, Trail

ERASED = say("Its words were erased under an order.")
UNKNOWN = say("A newer version of inclusion wrote this. This one cannot read it.")


class Deed(Enum):
    """What an entry did to a record."""

    WRITTEN = "written"
    CHANGED = "changed"
    SETTLED = "settled"
    MOVED_HERE = "moved here"
    TAKEN_BACK = "taken back"
    PUT_BACK = "put back"
    MOVED_AWAY = "moved to another file"


@record
class Line:
    """One entry of the history. `number` counts versions, 0 for what is none.

    `of` is the version that was changed, taken back or put back; `stands` says that it
    is what stands now, `gone` that it was taken back since.
    """

    entry: str
    number: int
    deed: Deed
    at: datetime
    by: str
    reason: str = ""
    of: tuple[int, ...] = ()
    stands: bool = False
    gone: bool = False
    note: str = ""
    says: tuple[Told, ...] = ()
    changes: tuple[Changed, ...] = ()


@record
class Side:
    """One of the versions that stand side by side, as far as they differ."""

    number: int
    by: str
    at: datetime
    says: tuple[Told, ...]


@record
class History:
    """Everything that was done to one record, oldest first.

    A record of its `own` versions, such as a card, is said to have entries here: not
    each of them makes a new version.
    """

    id: str
    kind: str
    person: str
    code: str
    title: str
    lines: tuple[Line, ...]
    sides: tuple[Side, ...] = ()
    moved: bool = False
    own: bool = False

    @property
    def short(self) -> str:
        """Return the id as it is said."""
        return short_id(self.id)


class Chronicler:
    """Tell the history of a record, with the words of a case around it.

    `seen` hides what may not be shown yet of a version.
    """

    def __init__(
        self,
        *,
        asked: Labels,
        names: Names,
        authors: Mapping[str, str],
        seen: Callable[[Any], Any],
    ) -> None:
        self._asked, self._names = asked, names
        self._authors, self._seen = authors, seen

    def history(self, trail: Trail, *, person: str, code: str, title: str) -> History:
        """Return the history of a record.

        Of one that was moved to another file nothing is told but that, when, and by
        whom: it never belonged here.
        """
        moved = trail.moved_away
        lines = tuple(self._lines(trail))
        if moved:
            lines = (self._moved(moved),)
        return History(
            id=trail.id,
            kind=trail.kind,
            person=person,
            code=code,
            title=capital(kind_words(trail.kind)) if moved else title,
            lines=lines,
            sides=() if moved else tuple(self._sides(trail)),
            moved=moved is not None,
            own=any(hasattr(past.record, "version") for past in trail.versions),
        )

    def _moved(self, past: Past) -> Line:
        by = self._authors.get(past.author, "")
        return Line(past.entry, 0, Deed.MOVED_AWAY, past.recorded_at, by)

    def _lines(self, trail: Trail) -> Iterator[Line]:
        numbers = {p.entry: n for n, p in enumerate(trail.versions, start=1)}
        says = {past.entry: self.says(past) for past in trail.versions}
        for past in trail.entries:
            of = past.replaces if past.is_version else _touched(trail, past)
            yield Line(
                entry=past.entry,
                number=numbers.get(past.entry, 0),
                deed=_deed(trail, past),
                at=past.recorded_at,
                by=self._authors.get(past.author, ""),
                reason=past.reason,
                of=tuple(numbers[one] for one in of if one in numbers),
                stands=past.entry in trail.heads,
                gone=past.entry in trail.gone,
                note=_note(past),
                says=says[past.entry] if past.is_version and not past.replaces else (),
                changes=changed(says[past.replaces[0]], says[past.entry])
                if past.replaces and past.replaces[0] in says and _both(trail, past)
                else (),
            )

    def says(self, past: Past) -> tuple[Told, ...]:
        """Return what a version says, as far as it may be shown; nothing unread."""
        if past.record is None:
            return ()
        return told(self._seen(past.record), asked=self._asked, names=self._names)

    def _sides(self, trail: Trail) -> Iterator[Side]:
        """Return what each of several newest versions says differently."""
        if not trail.forked:
            return
        numbers = {p.entry: n for n, p in enumerate(trail.versions, start=1)}
        heads = [p for p in trail.versions if p.entry in trail.heads]
        said = {past.entry: self.says(past) for past in heads}
        shared = set.intersection(*(set(lines) for lines in said.values()))
        for past in heads:
            differs = tuple(line for line in said[past.entry] if line not in shared)
            by = self._authors.get(past.author, "")
            yield Side(numbers[past.entry], by, past.recorded_at, differs)


def _touched(trail: Trail, past: Past) -> tuple[str, ...]:
    """Return the versions that a taking back, or its undoing, is about."""
    found = {other.entry: other for other in trail.entries}
    about: list[str] = []
    for one in past.voids:
        other = found.get(one)
        about += [one] if other is None or other.is_version else _touched(trail, other)
    return tuple(about)


def _deed(trail: Trail, past: Past) -> Deed:
    if past.is_version:
        if past.came_from:
            return Deed.MOVED_HERE
        if len(past.replaces) > 1:
            return Deed.SETTLED
        return Deed.CHANGED if past.replaces else Deed.WRITTEN
    if past.moved_away:
        return Deed.MOVED_AWAY
    return Deed.TAKEN_BACK if _odd(trail, past) else Deed.PUT_BACK


def _odd(trail: Trail, past: Past) -> bool:
    """Say whether it takes back what was said, and not a taking back."""
    found = {other.entry: other for other in trail.entries}
    depth, here = 0, past
    while not here.is_version and here.voids and here.voids[0] in found:
        depth, here = depth + 1, found[here.voids[0]]
    return depth % 2 == 1


def _note(past: Past) -> str:
    return {Words.ERASED: ERASED, Words.UNKNOWN: UNKNOWN}.get(past.words, "")


def _both(trail: Trail, past: Past) -> bool:
    """Say whether a version and the one it replaces can both be read."""
    read = {p.entry for p in trail.versions if p.record is not None}
    return past.entry in read and past.replaces[0] in read
