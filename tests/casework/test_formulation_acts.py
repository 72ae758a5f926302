"""Writing, signing and finding still true, on a real encrypted vault."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework import debrief as debriefs
from inclusion_cli.casework import formulation as acts
from inclusion_cli.casework import formulation_sign as signing
from inclusion_cli.casework import plan as plans
from inclusion_cli.casework import plan_moves as plan_acts
from inclusion_cli.casework import recheck as looks
from inclusion_cli.casework import review as reviews
from inclusion_cli.casework.person import add_person
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.formulation import Formulation, KeptWords
from inclusion_cli.domain.formulation_events import early, silent
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.recheck import Event, Found, Recheck
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.words_kept import unkept
from inclusion_cli.plain import from_plain
from tests.builders import a_formulation, a_trigger, a_whole_formulation, criteria
from tests.casework.test_acts import DEBRIEF, DECISION, START, STEP
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

TODAY = NOW.date()
DRAFT = a_formulation(sign_offs=(), review_on=TODAY + timedelta(days=84))
SIGNED = {"agreed": "signed", "worker": "signed", "manager": "not_yet"}
HELPS = "Going at ten when the bus is quiet and sitting near the driver"


def write(work: Work, file: str, record: Formulation, **answers: Any) -> Any:
    """Write a formulation, and return its receipt."""
    return acts.write_formulation(work, work.casefile(file), record, answers)


def signed(work: Work, file: str, flagged: Any = (), **told: Any) -> Any:
    """Sign what stands, and return the receipt."""
    case = work.casefile(file)
    kept = acts.standing_formulation(case)
    record = signing.signed_from(
        kept.record, {**SIGNED, **told}, on=TODAY, worker="Sam", flagged=flagged
    )
    return signing.sign(work, case, kept, record)


def stands(work: Work, file: str) -> Formulation:
    """Return the formulation that stands."""
    return acts.standing_formulation(work.casefile(file)).record


def hurt(work: Work, file: str) -> Casefile:
    """Record a session at which somebody was hurt, an hour from now."""
    plans.add_step(work, work.casefile(file), STEP, criteria())
    plan_acts.start_step(work, work.casefile(file), START)
    work.clock.fixed = NOW + timedelta(hours=1)
    work._recorded = None
    case = work.casefile(file)
    current = case.current()
    assert current is not None
    told = {**DEBRIEF, "when": NOW, "since": (Concern.HURT.value,)}
    record = debriefs.debrief_from(told, current.step, None, ())
    debriefs.record_debrief(work, case, record, told)
    work.clock.fixed = NOW + timedelta(hours=2)
    work._recorded = None
    return work.casefile(file)


def test_a_version_is_a_draft_until_it_is_signed(
    work: Work, amina: Kept[Person]
) -> None:
    """Signing amends the version that stands; a new version is a draft again."""
    write(work, amina.file, DRAFT)
    assert not stands(work, amina.file).is_signed

    receipt = signed(work, amina.file)
    after = stands(work, amina.file)
    write(work, amina.file, replace(after, version=2, sign_offs=(), identity="Noon"))

    assert (after.version, after.is_signed) == (1, True)
    assert receipt.follows == ("No manager has signed it yet.",)
    assert not stands(work, amina.file).is_signed


def test_everybodys_signature_closes_a_version(work: Work, amina: Kept[Person]) -> None:
    """What changes then is a new version."""
    write(work, amina.file, DRAFT)
    signed(work, amina.file, manager="signed", manager_name="Jo", manager_on=TODAY)

    with pytest.raises(signing.SignedAlready, match="Version 1 for Amina Khan"):
        signing.refuse_signed(work.casefile(amina.file), stands(work, amina.file))


def test_a_reason_for_words_stays_while_they_are_asked_about(
    work: Work, amina: Kept[Person]
) -> None:
    """Kept once, not asked again; let go when the check asks no more."""
    flag = ("What helps", "A.always", "always", "When?")
    write(work, amina.file, DRAFT)

    signed(work, amina.file, flagged=(flag,), **{"words.1.reason": "Her joke"})
    kept = stands(work, amina.file)
    signed(work, amina.file)

    assert kept.words_kept == (KeptWords("A.always", "always", "Her joke"),)
    assert unkept(kept, (flag, ("Who I am", "A.always", "Always", "When?"))) == ()
    assert stands(work, amina.file).words_kept == ()


def test_the_same_again_is_no_new_version(work: Work, amina: Kept[Person]) -> None:
    """It is found still true, until a new day; signatures stand."""
    write(work, amina.file, DRAFT)
    signed(work, amina.file)
    again = replace(stands(work, amina.file), version=2, sign_offs=())
    later = TODAY + timedelta(days=100)

    receipt = write(work, amina.file, replace(again, review_on=later))

    assert receipt.says == (
        "Saved for Amina Khan, AK-014: nothing changed. Version 1 is still true."
    )
    assert stands(work, amina.file).is_signed
    (look,) = work.casefile(amina.file).rechecks
    assert (look.record.found, look.record.review_on) == (Found.STILL_TRUE, later)


def test_still_true_after_harm_is_heard_until_somebody_says_why(
    work: Work, amina: Kept[Person]
) -> None:
    """The receipt says so, and a second look with a reason ends it."""
    write(work, amina.file, DRAFT)
    case = hurt(work, amina.file)
    told = {"found": "still_true", "with_person": "yes"}
    kept = acts.standing_formulation(case)
    assert early(case, on=TODAY) != ()

    quiet = looks.confirm(work, case, looks.recheck_from(kept, told, on=TODAY))
    after = work.casefile(amina.file)
    told["unchanged_because"] = "It says so already"
    looks.confirm(work, after, looks.recheck_from(kept, told, on=TODAY))

    assert "Nobody said why nothing changed after someone hurt" in quiet.follows[0]
    assert silent(after) != ()
    assert early(after, on=TODAY) == ()
    assert silent(work.casefile(amina.file)) == ()


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"formulation": "still_true", "unchanged_because": "So it is"},
         [(Found.STILL_TRUE, None)]),
        ({"formulation": "changed", "change": "move"}, [(Found.CHANGED, Event.MOVE)]),
        ({"formulation": "not_today"}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_a_step_review_keeps_what_was_said_of_the_formulation(
    work: Work, amina: Kept[Person], told: dict[str, str], found: list[Any]
) -> None:
    """In the same save as the decision; where it was not asked, nothing is written."""
    write(work, amina.file, DRAFT)
    case = hurt(work, amina.file)
    where = standing(case, now=work.clock.now())
    assert where is not None
    answers = {**DECISION, **told}
    decided = reviews.decision_from(case, where, review_table(case, where), answers)

    reviews.decide_step(
        work, case, *decided, answers, read_at=work.entries_in(amina.file)
    )

    after = work.casefile(amina.file)
    assert [(k.record.found, k.record.change) for k in after.rechecks] == found
    assert bool(early(after, on=TODAY)) == (told.get("formulation") != "still_true")


def test_words_of_somebody_else_are_told_at_saving(
    work: Work, amina: Kept[Person]
) -> None:
    """By code alone; a closed file is not looked at."""
    add_person(work, Person("BT-003", "Ben Tate", "Ben"))
    ben = next(kept for kept in work.all(Person) if kept.record.code == "BT-003")
    pasted = replace(DRAFT, triggers=(a_trigger(helps=HELPS),))
    write(work, ben.file, pasted)

    receipt = write(work, amina.file, pasted)

    assert any("has the same words as BT-003" in line for line in receipt.follows)
    assert not any("Tate" in line for line in receipt.follows)
    assert acts.others(work, work.casefile(ben.file))[0][0] == "AK-014"


def test_a_step_that_meets_what_is_not_there_is_told(
    work: Work, amina: Kept[Person]
) -> None:
    """When it is added, and when the situation is taken out later."""
    whole = replace(a_whole_formulation(scenarios=()), sign_offs=())
    write(work, amina.file, whole)
    told = {**STEP, "triggers": ("t2", "Fireworks")}

    added = plans.add_step(work, work.casefile(amina.file), told, criteria())
    kept = acts.standing_formulation(work.casefile(amina.file))
    answers = {
        "what_matters": "x",
        "cost_of_not_doing": "y",
        "trigger.1.situation": whole.triggers[0].situation,
        **{f"trigger.1.{k}": "z" for k in ("tends", "signs", "helps")},
        "trigger.1.kind": "crowds",
        "strength.1.text": "a",
        "strength.2.text": "b",
        "review_on": TODAY,
    }
    left = write(work, amina.file, acts.formulation_from(kept, answers))

    assert added.follows == (
        'Step 1 meets "Fireworks", which the formulation does not have.',
    )
    assert left.follows[-1] == (
        'Step 1 meets "The man by the till on payday" and "Fireworks", '
        "which the formulation does not have."
    )


def test_more_restrictions_than_before_ask_for_what_is_new(
    work: Work, amina: Kept[Person]
) -> None:
    """They stay or fall in number, unless there is new evidence."""
    write(work, amina.file, DRAFT)
    more = replace(DRAFT, controls=a_whole_formulation().controls[:2], version=2)

    receipt = write(work, amina.file, more)

    assert receipt.follows[:2] == (
        "1 restriction to look at again by the review.",
        "There were 0 before. Say at the review what is new about it.",
    )


def test_a_body_of_the_first_version_is_read_and_written_on() -> None:
    """What was written before these fields is a formulation still."""
    old = {
        "version": 1,
        "what_matters": "The sea",
        "cost_of_not_doing": "Days in",
        "triggers": [
            {"id": "t1", "kind": "crowds", "situation": "The bus",
             "tends_to_happen": "a", "early_signs": "b", "helps": "c"}
        ],
        "strengths": ["Sings", "Walks"],
        "controls": [
            {"text": "Go at ten", "kind": "support", "trigger": "t1", "harm": "",
             "lawful_basis": "", "tried": "", "ends_when": ""}
        ],
        "review_on": "2026-12-30",
    }  # fmt: skip

    read = from_plain(Formulation, json.loads(json.dumps(old)))

    assert (read.account, read.scenarios, read.sign_offs) == ("", (), ())
    assert not read.is_signed


def test_a_look_knows_its_version(work: Work, amina: Kept[Person]) -> None:
    """A new version starts with no look of its own."""
    write(work, amina.file, DRAFT)
    kept = acts.standing_formulation(work.casefile(amina.file))
    told = {"found": "changed", "change": "move", "what_is_new": "To a flat"}

    look = looks.recheck_from(kept, told, on=TODAY)

    assert look == Recheck(
        kept.id, 1, TODAY, Found.CHANGED, change=Event.MOVE, what="To a flat"
    )
