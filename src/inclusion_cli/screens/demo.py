"""The practice vault: where it is, and its home screen."""

from __future__ import annotations

from inclusion_cli.domain.receipts import DemoMade
from inclusion_cli.screens.home import picture as home_picture
from inclusion_cli.screens.page import Heading, Line, Page, page


def picture(made: DemoMade) -> Page:
    """Return the practice vault as a page."""
    home = home_picture(made.home)
    return page(
        *home.blocks,
        Heading("Papers made for you to look at"),
        *(Line(path, indent=2, whole=True) for path in made.papers),
        Heading("Try these"),
        Line("inclusion --practice", indent=2),
        Line("inclusion --practice debrief", indent=2),
        Line("inclusion --practice review PR-001", indent=2),
        Line("The practice vault is here. Nobody in it is real:"),
        Line(made.folder, indent=2, whole=True),
    )
