"""What Enter keeps is what may be saved: a default that is refused is not offered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.interviews import scripts_consent, scripts_money
from tests.interviews.by_lines import Script, walked

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.interviews.script import Interview

pytestmark = pytest.mark.usefixtures("cases")


def asked_on(script: Interview, day: str) -> Interview:
    """Return the walk of a consent that was asked on another day."""
    steps = tuple(
        replace(step, types=day) if step.asks == "On which day" else step
        for step in script.steps
    )
    return replace(script, steps=steps)


@pytest.mark.parametrize(
    ("day", "last"),
    [("yesterday", "Wednesday 19 May 2027"), ("1 October", "Friday 2 April 2027")],
)
def test_the_last_day_of_a_consent_counts_from_the_day_it_was_asked(
    run: Run, day: str, last: str
) -> None:
    """Asked yesterday, Enter keeps a last day that is one day earlier, and saves."""
    script = asked_on(scripts_consent.CONSENT_GIVE, day)

    ran, sitting = walked(run, script.words, Script(script))

    offered = {prompt.question.key: prompt.keeps for prompt in sitting.asked}
    assert ran.code == 0, ran.err
    assert offered["until"] == last


def test_a_last_day_that_has_been_is_not_what_enter_keeps(run: Run) -> None:
    """Asked most of a year ago, the last day has no default and has to be typed."""
    asked = asked_on(scripts_consent.CONSENT_GIVE, "1 February")
    steps = tuple(
        replace(step, types="1 August 2026") if step.asks == "last day" else step
        for step in asked.steps
    )

    ran, sitting = walked(run, asked.words, Script(replace(asked, steps=steps)))

    offered = {prompt.question.key: prompt.keeps for prompt in sitting.asked}
    assert ran.code == 0, ran.err
    assert offered["until"] == ""


def test_a_week_that_was_looked_at_is_not_offered_again(run: Run) -> None:
    """Once last week has its look, the question takes another."""
    script = scripts_money.MONEY_CHECK
    for words in script.before:
        assert run(*words, "--practice").code == 0
    first, _sitting = walked(run, script.words, Script(script))
    steps = (replace(script.steps[0], types="2 November"), *script.steps[1:])

    second, sitting = walked(run, script.words, Script(replace(script, steps=steps)))

    assert first.code == 0, first.err
    assert second.code == 0, second.err
    assert sitting.asked[0].keeps == ""


def test_without_a_terminal_a_refused_default_is_asked_for(run: Run) -> None:
    """It is not told as if somebody had typed it: the answer is missing."""
    script = scripts_money.MONEY_CHECK
    for words in script.before:
        assert run(*words, "--practice").code == 0
    looked = ("--done", "yes", "--present", "yes", "--unexplained", "0")
    again = (*script.words, *looked, "--practice", "--no-input", "--json")
    assert run(*again).code == 0

    ran = run(*again)

    assert ran.code == 2
    assert "add --week" in ran.error["problems"]["week"]
    assert "has its look already" in ran.error["problems"]["week"]
    assert "You typed" not in ran.error["problems"]["week"]
