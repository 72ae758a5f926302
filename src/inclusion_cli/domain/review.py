"""What lies on the table at a step review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Alarm, alarms
from inclusion_cli.domain.breaches import open_breaches
from inclusion_cli.domain.casefile import Casefile, State
from inclusion_cli.domain.criteria import RESPONSE_WORDS
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Outcome, Word
from inclusion_cli.domain.decision import Evidence
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Finding
from inclusion_cli.domain.for_now import titled_now
from inclusion_cli.domain.record import record
from inclusion_cli.domain.unanswered import NOT_SURE_WORDS, talks, unanswered, unsure
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.criteria import PauseSign
    from inclusion_cli.domain.firing import Firing
    from inclusion_cli.domain.standing import Standing


@record
class ReviewTable:
    """The evidence of a step review. Every line carries the ids it was read from."""

    person: str
    code: str
    known_as: str
    step: str
    step_id: str
    number: int
    rungs: int
    began: date
    paused: bool
    agreed: tuple[Evidence, ...]
    pause_signs: tuple[Evidence, ...]
    left_out: tuple[str, ...]
    word: Word | None
    word_on: date | None
    eligible: bool
    earliest: date | None
    idle: int
    cites: tuple[str, ...]
    alarms: tuple[Alarm, ...] = ()


def review_table(case: Casefile, standing: Standing) -> ReviewTable:
    """Return the evidence for the step that is on."""
    step, began = standing.rung.step, standing.rung.began
    return ReviewTable(
        person=case.label,
        code=case.person.record.code,
        known_as=case.known_as,
        step=titled_now(case, step),
        step_id=step.id,
        number=step.record.number,
        rungs=len(case.steps),
        began=began or standing.on,
        paused=standing.rung.state is State.PAUSED,
        agreed=tuple(_agreed(case, standing)),
        pause_signs=tuple(_pause_lines(case, standing)),
        left_out=tuple(_left_out(standing)),
        word=standing.word,
        word_on=standing.word_on,
        eligible=standing.eligible,
        earliest=standing.hold.earliest,
        idle=standing.idle,
        cites=_cites(case, standing),
        alarms=tuple(
            alarm
            for alarm in alarms(case, standing, on=standing.on)
            if alarm.mend[0] == "review"
        ),
    )


def _agreed(case: Casefile, standing: Standing) -> Iterator[Evidence]:
    for finding in standing.stability.lines():
        yield _line(finding)
    hold = standing.rung.step.record.agreed.hold
    yield Evidence(
        hold.words(),
        standing.hold.answer.value,
        standing.hold.shows(),
        tuple(session.id for session in standing.sessions),
        standing.hold.missing,
        standing.hold.change(),
    )
    ready = {Word.YES: MET, None: CANNOT_TELL}.get(standing.word, NOT_MET)
    said = {
        Word.YES: say("Said yes"),
        Word.NO: say("Said no"),
        Word.NOT_SURE: say("Not sure"),
    }
    shows = (
        say(
            "{said} on {word_on}",
            said=said[standing.word],
            word_on=say_day(standing.word_on),
        )
        if standing.word and standing.word_on
        else _no_word(standing)
    )
    yield Evidence(
        say("{known_as} feels ready", known_as=case.known_as),
        ready.value,
        shows,
        missing="" if standing.word else say("ask {known_as}", known_as=case.known_as),
        change=say("what {known_as} says next", known_as=case.known_as)
        if standing.word
        else say("a yes"),
    )


def _no_word(standing: Standing) -> str:
    """Return that nobody asked; a word from before a resume is not denied."""
    rung = standing.rung
    if rung.since is None or rung.began is None:
        return say("Not asked yet")
    return say(
        "Not asked since this step began again on {began}", began=say_day(rung.began)
    )


def _line(finding: Finding) -> Evidence:
    return Evidence(
        finding.agreed,
        finding.answer.value,
        finding.shows,
        finding.used,
        finding.missing,
        finding.change,
    )


def _pause_lines(case: Casefile, standing: Standing) -> Iterator[Evidence]:
    signs = standing.rung.step.record.agreed.pause
    for sign, now in zip(signs, standing.pause_now, strict=True):
        own = [firing for firing in standing.fired if firing.sign == sign]
        if own:
            yield _fired_line(standing, own)
            continue
        unseen = now.answer if now.answer is CANNOT_TELL else NOT_MET
        shows = now.shows if unseen is CANNOT_TELL else say("Not seen")
        lacking = now.missing if unseen is CANNOT_TELL else ""
        agreed = _agreed_to(sign)
        yield Evidence(agreed, unseen.value, shows, (), lacking, lacking)
    for entry, day, what in unanswered(case):
        shows = say("On {day}: {what}", day=say_day(day), what=what)
        yield Evidence(say("a concern no review has seen"), MET.value, shows, (entry,))
    for talk in talks(case):
        if not talk.record.is_told:
            shows = say("On {day}: nobody was told", day=say_day(talk.on))
            agreed = say("a talk about thoughts of suicide")
            yield Evidence(agreed, MET.value, shows, (talk.id,))
    for entry, day in unsure(case):
        shows = say(
            "On {day}: {not_sure_words}",
            day=say_day(day),
            not_sure_words=NOT_SURE_WORDS,
        )
        asked = say("a concern nobody is sure of")
        missing = say("ask {known_as} again", known_as=case.known_as)
        yield Evidence(asked, CANNOT_TELL.value, shows, (entry,), missing)


def _agreed_to(sign: PauseSign) -> str:
    return f"{sign.when.words()}: {RESPONSE_WORDS[sign.response]}"


def _fired_line(standing: Standing, own: list[Firing]) -> Evidence:
    """Return a sign that fired: when last, what it shows now, and what it rests on."""
    last = own[-1]
    opened = any(firing in standing.open_signs for firing in own)
    shows = last.shows
    if say_day(last.on) not in shows:
        shows = say("On {on}: {shows}", on=say_day(last.on), shows=shows)
    now = standing.shows_now(last)
    if now:
        shows += say(". Now: {shows}", shows=now.shows)
    records = (*(firing.entry for firing in own), *(now.used if now else ()))
    return Evidence(
        _agreed_to(last.sign),
        (MET if opened else NOT_MET).value,
        shows if opened else say("{shows}. Answered by a decision", shows=shows),
        tuple(dict.fromkeys(records)),
        change=say("closed, once a decision has answered it") if opened else "",
    )


def _left_out(standing: Standing) -> Iterator[str]:
    """Return what was not counted, and why, so that nothing is missing silently."""
    unrated = [
        s
        for s in standing.sessions
        if s.record.outcome.attended and s.record.worry_peak is None
    ]
    if unrated:
        days = ", ".join(say_day(session.on) for session in unrated)
        yield say(
            "{unrated} with no score for worry: {days}.",
            unrated=say_many("{number} debrief", "{number} debriefs", len(unrated)),
            days=days,
        )
    ours = [
        s for s in standing.sessions if s.record.outcome is Outcome.CANCELLED_BY_SERVICE
    ]
    if ours:
        days = ", ".join(say_day(session.on) for session in ours)
        yield say(
            "{ours} cancelled by us, not counted: {days}.",
            ours=say_many("{number} session", "{number} sessions", len(ours)),
            days=days,
        )
    if standing.ahead:
        days = ", ".join(say_day(debrief.on) for debrief in standing.ahead)
        ahead = say_many("{number} debrief", "{number} debriefs", len(standing.ahead))
        yield say(
            "{ahead} dated later than now: {days}. Check this computer's clock.",
            ahead=ahead,
            days=days,
        )


def _cites(case: Casefile, standing: Standing) -> tuple[str, ...]:
    found = [
        *(session.id for session in standing.sessions),
        *(firing.entry for firing in standing.open_signs),
        *(entry for entry, _day, _what in unanswered(case)),
        *(entry for entry, _day in unsure(case)),
        *(entry for entry, _day in open_breaches(case, on=standing.on)),
        *standing.requests,
    ]
    return tuple(dict.fromkeys(found))
