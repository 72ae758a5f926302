"""Where a person stands on the step that is on: agreed beside recorded, both alarms."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.criteria import judge
from inclusion_cli.domain.debrief import Debrief, Session, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.facts import Baseline, Facts, PauseEvent
from inclusion_cli.domain.finding import Finding
from inclusion_cli.domain.hold import (
    Firing,
    HoldClock,
    firings,
    hold_clock,
    service_gaps,
    with_firings,
)
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.record import record

OVER_CAUTION_DAYS = 14
"""Days of being eligible without an offer before it is an alarm; service default,
practice reference 2.3."""


@record
class Standing:
    """The step that is on, what was agreed, what the records show, and what follows.

    `pause_now` is what each pause sign shows on the day, in the order agreed. `word` is
    the person's latest word on being ready, None when they were not asked.
    `idle` counts the days since the hold was complete with nothing offered.
    """

    rung: Rung
    on: date
    stability: Finding
    hold: HoldClock
    fired: tuple[Firing, ...]
    open_signs: tuple[Firing, ...]
    pause_now: tuple[Finding, ...]
    word: Word | None
    word_on: date | None
    idle: int
    sessions: tuple[Kept[Debrief], ...]

    @property
    def reached(self) -> bool:
        """Say whether the hold is complete and no pause sign is open."""
        paused = self.rung.state is State.PAUSED
        return self.hold.complete and not self.open_signs and not paused

    @property
    def eligible(self) -> bool:
        """Say whether the step is eligible for review: reached, and the word is yes."""
        return self.reached and self.word is Word.YES

    @property
    def over_cautious(self) -> bool:
        """Say whether good time has passed and nobody offered the next step."""
        unasked = self.word is None
        ready = self.reached and (self.eligible or unasked)
        return ready and self.idle >= OVER_CAUTION_DAYS


def standing(case: Casefile, *, now: datetime) -> Standing | None:
    """Return where the person stands, or None when no step is on."""
    rung = case.current()
    if rung is None or rung.began is None:
        return None
    criteria = rung.step.record.agreed
    bare = _facts(case, rung, rung.began, now)
    fired = firings(criteria, bare)
    facts = with_firings(bare, fired)
    hold = hold_clock(
        criteria,
        facts,
        away=case.away_days(),
        planned=[s.on for s in _planned(case, rung, now)],
    )
    word, word_on = _word(case, rung)
    return Standing(
        rung=rung,
        on=now.date(),
        stability=judge(criteria.stability, facts),
        hold=hold,
        fired=fired,
        open_signs=_open(case, fired),
        pause_now=tuple(judge(sign.when, facts) for sign in criteria.pause),
        word=word,
        word_on=word_on,
        idle=_idle(case, facts, hold),
        sessions=facts.sessions,
    )


def _facts(case: Casefile, rung: Rung, began: date, now: datetime) -> Facts:
    plan = case.plan.record if case.plan else None
    counted = plan and plan.baseline_days and plan.baseline_contacts is not None
    pauses = tuple(
        PauseEvent(d.on, d.id)
        for d in case.decisions
        if d.record.choice is Choice.PAUSE
        and _counts(rung, d.record.step, d.happened_at)
    )
    return Facts(
        on=now.date(),
        began=began,
        sessions=own_sessions(case, rung, now),
        waiting=tuple(
            s
            for s in case.open_sessions()
            if _counts(rung, s.record.step, s.record.at) and s.record.at <= now
        ),
        pause_events=pauses,
        card_days=case.card_days,
        baseline=Baseline(plan.baseline_contacts or 0, plan.baseline_days or 0)
        if plan and counted
        else None,
        now=now,
    )


def own_sessions(
    case: Casefile, rung: Rung, now: datetime
) -> tuple[Kept[Debrief], ...]:
    """Return the step's debriefs since its latest start or resume, in order."""
    return tuple(
        debrief
        for debrief in sorted(case.debriefs, key=lambda kept: kept.order)
        if _counts(rung, debrief.record.step, debrief.happened_at)
        and debrief.happened_at <= now
    )


def _counts(rung: Rung, step: str, at: datetime) -> bool:
    """Say whether something belongs to this step since its latest start or resume."""
    own = step == rung.step.id and rung.began is not None and rung.began <= at.date()
    return own and (rung.since is None or rung.since <= at)


def _planned(case: Casefile, rung: Rung, now: datetime) -> tuple[Kept[Session], ...]:
    return tuple(
        session
        for session in case.open_sessions()
        if session.record.step == rung.step.id and session.record.at > now
    )


def _word(case: Casefile, rung: Rung) -> tuple[Word | None, date | None]:
    """Return the person's latest word since the step began, and its day.

    What was said at the review that resumed it was said before.
    """
    said = [
        *(
            (debrief.order, debrief.record.ready, debrief.on)
            for debrief in case.debriefs
            if _counts(rung, debrief.record.step, debrief.happened_at)
            and debrief.record.ready
        ),
        *(
            (review.order, review.record.ready, review.record.on)
            for review in case.reviews
            if _counts(rung, review.record.step, review.happened_at)
            and review.happened_at != rung.since
        ),
    ]
    if not said:
        return None, None
    _order, word, day = max(said)
    return word, day


def _open(case: Casefile, fired: tuple[Firing, ...]) -> tuple[Firing, ...]:
    """Return the pause signs no decision has cited yet."""
    cited = {entry for d in case.decisions for entry in d.record.cites}
    return tuple(firing for firing in fired if firing.entry not in cited)


def _idle(case: Casefile, facts: Facts, hold: HoldClock) -> int:
    """Return the days since completion, or the latest decision, that nobody froze."""
    if hold.completed is None:
        return 0
    latest = max((d.record.on for d in case.decisions), default=hold.completed)
    since = max(hold.completed, latest)
    frozen = case.away_days() | service_gaps(facts)
    days = ((since + timedelta(days=n)) for n in range((facts.on - since).days))
    return sum(day not in frozen for day in days)
