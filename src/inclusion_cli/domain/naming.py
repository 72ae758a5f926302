"""What a record is called: its kind in words, and the few words that tell it apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.debrief import OUTCOME_WORDS, Debrief, Session
from inclusion_cli.domain.decision import CHOICE_WORDS, Decision, Review
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.observation import SEEN_WORDS, Observation
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Away, Plan, Step
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.recheck import Found, Recheck
from inclusion_cli.domain.reply import Reply
from inclusion_cli.domain.service import Service, Worker
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say as in_words

if TYPE_CHECKING:
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile

Names = Mapping[str, str]
"""What stands behind an id, in words."""

KIND_NAMES = {
    "away": in_words("days away"),
    "card": in_words("early-warning card"),
    "debrief": in_words("debrief"),
    "decision": in_words("decision"),
    "formulation": in_words("formulation"),
    "observation": in_words("observation"),
    "paper": in_words("paper"),
    "person": in_words("name and file"),
    "plan": in_words("plan"),
    "preparation": in_words("check before a session"),
    "recheck": in_words("look at the formulation"),
    "reply": in_words("reply"),
    "review": in_words("review"),
    "service": in_words("service"),
    "session": in_words("session"),
    "step": in_words("step"),
    "worker": in_words("key worker"),
}
"""What each kind of record is called."""


def kind_words(kind: str) -> str:
    """Return what a kind of record is called: "debrief", "days away"."""
    return KIND_NAMES.get(kind, kind)


def summary(record: Any, names: Names) -> str:
    """Return the few words that tell a record apart from others of its kind."""
    say = _SUMMARIES.get(type(record))
    return say(record, names) if say else ""


def called(kind: str, record: Any, names: Names) -> str:
    """Return what a record is and what tells it apart: "Debrief: step 1, A walk"."""
    said, own = summary(record, names), kind_words(kind)
    if not said or said.startswith(f"{own} "):
        return capital(said or own)
    return f"{capital(own)}: {said}"


def named(kind: str, record: Any, at: datetime, names: Names) -> str:
    """Return a record in a line: what it is, its day, and what tells it apart."""
    what, own = summary(record, names), kind_words(kind)
    if what.startswith(f"{own} "):
        return capital(what)
    day = (
        ""
        if isinstance(record, Session | Away)
        else in_words(" of {date}", date=say_day(at.date()))
    )
    return f"{capital(own)}{day}{f': {what}' if what else ''}"


def _step(record: Any, names: Names) -> str:
    return names.get(record.step, "a step")


_SUMMARIES: dict[type[Any], Callable[[Any, Names], str]] = {
    Away: lambda r, _n: (
        in_words(
            "{value}, {first} to {last}",
            value=r.kind.value,
            first=say_day(r.first),
            last=say_day(r.last),
        )
        if r.first != r.last
        else f"{r.kind.value}, {say_day(r.first)}"
    ),
    Card: lambda r, _n: in_words("version {version}", version=r.version),
    Debrief: lambda r, n: f"{_step(r, n)}, {OUTCOME_WORDS[r.outcome]}",
    Decision: lambda r, n: f"{CHOICE_WORDS[r.choice]}, {_step(r, n)}",
    Formulation: lambda r, _n: in_words("version {version}", version=r.version),
    Observation: lambda r, _n: SEEN_WORDS[r.seen],
    Paper: lambda r, _n: _paper(r),
    Person: lambda r, _n: r.label,
    Plan: lambda r, _n: r.goal,
    Preparation: lambda r, n: f"{_step(r, n)}, {say_when(r.at)}",
    Recheck: lambda r, _n: in_words(
        "version {version}, {part}",
        version=r.version,
        part=in_words("still true")
        if r.found is Found.STILL_TRUE
        else in_words("something has changed"),
    ),
    Reply: lambda r, _n: r.about,
    Review: _step,
    Service: lambda r, _n: r.name,
    Session: lambda r, n: f"{say_when(r.at)}, {_step(r, n)}",
    Step: lambda r, _n: in_words(
        "step {number}, {title}", number=r.number, title=r.title
    ),
    Worker: lambda r, _n: r.name,
}


def _paper(paper: Paper) -> str:
    if paper.kind is PaperKind.CARD:
        who = (
            in_words("the person's own")
            if paper.holder is Holder.PERSON
            else in_words("staff's")
        )
        return in_words(
            "card version {version}, {who} copy", version=paper.version, who=who
        )
    return in_words("review pack for {recipient}", recipient=paper.recipient)


def everything(case: Casefile) -> Iterator[Kept[Any]]:
    """Return every record that stands in a file, kind by kind."""
    seen: set[str] = set()
    for field in fields(case):
        value = getattr(case, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Kept) and part.id not in seen:
                seen.add(part.id)
                yield part


def names_of(case: Casefile) -> dict[str, str]:
    """Return what stands behind each id of a file, in words."""
    names = {step.id: _step_name(step.record) for step in case.steps}
    for step in case.steps:
        names |= {one.id: one.text for one in step.record.behaviours}
        names |= {one.id: one.text for one in step.record.limits}
    if case.formulation:
        names |= {t.id: t.situation for t in case.formulation.record.triggers}
    for kept in everything(case):
        if kept.id not in names:
            said = summary(kept.record, names)
            names[kept.id] = f"{said} ({short_id(kept.id)})"
    return names


def _step_name(step: Step) -> str:
    return in_words("step {number}, {title}", number=step.number, title=step.title)
