"""What a flag or a file gets wrong is told with the words that may stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

QUIET = ("--practice", "--json", "--no-input")
TOLD = ("disclosure", "add", "PR-002", "--danger", "no", "--recipient", "Ms Shah")


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("words", "key", "says"),
    [
        ((*TOLD, "--rests", "zzz"), "rests", "consent, without_consent"),
        (("card", "print", "PR-001", "--size", "zzz"), "size", "a4"),
        (("measure", "add", "PR-001", "--instrument", "zzz"), "instrument", "ucla_3"),
        ((*TOLD, "--items", "1,zzz"), "items", "first_name"),
    ],
)
def test_a_wrong_word_is_told_with_those_that_may_be_typed(
    run: Run, words: tuple[str, ...], key: str, says: str
) -> None:
    """A script has no numbers before it: the keys are named."""
    ran = run(*words, *QUIET)

    assert ran.code == 2
    assert "Or in words:" in ran.error["problems"][key]
    assert says in ran.error["problems"][key]


def test_the_first_question_of_setting_up_speaks_of_the_answer(run: Run) -> None:
    """Lines are no number: it is the answer that must be one, or yes or no."""
    ran = run("init", "--plain-lines", "zzz", "--json", "--no-input")

    assert ran.code == 2
    assert ran.error["message"].startswith("The answer must be a number from 1 to 2.")
    assert ran.error["message"].endswith("Or in words: yes, no.")
