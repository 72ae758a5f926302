"""Walks through the debrief, the review, the formulation and the card."""

from __future__ import annotations

from tests.interviews.script import BILLIE, ROBIN, Interview, Step, about, no_more, same

DEBRIEF = about(
    ROBIN,
    "debrief",
    (
        Step("How did it go?", "2", "How it went", "It ended early"),
        Step("Why did it end early", "2", "Why it ended early", "It became too much"),
        same("How many minutes", "20", "Minutes"),
        same("own worry before", "6", "Worry before"),
        same("Worry at its worst", "8", "Worry at its worst"),
        same("Worry after", "4", "Worry after"),
        Step("Did it happen:", "2", "Feared thing", "Partly"),
        Step(
            "signs were seen",
            "1,4",
            "Signs",
            "I check the window more than twice, I stop answering the door",
        ),
        Step("Where is Robin now", "3", "Stage now", "I'm struggling"),
        Step(
            "What was tried?",
            "2,7",
            "What was tried",
            "I write down what I saw, then what I think it means; Something else",
        ),
        same("How far did it help", "6", "Help score"),
        same("What else was tried", "We sat by the door", "What helped"),
        same(
            "before what it may mean", "Two men by the gate", "Thought: seen or heard"
        ),
        same("went through Robin's mind", "They know my name", "Thought: in the mind"),
        same("How sure was that", "80", "Thought: sureness"),
        Step("Could it be real", "2", "Thought: real or not", "Partly"),
        same("another way to see it", "They were lost", "Thought: another way"),
        Step("Since last time, any", "4", "Since last time", "Not sure"),
        same("Who, where, when", "A man by the gate, 3pm", "What happened"),
        same("Who have you told", "Jo at 4pm", "Who was told"),
        same("What got in the way", "The noise", "What got in the way"),
        same("What did Robin say", "It was loud at first", "Robin's words"),
    ),
    {"debrief": 1},
    f"Saved for {ROBIN}",
)
USUAL = Interview(
    "usual debrief",
    ("debrief", "PR-001"),
    (
        Step("How did it go?", "1", "How it went", "It went ahead"),
        same("own worry before", "7", "Worry before"),
        same("Worry at its worst", "8", "Worry at its worst"),
        same("Worry after", "4", "Worry after"),
        Step("Did it happen:", "1", "Feared thing", "No"),
        Step("signs were seen", "0", "Signs", "None"),
        Step("Since last time, any", "0", "Since last time", "None"),
        same(
            "What did Robin say",
            "It was loud at first but I stayed for my tea.",
            "Robin's words",
        ),
    ),
    {"debrief": 1},
    f"Saved for {ROBIN}",
    who=ROBIN,
)
"""What is told on most days: it went ahead, no signs, no harm."""
REVIEW = about(
    ROBIN,
    "review",
    (
        Step("feel ready for the next step", "1", "Feels ready", "Yes"),
        same("What does Robin want to do", "To sit nearer", "Robin wants"),
        Step(
            "What have you and Robin decided",
            "3",
            "Decision",
            "Pause: no sessions for now, and keep seeing Robin",
        ),
        same("Why is this right now", "Robin sleeps badly this week", "Why now"),
        same("Who agreed this with you", "Jo, team lead", "Agreed with"),
        same("What is the least you could change", "Skip one Tuesday", "Least change"),
        same("What has to be true to go on", "Five good nights", "Go on again when"),
        Step(
            "Is the formulation of Robin still true",
            "3",
            "Formulation",
            "You did not go through it today",
        ),
        Step(
            "On which day will you look", "", "Look again", "Wednesday 25 November 2026"
        ),
    ),
    {"review": 1, "decision": 1, "paper": 1, "disclosure": 1},
    f"Saved for {ROBIN}: Pause",
)
FORMULATE = about(
    BILLIE,
    "formulate",
    (
        same("What matters to Billie", "The film club", "What matters"),
        same("lose if we are too careful", "The evenings", "Cost of not doing it"),
        no_more("How does Billie tell it", "Own account"),
        same("Why is there none", "She asked to wait", "No own account"),
        same("What makes it harder", "The late bus", "Situation 1"),
        Step("What kind is it", "1", "Its kind", "Crowds"),
        same("What tends to happen", "Gets off early", "What tends to happen"),
        same("What are the first signs", "Looks down", "First signs"),
        same("What helps?", "Going at noon", "What helps"),
        no_more("What else makes it harder", "Situation 2"),
        same("What is one of Billie's strengths", "Patience", "Strength 1"),
        same("What is another of Billie's strengths", "Humour", "Strength 2"),
        no_more("Enter if that is all", "Strength 3"),
        same("What do you do about it", "Walk home together", "What we do 1"),
        Step(
            "What is it?",
            "4",
            "It is",
            "A restriction: a limit that is not their own idea",
        ),
        Step("Which situation is it for", "1", "It is for", "The late bus"),
        same("Which harm does it prevent", "A fall in May", "Harm it prevents"),
        Step(
            "What makes it lawful",
            "1",
            "Lawful basis",
            "They accept it, knowing what it means",
        ),
        same("What less limiting way", "A call on arrival", "Tried first"),
        same("What ends it", "Two calm weeks", "It ends when"),
        no_more("What else do you do about it", "What we do 2"),
        no_more("What else do you want to write down", "More"),
        Step("On which day", "10 February", "Review", "Wednesday 10 February 2027"),
    ),
    {"formulation": 1},
    BILLIE,
)


def _stage(number: int, title: str) -> tuple[Step, ...]:
    does = "What keeps it so" if number == 1 else "What does Billie do then"
    steps = (
        same(f'"{title}".', f"I hum {number}", f"{title}: sign 1"),
        no_more("Another? Enter", f"{title}: sign 2"),
        same(does, f"I rest {number}", f"{title}: I do 1"),
        no_more("Another thing? Enter", f"{title}: I do 2"),
    )
    if number == 1:
        return steps
    return (*steps, no_more("What do others do", f"{title}: others do 1"))


CARD_WRITE = about(
    BILLIE,
    "card write",
    (
        *_stage(1, "I'm OK"),
        *_stage(2, "Something is changing"),
        *_stage(3, "I'm struggling"),
        *_stage(4, "I need help now"),
        same("What does not help", "Shouting", "Does not help"),
        same("Who can be rung", "My aunt", "Person 1"),
        same("On which number", "07700 900123", "Number"),
        no_more("Who else can be rung", "Person 2"),
        same("Which number rings someone here", "01632 960001", "On call here"),
        same("rings the local crisis team", "01632 960003", "Crisis team"),
    ),
    {"card": 1},
    f"{BILLIE}: card, version 1",
)
