"""The practice cases, lived in through the same acts a worker uses.

Each deed of the story says when it is done, counted in days from now, which command
does it, and the answers as they would be typed.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli import files, shipped
from inclusion_cli.casework.service import set_up_service
from inclusion_cli.cli.story_days import moment, told_now
from inclusion_cli.cli.story_deeds import ACTS
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.interviews.answers import flat
from inclusion_cli.settings import Call
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault

TOLD_EVERY = 25
SET_UP_DAYS = 121
SERVICE = {
    "worker": say("Sam"),
    "role": say("Key worker"),
    "service": say("Practice House"),
    "nation": "england",
}


def make(desk: Desk, *, empty: bool, now: datetime) -> None:
    """Make the vault, and live the cases in it, each act on its own day before now.

    It is made beside its place and put there when it is whole, so that no half of it is
    left where the making is stopped.
    """
    folder = desk.folder
    making = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(making, ignore_errors=True)
    try:
        _make_in(making, empty=empty, now=now)
        files.make_folder(folder)
        for part in sorted(making.iterdir(), reverse=True):  # the key before its vault
            part.replace(folder / part.name)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _make_in(folder: Path, *, empty: bool, now: datetime) -> None:
    from inclusion_cli.store import keys
    from inclusion_cli.store.vault import create

    tell(say("Making the practice vault."))
    clock = Clock(now)
    vault_id, data_key = clock.new_id(), keys.new_data_key()
    key = keys.seal_for_practice(data_key, vault=vault_id)
    made_at, device = clock.now().isoformat(), clock.new_id()
    vault = create(folder, key, data_key, device=device, made_at=made_at)
    vault.hurry()
    with closing(Desk(Call(practice=True, no_input=True))) as desk:
        desk.settle(vault, data_key)
        first = Clock(now - timedelta(days=SET_UP_DAYS))
        with Desk.at(vault, data_key, clock=first, given={}).writing("setup") as work:
            set_up_service(work, SERVICE)
        if not empty:
            _live_all(vault, data_key, now)


def _live_all(vault: Vault, data_key: bytes, now: datetime) -> None:
    """Do every deed of the story in the order of its days."""
    told = shipped.practice_story()
    story = sorted(told, key=lambda deed: moment(deed["at"], now))
    tell(
        say(
            "Making practice cases: 0 of {story}. It takes up to half a minute.",
            story=len(story),
        )
    )
    for number, deed in enumerate(story, start=1):
        given = {key: told_now(raw, now) for key, raw in flat(deed["answers"])}
        clock = Clock(moment(deed["at"], now))
        desk = Desk.at(vault, data_key, clock=clock, given=given)
        ACTS[deed["do"]](desk, {**deed, "now": now})
        if number % TOLD_EVERY == 0:
            tell(
                say(
                    "Making practice cases: {number} of {story}.",
                    number=number,
                    story=len(story),
                )
            )


def tell(line: str) -> None:
    """Say how far the making is, apart from its result."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
