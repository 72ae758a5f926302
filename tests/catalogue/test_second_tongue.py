"""A second language is data: all that is said in a debrief goes through it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.cli import completion, help_topics
from inclusion_cli.store.reading import Reading
from tests.catalogue.patterns import SOURCE
from tests.catalogue.pseudo import OPENS, bring, bypassing, pseudo
from tests.interviews import peek, scripts
from tests.interviews.screen import CHECK, squeezed
from tests.interviews.typist import FANCY, Typist, around, at_home

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = ("inclusion --practice undo", "inclusion --practice today")
WAITING = "tongue import" not in (SOURCE / "interviews" / "debrief_parts.py").read_text(
    encoding="utf-8"
)


def own_words(home: Path) -> tuple[str, ...]:
    """Return what people said and what things are called in the file of PR-001."""
    with peek.opened(home) as vault:
        case = Reading(vault).casefile(peek._robin(vault))
    signs = (
        [sign.text for _stage, sign in case.card.record.signs()] if case.card else []
    )
    steps = [text for step in case.steps
             for text in (step.record.title, step.record.fear)]  # fmt: skip
    typed = [step.types for step in scripts.USUAL.steps if len(step.types) > 2]
    return (*signs, *steps, *typed, case.person.record.label, case.known_as)


def test_words_outside_the_brackets_are_found() -> None:
    """The test itself can fail."""
    said = f"{pseudo('When was it')}? Really, Robin. {pseudo('a {x}')}"

    assert bypassing(said, ("Robin",)) == ["Really,"]


@pytest.mark.skipif(WAITING, reason="the code is in English alone until it says `say`")
def test_nothing_in_a_debrief_bypasses_the_catalogue(cases: Path) -> None:
    """Every word on the screen is a text of the language, or what people said."""
    known = (
        *own_words(cases),
        "inclusion --practice undo",
        "inclusion --practice today",
    )

    with Typist("debrief", "PR-001", mode=FANCY, env=bring(cases)) as typist:
        for step in scripts.USUAL.steps:
            typist.asked(step.asks)
            typist.answer(step.types)
        typist.asked(CHECK)
        typist.answer("s")
        assert typist.ends() == 0
    lines = [line for line in typist.page().splitlines() if not line.startswith(">")]

    assert bypassing(squeezed(" ".join(lines)), known) == []


@pytest.mark.parametrize("topic", ["dates", "words", "exit-codes", "completion"])
def test_nothing_in_help_bypasses_the_catalogue(own_home: Path, topic: str) -> None:
    """Help speaks the language, too; what is typed stays as it is typed."""
    words = ["completion"] if topic == "completion" else ["help", topic]
    typed = (*completion.TO_USE.values(), *(shell.value for shell in completion.Shell),
             *(example for row in help_topics.DAYS for example in row[:1]))  # fmt: skip

    ran = subprocess.run(
        [sys.executable, "-m", "inclusion_cli", *words],
        env={**around(), **at_home(own_home), **bring(own_home)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert OPENS in ran.stdout
    assert bypassing(ran.stdout, typed) == []
