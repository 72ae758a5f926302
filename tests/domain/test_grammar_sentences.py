"""Every sentence of "Reading the grammar" (practice reference 2.3), one test each."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from inclusion_cli.domain.debrief import Concern, LimitKept, Outcome, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.facts import Baseline, PauseEvent
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, all_met, any_met
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.standing import standing
from tests.builders import A_CRISIS_CALL, a_debrief, criteria, day
from tests.domain.making import (
    CHOSE_NOT,
    LATE_SIGN,
    NO_SHOW,
    PEAK_7,
    UNCOUNTED,
    a_case,
    agreed,
    clock,
    decided,
    found,
    gone,
    good,
    observed,
    planned,
    reviewed,
    slept,
    stands,
    stop_for,
)

REQUEST = MoneyRequest("20 pounds", "A neighbour", Did.UNSURE)
NO_CALL = {"n": 0, "days": 7}
SHORT = {"h": 5, "max_nights": 2, "days": 7}
START = decided(1, Choice.START, hour=8)


def called(number: int, hour: int = 12) -> Any:
    """Return a crisis call that was noted when it came."""
    return observed(number, Seen.CRISIS_CONTACT, hour=hour)


# --- what counts --------------------------------------------------------------------


def test_evidence_is_what_happened_on_this_step_since_its_latest_start_or_resume() -> (
    None
):
    """Observations too: one from before the resume is not read any more."""
    decisions = (START, decided(5, Choice.PAUSE), decided(9, Choice.RESUME))
    rules = criteria(PEAK_7, pause=[stop_for(A_CRISIS_CALL)])

    before = a_case(decisions=decisions, observations=(called(3),), rules=rules)
    after = a_case(decisions=decisions, observations=(called(10),), rules=rules)

    assert stands(before, 12).fired == ()
    assert [firing.on for firing in stands(after, 12).fired] == [day(10)]


def test_same_day_by_time_then_by_order_of_entry() -> None:
    """The call at 9 comes before the calm session at 10: it is in the same window."""
    result = found(
        "crisis_contacts_max",
        20,
        *good(20),
        args=NO_CALL,
        observations=(called(20, 9),),
    )

    assert result.answer is NOT_MET


@pytest.mark.parametrize("outcome", UNCOUNTED)
def test_cancelled_and_paused_sessions_are_not_countable(outcome: Outcome) -> None:
    """They leave no trace in "of the last 3"."""
    args = {"n": 2, "of_last": 3}
    cancelled = a_debrief(3, outcome=outcome)

    assert (
        found("attended_at_least", 5, *good(1, 2), cancelled, args=args).answer is MET
    )


def test_attended_is_any_attended_and_leaving_early_by_choice_is() -> None:
    """However long the person stayed."""
    left = [
        a_debrief(n, outcome=outcome)
        for n, outcome in enumerate(
            (Outcome.LEFT_BY_CHOICE, Outcome.LEFT_IN_DISTRESS, Outcome.LEFT_OTHER), 1
        )
    ]

    args = {"n": 3, "of_last": 3}
    assert found("attended_at_least", 5, *left, args=args).answer is MET


@pytest.mark.parametrize("outcome", [CHOSE_NOT, NO_SHOW])
def test_a_choice_and_a_no_show_are_countable_and_not_attended(
    outcome: Outcome,
) -> None:
    """They stand in the last 1."""
    missed = a_debrief(2, outcome=outcome)

    args = {"n": 1, "of_last": 1}
    assert found("attended_at_least", 5, *good(1), missed, args=args).answer is NOT_MET


# --- three values -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("went", "answer"),
    [("yyy", MET), ("nn", NOT_MET), ("y", CANNOT_TELL), ("yny", CANNOT_TELL)],
)
def test_met_when_it_holds_whatever_the_missing_pieces_are(
    went: str, answer: Any
) -> None:
    """3 of the last 4: met after three, not met after two missed, open before."""
    sessions = [
        a_debrief(n, outcome=Outcome.ATTENDED_FULL if mark == "y" else NO_SHOW)
        for n, mark in enumerate(went, start=1)
    ]

    args = {"n": 3, "of_last": 4}
    assert found("attended_at_least", 9, *sessions, args=args).answer is answer


@pytest.mark.parametrize(
    ("name", "field", "bad", "fine"),
    [
        ("peak_suds_max", "worry_peak", 8, 7),
        ("cravings_max", "craving", 8, 7),
        ("coped_rating_min", "coped", 6, 7),
        ("confidence_min", "confidence", 6, 7),
    ],
)
def test_a_rating_is_not_met_as_soon_as_one_is_over(
    name: str, field: str, bad: int, fine: int
) -> None:
    """Cannot tell while one is missing or there are too few, else met; 7 is kept."""
    args = {"x": 7, "last": 2}

    def read(*ratings: int | None) -> Any:
        plain = {"worry_before": 0, "worry_after": 0, "worry_peak": 0}
        told = [
            a_debrief(n, **{**plain, field: rating})
            for n, rating in enumerate(ratings, start=1)
        ]
        return found(name, 9, *told, args=args).answer

    assert read(bad) is NOT_MET
    assert read(bad, None) is NOT_MET
    assert read(fine) is CANNOT_TELL
    assert read(fine, None) is CANNOT_TELL
    assert read(fine, fine) is MET
    assert read(bad, fine, fine) is MET


# --- windows of days ----------------------------------------------------------------


def test_a_window_ends_on_the_as_of_date_and_includes_it() -> None:
    """A call on the 14th is in 7 days on the 20th, and out of them on the 21st."""
    seen = (called(14),)

    on = found("crisis_contacts_max", 20, *good(20), args=NO_CALL, observations=seen)
    later = found("crisis_contacts_max", 21, *good(20), args=NO_CALL, observations=seen)

    assert (on.answer, later.answer) == (NOT_MET, MET)


@pytest.mark.parametrize(("nights", "answer"), [(5, CANNOT_TELL), (6, MET), (7, MET)])
def test_fewer_than_three_quarters_of_the_nights_cannot_be_told(
    nights: int, answer: Any
) -> None:
    """5 of 7 nights are too few; with 6 those recorded are judged alone."""
    told = tuple(slept(20 - n, 8) for n in range(nights))

    result = found("sleep_nights_below", 20, args=SHORT, observations=told)

    assert result.answer is answer
    if answer is CANNOT_TELL:
        assert result.missing == "1 more night recorded"


def test_unless_it_has_already_failed() -> None:
    """Three short nights are three, however few are recorded."""
    told = tuple(slept(n, 4) for n in (18, 19, 20))

    result = found("sleep_nights_below", 20, args=SHORT, observations=told)

    assert (result.answer, result.shows) == (NOT_MET, "3 of 3 recorded nights")
    assert result.change == (
        "met from Friday 25 September 2026, with no more short nights until then"
    )


def test_a_night_under_the_hours_is_short_and_the_hours_themselves_are_not() -> None:
    """5 hours are not under 5 hours."""
    told = tuple(slept(n, 5) for n in range(14, 21))

    assert (
        found("sleep_nights_below", 20, args=SHORT, observations=told).shows
        == "0 of 7 recorded nights"
    )


def test_a_night_told_twice_is_one_night_the_shorter() -> None:
    """In the morning it was 8 hours, at the session 4."""
    told = tuple(slept(n, 8) for n in range(14, 21))
    sessions = tuple(a_debrief(n, minutes_slept=240) for n in (18, 19, 20))

    result = found("sleep_nights_below", 20, *sessions, args=SHORT, observations=told)

    assert (result.answer, result.shows) == (NOT_MET, "3 of 7 recorded nights")


def test_where_the_step_is_younger_than_the_window_it_cannot_be_told() -> None:
    """Started after the window's first day; unless it has already failed."""
    young = found("crisis_contacts_max", 6, *good(6), args=NO_CALL)
    old = found("crisis_contacts_max", 7, *good(6), args=NO_CALL)
    failed = found(
        "crisis_contacts_max", 6, *good(6), args=NO_CALL, observations=(called(5),)
    )

    assert (young.answer, old.answer, failed.answer) == (CANNOT_TELL, MET, NOT_MET)


