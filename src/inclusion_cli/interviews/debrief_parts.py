"""The first parts of a debrief: what happened, worry, and the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.plan import LONGEST_MINUTES
from inclusion_cli.domain.values import YES_NO_NOT_SURE, whole
from inclusion_cli.interviews.days import time_been
from inclusion_cli.interviews.debrief_about import About, can_have_been, unlikely
from inclusion_cli.interviews.debrief_choices import (
    FEARED,
    HOW,
    WHY_EARLY,
    WHY_NOT,
    by_name,
)
from inclusion_cli.interviews.own_words import what_they_said
from inclusion_cli.interviews.question import Answers, Question, choose, rate
from inclusion_cli.interviews.scales import A_DASH, how_sure
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WENT = say("when it went ahead")


def went(answers: Answers) -> bool:
    """Say whether the session went ahead."""
    return answers.get("how") in ("stayed", "left_early")


def facts(it: About, answers: Answers) -> Iterator[Question]:
    """Return what happened: when, how, for how long, and why not."""
    yield time_been(
        "when",
        say("When was it?"),
        say("When"),
        it.now,
        hint=say(
            "For example: today 2pm, yesterday 10:30am, Friday 2pm, 17 November 2pm."
        ),
        carry=True,
        constraint=lambda at, _answers: can_have_been(it, at),
        doubt=lambda at, _answers: unlikely(it, at),
    )
    yield choose("how", say("How did it go?"), say("How it went"), HOW)
    yield choose(
        "why_early",
        say("Why did it end early?"),
        say("Why it ended early"),
        by_name(WHY_EARLY, it.name),
        relevant=lambda a: a.get("how") == "left_early",
        asked=say("when it ended early"),
    )
    yield choose(
        "why_not",
        say("Why did it not go ahead?"),
        say("Why it did not go ahead"),
        by_name(WHY_NOT, it.name),
        relevant=lambda a: a.get("how") == "did_not_go",
        asked=say("when it did not go ahead"),
    )
    yield minutes(it, answers)


def minutes(it: About, answers: Answers) -> Question:
    """Return how long they stayed; a session that went ahead lasted as planned."""
    early = answers.get("how") == "left_early"
    planned = it.minutes
    return Question(
        "minutes",
        say("How many minutes did it last?"),
        say("Minutes"),
        whole(0, LONGEST_MINUTES),
        "number",
        default=str(planned) if planned and not early else "",
        hint=say("Planned: {planned}. {a_dash}", planned=planned, a_dash=A_DASH),
        relevant=went,
        asked=say("when it ended early; else when you add more"),
        required=False,
        explicit=True,
        extra=not early,
    )


def worry(it: About) -> Iterator[Question]:
    """Return the person's own scores, and whether what was feared came true."""
    yield from _belief(it, "before")
    labels = {
        "worry_before": (
            say("{name}'s own worry before, 0 to 10", name=it.name),
            "before",
        ),
        "worry_peak": (say("Worry at its worst"), say("at its worst")),
        "worry_after": (say("Worry after"), "after"),
    }
    for key, (label, short) in labels.items():
        yield rate(
            key,
            label,
            say("Worry {short}", short=short),
            relevant=went,
            asked=WENT,
            required=False,
            hint=say(
                "0 is no worry, 10 the most there can be. A dash if it was not asked."
            ),
            constraint=_worst_is_highest(key),
        )
    yield choose(
        "feared",
        say('Did it happen: "{fear}"?', fear=it.fear)
        if it.step
        else say("Did what was feared happen?"),
        say("Feared thing"),
        FEARED,
        relevant=lambda a: went(a) and bool(it.fear),
        asked=say("when it went ahead and the step names a fear"),
        required=False,
        explicit=True,
    )
    yield from _belief(it, "after")


def _belief(it: About, when: str) -> Iterator[Question]:
    """Return how sure the person is of what they fear, before or after."""
    told = it.prepared and it.prepared.mine and it.prepared.mine.will_happen is not None
    if when == "before" and told:
        return
    label = (
        say("Before: how sure was {name} it would happen, 0 to 100?", name=it.name)
        if when == "before"
        else say(
            "Now: how sure is {name} it will happen next time, 0 to 100?", name=it.name
        )
    )
    key = f"belief_{when}"
    yield how_sure(
        key,
        label,
        say("Belief {when}", when=when),
        relevant=lambda a: went(a) and bool(it.fear),
        asked=say("when the step says how sure the person is of what they fear"),
        extra=key not in it.needed,
    )


def voice(it: About) -> Iterator[Question]:
    """Return the person's own account, and whether they feel ready."""
    yield Question(
        "in_the_way",
        say("What got in the way?"),
        say("What got in the way"),
        no_secrets,
        relevant=lambda a: (
            a.get("why_not") == Outcome.CHOSE_NOT_TO.value
            or a.get("why_early") in (DISTRESS, Outcome.LEFT_OTHER.value)
        ),
        asked=say("when the person chose not to go, or it became too much"),
        required=False,
    )
    yield what_they_said(
        it.name,
        hint=say("In their own words, as they said it."),
        relevant=lambda a: a.get("why_not") != Outcome.NO_SHOW.value,
        asked=say("unless the person did not come"),
    )
    yield choose(
        "ready",
        say("Does {name} feel ready for the next step?", name=it.name),
        say("Feels ready"),
        YES_NO_NOT_SURE,
        relevant=lambda a: it.ask_ready and went(a),
        asked=say("when all that was agreed may soon be met"),
        grave=True,
        required=False,
        explicit=True,
    )


DISTRESS = Outcome.LEFT_IN_DISTRESS.value


def _worst_is_highest(key: str) -> Callable[[int, Answers], None]:
    """Return the check that worry at its worst is the highest of the three."""

    def check(value: int, answers: Answers) -> None:
        if key == "worry_peak":
            for other, words in (("worry_before", "before"), ("worry_after", "after")):
                if (score := answers.get(other)) is not None and value < score:
                    raise ValueError(
                        say(
                            "cannot be lower than {words}, which was {score}",
                            words=words,
                            score=score,
                        )
                    )
        elif (peak := answers.get("worry_peak")) is not None and value > peak:
            raise ValueError(
                say("cannot be higher than at its worst, which was {peak}", peak=peak)
            )

    return check
