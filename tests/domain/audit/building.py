"""Files for the examples of the rules: each call names the one fact that matters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.action import Action
from inclusion_cli.domain.audit_look import Proof
from inclusion_cli.domain.card import Contact
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.characteristics import Characteristics, Said
from inclusion_cli.domain.concern import Refer, SafeguardingConcern, WishesAsked
from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import Choice, Evidence, Review
from inclusion_cli.domain.disclosure import Disclosure, Rests
from inclusion_cli.domain.formulation import (
    Control,
    ControlKind,
    Disagreement,
    Signed,
    SignOff,
)
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.safety import Safety, ServiceRecords
from tests.builders import (
    SIGNED,
    a_card,
    a_debrief,
    a_formulation,
    a_trigger,
    at,
    criteria,
    day,
)
from tests.domain.audit.making import (
    WELL,
    calm,
    measured,
    named,
    written,
)
from tests.domain.limits import placed
from tests.domain.making import decided, good, keep

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.domain.kept import Kept

LOAN = MoneyRequest("20 pounds", "a neighbour", Did.DECLINED_ALONE)
WEEK = criteria({"peak_suds_max": {"x": 7, "last": 1}}, days=7, sessions=1)
START = decided(1, Choice.START, hour=8)
HELD = decided(25, Choice.HOLD)


@dataclass(frozen=True)
class Told:
    """What an audit is run over."""

    cases: tuple[Casefile, ...] = ()
    service: ServiceRecords = WELL
    proof: Proof = field(default_factory=lambda: Proof(checked=True))


def one(case: Casefile) -> Told:
    """Return an audit of one file."""
    return Told((case,))


def steps_up(*, word: Word = Word.YES, answer: str = "met", **told: Any) -> Told:
    """Return a file in which step 2 was begun on day 20, with a review."""
    line = Evidence("3 of the last 4 go ahead", answer, "as it was")
    review = keep(Review("step-1", day(20), (line,), word, "On we go"), 20)
    up = decided(20, Choice.PROGRESS, to_step="step-2", review=review.id, **told)
    debriefs = (*good(3, 10, 17), a_debrief(24, step="step-2"))
    return one(calm(*debriefs, reviews=(review,), decisions=(START, up)))


def with_limit(*reviews: Any, number: int = 30, **told: Any) -> Told:
    """Return a file with a limit that was placed on the n-th day."""
    safety = {
        "restrictions": (placed(number, **told),),
        "restriction_reviews": reviews,
        "measures": (measured(2),),
    }
    return one(calm(safety=safety))


def with_consent(*, until: int = 60, withdrawn: int | None = None) -> Told:
    """Return a file in which the kitchen's lead was told something on day 20."""
    consent = Consent(
        ConsentKind.TELL,
        day(2),
        Answered.GIVEN,
        "To cook together",
        recipient="The kitchen's lead",
        items=("first_name",),
        until=day(until),
        withdrawn_on=day(withdrawn) if withdrawn else None,
    )
    told = Disclosure(
        day(20),
        "The kitchen's lead",
        "To cook together",
        Rests.CONSENT,
        items=("first_name",),
        consent="consent-2",
    )
    safety = {
        "consents": (keep(consent, 2),),
        "disclosures": (keep(told, 20),),
        "measures": (measured(2),),
    }
    return one(calm(safety=safety))


def concern(**told: Any) -> Told:
    """Return a file with a safeguarding concern of day 20, decided, unless told."""
    whole = {
        "told_manager_at": at(20, 15),
        "wishes_asked": WishesAsked.EXPRESSED,
        "decided": Refer.DO_NOT_REFER,
        "why": "It was cleared up with the bank, as she wished",
        "decided_at": at(20, 16),
        **told,
    }
    kept = keep(SafeguardingConcern("Money was gone", at(20), **whole), 20)
    looks = (decided(22, Choice.HOLD, cites=(kept.id,)), HELD)
    formulation = written(22, version=2, recorded=1)
    case = calm(
        safety={"concerns": (kept,), "measures": (measured(2),)},
        decisions=(START, *looks),
        formulation=formulation,
    )
    return one(case)