# --- silence is not stability -------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "args", "asking"),
    [
        ("crisis_contacts_max", {"n": 1, "days": 7}, called(15)),
        (
            "signs_stage_max",
            {"stage": 2, "days": 7},
            observed(15, Seen.SIGN, signs=(replace(LATE_SIGN, stage=2),)),
        ),
    ],
)
def test_one_observation_in_which_it_was_asked_is_enough(
    name: str, args: dict[str, Any], asking: Any
) -> None:
    """Silence cannot be told; neither can an observation of something else."""
    other = observed(15, Seen.OTHER)

    assert found(name, 20, args=args).answer is CANNOT_TELL
    assert found(name, 20, args=args, observations=(other,)).answer is CANNOT_TELL
    assert found(name, 20, args=args, observations=(asking,)).answer is MET


def test_what_counts_as_asked_for_no_pause_event_is_a_debrief_whole() -> None:
    """An observation is not."""
    seen = (called(15),)

    assert (
        found("no_pause_event", 20, args={"days": 7}, observations=seen).answer
        is CANNOT_TELL
    )
    mute = a_debrief(15, signs=None, concerns=None)
    assert found("no_pause_event", 20, mute, args={"days": 7}).answer is MET


def test_signs_that_were_observed_count_like_those_of_a_debrief() -> None:
    """And the stage somebody is at, told at a session."""
    seen = (observed(15, Seen.SIGN, signs=(LATE_SIGN,)),)
    at_three = a_debrief(15, signs=None, stage=3)
    args = {"stage": 2, "days": 7}

    told = found("signs_stage_max", 20, args=args, observations=seen)
    staged = found("signs_stage_max", 20, at_three, args=args)

    assert told.shows == '"Three bad nights" on Tuesday 15 September 2026'
    assert staged.shows == '"I\'m struggling" on Tuesday 15 September 2026'
    assert (told.answer, staged.answer) == (NOT_MET, NOT_MET)


