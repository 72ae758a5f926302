"""The practice vault: where it is, and its home screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.home import picture as home_picture
from inclusion_cli.screens.page import Command, Heading, Line, Page, page

if TYPE_CHECKING:
    from inclusion_cli.domain.receipts import DemoMade


def picture(made: DemoMade) -> Page:
    """Return the practice vault as a page."""
    home = home_picture(made.home)
    return page(
        *home.blocks,
        Heading("Papers made for you to look at"),
        *(Line(path, indent=2, whole=True) for path in made.papers),
        Heading("Try these"),
        Command("What is due:", ()),
        Command("Record a session:", ("debrief",)),
        Command("Look at a ladder:", ("plan", "PR-003")),
        Command("Decide about a step:", ("review", "PR-002")),
        Line("The practice vault is here. Nobody in it is real:"),
        Line(made.folder, indent=2, whole=True),
    )
