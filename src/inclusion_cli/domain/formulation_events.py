"""What brings the review of a formulation forward, and whether it was looked at since.

Source: practice reference 1.3, "Current". The records show crisis calls, concerns,
requests for money, hospital and steps that change; the rest is told by the worker.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.decision import Choice as Decided
from inclusion_cli.domain.observation import GRAVE, SEEN_WORDS, Seen
from inclusion_cli.domain.plan import AwayKind
from inclusion_cli.domain.recheck import CHANGES, Event, Found, Recheck
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list, lowered
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.formulation import Control
    from inclusion_cli.domain.kept import Kept

SAID_AT_ONCE = 3


@record
class Happening:
    """Something that brings the review forward: what, when, when known, and its record.

    An event is judged by when it became `known`: what was told after a review was not
    looked at in it, however long ago it happened.
    """

    event: Event
    on: date
    known: datetime
    what: str
    record: str

    def says(self, *, today: date) -> str:
        """Return it with its day: "a crisis call on Tuesday 3 November"."""
        return say("{what} on {on}", what=self.what, on=say_day(self.on, today=today))


def happenings(case: Casefile) -> tuple[Happening, ...]:
    """Return every event of a file that counts for its formulation, in order."""
    if case.formulation is None:
        return ()
    chosen = case.formulation.record.review_events
    found = [
        happening
        for happening in (
            *(h for kept in case.debriefs for h in _told(kept)),
            *_seen(case),
            *_steps(case),
            *_hospital(case),
            *_safety(case),
        )
        if not chosen or happening.event.value in chosen
    ]
    found += _changes(case)  # what the worker told counts whatever was chosen
    return tuple(sorted(found, key=lambda h: (h.known, h.on, h.record)))


def _told(kept: Kept[Debrief]) -> Iterator[Happening]:
    told, known = kept.record, kept.recorded_at
    concerns = set(told.concerns or ())
    days = told.contacts or ((kept.on,) if Concern.CRISIS in concerns else ())
    for day in days:
        yield Happening(Event.CRISIS, day, known, say("a crisis call"), kept.id)
    if Concern.HURT in concerns or told.harm:
        what = say("someone hurt or unsafe")
        yield Happening(Event.INCIDENT, kept.on, known, what, kept.id)
    elif Concern.NOT_SURE in concerns:
        what = say("a concern")
        yield Happening(Event.INCIDENT, kept.on, known, what, kept.id)
    if told.money or Concern.MONEY in concerns:
        what = say("a request for money or things")
        yield Happening(Event.MONEY, kept.on, known, what, kept.id)


_SEEN = {
    **{seen: (Event.CRISIS, SEEN_WORDS[seen]) for seen in GRAVE},
    Seen.MONEY_REQUEST: (Event.MONEY, say("a request for money or things")),
}


def _seen(case: Casefile) -> Iterator[Happening]:
    for kept in case.observations:
        if found := _SEEN.get(kept.record.seen):
            event, what = found
            day = kept.record.at.date()
            yield Happening(event, day, kept.recorded_at, what, kept.id)


def _steps(case: Casefile) -> Iterator[Happening]:
    """Return each change to another step; the first start of all is no change."""
    before = next((m.to_step for m in reversed(case.moves) if m.to_step), "")
    for kept in case.decisions:
        to, decision = kept.record.to_step, kept.record
        if decision.choice in _MOVES and to and before and to != before:
            step = case.step(to)
            what = (
                say("step {number} began", number=step.record.number)
                if step
                else say("another step began")
            )
            yield Happening(Event.STEP, decision.on, kept.recorded_at, what, kept.id)
        before = to or before


_MOVES = (Decided.START, Decided.PROGRESS, Decided.STEP_BACK, Decided.RESUME)


def _hospital(case: Casefile) -> Iterator[Happening]:
    for kept in case.aways:
        if kept.record.kind is AwayKind.HOSPITAL:
            first = datetime.combine(kept.record.first, time()).astimezone()
            known = max(kept.recorded_at, first)
            what = say("a time in hospital that began")
            yield Happening(Event.HOSPITAL, kept.record.first, known, what, kept.id)


def _safety(case: Casefile) -> Iterator[Happening]:
    """Return incidents and safeguarding concerns; a near miss is one, too."""
    for kept in case.safety.incidents:
        what = say("an incident")
        yield Happening(Event.INCIDENT, kept.on, kept.recorded_at, what, kept.id)
    for told in case.safety.concerns:  # papers say it, too: nothing gives it away there
        what = say("something to look at again")
        yield Happening(Event.INCIDENT, told.on, told.recorded_at, what, told.id)


def _changes(case: Casefile) -> Iterator[Happening]:
    names = {choice.key: choice.label for choice in CHANGES}
    for kept in case.rechecks:
        told = kept.record
        if told.found is Found.CHANGED and told.change:
            name = names[told.change.value]
            what = say("{change}, told", change=lowered(name))
            yield Happening(told.change, told.on, kept.recorded_at, what, kept.id)


def looks(case: Casefile) -> tuple[Kept[Recheck], ...]:
    """Return when the version that stands was found still true, in order."""
    kept = case.formulation
    if kept is None:
        return ()
    return tuple(
        look
        for look in case.rechecks
        if look.record.found is Found.STILL_TRUE
        and look.record.version == kept.record.version
        and look.record.formulation == kept.id
    )


def last_looked(case: Casefile) -> datetime | None:
    """Return when the formulation was last written or found still true."""
    if case.formulation is None:
        return None
    return max((case.formulation.happened_at, *(k.recorded_at for k in looks(case))))


def review_day(case: Casefile) -> date | None:
    """Return the day the formulation is to be looked at again."""
    if case.formulation is None:
        return None
    renewed = [k.record.review_on for k in looks(case) if k.record.review_on]
    return renewed[-1] if renewed else case.formulation.record.review_on


def line_review_day(case: Casefile, control: Control) -> date | None:
    """Return the day the formulation, or one line of it, is to be looked at again."""
    day, own = review_day(case), control.review_on
    if own and not any(look.record.on >= own for look in looks(case)):
        return min(day, own) if day else own
    return day


def early(case: Casefile, *, on: date) -> tuple[Happening, ...]:
    """Return what has become known since the last look, up to a day: review early."""
    looked = last_looked(case)
    if looked is None:
        return ()
    return tuple(
        h for h in happenings(case) if h.known > looked and h.known.date() <= on
    )


def is_named(happening: Happening, named: Container[str]) -> bool:
    """Say whether it is a request for money or things that an alarm tells of."""
    return happening.event is Event.MONEY and happening.record in named


def silent(case: Casefile) -> tuple[Happening, ...]:
    """Return the events after which nothing changed and nobody said why.

    "Reviewed but nothing changed": found still true after an incident, and no reason.
    A later look with a reason, or a new version, settles it.
    """
    kept = case.formulation
    if kept is None:
        return ()
    open_: tuple[Happening, ...] = ()
    before, found = kept.happened_at, happenings(case)
    for look in looks(case):
        at = look.recorded_at
        open_ += asking_why(h for h in found if before < h.known <= at)
        if look.record.unchanged_because:
            open_ = ()
        before = at
    return open_


def asking_why(found: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return the events after which it is asked why nothing changed.

    A step that was planned is none of them: it went as the formulation says.
    """
    return tuple(h for h in found if h.event is not Event.STEP)


def to_go_through(found: Iterable[Happening], code: str) -> tuple[str, ...]:
    """Return the command that looks at it: what was told to have changed is written."""
    if any(h.event in _TOLD for h in found):
        return ("formulate", code)
    return ("formulate", "confirm", code)


_TOLD = frozenset(Event(choice.key) for choice in CHANGES)


def say_events(found: Iterable[Happening], *, today: date) -> str:
    """Return events in words, the newest first, no more than three of them."""
    newest = sorted(found, key=lambda h: (h.on, h.record), reverse=True)
    said = [h.says(today=today) for h in newest[:SAID_AT_ONCE]]
    if len(newest) > SAID_AT_ONCE:
        more = len(newest) - SAID_AT_ONCE
        said.append(say_many("{number} more thing", "{number} more things", more))
    return and_list(said)
