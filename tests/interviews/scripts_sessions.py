"""Walks through what is around a session: before it, between, planned, cancelled."""

from __future__ import annotations

from tests.interviews.script import ROBIN, Step, about, same

SEALED = "Sealed until the debrief"
LAST_SESSION = (
    "Tuesday 17 November, 2pm, The Tuesday art group, a fixed seat by the door"
)
PREPARE = about(
    ROBIN,
    "prepare",
    (
        Step("still want this", "1", "Wish for today", "Yes"),
        same("own worry now", "5", "Worry now"),
        Step("How sure is Robin that it happens", "60", "Robin's belief", SEALED),
        Step("What does Robin think worry will be", "7", "Robin's guess", SEALED),
        Step(
            "Which signs are there today",
            "1",
            "Signs today",
            "I check the window more than twice",
        ),
        Step("did Robin sleep", "6:30", "Sleep", "6 hours 30 minutes"),
        Step("Was the contact number tried", "1", "Contact test", "Yes"),
        Step("will Robin go?", "1", "Your guess: going", SEALED),
        Step("sealed: worry at its worst", "6", "Your guess: worry", SEALED),
    ),
    {"preparation": 1},
    f"Saved for {ROBIN}",
)
OBSERVE = about(
    ROBIN,
    "observe",
    (
        Step("What is it about", "5", "Kind", "A request for money or things"),
        Step("When was it", "today 2pm", "When", "Wednesday 18 November 2026, 2pm"),
        same("What was asked for", "A loan till Friday", "Thing asked for"),
        same("Who asked?", "A man at the shop", "Person who asked"),
        same("How much, as it was said", "20 pounds", "Amount asked for"),
        Step("What did Robin do", "1", "What Robin did", "Said no on their own"),
        same("How long has Robin known them", "A week", "Time known"),
        same("How does Robin feel about it", "Proud", "Feelings about it"),
        same("What else was seen or heard", "He left", "What happened"),
        same("Who have you told", "Jo at 4pm", "Who was told"),
        same("What did Robin say", "I do not lend", "Robin's words"),
    ),
    {"observation": 1},
    f"Saved for {ROBIN}",
)
SESSION_PLAN = about(
    ROBIN,
    "session plan",
    (
        Step("When is it?", "Friday 2pm", "When", "Friday 20 November 2026, 2pm"),
        Step("Where?", "", "Where", "Library, back room"),
        Step("Who goes along", "", "Company", "a worker nearby, in sight"),
        Step(
            "How do they get there",
            "",
            "Travel",
            "On foot along the canal, with the worker",
        ),
        Step(
            "The same each week",
            "4 December",
            "Last week",
            "Friday 4 December 2026",
        ),
    ),
    {"session": 3},
    f"Planned for {ROBIN}: 3 sessions",
)
SESSION_CANCEL = about(
    ROBIN,
    "session cancel",
    (
        Step("Which session", "1", "Session", LAST_SESSION),
        Step("Why does it not go ahead", "2", "Why", "We cancelled it"),
        same("What did Robin say", "Never mind", "Robin's words"),
        Step(
            "Is there a new time",
            "Friday 2pm",
            "New time",
            "Friday 20 November 2026, 2pm",
        ),
    ),
    {"debrief": 1, "session": 1},
    f"Cancelled for {ROBIN}",
)
SESSION_MOVE = about(
    ROBIN,
    "session move",
    (
        Step("Which session", "1", "Session", LAST_SESSION),
        Step(
            "When is it now", "Friday 2pm", "New time", "Friday 20 November 2026, 2pm"
        ),
        same("Why does it move", "Robin has a cold", "Why it moves"),
    ),
    {"session": 1},
    f"Moved for {ROBIN}",
)
