"""What a record rests on, and what rests on it: links both ways within one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.event_plan import EventPlan
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.naming import Names, called, everything
from inclusion_cli.domain.paper import SHOWS_THE_RECORD, Paper, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.predictions import as_seen
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.safety import NO_SAFETY
from inclusion_cli.plain import plain

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.decision import Decision
    from inclusion_cli.domain.kept import Kept


@record
class Tie:
    """A record that another rests on, or that rests on it."""

    id: str
    kind: str
    day: date
    says: str


def tie(kept: Kept[Any], names: Names) -> Tie:
    """Return a record as it is named beside another."""
    kind = kind_of(kept.record)
    return Tie(kept.id, kind, kept.on, called(kind, kept.record, names))


def rests_on(case: Casefile, kept: Kept[Any]) -> Iterator[Kept[Any]]:
    """Return what a record rests on, oldest first."""
    named = _named_in(kept.record)
    found = [
        other
        for other in everything(case)
        if other.id != kept.id and (other.id in named or _implied(kept, other, case))
    ]
    return iter(sorted(found, key=lambda other: other.order))


def rest_on(case: Casefile, kept: Kept[Any]) -> Iterator[Kept[Any]]:
    """Return what rests on a record, oldest first; papers that show it come last."""
    found = [
        other
        for other in everything(case)
        if other.id != kept.id
        and (kept.id in _named_in(other.record) or _implied(other, kept, case))
    ]
    yield from sorted(found, key=lambda other: other.order)
    yield from shown_on(case, kept)


def records_on(case: Casefile, kept: Kept[Any]) -> Iterator[Kept[Any]]:
    """Return the records that rest on one, oldest first, and no papers.

    While there are any, it is neither moved nor taken back.
    """
    return (it for it in rest_on(case, kept) if not isinstance(it.record, Paper))


def shown_on(case: Casefile, kept: Kept[Any]) -> Iterator[Kept[Paper]]:
    """Return the papers made since a record was written that show it.

    A card's copies show the card, an evening sheet the evening it is of; packs show the
    rest, letters and lists do not.
    """
    if isinstance(kept.record, Paper | Person) or _kept_off_paper(case, kept):
        return
    for paper in case.papers:
        if paper.recorded_at >= kept.recorded_at and _shows(paper, kept.record):
            yield paper


def _shows(paper: Kept[Paper], told: Any) -> bool:
    """Say whether a paper of that kind tells of such a record."""
    kind = paper.record.kind
    if isinstance(told, Card) or kind is PaperKind.CARD:
        return isinstance(told, Card) and kind is PaperKind.CARD
    if kind is PaperKind.EVENING:
        return isinstance(told, EventPlan) and told.at >= paper.recorded_at
    return kind in SHOWS_THE_RECORD


def _kept_off_paper(case: Casefile, kept: Kept[Any]) -> bool:
    """Say whether no paper names it; its rule is loaded where there may be one."""
    if case.safety == NO_SAFETY:
        return False
    from inclusion_cli.domain.kept_back import kept_back  # noqa: PLC0415

    return kept.id in kept_back(case)


def decisions_on(case: Casefile, record_id: str) -> tuple[Kept[Decision], ...]:
    """Return the decisions that cite a record."""
    return tuple(d for d in case.decisions if record_id in d.record.cites)


def seen_in(case: Casefile, kept: Kept[Any]) -> Kept[Any]:
    """Return a record as it may be shown: predictions stay sealed until the debrief."""
    if isinstance(kept.record, Preparation):
        seen = as_seen(kept.record, case.debriefs)
        return replace(kept, record=seen)
    return kept


def _implied(kept: Kept[Any], other: Kept[Any], case: Casefile) -> bool:
    """Say whether a record rests on another without naming its id."""
    match kept.record:
        case Step():
            held = case.formulation is not None and other.id == case.formulation.id
            return held and bool(kept.record.triggers)
        case Debrief():
            return isinstance(other.record, Card) and bool(kept.record.signs)
        case Paper() if kept.record.kind is PaperKind.CARD:
            return isinstance(other.record, Card)
        case Paper() if kept.record.kind is PaperKind.REVIEW_PACK:
            before = [d for d in case.decisions if d.recorded_at <= kept.recorded_at]
            return bool(before) and other.id == before[-1].id
    return False


def _named_in(record_: Any) -> set[str]:
    """Return every text in a record; those that are ids name other records."""
    return set(_leaves(plain(record_)))


def _leaves(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value)
