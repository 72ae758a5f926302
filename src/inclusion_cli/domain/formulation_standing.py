"""What makes a formulation current, proportionate and about this one person.

Each test answers met, not met or cannot tell, and says what would mend it. Source:
practice reference 1.3. Nothing here is a score, and nothing is decided by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.control_due import says_past
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.finding import CANNOT_TELL, MET, Finding
from inclusion_cli.domain.formulation_age import stale_texts
from inclusion_cli.domain.formulation_copy import blanket
from inclusion_cli.domain.formulation_events import (
    early,
    review_day,
    say_events,
    silent,
)
from inclusion_cli.domain.formulation_individual import finding, individual
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.formulation_copy import Named


@record
class FormulationStanding:
    """The findings about one formulation, in three groups."""

    current: tuple[Finding, ...]
    proportionate: tuple[Finding, ...]
    individual: tuple[Finding, ...]

    def wanting(self) -> tuple[Finding, ...]:
        """Return what is not met, in order."""
        every = (*self.current, *self.proportionate, *self.individual)
        return tuple(f for f in every if f.answer is not MET)


def standing_of_formulation(
    case: Casefile, *, on: date, others: Iterable[Named] | None = None
) -> FormulationStanding | None:
    """Return how the formulation stands on a day, None where there is none.

    `others` are the formulations of other people, each with its code; None where they
    were not looked at.
    """
    kept = case.formulation
    if kept is None:
        return None
    people = None if others is None else tuple(others)
    return FormulationStanding(
        current=tuple(_current(case, on)),
        proportionate=tuple(_proportionate(kept.record, people, on, case)),
        individual=tuple(individual(kept.record, people)),
    )


# --- current ------------------------------------------------------------------------


def _current(case: Casefile, on: date) -> Iterator[Finding]:
    kept, review = case.formulation, review_day(case)
    assert kept is not None
    assert review is not None
    signed = kept.record.is_signed
    yield finding(
        say("Signed by the worker, with the person's answer"),
        "" if signed else say("Not signed yet: a draft"),
        say("Signed"),
        say("sign it"),
        (kept.id,),
    )
    yield finding(
        say("Within its review date"),
        say("Was to be looked at on {review}", review=say_day(review))
        if review < on
        else "",
        say("To be looked at on {review}", review=say_day(review)),
        say("go through it again"),
        (kept.id,),
    )
    yield _events(case, on)
    yield _stale(case, on)
    yield finding(
        say("What is done is looked at by its own day"),
        says_past(case, on=on).removesuffix("."),
        say("Nothing is past its own day"),
        say("look at it again: keep, change or end it, and choose the next day"),
        (kept.id,),
    )


def _events(case: Casefile, on: date) -> Finding:
    agreed = say("Looked at after each event that brings it forward")
    waiting, unsaid = early(case, on=on), silent(case)
    if waiting:
        told = say(
            "Not looked at since: {say_events}",
            say_events=say_events(waiting, today=on),
        )
        missing = say("go through it again")
    else:
        told = (
            say(
                "Nothing changed after {say_events}",
                say_events=say_events(unsaid, today=on),
            )
            if unsaid
            else ""
        )
        missing = say("say why nothing changed")
    used = tuple(dict.fromkeys(h.record for h in (*waiting, *unsaid)))
    return finding(
        agreed, told, say("Nothing has come since the last look"), missing, used
    )


def _stale(case: Casefile, on: date) -> Finding:
    found = stale_texts(case, on=on)
    names = and_list([text.label for text, _day in found][:5])
    more = say(", and {part} more", part=len(found) - 5) if len(found) > 5 else ""
    return finding(
        say("No line older than 12 months without a look"),
        say("Older than 12 months: {names}{more}", names=names, more=more)
        if found
        else "",
        say("No line is that old"),
        say("go through it, and say that it is still true"),
    )


# --- proportionate ------------------------------------------------------------------


def _proportionate(
    it: Formulation, others: tuple[Named, ...] | None, on: date, case: Casefile
) -> Iterator[Finding]:
    untied = [f'"{control.text}"' for control in it.blanket_rules()]
    yield finding(
        say("All that is done is for a situation, or has a reason"),
        say("For no situation: {untied}", untied=and_list(untied)) if untied else "",
        say("Each names its situation, or why not"),
        say("tie it to a situation, drop it, or say why"),
    )
    risks = [f'"{trigger.situation}"' for trigger in it.open_risks()]
    yield finding(
        say("Each situation has an answer, or a reason"),
        say("Nothing is agreed for {risks}", risks=and_list(risks)) if risks else "",
        say("Each has an answer, or a reason"),
        say("say what you do about it, or why nothing"),
    )
    yield _limits(it, review_day(case) or on, on)
    yield finding(
        say("The cost of being too careful is named"),
        "" if it.cost_of_not_doing else say("Not named"),
        say("Named"),
        say("say what is lost"),
    )
    yield _same_for_all(it, others)


def _limits(it: Formulation, review: date, on: date) -> Finding:
    limits = [c for c in it.controls if c.is_limit]
    late = limits and review < on
    right = (
        say(
            "{limits}, each with its grounds and an end",
            limits=say_many("{number} limit", "{number} limits", len(limits)),
        )
        if limits
        else say("There is no limit")
    )
    return finding(
        say("Each limit has its grounds, what was tried, an end and a review"),
        say(
            "{limits} past the review date",
            limits=say_many("{number} limit", "{number} limits", len(limits)),
        )
        if late
        else "",
        right,
        say("look at it again: keep, lessen or lift it"),
    )


def _same_for_all(it: Formulation, others: tuple[Named, ...] | None) -> Finding:
    agreed = say("Nothing is done in the same words for 3 people or more")
    if others is None:
        return Finding(CANNOT_TELL, say("Others were not looked at"), agreed=agreed)
    same = [f'"{text}"' for text in blanket(it, others)]
    told = (
        say("The same for 3 people or more: {same}", same=and_list(same))
        if same
        else ""
    )
    return finding(
        agreed, told, say("Nothing is"), say("say what is so for this person")
    )
