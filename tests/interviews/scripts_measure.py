"""Walks through taking a measure: questions, a rating, the scores of parts."""

from __future__ import annotations

from tests.interviews.script import ROBIN, Interview, Step, about, no_more, same

TODAY = "Wednesday 18 November 2026"
WHEN = Step("On which day was it answered", "", "Answered on", TODAY)
ALONE = Step("How did Robin answer", "1", "How answered", "On their own")
ASKED = "How often do you feel "
MEASURE_ADD = about(
    ROBIN,
    "measure add",
    (
        Step("Which measure", "1", "Measure", "UCLA three-item loneliness scale"),
        WHEN,
        ALONE,
        Step(
            "lack companionship",
            "2",
            ASKED + "that you lack companionship",
            "Some of the time",
        ),
        Step("left out", "3", ASKED + "left out", "Often"),
        Step("isolated from others", "-", ASKED + "isolated from others", "Not given"),
        Step("do you feel lonely", "1", "Direct question", "Often or always"),
        same("What did Robin say", "It is quiet at weekends", "Robin's words"),
    ),
    {"measure": 2},
    f"Saved for {ROBIN}",
)
MEASURE_GOAL = Interview(
    "measure add goal",
    ("measure", "add", "PR-001"),
    (
        Step("Which measure", "4", "Measure", "Goal progress"),
        same("What is it about", "A walk every morning", "It is about"),
        WHEN,
        ALONE,
        same("How near are you to it", "4", "Rating"),
        no_more("What did Robin say", "Robin's words"),
    ),
    {"measure": 1},
    f"Saved for {ROBIN}",
    who=ROBIN,
)
SCORES = (4, 5, 6, 4, 3, 5, 5, 6, 5, 5, 6)
MEASURE_DIALOG = Interview(
    "measure add dialog",
    ("measure", "add", "PR-001"),
    (
        Step("Which measure", "7", "Measure", "DIALOG"),
        WHEN,
        Step(
            "How did Robin answer",
            "4",
            "How answered",
            "Done elsewhere, the score written down",
        ),
        *(
            same(f"The score of part {number}", str(score), f"Question {number}")
            for number, score in enumerate(SCORES, start=1)
        ),
        no_more("What did Robin say", "Robin's words"),
    ),
    {"measure": 1},
    f"Saved for {ROBIN}",
    who=ROBIN,
)
