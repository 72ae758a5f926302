"""Why: what a record is, what it rests on, what rests on it; what due items rest on."""

from __future__ import annotations

from inclusion_cli.domain.record import record
from inclusion_cli.domain.told import Told


@record
class Ref:
    """Another record, named so that it can be asked about in turn."""

    id: str
    what: str
    when: str
    gist: str


@record
class Reason:
    """One line of a reason: what it says, what the records show, and which."""

    says: str
    shows: str
    refs: tuple[Ref, ...] = ()


@record
class WhyPage:
    """The answer to "why?". `lines` are the record's own; `reasons` what it counts for.

    `rests_on` are the records it was made from, `carries` those made from it.
    """

    title: str
    code: str
    lines: tuple[Told, ...]
    reasons: tuple[Reason, ...] = ()
    rests_on: tuple[Ref, ...] = ()
    carries: tuple[Ref, ...] = ()
    id: str = ""
    next: tuple[str, ...] = ()
