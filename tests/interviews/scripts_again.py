"""Walks through what is done again with a formulation: signed, and looked at."""

from __future__ import annotations

from tests.cli.answers import FORMULATION, as_flags
from tests.interviews.script import BILLIE, Step, about, same

WRITTEN = ("formulate", "BD-004", *as_flags(FORMULATION))

FORMULATE_SIGN = about(
    BILLIE,
    "formulate sign",
    (
        Step("Has Billie agreed to it?", "3", "Billie", "They do not agree to it"),
        same(
            "What would Billie want to be different", "Fewer rules", "Wants different"
        ),
        Step("On which day?", "", "On", "Wednesday 18 November 2026"),
        Step("Do you sign it", "1", "You", "Yes"),
        Step("Has a manager signed it?", "1", "A manager", "Yes"),
        same("Who?", "Jo Hill", "Manager"),
        Step("When did they sign?", "", "They signed", "Wednesday 18 November 2026"),
    ),
    {"formulation": 1},
    BILLIE,
    WRITTEN,
)
FORMULATE_CONFIRM = about(
    BILLIE,
    "formulate confirm",
    (
        Step("Is it still true?", "1", "Still true", "It is still true"),
        Step("Did you go through it with Billie?", "1", "With Billie", "Yes"),
        Step("On which day will you look", "1 March", "Review", "Monday 1 March 2027"),
    ),
    {"recheck": 1},
    BILLIE,
    WRITTEN,
)
