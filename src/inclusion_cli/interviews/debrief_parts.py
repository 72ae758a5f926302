"""The first parts of a debrief: what happened, worry, and the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.plan import LONGEST_MINUTES
from inclusion_cli.domain.typed_dates import Leaning, parse_when
from inclusion_cli.domain.values import YES_NO_NOT_SURE, whole
from inclusion_cli.interviews.debrief_about import About, can_have_been, unlikely
from inclusion_cli.interviews.debrief_choices import (
    FEARED,
    HOW,
    WHY_EARLY,
    WHY_NOT,
    by_name,
)
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    rate,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WENT = "when it went ahead"
A_DASH = "A dash if it was not asked."


def went(answers: Answers) -> bool:
    """Say whether the session went ahead."""
    return answers.get("how") in ("stayed", "left_early")


def facts(it: About, answers: Answers) -> Iterator[Question]:
    """Return what happened: when, how, for how long, and why not."""
    yield Question(
        "when",
        "When was it?",
        "When",
        lambda raw: parse_when(raw, now=it.now, leaning=Leaning.BACK),
        "when",
        hint="For example: today 2pm, yesterday 10:30am, Friday 2pm, 17 November 2pm.",
        carry=True,
        constraint=lambda at, _answers: can_have_been(it, at),
        doubt=lambda at, _answers: unlikely(it, at),
    )
    yield choose("how", "How did it go?", "How it went", HOW)
    yield choose(
        "why_early",
        "Why did it end early?",
        "Why it ended early",
        by_name(WHY_EARLY, it.name),
        relevant=lambda a: a.get("how") == "left_early",
        asked="when it ended early",
    )
    yield choose(
        "why_not",
        "Why did it not go ahead?",
        "Why it did not go ahead",
        by_name(WHY_NOT, it.name),
        relevant=lambda a: a.get("how") == "did_not_go",
        asked="when it did not go ahead",
    )
    yield minutes(it, answers)


def minutes(it: About, answers: Answers) -> Question:
    """Return how long they stayed; a session that went ahead lasted as planned."""
    early = answers.get("how") == "left_early"
    planned = it.step.record.minutes if it.step else 0
    return Question(
        "minutes",
        "How many minutes did it last?",
        "Minutes",
        whole(0, LONGEST_MINUTES),
        "number",
        default=str(planned) if planned and not early else "",
        hint=f"Planned: {planned}. {A_DASH}",
        relevant=went,
        asked="when it ended early; else when you add more",
        required=False,
        explicit=True,
        extra=not early,
    )


def worry(it: About) -> Iterator[Question]:
    """Return the person's own scores, and whether what was feared came true."""
    yield from _belief(it, "before")
    labels = {
        "worry_before": (f"{it.name}'s own worry before, 0 to 10", "before"),
        "worry_peak": ("Worry at its worst", "at its worst"),
        "worry_after": ("Worry after", "after"),
    }
    for key, (label, short) in labels.items():
        yield rate(
            key,
            label,
            f"Worry {short}",
            relevant=went,
            asked=WENT,
            required=False,
            hint="0 is no worry, 10 the most there can be. A dash if it was not asked.",
            constraint=_worst_is_highest(key),
        )
    yield choose(
        "feared",
        f'Did it happen: "{it.fear}"?' if it.step else "Did what was feared happen?",
        "Feared thing",
        FEARED,
        relevant=lambda a: went(a) and bool(it.fear),
        asked="when it went ahead and the step names a fear",
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
        f"Before: how sure was {it.name} it would happen, 0 to 100?"
        if when == "before"
        else f"Now: how sure is {it.name} it will happen next time, 0 to 100?"
    )
    key = f"belief_{when}"
    yield Question(
        key,
        label,
        f"Belief {when}",
        whole(0, 100),
        "number",
        hint=f"0 is not at all, 100 is quite sure. {A_DASH}",
        relevant=lambda a: went(a) and bool(it.fear),
        asked="when the step says how sure the person is of what they fear",
        required=False,
        explicit=True,
        extra=key not in it.needed,
    )


def voice(it: About) -> Iterator[Question]:
    """Return the person's own account, and whether they feel ready."""
    yield Question(
        "in_the_way",
        "What got in the way?",
        "What got in the way",
        no_secrets,
        relevant=lambda a: (
            a.get("why_not") == Outcome.CHOSE_NOT_TO.value
            or a.get("why_early") in (DISTRESS, Outcome.LEFT_OTHER.value)
        ),
        asked="when the person chose not to go, or it became too much",
        required=False,
    )
    yield Question(
        "words",
        f"What did {it.name} say?",
        f"{it.name}'s words",
        no_secrets,
        own=True,
        hint="In their own words, as they said it.",
        relevant=lambda a: a.get("why_not") != Outcome.NO_SHOW.value,
        asked="unless the person did not come",
        required=False,
    )
    yield choose(
        "ready",
        f"Does {it.name} feel ready for the next step?",
        "Feels ready",
        YES_NO_NOT_SURE,
        relevant=lambda a: it.ask_ready and went(a),
        asked="when all that was agreed may soon be met",
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
                    raise ValueError(f"cannot be lower than {words}, which was {score}")
        elif (peak := answers.get("worry_peak")) is not None and value > peak:
            raise ValueError(f"cannot be higher than at its worst, which was {peak}")

    return check
