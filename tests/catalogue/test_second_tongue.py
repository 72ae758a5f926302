"""A second language is data: all that is said in a debrief goes through it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.cli import completion, help_topics
from inclusion_cli.store import log
from inclusion_cli.store.reading import Reading
from tests.catalogue.pseudo import OPENS, bring, bypassing, pseudo
from tests.conftest import NOW
from tests.interviews import peek, scripts
from tests.interviews.screen import CHECK, squeezed
from tests.interviews.typist import FANCY, Typist, around, at_home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMANDS = ("inclusion --practice undo", "inclusion --practice today")
TYPED = re.compile(r"inclusion --practice [A-Z\w -]+|\b[0-9a-f]{8}\b")
SCREENS = (
    "today",
    "person show PR-001",
    "person list",
    "plan show PR-001",
    "plan show PR-001 2",
    "card show PR-001",
    "formulate show PR-001",
    "session list",
    "observe list PR-001",
    "why PR-001",
    "why 1",
    "history PR-001 card",
    "verify",
    "person show ZZ-1",
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


def test_nothing_on_a_screen_bypasses_the_catalogue(cases: Path) -> None:
    """Every screen speaks the language; only records, ids and commands stay."""
    kept = tuple(squeezed(line) for line in kept_words(cases))
    env = {
        **around(),
        **at_home(cases),
        **bring(cases),
        "INCLUSION_NOW": NOW.isoformat(),
    }

    for screen in SCREENS:
        ran = subprocess.run(
            [sys.executable, "-m", "inclusion_cli", *screen.split(), "--practice",
             "--plain"],
            env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        said = TYPED.sub(" ", squeezed(ran.stdout + ran.stderr))

        assert OPENS in said
        assert (screen, bypassing(said, kept)) == (screen, [])


def kept_words(home: Path) -> Iterator[str]:
    """Return every line of every text in the records, and the codes."""
    yield from ("PR-001", "PR-002", "PR-003", "ZZ-1")
    with peek.opened(home) as vault:
        bodies = [w.body for w in log.read(vault.connection.cursor()) if w.body]
    for body in bodies:
        for text in _texts(json.loads(body)):
            yield from (line for line in text.splitlines() if len(line) > 2)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for item in data.values():
            yield from _texts(item)
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)
