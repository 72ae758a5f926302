"""Where a person is on the ladder, what was agreed, and what the records show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.pack_lines import AgreedLine, ReviewLines, Row, RungLine
from inclusion_cli.domain.plan import Behaviour, Step
from inclusion_cli.domain.values import YES_NO_NOT_SURE, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.review import ReviewTable

STATE_WORDS = {
    State.PLANNED: "planned",
    State.ACTIVE: "now",
    State.HOLDING: "now, good time is running",
    State.READY: "now, ready for review",
    State.PAUSED: "paused",
    State.DONE: "done",
    State.STOPPED: "stopped, as the person wished",
}
ANSWER_WORDS = {"met": "YES", "not_met": "NOT YET", "cannot_tell": "CANNOT TELL"}
FIRED_WORDS = {"met": "YES", "not_met": "NO", "cannot_tell": "CANNOT TELL"}
BEHAVIOUR_WORDS = {
    Behaviour.KEEP: "keep",
    Behaviour.FADE: "do less and less",
    Behaviour.DROP: "leave out",
}


def rung_line(rung: Rung) -> RungLine:
    """Return one rung of the ladder in words."""
    step = rung.step.record
    since = f"since {say_day(rung.began)}" if rung.began and rung.current else ""
    return RungLine(
        step.number,
        step.title,
        f"{step.place}, {step.time}, {counted(step.minutes, 'minute')}",
        step.company,
        STATE_WORDS[rung.state],
        since,
        short_id(rung.step.id),
    )


def rung_rows(step: Step) -> Iterator[Row]:
    """Return what else was agreed for a step, as labelled lines; what is there."""
    rows = {
        "How often": step.often,
        "What is feared": _sure(step.fear, step.fear_sure),
        "How it might go well": _sure(step.hoped, step.hoped_sure),
        "Worry expected at its worst": _of_ten(step.expected_worry),
        "Travel": step.travel,
        "What helps on the way": step.coping,
        "What staff do": step.staff_do,
        "What staff do not do": step.staff_do_not,
        "Things done to feel safe": "; ".join(
            f"{one.text}: {BEHAVIOUR_WORDS[one.sort]}" for one in step.behaviours
        ),
        "Limits agreed": "; ".join(limit.text for limit in step.limits),
        "Words to leave with": step.exit_words,
        "We stop when": "; ".join(step.stop_rules),
        "It has gone well when": step.success,
        "Who said they are ready": step.ready_said,
    }
    return ((label, text) for label, text in rows.items() if text)


def _sure(text: str, sure: int | None) -> str:
    return f"{text} ({sure} of 100 sure)" if text and sure is not None else text


def _of_ten(rating: int | None) -> str:
    return "" if rating is None else f"{rating} of 10"


def step_line(table: ReviewTable | None) -> str:
    """Return which step is on, and since when."""
    if table is None:
        return "No step is on."
    on = "paused, begun" if table.paused else "begun"
    place = f"Step {table.number} of {table.rungs}: {table.step}"
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
        step=f"Step {step.record.number}: {step.record.title}" if step else "",
        ready=ready[latest.record.ready.value],
        wish=latest.record.wish,
        agreed=agreed_lines(latest.record.evidence, ANSWER_WORDS),
        pause_signs=agreed_lines(latest.record.pause_signs, FIRED_WORDS),
        record=short_id(latest.id),
    )
