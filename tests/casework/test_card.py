"""Writing, checking, copying and taking back a card, on a real encrypted vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework import card as cards
from inclusion_cli.casework import card_copies as copying
from inclusion_cli.casework import debrief as debriefs
from inclusion_cli.casework import plan as plans
from inclusion_cli.casework import plan_moves as plan_acts
from inclusion_cli.domain.card import (
    Action,
    Contact,
    Domain,
    Numbers,
    Sign,
    StepChange,
    StepUp,
)
from inclusion_cli.domain.card_copies import copies
from inclusion_cli.domain.card_plan import card_and_plan
from inclusion_cli.domain.debrief import Debrief, Outcome, SignSeen, Tried
from inclusion_cli.domain.paper import Ended, Holder
from inclusion_cli.store.log import read
from tests.builders import A_CRISIS_CALL, a_card, criteria
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.card import Card
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person
    from inclusion_cli.store.work import Work

NUMBERS = Numbers(date(2026, 11, 1), (Contact("Danger to life", "999"),))
TODAY = NOW.date()
LATER = TODAY + timedelta(days=30)
WALLET = copying.Order("wallet", Holder.PERSON)
TOLD: dict[str, Any] = {
    **{f"sign{n}.1.text": f"sign {n}" for n in (1, 2, 3, 4)},
    **{f"mine{n}.1.text": f"I do {n}" for n in (1, 2, 3, 4)},
    "not_helpful": "Being rushed",
    "on_call": "01632 960001",
}
LATE = {"not": {"signs_stage_max": {"stage": 2, "days": 7}}}
STEP = {
    "goal": "A hot chocolate, alone",
    "baseline_contacts": 3,
    "title": "A morning walk",
    "place": "Canal path",
    "time": "10am",
    "minutes": 15,
    "accompaniment": 6,
    "hold_days": 14,
    "hold_sessions": 3,
}


@pytest.fixture
def file(work: Work, amina: Kept[Person]) -> str:
    """Return the file of Amina, with a card, and a step that pauses at stage 3."""
    stop = [{"when": LATE, "response": "pause"},
            {"when": A_CRISIS_CALL, "response": "review_same_day"}]  # fmt: skip
    plans.add_step(work, work.casefile(amina.file), STEP, criteria(pause=stop))
    plan_acts.start_step(
        work, work.casefile(amina.file), {"step": "1", "agreed_with": "Jo"}
    )
    written(work, amina.file)
    return amina.file


def made(case: Casefile, *, on: date = TODAY, **told: Any) -> Card:
    """Return the version that answers stand for."""
    return cards.card_from(case, {**TOLD, **told}, today=on, numbers=NUMBERS)


def written(work: Work, file: str, **told: Any) -> Casefile:
    """Write a version of the card; return the casefile after it."""
    case = work.casefile(file)
    cards.write_card(work, case, made(case, **told))
    return work.casefile(file)


def dotted(**told: Any) -> dict[str, Any]:
    """Return answers whose keys have dots, written with two underscores."""
    return {key.replace("__", "."): value for key, value in told.items()}


def test_what_stays_keeps_its_id_in_a_new_version(work: Work, file: str) -> None:
    """Old debriefs keep their meaning; what is new gets an id nobody had."""
    told = dotted(
        sign2__1__text="brand new",
        sign2__2__text="sign 2",
        mine2__1__text="I sing",
        mine2__2__text="I do 2",
        mine3__1__text="I do 2",
    )

    card = made(work.casefile(file), **told)

    assert [(s.id, s.text) for s in card.stages[1].signs] == [
        ("s2-2", "brand new"),
        ("s2-1", "sign 2"),
    ]
    assert [(a.id, a.text) for a in card.stages[1].mine] == [
        ("m2-2", "I sing"),
        ("m2-1", "I do 2"),
    ]
    assert card.stages[2].mine[0].id not in ("m2-1", "m3-1")
    assert card.version == 2


def test_an_id_that_a_debrief_knows_is_not_given_anew(work: Work, file: str) -> None:
    """A sign that left the card three versions ago is still what was seen then."""
    case = work.casefile(file)
    seen = (SignSeen("s2-2", "Paces", 2),)
    told = (Tried("I hum", "m2-2", 5),)
    step = case.steps[0].id
    debrief = Debrief(
        step, NOW - timedelta(hours=3), Outcome.ATTENDED_FULL, signs=seen, tried=told
    )
    debriefs.record_debrief(work, case, debrief, {})

    card = made(
        work.casefile(file),
        **dotted(sign2__2__text="Sings", mine2__2__text="I count"),
    )

    assert card.stages[1].signs[1].id == "s2-3"
    assert card.stages[1].mine[1].id == "m2-3"


def test_a_card_says_all_that_was_answered(work: Work, file: str) -> None:
    """Details of rows, how to be told, the step-up with the plan's own signs."""
    told = dotted(
        sign2__1__domain="sleep",
        sign2__1__usual="7 hours",
        sign2__1__change="under 5",
        sign2__1__noticed="my aunt",
        sign2__1__example="In May",
        mine2__1__within="1 hour",
        others2__1__text="Ask me once",
        others2__1__who="Sam",
        others2__1__agreed="no",
        says_first="My aunt",
        step_change="pause",
        pauses=("p2",),
        called="My aunt",
        check_by=LATER,
    )

    card = made(work.casefile(file), **told)

    assert card.stages[1].signs[0] == Sign(
        "s2-1", "sign 2", Domain.SLEEP, "7 hours", "under 5", "my aunt", "In May"
    )
    assert card.stages[1].mine[0].within == "1 hour"
    assert card.stages[1].others == (
        Action("o2-1", "Ask me once", "Sam", "", agreed=False, since=TODAY),
    )
    assert (card.says_first, card.check_by) == ("My aunt", LATER)
    assert card.step_up is not None
    assert [pause.text for pause in card.step_up.pauses] == [
        "If there is a crisis call: we talk that day."
    ]
    assert card.step_up.call == "My aunt"


