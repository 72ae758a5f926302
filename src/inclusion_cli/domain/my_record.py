"""The person's own copy of their record: in order, their words first, in plain English.

All that is written in their file, but for what `my_record_leaves` says. Our own
sentences keep the easy-read rules of practice reference 3.1: one idea, 15 words at the
most, no abbreviations. What people said stays as they said it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.field_words import FIELD_WORDS
from inclusion_cli.domain.for_now import said_to_you
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.my_record_leaves import (
    GUESS,
    NAMED,
    OTHERS,
    LeftOut,
    names_somebody,
    of_others,
    without_the_log,
)
from inclusion_cli.domain.my_record_rows import Piece, Told, pieces_of
from inclusion_cli.domain.my_record_words import (
    HEADS,
    WORDINGS,
    in_paragraphs,
    plain_names,
    sentences_of_ours,
)
from inclusion_cli.domain.naming import everything
from inclusion_cli.domain.paper_parts import PaperLine, Part, PartsPaper
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.restriction import Restriction
from inclusion_cli.domain.restrictions import in_force
from inclusion_cli.domain.ties import seen_in
from inclusion_cli.domain.values import lowered
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.sheet import Sheet

POINTS, LARGE = 14, 18
"""Sizes of letters: easy read is 14 at the least, large print 18; reference 3.1."""
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
HOLDS = say("This limit held when this copy was made.")
NO_AUTHORITY = say(
    "This limit stands, but nobody may hold you to it: it was not agreed anew."
)
LINES = (*LEAD, *LAST, NONE_LEFT, HOLDS, NO_AUTHORITY, *sentences_of_ours())
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
    out: list[LeftOut] = []
    back = kept_back(case)
    days: dict[str, list[PaperLine]] = {}
    for kept in in_order(case):
        if kept.id in back:
            out.append(LeftOut(kept.id, HEADS[kind_of(kept.record)], back[kept.id]))
            continue
        lines, left = _lines(case, kept, names, allowed, sheet.made_on)
        out += left
        days.setdefault(say_day(kept.on), []).extend(lines)
    parts = [Part(day, tuple(lines)) for day, lines in days.items() if lines]
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
        for left in _lines(case, kept, names, frozenset(), kept.on)[1]
        if left.key
    )


def in_order(case: Casefile) -> tuple[Kept[Any], ...]:
    """Return every record of a file in order of time."""
    return tuple(sorted(everything(case), key=lambda kept: kept.order))


def _lines(
    case: Casefile,
    kept: Kept[Any],
    names: tuple[str, ...],
    allowed: frozenset[str],
    today: date,
) -> tuple[tuple[PaperLine, ...], list[LeftOut]]:
    """Return what a record says in the copy, and what of it is left out."""
    kind, out, said = kind_of(kept.record), list[LeftOut](), list[Piece]()
    for piece in _said(case, kept, today):
        key = f"{short_id(kept.id)}.{piece.key or 'first'}"
        others, named = of_others(kept, piece.key), names_somebody(piece.says, names)
        if (others or named) and key not in allowed:
            why = OTHERS if others else NAMED
            out.append(LeftOut(kept.id, _label(kind, piece), why, key, piece.says))
        else:
            said.append(piece)
    if isinstance(kept.record, Preparation) and kept.record.workers:
        out.append(LeftOut(kept.id, HEADS["preparation"], GUESS))
    if kind == "session" and not any(piece.key for piece in said) and _gone(case, kept):
        return (), out  # what was planned is told with how it went
    return in_paragraphs(said, HEADS[kind], _ids(kept)), out


def _label(kind: str, piece: Piece) -> str:
    """Return which part of a record a piece is, for the worker who lets it in."""
    field = piece.key.rpartition(".")[2]
    part = FIELD_WORDS.get(field, "")
    return f"{HEADS[kind]}: {lowered(part)}" if part else HEADS[kind]


def _gone(case: Casefile, kept: Kept[Any]) -> bool:
    return any(debrief.record.session == kept.id for debrief in case.debriefs)


def _ids(kept: Kept[Any]) -> tuple[str, ...]:
    session = getattr(kept.record, "session", "")
    planned = isinstance(kept.record, Debrief) and session
    return (short_id(kept.id), *([short_id(session)] if planned else []))


def _said(case: Casefile, kept: Kept[Any], today: date) -> Iterator[Piece]:
    seen = without_the_log(seen_in(case, kept).record)
    if isinstance(seen, Preparation):
        seen = replace(seen, workers=None)
    it = Told(plain_names(case, seen), today)
    for says in said_to_you(case, kept):
        yield Piece("now", says)
    yield from pieces_of(WORDINGS[kind_of(seen)], seen, it)
    if isinstance(seen, Restriction):
        yield from _stands(case, kept, today)


def _stands(case: Casefile, kept: Kept[Any], today: date) -> Iterator[Piece]:
    """Return that a limit holds on the day of the copy, and whether it may."""
    for limit in in_force(case, on=today):
        if limit.id == kept.id:
            says = NO_AUTHORITY if limit.without_authority else HOLDS
            yield Piece("stands", says)


def _last(number: int) -> Part:
    """Return what is said of what is left out: how much, and how to ask."""
    title = say("What is not in this copy")
    if not number:
        return Part(title, (PaperLine(NONE_LEFT),))
    count = say_many("{number} thing is", "{number} things are", number)
    first = PaperLine(say("{count} left out.", count=count), strong=True)
    return Part(title, (first, *(PaperLine(line) for line in LAST)))
