"""Where a person stands on the step that is on: agreed beside recorded, both alarms."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.criteria import judge
from inclusion_cli.domain.debrief import Debrief, Session, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.facts import Baseline, Facts, PauseEvent
from inclusion_cli.domain.finding import MET, Finding
from inclusion_cli.domain.hold import (
    Firing,
    HoldClock,
    firings,
    hold_clock,
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

    `word` is the person's latest word on being ready, None when they were not asked.
    `idle` counts the days since the hold was complete with nothing offered.
    """

    rung: Rung
    on: date
    stability: Finding
    hold: HoldClock
    fired: tuple[Firing, ...]
    open_signs: tuple[Firing, ...]
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

    def all_met(self) -> bool:
        """Say whether stability is met on the day."""
        return self.stability.answer is MET


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
        word=word,
        word_on=word_on,
        idle=_idle(case, hold, now.date()),
        sessions=facts.sessions,
    )


def _facts(case: Casefile, rung: Rung, began: date, now: datetime) -> Facts:
    plan = case.plan.record if case.plan else None
    counted = plan and plan.baseline_days and plan.baseline_contacts is not None
    pauses = tuple(
        PauseEvent(d.on, d.id)
        for d in case.decisions
        if d.record.choice is Choice.PAUSE
        and d.record.step == rung.step.id
        and began <= d.record.on
    )
    return Facts(
        on=now.date(),
        began=began,
        sessions=own_sessions(case, rung, now),
        waiting=tuple(
            s
            for s in case.open_sessions()
            if s.record.step == rung.step.id and s.record.at <= now
        ),
        pause_events=pauses,
        card_reviewed_on=case.card.recorded_at.date() if case.card else None,
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
        if debrief.record.step == rung.step.id
        and rung.began is not None
        and rung.began <= debrief.on
        and (rung.since is None or rung.since <= debrief.happened_at)
        and debrief.happened_at <= now
    )


def _planned(case: Casefile, rung: Rung, now: datetime) -> tuple[Kept[Session], ...]:
    return tuple(
        session
        for session in case.open_sessions()
        if session.record.step == rung.step.id and session.record.at > now
    )


def _word(case: Casefile, rung: Rung) -> tuple[Word | None, date | None]:
    """Return the person's latest word since the step began, and its day."""
    said = [
        *(
            (debrief.order, debrief.record.ready, debrief.on)
            for debrief in case.debriefs
            if debrief.record.step == rung.step.id and debrief.record.ready
        ),
        *(
            (review.order, review.record.ready, review.record.on)
            for review in case.reviews
            if review.record.step == rung.step.id
        ),
    ]
    since = [item for item in said if rung.began and item[2] >= rung.began]
    if not since:
        return None, None
    _order, word, day = max(since)
    return word, day


def _open(case: Casefile, fired: tuple[Firing, ...]) -> tuple[Firing, ...]:
    """Return the pause signs no decision has cited yet."""
    cited = {entry for d in case.decisions for entry in d.record.cites}
    return tuple(firing for firing in fired if firing.entry not in cited)


def _idle(case: Casefile, hold: HoldClock, on: date) -> int:
    """Return the days since completion, or the latest decision, that nobody froze."""
    if hold.completed is None:
        return 0
    latest = max((d.record.on for d in case.decisions), default=hold.completed)
    since = max(hold.completed, latest)
    away = case.away_days()
    days = ((since + timedelta(days=n)) for n in range((on - since).days))
    return sum(day not in away for day in days)
