"""`inclusion pack ...`: each pack is entered by its own file."""

from __future__ import annotations

import typer

from inclusion_cli.cli import (
    pack_continuity,
    pack_inspector,
    pack_my_record,
    pack_safeguarding,
    pack_visit,
)
from inclusion_cli.tongue import say

app = typer.Typer(
    name="pack",
    help=say("Packs on paper, for whoever asks."),
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def packs() -> None:
    """Packs on paper, for whoever asks."""


for pack in (
    pack_continuity,
    pack_inspector,
    pack_my_record,
    pack_safeguarding,
    pack_visit,
):
    pack.register(app)
