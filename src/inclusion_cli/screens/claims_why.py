"""What stands behind each claim of a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.kept import short_id
from inclusion_cli.screens.page import Block, Heading, Line, Title
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.claims_why import ClaimsWhy, ClaimWhy

SHOWN = 8


def picture(why: ClaimsWhy) -> Iterator[Block]:
    """Return the claims with their records."""
    yield Title(why.title)
    yield Line(
        say(
            "For {recipient}. {period} Counted again as it was known then.",
            recipient=why.recipient,
            period=why.period,
        )
    )
    for claim in why.claims:
        yield from _claim(claim)


def _claim(claim: ClaimWhy) -> Iterator[Block]:
    yield Heading(say("Claim {number}", number=claim.number))
    yield Line(claim.says)
    if claim.printed:
        yield Line(say("On the paper: {printed}.", printed=claim.printed), indent=2)
    if claim.differs:
        yield Line(claim.differs, strong=True, indent=2)
    yield Line(_records(claim.records), indent=2)


def _records(records: tuple[str, ...]) -> str:
    if not records:
        return say("No record: none was counted.")
    told = ", ".join(map(short_id, records[:SHOWN]))
    more = len(records) - SHOWN
    if more > 0:
        return say("Records: {told} and {more} more.", told=told, more=more)
    return say("Records: {told}.", told=told)
