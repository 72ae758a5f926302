"""Walks through limits, risk decisions, the read tick, and what people say of them."""

from __future__ import annotations

from tests.casework.test_limits import WHOLE, flags
from tests.interviews.script import ROBIN, Step, about, no_more, same

AT_ONCE = (
    *("restriction", "place", "PR-001", "--emergency", "yes"),
    *("--what", "No walks after dark"),
    *("--harm", "He was followed home on Monday night"),
    *("--authorised-by", "Ravi"),
)
"""A limit that was placed at once."""
SIGNED = ("restriction", "place", "PR-001", *flags(WHOLE))
"""A limit that was signed off: only that is looked at."""
_BUS = "The 8:15 bus when school children are on it"
_BASIS = "They accept it, knowing what it means"
_REST = (
    same("Where was that harm seen", "At the gate, by Ravi", "Where it was seen"),
    Step(
        "which day was it last seen", "Monday", "Last seen", "Monday 16 November 2026"
    ),
    Step("Which situation", "1", "Situation", _BUS),
    Step("What makes it lawful", "1", "Lawful basis", _BASIS),
    same("less limiting way was tried", "Walks with a worker", "Tried 1"),
    Step("When was that", "2 November", "Tried 1 on", "Monday 2 November 2026"),
    same("What came of it", "It went well", "Tried 1, result"),
    no_more("What else was tried", "Tried 2"),
    same("Why will nothing less do", "The lamp is broken", "Why no less will do"),
)
_END = (
    same("What is their role", "Late shift", "Their role"),
    same("What ends it", "The lamp is mended", "It ends when"),
    no_more("Is there a last day", "Last day"),
    Step("In how many days", "7", "Days between looks", "7"),
    Step("alone, or for a whole address", "1", "It is for", "For this person alone"),
    same("How does it feel to Robin", "Like a child", "How it feels"),
    no_more("What does Robin want instead", "Robin wants"),
    same("How were a complaint", "A leaflet, on Monday", "Complaint and advocate"),
    Step("watched, or with staff", "2", "Watched all the time", "No"),
)


