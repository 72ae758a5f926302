"""Where a person stands on the step that is on: agreed beside recorded, both alarms."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.debrief import Debrief, Session, Word
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.finding import MET, Finding
from inclusion_cli.domain.firing import Firing, firings, with_firings
from inclusion_cli.domain.gathered import counts, gathered
from inclusion_cli.domain.hold import HoldClock, hold_clock, service_gaps
from inclusion_cli.domain.judging import judge
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import (
        Facts,
    )


@record
class Standing:
    """The step that is on, what was agreed, what the records show, and what follows.

    `pause_now` is what each pause sign shows on the day, in the order agreed. `word` is
    the person's latest word on being ready, None when they were not asked.
    `idle` counts the days since the hold was complete with nothing offered. `planned`
    are the days of sessions to come, `ahead` debriefs dated later than now, `requests`
    the records of requests for money or things that no decision has looked at.
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
    planned: tuple[date, ...] = ()
    ahead: tuple[Kept[Debrief], ...] = ()
    requests: tuple[str, ...] = ()
    defaults: Defaults = SHIPPED

    @property
    def state(self) -> State:
        """Return where the step stands, by decisions and by what the records show."""
        if self.rung.state is not State.ACTIVE:
            return self.rung.state
        if self.eligible:
            return State.READY
        return State.HOLDING if self.hold.started else State.ACTIVE

    @property
    def reached(self) -> bool:
        """Say whether the hold is complete and no pause sign is open."""
        paused = self.rung.state is State.PAUSED
        return self.hold.complete and not self.open_signs and not paused

    def shows_now(self, firing: Firing) -> Finding | None:
        """Return what a sign that fired shows today, None where it is what it was."""
        signs = self.rung.step.record.agreed.pause
        for sign, now in zip(signs, self.pause_now, strict=True):
            if sign == firing.sign and now.answer is MET and now.shows != firing.shows:
                return now
        return None

    @property
    def eligible(self) -> bool:
        """Say whether the step is eligible for review: reached, and the word is yes."""
        return self.reached and self.word is Word.YES

    @property
    def over_cautious(self) -> bool:
        """Say whether good time has passed and nobody offered the next step."""
        unasked = self.word is None
        ready = self.reached and (self.eligible or unasked)
        return ready and self.idle >= self.defaults.over_caution_days


def standing(
    case: Casefile, *, now: datetime, defaults: Defaults = SHIPPED
) -> Standing | None:
    """Return where the person stands, or None when no step is on."""
    rung = case.current()
    if rung is None or rung.began is None:
        return None
    criteria = rung.step.record.agreed
    bare = gathered(case, rung, rung.began, now)
    fired = firings(criteria, bare)
    facts = with_firings(bare, fired)
    planned = tuple(sorted(s.on for s in _planned(case, rung, now)))
    hold = hold_clock(criteria, facts, away=case.away_days(), planned=planned)
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
        planned=planned,
        ahead=tuple(
            debrief
            for debrief in sorted(case.debriefs, key=lambda kept: kept.order)
            if debrief.record.step == rung.step.id and debrief.happened_at > now
        ),
        requests=tuple(request.entry for request in facts.open_requests()),
        defaults=defaults,
    )


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
            if counts(rung, debrief.record.step, debrief.happened_at)
            and debrief.record.ready
        ),
        *(
            (review.order, review.record.ready, review.record.on)
            for review in case.reviews
            if counts(rung, review.record.step, review.happened_at)
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
    still = sum(since <= day < facts.on for day in frozen)
    return max((facts.on - since).days - still, 0)
