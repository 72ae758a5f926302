"""The tree of commands; each module is loaded when one of its commands is run."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from inclusion_cli import __version__
from inclusion_cli.cli.flags import behind
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.tongue import say

GROUPS = {
    say("Every day"): {
        "today": say("What is due today, what is coming, what is worth a look."),
        "prepare": say("Get ready for a session together: about 3 minutes."),
        "debrief": say("Record a session: a few short questions."),
        "observe": say("Record what happens between sessions."),
        "session": say("Sessions: list, plan, move, cancel."),
        "card": say("The early-warning card: write, show, check, print."),
        "review": say("Decide about a step, and make the review pack."),
        "reply": say("What the person says about a pack or a decision."),
    },
    say("People and plans"): {
        "person": say("The people you support: add, list, show, edit, close."),
        "formulate": say("What matters, what is hard, what helps: write, show, sign."),
        "plan": say("The ladder of steps: show, add, edit, start, stop, away."),
    },
    say("Keeping safe"): {
        "money": say("Money: what is agreed, practised, looked at, asked for."),
        "event": say("Evenings where drink or drugs are near: plan, show, reduce."),
        "consent": say("What a person agrees to: give, withdraw, show, list."),
        "disclosure": say("What was told to whom: add, list, finish, recalled."),
        "partner": say("Venues, groups, employers: add, show, list, brief."),
        "incident": say("What went wrong, or nearly; whom to ring; what was learned."),
        "concern": say("A safeguarding concern: what was seen, wishes, what is done."),
        "restriction": say("Limits: place, sign off, look at again, lift, list."),
        "decide-risk": say("Weigh a wish with its risks, and tell how it went."),
    },
    say("Showing it"): {
        "measure": say("Measures: take one, list them, draw them."),
        "action": say("What will be done, by whom, and if it worked."),
        "audit": say("The monthly audit: what was agreed against what was done."),
        "dashboard": say("The numbers of one person or of all, with charts."),
        "pack": say("Packs on paper: their own copy, and others."),
        "supervision": say("Your own supervision: prepare, note, list."),
        "trace": say("The thread from a wish to what came of it, with its gaps."),
    },
    say("Asking and mending"): {
        "why": say("Why something is there: what it rests on, what rests on it."),
        "history": say("Every version of a record, with the reasons."),
        "find": say("Find words in what you may see."),
        "amend": say("Mend a record; the first version stays readable."),
        "refile": say("Move a record to the right person's file."),
        "undo": say("Take back your own last save."),
        "check-words": say("Look over any text for words worth a second look."),
    },
    say("The vault"): {
        "init": say("Set up your vault."),
        "unlock": say("Unlock the vault for a while."),
        "lock": say("Lock the vault now."),
        "passphrase": say("Change the passphrase."),
        "recover": say("Open the vault with the recovery code."),
        "verify": say("Prove that nothing in the vault was changed."),
    },
    say("To practise"): {
        "demo": say("Make a practice vault with three cases in it."),
    },
    say("Help"): {
        "help": say("Help on keys, dates, words, exit codes, tasks and commands."),
        "completion": say("Let the Tab key complete commands."),
    },
}
COMPLETE = "_INCLUSION_COMPLETE"
"""Set by a shell that asks what could come next on a command line."""
MODULES = {
    "check-words": "check_words",
    "decide-risk": "decide_risk",
    "today": "home",
    "passphrase": "keys",
    "recover": "keys",
    "lock": "keys",
    "unlock": "keys",
}
"""The file of a command, where it is not the command's own name."""
USAGE_ERROR: type[Exception] = typer.BadParameter.__bases__[0]


class Stub(TyperCommand):
    """A command's name and help; the command itself is loaded when it is run."""

    def load(self) -> Any:
        """Return the command, from its module."""
        name = self.name or ""
        module = importlib.import_module(f"inclusion_cli.cli.{MODULES.get(name, name)}")
        found = _built(module.app)
        own = getattr(found, "commands", {})
        return own.get(name, found)


@cache
def _built(app: typer.Typer) -> Any:
    """Return the command of an app. It is made of every flag's type hint, once."""
    return typer.main.get_command(app)


class Lazy(TyperGroup):
    """The root: lists every command and loads none of them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return every command's name."""
        return [name for group in GROUPS.values() for name in group]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return a stub for a command, or None."""
        for group in GROUPS.values():
            if cmd_name in group:
                text = group[cmd_name]
                return Stub(name=cmd_name, help=text, short_help=text)
        return None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command itself, now that it is to be run."""
        self.commands = {n: self.get_command(ctx, n) for n in self.list_commands(ctx)}
        name, found, rest = super().resolve_command(ctx, args)
        return name, found.load() if isinstance(found, Stub) else found, rest

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in their groups."""
        del ctx
        for title, group in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl(list(group.items()))


class Defaulting(TyperGroup):
    """A group of which one command may be left out: `inclusion plan AK-014`.

    Where `default` is "", none may be.
    """

    default = "show"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default before arguments that name no command."""
        if not (ctx.resilient_parsing and not args):
            args = behind(args, alone=self.default)
            named = args and args[0] in self.commands
            if self.default and "--help" not in args and not named:
                args = [self.default, *args]
        return super().parse_args(ctx, args)


def group(name: str, help_text: str, *, default: str = "show") -> typer.Typer:
    """Return a group of commands of which one may be left out."""
    return typer.Typer(
        name=name,
        cls=type("Defaulting", (Defaulting,), {"default": default}),
        help=help_text,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def single(name: str) -> typer.Typer:
    """Return the app of one command."""
    return typer.Typer(
        name=name,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


app = typer.Typer(
    cls=Lazy,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        say(
            "inclusion: paced, honest steps back into ordinary "
            "life.\n\nType inclusion alone for what is due today. In "
            "any question, ? helps."
        )
    ),
    epilog=say(
        "To learn it: inclusion demo. For help on keys or dates: inclusion help"
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"inclusion {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: bool = typer.Option(
        False,
        "--version",
        callback=_version,
        is_eager=True,
        help=say("Show the version."),
    ),
) -> None:
    """Paced, honest steps back into ordinary life."""


def run_tree(argv: list[str]) -> Any:
    """Run a command and return what it returns."""
    try:
        return app(argv, prog_name="inclusion", standalone_mode=False)
    except USAGE_ERROR as error:
        raise _in_words(error) from None
    except typer.Abort:
        return 130


def _in_words(error: Any) -> NotUnderstood:
    told = NotUnderstood(error.format_message())
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "inclusion"
    told.hint = say("For help, type: {path} --help", path=path)
    return told
