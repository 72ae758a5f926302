"""What help says: each topic once, in one place."""

from __future__ import annotations

from collections.abc import Callable

from inclusion_cli.cli.help_criteria import criteria
from inclusion_cli.domain.help_page import HelpPage, HelpPart
from inclusion_cli.tongue import say

EXITS = (
    ("0", say("done")),
    ("1", say("our mistake")),
    ("2", say("not understood, or answers missing or wrong")),
    ("3", say("nobody or nothing found")),
    ("4", say("left for later, draft kept")),
    ("11", say("a rule says no")),
    ("13", say("changed meanwhile")),
    ("14", say("locked, or wrong passphrase")),
    ("15", say("vault newer, damaged or not this one")),
    ("28", say("not saved: disk full")),
    ("30", say("an audit found something of grade A: act today")),
    ("74", say("not saved: the disk failed")),
    ("130", say("Ctrl-C, draft kept")),
)
WORDS = (
    (
        say("person"),
        say(
            "someone you support. A short code, like AK-014, stands for them",
        ),
    ),
    (say("key worker"), say("you, who support them")),
    (
        say("formulation"),
        say(
            "what you and the person agree: what is hard, what helps, and why",
        ),
    ),
    (say("trigger"), say("a real situation that unsettles this person")),
    (
        say("sign"),
        say(
            "what others can see when things start to go wrong",
        ),
    ),
    (
        say("control"),
        say(
            "what you do to limit or to shape something. It names its trigger",
        ),
    ),
    (
        say("restriction"),
        say(
            "a limit that is not the person's own idea. It has a reason and an end",
        ),
    ),
    (
        say("risk decision"),
        say("a wish weighed with its gains, harms and options. Its reasons stand"),
    ),
    (say("plan"), say("a ladder of steps towards what the person wants")),
    (
        say("step"),
        say(
            "one rung: who, what, where, how long, and when to move on",
        ),
    ),
    (
        say("hold"),
        say(
            "the good days and sessions that are needed before the next step",
        ),
    ),
    (
        say("pause"),
        say(
            "no sessions for now. It says when to look at it again",
        ),
    ),
    (say("session"), say("a contact that was planned")),
    (say("debrief"), say("what you write down after a session")),
    (
        say("decision"),
        say(
            "go on, hold, pause, go on again, step back, finish or stop, and why",
        ),
    ),
    (
        say("card"),
        say(
            "the early-warning card: stages, signs and what to do, in their words",
        ),
    ),
    (
        say("review"),
        say(
            "the meeting about a step. Its paper is the review pack",
        ),
    ),
    (
        say("worry score"),
        say(
            "from 0, no worry, to 10, the most there can be. They give it",
        ),
    ),
    (
        say("vault"),
        say(
            "the encrypted file on this computer that holds your records",
        ),
    ),
    (
        say("entry, log"),
        say(
            "one thing that was saved, and the chain of all of them",
        ),
    ),
    (
        say("draft"),
        say(
            "an interview that is not finished. Each answer in it is kept",
        ),
    ),
    (
        say("head code"),
        say(
            "16 letters and numbers. They prove later that nothing was changed",
        ),
    ),
)
DAYS = (
    (say("today, yesterday, tomorrow"), say("the day itself")),
    (
        say("Monday"),
        say(
            "the last one after a session, the next one in a plan",
        ),
    ),
    (
        say("last Friday, this Friday"),
        say("the one before today, the one of this week"),
    ),
    (say("17 November, 17/11, 3/11"), say("the day comes first: 3/11 is 3 November")),
    ("17/11/2026, 2026-11-17", say("with its year")),
    (say("2 weeks ago, in 3 days"), say("counted from today")),
)
TIMES = (
    (say("2pm, 2:30pm, 14:30, 1430"), say("a time of day")),
    (say("half past 2, quarter to 3"), say("from 1 to 6 it is the afternoon")),
    (say("noon, an hour ago"), say("a time, too")),
    (say("today 2pm, Friday 10:30am"), say("a day and a time, in either order")),
)
ASKED_AGAIN = (
    (say("half 2"), say("it means two times")),
    (say("next Friday"), say("it means two days")),
    (say("2-3pm, Mon-Fri"), say("type when it began")),
    ("31/02", say("there is no such day")),
)
TASKS = {
    "a-new-person": (
        say("A new person"),
        (
            ("person add", say("add them; the code stands for them from then on")),
            ("formulate", say("write what matters, what is hard and what helps")),
            ("plan add", say("add a step to their ladder, once for each step")),
            ("plan start", say("start one")),
            ("card write", say("write their early-warning card")),
            ("card print", say("print it for them and for the team")),
        ),
    ),
    "after-a-session": (
        say("After a session"),
        (
            ("debrief", say("record it: a few short questions")),
            ("undo", say("take back your last save, if it was wrong")),
            ("today", say("see what is due next")),
        ),
    ),
    "a-limit": (
        say("A limit that is not the person's own idea"),
        (
            ("restriction place", say("register it; in an emergency two answers do")),
            ("restriction sign", say("ask the rest of one that was placed at once")),
            ("restriction review", say("look at it again: it ends, or says why not")),
            ("restriction lift", say("lift it, at any time")),
            ("restriction list", say("see what is in force, and for how long")),
        ),
    ),
    "a-wish-with-risks": (
        say("A wish with risks"),
        (
            ("decide-risk weigh", say("weigh it with the person, before it is known")),
            ("decide-risk outcome", say("tell afterwards how it went")),
            ("decide-risk list", say("see what was weighed, and what came of it")),
        ),
    ),
    "before-a-meeting": (
        say("Before a meeting"),
        (
            ("plan show", say("see the ladder, and what the records show")),
            ("review", say("decide with the person, and make the pack")),
            ("card print", say("print the card, if a newer one is there")),
            (
                "verify",
                say(
                    "prove that nothing was changed since a code was made",
                ),
            ),
        ),
    ),
}
"""Tasks of a day, each with its commands in the order they are used."""


