"""Moves of a step on a real vault: what is refused, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework import plan as plans
from inclusion_cli.casework import plan_moves as plan_acts
from inclusion_cli.casework import review as reviews
from inclusion_cli.domain import pack_who
from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.plan import Behaviour, Limit, SafetyBehaviour
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.values import Choice as Choice_
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.interviews import plan_moves, prepare
from tests.builders import criteria
from tests.casework.test_acts import DECISION, START, STEP, debriefed, decided, file
from tests.conftest import NOW
from tests.domain.making import PEAK_7, a_case, good

if TYPE_CHECKING:
    from inclusion_cli.store.work import Work

__all__ = ["file"]


def test_what_was_written_down_for_a_step_is_kept(work: Work, file: str) -> None:
    """Behaviours and limits with their ids, and the numbers of how sure."""
    also = plans.Also(
        sort="drink_near",
        behaviours=(SafetyBehaviour("b1", "sits by the door", Behaviour.FADE),),
        limits=(Limit("l1", "60 minutes"),),
        stop_rules=("I say red",),
    )
    told = {**STEP, "fear": "They stare", "fear_sure": 80, "often": "weekly"}
    rules = criteria({"limit_kept": {"limit_id": "l1", "last": 1}})

    plans.add_step(work, work.casefile(file), told, rules, also)

    step = work.casefile(file).steps[-1].record
    assert (step.fear_sure, step.often, step.sort) == (80, "weekly", "drink_near")
    assert step.agreed.stability.words() == (
        'the limit "60 minutes" is kept in the last session'
    )


def test_a_step_that_is_done_is_not_started_again(work: Work, file: str) -> None:
    """One sentence says when it was done; nothing is written."""
    up = decided(work, debriefed(work, file), decision="progress")
    stop = plan_acts.stop_step(work, up, {})
    assert stop.record.choice is Choice.PERSON_STOPPED
    before = work.entries_in(file)

    with pytest.raises(RuleSaysNo, match=r"Step 1 is done\. It was done on "):
        plan_acts.start_step(work, work.casefile(file), START)
    assert work.entries_in(file) == before


def test_a_step_may_have_started_on_an_earlier_day(work: Work, file: str) -> None:
    """What is written down later counts from the day it began; order stays."""
    plan_acts.stop_step(work, work.casefile(file), {})
    stopped = work.casefile(file).rungs()[0].last_on
    second = work.casefile(file).steps[1].record.number
    told = {**START, "step": str(second), "began": stopped}

    plan_acts.start_step(work, work.casefile(file), told)

    on = work.casefile(file).current()
    assert on is not None
    assert (on.step.record.number, on.began) == (second, stopped)
    assert work.casefile(file).rungs()[0].state is State.STOPPED


def test_what_only_the_step_meets_is_pointed_out(work: Work, file: str) -> None:
    """A situation typed for a step is named until the formulation has it."""
    told = {**STEP, "also_meets": "Dogs off the lead; a loud hall"}

    saved = plans.add_step(work, work.casefile(file), told, criteria())

    assert saved.record.triggers[-2:] == ("Dogs off the lead", "a loud hall")
    assert any(
        'meets "Dogs off the lead" and "a loud hall"' in s for s in saved.follows
    )


def test_a_stop_says_which_sessions_are_called_off(work: Work, file: str) -> None:
    """Somebody may wait at the door: the receipt names each session to come."""
    step = work.casefile(file).steps[0].id
    plans.plan_session(work, work.casefile(file), step, NOW + timedelta(days=2))

    saved = plan_acts.stop_step(work, work.casefile(file), {})

    assert saved.follows == (
        f"Called off: {say_when(NOW + timedelta(days=2))}. Tell who expects you.",
    )
    assert work.casefile(file).open_sessions() == ()


def test_a_pause_says_which_sessions_are_called_off(work: Work, file: str) -> None:
    """A review that pauses a step says so as a stop does."""
    case = debriefed(work, file)
    plans.plan_session(work, case, case.steps[0].id, NOW + timedelta(days=1))
    case = work.casefile(file)
    stands = standing(case, now=NOW)
    assert stands is not None
    table = review_table(case, stands)
    answers = {
        **DECISION,
        "decision": "pause",
        "least_change": "No walks",
        "resume_when": "A good week",
        "look_again": (NOW + timedelta(days=5)).date(),
    }
    review, decision = reviews.decision_from(case, stands, table, answers)

    saved = reviews.decide_step(
        work, case, review, decision, answers, read_at=work.entries_in(file)
    )

    off = f"Called off: {say_when(NOW + timedelta(days=1))}. Tell who expects you."
    assert off in saved.follows
    assert work.casefile(file).open_sessions() == ()


def test_thoughts_of_suicide_call_for_more_than_a_name(work: Work, file: str) -> None:
    """The receipt says whom to ring, and whom to tell today; the pack says why."""
    plan_acts.stop_step(work, work.casefile(file), {})
    told = {"clinical": ("suicidal_crisis",), "oversight": "Dr Ash, psychiatrist"}
    boundary = (Choice_("suicidal_crisis", "There are thoughts of suicide now"),)
    answers = plan_moves.in_words({**START, **told}, boundary)

    saved = plan_acts.start_step(work, work.casefile(file), answers)

    assert saved.follows[-2:] == (
        "In danger now: 999.",
        "Tell your manager today about the thoughts of suicide.",
    )
    rows = dict(pack_who.who(work.casefile(file), service="", worker=""))
    assert rows["Overseen because"] == "There are thoughts of suicide now"


def test_a_ladder_with_nothing_to_start_says_so(work: Work, amina: Any) -> None:
    """No step yet is one sentence and the command that adds one."""
    nothing = plan_acts.NothingToStart
    with pytest.raises(nothing, match=r"has no steps yet\.$") as refused:
        plan_acts.refuse_start(work.casefile(amina.file))
    assert refused.value.hint == "To add a step, type: inclusion plan add AK-014"


def test_a_session_that_has_been_is_not_got_ready_for(work: Work, file: str) -> None:
    """A guess about what has been is no guess: it says how to record it."""
    first = work.casefile(file).steps[0]
    plans.plan_session(work, work.casefile(file), first.id, NOW - timedelta(hours=3))
    case = work.casefile(file)

    there = prepare.next_session(case, first, now=NOW)
    it = prepare.ahead(case, first, there, now=NOW)

    assert there is None
    assert "press Ctrl+D and type: inclusion debrief AK-014" in it.missed
    just = prepare.next_session(case, first, now=NOW - timedelta(hours=3))
    assert just is not None


def test_sessions_of_an_earlier_start_can_be_debriefed(work: Work, file: str) -> None:
    """A step of last week takes the sessions of last week."""
    work.withdraw(work.casefile(file).decisions[0], reason="begun again")
    day = (NOW - timedelta(days=7)).date()
    plan_acts.start_step(work, work.casefile(file), {**START, "began": day})

    case = debriefed(work, file, when=NOW - timedelta(days=3))

    stands = standing(case, now=NOW)
    assert stands is not None
    assert stands.rung.began == day
    assert len(stands.sessions) == 1


def test_a_decision_about_a_step_that_has_ended_is_refused(
    work: Work, file: str
) -> None:
    """Somebody else decided meanwhile: the sentence says what was."""
    case = debriefed(work, file)
    stands = standing(case, now=NOW)
    assert stands is not None
    review, decision = reviews.decision_from(
        case, stands, review_table(case, stands), DECISION
    )
    after = decided(work, case, decision="progress")

    with pytest.raises(RuleSaysNo, match=r"Step 1 is not on\. It was done on "):
        reviews.decide_step(
            work, after, review, decision, DECISION, read_at=work.entries_in(file)
        )


def test_a_no_is_honoured_by_the_act_too(work: Work, file: str) -> None:
    """Whatever came past the questions."""
    case = debriefed(work, file)
    stands = standing(case, now=NOW)
    assert stands is not None
    told = {**DECISION, "decision": "progress", "ready": "no"}
    review, decision = reviews.decision_from(
        case, stands, review_table(case, stands), told
    )

    with pytest.raises(RuleSaysNo, match="Amina says no"):
        reviews.decide_step(
            work, case, review, decision, told, read_at=work.entries_in(file)
        )
    assert len(work.all(Decision, file=file)) == 1


def test_a_pause_ends_at_the_same_step_or_one_lower_with_what_changed(
    work: Work, file: str
) -> None:
    """Both say what is different now."""
    up = decided(work, debriefed(work, file), decision="progress")
    paused = decided(
        work,
        up,
        decision="pause",
        resume_when="Two calm days",
        least_change="Less often",
    )

    down = decided(
        work,
        paused,
        decision="step_back",
        least_change="A worker beside",
        what_changed="Sleep is back",
    )

    decision = down.decisions[-1].record
    assert decision.what_changed == "Sleep is back"
    assert [rung.state for rung in down.rungs()] == [State.ACTIVE, State.PLANNED]


def test_who_oversees_it_stands_on_the_plan(work: Work, file: str) -> None:
    """Named at a start, kept with the reason."""
    plan_acts.stop_step(work, work.casefile(file), {})
    told = {**START, "clinical": ("PTSD plays a part",), "oversight": "Dr Ash"}

    plan_acts.start_step(work, work.casefile(file), told)

    case = work.casefile(file)
    assert case.plan is not None
    assert (case.plan.record.oversight, case.plan.amended) == ("Dr Ash", 1)
    assert case.decisions[-1].record.clinical == ("PTSD plays a part",)


@pytest.mark.usefixtures("london")
@pytest.mark.parametrize(("hour", "days"), [(0, 13), (23, 13)])
def test_a_day_of_25_hours_is_one_day(hour: int, days: int) -> None:
    """Begun on the 20th; 13 days have passed on 2 November, at any hour."""
    rules: dict[str, Any] = criteria(PEAK_7, days=30, sessions=1)
    first = good(50)[0]  # 20 October
    case = a_case(first, rules=rules)

    where = standing(case, now=datetime(2026, 11, 2, hour, 59).astimezone())

    assert where is not None
    assert (where.hold.days, where.hold.frozen) == (days, 0)


@pytest.mark.usefixtures("london")
def test_the_hour_that_is_not_there_in_march_breaks_nothing() -> None:
    """1:30 on 28 March 2027 does not exist; the day does."""
    at = datetime(2027, 3, 28, 1, 30).astimezone()
    kept = good(50)[0]
    spring = replace(kept, record=replace(kept.record, at=at), happened_at=at)
    rules = criteria(PEAK_7, days=2, sessions=1)

    where = standing(a_case(spring, rules=rules), now=at + timedelta(days=2))

    assert where is not None
    assert where.hold.completed == at.date() + timedelta(days=2)
