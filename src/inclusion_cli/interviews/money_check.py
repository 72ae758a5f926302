"""What is asked about a week of money that is looked at together. Reference 4.6."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.money import no_bank_numbers
from inclusion_cli.domain.money_weeks import WEEK, check_of, monday_of
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import YES, YES_NO, whole
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.debrief_choices import named
from inclusion_cli.interviews.filed_form import person_form
from inclusion_cli.interviews.question import Form, Question, choose, raw_of, settled
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.money_agreed import MoneyCheck


WEEKS_BACK_DAYS = 91
MOST = 99
UNEXPLAINED = (
    say(
        "Unexplained means both: {name} cannot or does not wish to explain it, "
        "and it is unusual for {name}."
    ),
    say("{name} may spend money unwisely. That alone is not unexplained."),
)


def check_form(case: Casefile, today: date, *, but: str = "") -> Form:
    """Return what is asked about a week of money, looked at together."""
    header = say("A week of money, looked at with {name}.", name=case.known_as)
    return person_form(
        case,
        "money_check",
        say("A week of money"),
        lambda _a: check_questions(case.known_as, today, case, but=but),
        header,
    )


def check_questions(
    name: str, today: date, case: Casefile | None = None, *, but: str = ""
) -> Iterator[Question]:
    """Return the questions of a weekly look; `but` is a look that is mended."""
    last = monday_of(today) - WEEK
    yield Question(
        "week",
        say("Which week did you look at? Any day of it."),
        say("Week of"),
        lambda raw: monday_of(parse_day(raw, today=today, leaning=Leaning.BACK)),
        "day",
        default=raw_of(last),
        constraint=lambda week, _a: _free(case, week, today, but),
    )
    yield choose(
        "done",
        say("Did you look at it together?"),
        say("Looked at"),
        YES_NO,
        grave=True,
    )
    yield Question(
        "why_not",
        say("Why was it not looked at?"),
        say("Why not"),
        no_bank_numbers,
        relevant=lambda a: a.get("done") == "no",
        asked=say("when it was not looked at"),
    )
    yield from _found(name)


_DONE: dict[str, Any] = {
    "relevant": lambda a: a.get("done") == YES,
    "asked": say("when it was looked at"),
}


def _found(name: str) -> Iterator[Question]:
    """Return what is asked where the week was looked at: counts, not statements."""
    yield choose(
        "present",
        say("Was {name} there the whole time?", name=name),
        say("{name} was there", name=name),
        YES_NO,
        grave=True,
        doubt=lambda said, _a: _alone(said, name),
        **_DONE,
    )
    yield Question(
        "unexplained",
        say("How many things are unexplained?"),
        say("Unexplained"),
        whole(0, MOST),
        "number",
        grave=True,
        hint=say("0 for nothing. Count what is both unexplained and unusual."),
        before=lambda _a: named(UNEXPLAINED, name),
        **_DONE,
    )
    yield from _unexplained(name)


def _unexplained(name: str) -> Iterator[Question]:
    some: dict[str, Any] = {
        "relevant": lambda a: a.get("done") == YES and bool(a.get("unexplained")),
        "asked": say("when something is unexplained"),
    }
    yield Question(
        "what",
        say("What are they, in a few words?"),
        say("What is unexplained"),
        no_bank_numbers,
        hint=say("For example: two cash withdrawals at night. No numbers of accounts."),
        **some,
    )
    yield Question(
        "explained",
        say("What did {name} explain, and how?", name=name),
        say("What was explained"),
        no_bank_numbers,
        required=False,
        extra=True,
        **_DONE,
    )
    yield Question(
        "action",
        say("What happens now, agreed with {name}?", name=name),
        say("What happens now"),
        no_bank_numbers,
        **some,
    )


def _alone(said: str, name: str) -> str | None:
    if said == YES:
        return None
    return say("It is agreed to be looked at with {name}, not without.", name=name)


def _free(case: Casefile | None, week: date, today: date, but: str) -> None:
    """Refuse a week to come, one long past, and one that has its look already."""
    checks.not_ahead(week, today)
    checks.recent(week, today, within=WEEKS_BACK_DAYS)
    there = check_of(case, week, on=today) if case else None
    if there is not None and there.id != but:
        raise ValueError(
            say(
                "The week of {week} has its look already. Type another week, "
                "or mend that one: inclusion amend {record}",
                week=say_day(week),
                record=short_id(there.id),
            )
        )


def check_again(case: Casefile, kept: Kept[MoneyCheck], today: date) -> Form:
    """Return a look at a week that is mended."""
    it = kept.record
    known: dict[str, str | None] = {"week": raw_of(it.week), "done": raw_of(it.done)}
    if it.done:
        known["present"] = raw_of(it.present)
        known["unexplained"] = raw_of(it.unexplained)
    texts = {"why_not": it.why_not, "what": it.what, "action": it.action}
    texts["explained"] = it.explained
    known |= {key: text for key, text in texts.items() if text}
    return settled(replace(check_form(case, today, but=kept.id), known=known))
