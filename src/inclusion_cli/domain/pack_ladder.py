"""Where a person is on the ladder, what was agreed, and what the records show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.for_now import company_now, limits_now, long_now, titled_now
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.pack_lines import AgreedLine, ReviewLines, Row, RungLine
from inclusion_cli.domain.plan import Behaviour, Step
from inclusion_cli.domain.values import YES_NO_NOT_SURE
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.review import ReviewTable

STATE_WORDS = {
    State.PLANNED: say("planned"),
    State.ACTIVE: say("now"),
    State.HOLDING: say("now, good time is running"),
    State.READY: say("now, ready for review"),
    State.PAUSED: say("paused"),
    State.DONE: say("done"),
    State.STOPPED: say("stopped, as the person wished"),
}
ANSWER_WORDS = {
    "met": say("YES"),
    "not_met": say("NOT YET"),
    "cannot_tell": say("CANNOT TELL"),
}
FIRED_WORDS = {
    "met": say("YES"),
    "not_met": say("NO"),
    "cannot_tell": say("CANNOT TELL"),
}
BEHAVIOUR_WORDS = {
    Behaviour.KEEP: say("keep"),
    Behaviour.FADE: say("do less and less"),
    Behaviour.DROP: say("leave out"),
}


def rung_line(case: Casefile, rung: Rung) -> RungLine:
    """Return one rung of the ladder in words."""
    step = rung.step.record
    day = rung.stands_since
    since = say("since {began}", began=say_day(day)) if day else ""
    long = long_now(case, rung.step)
    return RungLine(
        step.number,
        titled_now(case, rung.step),
        f"{step.place}, {step.time}, {long}",
        company_now(case, rung.step),
        STATE_WORDS[rung.state],
        since,
        short_id(rung.step.id),
    )


def rung_rows(case: Casefile, kept: Kept[Step]) -> Iterator[Row]:
    """Return what else was agreed for a step, as labelled lines; what is there."""
    step = kept.record
    rows = {
        say("How often"): step.often,
        say("What is feared"): _sure(step.fear, step.fear_sure),
        say("How it might go well"): _sure(step.hoped, step.hoped_sure),
        say("Worry expected at its worst"): _of_ten(step.expected_worry),
        say("Travel"): step.travel,
        say("What helps on the way"): step.coping,
        say("What staff do"): step.staff_do,
        say("What staff do not do"): step.staff_do_not,
        say("Things done to feel safe"): "; ".join(
            f"{one.text}: {BEHAVIOUR_WORDS[one.sort]}" for one in step.behaviours
        ),
        say("Limits agreed"): "; ".join(limits_now(case, kept)),
        say("Words to leave with"): step.exit_words,
        say("We stop when"): "; ".join(step.stop_rules),
        say("It has gone well when"): step.success,
        say("Who said they are ready"): step.ready_said,
    }
    return ((label, text) for label, text in rows.items() if text)


def _sure(text: str, sure: int | None) -> str:
    return (
        say("{text} ({sure} of 100 sure)", text=text, sure=sure)
        if text and sure is not None
        else text
    )


def _of_ten(rating: int | None) -> str:
    return "" if rating is None else say("{rating} of 10", rating=rating)


def step_line(table: ReviewTable | None) -> str:
    """Return which step is on, and since when."""
    if table is None:
        return say("No step is on.")
    on = say("paused, begun") if table.paused else say("begun")
    place = say(
        "Step {number} of {rungs}: {step}",
        number=table.number,
        rungs=table.rungs,
        step=table.step,
    )
    return f"{place}; {on} {say_day(table.began)}."


def agreed_lines(
    lines: Iterable[Evidence], words: dict[str, str]
) -> tuple[AgreedLine, ...]:
    """Return criteria beside the records, each answer in a word."""
    return tuple(
        AgreedLine(
            words[line.answer],
            line.agreed,
            line.shows,
            line.missing,
            tuple(short_id(record) for record in line.records),
        )
        for line in lines
    )


def review_lines(case: Casefile, first: date) -> ReviewLines | None:
    """Return the latest review of this time, as its evidence was shown then."""
    held = [kept for kept in case.reviews if first <= kept.record.on]
    if not held:
        return None
    latest = held[-1]
    step = case.step(latest.record.step)
    ready = {choice.key: choice.label for choice in YES_NO_NOT_SURE}
    return ReviewLines(
        day=say_day(latest.record.on),
        step=say(
            "Step {number}: {title}", number=step.record.number, title=step.record.title
        )
        if step
        else "",
        ready=ready[latest.record.ready.value],
        wish=latest.record.wish,
        agreed=agreed_lines(latest.record.evidence, ANSWER_WORDS),
        pause_signs=agreed_lines(latest.record.pause_signs, FIRED_WORDS),
        record=short_id(latest.id),
    )
