"""Why and what was: one record with all that stands behind it, and its history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.look_up import authors_of, case_of
from inclusion_cli.domain.history import Chronicler, History
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.naming import everything, kind_words, named, names_of
from inclusion_cli.domain.supervision import Supervision
from inclusion_cli.domain.ties import seen_in
from inclusion_cli.domain.values import capital
from inclusion_cli.domain.why import (
    MOVED,
    Why,
    by_day,
    counts_for,
    evidence_of,
    fired_by,
    late,
    ties_of,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.told import Labels
    from inclusion_cli.domain.trail import Past, Trail
    from inclusion_cli.store.reading import Reading

SOMEBODY = say("a worker who is not named here")
TAKEN_BACK = say("taken back")
UNREAD = say("not to be read here")


def chronicler(
    reading: Reading, case: Casefile | None, asked: Labels, trail: Trail | None = None
) -> Chronicler:
    """Return who tells the history of records in a file."""
    authors = authors_of(reading)
    own = _talked_about(reading, trail) if trail and not case else {}
    return Chronicler(
        asked=asked,
        names=names_of(case) if case else {**own, **authors},
        authors=_Named(authors),
        seen=lambda said: _seen(case, said),
    )


def _talked_about(reading: Reading, trail: Trail) -> dict[str, str]:
    """Return what a supervision talked about, in words: whose, and which record."""
    wanted = {
        record
        for past in trail.versions
        if isinstance(past.record, Supervision)
        for record in past.record.cases
    }
    found: dict[str, str] = {}
    for person in reading.people() if wanted else ():
        if not wanted - found.keys():
            break
        case = reading.casefile(person.file)
        names, code = names_of(case), person.record.code
        for kept in everything(case):
            if kept.id in wanted:
                what = named(kind_of(kept.record), kept.record, kept.happened_at, names)
                found[kept.id] = f"{code}: {what} ({short_id(kept.id)})"
    return found


class _Named(dict[str, str]):
    """Who wrote an entry; one who is not named is not hidden either."""

    def get(self, key: str, _default: Any = None) -> str:
        """Return the name of a worker."""
        return super().get(key) or SOMEBODY


def _seen(case: Casefile | None, said: Any) -> Any:
    """Return a version as it may be shown now."""
    if case is None:
        return said
    return seen_in(case, replace(case.person, record=said)).record


def _whose(reading: Reading, trail: Trail, case: Casefile | None) -> str:
    """Return whose file it is: a person's, a worker's own, or "" for the service's."""
    if case:
        return case.label
    own = reading.of_kind("supervision", "v.file = ?", trail.file)
    return say("Your own file") if own else ""


def history_of(reading: Reading, trail: Trail, asked: Labels) -> History:
    """Return the history of a record."""
    case = case_of(reading, trail.file)
    return chronicler(reading, case, asked, trail).history(
        trail,
        person=_whose(reading, trail, case),
        code=case.person.record.code if case else "",
        title=title_of(case, trail),
    )


def title_of(case: Casefile | None, trail: Trail) -> str:
    """Return what a record is, its day, and what tells it apart."""
    past = _newest(trail)
    if past.record is None:
        return capital(kind_words(trail.kind))
    names = names_of(case) if case else {}
    return named(past.kind, past.record, past.happened_at, names)


def _newest(trail: Trail) -> Past:
    return trail.standing or (trail.versions or trail.entries)[-1]


def why_record(
    reading: Reading,
    trail: Trail,
    asked: Labels,
    *,
    now: datetime,
    defaults: Defaults,
) -> Why:
    """Return what stands behind a record.

    Of one that was moved to another file nothing is told but that.
    """
    case, newest = case_of(reading, trail.file), _newest(trail)
    authors = _Named(authors_of(reading))
    bare = _bare(reading, trail, case, authors)
    if moved := trail.moved_away:
        return replace(
            bare,
            title=capital(kind_words(trail.kind)),
            by=authors.get(moved.author),
            recorded=moved.recorded_at,
            state=MOVED,
            reason="",
        )
    says = chronicler(reading, case, asked, trail).says(newest)
    if not trail.heads or newest.record is None:
        return replace(bare, says=says, state=UNREAD if trail.heads else TAKEN_BACK)
    kept = kept_of(trail, newest)
    found = replace(bare, says=says, late="" if _first(trail).came_from else late(kept))
    return _with_ties(case, kept, found, now, defaults) if case else found


def _first(trail: Trail) -> Past:
    return (trail.alive or trail.versions or trail.entries)[0]


def _bare(
    reading: Reading, trail: Trail, case: Casefile | None, authors: _Named
) -> Why:
    """Return whose record it is, who wrote it when, and which version stands."""
    newest, alive = _newest(trail), [past.entry for past in trail.alive]
    return Why(
        id=trail.id,
        kind=trail.kind,
        title=title_of(case, trail),
        person=_whose(reading, trail, case),
        code=case.person.record.code if case else "",
        by=authors.get(newest.author),
        happened=newest.happened_at,
        recorded=_first(trail).recorded_at,
        version=alive.index(newest.entry) + 1 if newest.entry in alive else 0,
        versions=len(alive),
        forked=trail.forked,
        reason=newest.reason,
        came=bool(newest.came_from),
        by_day=by_day(newest.record, newest.happened_at),
    )


def _with_ties(
    case: Casefile, kept: Kept[Any], found: Why, now: datetime, defaults: Defaults
) -> Why:
    under, over = ties_of(case, kept)
    review = evidence_of(case, kept)
    return replace(
        found,
        rests_on=under,
        used_by=over,
        evidence=review.evidence if review else (),
        pause_signs=review.pause_signs if review else (),
        counts=tuple(counts_for(case, kept, now=now, defaults=defaults)),
        fired=tuple(fired_by(case, kept, now=now, defaults=defaults)),
    )


def kept_of(trail: Trail, past: Past) -> Kept[Any]:
    """Return a version of a record as what stands is read."""
    return Kept(
        id=trail.id,
        entry=past.entry,
        file=past.file,
        record=past.record,
        author=past.author,
        happened_at=past.happened_at,
        recorded_at=min(one.recorded_at for one in trail.alive),
        amended=len(trail.alive) - 1,
        forks=len(trail.heads),
    )
