"""A walk through the questions of an inspector's pack."""

from __future__ import annotations

from tests.interviews.script import Interview, Step, no_more, same

NOT_ALL = "Not all of them agreed. There is a ground, such as a duty in law"
DUTY = "A court order, or a duty in law"
HOUSE = "Practice House"
PACK_INSPECTOR = Interview(
    "pack inspector",
    ("pack", "inspector"),
    (
        Step("registered with a regulator", "1", "Registered", "Yes"),
        Step("With which regulator", "", "Regulator", "Care Quality Commission"),
        same("For which regulated activities", "Personal care", "Activities"),
        same("Who says so", "Jo", "Said by"),
        Step("Whose thread is told", "PR-001", "Threads of", "PR-001"),
        same("Who gets it", "A reviewer", "Who gets it"),
        no_more("What are they", "What they are"),
        same("What is it for", "A visit", "What for"),
        Step("What does telling them rest on", "2", "Rests on", NOT_ALL),
        Step("On which ground", "court_or_duty", "Ground", DUTY),
        same("What harm do you fear", "The law lets them see it", "Harm feared"),
        same("Who decided to tell", "Jo, manager", "Who decided"),
    ),
    {"registration": 1, "paper": 1, "disclosure": 2},
    f"Inspector's pack for {HOUSE}",
    who=HOUSE,
)