def test_the_gravest_sign_is_shown_then_the_latest() -> None:
    """Stage 4 of the 14th, not stage 3 of the 16th."""
    gravest = a_debrief(14, signs=(replace(LATE_SIGN, text="I must go", stage=4),))
    later = a_debrief(16, signs=(LATE_SIGN,))

    result = found("signs_stage_max", 20, gravest, later, args={"stage": 2, "days": 7})

    assert result.shows == '"I must go" on Monday 14 September 2026'


# --- baselines ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "calls", "answer"),
    [
        (Baseline(3, 56), 1, MET),
        (Baseline(3, 56), 2, NOT_MET),
        (Baseline(0, 56), 0, MET),
        (Baseline(0, 56), 1, NOT_MET),
        (Baseline(3, 0), 0, CANNOT_TELL),
        (None, 5, CANNOT_TELL),
    ],
)
def test_baselines_compare_rates(base: Any, calls: int, answer: Any) -> None:
    """3 in 56 days are 1.5 in 28: one is fewer, two are more; no days, no answer."""
    seen = tuple(called(n) for n in range(20, 20 + calls))

    result = found(
        "crisis_contacts_max",
        28,
        *good(27),
        args={"n": "baseline", "days": 28},
        observations=seen,
        baseline=base,
    )

    assert result.answer is answer


def test_a_call_noted_and_told_again_at_a_debrief_is_one_call() -> None:
    """The longer list of a day stands for it."""
    told = a_debrief(16, contacts=(day(15), day(15)))
    once = a_debrief(16, contacts=(day(15),))
    args = {"n": 1, "days": 7}
    seen = (called(15),)

    def read(debrief: Any) -> Any:
        return found("crisis_contacts_max", 20, debrief, args=args, observations=seen)

    assert (read(once).answer, read(told).answer) == (MET, NOT_MET)


# --- joins --------------------------------------------------------------------------

ANSWERS = (MET, NOT_MET, CANNOT_TELL)


@pytest.mark.parametrize("one", ANSWERS)
@pytest.mark.parametrize("other", ANSWERS)
def test_all_of_and_any_of_have_these_truth_tables(one: Any, other: Any) -> None:
    """all_of: not met first, then cannot tell. any_of: met first, then cannot tell."""
    both = {one, other}

    worst = next(a for a in (NOT_MET, CANNOT_TELL, MET) if a in both)
    best = next(a for a in (MET, CANNOT_TELL, NOT_MET) if a in both)
    assert all_met((one, other)) is worst
    assert any_met((one, other)) is best


# --- hold ---------------------------------------------------------------------------

CALM = agreed(PEAK_7, days=14, sessions=1)
QUIET = agreed({"crisis_contacts_max": NO_CALL}, days=14, sessions=1)


def test_a_hold_begun_on_the_1st_has_run_14_days_on_the_15th() -> None:
    """A day counts once it has passed."""
    assert clock(14, *good(1), rules=CALM).completed is None
    assert clock(15, *good(1), rules=CALM).completed == day(15)


def test_the_hold_resets_when_an_observation_makes_stability_not_met() -> None:
    """A call on the 12th; a week later stability holds, and an entry begins anew."""
    held = clock(25, *good(9, 22), rules=QUIET, observations=(called(12),))

    assert held.started == day(22)


