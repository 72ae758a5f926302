"""What stands behind each claim of a pack: its records, counted again as known then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.claims import NOT_SHOWN
from inclusion_cli.domain.dashboard_lines import period_words
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.claims import Claim
    from inclusion_cli.domain.commissioner import Commissioner
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.paper import Claimed, Paper


@record
class ClaimWhy:
    """One claim, whole, for those who may see it, and the records it was counted from.

    `printed` is what the paper says instead, where it kept the count back. `differs`
    says what was printed where it does not come out the same again.
    """

    number: int
    key: str
    says: str
    records: tuple[str, ...]
    printed: str = ""
    differs: str = ""


@record
class ClaimsWhy:
    """A pack on paper, and what stands behind each of its claims."""

    id: str
    title: str
    recipient: str
    period: str
    claims: tuple[ClaimWhy, ...]
    most: int


def why_claims(paper: Kept[Paper], pack: Commissioner) -> ClaimsWhy:
    """Return the claims of a pack with their records, beside what was printed."""
    printed = {one.key: one for one in paper.record.claims}
    return ClaimsWhy(
        id=paper.id,
        title=say("Commissioner pack {record}", record=short_id(paper.id)),
        recipient=paper.record.recipient,
        period=period_words(pack.first, pack.last),
        claims=tuple(
            _why(claim, number, pack, printed.get(claim.key))
            for number, claim in enumerate(pack.claims, start=1)
        ),
        most=max((len(claim.records) for claim in pack.claims), default=0),
    )


def _why(
    claim: Claim, number: int, pack: Commissioner, printed: Claimed | None
) -> ClaimWhy:
    shown = claim.shown(pack.cells.kept_back)
    same = printed and (printed.n, printed.out_of) == (claim.n, claim.of)
    differs = (
        ""
        if same
        else say("On the paper: {n} of {of}.", n=printed.n, of=printed.out_of)
        if printed
        else say("It is not on the paper.")
    )
    return ClaimWhy(
        number=number,
        key=claim.key,
        says=claim.sentence,
        records=tuple(dict.fromkeys(claim.records)),
        printed="" if shown else NOT_SHOWN,
        differs=differs,
    )
