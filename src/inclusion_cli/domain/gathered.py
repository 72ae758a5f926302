"""What a person's file tells about the step that is on, as the facts criteria read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.facts import (
    Baseline,
    Facts,
    Looked,
    PauseEvent,
    Request,
    Restricted,
    tells_of_request,
)
from inclusion_cli.domain.firing import firings, with_firings
from inclusion_cli.domain.observation import Observation, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile, Rung
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept


def facts_of(case: Casefile, rung: Rung, *, now: datetime) -> Facts:
    """Return the facts of a step that is on, with the pause signs that fired."""
    bare = gathered(case, rung, rung.began or now.date(), now)
    return with_firings(bare, firings(rung.step.record.agreed, bare))


def gathered(case: Casefile, rung: Rung, began: date, now: datetime) -> Facts:
    """Return the facts of a step, before any pause sign is looked for."""
    sessions = own_sessions(case, rung, now)
    observations = tuple(
        seen
        for seen in sorted(case.observations, key=lambda kept: kept.order)
        if seen.happened_at <= now and _since(rung, seen.happened_at)
    )
    return Facts(
        on=now.date(),
        began=began,
        sessions=sessions,
        observations=observations,
        minutes=rung.step.record.minutes,
        requests=_older_requests(case, (*sessions, *observations), now),
        reviewed=_reviewed(case),
        restricted=tuple(_restricted(case)),
        waiting=tuple(
            s
            for s in case.open_sessions()
            if s.record.at <= now and counts(rung, s.record.step, s.record.at)
        ),
        pause_events=tuple(_pauses(case, rung)),
        card_days=case.card_days,
        baseline=_baseline(case),
        now=now,
        step=rung.step.id,
        again=rung.since is not None,
        earlier=tuple(_earlier(case, rung, now)),
        earlier_pauses=tuple(_pauses(case, rung, before=True)),
        looks=tuple(
            Looked(
                c.record.week, c.happened_at, c.id, c.record.done, c.record.unexplained
            )
            for c in case.safety.money_checks
            if c.happened_at <= now
        ),
    )


def _earlier(
    case: Casefile, rung: Rung, now: datetime
) -> Iterator[Kept[Debrief] | Kept[Observation]]:
    """Return what was recorded before the step began, or began again."""
    own: tuple[Kept[Debrief] | Kept[Observation], ...]
    own = (*case.debriefs, *case.observations)
    for kept in own:
        if kept.happened_at <= now and not _since(rung, kept.happened_at):
            yield kept


def _pauses(
    case: Casefile, rung: Rung, *, before: bool = False
) -> Iterator[PauseEvent]:
    """Return the pauses decided since the step's latest start or resume, or before."""
    for kept in case.decisions:
        paused = kept.record.choice is Choice.PAUSE
        own = paused and kept.record.step == rung.step.id
        if own and _since(rung, kept.happened_at) is not before:
            yield PauseEvent(kept.on, kept.id)


def _baseline(case: Casefile) -> Baseline | None:
    plan = case.plan.record if case.plan else None
    if plan is None or not plan.baseline_days or plan.baseline_contacts is None:
        return None
    return Baseline(plan.baseline_contacts, plan.baseline_days)


def _reviewed(case: Casefile) -> dict[str, datetime]:
    """Return of every record that a decision cited when the first one did."""
    reviewed: dict[str, datetime] = {}
    for decision in sorted(case.decisions, key=lambda kept: kept.order):
        for entry in decision.record.cites:
            reviewed.setdefault(entry, decision.happened_at)
    return reviewed


def _older_requests(
    case: Casefile, own: tuple[Kept[Debrief] | Kept[Observation], ...], now: datetime
) -> tuple[Request, ...]:
    """Return the requests that no entry of this step tells of, in order."""
    read = {entry.id for entry in own}
    told: list[Kept[Debrief] | Kept[Observation]] = [
        *(d for d in case.debriefs if tells_of_request(d.record)),
        *(o for o in case.observations if o.record.seen is Seen.MONEY_REQUEST),
    ]
    older = (e for e in told if e.id not in read and e.happened_at <= now)
    return tuple(Request(e.on, e.id) for e in sorted(older, key=lambda e: e.order))


def _restricted(case: Casefile) -> Iterator[Restricted]:
    """Return when the limits are looked at again, from each day that changes it.

    The register says it, also of those that only the formulation has.
    """
    stands = (case.formulation,) if case.formulation else ()
    written = case.formulations or stands
    limited = any(c.is_limit for kept in written for c in kept.record.controls)
    if case.safety.restrictions or limited:
        from inclusion_cli.domain.restriction_days import limit_days  # noqa: PLC0415

        yield from limit_days(case)
        return
    for kept in written:
        yield Restricted(kept.on, kept.id, None)


def own_sessions(
    case: Casefile, rung: Rung, now: datetime
) -> tuple[Kept[Debrief], ...]:
    """Return the step's debriefs since its latest start or resume, in order."""
    return tuple(
        debrief
        for debrief in sorted(case.debriefs, key=lambda kept: kept.order)
        if counts(rung, debrief.record.step, debrief.happened_at)
        and debrief.happened_at <= now
    )


def counts(rung: Rung, step: str, at: datetime) -> bool:
    """Say whether something belongs to this step since its latest start or resume."""
    return step == rung.step.id and _since(rung, at)


def _since(rung: Rung, at: datetime) -> bool:
    """Say whether something happened since the step's latest start or resume."""
    begun = rung.began is not None and rung.began <= at.date()
    return begun and (rung.since is None or rung.since <= at)
