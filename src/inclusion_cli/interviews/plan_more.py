"""What else can be written down about a step: asked only where the worker wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation_steps import met_by
from inclusion_cli.domain.plan import Behaviour, Limit, SafetyBehaviour, Step
from inclusion_cli.domain.values import Choice, score, whole
from inclusion_cli.interviews.question import (
    ENOUGH,
    Answers,
    Question,
    choose,
    choose_some,
)
from inclusion_cli.interviews.rows import rows
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.interviews.plan_about import StepAbout

SURE = whole(0, 100)
"""How sure somebody is, in points of 100."""

MORE = (
    Choice("hope", say("How else it might go, and how sure they are")),
    Choice("safety", say("What they do to feel safe: keep, fade or drop")),
    Choice("limits", say("Limits: drink, money, time")),
    Choice("going", say("The way there, and words to leave with")),
    Choice("staff", say("What helps on the day, and what staff do")),
    Choice("success", say("What it looks like when it goes well")),
    Choice("stop_rules", say("When to stop on the spot")),
    Choice("ready_said", say("Who said that they are ready")),
)
KEYS = {
    "hope": ("hoped", "hoped_sure", "expected_worry"),
    "safety": ("behaviour",),
    "limits": ("limit",),
    "going": ("travel", "exit_words"),
    "staff": ("coping", "staff_do", "staff_do_not"),
    "success": ("success",),
    "stop_rules": ("stop_rule",),
    "ready_said": ("ready_said",),
}
SORTS = (
    Choice("keep", say("Keep: sensible, such as a bank card left at home")),
    Choice("fade", say("Fade: do it less, little by little")),
    Choice("drop", say("Drop: try without it")),
)


def more_questions(it: StepAbout, answers: Answers) -> Iterator[Question]:
    """Return what is asked beyond what is needed: one question opens the others."""
    yield choose_some(
        "more",
        say("What else do you want to write down?"),
        say("Also written down"),
        MORE,
        required=False,
    )
    if wanted("hope", it, answers):
        yield from _hope(it.name)
    if wanted("safety", it, answers):
        yield from rows(answers, "behaviour", _behaviour(it.name))
    if wanted("limits", it, answers):
        yield from rows(answers, "limit", _limit)
    if wanted("going", it, answers):
        yield from _texts(_going(it.name))
    if wanted("staff", it, answers):
        yield from _texts(_staff(it.name))
    if wanted("success", it, answers):
        told = say(
            "What does it look like when it goes well? In {name}'s words.", name=it.name
        )
        yield from _texts({"success": (told, say("Going well"))})
    if wanted("stop_rules", it, answers):
        yield from rows(answers, "stop_rule", _stop_rule)
    if wanted("ready_said", it, answers):
        told = say("Who said that {name} is ready for this step?", name=it.name)
        yield from _texts({"ready_said": (told, say("Said to be ready"))})


def wanted(group: str, it: StepAbout, answers: Answers) -> bool:
    """Say whether a group is asked: chosen, or its answers came with the call."""
    chosen = group in (answers.get("more") or ())
    return it.anybody or chosen or not it.named.isdisjoint(KEYS[group])


def _texts(told: dict[str, tuple[str, str]]) -> Iterator[Question]:
    for key, (label, short) in told.items():
        yield Question(key, label, short, required=False)


def _hope(name: str) -> Iterator[Question]:
    yield Question(
        "hoped", say("How else might it go?"), say("How else"), required=False
    )
    yield Question(
        "hoped_sure",
        say("How sure is {name} of that, 0 to 100?", name=name),
        say("How sure of that"),
        SURE,
        "number",
        required=False,
    )
    yield Question(
        "expected_worry",
        say("How much worry does {name} expect there, 0 to 10?", name=name),
        say("Worry expected"),
        score,
        "score",
        required=False,
        explicit=True,
    )


def _going(name: str) -> dict[str, tuple[str, str]]:
    return {
        "travel": (say("How do you get there and back?"), say("The way there")),
        "exit_words": (
            say("What does {name} say to leave?", name=name),
            say("Words to leave with"),
        ),
    }


def _staff(name: str) -> dict[str, tuple[str, str]]:
    return {
        "coping": (say("What helps {name} on the day?", name=name), say("What helps")),
        "staff_do": (say("What do staff do?"), say("Staff do")),
        "staff_do_not": (say("What do staff not do?"), say("Staff do not")),
    }


def _behaviour(name: str) -> Callable[[str, int], Iterator[Question]]:
    def row(prefix: str, number: int) -> Iterator[Question]:
        another = say("What does") if number == 1 else say("What else does")
        yield Question(
            f"{prefix}text",
            say("{another} {name} do to feel safe there?", another=another, name=name),
            say("To feel safe {number}", number=number),
            hint=say("For example: sits by the door, keeps headphones in."),
            required=False,
            skips=ENOUGH,
        )
        yield choose(
            f"{prefix}sort",
            say("What becomes of it?"),
            say("What becomes of {number}", number=number),
            SORTS,
        )

    return row


def _limit(prefix: str, number: int) -> Iterator[Question]:
    another = say("What limit is agreed?") if number == 1 else say("What other limit?")
    yield Question(
        f"{prefix}text",
        another,
        say("Limit {number}", number=number),
        hint=say("A number and a thing: 60 minutes, 10 pounds, no drink."),
        required=False,
        skips=ENOUGH,
    )


def _stop_rule(prefix: str, number: int) -> Iterator[Question]:
    another = say("What else stops") if number > 1 else say("What stops")
    yield Question(
        f"{prefix}text",
        say("{another} a session on the spot?", another=another),
        say("Stop {number}", number=number),
        required=False,
        skips=ENOUGH,
    )


# --- what the rows stand for --------------------------------------------------------


def behaviours_of(answers: Answers) -> tuple[SafetyBehaviour, ...]:
    """Return the safety behaviours told so far; each keeps its number as its id."""
    return tuple(
        SafetyBehaviour(f"b{number}", text, Behaviour(answers[f"{prefix}sort"]))
        for number, prefix, text in _told(answers, "behaviour")
        if answers.get(f"{prefix}sort")
    )


def limits_of(answers: Answers) -> tuple[Limit, ...]:
    """Return the limits told so far; each keeps its number as its id."""
    return tuple(Limit(f"l{n}", text) for n, _p, text in _told(answers, "limit"))


def stop_rules_of(answers: Answers) -> tuple[str, ...]:
    """Return what stops a session on the spot."""
    return tuple(text for _n, _p, text in _told(answers, "stop_rule"))


def _told(answers: Answers, group: str) -> Iterator[tuple[int, str, str]]:
    """Return of each row its number, its prefix and its first words."""
    keys = [key for key in answers if key.startswith(f"{group}.")]
    for number in sorted({int(key.split(".")[1]) for key in keys}):
        prefix = f"{group}.{number}."
        if text := answers.get(f"{prefix}text"):
            yield number, prefix, text


def draft_step(it: StepAbout, answers: Answers) -> Step | None:
    """Return the step as far as it is told, None before it can be compared."""
    needed = ("place", "time", "minutes", "accompaniment")
    if any(answers.get(key) is None for key in needed):
        return None
    told: dict[str, Any] = {key: answers[key] for key in needed}
    return Step(
        plan="",
        number=it.number,
        title=answers.get("title") or "",
        triggers=met_by(answers),
        criteria=_NONE,
        limits=limits_of(answers),
        **told,
    )


_NONE: dict[str, Any] = {
    "stability": {"attended_at_least": {"n": 1, "of_last": 1}},
    "pause": [],
    "hold": {"days": 0, "min_sessions": 1},
}
