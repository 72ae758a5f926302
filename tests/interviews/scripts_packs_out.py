"""Walks through the packs and pages that show how it goes."""

from __future__ import annotations

from tests.interviews.script import Interview, same

PACK_COMMISSIONER = Interview(
    "pack commissioner",
    ("pack", "commissioner"),
    (
        same("Who gets it", "The council", "Who gets it"),
        same("What are they", "commissioner", "What they are"),
        same("What is it for", "The yearly report", "What for"),
    ),
    {"paper": 1, "disclosure": 1},
    "Commissioner pack for The council",
    who="the service",
)
