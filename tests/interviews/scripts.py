"""What is typed into each interview, and what its check page then says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Step:
    """One question: words of it, what is typed, and its line on the check page."""

    asks: str
    types: str
    short: str
    says: str

    def on_check_page(self, mode: str) -> str:
        """Return its line of the check page, without the number."""
        between = ": " if mode == "plain" else " "
        return " ".join(f"{self.short}{between}{self.says}".split())


@dataclass(frozen=True)
class Interview:
    """One guided command, walked from its first question to its receipt.

    `before` are commands that are run first, with nobody at the terminal; `saves` is
    how many entries of each kind it adds.
    """

    name: str
    words: tuple[str, ...]
    steps: tuple[Step, ...]
    saves: Mapping[str, int]
    receipt: str
    who: str
    before: tuple[tuple[str, ...], ...] = ()


def same(asks: str, text: str, short: str) -> Step:
    """Return a question whose answer is shown as it was typed."""
    return Step(asks, text, short, text)


def no_more(asks: str, short: str) -> Step:
    """Return a question that Enter skips."""
    return Step(asks, "", short, "Not given")


NEWCOMER = (
    *("person", "add", "--name", "Billie Doyle", "--known-as", "Billie"),
    *("--code", "BD-004"),
)
ROBIN, BILLIE = "Robin Practice, PR-001", "Billie Doyle, BD-004"

PERSON_ADD = Interview(
    "person add",
    ("person", "add"),
    (
        same("What is their full name", "Billie Doyle", "Name"),
        same("What do they like to be called", "Bill", "Called"),
        same("Which code stands for them", "BD-014", "Code"),
    ),
    {"person": 1},
    "Billie Doyle, BD-014",
    who="A new person",
)
PERSON_EDIT = Interview(
    "person edit",
    ("person", "edit", "PR-001"),
    (
        same("What is their full name", "Robin Ashdown", "Name"),
        same("What do they like to be called", "Rob", "Called"),
        same("Why does it change", "Robin asked for it", "Why"),
    ),
    {"person": 1},
    "Robin Ashdown, PR-001",
    who=ROBIN,
)
PERSON_CLOSE = Interview(
    "person close",
    ("person", "close", "PR-001"),
    (
        Step("On which day", "yesterday", "Last day", "Tuesday 17 November 2026"),
        Step("Why did it end", "2", "Why", "Support is no longer needed"),
        same("Type the code PR-001", "PR-001", "Code"),
    ),
    {"person": 1},
    ROBIN,
    who=ROBIN,
)
PLAN_ADD = Interview(
    "plan add",
    ("plan", "add", "PR-001"),
    (
        same("What is the step", "A film at noon", "Step"),
        same("Where?", "The small cinema", "Where"),
        same("When? The day and time", "Mondays at noon", "When"),
        same("How long, in minutes", "90", "Minutes"),
        same("Who is with Robin, 0 to 6", "2", "Company, 0 to 6"),
        Step(
            "Which of these does the step meet",
            "1",
            "It meets",
            "The 8:15 bus when school children are on it",
        ),
        same("think might happen there", "I will lose my seat", "What is feared"),
        Step("Start from:", "2", "Criteria from", "A small group, a worker there"),
        same("For how many days must it hold", "10", "Days to hold"),
        same("And over how many sessions", "2", "Sessions to hold"),
    ),
    {"step": 1},
    f"{ROBIN}: step 6, A film at noon",
    who=ROBIN,
)
PLAN_EDIT = Interview(
    "plan edit",
    ("plan", "edit", "PR-001", "3"),
    (same("Why does it change", "Robin likes it so", "Why"),),
    {"step": 1},
    f"{ROBIN}: step 3",
    who=ROBIN,
)
PLAN_START = Interview(
    "plan start",
    ("plan", "start", "PR-001"),
    (
        Step(
            "Which step?", "2", "Step", "The same art group, a worker in the building"
        ),
        same("Who agreed it with you", "Jo, team lead", "Agreed with"),
        Step(
            "When is the first session",
            "Friday 2pm",
            "First session",
            "Friday 20 November 2026, 2pm",
        ),
    ),
    {"decision": 1, "session": 1},
    f"{ROBIN}: step 3",
    who=ROBIN,
    before=(("plan", "stop", "PR-001"),),
)
PLAN_STOP = Interview(
    "plan stop",
    ("plan", "stop", "PR-001"),
    (same("What did Robin say", "Not this winter", "Robin's words"),),
    {"decision": 1},
    f"{ROBIN}: step 2",
    who=ROBIN,
)
PLAN_AWAY = Interview(
    "plan away",
    ("plan", "away", "PR-001"),
    (
        Step("Why?", "2", "Why", "On holiday"),
        Step("the first day", "9 November", "The first day", "Monday 9 November 2026"),
        Step("the last day", "13 November", "The last day", "Friday 13 November 2026"),
    ),
    {"away": 1},
    ROBIN,
    who=ROBIN,
)
DEBRIEF = Interview(
    "debrief",
    ("debrief", "PR-001"),
    (
        Step("How did it go?", "2", "How it went", "It went ahead, and ended early"),
        Step("Why did it end early", "2", "Why it ended early", "It became too much"),
        same("worry score before", "6", "Worry before"),
        same("The same at its worst", "8", "Worry at its worst"),
        same("The same after", "4", "Worry after"),
        Step("Did it happen:", "2", "Feared thing happened", "Partly"),
        Step(
            "Which signs from",
            "1,4",
            "Signs",
            "I check the window more than twice, I stop answering the door",
        ),
        same("What was tried", "We sat by the door", "What helped"),
        Step("Since last time, was there", "4", "Since last time", "Not sure"),
        same("What was seen or heard", "A man by the gate, 3pm", "What happened"),
        same("Who have you told", "Jo at 4pm", "Who was told"),
        same("What got in the way", "The noise", "What got in the way"),
        same("What did Robin say", "It was loud at first", "Robin's words"),
    ),
    {"debrief": 1},
    f"Saved for {ROBIN}",
    who=ROBIN,
)
REVIEW = Interview(
    "review",
    ("review", "PR-001"),
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
            "On which day will you look", "", "Look again", "Wednesday 25 November 2026"
        ),
    ),
    {"review": 1, "decision": 1, "paper": 1},
    f"Saved for {ROBIN}: Pause",
    who=ROBIN,
)
CARD_PRINT = Interview(
    "card print",
    ("card", "print", "PR-001"),
    (
        Step("Which size", "2", "Size", "Wallet, both sides"),
        Step("Who will hold it", "1", "For", "Robin: discreet, to carry"),
    ),
    {"paper": 1},
    f"Card for {ROBIN}",
    who=ROBIN,
)
FORMULATE = Interview(
    "formulate",
    ("formulate", "BD-004"),
    (
        same("What matters to Billie", "The film club", "What matters"),
        same("lose if we are too careful", "The evenings", "Cost of not doing it"),
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
        Step("Which situation is it for", "1", "It is for", "The late bus"),
        Step("What is it?", "4", "It is", "A restriction: a limit they did not choose"),
        same("Which harm does it prevent", "A fall in May", "Harm it prevents"),
        Step(
            "What makes it lawful",
            "1",
            "Lawful basis",
            "They agreed to it, knowing what it means",
        ),
        same("What less limiting way", "A call on arrival", "Tried first"),
        same("What ends it", "Two calm weeks", "It ends when"),
        no_more("What else do you do about it", "What we do 2"),
        Step("On which day", "10 February", "Review", "Wednesday 10 February 2027"),
    ),
    {"formulation": 1},
    BILLIE,
    who=BILLIE,
    before=(NEWCOMER,),
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
    return (*steps, no_more("What do others do", f"{title}: you do 1"))


CARD_WRITE = Interview(
    "card write",
    ("card", "write", "BD-004"),
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
    ),
    {"card": 1},
    f"{BILLIE}: card, version 1",
    who=BILLIE,
    before=(NEWCOMER,),
)

EVERY = (
    PERSON_ADD,
    PERSON_EDIT,
    PERSON_CLOSE,
    FORMULATE,
    PLAN_ADD,
    PLAN_EDIT,
    PLAN_START,
    PLAN_STOP,
    PLAN_AWAY,
    DEBRIEF,
    REVIEW,
    CARD_WRITE,
    CARD_PRINT,
)
