"""How sessions went, in words for a pack: counts with their n, never a cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.debrief import OUTCOME_WORDS, Debrief
from inclusion_cli.domain.debrief_words import (
    LIMIT,
    NONE_USED,
    RATED,
    RATINGS,
    SAFE,
    SLEPT,
    STAGE,
    TRIED,
    in_depth,
)
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.number_sessions import (
    Told,
    attendance_of,
    debriefed,
)
from inclusion_cli.domain.pack_agreed import behaviours, limits, used
from inclusion_cli.domain.pack_coping import helped, signs, signs_asked, stages
from inclusion_cli.domain.pack_lines import Noted, Quote, SessionLine, SessionPart
from inclusion_cli.domain.pack_marks import mark
from inclusion_cli.domain.record import replace
from inclusion_cli.tongue import say, say_many, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

NOT_GIVEN = say("not given")
NO_DEBRIEF = say("no debrief yet")


def session_part(
    case: Casefile, told: tuple[Told, ...], *, above: str = ""
) -> SessionPart:
    """Return how sessions went. `above` is a record whose words stand elsewhere."""
    debriefs, numbers = debriefed(told), numbers_of(told)
    return SessionPart(
        attendance=tuple(attendance(debriefs)),
        gaps=tuple(gaps(told)),
        sessions=tuple(
            session_line(case, kept, number) for number, kept in enumerate(told, 1)
        ),
        quotes=tuple(
            Quote(say_day(d.on), unquoted(d.record.words), short_id(d.id))
            for d in debriefs
            if d.record.words and d.id != above
        ),
        signs=signs(case, debriefs, numbers),
        signs_asked=" ".join(filter(None, (signs_asked(debriefs), stages(debriefs)))),
        helped=helped(debriefs, numbers),
        limits=limits(case, debriefs, numbers),
        behaviours=behaviours(case, debriefs, numbers),
        used=used(debriefs),
        noted=tuple(noted(case, debriefs)),
    )


def told_sessions(case: Casefile, *, first: date, now: datetime) -> tuple[Told, ...]:
    """Return the sessions from a day until now, those without a debrief too."""
    debriefs = (d for d in case.debriefs if first <= d.on and d.happened_at <= now)
    waiting = (s for s in case.open_sessions() if first <= s.record.at.date())
    due = (s for s in waiting if s.record.at <= now)
    return tuple(sorted((*debriefs, *due), key=_when))


def numbers_of(told: tuple[Told, ...]) -> dict[str, int]:
    """Return the number of each session in the pack, by its record."""
    return {kept.id: number for number, kept in enumerate(told, start=1)}


def _when(kept: Told) -> tuple[datetime, datetime, str]:
    return kept.record.at, kept.recorded_at, kept.id


def attendance(debriefs: Iterable[Kept[Debrief]]) -> Iterator[str]:
    """Return attendance in words; what others cancelled stands apart."""
    went = attendance_of(debriefs)
    numbers = {name: count.n for name, count in vars(went).items()}
    return (says for _name, says in attendance_said(numbers))


def cancelled_said(numbers: Mapping[str, int]) -> Iterator[str]:
    """Return how many of the sessions planned we cancelled, nothing where none was."""
    if numbers["planned"]:
        yield say(
            "We cancelled {ours} of {planned}.",
            ours=numbers["cancelled_by_service"],
            planned=say_many(
                "{number} planned session",
                "{number} planned sessions",
                numbers["planned"],
            ),
        )


def attendance_said(numbers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Return sessions that were counted, each by its name and in words."""
    if not numbers["countable"]:
        yield "countable", say("No session to count in this time.")
    else:
        own = say_many("{number} session", "{number} sessions", numbers["countable"])
        went = say("{went} of {own} went ahead.", went=numbers["attended"], own=own)
        yield "attended", went
    apart = {
        "left early by choice, counted as gone to": "left_by_choice",
        "not gone to by their own choice": "chose_not",
        "not gone to, and nobody knows why": "no_show",
        "cancelled by us, not counted": "cancelled_by_service",
        "cancelled by the place, not counted": "cancelled_by_venue",
        "cancelled by an outside cause, not counted": "cancelled_outside",
    }
    for words, name in apart.items():
        if numbers[name]:
            yield name, f"{numbers[name]} {words}."


