"""The `today` command, with its options; the body is kept light for the home screen."""

from __future__ import annotations

from inclusion_cli.cli.options import command
from inclusion_cli.cli.today import today
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.home import Home

app = single("today")


@command(app)
def show(desk: Desk) -> Home:
    """Show what is due today, what is coming up and what is worth a look."""
    return today(desk)
