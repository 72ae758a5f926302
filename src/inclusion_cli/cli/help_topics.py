"""What help says: each topic once, in one place."""

from __future__ import annotations

from collections.abc import Callable

from inclusion_cli.domain.help_page import HelpPage, HelpPart

EXITS = (
    ("0", "done"),
    ("1", "our mistake"),
    ("2", "not understood, or answers missing or wrong"),
    ("3", "nobody or nothing found"),
    ("4", "left for later, draft kept"),
    ("11", "a rule says no"),
    ("13", "changed meanwhile"),
    ("14", "locked, or wrong passphrase"),
    ("15", "vault newer, damaged or not this one"),
    ("28", "not saved: disk full"),
    ("74", "not saved: the disk failed"),
    ("130", "Ctrl-C, draft kept"),
)
WORDS = (
    ("person", "someone you support. A short code, like AK-014, stands for them"),
    ("key worker", "you, who support them"),
    ("formulation", "what you and the person agree: what is hard, what helps, and why"),
    ("trigger", "a real situation that unsettles this person"),
    ("sign", "what others can see when things start to go wrong"),
    ("control", "what you do to limit or to shape something. It names its trigger"),
    ("restriction", "a control the person did not choose. It has a reason and an end"),
    ("plan", "a ladder of steps towards what the person wants"),
    ("step", "one rung: who, what, where, how long, and when to move on"),
    ("hold", "the good days and sessions that are needed before the next step"),
    ("pause", "no sessions for now. It says when to look at it again"),
    ("session", "a contact that was planned"),
    ("debrief", "what you write down after a session"),
    ("decision", "go on, hold, pause, go on again, step back, finish or stop, and why"),
    ("card", "the early-warning card: stages, signs and what to do, in their words"),
    ("review", "the meeting about a step. Its paper is the review pack"),
    ("worry score", "from 0, no worry, to 10, the most there can be. They give it"),
    ("vault", "the encrypted file on this computer that holds your records"),
    ("entry, log", "one thing that was saved, and the chain of all of them"),
    ("draft", "an interview that is not finished. Each answer in it is kept"),
    ("head code", "16 letters and numbers. They prove later that nothing was changed"),
)
DAYS = (
    ("today, yesterday, tomorrow", "the day itself"),
    ("Monday", "the last one after a session, the next one in a plan"),
    ("last Friday, this Friday", "the one before today, the one of this week"),
    ("17 November, 17/11, 3/11", "the day comes first: 3/11 is 3 November"),
    ("17/11/2026, 2026-11-17", "with its year"),
    ("2 weeks ago, in 3 days", "counted from today"),
)
TIMES = (
    ("2pm, 2:30pm, 14:30, 1430", "a time of day"),
    ("half past 2, quarter to 3", "from 1 to 6 it is the afternoon"),
    ("noon, an hour ago", "a time, too"),
    ("today 2pm, Friday 10:30am", "a day and a time, in either order"),
)
ASKED_AGAIN = (
    ("half 2", "it means two times"),
    ("next Friday", "it means two days"),
    ("2-3pm, Mon-Fri", "type when it began"),
    ("31/02", "there is no such day"),
)
TASKS = {
    "a-new-person": (
        "A new person",
        (
            ("person add", "add them; the code stands for them from then on"),
            ("formulate", "write what matters, what is hard and what helps"),
            ("plan add", "add a step to their ladder, once for each step"),
            ("plan start", "start one"),
            ("card write", "write their early-warning card"),
            ("card print", "print it for them and for the team"),
        ),
    ),
    "after-a-session": (
        "After a session",
        (
            ("debrief", "record it: a few short questions"),
            ("undo", "take back your last save, if it was wrong"),
            ("today", "see what is due next"),
        ),
    ),
    "before-a-meeting": (
        "Before a meeting",
        (
            ("plan show", "see the ladder, and what the records show"),
            ("review", "decide with the person, and make the pack"),
            ("card print", "print the card, if a newer one is there"),
            ("verify", "prove that nothing was changed since a code was made"),
        ),
    ),
}
"""Tasks of a day, each with its commands in the order they are used."""


def exit_codes() -> HelpPage:
    """Return what each exit code means to a script."""
    lines = ("A script reads this number to know how a command ended.",)
    return HelpPage("exit-codes", "Exit codes", (HelpPart("", lines, EXITS),))


def keys() -> HelpPage:
    """Return the keys of any question, in both front ends."""
    from inclusion_cli.interviews.lines import PLAIN_KEYS
    from inclusion_cli.interviews.terminal import KEYS

    plain = tuple(line.split(": ", 1) for line in PLAIN_KEYS)
    return HelpPage(
        "keys",
        "Keys",
        (
            HelpPart("In any question", rows=KEYS),
            HelpPart("With --plain", rows=tuple((key, does) for key, does in plain)),
            HelpPart(
                "Choices",
                (
                    "Type the number in front of an answer, then Enter.",
                    "For several, put commas between: 1,3. Type 0 for none.",
                    "A question mark says more about the question.",
                ),
            ),
        ),
    )


def dates() -> HelpPage:
    """Return the days and times that are understood."""
    return HelpPage(
        "dates",
        "Days and times",
        (
            HelpPart("Days", rows=DAYS),
            HelpPart("Times", rows=TIMES),
            HelpPart("These are asked again", rows=ASKED_AGAIN),
            HelpPart("", ("What you typed is said back with its weekday.",)),
        ),
    )


def words() -> HelpPage:
    """Return what the words of this program mean."""
    lines = ("One word means one thing, on the screen and on paper.",)
    return HelpPage("words", "Words", (HelpPart("", lines, WORDS),))


def _task(topic: str) -> Callable[[], HelpPage]:
    title, steps = TASKS[topic]

    def build() -> HelpPage:
        rows = tuple((f"inclusion {command}", does) for command, does in steps)
        return HelpPage(topic, title, (HelpPart("", rows=rows),))

    return build


TOPICS: dict[str, tuple[str, Callable[[], HelpPage]]] = {
    "exit-codes": ("what the number at the end of a command means", exit_codes),
    "keys": ("the keys of any question", keys),
    "dates": ("how a day and a time can be typed", dates),
    "words": ("what the words mean", words),
    **{topic: (TASKS[topic][0].lower(), _task(topic)) for topic in TASKS},
}
"""Each topic with what it is about, and how its page is made."""
