"""The practice vault: where it is, and its home screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.home import picture as home_picture
from inclusion_cli.screens.page import Block, Command, Heading, Line, Page, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.receipts import DemoMade


def picture(made: DemoMade) -> Page:
    """Return the practice vault as a page."""
    home = home_picture(made.home)
    return page(
        *home.blocks,
        *(_papers_and_ways(made) if made.papers else ()),
        Line("The practice vault is here. Nobody in it is real:"),
        Line(made.folder, indent=2, whole=True),
    )


def _papers_and_ways(made: DemoMade) -> Iterator[Block]:
    yield Heading("Papers made for you to look at")
    yield from (Line(path, indent=2, whole=True) for path in made.papers)
    yield Heading("Try these")
    yield Command("What is due:", ())
    yield Command("Record a session:", ("debrief",))
    yield Command("Look at a ladder:", ("plan", "PR-003"))
    yield Command("Decide about a step:", ("review", "PR-002"))
