"""The dashboard for somebody outside: claims only, and no count under 5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.claims import NOTE, WHY_NOT_SHOWN
from inclusion_cli.domain.commissioner import NOT_SHOWN_TITLE, not_shown
from inclusion_cli.domain.dashboard import Dashboard
from inclusion_cli.domain.dashboard_lines import Fact, Part, period_words
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.commissioner import Commissioner


def outside_dashboard(pack: Commissioner) -> Dashboard:
    """Return a pack's claims as a dashboard; what is kept back is not in it at all."""
    return Dashboard(
        name="",
        code="",
        title=say("{service}. Dashboard", service=pack.service or say("The service")),
        period=period_words(pack.first, pack.last),
        first=pack.first,
        last=pack.last,
        parts=tuple(_parts(pack)),
        note=NOTE if any(not_shown(pack)) else f"{NOTE} {WHY_NOT_SHOWN}",
        numbers=None,
    )


def _parts(pack: Commissioner) -> Iterator[Part]:
    kept_back = pack.cells.kept_back
    for number, section in enumerate(pack.sections, start=1):
        facts = tuple(
            Fact(claim.says(kept_back))
            for claim in section.claims
            if claim.shown(kept_back)
        )
        if facts:
            yield Part(f"part-{number}", section.title, facts)
    if hidden := tuple(not_shown(pack)):
        said = tuple(Fact(f"{title}: {says}") for title, says in hidden)
        yield Part("not-shown", NOT_SHOWN_TITLE, (Fact(WHY_NOT_SHOWN), *said))
    yield Part(
        "words",
        say("What the words mean"),
        tuple(Fact(f"{word}: {says}") for word, says in pack.definitions),
    )
