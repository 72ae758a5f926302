"""What is asked before an inspector's pack: registration first, then whose thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.registration import Registration
from inclusion_cli.domain.registration_standing import GOOD_FOR_DAYS, REGULATORS
from inclusion_cli.domain.service import Nation
from inclusion_cli.domain.values import NOT_SURE, YES, YES_NO_NOT_SURE, Choice, and_list
from inclusion_cli.interviews import leaving
from inclusion_cli.interviews.question import Answers, Form, Question, choose
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator


FORM = "pack_inspector"
MOST_TRACERS = 3
FIRST = (
    say("Mostly a regulator looks at personal care, not at housing or support."),
    say("Whether your service is registered decides what this pack is held against."),
)


THREADS_REST = (
    Choice(
        Rests.CONSENT.value,
        say("Each one whose thread is in it agreed, and it is written here"),
    ),
    Choice(
        Rests.WITHOUT_CONSENT.value,
        say("Not all of them agreed. There is a ground, such as a duty in law"),
    ),
)
"""A thread names nobody, and is in a person's own words: it is telling of them."""
UNWRITTEN = Choice(
    Rests.CONSENT.value,
    say("Each one agreed, but nothing that covers this is written of them all yet"),
)


@dataclass(frozen=True)
class Asking:
    """For which service, on which day; what is known of its registration."""

    today: date
    service: str = ""
    nation: Nation = Nation.ENGLAND
    known: Registration | None = None
    codes: tuple[str, ...] = ()
    lenses: tuple[Choice, ...] = ()
    worker: str = ""
    notes: tuple[str, ...] = ()
    written: Callable[[tuple[str, ...], Leaving], bool] = lambda _codes, _to: True
    """Whether a consent that covers it is written of each of these people."""


def form(it: Asking) -> Form:
    """Return what is asked before an inspector's pack."""
    return Form(
        name=FORM,
        title=say("Inspector's pack"),
        questions=lambda answers: questions(it, answers),
        header=say("{service}. A pack for an inspector.", service=it.service),
        who=it.service,
        save=say("make the pack for {service}", service=it.service),
        intro=it.notes,
        known=known_answers(it.known),
    )


def known_answers(said: Registration | None) -> dict[str, str | None]:
    """Return the answers on registration that stand: they are shown, and not asked."""
    if said is None:
        return {}
    words = {True: YES, False: "no", None: NOT_SURE}
    return {
        "registered": words[said.registered],
        "regulator": said.regulator or None,
        "activities": said.activities or None,
        "said_by": said.said_by or None,
        "lens": said.lens or None,
    }


def every_question() -> Iterator[Question]:
    """Return the questions of any such pack, for flags and for `--questions`."""
    return questions(Asking(date(2000, 1, 1)), {})


def questions(it: Asking, answers: Answers) -> Iterator[Question]:
    """Return the questions of an inspector's pack, registration first."""
    yield choose(
        "registered",
        say("Is the service registered with a regulator of care?"),
        say("Registered"),
        YES_NO_NOT_SURE,
        grave=True,
        hint=say(
            "It is remembered, and asked again after {days} days.", days=GOOD_FOR_DAYS
        ),
        before=lambda _answers: FIRST,
    )
    yield from _registered(it)
    yield Question(
        "said_by",
        say("Who says so?"),
        say("Said by"),
        default=it.worker,
        required=not it.worker,
        own=True,
    )
    yield Question(
        "people",
        say("Whose thread is told? Up to 3 codes. A letter stands for each."),
        say("Threads of"),
        lambda raw: codes_of(raw, it.codes),
        required=False,
        named=say("the codes"),
        skips=say("Enter draws 2 by chance."),
        own=True,
        hint=say("For example: AK-014, BT-003. Names that are found are left out."),
    )
    yield from leaving.questions(
        None, it.today, offered=THREADS_REST, worded=lambda: _rests(it, answers)
    )
    yield choose(
        "lens",
        say("Held against which one alone?"),
        say("One lens alone"),
        it.lenses or (Choice("regulations", say("The regulations")),),
        required=False,
        extra=True,
    )


def _rests(it: Asking, answers: Answers) -> tuple[Choice, ...]:
    """Return what it may rest on; of threads drawn by chance, anybody's may be told."""
    to = answers.get("recipient") or ""
    role, purpose = answers.get("recipient_role") or "", answers.get("purpose") or ""
    codes = answers.get("people") or it.codes
    wanted = Leaving(to, role, purpose, Rests.CONSENT)
    if not to or it.written(tuple(codes), wanted):
        return THREADS_REST
    return (UNWRITTEN, *THREADS_REST[1:])


def _registered(it: Asking) -> Iterator[Question]:
    def yes(answers: Answers) -> bool:
        return bool(answers.get("registered") == YES)

    yield Question(
        "regulator",
        say("With which regulator?"),
        say("Regulator"),
        default=REGULATORS[it.nation],
        relevant=yes,
        asked=say("when it is registered"),
    )
    yield Question(
        "activities",
        say("For which regulated activities?"),
        say("Activities"),
        relevant=yes,
        asked=say("when it is registered"),
        hint=say("As they stand on the certificate. For example: personal care."),
    )


def codes_of(raw: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes that were typed. Raises ValueError where one is not there."""
    parts = raw.replace(",", " ").replace(";", " ").split()
    by_code = {folded(code): code for code in known}
    found = dict.fromkeys(by_code.get(folded(part), "") for part in parts)
    if known and "" in found:
        wrong = [part for part in parts if folded(part) not in by_code]
        raise ValueError(
            say(
                "must be codes of people here; nobody has {wrong}",
                wrong=and_list(wrong),
            )
        )
    if not 1 <= len(parts) <= MOST_TRACERS:
        raise ValueError(say("must be 1 to {most} codes", most=MOST_TRACERS))
    return tuple(found) if known else tuple(parts)
