"""What is asked to place a limit: all that it must answer for, or two answers at once.

Fields: practice reference 1.2. What is no reason is refused with the sentence why.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation_parts import LAWFUL_BASES
from inclusion_cli.domain.service import Nation
from inclusion_cli.domain.values import YES, YES_NO, Choice
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import Answers, Form, Question, choose, settled
from inclusion_cli.interviews.restriction_about import (
    LATER,
    NONE,
    Placing,
    a_limit,
    a_reason,
    somebody,
)
from inclusion_cli.interviews.restriction_known import known_of
from inclusion_cli.interviews.restriction_more import before, end, liberty, voice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Control
    from inclusion_cli.domain.registered import Registered
    from inclusion_cli.domain.restriction import Restriction

_ACTS = {
    Nation.SCOTLAND: say("The Adults with Incapacity (Scotland) Act"),
    Nation.NORTHERN_IRELAND: say(
        "Best interests, under the Mental Capacity Act (Northern Ireland)"
    ),
}


AT_ONCE_ASKED = ("what", "harm", "authorised_by")
"""What is asked of an emergency at once."""


def place_form(case: Casefile, it: Placing) -> Form:
    """Return what is asked to place a limit."""
    return Form(
        name="restriction_place",
        title=say("A limit"),
        questions=lambda answers: place_questions(it, answers),
        header=say("{label}. Place a limit.", label=case.label),
        who=case.label,
        intro=(
            say("A limit is not the person's own idea. It needs a reason, and an end."),
        ),
    )


def sign_form(case: Casefile, it: Placing, standing: Restriction) -> Form:
    """Return what is still asked of a limit that was placed at once."""
    return Form(
        name="restriction_sign",
        title=say("The rest of a limit"),
        questions=lambda answers: place_questions(it, answers),
        header=say("{label}. The rest: {what}", label=case.label, what=standing.what),
        who=case.label,
        known=dict(_sound(it, standing)),
    )


def _sound(it: Placing, standing: Restriction) -> Iterator[tuple[str, str | None]]:
    """Return what was asked at once and may stand; what may not is asked again."""
    known = known_of(standing)
    checks = {"what": a_limit, "harm": a_reason(it), "authorised_by": somebody}
    for key in AT_ONCE_ASKED:
        try:
            checks[key](known.get(key) or "", {"what": standing.what})
        except ValueError:
            continue
        if key in known:
            yield key, known[key]


def amend_form(case: Casefile, it: Placing, standing: Restriction) -> Form:
    """Return a limit, opened again; of one at once only what was asked then."""
    at_once = standing.emergency and standing.signed_on is None
    known = known_of(standing)
    asked = known if not at_once else {k: known.get(k) for k in AT_ONCE_ASKED}
    made = sign_form(case, it, standing)
    if at_once:
        made = replace(made, questions=lambda answers: _what(it, answers))
    return settled(replace(made, known={k: v for k, v in asked.items() if v}))


def every_question() -> Iterator[Question]:
    """Return the questions of any limit, for flags and for `--questions`."""
    return place_questions(Placing(date(2000, 1, 1), anybody=True), {})


def place_questions(it: Placing, answers: Answers) -> Iterator[Question]:
    """Return the questions of a limit; an emergency is asked two things first."""
    if it.at_once:
        yield choose(
            "emergency",
            say("Did it have to be placed at once, to prevent harm today?"),
            say("An emergency"),
            YES_NO,
            named=say("The answer"),
            constraint=lambda answer, _a: _answers_something(it, answer),
            hint=say("Yes: it is saved now, and the rest is asked by tomorrow."),
            grave=True,
        )
    if it.written or it.anybody:
        yield _which(it)
    yield from _what(it, answers)
    there = chosen(it, answers)
    known = there.control if there else None
    yield from _harm(it, known)
    yield from before(it, answers, known.tried if known else "")
    yield from end(it, known.ends_when if known else "")
    yield from voice(it)
    yield from liberty(it)


def sign_questions(today: date) -> Iterator[Question]:
    """Return the questions of the rest of any limit."""
    return place_questions(Placing(today, at_once=False, anybody=True), {})


def _answers_something(it: Placing, emergency: str) -> None:
    """Refuse a limit that could answer no situation, as there is no formulation."""
    if emergency != YES and not it.written_down:
        raise ValueError(
            say(
                "There is no formulation yet, and a limit answers a situation of it. "
                "Choose yes where it was placed at once, to prevent harm today. "
                "Otherwise press Ctrl+D. Write it first: inclusion formulate {code}",
                code=it.code,
            )
        )


def _which(it: Placing) -> Question:
    found = tuple(Choice(str(n), one.what) for n, one in enumerate(it.written, 1))
    none = Choice(NONE, say("Another one"))
    return choose(
        "written",
        say("Is it one that stands in the formulation?"),
        say("In the formulation"),
        (*(found or (Choice("1", say("A limit of the formulation")),)), none),
        required=bool(it.written),
        asked=say("when one stands there and is not registered"),
    )


def chosen(it: Placing, answers: Answers) -> Registered | None:
    """Return the limit of the formulation that is registered, None for another one."""
    number = answers.get("written")
    numbered = {str(n): one for n, one in enumerate(it.written, 1)}
    return numbered.get(number or NONE)


def _what(it: Placing, answers: Answers) -> Iterator[Question]:
    there = chosen(it, answers)
    yield Question(
        "what",
        say("What exactly is limited?"),
        say("The limit"),
        hint=say("What, where, when, how often: home by ten on Fridays."),
        default=there.what if there else "",
        constraint=a_limit,
    )
    yield Question(
        "harm",
        say("Which harm does it prevent? To whom, and when?"),
        say("Harm it prevents"),
        hint=say("What happened. Staffing is no reason. A rule is no reason."),
        default=it.harms.get(there.what, "") if there else "",
        constraint=a_reason(it),
    )


def _harm(it: Placing, known: Control | None) -> Iterator[Question]:
    yield Question(
        "evidence",
        say("Where was that harm seen, and who saw it?"),
        say("Where it was seen"),
        **LATER,
        constraint=a_reason(it),
    )
    yield day_been(
        "evidence_on",
        say("On which day was it last seen?"),
        say("Last seen"),
        it.today,
        **LATER,
        needed=_if_nobody_saw_it(it),
        before=lambda _a: (_if_nobody_saw_it(it),),
    )
    none = Choice(NONE, say("None of these"))
    anything = (Choice("t1", say("A situation")),) if it.anybody else ()
    situations = it.situations or anything
    yield choose(
        "trigger",
        say("Which situation of the formulation does it answer?"),
        say("Situation"),
        (*situations, none),
        **_stands(known.trigger if known else "", (*situations, none)),
        **LATER,
        constraint=lambda answer, _a: _answers_one(it, answer),
    )
    yield choose(
        "basis",
        say("What makes it lawful?"),
        say("Lawful basis"),
        (*bases(it.nation), none),
        **_stands(known.lawful_basis if known else "", bases(it.nation)),
        **LATER,
        constraint=_lawful,
    )


def _stands(key: str, choices: tuple[Choice, ...]) -> dict[str, Any]:
    """Return how it is asked: what the formulation says is offered, else nothing is."""
    known = any(choice.key == key for choice in choices)
    return {"default": key, "carry": True} if known else {"grave": True}


def bases(nation: Nation) -> tuple[Choice, ...]:
    """Return what a limit may rest on, with the statute of the nation."""
    return tuple(
        Choice(c.key, _ACTS.get(nation, c.label)) if c.key == "best_interests" else c
        for c in LAWFUL_BASES
    )


def _if_nobody_saw_it(it: Placing) -> str:
    """Return the way out where a harm was never seen: then there is no limit."""
    if it.at_once:
        return say("If nobody ever saw it, there is no ground for a limit: Ctrl+D.")
    return say(
        "If nobody ever saw it, press Ctrl+D and lift the limit: "
        "inclusion restriction lift {code}",
        code=it.code,
    )


def _answers_one(it: Placing, trigger: str) -> None:
    """Refuse a limit that answers no situation, and name the way out."""
    if trigger != NONE:
        return
    told = say(
        "A limit that answers no situation is probably a blanket rule. Choose the "
        "situation it answers. Where there is none, press Ctrl+D and write it into "
        "the formulation first: inclusion formulate {code}",
        code=it.code,
    )
    out = say("Or leave the limit out")
    if not it.at_once:
        out = say("Or lift the limit: inclusion restriction lift {code}", code=it.code)
    raise ValueError(f"{told}. {out}")


def _lawful(basis: str, _answers: Answers) -> None:
    if basis == NONE:
        raise ValueError(
            say(
                "A limit without a lawful basis is not placed. Choose one of these. "
                "Where none fits, leave the limit out and ask your manager"
            )
        )
