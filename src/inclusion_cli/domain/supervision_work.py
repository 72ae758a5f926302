"""What to look for in one person's file before a supervision, sort by sort."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.decision import Choice, goes_against
from inclusion_cli.domain.formulation_events import review_day
from inclusion_cli.domain.late import days_late
from inclusion_cli.domain.observation import grave_words
from inclusion_cli.domain.pack_decisions import choice_words
from inclusion_cli.domain.record import record
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.restrictions import in_force
from inclusion_cli.domain.unanswered import CONCERN_WORDS, NOT_SURE_WORDS
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept


@record
class Seen:
    """One thing in a person's file: which record, when, in words."""

    id: str
    on: date
    says: str


def _mine(kept: Kept[Any], worker: str, since: date, now: datetime) -> bool:
    """Say whether a worker wrote it since a day."""
    written = kept.recorded_at.astimezone(now.tzinfo).date()
    return kept.author == worker and since <= written <= now.date()


def overrides(
    case: Casefile, worker: str, since: date, now: datetime
) -> Iterator[Seen]:
    """Return the decisions that went against what was agreed."""
    for kept in case.decisions:
        against = goes_against(kept.record)
        if against and _mine(kept, worker, since, now):
            says = say(
                "{what}. Against: {against} Why: {why}",
                what=choice_words(case, kept.record),
                against=" ".join(against),
                why=kept.record.why,
            )
            yield Seen(kept.id, kept.on, says)


STOPS = frozenset({Choice.PAUSE, Choice.STEP_BACK, Choice.PERSON_STOPPED})


def pauses(case: Casefile, worker: str, since: date, now: datetime) -> Iterator[Seen]:
    """Return the pauses, steps back and stops, with why."""
    for kept in case.decisions:
        told = kept.record
        if told.choice not in STOPS or not _mine(kept, worker, since, now):
            continue
        why = f" {told.why}" if told.why else ""
        ends = (
            say(" Goes on when: {when}", when=told.resume_when)
            if told.resume_when
            else ""
        )
        yield Seen(kept.id, kept.on, f"{choice_words(case, told)}.{why}{ends}")


def limits(case: Casefile, worker: str, since: date, now: datetime) -> Iterator[Seen]:
    """Return the limits that were set or looked at, and those past their day."""
    for kept in case.safety.restrictions:
        if _mine(kept, worker, since, now):
            says = say("A limit was set: {what}.", what=kept.record.what.rstrip("."))
            yield Seen(kept.id, kept.on, says)
    for review in case.safety.restriction_reviews:
        if _mine(review, worker, since, now):
            says = f"{_VERDICTS[review.record.verdict]} {review.record.why}"
            yield Seen(review.id, review.on, says)
    for one in in_force(case, on=now.date()):
        if one.without_authority:
            says = say(
                "{what}: in force without current authority.", what=one.what.rstrip(".")
            )
            yield Seen(one.id, one.until or one.began, says)


_VERDICTS = {
    Verdict.LIFT: say("A limit was lifted."),
    Verdict.REDUCE: say("A limit was made smaller."),
    Verdict.KEEP: say("A limit was kept."),
}


def late(case: Casefile, worker: str, since: date, now: datetime) -> Iterator[Seen]:
    """Return debriefs that came late or not at all, and reviews past their day."""
    for kept in case.debriefs:
        if (days := days_late(kept)) and _mine(kept, worker, since, now):
            told = say_many("{number} day", "{number} days", days)
            says = say(
                "The debrief of {day} came {days} late.",
                day=say_day(kept.on),
                days=told,
            )
            yield Seen(kept.id, kept.on, says)
    for session in case.open_sessions():
        if session.author == worker and session.record.at.date() < now.date():
            day = session.record.at.date()
            says = say("The session of {day} has no debrief.", day=say_day(day))
            yield Seen(session.id, day, says)
    yield from _late_looks(case, worker, now.date())


def _late_looks(case: Casefile, worker: str, today: date) -> Iterator[Seen]:
    if case.decisions and case.current():
        latest = case.decisions[-1]
        look = latest.record.look_again
        if look and look < today and latest.author == worker:
            says = say(
                "The step was to be looked at again on {day}.", day=say_day(look)
            )
            yield Seen(latest.id, look, says)
    due = review_day(case)
    if case.formulation and due and due < today and case.formulation.author == worker:
        says = say("The formulation was to be looked at on {day}.", day=say_day(due))
        yield Seen(case.formulation.id, due, says)


_HARM = {**CONCERN_WORDS, Concern.NOT_SURE: NOT_SURE_WORDS}


def harm(case: Casefile, worker: str, since: date, now: datetime) -> Iterator[Seen]:
    """Return what told of harm or doubt; of a concern only that there is one."""
    for kept in case.debriefs:
        found = [_HARM[c] for c in kept.record.concerns or () if c in _HARM]
        if found and _mine(kept, worker, since, now):
            says = say(
                "On {day}: {what}.", day=say_day(kept.on), what=say(" and ").join(found)
            )
            yield Seen(kept.id, kept.on, says)
    for seen in case.observations:
        what = grave_words(seen.record)
        if what and _mine(seen, worker, since, now):
            says = say("On {day}: {what}.", day=say_day(seen.on), what=what)
            yield Seen(seen.id, seen.on, says)
    for incident in case.safety.incidents:
        if _mine(incident, worker, since, now):
            yield Seen(incident.id, incident.on, incident.record.what)
    for concern in case.safety.concerns:
        if _mine(concern, worker, since, now):
            says = say("A safeguarding concern was recorded.")
            yield Seen(concern.id, concern.on, says)


WORK: tuple[tuple[str, str, Any, str], ...] = (
    (
        "overrides",
        say("Decisions that went against what was agreed"),
        overrides,
        say("None went against what was agreed."),
    ),
    ("pauses", say("Pauses, steps back and stops"), pauses, say("None.")),
    ("limits", say("Limits set, lifted, or past their day"), limits, say("None.")),
    ("late", say("What was late"), late, say("Nothing was late.")),
    (
        "harm",
        say("Harm and doubt that were told"),
        harm,
        say("Nobody told of any. None told is not the same as none."),
    ),
)
"""Each sort by its key: what it is called, how it is found, what stands for none."""