def test_an_observation_can_start_a_hold_for_it_is_an_entry() -> None:
    """The night of the 20th is the one after which enough nights are recorded."""
    rules = agreed({"sleep_nights_below": SHORT}, days=14, sessions=0)
    nights = tuple(slept(n, 8) for n in range(15, 21))

    held = clock(24, rules=rules, observations=nights)

    assert (held.started, held.sessions) == (day(20), 0)


def test_time_alone_starts_no_hold() -> None:
    """On the 19th the call has left the window; nothing was written since."""
    held = clock(21, *good(10, 15), rules=QUIET, observations=(called(12),))

    assert held.started is None


def test_the_hold_freezes_while_stability_cannot_be_told() -> None:
    """Nobody was sure on the 12th; that leaves the window on the 19th."""
    rules = agreed({"no_concern": {"days": 7}}, days=14, sessions=1)
    unsure = a_debrief(12, concerns=(Concern.NOT_SURE,))

    held = clock(22, *good(9), unsure, *good(18), rules=rules)

    assert (held.started, held.frozen) == (day(9), 7)


def test_sessions_of_the_hold_are_the_attended_ones_the_starting_one_included() -> None:
    """The missed one is not among them."""
    missed = a_debrief(3, outcome=CHOSE_NOT)

    assert clock(9, *good(1, 2), missed, *good(4), rules=CALM).sessions == 3


# --- eligible, over-caution ---------------------------------------------------------

WEEK = criteria(PEAK_7, days=7, sessions=1)


@pytest.mark.parametrize(
    ("word", "eligible", "cautious"),
    [
        (Word.YES, True, True),
        (None, False, True),
        (Word.NO, False, False),
        (Word.NOT_SURE, False, False),
    ],
)
def test_eligible_needs_a_yes_and_no_word_means_ask(
    word: Word | None, eligible: object, cautious: object
) -> None:
    """With no or not sure nothing counts as over-caution."""
    reviews = (reviewed(6, word),) if word else ()
    where = stands(a_case(*good(1), reviews=reviews, rules=WEEK), 22)

    assert (where.eligible, where.over_cautious) == (eligible, cautious)


def test_the_latest_word_stands() -> None:
    """Yes on the 6th, no at the session of the 7th."""
    case = a_case(
        *good(1),
        a_debrief(7, ready=Word.NO),
        reviews=(reviewed(6, Word.YES),),
        rules=WEEK,
    )

    assert stands(case, 9).eligible is False


def test_an_offer_is_a_decision_and_its_14_days_run_again() -> None:
    """Held on the 20th because Amina wants to wait: no alarm until the 4th."""
    case = a_case(
        *good(1),
        reviews=(reviewed(6, Word.YES),),
        decisions=(START, decided(20, Choice.HOLD)),
        rules=WEEK,
    )

    assert [stands(case, on).over_cautious for on in (22, 33, 34)] == [
        False,
        False,
        True,
    ]


# --- pause --------------------------------------------------------------------------

RULES = criteria(PEAK_7, pause=[stop_for(A_CRISIS_CALL, "review_same_day")])


def test_a_sign_fires_on_the_date_of_the_entry_that_makes_it_true_observed_too() -> (
    None
):
    """Once for an episode: the call of the 9th lies in the week of the 5th."""
    seen = (called(5), called(9), called(20))

    where = stands(a_case(*good(1), observations=seen, rules=RULES), 25)

    assert [(f.on, f.entry) for f in where.fired] == [
        (day(5), seen[0].id),
        (day(20), seen[2].id),
    ]


def test_it_stays_open_until_a_decision_cites_it() -> None:
    """Citing the observation answers it."""
    seen = called(5)
    answered = decided(6, Choice.HOLD, cites=(seen.id,))

    open_ = stands(a_case(observations=(seen,), rules=RULES), 9)
    closed = stands(
        a_case(observations=(seen,), rules=RULES, decisions=(START, answered)), 9
    )

    assert len(open_.open_signs) == 1
    assert closed.open_signs == ()


def test_after_a_firing_the_hold_starts_with_the_next_attended_session() -> None:
    """A call on the 5th; a missed session on the 6th starts nothing, the 8th does."""
    rules = agreed(PEAK_7, pause=[stop_for(A_CRISIS_CALL)], days=14, sessions=1)
    missed = a_debrief(6, outcome=CHOSE_NOT)

    held = clock(12, *good(1), missed, *good(8), rules=rules, observations=(called(5),))

    assert held.started == day(8)


