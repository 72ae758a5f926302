"""The `today` command, with its options."""

from __future__ import annotations

from inclusion_cli.cli.options import command
from inclusion_cli.cli.today import today
from inclusion_cli.cli.tree import single

app = single("today")
command(app)(today)
