"""A page of help, and a script for a shell: what help can give."""

from __future__ import annotations

from inclusion_cli.domain.record import record


@record
class HelpPart:
    """A part of a page: a heading, sentences, and rows of a word and what it is.

    What is to be `typed` stands on lines of its own, to be copied.
    """

    heading: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    typed: tuple[str, ...] = ()


@record
class HelpPage:
    """Help on a topic."""

    topic: str
    title: str
    parts: tuple[HelpPart, ...]
    next: tuple[str, ...] = ()


@record
class CommandHelp:
    """The help of one command, as it is laid out."""

    topic: str
    text: str


@record
class CompletionScript:
    """What teaches a shell to complete our commands. It is printed as it stands."""

    shell: str
    text: str
