"""`inclusion undo`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from inclusion_cli.casework.undo import last_save, take_back
from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES, YES_NO
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import choose
from inclusion_cli.tongue import say

app = single("undo")
NOBODYS = "service"
"""What stands for the code of a save that is in no person's file."""


@command(app)
def undo(
    desk: Desk,
    *,
    confirm: Annotated[
        str | None,
        typer.Option("--confirm", metavar="CODE", help=say("The code, for scripts.")),
    ] = None,
) -> Any:
    """Take back your own last save. It stays in the history and no longer counts.

    Once a decision or a paper rests on it, write what is right as a new record.
    """
    with desk.writing() as work:
        save = last_save(work)
    code = save.code or NOBODYS
    if desk.asker is None and confirm not in (code, save.code):
        raise NotUnderstood(
            say("To take it back without asking, add: --confirm {code}", code=code)
        )
    if desk.asker is not None:
        question = choose(
            "undo", say("Take it back?"), say("Answer"), YES_NO, grave=True
        )
        said = ask_one(
            question,
            desk.asker,
            say(
                "Your last save: {what} for {label}, {at}.",
                what=save.what,
                label=save.label,
                at=say_when(save.at),
            ),
        )
        if said != YES:
            return Saved(
                say(
                    "Nothing was taken back. What was saved {at} stands.",
                    at=say_when(save.at),
                ),
                next=("today",),
                undo=False,
            )
    with desk.writing() as work:
        return take_back(work, last_save(work))