def gaps(told: tuple[Told, ...]) -> Iterator[str]:
    """Return what is not known of these sessions, so that no gap is silent."""
    debriefs = debriefed(told)
    waiting = [kept for kept in told if not isinstance(kept.record, Debrief)]
    if waiting:
        days = ", ".join(say_day(kept.record.at.date()) for kept in waiting)
        yield say(
            "No debrief for {waiting}: {days}.",
            waiting=say_many(
                "{number} planned session", "{number} planned sessions", len(waiting)
            ),
            days=days,
        )
    gone = [d.record for d in debriefs if d.record.outcome.attended]
    scores = {
        "before": [d.worry_before for d in gone],
        "at its worst": [d.worry_peak for d in gone],
        "after": [d.worry_after for d in gone],
    }
    for name, ratings in scores.items():
        if missing := ratings.count(None):
            of = say_many("{number} session", "{number} sessions", len(gone))
            yield say(
                "Worry {name} was not given in {missing} of {of} gone to.",
                name=name,
                missing=missing,
                of=of,
            )
    own = [d.record for d in debriefs if d.record.outcome.countable]
    if unasked := sum(debrief.concerns is None for debrief in own):
        of = say_many("{number} debrief", "{number} debriefs", len(own))
        yield say(
            "Harm, money and crisis calls were not asked about in {unasked} of {of}.",
            unasked=unasked,
            of=of,
        )


def session_line(case: Casefile, kept: Told, number: int = 0) -> SessionLine:
    """Return one session in words, with its number in the pack."""
    debrief, step = kept.record, case.step(kept.record.step)
    line = SessionLine(
        number=number,
        day=say_when(kept.record.at),
        step=str(step.record.number) if step else "",
        outcome=NO_DEBRIEF,
        before="",
        peak="",
        after="",
        feared="",
        signs="",
        helped="",
        record=short_id(kept.id),
    )
    return (
        _debriefed(line, debrief, mark(kept)) if isinstance(debrief, Debrief) else line
    )


def _debriefed(line: SessionLine, debrief: Debrief, marked: str) -> SessionLine:
    signs = say("not asked") if debrief.signs is None else say("none")
    return replace(
        line,
        outcome=OUTCOME_WORDS[debrief.outcome],
        before=_scored(debrief, debrief.worry_before),
        peak=_scored(debrief, debrief.worry_peak),
        after=_scored(debrief, debrief.worry_after),
        feared=debrief.feared.value if debrief.feared else "",
        signs="; ".join(sign.text for sign in debrief.signs or ()) or signs,
        helped=debrief.helped,
        mark=marked,
    )


def _scored(debrief: Debrief, rating: int | None) -> str:
    if rating is not None:
        return str(rating)
    return NOT_GIVEN if debrief.outcome.attended else ""


def rated(debriefs: Iterable[Kept[Debrief]]) -> tuple[Kept[Debrief], ...]:
    """Return the debriefs in which the person rated how it was, beside worry."""
    names = [name for name in RATED if name != "craving"]
    return tuple(
        debrief
        for debrief in debriefs
        if any(getattr(debrief.record, name) is not None for name in names)
    )


NOTED = {
    "what_happened": say("What was seen or heard"),
    "told": say("Who was told"),
    "harm": say("Harm, and what was done"),
    "in_the_way": say("What got in the way"),
    "differed": say("Not as planned"),
    "went_well": say("What went well, and why"),
    "medicine": say("A worry about medicines, passed on"),
    "note": say("Note"),
}


def noted(case: Casefile, debriefs: tuple[Kept[Debrief], ...]) -> Iterator[Noted]:
    """Return what was written beside the answers, such as an account of harm.

    What a table or a chart of the pack tells already is left to it.
    """
    above = {TRIED, SLEPT, LIMIT, SAFE, STAGE}
    above |= set() if len(rated(debriefs)) == 1 else {RATINGS}
    for debrief in debriefs:
        step = case.step(debrief.record.step)
        told = [
            *((what, getattr(debrief.record, name)) for name, what in NOTED.items()),
            *in_depth(debrief.record, step.record if step else None),
        ]
        for what, text in told:
            if text and what not in above and text != NONE_USED:
                yield Noted(say_day(debrief.on), what, text, short_id(debrief.id))
