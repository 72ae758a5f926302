"""Which record is meant by an id, by a part of one, or by a person and a kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.naming import KIND_NAMES, kind_words
from inclusion_cli.domain.person import Person, matching
from inclusion_cli.domain.trail import TAKEN_BACK
from inclusion_cli.domain.values import and_list, capital
from inclusion_cli.errors import NothingFound, NotUnderstood
from inclusion_cli.plain import folded, one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.trail import Trail
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.search import Search

SHORTEST = 4
_SIGNS = re.compile(r"[0-9a-f]+")
MOST_SHOWN = 9
HOW = say(
    "An id stands beside each record in lists and on papers. To find a record by its "
    "words, type: inclusion find"
)


class NoIdGiven(NotUnderstood):
    """No record was named."""

    hint = HOW

    def __init__(self) -> None:
        super().__init__(say("Type the id of the record after the command."))


class NoSuchRecord(NothingFound):
    """No record has that id."""

    def __init__(self, typed: str) -> None:
        super().__init__(say('No record has the id "{typed}".', typed=one_line(typed)))
        self.hint = say("Look at the id again. {how}", how=HOW)


class NoId(NotUnderstood):
    """What was typed cannot be an id: too few signs, or others than ids have."""

    hint = HOW

    def __init__(self, typed: str) -> None:
        super().__init__(
            say(
                '"{typed}" is no id. An id is 8 digits and letters from a to f, like '
                "0f3a2b1c. Type its first {shortest} or more, or its last.",
                typed=one_line(typed),
                shortest=SHORTEST,
            )
        )


class CouldBeSeveral(NotUnderstood):
    """Several records fit what was typed."""

    hint = say("Type the id that you mean.")

    def __init__(
        self, typed: str, trails: Iterable[Trail], codes: Mapping[str, str]
    ) -> None:
        self.could_be = [_line(trail, codes) for trail in trails]
        more = say("\n  and more") if len(self.could_be) > MOST_SHOWN else ""
        shown = "".join(f"\n  {line}" for line in self.could_be[:MOST_SHOWN])
        super().__init__(
            say(
                '"{typed}" could be any of these:{shown}{more}',
                typed=one_line(typed),
                shown=shown,
                more=more,
            )
        )


class NoneOfThatKind(NothingFound):
    """The person has no record of that kind."""

    def __init__(self, label: str, kind: str) -> None:
        super().__init__(
            say(
                "{label} has no {kind_words}.", label=label, kind_words=kind_words(kind)
            )
        )
        self.hint = say("Look for it by its words, type: inclusion find")


class NoSuchKind(NotUnderstood):
    """There is no such kind of record."""

    def __init__(self, typed: str) -> None:
        kinds = and_list((kind_key(kind) for kind in KINDS), last="or")
        super().__init__(
            say(
                'There is no kind "{typed}". Type one of: {kinds}.',
                typed=one_line(typed),
                kinds=kinds,
            )
        )


class NotYours(NothingFound):
    """A supervision is its worker's alone."""

    hint = say("To see your own, type: inclusion supervision list")

    def __init__(self) -> None:
        super().__init__(say("That record is another worker's own. It is not shown."))


def kind_key(kind: str) -> str:
    """Return a kind as it is typed: "debrief", "days-away"."""
    return kind.replace("_", "-")


def kind_typed(typed: str) -> str:
    """Return the kind that was typed, by its name or its words. Raises NoSuchKind."""
    wanted = folded(typed).strip().replace("_", " ").replace("-", " ")
    for kind in KINDS:
        names = {kind, KIND_NAMES.get(kind, kind), f"{kind}s"}
        if wanted in names:
            return kind
    raise NoSuchKind(typed)


