"""Walks through money and evenings: agreed, practised, looked at, planned, reduced."""

from __future__ import annotations

from tests.interviews.script import ROBIN, Step, about, same

CONSENT = (
    *("consent", "give", "PR-001", "--kind", "take_part"),
    *("--activity", "money_check", "--purpose", "To look at money together"),
    *("--on", "today", "--asked-how", "At the table", "--answered", "given"),
    *("--capacity", "presumed", "--given-how", "signed", "--copy-given", "yes"),
    *("--until", "2027-02-28"),
)
AGREED = (
    *("money", "agree", "PR-001", "--about", "lending"),
    *("--words", "I do not lend", "--on", "2026-11-10", "--look-on", "2026-12-01"),
)
LESS = (
    *("event", "reduce", "PR-001", "--minutes", "20"),
    *("--why", "Two short nights. A shorter visit for now"),
    *("--agreed-with", "Robin", "--look-again", "2026-11-25"),
)

MONEY_AGREE = about(
    ROBIN,
    "money agree",
    (
        Step("What is it about", "1", "About", "Lending money or things"),
        same("What does Robin decide", "I do not lend to anyone", "Robin's words"),
        Step("which day was it agreed", "", "Agreed on", "Wednesday 18 November 2026"),
        Step(
            "look at it together again",
            "4 December",
            "Look again",
            "Friday 4 December 2026",
        ),
    ),
    {"agreement": 1},
    f"Saved for {ROBIN}",
)
MONEY_LOOK = about(
    ROBIN,
    "money look",
    (
        Step(
            "Which one?", "1", "Agreement", 'Lending money or things: "I do not lend"'
        ),
        Step(
            "What does Robin say now",
            "2",
            "Now",
            "It ends, or other words take its place",
        ),
        same("Why does it end", "I say it another way now", "Why it ends"),
    ),
    {"agreement": 1},
    f"Saved for {ROBIN}",
    AGREED,
)
MONEY_REHEARSE = about(
    ROBIN,
    "money rehearse",
    (
        same("Which sentence did Robin practise", "No, I never lend", "The sentence"),
        same("With whom did Robin practise", "Sam", "With whom"),
        same("How sure did Robin feel", "6", "How sure"),
        Step("On which day was it", "yesterday", "Day", "Tuesday 17 November 2026"),
    ),
    {"rehearsal": 1},
    f"Saved for {ROBIN}",
)
MONEY_CHECK = about(
    ROBIN,
    "money check",
    (
        Step("Which week did you look at", "", "Week of", "Monday 9 November 2026"),
        Step("Did you look at it together", "1", "Looked at", "Yes"),
        Step("Was Robin there the whole time", "1", "Robin was there", "Yes"),
        same("How many things are unexplained", "1", "Unexplained"),
        same("What are they", "Cash taken out at night", "What is unexplained"),
        same("What happens now", "Robin rings the bank", "What happens now"),
    ),
    {"money_check": 1},
    f"Saved for {ROBIN}",
    CONSENT,
)
MONEY_REQUEST = about(
    ROBIN,
    "money request",
    (
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
EVENT_PLAN = about(
    ROBIN,
    "event plan",
    (
        Step(
            "When does it begin", "Friday 7pm", "When", "Friday 20 November 2026, 7pm"
        ),
        Step("Where is it", "The Railway", "Where", "The Railway"),
        Step("What does Robin want", "1", "What Robin wants", "None at all"),
        Step("Have you told Robin", "1", "Told about stopping", "Yes"),
        Step("How many minutes at most", "40", "Minutes at most", "40"),
        same("What is eaten first", "Chips", "Eating first"),
        same("What does Robin drink", "Ginger beer", "Own drink"),
        same("How much money goes along", "10 pounds", "Money taken along"),
        same("How do you get there, and back", "By taxi, both ways", "There and back"),
        same("With which words", "My lift is here", "Words to leave with"),
        same("Who answers the phone", "Robin's brother", "Answers the phone"),
        same("On which number", "01632 960004", "Number"),
        Step("From what time", "6pm", "Phone from", "6pm"),
        Step("Until what time", "11pm", "Phone until", "11pm"),
        same("At what times do you check in", "At half past", "Check-ins"),
        same("What is the plan for afterwards", "Tea at home", "Afterwards"),
        Step(
            "When do you ask about sleep",
            "",
            "The day after",
            "Saturday 21 November 2026, 10am",
        ),
    ),
    {"event_plan": 1},
    f"Saved for {ROBIN}",
)
EVENT_REDUCE = about(
    ROBIN,
    "event reduce",
    (
        same("How many minutes at most, for now", "20", "Minutes at most"),
        Step("Who is with Robin", "-", "Company", "Not given"),
        same("Why, in Robin's words", "Two short nights this week", "Why"),
        same("Who agreed this", "Robin and Jo", "Agreed with"),
        Step(
            "On which day do you look", "", "Look again", "Wednesday 25 November 2026"
        ),
    ),
    {"reduction": 1},
    f"Saved for {ROBIN}",
)
EVENT_LOOK = about(
    ROBIN,
    "event look",
    (
        Step(
            "What have you and Robin decided",
            "1",
            "Decided",
            "It ends: the plan goes on as it was",
        ),
        same("Why is this right now", "Robin sleeps well again", "Why now"),
    ),
    {"reduction": 1},
    f"Saved for {ROBIN}",
    LESS,
)
MONEY_AND_EVENINGS = (
    MONEY_AGREE,
    MONEY_LOOK,
    MONEY_REHEARSE,
    MONEY_CHECK,
    MONEY_REQUEST,
    EVENT_PLAN,
    EVENT_REDUCE,
    EVENT_LOOK,
)
