"""A walk through the ladder of calls: what nobody knew yet is asked, and no more."""

from __future__ import annotations

from tests.interviews.script import Interview, no_more, same

SERVICE = "the service, Practice House"
_BARE = (
    *("rung.=whole", "rung.1.who=Jo Hill", "rung.1.within=30", "rung.1.level=harm"),
    *("rung.2.who=The council", "rung.2.within=480", "rung.2.level=serious"),
)
BARE = ("incident", "ladder", *(word for row in _BARE for word in ("--answer", row)))
"""A ladder in which no number is known."""

LADDER = Interview(
    "incident ladder",
    ("incident", "ladder"),
    (
        same("Which number is it? For: Jo Hill", "01632 960111", "Number 1"),
        no_more("Which number is it? For: The council", "Number 2"),
    ),
    {"call_ladder": 1},
    f"Saved for {SERVICE}",
    who=SERVICE,
    before=(BARE,),
    known=("Who is rung first", "Who else is rung", "many minutes", "kind of incident"),
)
