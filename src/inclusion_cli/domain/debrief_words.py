"""What a debrief tells in depth, in words for papers: each with what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.money import INDICATORS
from inclusion_cli.domain.observed import money_words
from inclusion_cli.domain.sleep import say_minutes
from inclusion_cli.domain.thought import PATTERNS, Real, Thought
from inclusion_cli.domain.values import and_list, stopped
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.debrief import Debrief, Tried
    from inclusion_cli.domain.plan import Step

REAL_WORDS = {
    Real.YES: say("yes"),
    Real.PARTLY: say("partly"),
    Real.NO: say("no"),
    Real.NOT_SURE: say("not sure"),
}
TRIED, SLEPT = say("Tried, from the card"), say("Slept the night before")
RATINGS, LIMIT, SAFE = say("Own ratings"), say("A limit"), say("Done to feel safe")
USED, NONE_USED = say("Drink or drugs"), say("asked, and none")
STAGE = say("Stage after it")
RATED = {
    "coped": say("Coped"),
    "enjoyed": say("Enjoyed it"),
    "belonged": say("Felt they belonged"),
    "confidence": say("Sure of next time"),
    "craving": say("Craving"),
}


def in_depth(debrief: Debrief, step: Step | None) -> Iterator[tuple[str, str]]:
    """Return what was told beside the usual answers: what it is, and the words."""
    if debrief.thought:
        yield say("A thought, facts first"), thought_words(debrief.thought)
    if debrief.tried:
        tried = "; ".join(tried_words(one) for one in debrief.tried)
        yield TRIED, tried
    if debrief.stage:
        yield STAGE, STAGES[debrief.stage - 1]
    if debrief.money:
        yield say("Asked for money or things"), money_words(debrief.money)
    if debrief.indicators:
        labels = {choice.key: choice.label for choice in INDICATORS}
        seen = and_list(labels[key].lower() for key in debrief.indicators)
        yield say("Seen, too"), seen
    yield from _used(debrief)
    yield from _agreed(debrief, step)
    rated = [
        say("{words} {score} of 10", words=words, score=score)
        for name, words in RATED.items()
        if (score := getattr(debrief, name)) is not None
    ]
    if rated:
        yield RATINGS, ", ".join(rated)
    if debrief.worry_next_day is not None:
        worry = say("{score} of 10", score=debrief.worry_next_day)
        yield say("Worry the day after"), worry


def _used(debrief: Debrief) -> Iterator[tuple[str, str]]:
    used = debrief.used
    if used and used.what:
        within = {
            True: say(", within what was agreed"),
            False: say(", over what was agreed"),
        }
        stopped = say("stopped all at once: ") if used.stopped else ""
        amount = f", {used.amount}" if used.amount else ""
        limit = "" if used.within_limit is None else within[used.within_limit]
        yield USED, f"{stopped}{used.what}{amount}{limit}"
    elif used:
        yield USED, NONE_USED
    if debrief.minutes_slept is not None:
        yield SLEPT, say_minutes(debrief.minutes_slept)


def _agreed(debrief: Debrief, step: Step | None) -> Iterator[tuple[str, str]]:
    texts = {one.id: one.text for one in step.limits} if step else {}
    for one in debrief.limits or ():
        kept = say("kept") if one.kept else say("not kept")
        yield LIMIT, f"{texts.get(one.id, one.id)}: {kept}"
    does = {one.id: one.text for one in step.behaviours} if step else {}
    if debrief.behaviours:
        done = and_list(does.get(key, key) for key in debrief.behaviours)
        yield SAFE, done


def tried_words(tried: Tried) -> str:
    """Return what was tried, and how far it helped."""
    if tried.helped is None:
        return say("{text} (not rated)", text=tried.text)
    return say("{text} (helped {helped} of 10)", text=tried.text, helped=tried.helped)


def thought_words(thought: Thought) -> str:
    """Return a thought record in its own order: seen, mind, real, another view."""
    patterns = {choice.key: choice.label for choice in PATTERNS}
    parts = [
        (say("Seen or heard"), thought.seen),
        (say("In the mind"), _sure(thought.mind, thought.belief)),
        (say("Could it be real"), REAL_WORDS[thought.real] if thought.real else ""),
        (say("Speaks for it"), thought.evidence_for),
        (say("Speaks against it"), thought.evidence_against),
        (say("Another way to see it"), _sure(thought.other_view, thought.other_belief)),
        (say("Habit of mind"), patterns.get(thought.pattern, "")),
    ]
    return " ".join(f"{name}: {stopped(text)}" for name, text in parts if text)


def _sure(text: str, sure: int | None) -> str:
    return (
        say("{rstrip} ({sure} in 100 sure)", rstrip=text.rstrip("."), sure=sure)
        if text and sure is not None
        else text
    )
