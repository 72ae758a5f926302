"""Fears against facts: what was expected, what came, how sure; each with its n.

Source: practice reference 4.1, 4.2 and idea 5 (sealed predictions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Debrief, Happened
from inclusion_cli.domain.pack_lines import FearPart, Table
from inclusion_cli.domain.pack_marks import listed
from inclusion_cli.domain.plan import in_order
from inclusion_cli.domain.predictions import prepared_for
from inclusion_cli.domain.thought import Real
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.domain.prepare import Guess, Preparation

Debriefs = tuple["Kept[Debrief]", ...]
Pair = tuple["Kept[Preparation]", "Kept[Debrief]"]
MOST_SURE = 4
"""More answers than this are told by the first and the last."""
HEADS = (
    say("Step"),
    say("What was feared"),
    say("How sure"),
    say("Came true: no, partly, yes"),
    say("How sure before and after"),
    say("Records"),
)
GUESS_HEADS = (
    say("Session"),
    say("Own guess"),
    say("Worker's guess"),
    say("At its worst"),
    say("Records"),
)


def fear_part(
    case: Casefile, debriefs: Debriefs, numbers: Mapping[str, int]
) -> FearPart:
    """Return what was feared and what came of it, in these debriefs."""
    pairs = tuple(opened(case, debriefs))
    lines = [fears(debriefs), *guesses(case, pairs)]
    if not any(lines):
        lines = [say("No fear was put beside what happened in this time.")]
    return FearPart(
        lines=tuple(line for line in lines if line),
        table=_fear_table(case, debriefs, numbers),
        guesses=_guess_table(pairs),
        thoughts=thoughts(debriefs),
    )


def fears(debriefs: Iterable[Kept[Debrief]]) -> str:
    """Return how often what was feared came true, with its n."""
    asked = [d.record.feared for d in debriefs if d.record.feared]
    if not asked:
        return ""
    true, partly = asked.count(Happened.YES), asked.count(Happened.PARTLY)
    return say(
        "What was feared came true {true} of {asked}, and partly {partly}.",
        true=true,
        asked=say_many("{number} time", "{number} times", len(asked)),
        partly=say_many("{number} time", "{number} times", partly),
    )


def _fear_table(
    case: Casefile, debriefs: Debriefs, numbers: Mapping[str, int]
) -> Table | None:
    rows = tuple(
        (*cells, listed(found, numbers))
        for step in in_order(case.steps)
        for cells, found in _fear_row(step, debriefs)
    )
    return Table(HEADS, rows, (0, 3, 2, 3, 5, 3)) if rows else None


def _fear_row(
    step: Kept[Step], debriefs: Debriefs
) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    own = [d for d in debriefs if d.record.step == step.id]
    asked = [d for d in own if d.record.feared or _sure(d.record)]
    if not asked:
        return
    came = [d.record.feared for d in asked if d.record.feared]
    counts = ", ".join(
        str(came.count(what)) for what in (Happened.NO, Happened.PARTLY, Happened.YES)
    )
    sure = step.record.fear_sure
    cells = (
        str(step.record.number),
        step.record.fear or say("not named"),
        say("not asked") if sure is None else say("{sure} of 100", sure=sure),
        say(
            "{counts} (asked {came})",
            counts=counts,
            came=say_many("{number} time", "{number} times", len(came)),
        )
        if came
        else say("not asked"),
        _all_sure([said for d in asked if (said := _sure(d.record))]),
    )
    yield cells, [debrief.id for debrief in asked]


def _all_sure(told: list[str]) -> str:
    if len(told) > MOST_SURE:
        return say(
            "{first}, the first time; {latest}, the last. {times} asked.",
            first=told[0],
            latest=told[-1],
            times=say_many("{number} time", "{number} times", len(told)),
        )
    return "; ".join(told) or say("not asked")


def _sure(debrief: Debrief) -> str:
    """Return how sure before and after, "" where neither was said."""
    pair = (debrief.belief_before, debrief.belief_after)
    if pair == (None, None):
        return ""
    before, after = pair
    if after is None:
        return say("{before} before, not given after", before=before)
    if before is None:
        return say("not given before, {after} after", after=after)
    return say("{before} before and {after} after", before=before, after=after)


def thoughts(debriefs: Debriefs) -> str:
    """Return how often what went through the mind could be real, with its n."""
    told = [d.record.thought for d in debriefs if d.record.thought]
    if not told:
        return ""
    asked = [thought for thought in told if thought.real]
    real = sum(thought.may_be_real for thought in asked)
    unsure = sum(thought.real is Real.NOT_SURE for thought in asked)
    doubt = say(" For {unsure} it is not sure.", unsure=unsure) if unsure else ""
    unasked = len(told) - len(asked)
    left = say(" For {unasked} it was not asked.", unasked=unasked) if unasked else ""
    return say(
        "{thoughts} written down. {real} of {all} could be real, or partly."
        "{doubt}{left}",
        thoughts=say_many("{number} thought", "{number} thoughts", len(told)),
        real=real,
        all=len(asked),
        doubt=doubt,
        left=left,
    )


# --- sealed guesses, opened once the debrief is saved -------------------------------


def opened(case: Casefile, debriefs: Debriefs) -> Iterator[Pair]:
    """Return each check before a session with the debrief of that session.

    A guess whose session has no debrief stays sealed: it is not read at all.
    """
    for debrief in debriefs:
        kept = prepared_for(case, debrief.record)
        if kept and (kept.record.mine or kept.record.workers):
            yield kept, debrief


def guesses(case: Casefile, pairs: tuple[Pair, ...]) -> Iterator[str]:
    """Return how far guesses were from what came, on average, each with its n."""
    own = [(pair[0].record.mine, pair[1].record.worry_peak) for pair in pairs]
    theirs = [(pair[0].record.workers, pair[1].record.worry_peak) for pair in pairs]
    for whose, told in (
        (say("{known_as}'s guess", known_as=case.known_as), own),
        (say("The worker's guess"), theirs),
    ):
        apart = [
            guess.peak - peak
            for guess, peak in told
            if guess and guess.peak is not None and peak is not None
        ]
        if apart:
            yield say(
                "{whose} of the worst was {apart}.", whose=whose, apart=_apart(apart)
            )


def _apart(apart: list[int]) -> str:
    """Return the mean difference in tenths, with its n: "2.5 too high, over 4..."."""
    over = say(
        "over {apart}",
        apart=say_many("{number} session", "{number} sessions", len(apart)),
    )
    tenths = (abs(sum(apart)) * 20 + len(apart)) // (2 * len(apart))
    if tenths == 0:
        return say("0 apart on average, {over}", over=over)
    mean = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
    return say(
        "{mean} too {part} on average, {over}",
        mean=mean,
        part=say("high") if sum(apart) > 0 else say("low"),
        over=over,
    )


def _guess_table(pairs: tuple[Pair, ...]) -> Table | None:
    rows = tuple(
        (
            say_day(debrief.on),
            _guess(prepared.record.mine),
            _guess(prepared.record.workers),
            _score(debrief.record),
            listed((prepared.id, debrief.id)),
        )
        for prepared, debrief in pairs
    )
    return Table(GUESS_HEADS, rows, (3, 3, 3, 2, 2)) if rows else None


def _guess(guess: Guess | None) -> str:
    if guess is None:
        return say("not asked")
    said = (
        say("not given")
        if guess.peak is None
        else say("it would be {peak}", peak=guess.peak)
    )
    if guess.will_happen is not None:
        said += say(
            "; {will_happen} of 100 sure it would come true",
            will_happen=guess.will_happen,
        )
    if guess.going is not None:
        said += say("; would go") if guess.going else say("; would not go")
    return said


def _score(debrief: Debrief) -> str:
    if not debrief.outcome.attended:
        return say("was not gone to")
    return (
        say("not given")
        if debrief.worry_peak is None
        else say("it was {worry_peak}", worry_peak=debrief.worry_peak)
    )
