"""The acts on a real encrypted vault: what is written, linked and refused."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework import debrief as debriefs
from inclusion_cli.casework import debrief_receipt as receipts
from inclusion_cli.casework import plan as plans
from inclusion_cli.casework import plan_moves as plan_acts
from inclusion_cli.casework import review as reviews
from inclusion_cli.casework.person import CodeTaken, add_person
from inclusion_cli.domain.casefile import Casefile, State
from inclusion_cli.domain.debrief import Session
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.standing import standing
from inclusion_cli.errors import ChangedMeanwhile
from inclusion_cli.store.log import ANSWERS, read
from tests.builders import criteria
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

STEP: dict[str, Any] = {
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
START = {"step": "1", "agreed_with": "Jo"}
DEBRIEF: dict[str, Any] = {
    "when": NOW - timedelta(hours=3),
    "how": "stayed",
    "worry_peak": 6,
    "since": (),
}
DECISION: dict[str, Any] = {
    "ready": "yes",
    "wish": "Carry on",
    "decision": "hold",
    "why": "Early days, and the walk is still new",
    "agreed_with": "Jo",
    "look_again": NOW.date() + timedelta(days=14),
}


@pytest.fixture
def file(work: Work, amina: Kept[Person]) -> str:
    """Return the file of Amina, with two steps of which the first is on."""
    for title in ("A morning walk", "A small group"):
        told = {**STEP, "title": title}
        plans.add_step(work, work.casefile(amina.file), told, criteria())
    plan_acts.start_step(work, work.casefile(amina.file), START)
    return amina.file


def debriefed(work: Work, file: str, **told: Any) -> Casefile:
    """Record a debrief of the step that is on; return the casefile after it."""
    case = work.casefile(file)
    current = case.current()
    assert current is not None
    answers = {**DEBRIEF, **told}
    record = debriefs.debrief_from(answers, current.step, None, ())
    debriefs.record_debrief(work, case, record, answers)
    return work.casefile(file)


def decided(work: Work, case: Casefile, **told: Any) -> Casefile:
    """Decide about the step that is on; return the casefile after it."""
    stands = standing(case, now=NOW)
    assert stands is not None
    answers = {**DECISION, **told}
    review, decision = reviews.decision_from(
        case, stands, review_table(case, stands), answers
    )
    read_at = work.entries_in(case.person.file)
    reviews.decide_step(work, case, review, decision, answers, read_at=read_at)
    return work.casefile(case.person.file)


def test_two_people_cannot_share_a_code(work: Work, amina: Kept[Person]) -> None:
    """The code stands for one person for good."""
    with pytest.raises(CodeTaken, match="AK-014"):
        add_person(work, Person(amina.record.code, "Ali Khan", "Ali"))


def test_the_plan_is_made_with_the_first_step(work: Work, file: str) -> None:
    """One plan carries the goal and the baseline; both steps are rungs of it."""
    case = work.casefile(file)

    assert case.plan is not None
    assert (case.plan.record.baseline_contacts, case.plan.record.baseline_days) == (
        3,
        56,
    )
    assert {step.record.plan for step in case.steps} == {case.plan.id}
    assert [rung.state for rung in case.rungs()] == [State.ACTIVE, State.PLANNED]


def test_a_decision_rests_on_its_review_and_its_sessions(work: Work, file: str) -> None:
    """The evidence is frozen, the decision names it, and the log links the two."""
    case = decided(work, debriefed(work, file))

    decision, review = case.decisions[-1], case.reviews[-1]
    assert decision.record.review == review.id
    assert decision.record.cites == (case.debriefs[0].id,)
    assert next(line.shows for line in review.record.evidence) == "1 of 1 went ahead"
    (entry,) = (
        w.entry
        for w in read(work.vault.connection.cursor())
        if w.entry.id == decision.entry
    )
    assert entry.linked(ANSWERS) == (review.entry,)


def test_evidence_that_changed_meanwhile_is_not_decided_on(
    work: Work, file: str
) -> None:
    """What was not seen cannot be decided about; nothing is written."""
    case = debriefed(work, file)
    stands = standing(case, now=NOW)
    assert stands is not None
    review, decision = reviews.decision_from(
        case, stands, review_table(case, stands), DECISION
    )

    with pytest.raises(ChangedMeanwhile, match="Amina Khan, AK-014"):
        reviews.decide_step(work, case, review, decision, DECISION, read_at=1)
    assert len(work.all(Decision, file=file)) == 1


def test_planned_sessions_follow_the_step(work: Work, file: str) -> None:
    """After moving on, what was planned is planned for the new step."""
    case = debriefed(work, file, next=NOW + timedelta(days=2))

    after = decided(work, case, decision="progress")

    (session,) = after.open_sessions()
    assert session.record.step == after.steps[1].id


@pytest.mark.parametrize("choice", ["pause", "person_stopped"])
def test_planned_sessions_are_withdrawn_with_the_step(
    work: Work, file: str, choice: str
) -> None:
    """After a pause or a stop nobody is waited for."""
    case = debriefed(work, file, next=NOW + timedelta(days=2))

    after = decided(work, case, decision=choice, resume_when="Two calm nights")

    assert after.open_sessions() == ()
    assert work.all(Session, file=file) == ()


def test_a_cancelled_session_does_not_count_against_the_person(
    work: Work, file: str
) -> None:
    """What we cancelled is said to be ours."""
    case = debriefed(work, file, how="did_not_go", why_not="cancelled_by_service")

    receipt = receipts.debrief_receipt(work, case.debriefs[-1], now=NOW)

    assert "It does not count against Amina." in " ".join(receipt.follows)


def test_more_than_one_change_at_a_time_is_pointed_out(
    work: Work, amina: Kept[Person]
) -> None:
    """One dimension at a time is steadier; it is said, not forbidden."""
    plans.add_step(work, work.casefile(amina.file), STEP, criteria())
    told = {**STEP, "minutes": 45, "accompaniment": 0}

    saved = plans.add_step(work, work.casefile(amina.file), told, criteria())

    assert saved.follows == (
        (
            "From the step before, who is there and how long change at once. "
            "One at a time is steadier."
        ),
    )


def test_stepping_back_makes_the_lower_step_the_one_that_is_on(
    work: Work, file: str
) -> None:
    """Evidence from before the step back is shown, not counted."""
    up = decided(work, debriefed(work, file), decision="progress")

    down = decided(work, up, decision="step_back", least_change="With a worker beside")

    current = down.current()
    assert current is not None
    assert current.step.record.number == 1
    stands = standing(down, now=NOW)
    assert stands is not None
    assert stands.sessions == ()
    assert down.decisions[-1].record.choice is Choice.STEP_BACK
