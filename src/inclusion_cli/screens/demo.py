"""The practice vault: where it is, its home screen, and the end of the tour."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from inclusion_cli.domain.receipts import DemoMade, TourDone
from inclusion_cli.screens.home import picture as home_picture
from inclusion_cli.screens.page import Block, Command, Heading, Line, Title
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

PRINTED = ".pdf"


def picture(made: DemoMade | TourDone) -> Iterator[Block | None]:
    """Return the practice vault, or the end of the tour, as a page."""
    if isinstance(made, TourDone):
        return _after_the_tour(made)
    return _made(made)


def _made(made: DemoMade) -> Iterator[Block | None]:
    yield from home_picture(made.home)
    if made.papers:
        yield from _papers_and_ways(made)
    yield Line(say("The practice vault is here. Nobody in it is real:"))
    yield Line(made.folder, indent=2, whole=True)


def _papers_and_ways(made: DemoMade) -> Iterator[Block]:
    folder, names = _in_folder(made.papers)
    yield Heading(say("Papers made for you to look at"))
    yield Line(folder, indent=2, whole=True)
    yield from (Line(name, indent=4, whole=True) for name in names)
    yield Line(say("Each of them is there as text, too: its name ends in .md."))
    yield Heading(say("Try these"))
    yield Command(say("Be walked through a debrief:"), ("demo", "--tour"))
    yield Command(say("What is due:"), ())
    yield Command(say("Record a session:"), ("debrief",))
    yield Command(say("Look at a ladder:"), ("plan", "PR-003"))
    yield Command(say("Decide about a step:"), ("review", "PR-002"))


def _in_folder(papers: tuple[str, ...]) -> tuple[str, list[str]]:
    """Return the folder papers are in, and the names of those to print."""
    whole = [PurePath(path) for path in papers if path.endswith(PRINTED)]
    return str(whole[0].parent), [path.name for path in whole]


def _after_the_tour(done: TourDone) -> Iterator[Block]:
    yield Title(say("The tour is over"))
    yield Line(done.says)
    yield Heading(say("Where to go from here"))
    yield Command(say("Record a session by yourself:"), ("debrief",))
    yield Command(say("Print a card:"), ("card", "print", done.code))
    yield Command(say("Decide about a step:"), ("review", done.code))
