"""Keeping an incident: told at once, graded, rung about, looked back on and closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.action import actions_from, add_action
from inclusion_cli.domain.incident import (
    AfterAction,
    CallLadder,
    Incident,
    Level,
    LevelChange,
    Rung,
    RungCalled,
)
from inclusion_cli.domain.incident_words import (
    REGISTERED,
    ring_lines,
    rung_words,
    still_to_do,
)
from inclusion_cli.domain.incidents import (
    LEVEL_WORDS,
    ORDER,
    at_least,
    highest,
    rungs_for,
    to_ring,
)
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES, lowered
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

NOTIFY = ("abuse", "police", "self_harm")


class NoIncident(NothingFound):
    """There is no incident that is meant."""

    def __init__(self, found: Filed, what: str) -> None:
        super().__init__(say("{label}: {what}", label=found.label, what=what))
        named = " ".join(found.named)
        self.hint = say(
            "To tell one, type: inclusion incident add {named}", named=named
        )


def refuse_none(found: Filed, there: tuple[Kept[Incident], ...]) -> None:
    """Raise NoIncident where there is none to choose from."""
    if not there:
        raise NoIncident(found, say("no incident is open."))


def incident_from(
    given: Mapping[str, Any],
    *,
    now: datetime,
    ladder: CallLadder,
    old: Incident | None = None,
) -> Incident:
    """Return the incident the answers stand for; what was done about it stays."""
    level = Level(given["level"]) if given.get("level") else None
    before = old or Incident(
        "",
        now,
        level=level,
        levels=(LevelChange(now, level),) if level else (),
        rungs=ladder.rungs,
    )
    out = given.get("in_community")
    return replace(
        before,
        what=given["what"],
        at=given["when"],
        sorts=tuple(given.get("sorts") or ()),
        place=given.get("place") or "",
        hurt=given.get("hurt") or "",
        at_once=given.get("at_once") or "",
        witnesses=given.get("witnesses") or "",
        notified=given.get("notified") or "",
        view=given.get("view") or "",
        in_community=out == YES if out else None,
    )


def add_incident(
    work: Work, found: Filed, incident: Incident, *, draft: str = "incident"
) -> Kept[Incident]:
    """Write an incident; what is known is enough."""
    kept = work.add(incident, file=found.file, happened_at=incident.at)
    work.clear_draft(found.file, draft)
    return kept


def incident_receipt(
    found: Filed, kept: Kept[Incident], *, now: datetime, registered: bool | None
) -> Saved:
    """Return whom to ring first, then what an incident leads to."""
    waiting = to_ring(kept, now=now)
    return Saved(
        say("Saved for {label}: an incident.", label=found.label),
        code=found.code,
        kind="incident",
        id=kept.id,
        record=kept.record,
        follows=(
            *ring_lines(waiting, now.date()),
            *_follows(kept.record, registered=registered),
        ),
        next=_next(kept, ringing=bool(waiting)),
    )


def _follows(incident: Incident, *, registered: bool | None) -> Iterator[str]:
    level = highest(incident)
    if any(not rung.phone for rung in rungs_for(incident)):
        yield say("To put in the numbers that are missing: inclusion incident ladder")
    if level is None:
        yield say("How serious it is, is not said yet. Home asks for it.")
    serious = level is not None and at_least(level, Level.SERIOUS)
    if registered is not False and (serious or set(incident.sorts) & set(NOTIFY)):
        yield REGISTERED
    if level and at_least(level, Level.HARM):
        yield say(
            "Was it abuse or neglect, or could it be? Then write a safeguarding "
            "concern, too: inclusion concern add"
        )


def _next(kept: Kept[Incident], *, ringing: bool) -> tuple[str, ...]:
    if kept.record.level is None:
        return ("incident", "raise", short_id(kept.id))
    if ringing:
        return ("incident", "call", short_id(kept.id))
    return ("incident", "review", short_id(kept.id))


# --- its level, and who was rung ------------------------------------------------------


def change_level(
    work: Work,
    found: Filed,
    given: Mapping[str, Any],
    *,
    ladder: CallLadder,
    registered: bool | None,
) -> Saved:
    """Write another level beside the one that stood, with its time."""
    kept, level, now = _read(work, given), Level(given["level"]), work.clock.now()
    old = kept.record
    why = given.get("why") or ""
    raised = replace(
        old,
        level=level,
        levels=(*old.levels, LevelChange(now, level, why)),
        rungs=old.rungs or ladder.rungs,
    )
    lower = old.level and ORDER.index(level) < ORDER.index(old.level)
    new = work.amend(kept, raised, reason=why or say("raised"))
    work.clear_draft(found.file, "incident_raise")
    made = incident_receipt(
        found, replace(kept, entry=new.entry, record=raised), now=now,
        registered=registered,
    )  # fmt: skip
    words = lowered(LEVEL_WORDS[level])
    says = (
        say("Lowered for {label}: {level}.", label=found.label, level=words)
        if lower
        else say("Raised for {label}: {level}.", label=found.label, level=words)
    )
    kept_calls = say("Whoever was to be rung before is still to be rung.")
    follows = (*([kept_calls] if lower and to_ring(kept, now=now) else []),)
    return replace(made, says=says, follows=(*made.follows, *follows))


def _read(work: Work, given: Mapping[str, Any]) -> Kept[Incident]:
    """Return an incident as it stands now: what another window did is kept."""
    return work.get(Incident, given["which"])


def tick_call(work: Work, found: Filed, given: Mapping[str, Any]) -> Saved:
    """Write that a step of the ladder was rung, or why not."""
    kept, now = _read(work, given), work.clock.now()
    call = RungCalled(
        given["rung"],
        given.get("who") or "",
        given["at"],
        by=work.author,
        said=given.get("said") or "",
        not_rung=given.get("why_not") or "",
    )
    ticked = replace(kept.record, called=(*kept.record.called, call))
    work.amend(kept, ticked, reason=say("a call"))
    work.clear_draft(found.file, "incident_call")
    waiting = to_ring(replace(kept, record=ticked), now=now)
    rung = next((r for r in kept.record.rungs if r.id == call.rung), None)
    return Saved(
        say(
            "Ticked for {label}: {whom}.",
            label=found.label,
            whom=rung_words(rung) if rung else call.rung,
        ),
        code=found.code,
        kind="incident",
        id=kept.id,
        record=ticked,
        follows=tuple(ring_lines(waiting, now.date()))
        or (say("Everybody on the ladder is ticked."),),
        next=_next(replace(kept, record=ticked), ringing=bool(waiting)),
    )


# --- looking back and closing ---------------------------------------------------------


def review_incident(
    work: Work, found: Filed, given: Mapping[str, Any], *, today: date
) -> Saved:
    """Write an after-action review, and the actions that come of it."""
    kept = _read(work, given)
    limited = given["restriction"] == YES
    told = AfterAction(
        incident=kept.id,
        on=given.get("on") or today,
        expected=given["expected"],
        happened=given["happened"],
        why_differed=given["why_differed"],
        change=given["change"],
        plan_followed=given.get("plan_followed") or "",
        person_said=given.get("person_said") or "",
        proportionate=given.get("proportionate") or "",
        restriction=limited,
        fed_back=given.get("fed_back") or "",
    )
    review = work.add(told, file=found.file)
    actions = [
        add_action(work, found.file, action)
        for action in actions_from(given, of=review.id)
    ]
    work.clear_draft(found.file, "incident_review")
    return Saved(
        say("Saved for {label}: an after-action review.", label=found.label),
        code=found.code,
        kind="after_action",
        id=review.id,
        record=told,
        follows=tuple(_leads_to(found, told, len(actions))),
        next=("incident", "show", short_id(kept.id)),
    )


def _leads_to(found: Filed, told: AfterAction, actions: int) -> Iterator[str]:
    if actions:
        yield say_many(
            "{number} action came of it. Home shows it until it is done.",
            "{number} actions came of it. Home shows them until they are done.",
            actions,
        )
    if told.restriction and found.code:
        yield say(
            "The limit that was added needs a place in the register, and an end: "
            "inclusion restriction place {code}",
            code=found.code,
        )
    if not told.person_said:
        yield say("What {name} says is missing. Ask.", name=found.known_as)
    if not told.fed_back:
        yield say("Tell {name} what came of it.", name=found.known_as)


def close_incident(
    work: Work, found: Filed, given: Mapping[str, Any], *, now: datetime
) -> Saved:
    """Write that an incident is closed, and why; what is open stays open."""
    kept = _read(work, given)
    left = still_to_do(found, kept, now)
    closed = replace(kept.record, closed_on=now.date(), closed_because=given["because"])
    work.amend(kept, closed, reason=say("closed"))
    work.clear_draft(found.file, "incident_close")
    return Saved(
        say("Closed for {label}: an incident.", label=found.label),
        code=found.code,
        kind="incident",
        id=kept.id,
        record=closed,
        follows=left,
        next=("incident", "list", *found.named),
    )


# --- the ladder -----------------------------------------------------------------------


def ladder_made(
    given: Mapping[str, Any], old: CallLadder | None, today: date
) -> CallLadder:
    """Return the ladder the answers stand for; a step keeps its id."""
    numbers = sorted({int(k.split(".")[1]) for k in given if k.startswith("rung.")})
    ids = [rung.id for rung in old.rungs] if old else []
    rungs = tuple(
        Rung(
            ids[n - 1] if n <= len(ids) else f"step{n}",
            given[f"rung.{n}.who"],
            given.get(f"rung.{n}.phone") or "",
            given[f"rung.{n}.within"],
            Level(given[f"rung.{n}.level"]),
        )
        for n in numbers
        if given.get(f"rung.{n}.who")
    )
    return CallLadder(rungs, today)


def set_ladder(work: Work, file: str, service: str, ladder: CallLadder) -> Saved:
    """Write the service's ladder of calls."""
    kept = work.add(ladder, file=file)
    work.clear_draft(file, "call_ladder")
    bare = [rung.who for rung in ladder.rungs if not rung.phone]
    return Saved(
        say("Saved for {service}: the ladder of calls.", service=service),
        kind="call_ladder",
        id=kept.id,
        record=ladder,
        follows=(
            *(rung_words(rung) for rung in ladder.rungs),
            *(
                [say("Some numbers are still not known. Find them before the day.")]
                if bare
                else []
            ),
        ),
        next=("today",),
    )
