"""Walks through a safeguarding concern, from what was seen to looking back."""

from __future__ import annotations

from tests.interviews.script import BILLIE, Step, about, no_more, same

SEEN = (
    *("concern", "add", "BD-004", "--seen", "He kept her card"),
    *("--when", "today 2pm"),
)
WHICH = "The concern of Wednesday 18 November 2026, 2pm"
THE_CONCERN = Step("Which concern?", "", "Concern", WHICH)
AT_FIVE = "Wednesday 18 November 2026, 5pm"
AT_NOW = "Wednesday 18 November 2026, 5:40pm"

CONCERN_ADD = about(
    BILLIE,
    "concern add",
    (
        same("What was seen or heard", "He kept her card", "Seen or heard"),
        Step("Is somebody in danger now", "2", "Danger now", "No"),
        Step("When was it?", "today 2pm", "When", "Wednesday 18 November 2026, 2pm"),
        same("Which manager has been told", "Jo Hill", "Manager told"),
        Step("When was the manager told", "", "Manager told at", AT_NOW),
        Step("been asked what they want", "1", "Wishes asked", "Asked, and they said"),
        same("What does Billie want", "My card back", "Wishes"),
        same("know that it is better", "I can shop again", "Better when"),
    ),
    {"concern": 1},
    f"Saved for {BILLIE}",
)
CONCERN_DECIDE = about(
    BILLIE,
    "concern decide",
    (
        THE_CONCERN,
        Step("needs for care and support", "1", "Needs", "Yes"),
        same("Why do you think so", "Help with money", "Needs: why"),
        Step("abuse or neglect, or at risk", "3", "Abuse or neglect", "Not sure"),
        same("Why do you think so", "One visit only", "Abuse or neglect: why"),
        no_more("not protect themselves", "Cannot protect"),
        Step("Could it be a crime", "1", "Crime", "Yes"),
        no_more("under pressure", "Pressure"),
        no_more("anybody else at risk", "Others at risk"),
        Step("who works with Billie", "2", "About staff", "No"),
        no_more("decide about this now", "Deciding about this"),
        Step("been asked what they want", "3", "Wishes asked", "Not asked"),
        same("Why has Billie not been asked", "He was there", "Why not asked"),
        Step("agree that it is passed on", "3", "Agrees", "Not asked"),
        same("passed on or not without", "Others may be next", "Why without"),
        same("What speaks for referring", "A second card", "For referring"),
        same("What speaks against", "She may trust us less", "Against referring"),
        Step("What is decided?", "1", "Decided", "Refer it"),
        same("Why is that right", "Two people lost cards to him", "Why"),
        Step("Who decided it?", "Jo Hill", "Decided by", "Jo Hill"),
        Step("When was it decided?", "", "Decided at", AT_NOW),
        same("Which manager has been told", "Jo Hill", "Manager told"),
        Step("When was the manager told", "", "Told at", AT_NOW),
        no_more("been told about it", "Person told"),
        Step("When was it given to them", "today 5pm", "Given to them", AT_FIVE),
        same("Which reference", "SG 12", "Reference"),
    ),
    {"concern": 1},
    f"Saved for {BILLIE}",
    SEEN,
)
CONCERN_CLOSE = about(
    BILLIE,
    "concern close",
    (
        THE_CONCERN,
        same("What was the answer", "They spoke to him", "Answer"),
        Step("Did what Billie wished", "2", "Came about", "Partly"),
        same("Why can it be closed", "The card is back", "Closed because"),
        Step("Close it all the same", "1", "Closed all the same", "Yes"),
    ),
    {"concern": 1},
    f"Closed for {BILLIE}",
    SEEN,
)
CONCERN_REVIEW = about(
    BILLIE,
    "concern review",
    (
        THE_CONCERN,
        Step("Did being out among people", "1", "Being out", "Yes"),
        Step("In which way?", "2", "In which way", "Somebody who was met"),
        no_more("formulation up to date", "Formulation then"),
        same("earliest sign", "A new friend", "Earliest sign"),
        no_more("right pace", "Pace"),
        no_more("Was Billie heard", "Heard"),
        no_more("fair? No limit", "What we did after"),
        no_more("the partner", "The partner"),
        same("What is learned", "Ask about new friends", "Learned"),
        no_more("What is to be done", "Action 1"),
    ),
    {"case_review": 1},
    f"Saved for {BILLIE}",
    SEEN,
)
CONCERNS = (CONCERN_ADD, CONCERN_DECIDE, CONCERN_CLOSE, CONCERN_REVIEW)
