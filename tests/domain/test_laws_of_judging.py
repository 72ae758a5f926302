"""Laws of judging: quick is the same as whole, and nothing later changes what was."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain import firing, hold
from inclusion_cli.domain.criteria import NEVER_SIGNS
from inclusion_cli.domain.facts import Baseline, Facts
from inclusion_cli.domain.finding import CANNOT_TELL
from inclusion_cli.domain.judging import judge, quick
from inclusion_cli.domain.moments import moments
from inclusion_cli.domain.predicates import PREDICATES
from tests.builders import a_debrief, day, facts
from tests.domain.making import agreed, clock, rule, stop_for
from tests.domain.strategies import RULES_WITH_NOT, lives, predicates, trees

if TYPE_CHECKING:
    from inclusion_cli.domain.criteria import Rule

ON = 31
BASE = Baseline(1, 56)
FEW = 25
SIGNS = trees(
    predicates(*(name for name in PREDICATES if name not in NEVER_SIGNS)),
    opposites=True,
)
"""What a pause sign may ask."""


def told(life: tuple[Any, Any], on: int = ON) -> Facts:
    """Return the facts of a life up to a day."""
    sessions, seen = life
    return facts(
        on,
        *(s for s in sessions if s.on <= day(on)),
        observations=tuple(o for o in seen if o.on <= day(on)),
        baseline=BASE,
        minutes=15,
    )


@settings(max_examples=FEW)
@given(data=RULES_WITH_NOT, life=lives(), on=st.integers(1, ON))
def test_the_quick_answer_is_the_answer(
    data: dict[str, Any], life: Any, on: int
) -> None:
    """Without its words it is the same, on every day."""
    known = told(life, on)

    assert quick(rule(data))(known) is judge(rule(data), known).answer


@settings(max_examples=FEW)
@given(data=RULES_WITH_NOT, life=lives(), on=st.integers(1, ON))
def test_looking_back_from_later_shows_what_was_shown_then(
    data: dict[str, Any], life: Any, on: int
) -> None:
    """As of a day, with the entries up to it, whatever was recorded afterwards."""
    then, later = told(life, on), told(life)

    back = later.at(day(on), len(then.sessions), len(then.observations))

    assert judge(rule(data), back) == judge(rule(data), then)


@settings(max_examples=FEW)
@given(data=SIGNS, life=lives(), on=st.integers(1, ON))
def test_no_later_entry_changes_what_fired_before(
    data: dict[str, Any], life: Any, on: int
) -> None:
    """The firings up to a day are the first of the firings up to any later day."""
    rules = agreed(pause=[stop_for(data)])

    early, late = (firing.firings(rules, told(life, n)) for n in (on, ON))

    assert early == tuple(f for f in late if f.on <= day(on))[: len(early)]


@settings(max_examples=FEW)
@given(data=SIGNS, life=lives())
def test_only_an_entry_that_speaks_can_fire(data: dict[str, Any], life: Any) -> None:
    """Judging every entry finds the same firings as judging those that speak."""
    rules, known = agreed(pause=[stop_for(data)]), told(life)
    spoken = firing.firings(rules, known)

    def every(_rule: Rule) -> Any:
        return lambda _entry: True

    with patch.object(firing, "may_fire", every):
        assert firing.firings(rules, known) == spoken


@settings(max_examples=FEW)
@given(data=RULES_WITH_NOT, life=lives(), on=st.integers(1, ON))
def test_the_clock_misses_no_day_on_which_time_changes_an_answer(
    data: dict[str, Any], life: Any, on: int
) -> None:
    """Judging on every day gives the same clock as judging on the days that matter."""
    rules, known = agreed(data, days=5, sessions=1), told(life, on)
    held = hold.hold_clock(rules, known)

    def every_day(stability: Rule, of: Facts) -> Any:
        days = {
            of.began + timedelta(days=n) for n in range((of.on - of.began).days + 1)
        }
        return frozenset(days), moments(stability, of)[1]

    with patch.object(hold, "moments", every_day):
        assert hold.hold_clock(rules, known) == held


RATED = predicates(
    "confidence_min",
    "coped_rating_min",
    "limit_kept",
    "peak_suds_max",
    "post_le_pre",
    "prediction_outcome_in",
    "safety_behaviour_reduced",
)
GAPS: dict[str, Any] = {
    "worry_before": None,
    "worry_peak": None,
    "worry_after": None,
    "feared": None,
    "coped": None,
    "confidence": None,
    "behaviours": None,
    "limits": None,
}


@settings(max_examples=FEW)
@given(data=RATED, life=lives(), gap=st.integers(0, 8))
def test_filling_a_gap_only_ever_moves_what_could_not_be_told(
    data: dict[str, Any], life: Any, gap: int
) -> None:
    """With an answer taken away, what is told is told for good."""
    sessions, _seen = life
    if not sessions:
        return
    whole = told((sessions, ()))
    place = gap % len(sessions)
    kept = sessions[place]
    mute = a_debrief(
        (kept.on - day(1)).days + 1, id=kept.id, outcome=kept.record.outcome, **GAPS
    )
    less = told(((*sessions[:place], mute, *sessions[place + 1 :]), ()))

    known, after = judge(rule(data), less).answer, judge(rule(data), whole).answer

    assert known is CANNOT_TELL or after is known


@settings(max_examples=FEW)
@given(data=RULES_WITH_NOT, life=lives(), on=st.integers(1, ON))
def test_every_answer_says_what_would_change_it(
    data: dict[str, Any], life: Any, on: int
) -> None:
    """Met, not met and cannot tell: there is a line to read."""
    assert judge(rule(data), told(life, on)).change


@settings(max_examples=FEW)
@given(life=lives(), away=st.sets(st.integers(1, ON), max_size=8))
def test_frozen_days_move_the_end_and_nothing_else(life: Any, away: set[int]) -> None:
    """The days that ran and the days that stood still make the days that passed."""
    rules = agreed({"no_concern": {"days": 7}}, days=9, sessions=0)
    sessions, seen = life

    held = clock(ON, *sessions, rules=rules, away=away, observations=seen)

    if held.started and held.completed:
        passed = (held.completed - held.started).days
        assert passed >= 9
        assert passed - 9 <= held.frozen
