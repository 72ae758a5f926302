"""Taking back one's own last save, until something rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from inclusion_cli.casework.look_up import no_persons
from inclusion_cli.domain.decision import Decision
from inclusion_cli.domain.kept import Trace, short_id
from inclusion_cli.domain.paper import SHOWS_THE_RECORD, Paper, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

TAKEN_BACK = "taken_back"
KIND_WORDS = {
    "action": say("an action"),
    "after_action": say("an after-action review"),
    "agreement": say("an agreement about money"),
    "audit": say("an audit"),
    "away": say("days away"),
    "call_ladder": say("the ladder of calls"),
    "card": say("the card"),
    "case_review": say("a safeguarding review"),
    "characteristics": say("what they say about themselves"),
    "concern": say("a safeguarding concern"),
    "consent": say("a consent"),
    "debrief": say("a debrief"),
    "decision": say("a decision"),
    "event_plan": say("an event plan"),
    "formulation": say("the formulation"),
    "incident": say("an incident"),
    "measure": say("a measure"),
    "money_check": say("a look at the week's money"),
    "observation": say("an observation"),
    "paper": say("what became of a copy"),
    "partner": say("a partner"),
    "person": say("the name or file"),
    "plan": say("the plan"),
    "preparation": say("a check before a session"),
    "read_tick": say("that it was read"),
    "recheck": say("a look at the formulation"),
    "reduction": say("a temporary reduction"),
    "registration": say("the registration"),
    "rehearsal": say("a rehearsed sentence"),
    "reply": say("a reply"),
    "restriction": say("a restriction"),
    "restriction_review": say("a review of a restriction"),
    "review": say("a review"),
    "risk_decision": say("a positive risk decision"),
    "risk_outcome": say("the outcome of a risk decision"),
    "sample_read": say("that a file was read for an audit"),
    "session": say("a planned session"),
    "step": say("a step"),
    "supervision": say("a supervision"),
}
"""What can be taken back, in words. A paper that was made stays made."""


class NothingToTakeBack(NothingFound):
    """The worker has saved nothing that could be taken back."""

    hint = say("To see what is due, type: inclusion")

    def __init__(
        self, told: str = say("You have saved nothing that can be taken back.")
    ) -> None:
        super().__init__(told)


class UsedAlready(RuleSaysNo):
    """Something rests on it: it is mended by a new record instead."""

    def __init__(self, what: str, record: str) -> None:
        super().__init__(say("This cannot be taken back: {what}.", what=what))
        self.hint = say(
            "To change it, type: inclusion amend {record}", record=short_id(record)
        )


@dataclass(frozen=True)
class LastSave:
    """What would be taken back: whose, what and when."""

    entries: tuple[Trace, ...]
    code: str
    label: str
    what: str
    at: datetime


def last_save(work: Work) -> LastSave:
    """Return this worker's last save. Raises NothingToTakeBack or UsedAlready."""
    entries = work.last_written()
    kinds = dict.fromkeys(_words(e) for e in entries if e.kind in KIND_WORDS)
    others = {entry.kind for entry in entries} - KIND_WORDS.keys() - {TAKEN_BACK}
    if entries and all(entry.kind == TAKEN_BACK for entry in entries):
        raise NothingToTakeBack(say("Your last save was taken back already."))
    if not kinds or others:
        raise NothingToTakeBack
    written = tuple(entry for entry in entries if entry.kind != TAKEN_BACK)
    _refuse_used(work, written)
    people = {kept.file: kept.record for kept in work.all(Person)}
    person = people.get(written[0].file)
    at = entries[0].recorded_at.astimezone()
    what = " and ".join(kinds)
    for entry in entries:
        if entry.moves:
            what = say(
                "{what} moved here from {label},",
                what=what,
                label=people[entry.file].label,
            )
    ours = no_persons(work, written[0].file)
    code, label = (person.code, person.label) if person else ("", ours)
    return LastSave(entries, code, label, what, at)


def _words(entry: Trace) -> str:
    """Return what an entry saved, in words."""
    what = KIND_WORDS[entry.kind]
    return say("a change to {what}", what=what) if entry.amends else what


def _refuse_used(reading: Reading, entries: tuple[Trace, ...]) -> None:
    records = {entry.record for entry in entries}
    file, saved_at = entries[0].file, entries[0].recorded_at
    for decision in reading.all(Decision, file=file):
        since = decision.recorded_at > saved_at
        if since and records & set(decision.record.cites):
            raise UsedAlready(say("a decision rests on it"), entries[0].record)
    for paper in reading.all(Paper, file=file):
        shows = paper.record.kind in (PaperKind.CARD, *SHOWS_THE_RECORD)
        if shows and paper.recorded_at >= saved_at:
            on_paper = say("it is on a paper that was made since")
            raise UsedAlready(on_paper, entries[0].record)


def take_back(work: Work, save: LastSave) -> Saved:
    """Take a save back: it stays in the log and no longer counts."""
    for entry in reversed(save.entries):
        work.take_back(entry, reason=say("taken back by its author"))
    return Saved(
        say(
            "Taken back for {label}: {rstrip}. It stays in the history.",
            label=save.label,
            rstrip=save.what.rstrip(","),
        ),
        code=save.code,
        kind="taken_back",
        next=("today",),
        undo=False,
    )
