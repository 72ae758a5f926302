"""`inclusion help [TOPIC]`: topics, tasks and commands. It opens no vault."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from inclusion_cli.cli.help_topics import TOPICS
from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import GROUPS, Stub, single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.help_page import CommandHelp, HelpPage, HelpPart
from inclusion_cli.errors import NothingFound
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

app = single("help")
About = Annotated[
    list[str] | None,
    typer.Argument(help=say("A topic, a task or a command."), metavar="[TOPIC]"),
]


class NoSuchHelp(NothingFound):
    """There is no help on what was typed."""

    hint = say("To see what there is, type: inclusion help")

    def __init__(self, typed: str, near: str) -> None:
        guess = say(' Did you mean "{near}"?', near=near) if near else ""
        super().__init__(
            say(
                'There is no help on "{typed}".{guess}',
                typed=one_line(typed),
                guess=guess,
            )
        )


@command(app)
def show(desk: Desk, topic: About = None) -> Any:
    """Show help on a topic, a task or a command. It opens no vault.

    Examples: inclusion help keys. inclusion help dates. inclusion help plan add
    """
    del desk
    words = [word.casefold() for word in topic or ()]
    if not words:
        return _everything()
    name = "-".join(words)
    if name in TOPICS:
        return TOPICS[name][1]()
    if found := _command(words):
        return found
    raise NoSuchHelp(" ".join(words), _near(" ".join(words)))


def _everything() -> HelpPage:
    """Return the topics, and the commands by what they are for."""
    topics = tuple((topic, about) for topic, (about, _page) in TOPICS.items())
    commands = (HelpPart(title, rows=tuple(g.items())) for title, g in GROUPS.items())
    how = say("Topics. To read one, type: inclusion help TOPIC")
    return HelpPage(
        "",
        say("Help"),
        (HelpPart(how, rows=topics), *commands),
        next=("help", "keys"),
    )


def _command(words: list[str]) -> CommandHelp | None:
    """Return the help of a command, None where there is none of that name."""
    found, path = _loaded(words[0]), f"inclusion {words[0]}"
    for word in words[1:]:
        found = getattr(found, "commands", {}).get(word)
        path = f"{path} {word}"
    if found is None:
        return None
    with found.make_context(path, [], resilient_parsing=True) as context:
        return CommandHelp(" ".join(words), found.get_help(context))


def _loaded(name: str) -> Any:
    known = {name for group in GROUPS.values() for name in group}
    return Stub(name=name).load() if name in known else None


def _near(typed: str) -> str:
    from difflib import get_close_matches

    known = [*TOPICS, *(name for group in GROUPS.values() for name in group)]
    return next(iter(get_close_matches(typed.replace(" ", "-"), known, 1, 0.5)), "")
