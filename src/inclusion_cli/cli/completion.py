"""`inclusion completion SHELL`: the Tab key completes commands and options."""

from __future__ import annotations

import os
from enum import Enum
from typing import Annotated, Any

import typer

from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import COMPLETE, single
from inclusion_cli.cli.tree import app as root
from inclusion_cli.desk import Desk
from inclusion_cli.domain.help_page import CompletionScript, HelpPage, HelpPart
from inclusion_cli.tongue import say

app = single("completion")
NAME = "inclusion"


class Shell(Enum):
    """A shell that can be taught to complete our commands."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


TO_USE = {
    Shell.BASH: "inclusion completion bash >> ~/.bashrc",
    Shell.ZSH: "inclusion completion zsh >> ~/.zshrc",
    Shell.FISH: (
        "inclusion completion fish > ~/.config/fish/completions/inclusion.fish"
    ),
    Shell.POWERSHELL: "inclusion completion powershell >> $PROFILE",
}
"""What is typed once; it works in every window that is opened after that."""


@command(app)
def script(
    desk: Desk,
    shell: Annotated[
        Shell | None,
        typer.Argument(help=say("Which shell you use."), metavar="[SHELL]"),
    ] = None,
) -> Any:
    """Print what makes the Tab key complete commands, for your shell.

    It completes commands, options and choices. It never completes names or codes of
    people: it opens no vault.
    """
    del desk
    if shell is None:
        return _how()
    from typer._completion_shared import get_completion_script

    text = get_completion_script(
        prog_name=NAME, complete_var=COMPLETE, shell=shell.value
    )
    told = say(
        "# To use it, type once: {to_use}\n# It opens no vault.\n",
        to_use=TO_USE[shell],
    )
    return CompletionScript(shell.value, f"{told}{text}")


def _how() -> HelpPage:
    ways = (HelpPart(shell.value, typed=(way,)) for shell, way in TO_USE.items())
    return HelpPage(
        "completion",
        say("Tab completes commands"),
        (
            HelpPart(
                "",
                (
                    say(
                        "Type the line of your shell, then open a new window.",
                    ),
                ),
            ),
            *ways,
            HelpPart(
                say("What it completes"),
                (
                    say("Commands, options and choices."),
                    say(
                        "Never names or codes of people: it opens no vault.",
                    ),
                ),
            ),
        ),
    )


def complete() -> int:
    """Print what could come next on a command line; return the exit code.

    Rich would be loaded to strip markup from help texts; ours have none.
    """
    from typer import _completion_classes as classes
    from typer.completion import shell_complete

    vars(classes)["_sanitize_help_text"] = str
    classes.completion_init()
    tree = typer.main.get_command(root)
    return shell_complete(tree, {}, NAME, COMPLETE, os.environ[COMPLETE])
