"""`inclusion find`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from inclusion_cli.casework.find import NoWords, find_words
from inclusion_cli.casework.look_up import kind_typed
from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import single
from inclusion_cli.cli.typed_flag import day_typed
from inclusion_cli.desk import Desk
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import Question
from inclusion_cli.tongue import say

app = single("find")
USUAL = 20
MOST = 1000
Words = Annotated[
    list[str] | None,
    typer.Argument(help=say("Words that all must be there."), metavar="[WORDS]"),
]
OnePerson = Annotated[
    str | None,
    typer.Option("--person", metavar="PERSON", help=say("In one person's file.")),
]
OneKind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help=say("One kind: debrief, card, step.")),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help=say("What happened from this day on.")),
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit", metavar="N", help=say("How many to show."), min=1, max=MOST
    ),
]
Closed = Annotated[bool, typer.Option("--all", help=say("In closed files too."))]


@command(app)
def find(
    desk: Desk,
    words: Words = None,
    *,
    person: OnePerson = None,
    kind: OneKind = None,
    since: Since = None,
    limit: Limit = USUAL,
    all_: Closed = False,
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
        since=day_typed(desk, "--since", since),
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
