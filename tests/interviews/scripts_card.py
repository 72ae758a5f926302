"""Walks through printing, checking and taking back a card."""

from __future__ import annotations

from tests.interviews.script import ROBIN, Step, about, same

CARD_PRINT = about(
    ROBIN,
    "card print",
    (
        Step("Which size", "4", "Size", "Wallet, like a bank card: cut and fold"),
        Step("Who will hold it", "3", "For", "Somebody Robin chose"),
        Step("Who is it", "My sister", "Held by", "My sister"),
        same("What are they", "sister", "What they are"),
        same("What is it for", "to know what helps", "What for"),
        Step(
            "rest on",
            "2",
            "Rests on",
            "Robin gets it: to keep, or to hand on themselves",
        ),
        Step("Do they want to hand it on", "yes", "They hand it on", "Yes"),
        Step("want added", "1,4", "Added", "The name Robin, Colour"),
    ),
    {"paper": 1, "disclosure": 1},
    f"Card for {ROBIN}",
)
CARD_CHECK = about(
    ROBIN,
    "card check",
    (
        Step("still right", "1", "Still right", "Yes, all of it is still right"),
        Step("checked now", "2", "Numbers checked", "Here: 01632 960001"),
        Step("checked again", "", "Check again by", "Tuesday 16 February 2027"),
    ),
    {"card": 1},
    "is still right",
)
CARD_RETURNED = about(
    ROBIN,
    "card returned",
    (
        Step(
            "Which copy",
            "2",
            "Copy",
            "Staff: A4, version 1, from Friday 2 October 2026",
        ),
        Step("What became", "1", "What became of it", "It was given back"),
    ),
    {"paper": 1},
    "was given back",
)
