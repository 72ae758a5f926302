"""Choosing a passphrase, and showing the recovery code once."""

from __future__ import annotations

import secrets
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from inclusion_cli.errors import LeftForLater, NotUnderstood, Stopped
from inclusion_cli.interviews.asker import Back
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import Question, choose
from inclusion_cli.interviews.setup import GENERATED, generated, judged
from inclusion_cli.shipped import passphrase_words
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.desk import Desk
    from inclusion_cli.store.keyfile import Stretch


class Draw:
    """Five words, the same ones all through one run, until others are wanted."""

    def __init__(self) -> None:
        self.words = generated(passphrase_words())
        self.note = say("Your passphrase opens the vault. Five words drawn for you:")

    def again(self) -> None:
        """Draw five other words, and say that the old ones are not for keeping."""
        self.words = generated(passphrase_words())
        self.note = say("These are new words. Cross out the old ones.")


@contextmanager
def nothing_changed(told: str) -> Iterator[None]:
    """Say of a stop what still stands, and what was written on paper for nothing."""
    try:
        yield
    except (LeftForLater, Stopped) as stop:
        raise type(stop)(say("Stopped. {told}", told=told)) from None


def chosen_passphrase(
    desk: Desk,
    known: tuple[str, ...],
    *,
    back: bool = False,
    draw: Draw | None = None,
) -> str:
    """Return a passphrase the worker chose and typed; five words are offered first.

    `known` are words an own passphrase must not lean on. Raises Back at the choice of
    it where there is a way `back`; from behind it, back is to the choice. `draw` are
    the words to offer again where the worker comes back to the choice.
    """
    if desk.asker is None:
        raise NotUnderstood(say("A new passphrase must be typed at a terminal."))
    draw = draw or Draw()
    while True:
        said = ask_one(
            _which(),
            desk.asker,
            draw.note,
            f"    {draw.words}",
            say("Write them on paper and keep it apart from this computer."),
            back=back,
        )
        with suppress(Back):
            if said == "again":
                draw.again()
            if said == "generated":
                return _typed_back(desk, draw.words)
            if said == "own":
                return _own(desk, known)


def _which() -> Question:
    return choose(
        "passphrase",
        say("Which passphrase?"),
        say("Answer"),
        GENERATED,
        grave=True,
        hushed=True,
    )


def _typed_back(desk: Desk, offered: str) -> str:
    assert desk.asker is not None
    while True:
        typed = desk.asker.secret(say("Type the five words:"), back=True)
        if typed.casefold().split() == offered.split():
            return offered
        desk.asker.tell(
            say("Error: That is not it. The words are: {offered}", offered=offered)
        )


def _own(desk: Desk, known: tuple[str, ...]) -> str:
    """Return an own passphrase typed twice, asked unseen until it will do.

    Raises Back to see the choices again.
    """
    from inclusion_cli.store.keys import as_copied

    assert desk.asker is not None
    while True:
        own = desk.asker.secret(say("Your own passphrase:"), back=True)
        wrong = judged(as_copied(own), known)
        if not wrong:
            again = desk.asker.secret(say("Type it again:"), back=True)
            if as_copied(again) == as_copied(own):
                return own
            wrong = say("The two are not the same.")
        desk.asker.tell(
            say("Error: {wrong}", wrong=wrong),
            say("Try again, unseen. To go back, type < and Enter."),
        )


def new_recovery() -> str:
    """Return a fresh recovery code."""
    from inclusion_cli.store.recovery import new_recovery_code

    return new_recovery_code()


def proved(desk: Desk, code: str, *notes: str) -> None:
    """Show the recovery code once and let two of its groups be typed back.

    `notes` say what a code on paper is worth where one may have been written before.
    """
    assert desk.asker is not None
    groups = code.split("-")
    half = len(groups) // 2
    desk.asker.tell(
        "",
        *notes,
        say("This is your recovery code. It is shown once. Write it on paper:"),
        f"    {'-'.join(groups[:half])}",
        f"    {'-'.join(groups[half:])}",
        say(
            "The passphrase or this code opens the vault. If you lose both, nobody "
            "can open it."
        ),
    )
    for number in sorted(secrets.SystemRandom().sample(range(len(groups)), 2)):
        ask_one(_group_question(number, groups[number]), desk.asker)


def _group_question(number: int, group: str) -> Question:
    def same(raw: str) -> str:
        from inclusion_cli.store.crockford import typed

        if typed(raw) != group:
            raise ValueError(say("is not what the code says. Look at your paper"))
        return raw

    return Question(
        f"group_{number + 1}",
        say("Type group {part} of the code.", part=number + 1),
        say("Group {part}", part=number + 1),
        same,
        "secret",
        grave=True,
        hushed=True,
    )


def measured_stretch() -> Stretch:
    """Return how hard a passphrase is stretched on this computer: 0.5 to 1 second."""
    from inclusion_cli.store.keys import calibrated, try_out

    def seconds(stretch: Stretch) -> float:
        start = time.perf_counter()
        try_out(stretch)
        return time.perf_counter() - start

    return calibrated(seconds)
