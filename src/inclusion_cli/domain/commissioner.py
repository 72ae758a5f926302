"""The commissioner's pack: claims of all together, definitions, what is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.claim_names import NAMES
from inclusion_cli.domain.claims import NOTE, STRENGTH_WORDS, WHY_NOT_SHOWN, Claim
from inclusion_cli.domain.commissioner_cells import Cells, cells_of
from inclusion_cli.domain.commissioner_claims import Section, sections
from inclusion_cli.domain.commissioner_words import definitions
from inclusion_cli.domain.dashboard_lines import period_words
from inclusion_cli.domain.equity import NOT_ENOUGH, Equity
from inclusion_cli.domain.numbers import ServiceNumbers
from inclusion_cli.domain.paper import Claimed
from inclusion_cli.domain.paper_parts import PaperLine, Part, PartsPaper
from inclusion_cli.domain.record import record
from inclusion_cli.domain.small_counts import LEAST
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.sheet import Sheet


NOT_SHOWN_TITLE = say("What is counted and not shown, and why")


@record
class Commissioner:
    """All a pack says: its claims in sections, what is kept back, and how all fare."""

    service: str
    first: date
    last: date
    numbers: ServiceNumbers
    sections: tuple[Section, ...]
    cells: Cells
    equity: Equity
    definitions: tuple[tuple[str, str], ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return every claim in order; its place is its number on the paper."""
        return tuple(claim for part in self.sections for claim in part.claims)

    @property
    def claimed(self) -> tuple[Claimed, ...]:
        """Return the claims as they are kept with the paper."""
        return tuple(Claimed(claim.key, claim.n, claim.of) for claim in self.claims)

    @property
    def too_few(self) -> bool:
        """Say whether there are too few people to show anything of."""
        return self.numbers.people < LEAST


def commissioner(
    numbers: ServiceNumbers,
    equity: Equity,
    *,
    service: str,
    first: date,
    last: date,
    defaults: Defaults,
) -> Commissioner:
    """Return what a pack says of a period."""
    waits = defaults.over_caution_days
    return Commissioner(
        service=service,
        first=first,
        last=last,
        numbers=numbers,
        sections=sections(numbers, first=first, last=last, waits=waits),
        cells=cells_of(numbers),
        equity=equity,
        definitions=definitions(waits),
    )


def on_paper(pack: Commissioner, sheet: Sheet) -> PartsPaper:
    """Return the pack as a paper: a number in front of each claim, none by name."""
    return PartsPaper(
        sheet=sheet,
        name=say("Commissioner pack"),
        title=say("{service}: what the records show", service=pack.service),
        lead=tuple(_lead(pack)),
        parts=tuple(_parts(pack)),
    )


def _lead(pack: Commissioner) -> Iterator[str]:
    yield period_words(pack.first, pack.last)
    if pack.too_few:
        yield say(
            "There are fewer than {least} people with anything in this time. So no "
            "count is shown.",
            least=LEAST,
        )
    else:
        yield say(
            "{people} with anything in this time, {days} in all.",
            people=say_many("{number} person", "{number} people", pack.numbers.people),
            days=say_many(
                "{number} person-day", "{number} person-days", pack.numbers.days
            ),
        )
        shown = sum(claim.shown(pack.cells.kept_back) for claim in pack.claims)
        yield say(
            "{shown} of {all} claims are shown.", shown=shown, all=len(pack.claims)
        )
    yield NOTE


def _parts(pack: Commissioner) -> Iterator[Part]:
    number, kept_back, hidden = 1, pack.cells.kept_back, tuple(not_shown(pack))
    for section in pack.sections:
        lines = tuple(
            _line(claim, number + n, pack)
            for n, claim in enumerate(section.claims)
            if claim.shown(kept_back)
        )
        number += len(section.claims)
        if lines:
            yield Part(section.title, lines)
    if hidden:
        said = (PaperLine(says, label=title) for title, says in hidden)
        yield Part(NOT_SHOWN_TITLE, (PaperLine(WHY_NOT_SHOWN), *said))
    if pack.too_few:
        return
    yield Part(say("Whether all fare alike"), tuple(_equity(pack.equity)), NOT_ENOUGH)
    meanings = (PaperLine(says, label=word) for word, says in pack.definitions)
    yield Part(say("What the words mean"), tuple(meanings))
    yield Part(say("How to read this"), tuple(map(PaperLine, _reading(why=not hidden))))


def _line(claim: Claim, number: int, pack: Commissioner) -> PaperLine:
    says = say(
        "{says} Strength: {strength}.",
        says=claim.says(pack.cells.kept_back),
        strength=STRENGTH_WORDS[claim.strength],
    )
    return PaperLine(says, label=say("Claim {number}", number=number))


def not_shown(pack: Commissioner) -> Iterator[tuple[str, str]]:
    """Return what is counted and not shown: by section, each claim named once."""
    for section in pack.sections:
        kept_back = pack.cells.kept_back
        hidden = [NAMES[one.key] for one in section.claims if not one.shown(kept_back)]
        if hidden:
            yield section.title, say("{claims}.", claims="; ".join(hidden))


def _equity(equity: Equity) -> Iterator[PaperLine]:
    for row in equity.rows:
        groups = "; ".join(
            say("{answer}: {n} of {of}", answer=answer, n=n, of=of)
            for answer, n, of in row.cells
        )
        yield PaperLine(
            say("{looked_at}. {groups}.", looked_at=row.looked_at, groups=groups),
            label=row.what,
        )
    for what in equity.unsaid:
        yield PaperLine(NOT_ENOUGH, label=what)


def _reading(*, why: bool) -> Iterator[str]:
    """Return how to read a pack; with `why` where no other part says what is hidden."""
    if why:
        yield WHY_NOT_SHOWN
    yield say(
        "The service can show the records behind each claim: the paper is kept in its "
        "vault with its claims and their numbers."
    )
    yield say("Missing counts those nobody knows it of. They are not in the claim.")
