"""What a record is called: its kind in words, and the few words that tell it apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.debrief import OUTCOME_WORDS, Session
from inclusion_cli.domain.decision import CHOICE_WORDS
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.observation import SEEN_WORDS
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.plan import Away, Step
from inclusion_cli.domain.recheck import Found
from inclusion_cli.domain.record import fields_of
from inclusion_cli.domain.restriction import VERDICT_WORDS
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say as in_words

if TYPE_CHECKING:
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile

Names = Mapping[str, str]
"""What stands behind an id, in words."""

KIND_NAMES = {
    "action": in_words("action"),
    "after_action": in_words("after-action review"),
    "agreement": in_words("agreement about money"),
    "audit": in_words("audit"),
    "away": in_words("days away"),
    "call_ladder": in_words("ladder of calls"),
    "card": in_words("early-warning card"),
    "case_review": in_words("safeguarding review"),
    "characteristics": in_words("what they say about themselves"),
    "concern": in_words("safeguarding concern"),
    "consent": in_words("consent"),
    "debrief": in_words("debrief"),
    "decision": in_words("decision"),
    "disclosure": in_words("disclosure"),
    "event_plan": in_words("event plan"),
    "formulation": in_words("formulation"),
    "incident": in_words("incident"),
    "measure": in_words("measure"),
    "money_check": in_words("look at the week's money"),
    "observation": in_words("observation"),
    "paper": in_words("paper"),
    "partner": in_words("partner"),
    "person": in_words("name and file"),
    "plan": in_words("plan"),
    "preparation": in_words("check before a session"),
    "read_tick": in_words("read and understood"),
    "recheck": in_words("look at the formulation"),
    "reduction": in_words("temporary reduction"),
    "registration": in_words("registration"),
    "rehearsal": in_words("rehearsed sentence"),
    "reply": in_words("reply"),
    "restriction": in_words("restriction"),
    "restriction_review": in_words("review of a restriction"),
    "review": in_words("review"),
    "risk_decision": in_words("positive risk decision"),
    "risk_outcome": in_words("outcome of a risk decision"),
    "sample_read": in_words("file read for an audit"),
    "service": in_words("service"),
    "session": in_words("session"),
    "step": in_words("step"),
    "supervision": in_words("supervision"),
    "worker": in_words("key worker"),
}
"""What each kind of record is called."""


def kind_words(kind: str) -> str:
    """Return what a kind of record is called: "debrief", "days away"."""
    return KIND_NAMES.get(kind, kind)


def summary(record: Any, names: Names) -> str:
    """Return the few words that tell a record apart from others of its kind."""
    say = _SUMMARIES.get(kind_of(record))
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


_SUMMARIES: dict[str, Callable[[Any, Names], str]] = {
    "away": lambda r, _n: (
        in_words(
            "{value}, {first} to {last}",
            value=r.kind.value,
            first=say_day(r.first),
            last=say_day(r.last),
        )
        if r.first != r.last
        else f"{r.kind.value}, {say_day(r.first)}"
    ),
    "card": lambda r, _n: in_words("version {version}", version=r.version),
    "debrief": lambda r, n: f"{_step(r, n)}, {OUTCOME_WORDS[r.outcome]}",
    "decision": lambda r, n: f"{CHOICE_WORDS[r.choice]}, {_step(r, n)}",
    "formulation": lambda r, _n: in_words("version {version}", version=r.version),
    "observation": lambda r, _n: SEEN_WORDS[r.seen],
    "paper": lambda r, _n: _paper(r),
    "person": lambda r, _n: r.label,
    "plan": lambda r, _n: r.goal,
    "preparation": lambda r, n: f"{_step(r, n)}, {say_when(r.at)}",
    "recheck": lambda r, _n: in_words(
        "version {version}, {part}",
        version=r.version,
        part=in_words("still true")
        if r.found is Found.STILL_TRUE
        else in_words("something has changed"),
    ),
    "reply": lambda r, _n: r.about,
    "review": _step,
    "service": lambda r, _n: r.name,
    "session": lambda r, n: f"{say_when(r.at)}, {_step(r, n)}",
    "step": lambda r, _n: in_words(
        "step {number}, {title}", number=r.number, title=r.title
    ),
    "worker": lambda r, _n: r.name,
    "action": lambda r, _n: r.what.rstrip("."),
    "after_action": lambda r, _n: r.change.rstrip("."),
    "agreement": lambda r, _n: r.words.rstrip("."),
    "audit": lambda r, _n: r.month,
    "case_review": lambda r, _n: r.learning.rstrip("."),
    "consent": lambda r, _n: r.recipient or r.purpose,
    "disclosure": lambda r, _n: in_words("to {whom}", whom=r.recipient),
    "event_plan": lambda r, _n: f"{r.place}, {say_when(r.at)}",
    "incident": lambda r, _n: r.what.rstrip("."),
    "measure": lambda r, _n: _measure(r),
    "money_check": lambda r, _n: in_words("week of {week}", week=say_day(r.week)),
    "partner": lambda r, _n: r.name,
    "reduction": lambda r, n: in_words(
        "{step}, look again {day}", step=_step(r, n), day=say_day(r.look_again)
    ),
    "rehearsal": lambda r, _n: r.words.rstrip("."),
    "read_tick": lambda r, _n: in_words(
        "version {version}, {name}", version=r.version, name=r.name
    ),
    "restriction": lambda r, _n: r.what,
    "restriction_review": lambda r, n: (
        f"{VERDICT_WORDS[r.verdict]}, {r.now or n.get(r.restriction, '')}"
    ),
    "risk_decision": lambda r, _n: r.question,
    "supervision": lambda r, _n: in_words("with {whom}", whom=r.supervisor),
    "risk_outcome": lambda r, _n: r.happened,
}


PAPER_WORDS = {
    PaperKind.CARD: in_words("card"),
    PaperKind.REVIEW_PACK: in_words("review pack"),
    PaperKind.AUDIT: in_words("audit"),
    PaperKind.BRIEFING: in_words("briefing"),
    PaperKind.COMMISSIONER: in_words("commissioner's pack"),
    PaperKind.CONSENT_COPY: in_words("copy of a consent"),
    PaperKind.CONTINUITY: in_words("continuity pack"),
    PaperKind.DASHBOARD: in_words("dashboard"),
    PaperKind.EVENING: in_words("evening sheet"),
    PaperKind.INSPECTOR: in_words("inspector's pack"),
    PaperKind.LETTER: in_words("letter"),
    PaperKind.MY_RECORD: in_words("their own record"),
    PaperKind.SAFEGUARDING: in_words("safeguarding pack"),
    PaperKind.SUPERVISION: in_words("supervision paper"),
    PaperKind.TRACE: in_words("trace"),
    PaperKind.VISIT: in_words("visit sheet"),
}


def _paper(paper: Paper) -> str:
    if paper.kind is not PaperKind.CARD:
        return in_words(
            "{what} for {recipient}",
            what=PAPER_WORDS[paper.kind],
            recipient=paper.recipient,
        )
    who = (
        in_words("the person's own")
        if paper.holder is Holder.PERSON
        else in_words("staff's")
    )
    return in_words(
        "card version {version}, {who} copy", version=paper.version, who=who
    )


def _measure(measure: Any) -> str:
    """Return what was measured, of what, and what it came to."""
    from inclusion_cli.domain.measure_says import in_short  # noqa: PLC0415

    return in_short(measure)


def everything(case: Casefile) -> Iterator[Kept[Any]]:
    """Return every record that stands in a file, kind by kind."""
    seen: set[str] = set()
    for held in (case, case.safety):
        for field in fields_of(held):
            value = getattr(held, field.name)
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
