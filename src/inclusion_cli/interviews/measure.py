"""What is asked to take a measure: which one, then its questions or its total."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.measure import MODE_WORDS, NOT_KNOWN, Measure, Mode
from inclusion_cli.domain.measure_due import SPOKEN_ABOUT
from inclusion_cli.domain.measure_scoring import FACE
from inclusion_cli.domain.measure_table import Instrument, MeasureTable
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.values import Choice, and_list, capital, whole
from inclusion_cli.interviews.days import day_lately
from inclusion_cli.interviews.measure_items import (
    FOR_ITS_QUESTIONS,
    direct_question,
    grave_question,
    item_questions,
)
from inclusion_cli.interviews.measure_which import which
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    raw_of,
    settled,
)
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

MODES = tuple(Choice(mode.value, capital(said)) for mode, said in MODE_WORDS.items())
SCALES = (Choice("10", say("From 0 to 10")), Choice("100", say("From 0 to 100")))
MOST_UNKNOWN = 999
"""The most a total may be where nobody here knows its range."""
MOST_ITEMS = 11


@dataclass(frozen=True)
class Taking:
    """Whose measure is taken, on which day, with which table.

    `fixed` is the measure that is opened again. `notes` stand above the questions.
    """

    table: MeasureTable
    today: date
    name: str = say("the person")
    there: tuple[tuple[str, str], ...] = ()
    worker: str = ""
    fixed: Instrument | None = None
    notes: tuple[str, ...] = ()
    all_of_them: bool = False

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """Return the measures that can be chosen."""
        return self.table.instruments if self.all_of_them else self.table.used()


def taking(
    case: Casefile,
    table: MeasureTable,
    *,
    today: date,
    worker: str = "",
    notes: tuple[str, ...] = (),
) -> Taking:
    """Return whose measure is taken."""
    there = dict.fromkeys(
        (k.record.instrument, k.record.about)
        for k in case.safety.measures
        if k.record.about
    )
    return Taking(table, today, case.known_as, tuple(there), worker, notes=notes)


def form(case: Casefile, it: Taking) -> Form:
    """Return what is asked to take a measure."""
    return Form(
        name="measure",
        title=say("A measure"),
        questions=lambda answers: questions(it, answers),
        header=say("{label}. A measure.", label=case.label),
        who=case.label,
        intro=it.notes,
        usual={"instrument": it.instruments[0].key if it.instruments else ""},
    )


def every_question(table: MeasureTable) -> Iterator[Question]:
    """Return the questions of any measure, for flags and for `--questions`."""
    it = Taking(table, date(2000, 1, 1), all_of_them=True)
    yield which(it)
    yield _about(it, None)
    yield from _when_and_how(it)
    yield _scale()
    for number in range(1, MOST_ITEMS + 1):
        yield Question(
            f"item_{number}",
            say("The answer to question {number}", number=number),
            say("Question {number}", number=number),
            kind="number",
            required=False,
            explicit=True,
            asked=FOR_ITS_QUESTIONS,
        )
    direct = table.get("ons_direct")
    if direct:
        yield direct_question(direct)
    yield replace(_total(None), required=False)
    yield from _besides(it)


def questions(it: Taking, answers: Answers) -> Iterator[Question]:
    """Return what is asked to take a measure, by the one that is chosen."""
    if it.fixed is None:
        yield which(it)
    one = it.fixed or it.table.get(answers.get("instrument") or "")
    if one is None:
        return
    if one.about:
        yield _about(it, one)
    yield from _when_and_how(it)
    if one.asked and one.high == FACE:
        yield _scale()
    if one.asked or one.parts:
        yield from _answered(one, answers)
    else:
        yield _total(one)
    then = it.table.get(one.then) if one.then and it.fixed is None else None
    if then and then in it.table.used():
        yield direct_question(then)
    yield from _besides(it)


def _answered(one: Instrument, answers: Answers) -> Iterator[Question]:
    """Return its questions; or the total, where it was done elsewhere."""
    elsewhere = answers.get("mode") == Mode.RECORDED.value
    if not (elsewhere and one.asked and one.most and one.item_count > 1):
        yield from item_questions(one, answers)
        return
    yield replace(
        _total(one),
        required=False,
        hint=say("A dash where you have the answers and no total."),
    )
    if answers.get("total") is None:
        yield from item_questions(one, answers)
    elif one.key in SPOKEN_ABOUT:
        yield grave_question(one, SPOKEN_ABOUT[one.key])


def _about(it: Taking, one: Instrument | None) -> Question:
    """Return what a goal or an own rating is about; what is there is written again."""
    there = [about for key, about in it.there if one and key == one.key]
    most = one.at_once if one else 0
    shown = say("Already there: {there}.", there=and_list(there)) if there else ""

    def known(raw: str) -> str:
        text = no_secrets(raw)
        return next((old for old in there if folded(old) == folded(text)), text)

    def not_too_many(text: str, _answers: Answers) -> None:
        if most and text not in there and len(there) >= most and it.fixed is None:
            raise ValueError(
                say(
                    "must be one of the {most} that are there: {there}",
                    most=most,
                    there=and_list(there),
                )
            )

    return Question(
        "about",
        say("What is it about? In {name}'s words.", name=it.name),
        say("It is about"),
        known,
        named=say("What it is about"),
        own=True,
        hint=say("For example: feeling that I belong. Each keeps its own line."),
        asked=say("for a goal or an own rating"),
        constraint=not_too_many,
        before=lambda _a: (shown,) if shown else (),
    )


def _when_and_how(it: Taking) -> Iterator[Question]:
    yield day_lately(
        "on", say("On which day was it answered?"), say("Answered on"), it.today
    )
    yield choose(
        "mode",
        say("How did {name} answer?", name=it.name),
        say("How answered"),
        MODES,
        hint=say("Answers given with help tend to be better. It is shown beside."),
    )


def _scale() -> Question:
    return choose(
        "scale",
        say("On which scale?"),
        say("Scale"),
        SCALES,
        asked=say("for distress"),
    )


def _total(one: Instrument | None) -> Question:
    low, high = (one.least, one.most or MOST_UNKNOWN) if one else (0, MOST_UNKNOWN)
    span = say(" ({low} to {high})", low=low, high=high) if one and one.most else ""
    return Question(
        "total",
        say("What is the total score?{span}", span=span),
        say("Total"),
        whole(low, high),
        "number",
        asked=say("for a measure of which a total is kept"),
    )


def _besides(it: Taking) -> Iterator[Question]:
    yield Question(
        "words",
        say("What did {name} say about it?", name=it.name),
        say("{name}'s words", name=it.name),
        no_secrets,
        own=True,
        required=False,
    )
    yield Question(
        "asked_by",
        say("Who asked?"),
        say("Asked by"),
        default=it.worker,
        required=not it.worker,
        extra=True,
    )
    yield Question(
        "note",
        say("Is there anything to know about how it was asked?"),
        say("Note"),
        no_secrets,
        required=False,
        extra=True,
    )


# --- a measure that is mended --------------------------------------------------------


def amend_form(case: Casefile, measure: Measure, it: Taking) -> Form:
    """Return a measure that is mended: every answer it stands for is known."""
    made = form(case, replace(it, notes=()))
    return settled(replace(made, known=given_by(measure)))


def given_by(measure: Measure) -> dict[str, str | None]:
    """Return what would be typed to make this measure."""
    given: dict[str, str | None] = {
        "about": measure.about or None,
        "on": raw_of(measure.on),
        "mode": measure.mode.value,
        "words": measure.words or None,
        "asked_by": measure.asked_by or None,
        "note": measure.note or None,
        "total": None if measure.total is None else str(measure.total),
    }
    if (number := SPOKEN_ABOUT.get(measure.instrument)) and measure.total is not None:
        known = measure.grave_item
        given[f"item_{number}"] = NOT_KNOWN if known is None else str(known)
    if measure.scale:
        given["scale"] = str(measure.scale)
    for number, item in enumerate(measure.items, start=1):
        scale = measure.scale or FACE
        given[f"item_{number}"] = None if item is None else str(item * scale // FACE)
    return given
