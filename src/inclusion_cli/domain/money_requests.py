"""How often somebody asked for money or things, and what the person did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.money import Did
from inclusion_cli.domain.money_weeks import requests
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile


@record
class RequestCounts:
    """The requests of some days, by what the person did. Practice reference 4.6.

    `untold` are those of which nobody wrote down what the person did.
    """

    received: int
    alone: int
    with_help: int
    agreed: int
    unsure: int
    untold: int
    records: tuple[str, ...] = ()


def request_counts(case: Casefile, *, first: date, last: date) -> RequestCounts:
    """Return how many requests there were from a first to a last day."""
    told = [kept for kept in requests(case, on=last) if kept.on >= first]
    did = [kept.record.money.did if kept.record.money else None for kept in told]
    return RequestCounts(
        received=len(told),
        alone=did.count(Did.DECLINED_ALONE),
        with_help=did.count(Did.DECLINED_WITH_HELP),
        agreed=did.count(Did.AGREED),
        unsure=did.count(Did.UNSURE),
        untold=did.count(None),
        records=tuple(kept.id for kept in told),
    )


def says_requests(found: RequestCounts) -> str:
    """Return the counts in a sentence; none that was told of is not none."""
    if not found.received:
        return say("No request for money or things was told of.")
    counts = (
        say("declined alone: {number}", number=found.alone) if found.alone else "",
        say("declined with help: {number}", number=found.with_help)
        if found.with_help
        else "",
        say("agreed: {number}", number=found.agreed) if found.agreed else "",
        say("not sure: {number}", number=found.unsure) if found.unsure else "",
        say("not written down: {number}", number=found.untold) if found.untold else "",
    )
    return say(
        "{received}. {counts}.",
        received=say_many("{number} request", "{number} requests", found.received),
        counts=capital(", ".join(filter(None, counts))),
    )
