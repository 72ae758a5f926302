"""Amending a record: a new version with a reason, over all that stood."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.casework.look_up import no_persons
from inclusion_cli.casework.why import kept_of
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
from inclusion_cli.errors import ChangedMeanwhile
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


class RecordChanged(ChangedMeanwhile):
    """The record was amended in another window while it was being amended here."""

    def __init__(self, kept: Kept[Any]) -> None:
        super().__init__("")
        what, short = kind_words(kind_of(kept.record)), short_id(kept.id)
        self.args = (
            say(
                "This {what} was changed in another window. Nothing was saved over it.",
                what=what,
            ),
        )
        self.hint = say(
            "Your answers are kept. To see what it says now, type: inclusion history "
            "{short}. To carry on, type: inclusion amend {short}",
            short=short,
        )


def amend_record(
    work: Work,
    case: Casefile | None,
    kept: Kept[R],
    record: R,
    *,
    reason: str,
    asked: Labels,
    draft: str = "",
) -> Saved:
    """Write a new version over every one that stands.

    `case` is None for what stands in no person's file. Nothing is written where
    nothing changed. `draft` is the one that was answered; a script answers none, and
    what was begun in a window stays. Raises RecordChanged.
    """
    code = case.person.record.code if case else ""
    label = case.label if case else no_persons(work, kept.file)
    what = kind_words(kind_of(record))
    work.clear_draft(kept.file, draft)
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
    try:
        work.correct(kept, record, reason=reason, happened_at=_happened(kept, record))
    except ChangedMeanwhile:
        raise RecordChanged(kept) from None
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
    yield from _differs(case, kept, record, asked)
    if case:
        yield from _rests(case, kept)


def changed_since(
    case: Casefile | None, trail: Trail, entry: str, asked: Labels
) -> tuple[str, ...]:
    """Return what was changed since the version a draft was begun on, in words."""
    began = next((past for past in trail.versions if past.entry == entry), None)
    stands = trail.standing
    if began is None or stands is None or stands.entry == entry:
        return ()
    heading = say("This was changed in another window after you began:")
    if began.record is None or stands.record is None:
        return (heading,)
    kept = kept_of(trail, began)
    return (heading, *_differs(case, kept, stands.record, asked))


def _differs(
    case: Casefile | None, kept: Kept[Any], record: Any, asked: Labels
) -> Iterator[str]:
    """Return each line of a record that is no longer what it was, in a sentence."""
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
