"""Casefiles for tests: one person, a ladder of steps, and what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.debrief import Outcome, Session, SignSeen, Word
from inclusion_cli.domain.decision import Choice, Decision, Review
from inclusion_cli.domain.firing import firings, with_firings
from inclusion_cli.domain.hold import HoldClock, hold_clock
from inclusion_cli.domain.judging import judge
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Away, AwayKind
from inclusion_cli.domain.standing import Standing, standing
from tests.builders import a_debrief, a_step, at, criteria, day, facts

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.criteria import Criteria, Rule
    from inclusion_cli.domain.finding import Finding

R = TypeVar("R")

OURS, PLACE = Outcome.CANCELLED_BY_SERVICE, Outcome.CANCELLED_BY_VENUE
OUTSIDE, PAUSED = Outcome.CANCELLED_EXTERNAL, Outcome.PAUSED_BY_PLAN
CHOSE_NOT, NO_SHOW = Outcome.CHOSE_NOT_TO, Outcome.NO_SHOW
UNCOUNTED = (OURS, PLACE, OUTSIDE, PAUSED)

PEAK_7: dict[str, Any] = {"peak_suds_max": {"x": 7, "last": 1}}
PEAK_OVER_7: dict[str, Any] = {"not": PEAK_7}
ONE_ATTENDED: dict[str, Any] = {"attended_at_least": {"n": 1, "of_last": 1}}
LATE_SIGN = SignSeen("s3-1", "Three bad nights", 3)


def rule(data: dict[str, Any]) -> Rule:
    """Return a rule of the grammar."""
    return parse_criteria(criteria(data)).stability


def agreed(data: dict[str, Any] | None = None, **told: Any) -> Criteria:
    """Return criteria of the grammar."""
    return parse_criteria(criteria(data, **told))


def found(name: str, on: int, *sessions: Any, args: Any, **more: Any) -> Finding:
    """Return what one predicate finds on the n-th day."""
    return judge(rule({name: args}), facts(on, *sessions, **more))


def stop_for(when: dict[str, Any], response: str = "pause") -> dict[str, Any]:
    """Return a pause sign."""
    return {"when": when, "response": response}


def keep(record: R, number: int = 1, *, hour: int = 12, **told: Any) -> Kept[R]:
    """Return a record kept on the n-th day."""
    moment = at(number, hour)
    kept_id = told.pop("id", f"{type(record).__name__.lower()}-{number}")
    own: dict[str, Any] = {
        "id": kept_id,
        "entry": f"entry-of-{kept_id}",
        "file": "file-1",
        "author": "sam",
        "happened_at": moment,
        "recorded_at": moment,
        **told,
    }
    return Kept(record=record, **own)


def a_person(name: str = "Amina Khan", code: str = "AK-014") -> Kept[Person]:
    """Return a kept person."""
    return keep(Person(code, name, name.partition(" ")[0]), id=f"person-{code}")


def decided(number: int, choice: Choice, **told: Any) -> Kept[Decision]:
    """Return a decision about step-1, taken at noon of the n-th day."""
    hour = told.pop("hour", 12)
    to = "step-1" if choice in (Choice.START, Choice.RESUME) else ""
    pause = {"resume_when": "Two calm days", "look_again": day(number + 7)}
    facts_told: dict[str, Any] = {
        "step": "step-1",
        "to_step": to,
        **(pause if choice is Choice.PAUSE else {}),
        **told,
    }
    decision = Decision(choice=choice, on=day(number), **facts_told)
    kept_id = f"decision-{number}-{choice.value}"
    return keep(decision, number, hour=hour, id=kept_id)


def reviewed(number: int, ready: Word, *, step: str = "step-1") -> Kept[Review]:
    """Return a review of the n-th day at which the person gave their word."""
    review = Review(step, day(number), (), ready, "A bit more")
    return keep(review, number)


def planned(number: int, *, hour: int = 10, step: str = "step-1") -> Kept[Session]:
    """Return a session planned for the n-th day."""
    session = Session(step, at(number, hour))
    return keep(session, number, hour=hour)


def gone(first: int, last: int, kind: AwayKind = AwayKind.HOSPITAL) -> Kept[Away]:
    """Return days away, from one day to another."""
    return keep(Away(kind, day(first), day(last)), first)


def observed(number: int, seen: Seen, *, hour: int = 12, **told: Any) -> Any:
    """Return an observation kept on the n-th day."""
    record = Observation(seen, at(number, hour), **told)
    return keep(record, number, hour=hour, id=f"seen-{number}-{hour}-{seen.value}")


def slept(number: int, hours: float) -> Any:
    """Return a night of so many hours that ended on the n-th day."""
    return observed(number, Seen.SLEEP, hour=7, minutes_slept=round(hours * 60))


def ladder(*tops: str, **told: Any) -> tuple[Kept[Any], ...]:
    """Return steps step-1, step-2 ...; `told` is the same for all of them."""
    titles = tops or ("A morning walk", "A small group")
    return tuple(
        keep(a_step(number=n, title=title, **told), id=f"step-{n}")
        for n, title in enumerate(titles, start=1)
    )


def a_case(*debriefs: Any, **told: Any) -> Casefile:
    """Return Amina's casefile: two steps, the first started at 8am of day 1.

    `rules` are the criteria of every step; the rest are the casefile's own fields.
    """
    rules = told.pop("rules", None) or criteria()
    own: dict[str, Any] = {
        "person": a_person(),
        "steps": ladder(criteria=rules),
        "decisions": (decided(1, Choice.START, hour=8),),
        "debriefs": debriefs,
        **told,
    }
    return Casefile(**own)


def stands(case: Casefile, on: int, *, hour: int = 18) -> Standing:
    """Return where the person stands in the evening of the n-th day."""
    where = standing(case, now=at(on, hour))
    assert where is not None
    return where


def good(*numbers: int, **told: Any) -> tuple[Any, ...]:
    """Return good sessions on these days."""
    return tuple(a_debrief(number, **told) for number in numbers)


def noon(number: int) -> datetime:
    """Return noon of the n-th day."""
    return at(number, 12)


def clock(on: int, *sessions: Any, rules: Criteria, **more: Any) -> HoldClock:
    """Return the hold on the n-th day, with the pause signs that fired."""
    away = [day(number) for number in more.pop("away", ())]
    ahead = [day(number) for number in more.pop("planned", ())]
    known = facts(on, *sessions, **more)
    known = with_firings(known, firings(rules, known))
    return hold_clock(rules, known, away=away, planned=ahead)


def fired(on: int, *sessions: Any, when: dict[str, Any]) -> list[date]:
    """Return the days on which one pause sign fired, as known on the n-th day."""
    rules = agreed(ONE_ATTENDED, pause=[stop_for(when)])
    return [firing.on for firing in firings(rules, facts(on, *sessions))]
