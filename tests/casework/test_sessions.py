"""Before, after and between sessions on a real encrypted vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework import card as cards
from inclusion_cli.casework import debrief as debriefs
from inclusion_cli.casework import debrief_receipt as receipts
from inclusion_cli.casework import observe as observes
from inclusion_cli.casework import plan as plans
from inclusion_cli.casework import plan_moves as plan_acts
from inclusion_cli.casework import prepare as prepares
from inclusion_cli.casework import session as sessions
from inclusion_cli.domain.card import Action, Contact, StepChange, StepUp
from inclusion_cli.domain.card_plan import pauses_of
from inclusion_cli.domain.debrief import Concern, Debrief, Outcome, Session
from inclusion_cli.domain.debrief_words import thought_words
from inclusion_cli.domain.own_card import actions_on, signs_on
from inclusion_cli.domain.pack_fears import thoughts
from inclusion_cli.domain.prepare import Guess
from inclusion_cli.domain.standing import standing
from tests.builders import a_card, criteria
from tests.casework.test_acts import DEBRIEF, START, STEP
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person
    from inclusion_cli.domain.saved import Saved
    from inclusion_cli.store.work import Work

NO_LATE_SIGN = {
    "when": {"not": {"signs_stage_max": {"stage": 2, "days": 7}}},
    "response": "pause",
}
PAUSE_SIGN = (
    'A pause sign: a sign past "Something is changing" in 7 days. You agreed to pause.'
)
EARLIER = NOW - timedelta(hours=3)


@pytest.fixture
def file(work: Work, amina: Kept[Person]) -> str:
    """Return the file of Amina: a card, a step that is on, a session earlier."""
    agreed = criteria(pause=[NO_LATE_SIGN])
    plans.add_step(work, work.casefile(amina.file), STEP, agreed)
    plan_acts.start_step(work, work.casefile(amina.file), START)
    cards.write_card(work, work.casefile(amina.file), a_card())
    case = work.casefile(amina.file)
    plans.plan_session(work, case, case.steps[0].id, EARLIER)
    return amina.file


def told(case: Casefile, **answers: Any) -> Debrief:
    """Return the debrief of that session that these answers stand for."""
    card = case.card.record if case.card else None
    return debriefs.debrief_from(
        {**DEBRIEF, "when": EARLIER, **answers},
        case.steps[0],
        case.sessions[0],
        signs_on(card),
        actions_on(card),
    )


def debriefed(work: Work, file: str, **answers: Any) -> Saved:
    """Record that session; return the receipt."""
    case = work.casefile(file)
    record = told(case, **answers)
    kept = debriefs.record_debrief(
        work, case, record, answers, session=case.sessions[0]
    )
    return receipts.debrief_receipt(work, kept, now=NOW)


def prepared(work: Work, file: str, **answers: Any) -> Saved:
    """Get ready for that session; return the receipt."""
    case = work.casefile(file)
    record = prepares.preparation_from(
        {"wanted": "yes", **answers}, case.steps[0], case.sessions[0], at=EARLIER
    )
    return prepares.record_preparation(work, case, record, session=case.sessions[0])


def test_a_pause_sign_answers_at_once_in_their_own_words(work: Work, file: str) -> None:
    """The sign as the card says it, what was agreed, what comes first, one command."""
    saved = debriefed(work, file, signs=("s3-1",), stage="3")

    assert saved.follows[:4] == (
        PAUSE_SIGN,
        'Seen: "sign 3".',
        'Amina does this ("I\'m struggling"): "I do 3".',
        "Do now what you agreed, with Amina.",
    )
    assert saved.next == ("review", "AK-014")


CRISIS_SIGN = {
    "when": {"not": {"crisis_contacts_max": {"n": 0, "days": 7}}},
    "response": "pause",
}
THE_NUMBERS = "In danger now: 999. On call here: 01632 960001. Ola: 07700 900120."
STEP_UP = (
    "What changes now: The step pauses. It is not over. "
    "More contact: A visit every day. Who is called: Ola. "
    "What to leave alone: The group."
)


@pytest.fixture
def in_depth(work: Work, amina: Kept[Person]) -> str:
    """Return a file whose card says who comes and what is left out, tied to a sign."""
    agreed = criteria(pause=[CRISIS_SIGN])
    plans.add_step(work, work.casefile(amina.file), STEP, agreed)
    plan_acts.start_step(work, work.casefile(amina.file), START)
    step = work.casefile(amina.file).steps[0]
    stages = tuple(
        replace(
            stage,
            mine=(*stage.mine, Action(f"m{stage.number}-2", f"I rest {stage.number}")),
            others=(Action(f"o{stage.number}-1", "Come by", "On call", "1 hour"),),
        )
        for stage in a_card().stages
    )
    step_up = StepUp(
        StepChange.PAUSE, pauses_of(step.record), "A visit every day", "Ola",
        "The group",
    )  # fmt: skip
    card = a_card(
        stages=stages, step_up=step_up, contacts=(Contact("Ola", "07700 900120"),)
    )
    cards.write_card(work, work.casefile(amina.file), card)
    case = work.casefile(amina.file)
    plans.plan_session(work, case, case.steps[0].id, EARLIER)
    return amina.file


def test_a_pause_sign_gives_all_that_was_agreed_for_the_stage(
    work: Work, in_depth: str
) -> None:
    """Own actions first, then what others do, then who comes and what is left out."""
    saved = debriefed(
        work, in_depth, signs=("s3-1",), stage="3", since=("crisis",),
        contacts=(NOW.date(),),
    )  # fmt: skip

    assert saved.follows[:7] == (
        THE_NUMBERS,
        "A pause sign: a crisis call in 7 days. You agreed to pause.",
        'Seen: "sign 3".',
        'Amina does this ("I\'m struggling"): "I do 3"; "I rest 3".',
        'What others do: On call (1 hour): "Come by".',
        STEP_UP,
        "Do now what you agreed, with Amina.",
    )


def test_a_crisis_call_is_the_last_stage_and_gives_the_numbers(
    work: Work, in_depth: str
) -> None:
    """The same from a debrief that names no stage and from an observation."""
    seen = observed(work, in_depth, seen="crisis_contact")

    says = (
        THE_NUMBERS,
        "A pause sign: a crisis call in 7 days. You agreed to pause.",
        'Amina does this ("I need help now"): "I do 4"; "I rest 4".',
        'What others do: On call (1 hour): "Come by".',
        STEP_UP,
        "Do now what you agreed, with Amina.",
    )
    assert seen.follows == says
    told = debriefed(work, in_depth, since=("crisis",), contacts=(NOW.date(),))
    assert told.follows[: len(says)] == says


def test_a_card_that_pauses_does_not_speak_over_a_sign_that_asks_for_a_review(
    work: Work, in_depth: str
) -> None:
    """Who comes is said; what becomes of the step is what was agreed for the sign."""
    step = work.casefile(in_depth).steps[0]
    softer = criteria(pause=[{**CRISIS_SIGN, "response": "review_same_day"}])
    work.amend(step, replace(step.record, criteria=softer), reason="agreed anew")

    seen = observed(work, in_depth, seen="crisis_contact")

    assert "You agreed to review the same day." in seen.follows[1]
    assert STEP_UP.replace("The step pauses. It is not over. ", "") in seen.follows


def test_what_the_person_did_not_agree_to_says_so(work: Work, in_depth: str) -> None:
    """Nobody is sent to do it as if it were agreed."""
    card = work.casefile(in_depth).card
    assert card is not None
    refused = tuple(
        replace(stage, others=tuple(replace(one, agreed=False) for one in stage.others))
        for stage in card.record.stages
    )
    cards.write_card(
        work, work.casefile(in_depth), replace(card.record, stages=refused)
    )

    saved = observed(work, in_depth, seen="sign", signs=("s2-1",))

    assert saved.follows == (
        'Seen: "sign 2".',
        'Amina does this ("Something is changing"): "I do 2"; "I rest 2".',
        'What others do: On call (1 hour): "Come by" (Amina has not agreed to this).',
    )


def test_the_last_stage_says_whom_to_ring_first(work: Work, file: str) -> None:
    """Before anything else: 999, and the number here."""
    saved = debriefed(work, file, signs=("s4-1",), stage="4")

    assert saved.follows[0] == "In danger now: 999. On call here: 01632 960001."


def test_how_far_each_thing_helped_stays_with_it(work: Work, file: str) -> None:
    """A score belongs to the action it was given to, not to its place in a list."""
    tried = ("m3-1", "m2-1", "else")
    answers = {"tried": tried, "tried.m3-1.helped": 7, "helped": "Tea"}

    record = told(work.casefile(file), **answers)

    assert [(one.text, one.helped) for one in record.tried] == [
        ("I do 3", 7),
        ("I do 2", None),
    ]
    assert record.helped == "Tea"


def test_what_could_be_real_is_looked_at_the_same_day(work: Work, file: str) -> None:
    """Yes and partly are a concern, whatever else was told; no is not."""
    thought = {"thought_seen": "Two men", "thought_mind": "They wait for me"}

    real = told(work.casefile(file), **thought, thought_real="partly")
    not_real = told(work.casefile(file), **thought, thought_real="no")
    saved = debriefed(work, file, **thought, thought_real="yes")

    assert real.concerns == (Concern.MAY_BE_REAL,)
    assert not_real.concerns == ()
    assert receipts.SAME_DAY in saved.follows
    assert saved.next == ("review", "AK-014")


def test_a_thought_record_invents_nothing_that_was_not_asked(
    work: Work, file: str
) -> None:
    """What was seen is kept alone; it is not counted as real, nor as not."""
    record = told(work.casefile(file), thought_seen="Two men at the gate")
    debriefed(work, file, thought_seen="Two men at the gate")

    assert record.thought is not None
    assert (record.thought.mind, record.thought.real) == ("", None)
    assert record.concerns == ()
    assert thought_words(record.thought) == "Seen or heard: Two men at the gate."
    assert thoughts(work.casefile(file).debriefs) == (
        "1 thought written down. 0 of 0 could be real, or partly. "
        "For 1 it was not asked."
    )


def test_guesses_open_with_the_debrief_and_not_before(work: Work, file: str) -> None:
    """Nothing of them is in what is said or handed back; then both are."""
    guesses = {"my_peak": 8, "my_sure": 70, "worker_peak": 7, "worker_going": "yes"}
    before = prepared(work, file, **guesses)

    after = debriefed(work, file, worry_peak=5)

    kept = work.casefile(file).preparations[0].record
    assert (kept.mine, kept.workers) == (Guess(8, 70), Guess(7, going=True))
    assert before.record.mine is None
    assert before.record.workers is None
    assert before.follows == ("The guesses are sealed until the debrief.",)
    assert "Worry at its worst: Amina thought 8, you thought 7, it was 5." in (
        after.follows
    )
    assert after.record.belief_before == 70


def test_not_today_is_fine_and_offers_what_to_do(work: Work, file: str) -> None:
    """No reason is asked, and nothing counts yet."""
    saved = prepared(work, file, wanted="no")

    assert saved.follows[0] == "Amina does not want it today. No reason is needed."
    assert saved.next == ("session", "cancel", "AK-014")
    assert work.casefile(file).debriefs == ()


def test_a_session_we_cancel_is_read_and_never_counts(work: Work, file: str) -> None:
    """It is the debrief the rules read; the new time is another session."""
    case = work.casefile(file)
    again = NOW + timedelta(days=2)

    saved = sessions.cancel_session(
        work, case, case.sessions[0], {"by": "cancelled_by_service", "next": again}
    )

    after = work.casefile(file)
    stands = standing(after, now=NOW)
    assert stands is not None
    assert saved.follows[0] == "We cancelled this one. It does not count against Amina."
    assert [d.record.outcome for d in stands.sessions] == [Outcome.CANCELLED_BY_SERVICE]
    assert [s.record.at for s in after.open_sessions()] == [again]


def test_a_session_cancelled_ahead_is_read_on_its_day(work: Work, file: str) -> None:
    """Until then it says nothing about how things are."""
    case = work.casefile(file)
    ahead = plans.plan_session(work, case, case.steps[0].id, NOW + timedelta(days=2))

    sessions.cancel_session(work, case, ahead, {"by": "person_chose_not_to"})

    after = work.casefile(file)
    now, then = (standing(after, now=NOW + timedelta(days=n)) for n in (0, 3))
    assert now is not None
    assert then is not None
    assert now.sessions == ()
    assert len(then.sessions) == 1


def test_sessions_are_planned_each_week_and_none_twice(work: Work, file: str) -> None:
    """What is planned already stays as it is; what is as on the step is not copied."""
    case = work.casefile(file)
    first = NOW + timedelta(days=2)
    plans.plan_session(work, case, case.steps[0].id, first + timedelta(days=7))
    answers = {
        "when": first,
        "until": first.date() + timedelta(days=21),
        "place": STEP["place"],
        "travel": "On foot",
    }

    saved = sessions.plan_sessions(
        work, work.casefile(file), work.casefile(file).steps[0], answers
    )

    planned = [s for s in work.casefile(file).sessions if s.record.travel]
    assert saved.follows == ("1 time in between was planned already, and stays.",)
    assert [s.on - first.date() for s in planned] == [
        timedelta(days=n) for n in (0, 14, 21)
    ]
    assert {s.record.place for s in planned} == {""}


def test_what_changed_in_another_window_is_not_written_over(
    work: Work, file: str
) -> None:
    """A session moved, cancelled or debriefed meanwhile: one sentence, no save."""
    case = work.casefile(file)
    record = told(case)
    sessions.move_session(
        work, case, case.sessions[0], {"when": NOW - timedelta(hours=2)}
    )

    with pytest.raises(debriefs.SessionChanged, match="Amina Khan, AK-014 changed"):
        debriefs.record_debrief(work, case, record, {}, session=case.sessions[0])
    assert work.all(Debrief, file=file) == ()

    moved = work.casefile(file)
    sessions.cancel_session(
        work, moved, moved.sessions[0], {"by": "cancelled_by_venue"}
    )
    with pytest.raises(debriefs.SessionChanged):
        sessions.move_session(
            work, moved, moved.sessions[0], {"when": NOW + timedelta(days=1)}
        )
    assert len(work.all(Session, file=file)) == 1


def observed(work: Work, file: str, **answers: Any) -> Saved:
    """Record something between sessions; return the receipt."""
    case = work.casefile(file)
    card = case.card.record if case.card else None
    record = observes.observation_from(
        {"when": NOW - timedelta(hours=1), **answers}, signs_on(card)
    )
    kept = observes.record_observation(work, case, record)
    return observes.observation_receipt(work, kept, now=NOW)


def test_a_request_between_sessions_is_looked_at_the_same_day(
    work: Work, file: str
) -> None:
    """Whatever the person did about it."""
    saved = observed(
        work,
        file,
        seen="money_request",
        money_what="A loan",
        money_who="A man",
        money_did="declined_independently",
    )

    assert receipts.SAME_DAY in saved.follows
    assert saved.next == ("review", "AK-014")


def test_a_night_is_kept_on_the_morning_it_ended(work: Work, file: str) -> None:
    """In minutes; and late is said."""
    saved = observed(
        work,
        file,
        seen="sleep",
        when=None,
        morning=date(2026, 11, 15),
        slept="4 hours 30 minutes",
    )

    (kept,) = work.casefile(file).observations
    assert (kept.on, kept.record.minutes_slept) == (date(2026, 11, 15), 270)
    assert saved.says == "Saved for Amina Khan, AK-014. Entered 3 days late."


def test_stopping_all_at_once_is_told_plainly(work: Work, file: str) -> None:
    """Advice to see a doctor, and no other."""
    saved = observed(
        work, file, seen="substance_use", used="stopped", what="Cider, since Sunday"
    )

    assert saved.follows == (
        "Stopping drink all at once can kill. Amina needs medical advice today.",
    )
    assert replace(saved.record, stopped=False) != saved.record