def find_record(
    reading: Search, typed: str | None, kind: str | None = None, *, worker: str
) -> Trail:
    """Return the record that an id, or a person's code with a kind, stands for.

    `worker` is who asks: what stands in another worker's own file is not for them.
    Raises NoIdGiven, NoSuchRecord, NoId, CouldBeSeveral, NoSuchKind, NoneOfThatKind or
    NotYours.
    """
    if typed is None:
        raise NoIdGiven
    people = reading.people()
    person = by_code(typed, people)
    if kind is not None and person is None:
        person = _one_person(typed, people)
    codes = {kept.file: kept.record.code for kept in people}
    if person is not None:
        wanted = kind_typed(kind or "person")
        return _of_kind(reading, person, wanted, codes)
    found = _like(reading, typed)
    trails = tuple(t for t in found if _may_see(reading, t, worker))
    if not trails:
        raise NotYours
    if len(trails) > 1:
        raise CouldBeSeveral(typed, trails, codes)
    return trails[0]


def _may_see(reading: Reading, trail: Trail, worker: str) -> bool:
    """Say whether a record stands in no other worker's own file.

    A supervision made such a file, or the paper it was prepared with.
    """
    file = trail.file
    owners = {
        kept.record.worker
        for kept in reading.of_kind("supervision", "v.file = ?", file)
    }
    prepared = "v.file = ? AND v.kind = 'supervision'"
    owners |= {kept.author for kept in reading.of_kind("paper", prepared, file)}
    return not owners or worker in owners


def by_code(typed: str, people: Iterable[Kept[Person]]) -> Kept[Person] | None:
    """Return the person whose code was typed, whole."""
    wanted = folded(typed).strip().replace("-", "")
    for kept in people:
        if folded(kept.record.code).replace("-", "") == wanted:
            return kept
    return None


def _one_person(typed: str, people: tuple[Kept[Person], ...]) -> Kept[Person]:
    found = matching(typed, people)
    if len(found) != 1:
        raise NothingFound(
            say('No one person matches "{typed}". Type a code.', typed=one_line(typed))
        )
    return found[0]


def _like(reading: Search, typed: str) -> tuple[Trail, ...]:
    bare = re.sub(r"[\W_]", "", folded(typed))
    if len(bare) < SHORTEST or not _SIGNS.fullmatch(bare):
        raise NoId(typed)
    trails = reading.records_like(bare)
    if not trails:
        raise NoSuchRecord(typed)
    return trails


def _of_kind(
    reading: Search, person: Kept[Person], kind: str, codes: Mapping[str, str]
) -> Trail:
    """Return the record of a kind in a file: the one that stands, or the only one."""
    trails = reading.records_of(person.file, kind)
    standing = tuple(trail for trail in trails if trail.heads)
    found = standing or trails
    if not found:
        raise NoneOfThatKind(person.record.label, kind)
    if len(found) > 1:
        typed = f"{person.record.code} {kind_key(kind)}"
        raise CouldBeSeveral(typed, reversed(found), codes)
    return found[0]


def case_of(reading: Reading, file: str) -> Casefile | None:
    """Return the casefile of a file, None where it is nobody's, or taken back."""
    known = {kept.file for kept in reading.people()}
    return reading.casefile(file) if file in known else None


def no_persons(reading: Reading, file: str) -> str:
    """Return whose a file is that is no person's: the worker's own, or the service's.

    A supervision made the worker's file, and stands in it.
    """
    own = reading.of_kind("supervision", "v.file = ?", file)
    return say("your own file") if own else say("the service")


def authors_of(reading: Reading) -> dict[str, str]:
    """Return who wrote, by the id that stands with each entry."""
    return {kept.id: kept.record.name for kept in reading.workers()}


def _line(trail: Trail, codes: Mapping[str, str]) -> str:
    past = trail.standing or trail.entries[-1]
    code = codes.get(trail.file, "the service")
    gone = say(", taken back") if not trail.heads else ""
    kind = "something" if trail.kind == TAKEN_BACK else kind_words(trail.kind)
    day = say_day(past.happened_at.date())
    return f"{short_id(trail.id)}  {capital(kind)}, {code}, {day}{gone}"