def test_an_action_keeps_the_day_it_came_on_the_card(work: Work, file: str) -> None:
    """So that nobody is told to rest what is new."""
    card = made(work.casefile(file), on=LATER, **dotted(mine2__2__text="I sing"))

    assert [action.since for action in card.stages[1].mine] == [TODAY, LATER]


def test_a_number_that_stays_keeps_the_day_it_was_checked(
    work: Work, file: str
) -> None:
    """A new number is checked as it is typed; crisis lines are as old as our list."""
    aunt = dotted(contact__1__name="My aunt", contact__1__number="07700 900123")
    jo = dotted(contact__2__name="Jo", contact__2__number="07700 900124")
    case = written(work, file, **aunt)

    case = written(work, file, **aunt, crisis_team="01632 960003")
    card = made(
        case, on=LATER, **aunt, **jo, on_call="01632 960002", crisis_team="01632 960003"
    )

    assert card.crisis_team_checked == TODAY
    assert [who.checked_on for who in card.contacts] == [TODAY, LATER]
    assert (card.on_call_checked, card.lines_checked) == (LATER, NUMBERS.as_of)


def test_no_number_was_checked_on_a_day_to_come(work: Work, file: str) -> None:
    """A card of before the shipped lines were checked anew says its own day."""
    earlier = NUMBERS.as_of - timedelta(days=60)

    card = made(work.casefile(file), on=earlier)

    assert card.lines_checked == earlier


def test_advice_and_disagreements_are_said_when_it_is_saved(
    work: Work, file: str
) -> None:
    """They are said, not forbidden."""
    case = work.casefile(file)

    saved = cards.write_card(work, case, made(case, step_change="stay"))

    assert saved.follows == (
        '"Something is changing" has 1 sign. 3 to 5 work best.',
        'The card says: at "I\'m struggling", the step goes on. Step 1 says: pause.',
    )
    assert card_and_plan(work.casefile(file))


def test_old_copies_are_called_in_only_when_it_matters(work: Work, file: str) -> None:
    """A new own action: no. A new number: yes."""
    copying.log_copy(work, work.casefile(file), WALLET)

    kept = written(work, file, **dotted(mine2__1__text="I sing"))
    changed = written(work, file, on_call="01632 960002")

    assert [copy.old for copy in copies(kept)] == [False]
    assert [copy.old for copy in copies(changed)] == [True]


