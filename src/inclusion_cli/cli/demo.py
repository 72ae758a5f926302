"""`inclusion demo`: a practice vault with three cases, and papers to look at."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from typing import Annotated

import typer

from inclusion_cli.cli import card, review
from inclusion_cli.cli.options import command
from inclusion_cli.cli.story import make, tell
from inclusion_cli.cli.today import today
from inclusion_cli.cli.tour import NobodyToShow
from inclusion_cli.cli.tour import tour as walk
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import DemoMade, TourDone
from inclusion_cli.errors import NotUnderstood, RuleSaysNo
from inclusion_cli.opening import practice_clock
from inclusion_cli.settings import Call
from inclusion_cli.tongue import say

app = single("demo")
CARDS = ({"size": "a4", "holder": "person"}, {"size": "wallet", "holder": "person"})


class PracticeThere(RuleSaysNo):
    """There is a practice vault; it is not emptied by the way."""

    hint = say("To throw it away and begin anew, type: inclusion demo --empty --reset")

    def __init__(self) -> None:
        super().__init__(say("There is a practice vault already."))


@command(app)
def demo(
    desk: Desk,
    *,
    reset: Annotated[
        bool, typer.Option("--reset", help=say("Throw the practice vault away first."))
    ] = False,
    empty: Annotated[
        bool, typer.Option("--empty", help=say("Make it with nobody in it."))
    ] = False,
    tour: Annotated[
        bool,
        typer.Option(
            "--tour", help=say("Be walked through one debrief, in 5 minutes.")
        ),
    ] = False,
) -> DemoMade | TourDone:
    """Make a practice vault with three cases in it, and look around.

    It is apart from your own vault. PRACTICE stands on every page. Nobody is real. What
    you do in it stays until: inclusion demo --reset
    """
    if tour and empty:
        raise NotUnderstood(say("The tour needs the people in it. Leave out --empty."))
    if tour and desk.asker is None:
        raise NobodyToShow
    _make(desk, reset=reset, empty=empty)
    if tour:
        return walk(desk)
    with closing(Desk(Call(practice=True, no_input=True))) as there:
        papers = tuple(_papers(there))
        return DemoMade(str(there.folder), papers, today(there))


def _make(desk: Desk, *, reset: bool, empty: bool) -> None:
    """Make the practice vault where there is none, or anew."""
    from inclusion_cli.store.folder import exists

    desk.call = replace(desk.call, practice=True)
    if reset and desk.folder.is_dir():
        shutil.rmtree(desk.folder)
    if empty and exists(desk.folder):
        raise PracticeThere
    if not exists(desk.folder):
        make(desk, empty=empty, now=practice_clock().now())


def _papers(desk: Desk) -> tuple[str, ...]:
    """Make cards and a review pack of everybody, to look at."""
    made = []
    for kept in desk.reading.people():
        code = kept.record.code
        tell(say("Making papers to look at: {label}.", label=kept.record.label))
        made += [
            card.print_card(
                Desk.at(desk.vault, desk.data_key, clock=desk.clock, given=given), code
            )
            for given in CARDS
        ]
        there = Desk.at(desk.vault, desk.data_key, clock=desk.clock, given={})
        made.append(review.review(there, code, pack_only=True))
    return tuple(path for papers in made for path in papers.paths)
