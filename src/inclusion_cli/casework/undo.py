"""Taking back one's own last save, until something rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from inclusion_cli.casework.disclosure import THE_REST
from inclusion_cli.casework.look_up import case_of, no_persons
from inclusion_cli.domain.decision import Decision
from inclusion_cli.domain.disclosure import Disclosure
from inclusion_cli.domain.kept import Trace, short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.naming import everything, kind_words
from inclusion_cli.domain.paper import SHOWS_THE_RECORD, Paper, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.ties import records_on
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

TAKEN_BACK = "taken_back"
SET_UP = frozenset(("service", "worker"))
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
RECALLED = say("that something was called back")


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


class StaysTold(RuleSaysNo):
    """The last save is one that is out of the house: undo does not reach past it."""

    def __init__(self, what: str, code: str) -> None:
        super().__init__(
            say(
                "Your last save, {what}, stays: it is out. Nothing was taken back.",
                what=what,
            )
        )
        self.hint = say("To change what you saved before it, type: inclusion amend")
        if code:
            self.hint = say(
                "To end what was agreed: inclusion consent withdraw {code}. To call "
                "back what was told: inclusion disclosure recalled {code}. To change "
                "what you saved before it: inclusion amend",
                code=code,
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
    """Return this worker's last save.

    Raises NothingToTakeBack, UsedAlready, or StaysTold where something was told since.
    """
    entries = work.last_written()
    _refuse_told(work, entries)
    heard = {entry.entry for entry in entries if _called_back(work, entry)}
    kinds = dict.fromkeys(_words(e) for e in entries if e.kind in KIND_WORDS)
    if heard:
        kinds = {RECALLED: None}
    others = {entry.kind for entry in entries if entry.entry not in heard}
    others -= {*KIND_WORDS, TAKEN_BACK}
    if entries and all(entry.kind == TAKEN_BACK for entry in entries):
        raise NothingToTakeBack(say("Your last save was taken back already."))
    if others - SET_UP:
        written = tuple(entry for entry in entries if entry.kind in others)
        raise StaysTold(_told_words(work, written), _code_of(work, entries[0].file))
    if not kinds or others:
        raise NothingToTakeBack
    written = tuple(entry for entry in entries if entry.kind != TAKEN_BACK)
    _refuse_used(work, written)
    _refuse_rested_on(work, written)
    people = {kept.file: kept.record for kept in work.all(Person)}
    person = people.get(written[0].file)
    at = entries[0].recorded_at.astimezone()
    what = " and ".join(kinds)
    closed = person is not None and person.closed_on is not None
    if closed and {entry.kind for entry in written} == {"person"}:
        what = say("the closing of the file")
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


def _called_back(reading: Reading, entry: Trace) -> bool:
    """Say whether an entry keeps that we heard of a calling back.

    That is our own note of what we were told. It is not out of the house.
    """
    if entry.kind != "disclosure" or not entry.amends or entry.reason == THE_REST:
        return False
    told = reading.get(Disclosure, entry.record)
    return told is not None and told.record.recalled_on is not None


def _refuse_told(work: Work, entries: tuple[Trace, ...]) -> None:
    """Refuse to reach past a paper that was made, or past what was told."""
    of_the_save = {entry.entry for entry in entries}
    told = tuple(one for one in work.last_told() if one.entry not in of_the_save)
    if not told:
        return
    standing = tuple(entry for entry in entries if entry.kind in KIND_WORDS)
    if standing and not any(entry.kind == TAKEN_BACK for entry in entries):
        _refuse_used(work, standing)
    raise StaysTold(_told_words(work, told), _code_of(work, told[-1].file))


def _told_words(reading: Reading, entries: tuple[Trace, ...]) -> str:
    """Return what was told or printed last, in words."""
    file, last = entries[-1].file, entries[-1]
    for entry in reversed(entries):
        for told in reading.all(Disclosure, file=file):
            if told.id == entry.record:
                return say("that something was told to {to}", to=told.record.recipient)
    if last.kind == "paper":
        return say("that a paper was made")
    return say("a change to {what}", what=kind_words(last.kind))


def _code_of(reading: Reading, file: str) -> str:
    """Return the code of the person whose file it is, "" for nobody's."""
    case = case_of(reading, file)
    return case.person.record.code if case else ""


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


def _refuse_rested_on(reading: Reading, entries: tuple[Trace, ...]) -> None:
    """Refuse a new record that another one rests on, written by anybody since."""
    case = case_of(reading, entries[0].file)
    if case is None:
        return
    new = {entry.record for entry in entries if not entry.amends}
    for kept in everything(case):
        for other in records_on(case, kept) if kept.id in new else ():
            if other.recorded_at > entries[0].recorded_at:
                what = kind_words(kind_of(other.record))
                raise UsedAlready(say("a {what} rests on it", what=what), kept.id)


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
