"""More about what is done, and about capacity: asked where it is chosen, and kept."""

from __future__ import annotations

from dataclasses import replace

from inclusion_cli.casework.formulation import formulation_from
from inclusion_cli.domain.formulation import Capacity, Presumed, same_content
from inclusion_cli.domain.pack_formulation import formulation_lines
from tests.builders import a_whole_formulation, day
from tests.domain.making import a_case, keep
from tests.interviews.by_key import CORE, TODAY, asked

DAYS = {
    "control.1.started": "1 september",
    "control.1.review_on": "1 october",
    "control.1.until": "He walks home alone",
}


def test_nothing_more_is_asked_on_the_usual_way() -> None:
    """Days and ends are asked of nobody who did not choose them."""
    _answers, worker = asked(CORE)

    assert not set(DAYS) & set(worker.asked)


def test_days_and_an_end_are_asked_where_they_are_chosen() -> None:
    """Of support as well as of a restriction."""
    answers, worker = asked({**CORE, **DAYS, "more": "done"})

    (control,) = formulation_from(None, answers).controls
    assert [key for key in worker.asked if key in DAYS] == list(DAYS)
    assert (control.started, control.review_on) == (day(1), day(31))
    assert control.ends_when == "He walks home alone"


def test_a_day_to_look_again_is_to_come() -> None:
    """A slip is asked again; Enter leaves it out."""
    slips = {"control.1.review_on": ["1 september 2026", ""], "more": "done"}

    answers, worker = asked({**CORE, **slips})

    assert "must be later than today" in worker.errors[0]
    assert formulation_from(None, answers).controls[0].review_on is None


def test_a_day_of_before_stands_though_it_is_past() -> None:
    """A new version is not held up by it: home goes on asking."""
    old = a_whole_formulation()
    *rest, last = old.controls
    old = replace(old, controls=(*rest, replace(last, review_on=day(2))))

    answers, worker = asked({}, old=old)

    assert day(2) < TODAY
    assert worker.asked == ["more", "review_on"]
    assert same_content(old, formulation_from(keep(old), answers))


# --- where a best-interests decision is ---------------------------------------------

CAPACITY = {
    "more": "capacity",
    "capacity_decision": "To keep her bank card",
    "capacity_by": "Dr Osei",
    "capacity_on": "1 september",
    "capacity_outcome": "She could not weigh it up",
    "capacity_best_interests": "Minutes of 2 September, with her social worker",
}


def test_where_the_best_interests_decision_is_written_is_asked_once_assessed() -> None:
    """Capacity that is presumed has none."""
    answers, _worker = asked({**CORE, **CAPACITY, "capacity_basis": "assessed"})
    _answers, presumed = asked({**CORE, **CAPACITY, "capacity_basis": "presumed"})

    note = formulation_from(None, answers).capacity
    assert note is not None
    assert note.best_interests == CAPACITY["capacity_best_interests"]
    assert "capacity_best_interests" not in presumed.asked


def test_a_note_without_a_best_interests_decision_is_asked_nothing_more() -> None:
    """A new version of a note of before goes its usual way, and comes back whole."""
    bare = Capacity("To go alone", Presumed.ASSESSED, "Dr Osei", day(1), outcome="Yes")
    for note in (bare, replace(bare, best_interests="Minutes of 2 September")):
        old = a_whole_formulation(capacity=note)

        answers, worker = asked({}, old=old)

        assert worker.asked == ["more", "review_on"]
        assert formulation_from(keep(old), answers).capacity == note


def test_the_note_says_where_it_is_written() -> None:
    """In the pack and on screen."""
    note = Capacity("To go alone", Presumed.ASSESSED, "Dr Osei", day(1), outcome="No")
    told = replace(note, best_interests="Minutes of 2 September")
    lines = formulation_lines(
        a_case(formulation=keep(a_whole_formulation(capacity=told)))
    )

    assert lines is not None
    assert lines.capacity.endswith("Best-interests decision: Minutes of 2 September.")
