"""Walks through an audit: kept, a file read, a finding acted on, put on paper."""

from __future__ import annotations

from tests.interviews.script import ROBIN, Interview, Step, about, no_more, same

SERVICE, TOMASZ = "the service", "Tomasz Practice, PR-003"
MONTH = Step("Which month", "", "Month", "October 2026")
KEEP = Interview(
    "audit keep",
    ("audit", "keep"),
    (
        MONTH,
        same("What do you make of it", "The cards are better", "What you make of it"),
    ),
    {"audit": 1},
    "Saved for the service: the audit of October 2026",
    who=SERVICE,
)
READ = about(
    ROBIN,
    "audit read",
    (
        same("What did you see", "The plan leads in each note", "What you saw"),
        no_more("What is done well", "Done well"),
        Step("On which day did you read", "", "Read on", "Wednesday 18 November 2026"),
    ),
    {"sample_read": 1},
    f"Saved: the file of {ROBIN} was read",
)
ACT = Interview(
    "audit act",
    ("audit", "act", "ready-not-offered"),
    (
        same("What lies behind it", "Nobody had the day", "What lies behind it"),
        same("What is to be done", "Ask Tomasz on Friday", "What"),
        Step("Who does it", "", "Who does it", "Sam"),
        Step("By which day", "27 November", "By", "Friday 27 November 2026"),
    ),
    {"action": 1},
    "Saved: Sam acts on",
    who=TOMASZ,
)
PRINT = Interview(
    "audit print",
    ("audit", "print"),
    (
        MONTH,
        same("Who gets it", "Jo Ash", "Who gets it"),
        same("What are they", "Team lead", "What they are"),
        same("What is it for", "The monthly meeting", "What for"),
    ),
    {"paper": 1, "disclosure": 1},
    "The audit of October 2026",
    who=SERVICE,
)
AUDITS = (KEEP, READ, ACT, PRINT)
