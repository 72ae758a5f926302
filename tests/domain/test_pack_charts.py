"""Which charts a pack has, over which days, and what stands under each bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.pack_charts import charts
from inclusion_cli.domain.pack_sessions import told_sessions
from inclusion_cli.domain.plan import Plan
from tests.builders import a_debrief, at, day
from tests.domain.making import a_case, good, keep, slept

if TYPE_CHECKING:
    from inclusion_cli.domain.chart import Chart

LAST = 45


def drawn_for(key: str, *debriefs: Any, last: int = LAST, **told: Any) -> Chart | None:
    """Return the chart of that name, of the days from the 1st to the last."""
    case = a_case(*debriefs, **told)
    sessions = told_sessions(case, first=day(1), now=at(last, 18))
    found = charts(case, sessions, first=day(1), last=day(last))
    return next((chart for chart in found if chart.key == key), None)


def test_crisis_calls_that_fell_are_drawn_beside_those_before_the_plan() -> None:
    """3 in 56 days before, 1 in 45 days since: the period before is the first bar."""
    called = a_debrief(11, contacts=(day(11),))

    chart = drawn_for(
        "crisis", *good(1), called, *good(40), plan=keep(Plan("Out", 3, 56))
    )

    assert chart
    assert chart.labels[0] == "Before"
    assert chart.series[0].points == (16, 7)  # tenths of calls in 30 days
    assert [row[1] for row in chart.rows] == ["3", "1"]


def test_calls_with_nothing_counted_before_the_plan_are_told_without_a_gap() -> None:
    """What nobody counted leaves no empty place in the sentence of the chart."""
    calls = (a_debrief(11, contacts=(day(11),)), a_debrief(60, contacts=(day(60),)))

    chart = drawn_for("crisis", *good(1), *calls, last=70)

    assert chart
    assert chart.labels[0] != "Before"
    assert chart.says.startswith("Crisis calls. 1 Sep to ")
    assert "  " not in chart.says


def test_no_crisis_call_then_or_now_is_a_sentence_and_no_chart() -> None:
    """An empty chart shows nothing that "0 crisis calls" does not."""
    quiet = (*good(1, 20, 40),)

    assert drawn_for("crisis", *quiet, last=70) is None
    assert drawn_for("crisis", *quiet, last=70, plan=keep(Plan("Out", 0, 56))) is None


def test_one_question_does_not_make_a_bar_of_a_month() -> None:
    """Asked on the 1st and never again: 45 days without a call are not known."""
    assert drawn_for("crisis", *good(1), plan=keep(Plan("Out", 3, 56))) is None


def test_a_bar_of_fewer_days_says_how_many() -> None:
    """45 days are 17 and 28: the first bar must not look like 4 weeks."""
    chart = drawn_for("attendance", *good(1, 10, 30))

    assert chart
    assert chart.labels == ("17 Sep (17 days)", "15 Oct")
    assert [row[1] for row in chart.rows] == ["17", "28"]


def test_nights_in_a_table_have_the_records_that_tell_them() -> None:
    """Each week ends with the ids of its nights."""
    nights = tuple(slept(number, 6) for number in (8, 9, 10))

    chart = drawn_for("sleep", observations=nights)

    assert chart
    assert chart.heads[-1] == "Records"
    assert chart.rows[0][-1] == ", ".join(short_id(night.id) for night in nights)
