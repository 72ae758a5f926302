"""Who holds which copy of the card, and which copies are out of date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

SIZE_WORDS = {
    "a4": "A4",
    "a5": "A5",
    "a6": "A6",
    "wallet": say("wallet"),
    "booklet": say("booklet"),
    "large": say("large print"),
    "easy": say("easy read"),
}
"""The sizes of a card, in words."""


@record
class Copy:
    """One copy that is held: by whom, in which size, of which version, since when.

    `old` tells that a sign, a number or the step-up has changed since.
    """

    paper: str
    holder: Holder
    who: str
    size: str
    version: int
    given: date
    old: bool

    @property
    def words(self) -> str:
        """Return the copy in words, such as "A4, version 1, from Monday 2 March"."""
        size = SIZE_WORDS.get(self.size, self.size)
        return say(
            "{size}, version {version}, from {given}",
            size=size,
            version=self.version,
            given=say_day(self.given),
        )


def copies(case: Casefile) -> tuple[Copy, ...]:
    """Return the copies that are held, the newest of each holder and size."""
    newest: dict[tuple[Holder, str, str], Kept[Paper]] = {}
    for kept in sorted(case.papers, key=lambda kept: kept.recorded_at):
        paper = kept.record
        if paper.kind is PaperKind.CARD and paper.holder:
            named = folded(paper.recipient) if paper.holder is Holder.OTHER else ""
            newest.pop((paper.holder, named, paper.size), None)
            newest[paper.holder, named, paper.size] = kept
    held = [kept for kept in newest.values() if kept.record.ended is None]
    order = list(Holder)
    return tuple(
        _copy(case, kept)
        for kept in sorted(held, key=lambda k: order.index(k.record.holder or order[0]))
    )


def _copy(case: Casefile, kept: Kept[Paper]) -> Copy:
    paper = kept.record
    holder = paper.holder or Holder.PERSON
    who = {Holder.PERSON: case.known_as, Holder.STAFF: say("Staff")}
    good = case.card.record.oldest_good if case.card else 0
    return Copy(
        kept.id,
        holder,
        who.get(holder, paper.recipient),
        paper.size,
        paper.version,
        paper.on,
        old=paper.version < good,
    )


def whole_on_a4(case: Casefile) -> bool:
    """Say whether the person, or who they chose, holds the whole card on an A4."""
    version = case.card.record.version if case.card else 0
    return any(
        copy.size == "a4" and copy.version == version
        for copy in copies(case)
        if copy.holder is not Holder.STAFF
    )


def by_holder(held: Iterable[Copy]) -> Iterator[tuple[str, tuple[Copy, ...]]]:
    """Return each holder, in words, with the copies they hold."""
    found: dict[str, list[Copy]] = {}
    for copy in held:
        found.setdefault(copy.who, []).append(copy)
    yield from ((who, tuple(copies)) for who, copies in found.items())


def holds(who: str, holder: Holder) -> str:
    """Return "Amina holds", "Staff hold"."""
    return f"{who} {(say('hold') if holder is Holder.STAFF else say('holds'))}"


def out_of_date(case: Casefile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return a sentence for each holder of an old version, and the papers' ids."""
    if case.card is None:
        return
    for who, held in by_holder(copy for copy in copies(case) if copy.old):
        versions = and_list(dict.fromkeys(str(copy.version) for copy in held))
        sizes = and_list(SIZE_WORDS.get(copy.size, copy.size) for copy in held)
        says = say(
            "{holds} version {versions} of the card ({sizes}). "
            "Version {version} is the one that counts.",
            holds=holds(who, held[0].holder),
            versions=versions,
            sizes=sizes,
            version=case.card.record.version,
        )
        yield says, tuple(copy.paper for copy in held)


def card_line(case: Casefile) -> str:
    """Return which version of the card stands, and who holds which."""
    if case.card is None:
        return say("There is no early-warning card yet.")
    version = case.card.record.version
    written = case.card.record.written_on or case.card.on
    lines = [
        say(
            "Version {version}, written {written}.",
            version=version,
            written=say_day(written),
        )
    ]
    held = copies(case)
    for holder, who in ((Holder.PERSON, case.known_as), (Holder.STAFF, say("Staff"))):
        theirs = [copy for copy in held if copy.holder is holder]
        lines += list(_held(theirs, version)) or [say("{who}: no copy.", who=who)]
    others = [copy for copy in held if copy.holder is Holder.OTHER]
    return " ".join((*lines, *_held(others, version)))


def _held(held: Iterable[Copy], version: int) -> Iterator[str]:
    """Return each holder, version and day once, with the sizes that are alike."""
    alike: dict[tuple[str, int, date], list[Copy]] = {}
    for copy in held:
        alike.setdefault((copy.who, copy.version, copy.given), []).append(copy)
    for (who, held_version, given), same in alike.items():
        sizes = and_list(SIZE_WORDS.get(copy.size, copy.size) for copy in same)
        old = "" if held_version == version else say(" That is an older version.")
        yield say(
            "{who} version {version} ({sizes}), from {given}.{old}",
            who=holds(who, same[0].holder),
            version=held_version,
            sizes=sizes,
            given=say_day(given),
            old=old,
        )
