"""How sessions went, in words for a pack: counts with their n, never a cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.debrief import OUTCOME_WORDS, Debrief, Happened, Outcome
from inclusion_cli.domain.debrief_words import in_depth
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.late import late_words
from inclusion_cli.domain.observed import observed_line
from inclusion_cli.domain.pack_lines import Noted, SessionLine
from inclusion_cli.domain.values import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile

NOT_GIVEN = "not given"


def attendance(debriefs: Iterable[Kept[Debrief]]) -> Iterator[str]:
    """Return attendance in words; what others cancelled stands apart."""
    outcomes = [debrief.record.outcome for debrief in debriefs]
    own = [outcome for outcome in outcomes if outcome.countable]
    if not own:
        yield "No session to count in this time."
    else:
        went = sum(outcome.attended for outcome in own)
        yield f"{went} of {counted(len(own), 'session')} went ahead."
    apart = {
        "left early by choice, counted as gone to": Outcome.LEFT_BY_CHOICE,
        "cancelled by us, not counted": Outcome.CANCELLED_BY_SERVICE,
        "cancelled by the place, not counted": Outcome.CANCELLED_BY_VENUE,
        "cancelled by an outside cause, not counted": Outcome.CANCELLED_EXTERNAL,
    }
    for words, outcome in apart.items():
        if number := outcomes.count(outcome):
            yield f"{number} {words}."


def session_line(case: Casefile, kept: Kept[Debrief]) -> SessionLine:
    """Return one session in words."""
    debrief, step = kept.record, case.step(kept.record.step)
    late = late_words(kept)
    signs = "not asked" if debrief.signs is None else "none"
    return SessionLine(
        day=f"{say_day(kept.on)}, {say_time(kept.happened_at)}",
        step=step.record.number if step else 0,
        outcome=OUTCOME_WORDS[debrief.outcome] + (f"; {late}" if late else ""),
        before=_scored(debrief, debrief.worry_before),
        peak=_scored(debrief, debrief.worry_peak),
        after=_scored(debrief, debrief.worry_after),
        feared=debrief.feared.value if debrief.feared else "",
        signs="; ".join(sign.text for sign in debrief.signs or ()) or signs,
        helped=debrief.helped,
        record=short_id(kept.id),
    )


def _scored(debrief: Debrief, rating: int | None) -> str:
    if rating is not None:
        return str(rating)
    return NOT_GIVEN if debrief.outcome.attended else ""


def fears(debriefs: Iterable[Kept[Debrief]]) -> str:
    """Return how often what was feared came true, with its n."""
    asked = [d.record.feared for d in debriefs if d.record.feared]
    if not asked:
        return ""
    true, partly = asked.count(Happened.YES), asked.count(Happened.PARTLY)
    return (
        f"What was feared came true {true} of {counted(len(asked), 'time')}, "
        f"and partly {counted(partly, 'time')}."
    )


def crisis(
    case: Casefile, debriefs: Iterable[Kept[Debrief]], *, first: date, last: date
) -> str:
    """Return crisis calls with the days counted on both sides; never a cause."""
    asked = [d for d in debriefs if d.record.asked_about_crisis]
    plan = case.plan.record if case.plan else None
    before = ""
    if plan and plan.baseline_days and plan.baseline_contacts is not None:
        days = counted(plan.baseline_days, "day")
        earlier = counted(plan.baseline_contacts, "crisis call")
        before = f" Before the plan: {earlier} in {days}."
    if not asked:
        return f"Crisis calls were not asked about in this time.{before}".strip()
    calls = [d for kept in asked for d in kept.record.contacts if first <= d <= last]
    began = max(first, min(*(debrief.on for debrief in asked), *calls, last))
    days = counted((last - began).days + 1, "day")
    return (
        f"{counted(len(calls), 'crisis call')} in {days}, "
        f"asked in {counted(len(asked), 'debrief')}.{before}"
    )


NOTED = {
    "what_happened": "What was seen or heard",
    "told": "Who was told",
    "harm": "Harm, and what was done",
    "in_the_way": "What got in the way",
    "differed": "Not as planned",
    "went_well": "What went well, and why",
    "medicine": "A worry about medicines, passed on",
    "note": "Note",
}


def noted(case: Casefile, debriefs: Iterable[Kept[Debrief]]) -> Iterator[Noted]:
    """Return what was written beside the answers, such as an account of harm."""
    for debrief in debriefs:
        step = case.step(debrief.record.step)
        told = [
            *((what, getattr(debrief.record, name)) for name, what in NOTED.items()),
            *in_depth(debrief.record, step.record if step else None),
        ]
        for what, text in told:
            if text:
                yield Noted(say_day(debrief.on), what, text, short_id(debrief.id))


def between(case: Casefile, *, first: date, last: date) -> Iterator[Noted]:
    """Return what was seen between sessions in these days."""
    for kept in case.observations:
        if first <= kept.on <= last:
            line = observed_line(kept)
            late = f" ({line.late})" if line.late else ""
            what = f"Between sessions: {line.what}{late}"
            yield Noted(say_day(kept.on), what, line.says, line.record)
