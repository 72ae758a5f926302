"""How the thread ends: what came of it, as far as anybody rated or wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.measure_says import in_short
from inclusion_cli.domain.pack_ladder import STATE_WORDS
from inclusion_cli.domain.risk_decision import Went
from inclusion_cli.domain.trace_lines import Stage, moment, there
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.trace_lines import Moment

PAIR = 2
"""A first and a latest rating are two sessions at the least."""


def outcome(case: Casefile, *, now: datetime) -> Iterator[Moment]:
    """Return what came of it, and where the person stands now."""
    found = [*_risks(case), *_rated(case), *_measured(case)]
    yield from found
    yield _standing(case, now, told=bool(found))


def _risks(case: Casefile) -> Iterator[Moment]:
    for kept in case.safety.risk_outcomes:
        told = kept.record
        says = say("{went} {happened}", went=_WENT[told.went], happened=told.happened)
        yield moment(Stage.OUTCOME, kept, says, quote=told.words)


_WENT = {
    Went.AS_HOPED: say("The risk that was weighed went as hoped."),
    Went.PARTLY: say("The risk that was weighed went partly as hoped."),
    Went.NOT: say("The risk that was weighed did not go as hoped."),
    Went.NOT_DONE: say("What was weighed was not done."),
}


def _rated(case: Casefile) -> Iterator[Moment]:
    """Return the first and the latest of the person's own ratings, with their n."""
    for words, rating in _OWN:
        rated = [
            d
            for d in case.debriefs
            if d.record.outcome.attended and rating(d.record) is not None
        ]
        if len(rated) < PAIR:
            continue
        first, last = rated[0], rated[-1]
        says = say(
            "{words}: {first} of 10 on {began}, {last} of 10 on {ended}. "
            "Rated in {count}.",
            words=words,
            first=rating(first.record),
            began=say_day(first.on),
            last=rating(last.record),
            ended=say_day(last.on),
            count=say_many("{number} session", "{number} sessions", len(rated)),
        )
        yield moment(Stage.OUTCOME, last, says)


_OWN: tuple[tuple[str, Callable[[Debrief], int | None]], ...] = (
    (say("Worry before going"), lambda d: d.worry_before),
    (say("Sure about next time"), lambda d: d.confidence),
    (say("Felt they belonged"), lambda d: d.belonged),
)


def _measured(case: Casefile) -> Iterator[Moment]:
    for kept in case.safety.measures:
        says = say("A measure was asked: {what}.", what=in_short(kept.record))
        yield moment(Stage.OUTCOME, kept, says, quote=kept.record.words)


def _standing(case: Casefile, now: datetime, *, told: bool) -> Moment:
    """Return where the person stands on the ladder today, from the latest decision."""
    current = case.current()
    says = say("No step is on.")
    if current:
        says = say(
            "Step {number} of {steps}: {state}.",
            number=current.step.record.number,
            steps=len(case.steps),
            state=STATE_WORDS[current.state],
        )
    rests = case.decisions[-1] if case.decisions else case.person
    missing = there((told, say("how {name} rates what came of it", name=case.known_as)))
    return moment(Stage.OUTCOME, rests, says, at=now, missing=missing)
