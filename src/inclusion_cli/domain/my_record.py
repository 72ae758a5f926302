"""The person's own copy of their record: in order, their words first, in plain English.

All that is written in their file, but for what `my_record_leaves` says. Our own
sentences keep the easy-read rules of practice reference 3.1: one idea, 15 words at the
most, no abbreviations. What people said stays as they said it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import Review
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.my_record_leaves import (
    GUESS,
    NAMED,
    OTHERS,
    LeftOut,
    kept_back,
    names_somebody,
    of_others,
    without_the_log,
)
from inclusion_cli.domain.naming import everything, names_of
from inclusion_cli.domain.paper_parts import PaperLine, Part, PartsPaper
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.ties import seen_in
from inclusion_cli.domain.told import Told, told
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.sheet import Sheet

POINTS, LARGE = 14, 18
"""Sizes of letters: easy read is 14 at the least, large print 18; reference 3.1."""
OWN_WORDS = (
    *("account", "words", "wish", "view", "feels", "person_said", "withdrawn_words"),
    *("what_matters", "goal", "wishes", "outcomes", "change", "told_how"),
)
"""Fields that hold the person's own words: they come first."""
HEADS = {
    "action": say("Something to be done"),
    "after_action": say("Looking back at what happened"),
    "agreement": say("What you agreed about money"),
    "away": say("Days you were away"),
    "card": say("Your card"),
    "case_review": say("Looking back at a worry about your safety"),
    "characteristics": say("What you said about yourself"),
    "concern": say("A worry about your safety"),
    "consent": say("What you agreed to, or did not"),
    "debrief": say("How a session went"),
    "decision": say("A decision about your step"),
    "disclosure": say("Somebody was told"),
    "event_plan": say("A plan for an evening"),
    "formulation": say("What matters, what is hard, and what helps"),
    "incident": say("Something that went wrong, or nearly"),
    "measure": say("Questions you answered"),
    "money_check": say("Looking at money together"),
    "observation": say("Something between sessions"),
    "paper": say("A paper that was made"),
    "person": say("Your name here"),
    "plan": say("What you are working towards"),
    "preparation": say("Getting ready for a session"),
    "read_tick": say("A worker read about your plan"),
    "recheck": say("Looking again at what helps"),
    "reduction": say("Less for a time"),
    "rehearsal": say("A sentence you practised"),
    "reply": say("What you replied"),
    "restriction": say("A limit"),
    "restriction_review": say("Looking again at a limit"),
    "review": say("A review of your step"),
    "risk_decision": say("A risk that was weighed with you"),
    "risk_outcome": say("How that risk went"),
    "session": say("A session that was planned"),
    "step": say("A step"),
}
"""What each kind of record is, in words its person would use."""
LEAD = (
    say("This is your own copy of what we write about you."),
    say("It begins with the first day. Your own words come first."),
    say("Is something wrong, or missing? Tell us. Your words are put beside it."),
    say("Other people's words may be left out. The last part says how to ask."),
)
LAST = (
    say("You may ask for what is left out, and why it is."),
    say("Ask your key worker or the manager. You need not say why you ask."),
    say("An answer is due within one month."),
    say("You may also complain to the Information Commissioner."),
)
NONE_LEFT = say("Nothing is left out.")
LINES = (*LEAD, *LAST, NONE_LEFT, *HEADS.values())
"""Every sentence of ours in the copy: a test holds them to the easy-read rules."""


@record
class MyRecord:
    """The copy, and what is not in it."""

    paper: PartsPaper
    left_out: tuple[LeftOut, ...]


def my_record(
    case: Casefile,
    sheet: Sheet,
    *,
    names: Iterable[str],
    allowed: Iterable[str] = (),
    large: bool,
) -> MyRecord:
    """Return the person's own copy.

    `names` are those of other people of the service; `allowed` are the keys of pieces
    about others that may stay in.
    """
    names, allowed = tuple(names), frozenset(allowed)
    parts: list[Part] = []
    out: list[LeftOut] = []
    back = kept_back(case)
    for kept in in_order(case):
        if kept.id in back:
            out.append(LeftOut(kept.id, HEADS[kind_of(kept.record)], back[kept.id]))
            continue
        lines, left = _lines(case, kept, names, allowed)
        out += left
        if lines:
            parts.append(Part(_title(kept), lines))
    paper = PartsPaper(
        sheet=sheet,
        name=say("Your own record"),
        title=say("{name}: your own record", name=case.known_as),
        lead=LEAD,
        parts=(*parts, _last(len(out))),
        points=LARGE if large else POINTS,
    )
    return MyRecord(paper, tuple(out))


def pieces(case: Casefile, names: Iterable[str]) -> tuple[LeftOut, ...]:
    """Return the pieces of or about others that somebody may let in."""
    names, back = tuple(names), kept_back(case)
    return tuple(
        left
        for kept in in_order(case)
        if kept.id not in back
        for left in _lines(case, kept, names, frozenset())[1]
        if left.key
    )


def in_order(case: Casefile) -> tuple[Kept[Any], ...]:
    """Return every record of a file in order of time."""
    return tuple(sorted(everything(case), key=lambda kept: kept.order))


def _title(kept: Kept[Any]) -> str:
    return say("{day}: {what}", day=say_day(kept.on), what=HEADS[kind_of(kept.record)])


def _lines(
    case: Casefile, kept: Kept[Any], names: tuple[str, ...], allowed: frozenset[str]
) -> tuple[tuple[PaperLine, ...], list[LeftOut]]:
    """Return what a record says in the copy, and what of it is left out."""
    out: list[LeftOut] = []
    said: list[Told] = []
    for line in _said(case, kept):
        field = line.key.partition(".")[0]
        others = of_others(kept, field)
        key = f"{short_id(kept.id)}.{line.key}"
        named = names_somebody(line.says, names)
        if (others or named) and key not in allowed:
            why = OTHERS if others else NAMED
            out.append(LeftOut(kept.id, line.label, why, key, line.says))
        else:
            said.append(line)
    if isinstance(kept.record, Preparation) and kept.record.workers:
        out.append(LeftOut(kept.id, HEADS["preparation"], GUESS))
    own = [line for line in said if line.key.rpartition(".")[2] in OWN_WORDS]
    rest = [line for line in said if line not in own]
    ids = (short_id(kept.id),)
    lines = [
        *(PaperLine("", label=line.label, quote=line.says) for line in own),
        *(PaperLine(line.says, label=line.label) for line in rest),
    ]
    if lines:
        lines[-1] = replace(lines[-1], ids=ids)
    return tuple(lines), out


def _said(case: Casefile, kept: Kept[Any]) -> Iterator[Told]:
    seen = without_the_log(seen_in(case, kept).record)
    if isinstance(seen, Preparation):
        seen = replace(seen, workers=None)
    yield from told(seen, asked={}, names=names_of(case))
    if isinstance(seen, Review):
        for number, line in enumerate((*seen.evidence, *seen.pause_signs), start=1):
            yield Told(f"evidence.{number}", line.agreed, line.shows)


def _last(number: int) -> Part:
    """Return what is said of what is left out: how much, and how to ask."""
    title = say("What is not in this copy")
    if not number:
        return Part(title, (PaperLine(NONE_LEFT),))
    count = say_many("{number} thing is", "{number} things are", number)
    first = PaperLine(say("{count} left out.", count=count), strong=True)
    return Part(title, (first, *(PaperLine(line) for line in LAST)))
