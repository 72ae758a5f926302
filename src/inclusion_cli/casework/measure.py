"""Keeping a measure: the answers as they were given, and how they are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.measure import NOT_KNOWN, Measure, Mode
from inclusion_cli.domain.measure_due import (
    SPOKEN_ABOUT,
    talk_command,
    to_be_spoken_about,
)
from inclusion_cli.domain.measure_lines import change_words
from inclusion_cli.domain.measure_says import in_short, name_of, score_words
from inclusion_cli.domain.measure_scoring import FACE, scored
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import capital, sentence
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.plain import folded, one_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.measure_table import Instrument, MeasureTable
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


def measures_from(
    answers: Mapping[str, Any], table: MeasureTable
) -> tuple[Measure, ...]:
    """Return the measures the answers stand for: the one chosen, and what goes with it.

    The direct question on loneliness is a measure of its own: it is never added.
    """
    one = table.get(answers["instrument"])
    assert one is not None, "the interview asks for a measure of the table"
    made = [measure_of(one, answers)]
    then = table.get(one.then) if one.then else None
    if then and (direct := answers.get("direct")) is not None:
        made.append(measure_of(then, {**answers, "item_1": direct, "words": None}))
    return tuple(made)


def measure_of(one: Instrument, answers: Mapping[str, Any]) -> Measure:
    """Return one measure, with how it is read."""
    scale = int(answers.get("scale") or 0) if one.high == FACE else 0
    total = answers.get("total")
    each = total is None and (one.asked or one.parts)
    items = tuple(_items(one, answers, scale)) if each else ()
    chosen = ""
    if items and one.answers and one.item_count == 1 and items[0] is not None:
        chosen = one.answers[items[0] - one.low]
    return Measure(
        instrument=one.key,
        on=answers["on"],
        mode=Mode(answers["mode"]),
        items=items,
        total=total,
        chosen=chosen,
        about=(answers.get("about") or "") if one.about else "",
        scale=scale,
        asked_by=answers.get("asked_by") or "",
        version=one.version,
        note=answers.get("note") or "",
        words=answers.get("words") or "",
        every=one.interval,
        terms=one.terms(),
        grave_item=_grave_item(one, answers) if total is not None else None,
    )


def _grave_item(one: Instrument, answers: Mapping[str, Any]) -> int | None:
    """Return the answer to the question that is spoken about, None for not known."""
    given = answers.get(f"item_{SPOKEN_ABOUT.get(one.key, 0)}")
    return int(given) if given and given != NOT_KNOWN else None


def _items(
    one: Instrument, answers: Mapping[str, Any], scale: int
) -> Iterator[int | None]:
    for number in range(1, one.item_count + 1):
        given = answers.get(f"item_{number}")
        if given is None:
            yield None
        else:
            yield int(given) * FACE // scale if scale else int(given)


def amended_measure(
    old: Measure, one: Instrument, answers: Mapping[str, Any]
) -> Measure:
    """Return a measure that was opened again; how it is read stays as it was."""
    made = measure_of(one, answers)
    return replace(made, version=old.version, every=old.every, terms=old.terms)


def record_measures(
    work: Work, case: Casefile, measures: tuple[Measure, ...]
) -> tuple[Kept[Measure], ...]:
    """Write the measures of one time of asking."""
    file = case.person.file
    kept = tuple(
        work.add(
            one,
            file=file,
            happened_at=datetime.combine(one.on, time()).astimezone(),
        )
        for one in measures
    )
    work.clear_draft(file, "measure")
    return kept


def measure_receipt(
    reading: Reading, kept: tuple[Kept[Measure], ...], *, notes: tuple[str, ...] = ()
) -> Saved:
    """Return what the measures come to, read from what now stands."""
    case = reading.casefile(kept[0].file)
    code, grave = case.person.record.code, any(_grave(one) for one in kept)
    return Saved(
        say("Saved for {label}: {what}.", label=case.label, what=_what(kept)),
        code=code,
        kind="measure",
        id=kept[0].id,
        record=kept[0].record if len(kept) == 1 else tuple(k.record for k in kept),
        follows=(*_follows(case, kept), *notes),
        next=talk_command(code) if grave else ("measure", "list", code),
    )


def _grave(kept: Kept[Measure]) -> bool:
    return to_be_spoken_about(kept.record)


def _what(kept: tuple[Kept[Measure], ...]) -> str:
    if len(kept) == 1:
        return name_of(kept[0].record)
    return say_many("{number} measure", "{number} measures", len(kept))


def _follows(case: Casefile, kept: tuple[Kept[Measure], ...]) -> Iterator[str]:
    if any(_grave(one) for one in kept):
        yield say(
            "Question 9 was answered above 0. Talk with {name} today about staying "
            "safe, and tell the manager. If there is danger now, call 999.",
            name=case.known_as,
        )
        yield say("A score decides nothing. What {name} says does.", name=case.known_as)
    for one in kept:
        yield from _unknown(one.record)
        said = in_short(one.record) if len(kept) > 1 else _score(one)
        yield sentence(said)
        words = change_words(case, one.record.instrument, one.record.about)
        if words and scored(one.record):
            yield words


def _unknown(measure: Measure) -> Iterator[str]:
    """Return that nobody said what is spoken about, where a total alone came."""
    number = SPOKEN_ABOUT.get(measure.instrument)
    if number and measure.total is not None and measure.grave_item is None:
        yield say(
            "What question {number} was is not known. Ask today who has the answers.",
            number=number,
        )


def _score(kept: Kept[Measure]) -> str:
    day = say_day(kept.record.on)
    return say("{score}, on {day}", score=capital(score_words(kept.record)), day=day)


def measured_with(case: Casefile, typed: str) -> str:
    """Return the key of a measure that was taken, by its name or its key.

    Case, spaces and dashes do not matter. Raises NotUnderstood for one that was not.
    """
    taken = (kept.record for kept in case.safety.measures)
    there = {m.instrument: m.terms.name if m.terms else m.instrument for m in taken}
    for key, name in there.items():
        if _bare(typed) in (_bare(key), _bare(name)):
            return key
    named = "; ".join(f"{name} ({key})" for key, name in there.items())
    raise NotUnderstood(
        say(
            'Nothing was measured with "{typed}". Name one that is there: {there}.',
            typed=one_line(typed),
            there=named or say("none yet"),
        )
    )


def _bare(text: str) -> str:
    """Return the letters and digits of a name, without capitals."""
    return "".join(sign for sign in folded(text) if sign.isalnum())
