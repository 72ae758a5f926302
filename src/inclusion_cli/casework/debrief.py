"""Recording a session, and saying what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.plan import plan_session
from inclusion_cli.domain.alarms import Side, alarms
from inclusion_cli.domain.criteria import RESPONSE_WORDS
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.debrief import (
    Concern,
    Debrief,
    Happened,
    Outcome,
    SignSeen,
    Word,
)
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.domain.standing import Standing
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


def debrief_from(
    answers: Mapping[str, Any],
    step: Kept[Step],
    session: Kept[Session] | None,
    signs: Iterable[SignSeen],
) -> Debrief:
    """Return the record the answers stand for."""
    seen, since = answers.get("signs"), answers["since"]
    feared, ready = answers.get("feared"), answers.get("ready")
    texts: dict[str, Any] = {name: answers.get(name) or "" for name in _TEXTS}
    return Debrief(
        step=step.id,
        session=session.id if session else None,
        at=answers["when"],
        outcome=_outcome(answers),
        worry_before=answers.get("worry_before"),
        worry_peak=answers.get("worry_peak"),
        worry_after=answers.get("worry_after"),
        feared=Happened(feared) if feared else None,
        signs=None if seen is None else tuple(s for s in signs if s.id in seen),
        concerns=tuple(Concern(key) for key in since),
        contacts=answers.get("contacts") or (),
        ready=Word(ready) if ready else None,
        **texts,
    )


_TEXTS = ("what_happened", "told", "words", "in_the_way", "helped", "note")


def _outcome(answers: Mapping[str, Any]) -> Outcome:
    match answers["how"]:
        case "stayed":
            return Outcome.ATTENDED_FULL
        case "left_early":
            return Outcome(answers["why_early"])
        case _:
            return Outcome(answers["why_not"])


def record_debrief(
    work: Work, case: Casefile, debrief: Debrief, answers: Mapping[str, Any]
) -> Kept[Debrief]:
    """Write the debrief, and the next session if one was planned."""
    file = case.person.file
    kept = work.add(debrief, file=file, happened_at=debrief.at)
    if answers.get("next"):
        plan_session(work, case, debrief.step, answers["next"])
    work.clear_draft(file, "debrief")
    return kept


def debrief_receipt(reading: Reading, kept: Kept[Debrief], *, now: datetime) -> Saved:
    """Return what a saved debrief leads to, read from what now stands."""
    case = reading.casefile(kept.file)
    stands = standing(case, now=now)
    return Saved(
        f"Saved for {case.label}.",
        code=case.person.record.code,
        kind="debrief",
        id=kept.id,
        record=kept.record,
        follows=tuple(_follows(case, stands, kept.record, now)),
        next=_next(case, stands, now),
    )


def _follows(
    case: Casefile, stands: Standing | None, debrief: Debrief, now: datetime
) -> Iterator[str]:
    if set(debrief.concerns or ()) - {Concern.CRISIS}:
        yield "Tell your manager today. A review the same day looks at this."
    for firing in stands.open_signs if stands else ():
        response = RESPONSE_WORDS[firing.sign.response]
        yield f"A pause sign: {firing.sign.when.words()}. You agreed to {response}."
    if debrief.outcome is Outcome.CANCELLED_BY_SERVICE:
        yield f"We cancelled this one. It does not count against {case.known_as}."
    if debrief.outcome is Outcome.LEFT_BY_CHOICE:
        yield "Leaving early by choice counts as gone to."
    if stands and not stands.hold.complete:
        missing = stands.stability.missing or stands.hold.missing
        if stands.hold.started:
            yield f"Towards the next step: {stands.hold.shows()}."
        else:
            yield f"Before the next step: {missing}."
    if stands and stands.reached:
        yield "All that was agreed for this step is met."
    coming = [s.record.at for s in case.open_sessions() if s.record.at > now]
    if coming:
        at = min(coming)
        yield f"Next session: {say_near(at.date(), today=now.date())}, {say_time(at)}."


def _next(case: Casefile, stands: Standing | None, now: datetime) -> tuple[str, ...]:
    code = case.person.record.code
    found = alarms(case, stands, on=now.date())
    risk = any(alarm.side is Side.RISK and alarm.mend[0] == "review" for alarm in found)
    if risk or (stands and stands.reached):
        return ("review", code)
    if case.card is None:
        return ("card", "write", code)
    return ("today",)
