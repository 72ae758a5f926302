"""What is asked about money: agreements, sentences practised, a week looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.money import no_bank_numbers
from inclusion_cli.domain.money_agreed import ABOUT_WORDS, AGREED_ABOUT
from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import NothingFound
from inclusion_cli.interviews.days import day_ahead, day_lately
from inclusion_cli.interviews.filed_form import person_form
from inclusion_cli.interviews.question import (
    Form,
    Question,
    choose,
    rate,
    raw_of,
    settled,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.money_agreed import Agreement, Rehearsal

LOOK_AGAIN_DAYS = 91
"""Days after which an agreement is looked at again, unless another day is typed."""
LONG_AGO = 366
KEEP, END = "keep", "end"
NOW = (
    Choice(KEEP, say("It still stands")),
    Choice(END, say("It ends, or other words take its place")),
)


class NoAgreement(NothingFound):
    """There is no agreement about money that could be looked at."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("{label} has no agreement about money yet.", label=case.label)
        )
        self.hint = say(
            "To write one, type: inclusion money agree {code}",
            code=case.person.record.code,
        )


# --- an agreement -------------------------------------------------------------------


def agree_form(case: Casefile, today: date) -> Form:
    """Return what is asked about an agreement, in the person's words."""
    header = say("An agreement about money, in {name}'s words.", name=case.known_as)
    return person_form(
        case,
        "agreement",
        say("An agreement about money"),
        lambda _a: agree_questions(case.known_as, today),
        header,
    )


def agree_questions(name: str, today: date) -> Iterator[Question]:
    """Return the questions of an agreement about money."""
    yield choose("about", say("What is it about?"), say("About"), AGREED_ABOUT)
    yield Question(
        "words",
        say("What does {name} decide? Use their own words.", name=name),
        say("{name}'s words", name=name),
        no_bank_numbers,
        own=True,
        hint=say("For example: I do not lend. I say it is all on my rent."),
    )
    yield day_lately("on", say("On which day was it agreed?"), say("Agreed on"), today)
    yield _look_on(today)


def _look_on(today: date, **more: Any) -> Question:
    return day_ahead(
        "look_on",
        say("On which day will you look at it together again?"),
        say("Look again"),
        today,
        default=raw_of(today + timedelta(days=LOOK_AGAIN_DAYS)),
        **more,
    )


def look_form(case: Casefile, today: date) -> Form:
    """Return what is asked where an agreement is looked at again."""
    stand = tuple(k for k in case.safety.agreements if not k.record.ended_on)
    if not stand:
        raise NoAgreement(case)
    header = say("An agreement about money, looked at again.")
    return person_form(
        case,
        "agreement_look",
        say("An agreement, looked at again"),
        lambda _a: look_questions(case.known_as, today, stand),
        header,
    )


def look_questions(
    name: str, today: date, stand: Iterable[Kept[Agreement]] = ()
) -> Iterator[Question]:
    """Return the questions of an agreement that is looked at again."""
    choices = tuple(
        Choice(k.id, f'{ABOUT_WORDS.get(k.record.about, "")}: "{k.record.words}"')
        for k in stand
    ) or (Choice("agreement-id", say("An agreement that stands")),)
    yield choose(
        "agreement",
        say("Which one?"),
        say("Agreement"),
        choices,
        grave=True,
        default=choices[0].key if len(choices) == 1 else "",
    )
    yield choose("now", say("What does {name} say now?", name=name), say("Now"), NOW)
    yield _look_on(
        today, relevant=lambda a: a.get("now") == KEEP, asked=say("when it stands")
    )
    yield Question(
        "because",
        say("Why does it end, as {name} says it?", name=name),
        say("Why it ends"),
        no_bank_numbers,
        own=True,
        relevant=lambda a: a.get("now") == END,
        asked=say("when it ends"),
    )


# --- a sentence that is practised ---------------------------------------------------


def rehearse_form(case: Casefile, today: date) -> Form:
    """Return what is asked about a sentence that was practised."""
    header = say("A sentence {name} practised for saying no.", name=case.known_as)
    return person_form(
        case,
        "rehearsal",
        say("A practised sentence"),
        lambda _a: rehearse_questions(case.known_as, today),
        header,
    )


def rehearse_questions(name: str, today: date) -> Iterator[Question]:
    """Return the questions of a rehearsal."""
    yield Question(
        "words",
        say("Which sentence did {name} practise?", name=name),
        say("The sentence"),
        no_bank_numbers,
        own=True,
        hint=say("As {name} says it. For example: No, I never lend.", name=name),
    )
    yield Question(
        "with_whom",
        say("With whom did {name} practise?", name=name),
        say("With whom"),
        no_bank_numbers,
        required=False,
        own=True,
    )
    yield rate(
        "sure",
        say("How sure did {name} feel saying it, 0 to 10?", name=name),
        say("How sure"),
        required=False,
        hint=say("0 is not at all, 10 is quite sure. A dash if it was not asked."),
    )
    yield day_lately("on", say("On which day was it?"), say("Day"), today)


# --- records that are mended --------------------------------------------------------


def agreement_again(case: Casefile, kept: Kept[Agreement], today: date) -> Form:
    """Return an agreement that is mended."""
    it = kept.record
    known: dict[str, str | None] = {
        "about": it.about,
        "words": it.words,
        "on": raw_of(it.on),
        "look_on": raw_of(it.look_on) if it.look_on else None,
    }
    return settled(replace(agree_form(case, today), known=known))


def rehearsal_again(case: Casefile, kept: Kept[Rehearsal], today: date) -> Form:
    """Return a rehearsal that is mended."""
    it = kept.record
    known: dict[str, str | None] = {
        "words": it.words,
        "with_whom": it.with_whom or None,
        "sure": None if it.sure is None else raw_of(it.sure),
        "on": raw_of(it.on),
    }
    return settled(replace(rehearse_form(case, today), known=known))
