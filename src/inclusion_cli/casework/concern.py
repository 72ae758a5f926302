"""Keeping a safeguarding concern: told at once, decided by people, closed, reviewed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.action import add_actions, came_of_it
from inclusion_cli.domain.call_ladder import rung_called
from inclusion_cli.domain.concern import (
    Achieved,
    CaseReview,
    Part,
    Refer,
    SafeguardingConcern,
    Sure,
    WishesAsked,
)
from inclusion_cli.domain.concerns import lacking, not_rung
from inclusion_cli.domain.incident import CallLadder, Incident
from inclusion_cli.domain.incident_words import rung_words
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import fields_of
from inclusion_cli.domain.safeguarding import PARTS
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import NO, YES, and_list
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.safeguarding import Safeguarding
    from inclusion_cli.store.work import Work

YES_NOES = ("danger_now", "crime", "staff_source")
TEXTS = (
    *("by", "others_at_risk", "coercion", "capacity", "wishes", "outcomes"),
    *("why_not_asked", "consent", "why_no_consent", "reasons_for", "reasons_against"),
    *("why", "decided_by", "told_manager", "told_person", "reference", "incident"),
)
MANAGER, AUTHORITY = "manager", "authority"
"""The steps of the ladder of calls that a concern asks for."""


class NoConcern(NothingFound):
    """There is no concern that is meant."""

    def __init__(self, found: Filed, what: str) -> None:
        super().__init__(say("{label}: {what}", label=found.label, what=what))
        self.hint = say(
            "To tell one, type: inclusion concern add {code}", code=found.code
        )


def refuse_none(found: Filed, there: tuple[Kept[SafeguardingConcern], ...]) -> None:
    """Raise NoConcern where there is none to choose from."""
    if not there:
        raise NoConcern(found, say("no safeguarding concern is open."))


def concern_from(
    given: Mapping[str, Any], *, old: SafeguardingConcern | None = None
) -> SafeguardingConcern:
    """Return the concern the answers stand for; what was not asked stays as it was."""
    before = old or SafeguardingConcern(given["seen"], given["when"])
    told: dict[str, Any] = {
        key: given[key] or "" for key in (*TEXTS, "seen") if key in given
    }
    told |= {
        key: None if given[key] is None else given[key] == YES
        for key in YES_NOES
        if key in given
    }
    told |= {
        key: Part(Sure(given[key]), given.get(f"{key}_why") or "")
        for key in PARTS
        if given.get(key)
    }
    told |= {
        key: given[key]
        for key in ("told_manager_at", "decided_at", "referred_at")
        if key in given
    }
    if "when" in given:
        told["at"] = given["when"]
    if "types" in given:
        told["types"] = tuple(given["types"] or ())
    if given.get("wishes_asked"):
        told["wishes_asked"] = WishesAsked(given["wishes_asked"])
    if given.get("decided"):
        told["decided"] = Refer(given["decided"])
    return replace(before, **told)


def add_concern(
    work: Work, found: Filed, concern: SafeguardingConcern, *, draft: str = "concern"
) -> Kept[SafeguardingConcern]:
    """Write a concern; the incident it comes from names it, too."""
    kept = work.add(concern, file=found.file, happened_at=concern.at)
    work.clear_draft(found.file, draft)
    if concern.incident:
        incident = work.get(Incident, concern.incident)
        tied = replace(incident.record, concern=kept.id)
        work.amend(incident, tied, reason=say("a concern came of it"))
    return kept


def concern_receipt(
    found: Filed,
    kept: Kept[SafeguardingConcern],
    words: Safeguarding,
    wrong: str = "",
    *,
    ladder: CallLadder,
) -> Saved:
    """Return what to do now, whom to ring on which number, and what is not there yet.

    `wrong` is what is wrong with the service's own words, "" where nothing is.
    """
    return Saved(
        say("Saved for {label}: a safeguarding concern.", label=found.label),
        code=found.code,
        kind="concern",
        id=kept.id,
        record=kept.record,
        follows=(
            *_follows(kept.record, words),
            *_ring(kept.record, words, ladder),
            *_afterwards(found, kept.record),
            *([wrong] if wrong else ()),
        ),
        next=("concern", "decide", short_id(kept.id)),
    )


def _follows(told: SafeguardingConcern, words: Safeguarding) -> Iterator[str]:
    if told.danger_now:
        yield say("Ring 999 now, if you have not.")
    if told.crime:
        yield say("Tell the police. Leave things as they lie: it is evidence.")
    if told.staff_source:
        yield say("Do not tell the worker it is about. No paper shows this concern.")
    if told.others_at_risk:
        yield say(
            "Others may be at risk. About a child, ring children's services of the "
            "council, too."
        )
    if told.decided is None:
        yield say(
            "Who it is referred to: {receives}. On the same working day.",
            receives=words.receives,
        )


def _ring(
    told: SafeguardingConcern, words: Safeguarding, ladder: CallLadder
) -> Iterator[str]:
    """Return whom to ring, on which number: who gets a referral, and the manager."""
    rungs = []
    if not_rung(told):
        yield say(
            "Nothing has been sent. You ring: {receives}. {law}.",
            receives=words.receives,
            law=words.law,
        )
        rungs.append(rung_called(ladder, AUTHORITY))
    if told.told_manager_at is None:
        yield say("Tell your manager in this shift.")
        rungs.append(rung_called(ladder, MANAGER))
    there = [rung for rung in rungs if rung]
    for rung in there:
        yield say("Ring now: {whom}", whom=rung_words(rung))
    if any(not rung.phone for rung in there) or len(there) < len(rungs):
        yield say("To put in the numbers that are missing: inclusion incident ladder")
    if not_rung(told):
        yield say(
            "Once you have rung, say when: the next command asks for what is "
            "not there yet."
        )


def _afterwards(found: Filed, told: SafeguardingConcern) -> Iterator[str]:
    lacks = lacking(told)
    if lacks:
        yield say("Not there yet: {what}. Home asks.", what=and_list(lacks))
    if told.decided is Refer.REFER and not told.told_person and not told.coercion:
        yield say(
            "Tell {name}, unless that makes it more dangerous.", name=found.known_as
        )


def decide_concern(
    work: Work,
    found: Filed,
    given: Mapping[str, Any],
    words: Safeguarding,
    *,
    ladder: CallLadder,
) -> Saved:
    """Write what was decided about a concern, by whom and why."""
    kept = work.get(SafeguardingConcern, given["which"])
    told = {key: v for key, v in given.items() if key != "which" and v is not None}
    decided = concern_from(told, old=kept.record)
    work.amend(kept, decided, reason=say("decided"))
    work.clear_draft(found.file, "concern_decide")
    made = concern_receipt(found, replace(kept, record=decided), words, ladder=ladder)
    went = decided.decided is Refer.REFER and not not_rung(decided)
    to = say("To: {receives}. {law}.", receives=words.receives, law=words.law)
    verb = "decide" if not_rung(decided) else "show"
    return replace(
        made,
        says=_decision(found, decided),
        follows=(*([to] if went else ()), *made.follows),
        next=("concern", verb, short_id(kept.id)),
    )


def _decision(found: Filed, decided: SafeguardingConcern) -> str:
    """Return what was saved: that it goes on, that it went, or that it does not."""
    if decided.decided is not Refer.REFER:
        return say("Saved for {label}: it is not referred.", label=found.label)
    if not_rung(decided):
        return say(
            "Saved for {label}: the decision to refer it. Nobody has it yet.",
            label=found.label,
        )
    return say("Saved for {label}: it is referred.", label=found.label)


def close_concern(
    work: Work, found: Filed, given: Mapping[str, Any], *, today: date
) -> Saved:
    """Write that a concern is closed, and what came of the person's wishes."""
    kept = work.get(SafeguardingConcern, given["which"])
    achieved = given.get("achieved")
    closed = replace(
        kept.record,
        feedback=given.get("feedback") or kept.record.feedback,
        achieved=Achieved(achieved) if achieved else None,
        closed_on=today,
        closed_because=given["because"],
    )
    work.amend(kept, closed, reason=say("closed"))
    work.clear_draft(found.file, "concern_close")
    return Saved(
        say("Closed for {label}: a safeguarding concern.", label=found.label),
        code=found.code,
        kind="concern",
        id=kept.id,
        record=closed,
        follows=(
            say("Did being out play a part? Then look back: inclusion concern review"),
        ),
        next=("concern", "list", found.code),
    )


def review_concern(
    work: Work, found: Filed, given: Mapping[str, Any], *, today: date
) -> Saved:
    """Write a safeguarding review, and the actions that come of it."""
    factor = {YES: True, NO: False}.get(given["factor"])
    asked = {field.name for field in fields_of(CaseReview)} - {
        "concern",
        "on",
        "factor",
    }
    texts = {key: given.get(key) or "" for key in asked - {"how"}}
    told = CaseReview(
        concern=given["which"],
        on=given.get("on") or today,
        factor=factor,
        how=tuple(given.get("how") or ()),
        **texts,
    )
    kept = work.add(told, file=found.file)
    actions = add_actions(work, found.file, given, of=kept.id)
    work.clear_draft(found.file, "concern_review")
    return Saved(
        say("Saved for {label}: a safeguarding review.", label=found.label),
        code=found.code,
        kind="case_review",
        id=kept.id,
        record=told,
        follows=(came_of_it(actions),) if actions else (),
        next=("concern", "show", short_id(given["which"])),
    )
