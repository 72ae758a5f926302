"""`inclusion verify`."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

app = single("verify")


@command(app)
def verify(
    desk: Desk,
    *,
    against: Annotated[
        str | None,
        typer.Option(
            "--against", metavar="CODE", help=say("A head code from a paper.")
        ),
    ] = None,
    count: Annotated[
        int | None,
        typer.Option("--count", metavar="N", help=say("The number beside that code.")),
    ] = None,
) -> Any:
    """Prove that nothing in the vault was changed, moved or lost.

    With a head code from a paper that somebody else kept, it says whether the record
    is unchanged since then. If not, it names the first entry that differs.
    """
    from inclusion_cli.store.crockford import is_code
    from inclusion_cli.store.verify import verify as prove

    if (against is None) != (count is None):
        raise NotUnderstood(say("--against and --count go together, as on the paper."))
    if count is not None and count < 0:
        raise NotUnderstood(
            say("--count must be 0 or more. You typed {count}.", count=count)
        )
    if against is not None and not is_code(against):
        raise NotUnderstood(
            say(
                "A head code has 16 letters and numbers, like "
                "4ZVN-1BYD-RE4V-MX84. You typed {against}.",
                against=one_line(against),
            )
        )
    shows = sys.stderr.isatty() and not desk.call.as_json
    return prove(
        desk.vault,
        against=against or "",
        entries=count,
        progress=_progress if shows else None,
    )


def _progress(done: int, total: int) -> None:
    sys.stderr.write(
        say(
            "{done} of {total} entries checked.\n", done=f"{done:,}", total=f"{total:,}"
        )
    )
