"""Keeping an incident: told at once, graded, rung about, looked back on and closed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.incident import (
    CallLadder,
    Closing,
    Incident,
    Level,
    LevelChange,
    RungCalled,
)
from inclusion_cli.domain.incident_words import (
    REGISTERED,
    ring_lines,
    rung_words,
)
from inclusion_cli.domain.incidents import (
    LEVEL_WORDS,
    ORDER,
    at_least,
    highest,
    rungs_for,
    to_ring,
    with_level,
)
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES, lowered, stopped
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from inclusion_cli.domain.debrief import Debrief
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
    debriefs: Iterable[Kept[Debrief]] = (),
    old: Incident | None = None,
) -> Incident:
    """Return the incident the answers stand for; what was done about it stays."""
    level = Level(given["level"]) if given.get("level") else None
    before = old or Incident(
        "",
        now,
        level=level,
        levels=(LevelChange(now, level),) if level else (),
        ladder=ladder.rungs,
    )
    out, told_in = given.get("in_community"), given.get("debrief") or ""
    sessions = {kept.id: kept.record.session or "" for kept in debriefs}
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
        debrief=told_in,
        session=sessions.get(told_in, before.session if told_in else ""),
    )


def add_incident(
    work: Work, found: Filed, incident: Incident, *, draft: str = "incident"
) -> Kept[Incident]:
    """Write an incident; what is known is enough."""
    kept = work.add(incident, file=found.file, happened_at=incident.at)
    work.clear_draft(found.file, draft)
    return kept


def incident_receipt(
    found: Filed,
    kept: Kept[Incident],
    *,
    now: datetime,
    registered: bool | None,
    wrong: str = "",
) -> Saved:
    """Return whom to ring first, then what an incident leads to.

    `wrong` is what is wrong with the service's own ladder, "" where nothing is.
    """
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
            *([wrong] if wrong else ()),
        ),
        next=_next(kept, ringing=bool(waiting)),
    )


def with_left_out(saved: Saved, left: Mapping[str, str]) -> Saved:
    """Return a receipt that says what was left out of it, and how to add each."""
    short = short_id(saved.id)
    told = tuple(
        say("Saved without this. {why} {add}", why=why, add=_adds(short, key))
        for key, why in left.items()
    )
    return replace(saved, left_out=told)


def _adds(short: str, key: str) -> str:
    """Return the command that adds an answer, or that shows what can be added."""
    if key == "level":
        return say("To add it: inclusion incident raise {short}", short=short)
    if key not in _ADDED:
        return say(
            "What can be added: inclusion amend {short} --questions", short=short
        )
    flag = key.replace("_", "-")
    return say(
        'To add it: inclusion amend {short} --{flag} "..."', short=short, flag=flag
    )


_ADDED = frozenset(field.name for field in fields(Incident)) | {"when"}


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
    kept, level, now = read_again(work, given), Level(given["level"]), work.clock.now()
    old, why = kept.record, given.get("why") or ""
    raised = with_level(old, level, at=now, why=why, ladder=ladder.rungs)
    lower = old.level and ORDER.index(level) < ORDER.index(old.level)
    again = old.closed_on is not None and raised.closed_on is None
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
    opened = (*([_opened(raised.closings[-1])] if again else []),)
    return replace(made, says=says, follows=(*made.follows, *follows, *opened))


def _opened(was: Closing) -> str:
    """Return when and why an incident was closed that is open again."""
    return say(
        "It was closed on {day}: {why} It is open again.",
        day=say_day(was.on),
        why=stopped(was.because or say("nobody said why")),
    )


def read_again(work: Work, given: Mapping[str, Any]) -> Kept[Incident]:
    """Return an incident as it stands now: what another window did is kept."""
    return work.get(Incident, given["which"])


def tick_call(work: Work, found: Filed, given: Mapping[str, Any]) -> Saved:
    """Write that a step of the ladder was rung, or why not."""
    kept, now = read_again(work, given), work.clock.now()
    rung = next((r for r in kept.record.ladder if r.id == given["rung"]), None)
    names = {worker.id: worker.record.name for worker in work.workers()}
    call = RungCalled(
        given["rung"],
        given.get("who") or "",
        given["at"],
        by=names.get(work.author, ""),
        said=given.get("said") or "",
        not_rung=given.get("why_not") or "",
        whom=rung.who if rung else "",
    )
    ticked = replace(kept.record, called=(*kept.record.called, call))
    work.amend(kept, ticked, reason=say("a call"))
    work.clear_draft(found.file, "incident_call")
    waiting = to_ring(replace(kept, record=ticked), now=now)
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
