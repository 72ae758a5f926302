"""`inclusion pack ...`: each pack is entered by its own file."""

from __future__ import annotations

from inclusion_cli.cli import (
    pack_commissioner,
    pack_continuity,
    pack_inspector,
    pack_my_record,
    pack_safeguarding,
    pack_visit,
)
from inclusion_cli.cli.tree import group
from inclusion_cli.tongue import say

app = group("pack", say("Packs on paper, for whoever asks."), default="")


@app.callback()
def packs() -> None:
    """Packs on paper, for whoever asks."""


for pack in (
    pack_commissioner,
    pack_continuity,
    pack_inspector,
    pack_my_record,
    pack_safeguarding,
    pack_visit,
):
    pack.register(app)
