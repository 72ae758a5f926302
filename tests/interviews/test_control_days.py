"""More about what is done: asked where it is chosen, kept by the next version."""

from __future__ import annotations

from dataclasses import replace

from inclusion_cli.casework.formulation import formulation_from
from inclusion_cli.domain.formulation import same_content
from tests.builders import a_whole_formulation, day
from tests.domain.making import keep
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