def exit_codes() -> HelpPage:
    """Return what each exit code means to a script."""
    lines = (
        say(
            "A script reads this number to know how a command ended.",
        ),
    )
    return HelpPage("exit-codes", say("Exit codes"), (HelpPart("", lines, EXITS),))


def keys() -> HelpPage:
    """Return the keys of any question, in both front ends."""
    from inclusion_cli.interviews.lines import PLAIN_KEYS
    from inclusion_cli.interviews.terminal import KEYS

    plain = tuple(line.split(": ", 1) for line in PLAIN_KEYS)
    return HelpPage(
        "keys",
        say("Keys"),
        (
            HelpPart(say("In any question"), rows=KEYS),
            HelpPart(
                say("With --plain"), rows=tuple((key, does) for key, does in plain)
            ),
            HelpPart(
                say("Choices"),
                (
                    say(
                        "Type the number in front of an answer, then Enter.",
                    ),
                    say(
                        "For several, put commas between: 1,3. Type 0 for none.",
                    ),
                    say("A question mark says more about the question."),
                ),
            ),
        ),
    )


def dates() -> HelpPage:
    """Return the days and times that are understood."""
    return HelpPage(
        "dates",
        say("Days and times"),
        (
            HelpPart(say("Days"), rows=DAYS),
            HelpPart(say("Times"), rows=TIMES),
            HelpPart(say("These are asked again"), rows=ASKED_AGAIN),
            HelpPart("", (say("What you typed is said back with its weekday."),)),
        ),
    )


def words() -> HelpPage:
    """Return what the words of this program mean."""
    lines = (
        say(
            "One word means one thing, on the screen and on paper.",
        ),
    )
    return HelpPage("words", say("Words"), (HelpPart("", lines, WORDS),))


def _task(topic: str) -> Callable[[], HelpPage]:
    title, steps = TASKS[topic]

    def build() -> HelpPage:
        rows = tuple((f"inclusion {command}", does) for command, does in steps)
        return HelpPage(topic, title, (HelpPart("", rows=rows),))

    return build


TOPICS: dict[str, tuple[str, Callable[[], HelpPage]]] = {
    "exit-codes": (say("what the number at the end of a command means"), exit_codes),
    "keys": (say("the keys of any question"), keys),
    "dates": (say("how a day and a time can be typed"), dates),
    "words": (say("what the words mean"), words),
    "criteria": (say("criteria of your own, in a file"), criteria),
    **{topic: (TASKS[topic][0].lower(), _task(topic)) for topic in TASKS},
}
"""Each topic with what it is about, and how its page is made."""
