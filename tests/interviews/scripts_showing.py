"""Walks through supervision, the thread on paper and the packs."""

from __future__ import annotations

from tests.interviews.script import ROBIN, Interview, Step, about, no_more, same

NOBODYS = "Sam"
JO = same("Who gets it", "Jo Ash", "Who gets it")
TEAM = "They are in the team that supports Robin, and need it"
A_CONCERN = (
    *("concern", "add", "PR-001", "--seen", "A man waits at the gate each day"),
    *("--when", "2026-11-17T10:00", "--told-manager", "Jo"),
    *("--told-manager-at", "2026-11-17T11:00", "--wishes-asked", "asked_expressed"),
    *("--wishes", "I want him to stop"),
)
NOTE = Interview(
    "supervision note",
    ("supervision", "note"),
    (
        Step("On which day", "", "Day", "Wednesday 18 November 2026"),
        same("How many minutes", "50", "Minutes"),
        same("Who was your supervisor", "Jo Ash", "Supervisor"),
        Step("What did you talk about", "0", "Talked about", "None"),
        same("How are you", "Tired, and well", "How I am"),
        same(
            "Which risk did you support", "The group alone. Proud", "A risk I supported"
        ),
        no_more("What did you hold back", "Held back"),
        same("Whose worry was it", "Mine", "Whose worry"),
        no_more("What did the person want", "What they wanted"),
        no_more("What did you expect", "Expected, and happened"),
        no_more("Would you have decided the same", "For somebody else"),
        no_more("Which limit could you", "Could be lifted"),
        same("What did you learn", "To ask sooner", "Learned"),
        Step("Did your supervisor ask", "1", "Asked about safety", "Yes"),
        no_more("how you decide", "How I decide"),
        same("What did you agree to do", "Ask Robin about step 3", "Agreed 1"),
        Step("Who does it", "", "Who does it", "Sam"),
        Step("By which day", "27 November", "By", "Friday 27 November 2026"),
        no_more("What else", "Agreed 2"),
        Step(
            "When is the next one", "6 January", "Next one", "Wednesday 6 January 2027"
        ),
    ),
    {"supervision": 1, "action": 1},
    "Saved in your own file",
    who=NOBODYS,
)
TRACE = Interview(
    "trace paper",
    ("trace", "PR-001", "--paper"),
    (
        JO,
        same("What are they", "Auditor", "What they are"),
        same("What is it for", "A case tracer", "What for"),
        Step("What does telling them rest on", "own_team", "Rests on", TEAM),
        Step("in the team that supports Robin today", "1", "In the team", "Yes"),
    ),
    {"paper": 1, "disclosure": 1},
    "From wish to outcome",
    who=ROBIN,
)
MY_RECORD = about(
    ROBIN,
    "pack my-record",
    (
        Step("Which may stay in", "0", "May stay in", "None"),
        same("Who has read it through", "Jo Ash", "Read through by"),
        Step("In large print", "1", "Large print", "Yes"),
    ),
    {"paper": 1, "disclosure": 1},
    "Robin's own copy, PR-001",
)
HEARD = "Said, and somebody else heard it"
VISIT = about(
    ROBIN,
    "pack visit",
    (
        same("Who stands in", "Kay Doe", "Who stands in"),
        same("What are they", "Agency worker", "What they are"),
        Step(
            "When does the shift end",
            "tomorrow 8am",
            "Shift ends",
            "Thursday 19 November 2026, 8am",
        ),
        Step("Has Robin seen", "1", "Agreed", "Yes"),
        Step("How was it given", "said_witnessed", "How it was given", HEARD),
        same("Who else heard it", "Ola Ray", "Witness"),
    ),
    {"consent": 1, "paper": 1, "disclosure": 1},
    "One page for Kay Doe",
)
CONTINUITY = about(
    ROBIN,
    "pack continuity",
    (
        same("Which colleague", "Jo Ash", "For whom"),
        same("What are they here", "Deputy", "What they are"),
        same("Where is the recovery code", "In the manager's safe", "Recovery code is"),
        same("Where is the backup", "There is none", "Backup is"),
    ),
    {"paper": 1, "disclosure": 1},
    "Continuity pack of",
)
SAFEGUARDING = about(
    ROBIN,
    "pack safeguarding",
    (
        Step(
            "Which concern",
            "1",
            "Concern",
            "Tuesday 17 November 2026: A man waits at the gate each day",
        ),
        JO,
        same("What are they", "Safeguarding lead", "What they are"),
        same("What is it for", "To learn from it", "What for"),
        Step("What does telling them rest on", "own_team", "Rests on", TEAM),
        Step("in the team that supports Robin today", "1", "In the team", "Yes"),
    ),
    {"paper": 1, "disclosure": 1},
    "Safeguarding review of",
    A_CONCERN,
)
DASHBOARD = Interview(
    "dashboard",
    ("dashboard", "PR-001", "--html", "."),
    (
        same("Who gets it", "Robin Practice", "Who gets it"),
        no_more("What are they", "What they are"),
        same("What is it for", "To see how it goes", "What for"),
        Step(
            "What does telling them rest on",
            "to_the_person",
            "Rests on",
            "Robin gets it: to keep, or to hand on themselves",
        ),
    ),
    {"paper": 1, "disclosure": 1},
    "The page for Robin Practice",
    who=ROBIN,
)
EVERY = (DASHBOARD, NOTE, TRACE, MY_RECORD, VISIT, CONTINUITY, SAFEGUARDING)
