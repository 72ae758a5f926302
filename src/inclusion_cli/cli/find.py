"""`inclusion find`."""

from __future__ import annotations

from typing import Annotated

import typer

from inclusion_cli.casework import find as acts
from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.find import Found, parts_of, quoted
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.told import KIND_WORDS
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.errors import NotUnderstood

app = single("find")
LIMIT, MOST = 20, 200
SPARE = 5  # read more than is shown: what is found may be no text


@command(app)
def find(
    desk: Desk,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to find.")],
    *,
    person: Annotated[
        str | None, typer.Option("--person", metavar="CODE", help="Of one person.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="One kind, such as debrief.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this day on.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=MOST, help="How many to show.")
    ] = LIMIT,
    closed: Annotated[
        bool, typer.Option("--all", help="In closed files, too.")
    ] = False,
) -> Found:
    """Find words in what you may see: all of them must be there, in any order.

    The beginning of a word is enough. Capital letters and accents do not matter.

    Examples: inclusion find canal. inclusion find "said hello" --person AK-014
    """
    from inclusion_cli.store import finding, trails

    text = " ".join(quoted(word) for word in words)
    parts = parts_of(text)
    if not parts:
        raise acts.NoWords
    first = _since(desk, since)
    file = desk.anyone(person).file if person else ""
    held = trails.holding(
        desk.reading,
        finding.asked_for(parts),
        _kinds(kind),
        most=SPARE * limit,
        file=file,
        since=first,
    )
    people = {kept.file: kept for kept in desk.reading.people()}
    return acts.hits(desk.reading, text, held, people, limit=limit, closed=closed)


def _kinds(typed: str | None) -> tuple[str, ...]:
    if typed is None:
        return tuple(KINDS)
    if typed not in KINDS:
        known = ", ".join(sorted(KIND_WORDS.keys() & KINDS.keys()))
        raise NotUnderstood(f'There is no kind "{typed}". Type one of: {known}.')
    return (typed,)


def _since(desk: Desk, typed: str | None) -> str:
    if typed is None:
        return ""
    try:
        day = parse_day(typed, today=desk.clock.today(), leaning=Leaning.BACK)
    except ValueError as reason:
        raise NotUnderstood(f"--since {reason}. You typed {typed}.") from None
    return day.isoformat()
