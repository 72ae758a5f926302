"""A walk through the ladder of calls: only what nobody can know is asked."""

from __future__ import annotations

from tests.interviews.script import Interview, no_more, same

SERVICE = "the service, Practice House"

LADDER = Interview(
    "incident ladder",
    ("incident", "ladder"),
    (
        same("number? The manager, or", "01632 960111", "Number 2"),
        same("number? The safeguarding lead", "01632 960112", "Number 3"),
        no_more("number? Adult social care", "Number 4"),
        no_more("number? The manager, at the end", "Number 5"),
    ),
    {"call_ladder": 1},
    f"Saved for {SERVICE}",
    who=SERVICE,
)
