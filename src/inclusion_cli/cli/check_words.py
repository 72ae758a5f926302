"""`inclusion check-words`: the language check, for any text. It opens no vault."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.wording.checked import checked, mode
from inclusion_cli.errors import NothingFound, NotUnderstood
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

app = single("check-words")
STANDARD_INPUT = "-"
LARGEST = 1 << 20


@command(app)
def check_words(
    desk: Desk,
    file: Annotated[
        str,
        typer.Argument(help=say("A text file; - is standard input."), metavar="FILE|-"),
    ],
    *,
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="note|formulation|person|report",
            help=say("What the text is. A person is who will read it."),
        ),
    ] = "note",
) -> Any:
    """Look over any text for words worth a second look.

    Each phrase comes with a question, and often with another way to say it. It is a
    prompt and stops nobody. Own words, quotations and terms of law are left alone.
    """
    from inclusion_cli.wording import rules_of

    try:
        read_as = mode(as_)
    except ValueError as reason:
        raise NotUnderstood(
            say("--as {reason}. You typed {as_}.", reason=reason, as_=one_line(as_))
        ) from None
    text = _text(file)
    if not text.strip():
        raise NothingFound(say("There is no text in it to look over."))
    return checked(text, rules_of(desk.settings.data, desk.told), read_as)


def _text(file: str) -> str:
    """Return the text exactly as it is, line ends included."""
    told = _bytes(file)
    if len(told) > LARGEST:
        raise NotUnderstood(say("The text is larger than 1 MB. Split it in two."))
    try:
        return told.decode("utf-8")
    except UnicodeDecodeError:
        raise NotUnderstood(
            say("The text must be in UTF-8. Save it so, as text.")
        ) from None


def _bytes(file: str) -> bytes:
    if file == STANDARD_INPUT:
        if sys.stdin.isatty():
            sys.stderr.write(
                say("Type or paste the text. Ctrl+D on a new line ends it.\n")
            )
        return sys.stdin.buffer.read(LARGEST + 1)
    name = one_line(file)
    try:
        with open(file, "rb") as opened:
            return opened.read(LARGEST + 1)
    except FileNotFoundError:
        raise NothingFound(say('There is no file "{name}".', name=name)) from None
    except IsADirectoryError:
        raise NotUnderstood(
            say('"{name}" is a folder. Name a file in it.', name=name)
        ) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or say("that is no name of a file")
        raise NotUnderstood(
            say('The file "{name}" cannot be read: {why}.', name=name, why=why)
        ) from None
