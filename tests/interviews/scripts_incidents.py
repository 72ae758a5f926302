"""Walks through incidents, the ladder of calls, and actions."""

from __future__ import annotations

from tests.interviews.script import BILLIE, Step, about, no_more, same

HURT = (
    *("incident", "add", "BD-004", "--what", "Billie fell on the stairs"),
    *("--level", "harm", "--when", "today 2pm"),
)
ACTION = (
    *("action", "add", "BD-004", "--what", "Mend the light", "--owner", "Jo"),
    *("--due", "20 November"),
)
DONE = (
    *("action", "done", "BD-004", "--evidence", "The light is on again"),
    *("--done-on", "18 November"),
)
FELL = "Wednesday 18 November 2026, 2pm: Billie fell on the stairs"
THE_INCIDENT = Step("Which incident?", "", "Incident", FELL)
NOW_SAID = "Wednesday 18 November 2026, 5:40pm"
TODAY_SAID = "Wednesday 18 November 2026"

INCIDENT_ADD = about(
    BILLIE,
    "incident add",
    (
        Step("How serious is it", "3", "How serious", "Somebody was hurt, or a loss"),
        same("What happened", "Billie fell on the stairs", "What happened"),
        Step("When was it?", "today 2pm", "When", "Wednesday 18 November 2026, 2pm"),
        same("Who was hurt", "Billie, a cut knee", "Hurt"),
        same("What was done at once", "We cleaned it", "Done at once"),
        same("What does Billie say", "The light was off", "In their words"),
    ),
    {"incident": 1},
    f"Saved for {BILLIE}",
)
INCIDENT_RAISE = about(
    BILLIE,
    "incident raise",
    (
        THE_INCIDENT,
        Step(
            "How serious is it",
            "2",
            "How serious",
            "Happened, nobody was hurt",
        ),
        same("Why is it less serious", "It was a scratch and no fall", "Why"),
    ),
    {"incident": 1},
    f"Lowered for {BILLIE}",
    HURT,
)
INCIDENT_CALL = about(
    BILLIE,
    "incident call",
    (
        THE_INCIDENT,
        Step(
            "Which call was made?",
            "1",
            "Call of the ladder",
            "Jo, the team lead, or who is on call, 01632 960001",
        ),
        Step("Was it rung?", "1", "Rung", "Rung"),
        same("Who did you speak to", "Jo Hill", "Spoke to"),
        Step("At what time?", "", "When", NOW_SAID),
        same("What was said", "Jo comes at six", "Said or agreed"),
    ),
    {"incident": 1},
    f"Ticked for {BILLIE}",
    HURT,
)
INCIDENT_REVIEW = about(
    BILLIE,
    "incident review",
    (
        THE_INCIDENT,
        same("What did we expect", "A quiet walk down", "Expected"),
        same("What happened?", "Billie fell in the dark", "What happened"),
        same("Why was there a difference", "The light was broken", "Why it differed"),
        same("What will we change", "Check the lights weekly", "What changes"),
        same("would have helped", "A lamp", "What would have helped"),
        Step("Was a limit added", "1", "A limit was added", "Yes"),
        same("Is that limit fair", "Until the lamp is there", "Fair, and its end"),
        no_more("Has that limit ended", "The limit ended"),
        same("What is to be done", "Mend the light", "Action 1"),
        same("Who does it", "Jo", "Who does it"),
        Step("By which day", "20 November", "By", "Friday 20 November 2026"),
        no_more("What else is to be done", "Action 2"),
    ),
    {"after_action": 1, "action": 1},
    f"Saved for {BILLIE}",
    HURT,
)
INCIDENT_CLOSE = about(
    BILLIE,
    "incident close",
    (
        THE_INCIDENT,
        same("Why can it be closed", "All is mended", "Closed because"),
        Step("Close it all the same", "1", "Closed all the same", "Yes"),
    ),
    {"incident": 1},
    f"Closed for {BILLIE}",
    HURT,
)
ACTION_ADD = about(
    BILLIE,
    "action add",
    (
        same("What is to be done", "Mend the light", "What"),
        same("Who does it", "Jo", "Who does it"),
        Step("By which day", "20 November", "By", "Friday 20 November 2026"),
    ),
    {"action": 1},
    f"Saved for {BILLIE}",
)
WHICH_ACTION = "Mend the light, Jo, by Friday 20 November"
THE_ACTION = Step("Which action?", "", "Action", WHICH_ACTION)
ACTION_DONE = about(
    BILLIE,
    "action done",
    (
        THE_ACTION,
        same("How can somebody else see", "The light is on again", "Evidence"),
        Step("On which day was it done", "", "Done on", TODAY_SAID),
    ),
    {"action": 1},
    f"Done, {BILLIE}",
    ACTION,
)
ACTION_CHECK = about(
    BILLIE,
    "action check",
    (
        THE_ACTION,
        Step("Did it work?", "2", "Worked", "Partly"),
        Step("On which day did you look", "", "Looked on", TODAY_SAID),
    ),
    {"action": 1},
    f"Saved for {BILLIE}",
    ACTION,
    DONE,
)
INCIDENTS = (
    INCIDENT_ADD,
    INCIDENT_RAISE,
    INCIDENT_CALL,
    INCIDENT_REVIEW,
    INCIDENT_CLOSE,
    ACTION_ADD,
    ACTION_DONE,
    ACTION_CHECK,
)
