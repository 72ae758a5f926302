"""The thread from wish to outcome: in order, with lags, and honest about its gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.concern import SafeguardingConcern, WishesAsked
from inclusion_cli.domain.debrief import Session, Word
from inclusion_cli.domain.decision import Choice, Decision, Evidence, Review
from inclusion_cli.domain.incident import Incident, Level, LevelChange, Rung, RungCalled
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.safety import Safety
from inclusion_cli.domain.trace import Trace, nameless, trace
from tests.builders import a_card, a_debrief, a_formulation, a_step, at, criteria, day
from tests.domain.making import keep

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept

NOW = at(40, 12)
AUTHORS = {"sam": "Sam"}


def a_case(**told: Any) -> Casefile:
    """Return a file with a formulation and a step that was started with Amina."""
    formulation = keep(a_formulation(account="I want to go out"), 1)
    step = keep(a_step(criteria=criteria(pause=[CALL])), 2)
    step = replace(step, id="step-1")
    held: dict[str, Any] = {
        "formulation": formulation,
        "formulations": (formulation,),
        "steps": (step,),
        "decisions": (decided(Choice.START, 3, to_step="step-1", agreed_with="Amina"),),
        **told,
    }
    return Casefile(person=keep(Person("AK-014", "Amina Khan", "Amina"), 1), **held)


CALL = {
    "when": {"not": {"crisis_contacts_max": {"n": 0, "days": 7}}},
    "response": "pause",
}


def decided(choice: Choice, on: int, **told: Any) -> Kept[Decision]:
    """Return a decision about the step, on the n-th day."""
    record = Decision(step="step-1", choice=choice, on=day(on), **told)
    return replace(keep(record, on), id=f"decision-{on}")


def drawn(case: Casefile, **told: Any) -> Trace:
    """Return the thread of a case."""
    told = {"now": NOW, "authors": AUTHORS, "formulations": case.formulations, **told}
    return trace(case, **told)


def gaps(found: Trace) -> list[str]:
    """Return what is said not to be found."""
    return [line.says for line in found.lines if line.gap]


def test_it_goes_from_wish_to_outcome_with_lags() -> None:
    """Each line has its number, record, author, day, and days since the one before."""
    found = drawn(a_case(debriefs=(a_debrief(6, words="It was loud"),)))

    stages = [line.stage for line in found.lines if not line.gap]
    assert stages[:2] == ["Their words", "Their words"]
    assert stages[-2:] == ["Session", "Outcome"]
    session = next(line for line in found.lines if line.stage == "Session")
    assert (session.lag, session.since) == (3, "3 days later")
    assert (session.author, session.quote) == ("Sam", "It was loud")
    numbers = [line.number for line in found.lines if not line.gap]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_late_debrief_is_a_gap() -> None:
    """It says how late it was written."""
    late = a_debrief(6, recorded=at(9, 11))

    assert gaps(drawn(a_case(debriefs=(late,))))[0] == (
        "No evidence found: a debrief within a day. It was written 3 days later."
    )


def test_a_session_without_a_debrief_is_a_gap() -> None:
    """What was planned and is past has no debrief: the thread says so."""
    session = keep(Session("step-1", at(10)), 8)

    assert "a debrief of the session of" in gaps(drawn(a_case(sessions=(session,))))[0]


def test_a_decision_that_rests_on_nothing_is_a_gap() -> None:
    """Moving on without a review, evidence or agreement is said three times."""
    found = gaps(drawn(a_case(decisions=(decided(Choice.PROGRESS, 5),))))

    assert "No evidence found: records that this decision rests on." in found
    assert "No evidence found: with whom this was agreed." in found
    assert "No evidence found: a review before moving on." in found


def test_moving_on_before_all_was_met_is_a_gap_unless_it_was_overridden() -> None:
    """With an override and its reason it is no gap: it stands in the line itself."""
    review = Review(
        "step-1", day(5), (Evidence("3 of 4", "not_met", "2 of 4"),), Word.YES, "Go"
    )
    held = replace(keep(review, 5), id="review-1")
    told: dict[str, Any] = {"review": "review-1", "cites": ("x",), "agreed_with": "A"}
    early = decided(Choice.PROGRESS, 5, **told)
    over = decided(
        Choice.PROGRESS, 5, **told, why="She wants it and we agreed", overrides=("3/4",)
    )

    bare = gaps(drawn(a_case(decisions=(early,), reviews=(held,))))
    said = drawn(a_case(decisions=(over,), reviews=(held,)))

    assert any("The review showed 0 of 1" in one for one in bare)
    assert not any("The review showed" in one for one in gaps(said))
    assert any("Against what was agreed: 3/4" in line.says for line in said.lines)


def test_each_sentence_of_a_decision_ends_before_the_next_begins() -> None:
    """Whether or not whoever wrote the reason put a full stop."""
    for why in ("All of it is met, and she asks", "All of it is met, and she asks."):
        told = decided(
            Choice.PROGRESS,
            5,
            cites=("x",),
            agreed_with="A",
            why=why,
            overrides=("3/4 were met",),
        )

        (says,) = [
            line.says
            for line in drawn(a_case(decisions=(told,))).lines
            if "she asks" in line.says
        ]

        assert "and she asks. Against what was agreed: 3/4 were met. Rests on" in says


def test_a_pause_nobody_looked_at_in_time_is_a_gap() -> None:
    """By its day, and how late the look was."""
    pause = decided(
        Choice.PAUSE, 5, resume_when="She sleeps", look_again=day(10), cites=("x",)
    )
    resumed = decided(Choice.RESUME, 14, to_step="step-1", cites=("x",))

    never = gaps(drawn(a_case(decisions=(pause,))))
    late = gaps(drawn(a_case(decisions=(pause, resumed))))

    assert any("a look at the pause by" in one and "or since" in one for one in never)
    assert any("It came 4 days later" in one for one in late)


def test_a_step_that_changes_without_a_look_at_the_card_is_a_gap() -> None:
    """The card is looked at in the week after."""
    card = keep(a_card(), 3)
    moved = decided(Choice.PROGRESS, 5, to_step="step-1", cites=("x",))
    case = a_case(decisions=(moved,), card=card, card_days=(day(3),))
    looked = replace(case, card_days=(day(3), day(8)))

    said = "No evidence found: a look at the card in the week after this."
    assert said in gaps(drawn(case, cards=(card,)))
    assert said not in gaps(drawn(looked, cards=(card,)))


def test_a_file_with_nothing_in_it_is_one_gap_and_another() -> None:
    """No wish, no outcome: both are said, and nothing breaks."""
    bare = Casefile(person=keep(Person("AK-014", "Amina Khan", "Amina"), 1))

    assert gaps(drawn(bare)) == [
        "No evidence found: what Amina wants, in their own words.",
        "No evidence found: how Amina rates what came of it.",
    ]
    first, *_rest = drawn(bare).lines
    assert (first.stage, first.says) == ("Start", "A file was opened.")  # no words yet


def test_a_formulation_written_after_the_step_began_is_a_gap() -> None:
    """The thread begins with the step, and says what was not there."""
    late = keep(a_formulation(), 9)
    found = gaps(drawn(a_case(formulation=late, formulations=(late,))))

    assert "No evidence found: a formulation from before step 1 began." in found


def test_an_incident_of_a_concern_about_staff_is_not_in_it() -> None:
    """The thread may be read by anybody of the team."""
    concern = keep(SafeguardingConcern("x", at(9), staff_source=True), 9, id="c-1")
    incident = keep(Incident("CANARY", at(9), concern="c-1"), 9, id="i-1")
    case = a_case(safety=Safety(concerns=(concern,), incidents=(incident,)))
    plain = a_case(safety=Safety(incidents=(incident,)))

    assert "Incident" not in {line.stage for line in drawn(case).lines}
    assert "Incident" in {line.stage for line in drawn(plain).lines}


def test_a_concern_is_told_with_what_was_done_and_without_its_words() -> None:
    """That there was one, who knew, what was decided; what lacks is a gap."""
    concern = SafeguardingConcern(
        "CANARY took money",
        at(9),
        wishes_asked=WishesAsked.EXPRESSED,
        told_manager_at=at(10),
    )
    case = a_case(safety=Safety(concerns=(keep(concern, 9, id="c-1"),)))
    hidden = replace(concern, staff_source=True)
    secret = a_case(safety=Safety(concerns=(keep(hidden, 9, id="c-1"),)))

    found = drawn(case)
    (line,) = [
        one for one in found.lines if one.stage == "Safeguarding" and not one.gap
    ]

    assert line.says.startswith("A safeguarding concern was written down.")
    assert "The manager was told on" in line.says
    assert "No evidence found: whether it is referred." in gaps(found)
    assert "CANARY" not in str(found)
    assert "Safeguarding" not in {one.stage for one in drawn(secret).lines}


def test_a_request_for_money_is_told_with_the_look_that_was_owed() -> None:
    """What they did, never who asked; no look on the day is a gap."""
    asked = MoneyRequest("A loan", "CANARY, a neighbour", Did.DECLINED_ALONE)
    seen = keep(Observation(Seen.MONEY_REQUEST, at(9), money=asked), 9, id="o-1")
    looked = replace(decided(Choice.HOLD, 9), id="decision-9")
    looked = replace(looked, record=replace(looked.record, cites=("o-1",)))

    found = drawn(a_case(observations=(seen,)))
    (line,) = [one for one in found.lines if one.stage == "Money"][:1]
    gap = "No evidence found: a look at this request on the same day."

    assert "Amina said no on their own" in line.says
    assert "CANARY" not in line.says
    assert gap in gaps(found)
    case = a_case(observations=(seen,))
    case = replace(case, decisions=(*case.decisions, looked))
    assert gap not in gaps(drawn(case))


def test_calls_that_were_to_be_made_and_are_not_ticked_are_a_gap() -> None:
    """Somebody was hurt, the ladder was to be rung, and nobody ticked a step of it."""
    rung = Rung("manager", "The manager", "01632 960111", 60, Level.HARM)
    graded = LevelChange(at(9), Level.HARM)
    hurt = Incident("A fall", at(9), Level.HARM, ladder=(rung,), levels=(graded,))
    called = replace(hurt, called=(RungCalled("manager", "Jo", at(9)),))
    gap = "No evidence found: a call after this incident that was to be made."

    for told, expected in ((hurt, True), (called, False)):
        case = a_case(safety=Safety(incidents=(keep(told, 9, id="i-1"),)))
        assert (gap in gaps(drawn(case))) is expected


@pytest.mark.parametrize("word", ["Amina", "Amina Khan", "AK-014", "Sam"])
def test_the_nameless_form_has_no_name_in_it(word: str) -> None:
    """The person has a letter, the worker a number; ids stay."""
    found = drawn(a_case(debriefs=(a_debrief(6, words="Sam and Amina Khan went"),)))
    names = {
        "Amina Khan": "Person A",
        "Amina": "Person A",
        "AK-014": "Person A",
        "Sam": "Worker 1",
    }

    told = nameless(found, "A", names)

    text = " ".join(
        part
        for line in told.lines
        for part in (line.says, line.quote, line.author, told.title, told.code)
    )
    assert word not in text
    assert "Worker 1 and Person A went" in text
    assert [line.record for line in told.lines] == [line.record for line in found.lines]


@pytest.mark.parametrize("apostrophe", ["'", "\u2019"])
def test_a_letter_that_was_typed_as_a_name_breaks_no_word(apostrophe: str) -> None:
    """The s of "Amina's" stays, and so does a single letter."""
    words = f"Amina{apostrophe}s own account, plan B, and Jo{apostrophe}s"
    found = drawn(a_case(debriefs=(a_debrief(6, words=words),)))
    names = {"Amina": "Person A", "s": "somebody", "B": "somebody", "Jo": "somebody"}

    told = nameless(found, "A", names)

    text = " ".join(f"{line.says} {line.quote}" for line in told.lines)
    hidden = f"Person A{apostrophe}s own account, plan B, and somebody{apostrophe}s"
    assert hidden in text


@given(st.lists(st.integers(3, 39), max_size=8), st.integers(0, 3))
def test_no_lag_is_negative_and_every_line_has_a_record(
    days: list[int], late: int
) -> None:
    """Lines are in order of time; a gap alone has no record."""
    debriefs = tuple(
        a_debrief(n, id=f"d{i}-{n}", recorded=at(n) + timedelta(days=late))
        for i, n in enumerate(days)
    )

    found = drawn(a_case(debriefs=debriefs))

    assert all((line.lag or 0) >= 0 for line in found.lines)
    assert all(bool(line.record) != line.gap for line in found.lines)
    assert found.gaps == len(gaps(found))