def many(number: int, change: Callable[[Casefile, int], Casefile]) -> Told:
    """Return so many files, each of a person of its own, changed by its number."""
    return Told(tuple(change(named(calm(), n), n) for n in range(1, number + 1)))


def in_own_words(case: Casefile, number: int, **told: Any) -> Casefile:
    """Return a file of which the formulation is like no other one."""
    letter = "abcdefghijklmnopqrstuvwxyz"[number]
    made = a_formulation(
        **{
            "account": " ".join(letter + number for number in NUMBERS),
            "controls": (Control(f"{letter}go", ControlKind.ENVIRONMENTAL, "t1"),),
            **told,
        }
    )
    kept = replace(written(), record=made, file=case.person.file)
    return replace(case, formulation=kept, formulations=(kept,))


def pasted(case: Casefile, number: int) -> Casefile:
    """Return a file with a line that others have too, each its own in the rest."""
    line = "Gets off the bus at the bridge and walks home along the canal"
    return in_own_words(case, number, triggers=(a_trigger(tends_to_happen=line),))


def said_of(case: Casefile, number: int, *, limited: int) -> Casefile:
    """Return a file of somebody of group one or two; some of group one have a limit."""
    answer = "one" if number % 2 else "two"
    told = keep(Characteristics(day(1), (Said("group", answer),)), 1)
    limits = (placed(30, id=f"limit-{number}"),) if number <= limited * 2 else ()
    limits = limits if answer == "one" else ()
    safety = Safety(
        characteristics=(told,), restrictions=limits, measures=(measured(2),)
    )
    return replace(case, safety=safety)


def old(number: int = -120, **told: Any) -> Kept[Any]:
    """Return a formulation that was written long ago and looked at since."""
    return written(number, version=2, recorded=number, **told)


def lately(**told: Any) -> dict[str, Any]:
    """Return the fields of a file whose formulation is old and was gone through."""
    return {"formulation": old(**told)}


def copy_of(version: int) -> Kept[Paper]:
    """Return a copy of the card that the person holds."""
    paper = Paper(
        PaperKind.CARD, day(1), "Amina", "to carry", version, "a4", Holder.PERSON
    )
    return keep(paper, 1)


def unmet(met: str = "") -> Disagreement:
    """Return a view that differs, and how it was met."""
    return Disagreement("Her mother", "It is too soon", met)


def action(due: int, *, done: int | None = None, evidence: str = "") -> Told:
    """Return a service with an action of an audit."""
    made = Action(
        "Print the card",
        "Sam",
        day(due),
        finding="card-stale::",
        done_on=day(done) if done else None,
        evidence=evidence,
    )
    return Told((calm(),), replace(WELL, actions=(keep(made, 5),)))


MONEY_RULE = {"safety": {"measures": (measured(2),)}}
AGREED = Control("The card stays at home", ControlKind.AGREEMENT, "t2")
TILL = a_trigger(id="t2", situation="The till")
SHOP = a_trigger(id="t2", situation="The man by the till", unanswered_because="Parked")
DECLINED = (SignOff("person", Signed.DECLINED, day(1)), SIGNED[1])
NUMBERS = ("one", "two", "three", "four", "five")
LATE = at(24, 10) + timedelta(hours=30)
FLAGGED = "She is high risk."


def a_numbered_card(version: int, *, checked: int = 1) -> Kept[Any]:
    """Return a card of which copies before this version do not count any more."""
    friend = Contact("Jo", "01632 960002", day(checked))
    made = a_card(
        version=version,
        reissue_from=version,
        contacts=(friend,),
        written_on=day(1),
        on_call_checked=day(1),
    )
    return keep(made, 1, id="card-1")


def citing(number: int) -> Kept[Any]:
    """Return a decision of the n-th day that looked at the debrief of day 10."""
    return decided(number, Choice.HOLD, cites=("debrief-10",))


def back_dated(days: int = 8) -> Kept[Any]:
    """Return a decision that was written so many days after the day it gives."""
    kept = decided(20, Choice.HOLD)
    return replace(kept, recorded_at=kept.happened_at + timedelta(days=days))