RESTRICTION_PLACE = about(
    ROBIN,
    "restriction place",
    (
        Step("Did it have to be placed at once", "2", "An emergency", "No"),
        same("What exactly is limited", "No walks after dark", "The limit"),
        same("Which harm does it prevent", "He was followed home", "Harm it prevents"),
        *_REST,
        same("Who authorised it", "Ravi", "Authorised by"),
        *_END,
    ),
    {"restriction": 1},
    f"Saved for {ROBIN}",
)
RESTRICTION_SIGN = about(
    ROBIN,
    "restriction sign",
    (*_REST, *_END),
    {"restriction": 1},
    f"Saved for {ROBIN}",
    AT_ONCE,
    known=("Who authorised it",),
)
RESTRICTION_REVIEW = about(
    ROBIN,
    "restriction review",
    (
        Step("has the harm happened", "2", "Happened since", "No"),
        Step("Does it end today", "1", "Decision", "Lift it: it ends today"),
        same("What made it possible to lift it", "The lamp is mended", "Why"),
        same("What does Robin say", "At last", "Robin's words"),
        same("Who decided it with you", "Robin, and Jo", "Decided with"),
    ),
    {"restriction_review": 1},
    f"Saved for {ROBIN}",
    SIGNED,
)
RESTRICTION_LIFT = about(
    ROBIN,
    "restriction lift",
    (
        no_more("What made it possible to lift it", "Why"),
        no_more("What does Robin say", "Robin's words"),
        same("Who decided it with you", "Jo", "Decided with"),
    ),
    {"restriction_review": 1},
    f"Saved for {ROBIN}",
    AT_ONCE,
)
_WISH = "I want to go alone once"
DECIDE_RISK = about(
    ROBIN,
    "decide-risk",
    (
        same("What is to be decided", "Alone to the cafe?", "The question"),
        same("What does Robin wish", _WISH, "The wish"),
        same("What would Robin gain", "An hour of his own", "What they gain"),
        no_more("Who else would gain", "What others gain"),
        same("What harm could come of it", "He turns back halfway", "Possible harm"),
        same("How likely is that harm", "Once, in the rain", "How likely"),
        same("What does it cost Robin", "He waits again", "Cost of saying no"),
        same("The first way is to do it", "Alone, at noon", "Way 1"),
        same("What speaks for it", "He asked for it", "For way 1"),
        same("What speaks against it", "The school is out at noon", "Against way 1"),
        same("What is a way that limits Robin less", "At ten", "Way 2"),
        same("What speaks for it", "It is quiet", "For way 2"),
        same("What speaks against it", "The cafe opens late", "Against way 2"),
        no_more("What other way is there", "Way 3"),
        Step("Which way did you choose", "2", "Chosen", "At ten"),
        same("Why this one", "Robin chose it", "Why"),
        same("What will you do so that", "A call after", "So that it goes well 1"),
        Step(
            "Which situation is that for",
            "1",
            "For the situation",
            _BUS,
        ),
        no_more("What else will you do", "So that it goes well 2"),
        same("What would make you stop", "Robin says so", "We stop when"),
        same("Who agrees with it", "Robin, and Jo", "Who agrees"),
        no_more("Who does not agree", "Who does not"),
        Step(
            "Can Robin decide about this",
            "",
            "Capacity for this",
            "Presumed: no reason to doubt it for this decision",
        ),
        Step(
            "On which day will you look",
            "2 December",
            "Look at it on",
            "Wednesday 2 December 2026",
        ),
    ),
    {"risk_decision": 1},
    f"Saved for {ROBIN}",
)
_WEIGHED = "Well: all that could be known then was weighed"
WEIGHED_BEFORE = (
    *("decide-risk", "PR-001", "--question", "Alone to the cafe?", "--wish", _WISH),
    *("--benefits", "An hour of his own", "--harms", "He turns back halfway"),
    *("--likely", "Once, in the rain", "--cost-of-refusing", "He waits again"),
    *("--answer", "option.1.what=Alone", "--answer", "option.1.for=He asks"),
    *("--answer", "option.1.against=Rain", "--answer", "option.2.what=At ten"),
    *("--answer", "option.2.for=Quiet", "--answer", "option.2.against=Closed"),
    *("--chosen", "1", "--why", "Robin chose it", "--stop-if", "Robin says so"),
    *("--answer", "safeguard.1.what=A call", "--answer", "safeguard.1.trigger=t1"),
    *("--agreed", "Robin, and Jo", "--review-on", "2 December"),
)
RISK_OUTCOME = about(
    ROBIN,
    "decide-risk outcome",
    (
        Step("how well was it weighed then", "1", "How it was weighed", _WEIGHED),
        no_more("What was good about how it was weighed", "Good, and left out"),
        Step("How did it go?", "1", "How it went", "As hoped"),
        same("What happened?", "He sat for an hour", "What happened"),
        Step("Did you have to stop", "2", "Stopped", "No"),
        same("What does Robin say about it", "It was mine", "Robin's words"),
        no_more("What have you learned", "Learned"),
        Step(
            "On which day did you look",
            "",
            "Looked at on",
            "Wednesday 18 November 2026",
        ),
    ),
    {"risk_outcome": 1},
    f"Saved for {ROBIN}",
    WEIGHED_BEFORE,
)
FORMULATE_READ = about(
    ROBIN,
    "formulate read",
    (
        Step("Who has read it?", "2", "Reader", "A colleague"),
        same("What is their name", "Ravi", "Their name"),
        Step("Read to the end", "1", "Read and understood", "Yes"),
        Step("On which day?", "", "Read on", "Wednesday 18 November 2026"),
    ),
    {"read_tick": 1},
    f"Saved for {ROBIN}",
)
PERSON_ABOUT = about(
    ROBIN,
    "person about",
    (
        Step("Age?", "2", "Age", "25 to 34"),
        no_more("Sex or gender?", "Sex or gender"),
        Step("Ethnic group?", "0", "Ethnic group", "Rather not say"),
        no_more("Other disability or illness?", "Other disability or illness"),
        Step("English as a first language?", "1", "English as a first language", "Yes"),
        no_more("Religion or belief?", "Religion or belief"),
        no_more("Sexual orientation?", "Sexual orientation"),
    ),
    {"characteristics": 1},
    f"Saved for {ROBIN}",
)
LIMITS = (
    RESTRICTION_PLACE,
    RESTRICTION_SIGN,
    RESTRICTION_REVIEW,
    RESTRICTION_LIFT,
    DECIDE_RISK,
    RISK_OUTCOME,
    FORMULATE_READ,
    PERSON_ABOUT,
)
