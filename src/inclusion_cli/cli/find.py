"""`inclusion find`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli.casework.find import NoWords, find_words
from inclusion_cli.casework.look_up import kind_typed
from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date

app = single("find")
USUAL = 20
MOST = 1000


@command(app)
def find(
    desk: Desk,
    words: Annotated[
        list[str] | None,
        typer.Argument(help=say("Words that all must be there."), metavar="[WORDS]"),
    ] = None,
    *,
    person: Annotated[
        str | None,
        typer.Option("--person", metavar="PERSON", help=say("In one person's file.")),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="KIND", help=say("One kind: debrief, card, step.")
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DAY", help=say("What happened from this day on.")
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit", metavar="N", help=say("How many to show."), min=1, max=MOST
        ),
    ] = USUAL,
    all_: Annotated[
        bool, typer.Option("--all", help=say("In closed files too."))
    ] = False,
) -> Any:
    """Find words in everything that stands: names, debriefs, cards, decisions.

    Examples: inclusion find bus. inclusion find corner cafe --person AK-014. inclusion
    find "too loud" door --kind debrief --since 1/9. Accents and capitals do not matter.
    The beginning of a word is enough. Quotes keep words together. Without words it
    asks for them, so that they stay out of your shell's history.
    """
    typed = tuple(words or ()) or _asked(desk)
    one = desk.anyone(person) if person else None
    more = [("--person", person), ("--kind", kind), ("--since", since)]
    flags = [word for flag, value in more if value for word in (flag, value)]
    return find_words(
        desk.search,
        typed,
        person=one,
        kind=kind_typed(kind) if kind else "",
        since=_since(desk, since),
        limit=limit,
        closed=all_,
        again=(*flags, *(["--all"] if all_ else [])),
    )


def _asked(desk: Desk) -> tuple[str, ...]:
    if desk.asker is None:
        raise NoWords
    desk.unlock()
    question = Question("words", say("Which words?"), say("Words"))
    return (ask_one(question, desk.asker),)


def _since(desk: Desk, typed: str | None) -> date | None:
    if typed is None:
        return None
    try:
        return parse_day(typed, today=desk.clock.today(), leaning=Leaning.BACK)
    except ValueError as reason:
        raise NotUnderstood(
            say("--since {reason}. You typed {typed}.", reason=reason, typed=typed)
        ) from None
