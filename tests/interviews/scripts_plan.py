"""Walks through the interviews about a person and a plan."""

from __future__ import annotations

from tests.interviews.script import ROBIN, Interview, Step, about, same

PERSON_ADD = Interview(
    "person add",
    ("person", "add"),
    (
        same("What is their full name", "Billie Doyle", "Name"),
        same("What do they like to be called", "Bill", "Called"),
        same("Which code stands for them", "BD-014", "Code"),
    ),
    {"person": 1},
    "Billie Doyle, BD-014",
    who="a new person",
)
PERSON_EDIT = about(
    ROBIN,
    "person edit",
    (
        same("What is their full name", "Robin Ashdown", "Name"),
        same("What do they like to be called", "Rob", "Called"),
        same("Why does it change", "Robin asked for it", "Why"),
    ),
    {"person": 1},
    "Robin Ashdown, PR-001",
)
PERSON_CLOSE = about(
    ROBIN,
    "person close",
    (
        Step("On which day", "yesterday", "Last day", "Tuesday 17 November 2026"),
        Step("Why did it end", "2", "Why", "Support is no longer needed"),
        same("Type the code PR-001", "PR-001", "Code"),
    ),
    {"person": 1},
    ROBIN,
)
PLAN_ADD = about(
    ROBIN,
    "plan add",
    (
        same("What is the step", "A film at noon", "Step"),
        same("Where?", "The small cinema", "Where"),
        same("When? The day and time", "Mondays at noon", "When"),
        same("How long, in minutes", "90", "Minutes"),
        same("How often", "2 times a week", "How often"),
        Step("Which partner is it with?", "1", "Partner", "Community kitchen"),
        Step(
            "Who is with Robin",
            "2",
            "Company",
            "On their own, with a worker on call by phone",
        ),
        Step(
            "Which of these does the step meet",
            "1",
            "It meets",
            "The 8:15 bus when school children are on it",
        ),
        same("What else does the step meet", "The dark room", "It also meets"),
        same("think might happen there", "I will lose my seat", "What is feared"),
        same("How sure is Robin that it will happen", "70", "How sure of it"),
        Step(
            "What else do you want to write down",
            "4",
            "Also written down",
            "The way there, and words to leave with",
        ),
        same("How do you get there and back", "The 10 bus", "The way there"),
        same("say to leave", "Time for tea", "Words to leave with"),
        Step("Start from:", "2", "Criteria from", "A small group, a worker there"),
        same("For how many days must it hold", "10", "Days to hold"),
        same("And over how many sessions", "2", "Sessions to hold"),
    ),
    {"step": 1},
    f"{ROBIN}: step 6, A film at noon",
)
PLAN_EDIT = Interview(
    "plan edit",
    ("plan", "edit", "PR-001", "3"),
    (same("Why does it change", "Robin likes it so", "Why"),),
    {"step": 1},
    f"{ROBIN}: step 3",
    who=ROBIN,
)
PLAN_START = about(
    ROBIN,
    "plan start",
    (
        Step(
            "Which step?", "3", "Step", "The same art group, a worker in the building"
        ),
        Step(
            "On which day did it start",
            "today",
            "Starts on",
            "Wednesday 18 November 2026",
        ),
        Step(
            "Does any of these apply",
            "3",
            "Needs oversight",
            "Post-traumatic stress (PTSD) plays a part",
        ),
        same("Who oversees this clinically", "Dr Ash, psychologist", "Overseen by"),
        same("Who agreed it with you", "Jo, team lead", "Agreed with"),
        Step(
            "When is the first session",
            "Friday 2pm",
            "First session",
            "Friday 20 November 2026, 2pm",
        ),
    ),
    {"decision": 1, "session": 1, "plan": 1},
    f"{ROBIN}: step 3",
    ("plan", "stop", "PR-001"),
)
PLAN_STOP = about(
    ROBIN,
    "plan stop",
    (same("What did Robin say", "Not this winter", "Robin's words"),),
    {"decision": 1},
    f"{ROBIN}: step 2",
)
PLAN_AWAY = about(
    ROBIN,
    "plan away",
    (
        Step("Why?", "2", "Why", "On holiday"),
        Step("the first day", "9 November", "The first day", "Monday 9 November 2026"),
        Step("the last day", "13 November", "The last day", "Friday 13 November 2026"),
    ),
    {"away": 1},
    ROBIN,
)
REPLY = about(
    ROBIN,
    "reply",
    (
        Step(
            "What is it about?",
            "record",
            "About",
            "Something else that is written",
        ),
        same("What does Robin say about it", "I was not asked first", "Robin's words"),
        same("What does Robin want changed", "Ask me first", "Change or add"),
        Step("On which day was it said?", "", "Said on", "Wednesday 18 November 2026"),
    ),
    {"reply": 1},
    f"Saved for {ROBIN}",
)