def test_a_pause_decision_ends_the_hold_whether_or_not_a_predicate_fired() -> None:
    """Decided on the 5th."""
    events = (PauseEvent(day(5), "decision-5"),)

    assert clock(9, *good(1), rules=CALM, pause_events=events).started is None


# --- as known then ------------------------------------------------------------------


def test_what_is_recorded_for_a_later_day_is_not_read() -> None:
    """On the 4th nobody knows of the call of the 5th."""
    seen = (called(5),)

    where = stands(a_case(*good(1), observations=seen, rules=RULES), 4)

    assert where.fired == ()


def asked_for_money(number: int) -> Any:
    """Return a request that was noted when it came."""
    return observed(number, Seen.MONEY_REQUEST, money=REQUEST)


UNREVIEWED = criteria(
    {"no_financial_request_unreviewed": {}},
    pause=[stop_for({"not": {"no_financial_request_unreviewed": {}}})],
)


def test_a_review_of_a_request_is_its_own_dated_act() -> None:
    """Asked on the 5th, reviewed on the 7th: not met from the one to the other."""
    seen = asked_for_money(5)
    decision = decided(7, Choice.HOLD, cites=(seen.id,))
    case = a_case(
        *good(2),
        observations=(seen,),
        decisions=(START, decision),
        rules=UNREVIEWED,
    )

    answers = [stands(case, on).stability.answer for on in (4, 6, 8)]

    assert answers == [MET, NOT_MET, MET]
    assert [f.on for f in stands(case, 8).fired] == [day(5)]


def test_a_request_reviewed_the_same_day_has_fired_all_the_same() -> None:
    """The sign is on from noon until the review at 3pm."""
    seen = asked_for_money(5)
    decision = decided(5, Choice.HOLD, hour=15, cites=(seen.id,))
    case = a_case(
        *good(2), observations=(seen,), decisions=(START, decision), rules=UNREVIEWED
    )

    where = stands(case, 6)

    assert [f.on for f in where.fired] == [day(5)]
    assert (where.open_signs, where.stability.answer) == ((), MET)


def test_a_request_from_before_the_step_is_unreviewed_too() -> None:
    """Nobody has looked at it yet."""
    old = a_debrief(2, step="step-2", concerns=(Concern.MONEY,))
    start = decided(4, Choice.START)

    where = stands(a_case(old, *good(5), decisions=(start,), rules=UNREVIEWED), 6)

    assert where.stability.answer is NOT_MET
    assert where.stability.shows == "1 request not reviewed: Wednesday 2 September 2026"


def test_age_and_the_persons_word_count_from_the_latest_resume() -> None:
    """A yes from before the pause was said before."""
    decisions = (START, decided(8, Choice.PAUSE), decided(10, Choice.RESUME))
    case = a_case(reviews=(reviewed(6, Word.YES),), decisions=decisions, rules=WEEK)

    assert stands(case, 12).word is None


def test_leaving_early_by_choice_can_fail_stayed_planned_minutes() -> None:
    """10 of 15 minutes are less than 75%; a session as planned was stayed in full."""
    left = a_debrief(2, outcome=Outcome.LEFT_BY_CHOICE, minutes=10)
    args = {"p": 75, "last": 1}

    short = found("stayed_planned_minutes", 9, left, args=args, minutes=15)
    whole = found("stayed_planned_minutes", 9, *good(2), args=args, minutes=15)
    untold = found(
        "stayed_planned_minutes",
        9,
        a_debrief(2, outcome=Outcome.LEFT_BY_CHOICE),
        args=args,
        minutes=15,
    )

    assert (short.answer, short.shows) == (NOT_MET, "10 of 15 minutes")
    assert (whole.answer, untold.answer) == (MET, CANNOT_TELL)
    assert untold.missing == "how long they stayed for 1 session"


def test_a_fall_compares_the_latest_with_the_mean_of_the_first_two() -> None:
    """8 and 6 at first are 7; 4 now is 3 lower, and 43 percent lower."""
    told = [a_debrief(n, worry_peak=peak) for n, peak in enumerate((8, 6, 9, 4), 1)]

    def read(**args: int) -> Any:
        return found("suds_drop_from_baseline", 9, *told, args=args)

    assert read(points=3).answer is MET
    assert read(points=4).answer is NOT_MET
    assert (read(percent=42).answer, read(percent=43).answer) == (MET, NOT_MET)
    assert read(points=3).shows == "8 and 6 at first, 4 now"


