"""The options every command has, and those of every command that asks."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from inclusion_cli.tongue import say

Options = dict[str, tuple[Any, Any]]
"""What an option is, and its value where it is not typed, by its name."""

COMMON: Options = {
    "json": (
        Annotated[bool, typer.Option("--json", help=say("Print the result as JSON."))],
        False,
    ),
    "plain": (
        Annotated[
            bool,
            typer.Option(
                "--plain", help=say("Plain lines, as a screen reader likes them.")
            ),
        ],
        False,
    ),
    "practice": (
        Annotated[
            bool, typer.Option("--practice", help=say("Work in the practice vault."))
        ],
        False,
    ),
    "no_input": (
        Annotated[bool, typer.Option("--no-input", help=say("Ask nothing."))],
        False,
    ),
    "passphrase_fd": (
        Annotated[
            int | None,
            typer.Option(
                "--passphrase-fd",
                metavar="N",
                help=say("Read the passphrase from this file descriptor."),
            ),
        ],
        None,
    ),
}
GUIDED: Options = {
    "answers": (
        Annotated[
            str | None,
            typer.Option(
                "--answers",
                metavar="FILE",
                help=say("Answers as JSON; - is standard input."),
            ),
        ],
        None,
    ),
    "answer": (
        Annotated[
            list[str] | None,
            typer.Option(
                "--answer", metavar="KEY=VALUE", help=say("One answer, by its key.")
            ),
        ],
        None,
    ),
    "dry_run": (
        Annotated[
            bool, typer.Option("--dry-run", help=say("Check everything, save nothing."))
        ],
        False,
    ),
    "questions": (
        Annotated[
            bool, typer.Option("--questions", help=say("Print the questions and stop."))
        ],
        False,
    ),
}
