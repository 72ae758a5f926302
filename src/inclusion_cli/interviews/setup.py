"""What is asked to set up a vault, before and after it is there."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from inclusion_cli.domain.service import NATIONS
from inclusion_cli.domain.values import YES_NO, Choice
from inclusion_cli.interviews.question import Answers, Form, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PASSPHRASE_WORDS = 5  # 64.6 bits from 7,776 words; trust reference section 7
SHORTEST_OWN = 14
STRONG = 4  # of zxcvbn's 0 to 4

GENERATED = (
    Choice("generated", say("These five words")),
    Choice("again", say("Five other words")),
    Choice("own", say("One of my own")),
)


def place_questions(default: Path) -> Iterator[Question]:
    """Return what is asked before there is a vault; both are settings."""
    yield choose(
        "plain_lines",
        say("Do you use a screen reader, or like lines without boxes and colour?"),
        say("Plain lines"),
        YES_NO,
        named=say("The answer"),
        hint=say(
            "You can change it later: inclusion init asks once, --plain at any time."
        ),
    )
    yield Question(
        "vault",
        say("In which folder is the vault kept?"),
        say("Vault folder"),
        default=str(default),
        constraint=_absolute,
        hint=say("On this computer, not in a folder that is copied to a cloud."),
    )


def _absolute(raw: str, _answers: Answers) -> None:
    if not Path(raw).expanduser().is_absolute():
        raise ValueError(say("must be a whole path, from the top of the disk"))


def service_form() -> Form:
    """Return what is asked once the vault is there, and kept in it as it is given."""
    return Form(
        name="setup",
        title=say("Set up"),
        questions=lambda _answers: service_questions(),
        header=say("You and your service"),
        who=say("your vault"),
        save="save",
    )


def service_questions() -> Iterator[Question]:
    """Return the questions about the worker and the service."""
    yield Question("worker", say("What is your name?"), say("Your name"), own=True)
    yield Question(
        "role", say("What is your role?"), say("Your role"), default=say("Key worker")
    )
    yield Question(
        "service", say("What is your service called?"), say("Service"), own=True
    )
    yield choose("nation", say("In which nation is it?"), say("Nation"), NATIONS)


def generated(words: Sequence[str]) -> str:
    """Return five words drawn at random."""
    return " ".join(secrets.choice(words) for _word in range(PASSPHRASE_WORDS))


def judged(passphrase: str, known: tuple[str, ...]) -> str:
    """Return what is wrong with an own passphrase, "" where it is strong.

    `known` are words an attacker would try first: names of the worker and service.
    """
    if len(passphrase) < SHORTEST_OWN:
        return say(
            "It must have {shortest_own} letters or more.", shortest_own=SHORTEST_OWN
        )
    from zxcvbn import zxcvbn

    if zxcvbn(passphrase[:100].casefold(), user_inputs=list(known))["score"] < STRONG:
        return say(
            "It can be guessed. Type four or five words that do not belong together."
        )
    return ""
