"""Keeping what happened between sessions, and saying at once what it leads to."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.debrief import money_from
from inclusion_cli.casework.debrief_receipt import (
    SAME_DAY,
    less_for_a_while,
    next_command,
    saved_words,
)
from inclusion_cli.domain.at_once import at_once, whom_to_ring
from inclusion_cli.domain.observation import Observation, Route, Seen
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.sleep import minutes_of
from inclusion_cli.domain.standing import standing
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import SignSeen
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


def observation_from(
    answers: Mapping[str, Any], signs: Iterable[SignSeen]
) -> Observation:
    """Return the record the answers stand for; a night ends in its morning."""
    seen, slept = Seen(answers["seen"]), answers.get("slept")
    within, chosen = answers.get("within"), answers.get("signs") or ()
    at = answers.get("when")
    if seen is Seen.SLEEP:
        at = datetime.combine(answers["morning"], time()).astimezone()
    assert at is not None, "an observation has its moment"
    return Observation(
        seen=seen,
        at=at,
        note=answers.get("note") or "",
        words=answers.get("words") or "",
        told=answers.get("told") or "",
        minutes_slept=minutes_of(slept) if slept else None,
        craving=answers.get("craving"),
        money=money_from(answers),
        signs=tuple(sign for sign in signs if sign.id in chosen),
        within_limit=within == "yes" if within else None,
        what=answers.get("what") or "",
        stopped=answers.get("used") == "stopped",
        route=Route(route) if (route := answers.get("route")) else None,
    )


def record_observation(
    work: Work, case: Casefile, observation: Observation, form: str = "observation"
) -> Kept[Observation]:
    """Write what happened between sessions; `form` is the draft that is finished."""
    kept = work.add(observation, file=case.person.file, happened_at=observation.at)
    work.clear_draft(case.person.file, form)
    return kept


def observation_receipt(
    reading: Reading, kept: Kept[Observation], *, now: datetime
) -> Saved:
    """Return what an observation leads to, read from what now stands."""
    case = reading.casefile(kept.file)
    stands = standing(case, now=now)
    return Saved(
        saved_words(case, kept),
        code=case.person.record.code,
        kind="observation",
        id=kept.id,
        record=kept.record,
        follows=(
            *whom_to_ring(case, kept.record),
            *_follows(case, kept.record),
            *at_once(case, stands, kept),
            *(less_for_a_while(case, stands, now) if _about_use(kept.record) else ()),
        ),
        next=_next(case, kept.record) or next_command(case, stands, now),
    )


def _next(case: Casefile, observation: Observation) -> tuple[str, ...]:
    """Return the card as the next step of a talk about suicide, where there is one."""
    if observation.seen is not Seen.SUICIDE_TALK or case.card is None:
        return ()
    return ("card", "show", case.person.record.code)


def _about_use(observation: Observation) -> bool:
    """Say whether it tells of sleep, craving, or drink or drugs."""
    return observation.seen in (Seen.SLEEP, Seen.CRAVING, Seen.SUBSTANCE_USE)


def _follows(case: Casefile, observation: Observation) -> Iterator[str]:
    name = case.known_as
    if observation.money:
        yield SAME_DAY
    if observation.within_limit is False:
        yield say(
            "A limit was not kept. Make the next one smaller for a while. No ban."
        )
    if observation.stopped:
        yield say(
            "Stopping drink all at once can kill. {name} needs medical advice today.",
            name=name,
        )
