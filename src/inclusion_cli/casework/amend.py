"""Amending a record: a new version with a reason, over all that stood."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.casework.look_up import no_persons
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import CHOICE_WORDS, Decision, Review
from inclusion_cli.domain.formulation import Formulation, same_content
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.naming import kind_words, names_of
from inclusion_cli.domain.plan import BASELINE_DAYS, Away, AwayKind, Plan
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.ties import decisions_on, seen_in, shown_on
from inclusion_cli.domain.told import changed, told
from inclusion_cli.domain.values import NO
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.person import Person
    from inclusion_cli.domain.told import Labels
    from inclusion_cli.domain.trail import Trail
    from inclusion_cli.store.work import Work

R = TypeVar("R")
MOST_CHANGES = 9
NOT_AMENDED = {
    "characteristics": (
        say("What somebody says about themselves is not changed. It is said anew."),
        say("To say it anew, type: inclusion person about"),
    ),
    "paper": (
        say("A paper that was made stays as it was."),
        say("To make it again: inclusion review, or inclusion card print."),
    ),
    "disclosure": (
        say("That something was told stays as it was written."),
        say("To add what is still asked, type: inclusion disclosure finish"),
    ),
    "recheck": (
        say("A look at the formulation stays as it was."),
        say("To look again, type: inclusion formulate confirm"),
    ),
    "read_tick": (
        say("That somebody has read it stays as it was ticked."),
        say("To tick a version, type: inclusion formulate read"),
    ),
    "reply": (
        say("A reply is never written over. Another one stands beside it."),
        say("To add one, type: inclusion reply"),
    ),
    "after_action": (
        say("A review of an incident stays as it was. Another one stands beside it."),
        say("To write another, type: inclusion incident review"),
    ),
    "case_review": (
        say("A safeguarding review stays as it was. Another one stands beside it."),
        say("To write another, type: inclusion concern review"),
    ),
    "call_ladder": (
        say("The ladder of calls is written anew."),
        say("To change it, type: inclusion incident ladder"),
    ),
    "audit": (
        say("An audit stays as it was kept. The next one says what became of it."),
        say("To keep one anew, type: inclusion audit"),
    ),
    "sample_read": (
        say("What was seen in a file stays as it was written."),
        say("To write more, type: inclusion audit read"),
    ),
    "supervision": (
        say("What was thought about in a supervision stays as it was written."),
        say("Take the last one back with inclusion undo, or note another one."),
    ),
    "registration": (
        say("What was said of the registration stays as it was said."),
        say("To say it anew, type: inclusion pack inspector"),
    ),
    "restriction_review": (
        say("A look at a limit stays as it was."),
        say("To look again, type: inclusion restriction review"),
    ),
    "risk_decision": (
        say(
            "The reasons of a risk decision are locked: they stand as they were "
            "before anybody knew how it went."
        ),
        say("To tell how it went, type: inclusion decide-risk outcome"),
    ),
    "service": (say("The name of the service is not changed here."), ""),
    "worker": (say("The name of a key worker is not changed here."), ""),
}


_WRITE_ANOTHER = say("Write another one, and close this one.")


def _ours(kind: str) -> str:
    """Return why a record of the service, of a kind that can be opened, is not."""
    return say(
        "This {kind_words} stands in the service's own file. It is not opened again.",
        kind_words=kind_words(kind),
    )


class NotAmended(RuleSaysNo):
    """A kind of record that nobody changes after it was made."""

    def __init__(self, kind: str) -> None:
        told, self.hint = NOT_AMENDED.get(kind, (_ours(kind), _WRITE_ANOTHER))
        super().__init__(told)


class NothingStands(NothingFound):
    """What was taken back or moved cannot be amended."""

    def __init__(self, trail: Trail) -> None:
        gone = say("moved to another file") if trail.moved_away else say("taken back")
        super().__init__(
            say(
                "This {kind_words} was {gone}. Nothing stands.",
                kind_words=kind_words(trail.kind),
                gone=gone,
            )
        )
        self.hint = say(
            "To see it, type: inclusion history {short_id}", short_id=short_id(trail.id)
        )


class CannotRead(NothingFound):
    """A record this program does not understand is not changed by it."""

    hint = say("Install the newer version of inclusion on this computer.")

    def __init__(self, kind: str) -> None:
        super().__init__(
            say("This {kind_words} cannot be read here.", kind_words=kind_words(kind))
        )


def amend_record(
    work: Work,
    case: Casefile | None,
    kept: Kept[R],
    record: R,
    *,
    reason: str,
    asked: Labels,
) -> Saved:
    """Write a new version over every one that stands.

    `case` is None for what stands in no person's file. Nothing is written where
    nothing changed. Raises ChangedMeanwhile.
    """
    code = case.person.record.code if case else ""
    label = case.label if case else no_persons(work, kept.file)
    what = kind_words(kind_of(record))
    work.clear_draft(kept.file, draft_name(kept.id))
    if record == kept.record and kept.forks == 1:
        return Saved(
            say("Nothing changed for {label}. Nothing was saved.", label=label),
            code=code,
            kind=kind_of(record),
            id=kept.id,
            next=("history", short_id(kept.id)),
            undo=False,
            saved=False,
        )
    work.amend(kept, record, reason=reason, happened_at=_happened(kept, record))
    return Saved(
        say("Changed for {label}: {what}.", label=label, what=what),
        code=code,
        kind=kind_of(record),
        id=kept.id,
        record=_seen(case, replace(kept, record=record)),
        follows=tuple(_follows(case, kept, record, asked)),
        next=("history", short_id(kept.id)),
    )


def _seen(case: Casefile | None, kept: Kept[Any]) -> Any:
    return seen_in(case, kept).record if case else kept.record


def draft_name(record_id: str) -> str:
    """Return the name of the draft of a change."""
    return f"amend:{record_id}"


def _happened(kept: Kept[Any], record: Any) -> datetime:
    """Return when it happened: mending what was written changes that only by itself."""
    at = getattr(record, "at", None)
    if isinstance(at, datetime):
        return at
    if isinstance(record, Away) and record.first != kept.record.first:
        return datetime.combine(record.first, time.min).astimezone()
    return kept.happened_at


def _follows(
    case: Casefile | None, kept: Kept[Any], record: Any, asked: Labels
) -> Iterator[str]:
    names = names_of(case) if case else {}
    was, now = (
        told(_seen(case, replace(kept, record=said)), asked=asked, names=names)
        for said in (kept.record, record)
    )
    found = changed(was, now)
    yield from (change.words() for change in found[:MOST_CHANGES])
    if len(found) > MOST_CHANGES:
        yield say(
            "And {counted}.",
            counted=say_many(
                "{number} more change",
                "{number} more changes",
                len(found) - MOST_CHANGES,
            ),
        )
    if case:
        yield from _rests(case, kept)


def _rests(case: Casefile, kept: Kept[Any]) -> Iterator[str]:
    """Return what rests on a record, and shows it on paper."""
    resting = decisions_on(case, kept.id)
    if resting:
        rests = "rests" if len(resting) == 1 else "rest"
        named = "; ".join(
            say(
                "{choice_words} on {on}",
                choice_words=CHOICE_WORDS[d.record.choice],
                on=say_day(d.record.on),
            )
            for d in resting
        )
        yield say(
            "{resting} {rests} on it: {named}.",
            resting=say_many("{number} decision", "{number} decisions", len(resting)),
            rests=rests,
            named=named,
        )
        yield say("The evidence as it was shown then stays with it.")
    for paper in tuple(shown_on(case, kept))[-1:]:
        day = say_day(paper.record.on)
        yield say("The paper of {day} was made before this change.", day=day)


# --- what the answers make of a record ----------------------------------------------


def away_from(answers: Mapping[str, Any]) -> Away:
    """Return the days away that answers stand for."""
    return Away(AwayKind(answers["kind"]), answers["first"], answers["last"])


def person_from(old: Person, answers: Mapping[str, Any]) -> Person:
    """Return a person as answers change them; a file that was closed may be open."""
    closed = old.closed_on is not None and answers.get("closed") != NO
    return replace(
        old,
        name=answers["name"],
        known_as=answers["known_as"],
        closed_on=answers.get("closed_on") if closed else None,
        closed_because=(answers.get("because") or "") if closed else "",
    )


def next_formulation(old: Formulation, made: Formulation) -> Formulation:
    """Return the version that answers make; one that says the same keeps its signs.

    Another day to look at it again is no other formulation.
    """
    if same_content(old, made):
        return replace(old, review_on=made.review_on)
    return made


def plan_from(old: Plan, answers: Mapping[str, Any]) -> Plan:
    """Return a plan as answers change it."""
    contacts = answers.get("baseline_contacts")
    days = old.baseline_days or BASELINE_DAYS
    return replace(
        old,
        goal=answers["goal"],
        baseline_contacts=contacts,
        baseline_days=days if contacts is not None else None,
        goal_rating=answers.get("goal_rating"),
        oversight=answers.get("oversight") or "",
        pace_agreed_with=answers.get("pace_agreed_with") or "",
    )


def decision_from(old: Decision, answers: Mapping[str, Any]) -> Decision:
    """Return a decision with other words: its choice and its evidence stay."""
    told: dict[str, Any] = {
        key: value if key == "look_again" else value or ""
        for key, value in answers.items()
    }
    return replace(old, **told)


def review_from(old: Review, answers: Mapping[str, Any]) -> Review:
    """Return a review with other words: its evidence stays."""
    return replace(old, wish=answers["wish"])