def test_a_new_version_tells_who_holds_an_old_one(work: Work, file: str) -> None:
    """At once, not on a later day."""
    copying.log_copy(work, work.casefile(file), WALLET)
    case = work.casefile(file)

    saved = cards.write_card(work, case, made(case, on_call="01632 960002"))

    assert saved.follows[-1] == (
        "Amina holds version 1 of the card (wallet). "
        "Version 2 is the one that counts. Print a new one."
    )


# --- still right --------------------------------------------------------------------


def test_a_card_that_is_still_right_is_renewed_and_stays_its_version(
    work: Work, file: str
) -> None:
    """Its dates move, its words do not, and its copies stay good."""
    copying.log_copy(work, work.casefile(file), WALLET)
    case = work.casefile(file)
    old = case.card
    assert old is not None

    cards.check_card(work, case, {"check_by": LATER}, chosen={"on_call"})

    case = work.casefile(file)
    assert case.card is not None
    card = case.card.record
    assert (card.version, card.check_by) == (1, LATER)
    assert (card.on_call_checked, card.lines_checked) == (TODAY, NUMBERS.as_of)
    assert card.stages == old.record.stages
    assert len(case.card_days) == 2
    assert not any(copy.old for copy in copies(case))
    last = list(read(work.vault.connection.cursor()))[-1].entry
    assert (last.kind, last.reason) == ("card", "checked: still right")


def test_a_card_that_is_not_right_is_not_renewed(work: Work, file: str) -> None:
    """It says what to do instead."""
    with pytest.raises(cards.NotRightAnyMore) as refused:
        cards.still_right(work.casefile(file), {"right": "no"})

    assert refused.value.exit_code == 11
    assert "card write AK-014" in refused.value.hint


# --- copies -------------------------------------------------------------------------


def test_a_copy_is_logged_with_who_holds_it_and_what_was_added(
    work: Work, file: str
) -> None:
    """Named others too; what is carried does not say what it is."""
    order = copying.Order("a6", Holder.OTHER, "My aunt", ("name",))

    copying.log_copy(work, work.casefile(file), order)

    paper = work.casefile(file).papers[-1].record
    assert (paper.recipient, paper.size, paper.version) == ("My aunt", "a6", 1)
    assert (paper.adds, paper.purpose) == (("name",), "to carry")


def test_what_is_carried_is_for_me_and_names_nobody(work: Work, file: str) -> None:
    """The mark of the page does not give the name away."""
    case = work.casefile(file)

    found = copying.make_card(work, case, WALLET, today=TODAY, numbers=NUMBERS)

    assert (found.sheet.recipient, found.known_as) == ("me", "")


def test_a_copy_that_is_gone_is_on_no_list(work: Work, file: str) -> None:
    """What became of it is kept with it."""
    copying.log_copy(work, work.casefile(file), WALLET)
    case = work.casefile(file)
    (held,) = copies(case)

    saved = copying.take_copy(work, case, held.paper, ended=Ended.DESTROYED)

    assert saved.says == (
        "Saved for Amina Khan, AK-014: the copy of Amina, wallet, version 1, from "
        "Wednesday 18 November 2026, was destroyed."
    )
    assert copies(work.casefile(file)) == ()


def test_nobody_who_holds_nothing_can_give_it_back(work: Work, file: str) -> None:
    """It says so, and how to print one."""
    with pytest.raises(copying.NobodyHoldsOne, match="Nobody holds a copy"):
        copying.held_of(work.casefile(file))


def test_whoever_prints_is_told_what_is_wrong_and_still_prints(
    work: Work, file: str
) -> None:
    """A disagreement, an old copy, and numbers nobody checked."""
    copying.log_copy(work, work.casefile(file), WALLET)
    case = work.casefile(file)
    card = a_card(version=2, step_up=StepUp(StepChange.STAY))
    assert case.card is not None
    case = replace(case, card=replace(case.card, record=card))

    told = list(copying.what_to_know(case, "Nobody has checked the crisis lines."))

    assert [line.split(",")[0].split(" of ")[0] for line in told] == [
        'The card says: at "I\'m struggling"',
        "Amina holds version 1",
        "Nobody has checked the crisis lines.",
    ]