def test_a_fall_from_nothing_is_no_fall() -> None:
    """No worry at first: nothing can be lower."""
    told = [a_debrief(n, worry_peak=0) for n in (1, 2, 3)]

    assert (
        found("suds_drop_from_baseline", 9, *told, args={"percent": 10}).answer
        is NOT_MET
    )


def test_the_same_local_hour_twice_in_october_is_ordered_by_instant() -> None:
    """Yes at 1:30 in summer time, no at 1:30 in winter time: the latest word is no."""
    summer, winter = (timezone(timedelta(hours=hours)) for hours in (1, 0))
    night = datetime(2026, 10, 25, 1, 30, tzinfo=summer)

    def said(ready: Word, zone: timezone) -> Any:
        kept = a_debrief(1, ready=ready, id=ready.value)
        at = night.replace(tzinfo=zone)
        return replace(kept, record=replace(kept.record, at=at), happened_at=at)

    case = a_case(said(Word.NO, winter), said(Word.YES, summer))
    where = standing(case, now=night + timedelta(days=1))

    assert where is not None
    assert where.word is Word.NO


# --- the rest of the predicates -----------------------------------------------------


def test_belief_is_compared_from_before_the_first_session_to_after_the_latest() -> None:
    """80 before, 50 now: 30 lower."""
    told = [
        a_debrief(1, belief_before=80, belief_after=70),
        a_debrief(2, belief_before=75, belief_after=50),
    ]

    def read(points: int, *sessions: Any) -> Any:
        return found("belief_drop", 9, *sessions, args={"points": points}).answer

    assert (read(30, *told), read(31, *told)) == (MET, NOT_MET)
    assert read(10, told[0]) is MET
    assert read(10, a_debrief(1, belief_before=80)) is CANNOT_TELL
    assert read(90, a_debrief(1, belief_before=80)) is NOT_MET


def test_a_limit_and_a_safety_behaviour_are_read_by_their_ids() -> None:
    """Not asked is missing; another limit says nothing of this one."""
    kept = a_debrief(1, limits=(LimitKept("l1", kept=True),), behaviours=("b2",))
    broken = a_debrief(2, limits=(LimitKept("l1", kept=False),), behaviours=("b1",))
    other = a_debrief(3, limits=(LimitKept("l2", kept=True),), behaviours=None)

    def limit(session: Any) -> Any:
        return found("limit_kept", 9, session, args={"limit_id": "l1"}).answer

    def without(session: Any) -> Any:
        return found("safety_behaviour_reduced", 9, session, args={"id": "b1"}).answer

    assert [limit(s) for s in (kept, broken, other)] == [MET, NOT_MET, CANNOT_TELL]
    assert [without(s) for s in (kept, broken, other)] == [MET, NOT_MET, CANNOT_TELL]


def test_a_craving_between_sessions_belongs_to_the_session_before_it() -> None:
    """4 at the session and 7 the next day is 7."""
    session = a_debrief(2, craving=4)
    next_day = (observed(3, Seen.CRAVING, craving=7),)
    args = {"x": 5, "last": 1}

    alone = found("cravings_max", 9, session, args=args)
    both = found("cravings_max", 9, session, args=args, observations=next_day)
    filled = found(
        "cravings_max", 9, *good(2), args={"x": 7, "last": 1}, observations=next_day
    )
    early = found(
        "cravings_max",
        9,
        args=args,
        observations=(observed(1, Seen.CRAVING, craving=9),),
    )

    assert (alone.answer, both.answer, both.shows) == (MET, NOT_MET, "7")
    assert (filled.answer, early.answer) == (MET, NOT_MET)


def test_days_in_hospital_still_freeze() -> None:
    """First and last day included."""
    held = clock(20, *good(1), rules=CALM, away=range(5, 8))

    assert held.completed == day(18)
    assert gone(5, 7).record.first == day(5)


def test_a_debrief_that_never_came_turns_late_when_its_hours_are_over() -> None:
    """Planned for the 5th at 10; at 24 hours it is late on the 6th, and begins anew."""
    rules = criteria(
        {"debrief_done": {"last": 1, "within_hours": 24}}, days=14, sessions=1
    )
    case = a_case(*good(2), sessions=(planned(5),), rules=rules)

    assert stands(case, 5).hold.started == day(2)
    assert stands(case, 7).hold.started is None
