"""What is asked when consent is taken back, or what was told is called back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_page import who_holds
from inclusion_cli.domain.consent_standing import can_be_taken_back
from inclusion_cli.domain.consent_words import stands, what_for
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosed import told_words
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.held import recalled
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import day_been, day_lately
from inclusion_cli.interviews.question import Answers, Form, Question, choose, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.disclosure import Disclosure
    from inclusion_cli.domain.kept import Kept


def given_ones(case: Casefile) -> tuple[Kept[Consent], ...]:
    """Return the consents that were given and not taken back, newest first."""
    return tuple(
        kept
        for kept in reversed(case.safety.consents)
        if can_be_taken_back(kept.record)
    )


def form(case: Casefile, today: date) -> Form:
    """Return what is asked when a consent is taken back."""
    return Form(
        name="consent_withdraw",
        title=say("Taking consent back"),
        questions=lambda _answers: questions(case, today),
        header=say("{label}. Taking consent back.", label=case.label),
        who=case.label,
        intro=(say("No reason is needed, and no support changes."),),
    )


def _given(case: Casefile, today: date) -> Iterator[Choice]:
    for kept in given_ones(case):
        what = what_for(kept.record).rstrip(".")
        yield Choice(kept.id, f"{what}. {stands(case, kept, on=today)}")


def questions(case: Casefile | None, today: date) -> Iterator[Question]:
    """Return the questions of a withdrawal; who holds what is read before its day."""
    found = given_ones(case) if case else ()
    choices = tuple(_given(case, today)) if case else ()
    yield choose(
        "consent",
        say("Which one does {name} take back?", name=_name(case)),
        say("Taken back"),
        choices or (Choice("consent-id", say("A consent that was given")),),
        grave=True,
        hint=say("The one that is taken back. The others stay as they are."),
    )
    yield day_been(
        "on",
        say("On which day?"),
        say("On"),
        today,
        default=raw_of(today),
        constraint=lambda day, a: _not_before_it(day, a, found, today),
        before=lambda a: _holders(case, found, a),
        hint=say("The day they said it. From then on nothing is told on it."),
    )
    yield Question(
        "words",
        say("What does {name} say about it? No reason is needed.", name=_name(case)),
        say("Their words"),
        own=True,
        required=False,
        hint=say("As they said it, if they said anything."),
    )


def _name(case: Casefile | None) -> str:
    return case.known_as if case else say("the person")


def _chosen(found: tuple[Kept[Consent], ...], answers: Answers) -> Kept[Consent] | None:
    return next((one for one in found if one.id == answers.get("consent")), None)


def _holders(
    case: Casefile | None, found: tuple[Kept[Consent], ...], answers: Answers
) -> tuple[str, ...]:
    kept = _chosen(found, answers)
    if case is None or kept is None:
        return ()
    held = who_holds(case, kept)
    if not held:
        return (say("Nobody holds anything on it."),)
    return (
        say("They hold something on it. A letter is written to them:"),
        *(f"  {line}" for line in held),
    )


def _not_before_it(
    day: date, answers: Answers, found: tuple[Kept[Consent], ...], today: date
) -> None:
    checks.recent(day, today, within=366)
    kept = _chosen(found, answers)
    if kept is not None:
        checks.not_before(day, kept.record.on, say("it was given"))


# --- called back --------------------------------------------------------------------


def held_ones(case: Casefile) -> tuple[Kept[Disclosure], ...]:
    """Return what somebody else holds of a person, newest first."""
    told = (Rests.CONSENT, Rests.WITHOUT_CONSENT, Rests.HANDED_ON)
    return tuple(
        kept
        for kept in reversed(case.safety.disclosures)
        if kept.record.rests in told and recalled(case, kept) is None
    )


def recalled_form(case: Casefile, today: date) -> Form:
    """Return what is asked once somebody was told to stop using what they hold."""
    return Form(
        name="disclosure_recalled",
        title=say("Called back"),
        questions=lambda _answers: recalled_questions(case, today),
        header=say("{label}. Told to stop using it.", label=case.label),
        who=case.label,
    )


def recalled_questions(case: Casefile | None, today: date) -> Iterator[Question]:
    """Return the questions about something that was called back."""
    found = held_ones(case) if case else ()
    choices = tuple(
        Choice(kept.id, _held(case, kept)) for kept in found if case is not None
    )
    yield choose(
        "disclosure",
        say("What was called back?"),
        say("Called back"),
        choices or (Choice("disclosure-id", say("Something that was told")),),
        grave=True,
        hint=say("What somebody has been told to stop using."),
    )
    yield Question(
        "how",
        say("How do you know that they stopped?"),
        say("How you know"),
        hint=say("For example: Jo gave the page back today, and I tore it up."),
    )
    yield day_lately(
        "on",
        say("On which day?"),
        say("On"),
        today,
        hint=say("The day they were told to stop using it."),
    )


def _held(case: Casefile, kept: Kept[Disclosure]) -> str:
    return say(
        "{who}: {what}, since {day}",
        who=kept.record.recipient,
        what=told_words(case, kept.record),
        day=say_day(kept.record.on),
    )
