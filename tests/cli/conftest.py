"""A person with everything, made by commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli import answers
from tests.conftest import Run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def p(run: Run, empty_practice: Path) -> Run:
    """Return a way to run commands in an empty practice vault, asking nobody."""
    del empty_practice

    class Practising(Run):
        def __init__(self) -> None:
            """Use the runner that is there."""

        def __call__(self, *words: str):  # type: ignore[no-untyped-def]  # noqa: ANN204
            return run(*words, "--practice")

    return Practising()


@pytest.fixture
def amina_there(p: Run) -> Run:
    """Return the same, with Amina Khan, AK-014, up to a step that is on."""
    quiet = ("--no-input",)
    assert (
        p("person", "add", "--name", "Amina Khan", "--code", "AK-014", *quiet).code == 0
    )
    for command, told in (
        (("formulate", "AK-014"), answers.FORMULATION),
        (("plan", "add", "AK-014"), answers.STEP),
        (("card", "write", "AK-014"), answers.CARD),
        (("plan", "start", "AK-014"), answers.START),
    ):
        ran = p(*command, *answers.as_flags(told), *quiet)
        assert ran.code == 0, ran.err
    return p


@pytest.fixture
def debriefed(amina_there: Run) -> str:
    """Return the id of a debrief of Amina."""
    told = answers.as_flags(answers.DEBRIEF)
    ran = amina_there("debrief", "AK-014", *told, "--no-input", "--json")
    assert ran.code == 0, ran.out
    return str(ran.data["id"])
