"""One whole case with ids that never change, for papers to be printed from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.casework.review import decision_from
from inclusion_cli.domain.card import Card, Contact, Line, Numbers
from inclusion_cli.domain.card_sheet import card_sheet
from inclusion_cli.domain.card_use import Use
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.debrief import Happened, Outcome, Session, SignSeen, Word
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.pack import review_pack
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Plan
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.standing import standing
from tests.builders import (
    A_CRISIS_CALL,
    a_card,
    a_debrief,
    a_step,
    a_whole_formulation,
    at,
    criteria,
    day,
)

if TYPE_CHECKING:
    from inclusion_cli.domain.card_lines import CardSheet
    from inclusion_cli.domain.pack_lines import ReviewPack

R = TypeVar("R")
TODAY = day(32)
NOW = datetime.combine(TODAY, datetime.min.time()).astimezone() + timedelta(hours=15)
HOSTILE = '[he is watching] [/] {{7*7}} #panic("x") *b* $y$ | <b> \x1b[31m \u202e end'


def kept(record: R, number: int, *, on: int = 1) -> Kept[R]:
    """Return a kept record whose id ends in its number."""
    record_id = f"00000000-0000-7000-8000-{number:012d}"
    return Kept(record_id, record_id, "file-1", record, "sam", at(on), at(on))


def a_case(**more: Any) -> Casefile:
    """Return a person on step 1 with a month behind them, ready for review."""
    steps = (
        kept(a_step(criteria=criteria(pause=[_PAUSE]), fear="They will stare"), 11),
        kept(a_step(number=2, title="A small group", accompaniment=5), 12),
    )
    start = Decision(
        steps[0].id, Choice.START, day(1), to_step=steps[0].id, agreed_with="Jo"
    )
    case = Casefile(
        person=kept(Person("AK-014", "Amina Khan", "Amina"), 1),
        formulation=kept(a_whole_formulation(), 2),
        plan=kept(Plan("A hot chocolate, alone", 3, 56), 3),
        steps=steps,
        debriefs=tuple(_debriefs(steps[0].id)),
        decisions=(kept(start, 20),),
        card=kept(a_card(), 30),
        papers=(kept(_COPY, 40),),
        sessions=(kept(Session(steps[0].id, at(35, 14)), 50, on=35),),
    )
    return replace(case, **more)


_PAUSE = {"when": A_CRISIS_CALL, "response": "review_same_day"}
_COPY = Paper(PaperKind.CARD, day(2), "Amina", "to carry", 1, "wallet", Holder.PERSON)


def _debriefs(step: str) -> list[Kept[Any]]:
    told: list[tuple[int, dict[str, Any]]] = [
        (2, {"words": "It was loud, and I stayed.", "feared": Happened.PARTLY}),
        (5, {"outcome": Outcome.CHOSE_NOT_TO, "words": "Not today."}),
        (9, {"feared": Happened.NO, "worry_peak": None}),
        (12, {"outcome": Outcome.CANCELLED_BY_SERVICE}),
        (16, {"outcome": Outcome.LEFT_BY_CHOICE, "feared": Happened.NO}),
        (20, {"signs": (SignSeen("s2-1", "sign 2", 2),), "helped": "Naming it"}),
        (24, {"feared": Happened.NO, "words": HOSTILE}),
        (31, {"feared": Happened.NO, "ready": Word.YES}),
    ]
    empty = {"worry_before": None, "worry_peak": None, "worry_after": None}
    stayed_away = (Outcome.CHOSE_NOT_TO, Outcome.CANCELLED_BY_SERVICE)
    return [
        a_debrief(
            number,
            id=f"00000000-0000-7000-8000-{100 + number:012d}",
            step=step,
            **({**empty, **facts} if facts.get("outcome") in stayed_away else facts),
        )
        for number, facts in told
    ]


def decided(case: Casefile) -> Casefile:
    """Return the case after a review that moved on."""
    stands = standing(case, now=NOW)
    assert stands is not None
    answers = {
        "ready": "yes",
        "wish": "The group",
        "decision": "progress",
        "why": "All of it is met, and she asks",
        "agreed_with": "Amina and Jo",
        "look_again": TODAY + timedelta(days=14),
    }
    review, decision = decision_from(case, stands, review_table(case, stands), answers)
    held = kept(review, 60, on=32)
    made = kept(replace(decision, review=held.id), 21, on=32)
    return replace(case, reviews=(held,), decisions=(*case.decisions, made))


def a_sheet(*, practice: bool = False) -> Sheet:
    """Return the marks of a page."""
    return Sheet(
        code="AK-014",
        recipient="the people at this review",
        purpose="step review",
        made_on=TODAY,
        made="Friday 2 October 2026",
        head="R7QK-2M9D-XW4T-8HCA",
        entries=1204,
        practice=practice,
    )


def a_pack(case: Casefile | None = None, *, practice: bool = False) -> ReviewPack:
    """Return the review pack of the case."""
    marks = a_sheet(practice=practice)
    whole = case or decided(a_case())
    return review_pack(whole, marks, service="Elm House", now=NOW, since=None)


NUMBERS = Numbers(
    date(2026, 11, 24),
    (Contact("Danger to life", "999"),),
    (Line("papyrus", "Papyrus, if you are under 35", "0800 068 4141"),),
)


def a_card_sheet(
    size: str = "a4",
    *,
    staff: bool = False,
    adds: tuple[str, ...] = (),
    card: Card | None = None,
    **told: Any,
) -> CardSheet:
    """Return a copy of the card."""
    return card_sheet(
        kept(card or a_card(**told), 30),
        a_sheet(),
        known_as="Amina",
        numbers=NUMBERS,
        size=size,
        holder=Holder.STAFF if staff else Holder.PERSON,
        adds=adds,
        used={"I do 2": Use(5, 4, 0)} if staff else {},
    )
