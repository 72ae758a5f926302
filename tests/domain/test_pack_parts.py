"""Parts of a pack: fears and facts, what helped, between sessions, decisions, marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.debrief import (
    Happened,
    LimitKept,
    Outcome,
    Session,
    SignSeen,
    Tried,
    Used,
    Word,
)
from inclusion_cli.domain.decision import Choice, Review
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.observation import Observation, Route, Seen
from inclusion_cli.domain.pack_agreed import behaviours, limits, used
from inclusion_cli.domain.pack_between import between_part
from inclusion_cli.domain.pack_coping import helped, signs, signs_asked, stages
from inclusion_cli.domain.pack_decisions import decision_line, decision_part
from inclusion_cli.domain.pack_fears import fear_part, thoughts
from inclusion_cli.domain.pack_marks import listed, mark, runs
from inclusion_cli.domain.pack_sessions import (
    gaps,
    noted,
    session_part,
    told_sessions,
)
from inclusion_cli.domain.pack_who import no_words, own_words, replies
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.plan import Behaviour, Limit, Plan, SafetyBehaviour
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from inclusion_cli.domain.reply import Reply, what_for
from inclusion_cli.domain.thought import Real, Thought
from tests.builders import a_debrief, a_formulation, a_step, at, day
from tests.domain.making import OURS, a_case, decided, good, keep

ASKED = "Asked for: £20. By: a man. Answer: said no on their own."


def prepared(number: int, mine: Guess | None, workers: Guess | None) -> Any:
    """Return a check on the n-th day, before the session of that day."""
    it = Preparation("step-1", at(number, 9), Wanted.YES, mine=mine, workers=workers)
    return keep(it, number, hour=9)


# --- fears against facts ------------------------------------------------------------


def test_a_guess_is_held_against_what_came() -> None:
    """Worried it would be 8; it was 6. The mean is over those with both, with its n."""
    debriefs = (a_debrief(2), a_debrief(3, worry_peak=None), a_debrief(4, worry_peak=7))
    guesses = tuple(
        prepared(n, Guess(8), Guess(5, going=True) if n != 3 else None)
        for n in (2, 3, 4)
    )

    part = fear_part(a_case(*debriefs, preparations=guesses), debriefs, {})

    assert part.lines == (
        "Amina's guess of the worst was 1.5 too high on average, over 2 sessions.",
        "The worker's guess of the worst was 1.5 too low on average, over 2 sessions.",
    )
    assert part.guesses
    assert [row[1:4] for row in part.guesses.rows] == [
        ("it would be 8", "it would be 5; would go", "it was 6"),
        ("it would be 8", "not asked", "not given"),
        ("it would be 8", "it would be 5; would go", "it was 7"),
    ]


def test_a_guess_stays_sealed_until_its_debrief_is_saved() -> None:
    """Nothing of a guess is in a pack whose session was not told yet."""
    waiting = keep(Session("step-1", at(5)), 5)
    planned = replace(prepared(5, Guess(9), Guess(1)), id="sealed")
    sealed = replace(planned, record=replace(planned.record, session=waiting.id))
    debriefs = (a_debrief(2), a_debrief(5))
    case = a_case(*debriefs, sessions=(waiting,), preparations=(sealed,))

    assert fear_part(case, debriefs, {}).guesses is None

    opened = replace(
        debriefs[1], record=replace(debriefs[1].record, session=waiting.id)
    )
    told = fear_part(case, (debriefs[0], opened), {})
    assert told.guesses
    assert told.guesses.rows[0][1:4] == ("it would be 9", "it would be 1", "it was 6")


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1))
def test_the_mean_of_guesses_is_exact_to_a_tenth(pairs: list[tuple[int, int]]) -> None:
    """Whatever was guessed, the printed mean is within half a tenth."""
    debriefs = tuple(
        a_debrief(n, worry_peak=peak) for n, (_guess, peak) in enumerate(pairs, 1)
    )
    guesses = tuple(
        prepared(n, Guess(guess), None) for n, (guess, _peak) in enumerate(pairs, 1)
    )

    (line,) = fear_part(a_case(*debriefs, preparations=guesses), debriefs, {}).lines

    mean = sum(guess - peak for guess, peak in pairs) / len(pairs)
    said = float(line.split(" was ")[1].split()[0])
    assert abs(abs(mean) - said) <= 0.05 + 1e-9
    assert f"over {len(pairs)} session" in line
    assert ("too high" in line) == (said > 0 and mean > 0)


def test_fears_are_counted_by_step_with_how_sure() -> None:
    """No, partly, yes with the n asked; how sure before and after."""
    debriefs = (
        a_debrief(2, feared=Happened.NO, belief_before=70, belief_after=30),
        a_debrief(3, feared=Happened.PARTLY),
        a_debrief(4),
    )
    step = keep(a_step(fear="They will stare", fear_sure=70), id="step-1")

    part = fear_part(a_case(*debriefs, steps=(step,)), debriefs, {})

    assert part.table
    (row,) = part.table.rows
    assert row[:5] == (
        "1",
        "They will stare",
        "70 of 100",
        "1, 1, 0 (asked 2 times)",
        "70 before and 30 after",
    )


def test_thoughts_are_counted_by_whether_they_could_be_real() -> None:
    """Real, partly, not and not sure; a thing that happened is no thinking habit."""
    kinds = (Real.YES, Real.PARTLY, Real.NO, Real.NOT_SURE)
    debriefs = tuple(
        a_debrief(n, thought=Thought("Two men laughed", "At me", real))
        for n, real in enumerate(kinds, start=1)
    )

    assert thoughts(debriefs) == (
        "4 thoughts written down. 2 of 4 could be real, or partly. "
        "For 1 it is not sure."
    )
    assert thoughts(good(1)) == ""


def test_no_fear_named_is_said() -> None:
    """Nothing asked is not "nothing came true"."""
    part = fear_part(a_case(), (), {})

    assert part.lines == ("No fear was put beside what happened in this time.",)
    assert (part.table, part.guesses, part.thoughts) == (None, None, "")


# --- signs, and what helped ---------------------------------------------------------


def test_what_was_tried_is_counted_with_each_score() -> None:
    """Most often first; a score that was not given is said; old notes count, too."""
    debriefs = (
        a_debrief(2, tried=(Tried("Slow breath", "a1", 6), Tried("My list", "", 9))),
        a_debrief(3, tried=(Tried("slow BREATH", "a1", 8),)),
        a_debrief(4, tried=(Tried("Slow breath", "a1"),), helped="Her brother rang"),
    )

    table = helped(debriefs, {})

    assert table
    assert [row[:3] for row in table.rows] == [
        ("Slow breath", "3", "6, 8; 1 not given"),
        ("Her brother rang", "1", "not given"),
        ("My list", "1", "9"),
    ]


def test_signs_are_counted_by_stage_also_between_sessions() -> None:
    """Late stages first; of how many asked is said."""
    late, early = SignSeen("s3", "Three bad nights", 3), SignSeen("s1", "Quiet", 1)
    debriefs = (
        a_debrief(2, signs=(early,), stage=1),
        a_debrief(3, signs=None, stage=2),
        a_debrief(4, stage=1),
    )
    seen = keep(Observation(Seen.SIGN, at(3, 20), signs=(late, early)), 3)

    table = signs(a_case(*debriefs, observations=(seen,)), debriefs, {})

    assert table
    assert [row[:3] for row in table.rows] == [
        ("3", "Three bad nights", "1"),
        ("1", "Quiet", "2"),
    ]
    assert signs_asked(debriefs) == (
        "Signs were asked about in 2 of 3 debriefs, and seen in 1."
    )
    assert stages(debriefs) == (
        'Stage after a session, told 3 times: "I\'m OK" 2, "Something is changing" 1.'
    )


# --- what was agreed, kept and used -------------------------------------------------


def test_limits_and_what_is_done_to_feel_safe_have_their_n() -> None:
    """Kept of how often it was asked; a limit that was not kept names its record."""
    step = keep(
        a_step(
            limits=(Limit("l1", "One hour"), Limit("l2", "No drink")),
            behaviours=(
                SafetyBehaviour("b1", "Sits by the door", Behaviour.FADE),
                SafetyBehaviour("b2", "Hood up", Behaviour.KEEP),
            ),
        ),
        id="step-1",
    )
    kept, broken = LimitKept("l1", kept=True), LimitKept("l1", kept=False)
    debriefs = (
        a_debrief(2, limits=(kept,), behaviours=("b1", "b2"), used=Used("")),
        a_debrief(3, limits=(broken,), behaviours=("b1",), used=Used("A pint")),
        a_debrief(4, limits=None, behaviours=None),
    )
    case = a_case(*debriefs, steps=(step,))

    told, done = limits(case, debriefs, {}), behaviours(case, debriefs, {})

    assert told
    assert told.rows == (("1", "One hour", "1 of 2 times", debriefs[1].id[-8:]),)
    assert done
    assert [row[1:4] for row in done.rows] == [
        ("Sits by the door", "do less and less", "2 of 2 times"),
        ("Hood up", "keep", "1 of 2 times"),
    ]
    assert used(debriefs) == (
        "Drink or drugs were asked about in 2 debriefs, and told of in 1."
    )


def test_what_was_never_asked_has_no_line() -> None:
    """No limit, nothing done, no use asked about: no table, and no "0"."""
    debriefs = tuple(good(1))
    case = a_case(*debriefs)

    assert limits(case, debriefs, {}) is None
    assert behaviours(case, debriefs, {}) is None
    assert used(debriefs) == ""


def test_what_a_table_tells_is_not_told_again_line_by_line() -> None:
    """Of limits, use and ratings only what no table has stands among the notes."""
    step = keep(a_step(limits=(Limit("l1", "One hour"),)), id="step-1")
    told = a_debrief(
        2,
        limits=(LimitKept("l1", kept=True),),
        used=Used("A pint"),
        craving=4,
        note="Rain",
    )
    case = a_case(told, steps=(step,))

    assert [(line.what, line.words) for line in noted(case, (told,))] == [
        ("Note", "Rain"),
        ("Drink or drugs", "A pint"),
    ]


# --- between sessions ---------------------------------------------------------------


A_CALL = Observation(
    Seen.CRISIS_CONTACT, at(7, 8), note="She could not sleep", route=Route.A_AND_E
)


def test_what_was_written_between_has_its_days() -> None:
    """Nights of nights, days of days, who asked for what; each line with its record."""
    asked = MoneyRequest("£20", "a man", Did.DECLINED_ALONE)
    seen = tuple(
        keep(it, n, hour=8)
        for n, it in (
            (2, Observation(Seen.SLEEP, at(2, 8), minutes_slept=390)),
            (3, Observation(Seen.SLEEP, at(3, 8), minutes_slept=300)),
            (4, Observation(Seen.CRAVING, at(4, 8), craving=7)),
            (5, Observation(Seen.MONEY_REQUEST, at(5, 8), money=asked)),
            (6, Observation(Seen.CRISIS_CONTACT, at(6, 8), note="Rang the line")),
            (7, replace(A_CALL, at=at(7, 8))),
        )
    )

    part = between_part(
        a_case(observations=seen), (), now=at(10, 20), first=day(1), last=day(10)
    )

    assert part.lines == (
        "Sleep was written for 2 of 10 nights: from 5 hours to 6 hours 30 minutes.",
        "Craving was written on 1 of 10 days: 7 of 10.",
        "Asked for money or things 1 time, as it was told.",
        ("0 incidents in 10 days. In the 12 weeks before the first step: not known."),
    )
    assert part.crisis == "2 crisis calls in 5 days, asked in 0 debriefs."
    assert part.table
    assert [row[1:3] for row in part.table.rows] == [
        ("a request for money or things", ASKED),
        ("a crisis call", "Rang the line."),
        ("a crisis call", "Rung or gone to: A and E. She could not sleep."),
    ]


def test_nobody_asking_for_a_week_is_said() -> None:
    """One question on the 1st does not cover the month."""
    debriefs = tuple(good(1))

    part = between_part(
        a_case(*debriefs), debriefs, now=at(30, 20), first=day(1), last=day(30)
    )

    assert part.crisis.endswith("Not asked since Tuesday 1 September 2026.")


# --- gaps and marks -----------------------------------------------------------------


def test_a_planned_session_without_a_debrief_is_in_the_table_and_in_the_gaps() -> None:
    """It is numbered in its place, and nothing is drawn for it."""
    waiting = keep(Session("step-1", at(3)), 3)
    case = a_case(a_debrief(2), a_debrief(4, worry_peak=None), sessions=(waiting,))

    told = told_sessions(case, first=day(1), now=at(5))
    part = session_part(case, told)

    assert [(s.number, s.outcome) for s in part.sessions] == [
        (1, "went ahead as planned"),
        (2, "no debrief yet"),
        (3, "went ahead as planned"),
    ]
    assert list(gaps(told)) == [
        "No debrief for 1 planned session: Thursday 3 September 2026.",
        "Worry at its worst was not given in 1 of 2 sessions gone to.",
    ]


def test_late_mended_and_split_records_are_marked() -> None:
    """More than a day later is late; a day is not."""
    late = a_debrief(2, recorded=at(5, 9))
    in_time = a_debrief(2, recorded=at(3, 10))

    assert mark(late) == "entered 2 days late"
    assert mark(in_time) == ""
    assert mark(replace(late, amended=2, forks=2)) == (
        "entered 2 days late, mended 2 times since, 2 versions stand side by side"
    )


def test_many_ids_are_told_by_the_numbers_of_their_sessions() -> None:
    """Six ids stand there; more are told by numbers that have their ids elsewhere."""
    ids = [f"record-{n}" for n in range(1, 9)]
    numbers = {record: n for n, record in enumerate(ids, start=1) if n != 5}

    assert listed(ids[:6], numbers) == ", ".join(record[-8:] for record in ids[:6])
    assert listed(ids, numbers) == "sessions 1 to 4, 6 to 8, record-5"


@given(st.sets(st.integers(1, 60), min_size=1))
def test_runs_of_numbers_lose_none(numbers: set[int]) -> None:
    """What is shortened can be read back whole."""
    said = runs(sorted(numbers))

    back: set[int] = set()
    for part in said.split(", "):
        first, _to, last = part.partition(" to ")
        back |= set(range(int(first), int(last or first) + 1))
    assert back == numbers


# --- decisions ----------------------------------------------------------------------


def test_decisions_are_those_since_the_last_meeting() -> None:
    """What that meeting decided comes first; a pack of today is not the last one."""
    review = keep(Review("step-1", day(10), (), Word.YES, "The group"), 10)
    held = replace(decided(10, Choice.HOLD), id="decision-held")
    at_review = replace(held, record=replace(held.record, review=review.id))
    paused = replace(decided(14, Choice.HOLD), id="decision-later")
    today = keep(Paper(PaperKind.REVIEW_PACK, day(20), "them", "review"), 20)
    then = keep(
        Paper(PaperKind.REVIEW_PACK, day(15), "them", "review", known_on=day(3)), 15
    )
    case = a_case(
        decisions=(decided(1, Choice.START), at_review, paused),
        reviews=(review,),
        papers=(then, today),
    )

    part = decision_part(case, first=day(1), since=None, today=day(20))

    assert part.since == (
        "Since the last review meeting or pack, Thursday 10 September 2026."
    )
    assert [line.record for line in part.last] == [at_review.id[-8:]]
    assert [line.record for line in part.lines] == [paused.id[-8:]]


def test_what_was_decided_before_the_last_meeting_stands_apart_in_its_order() -> None:
    """Within the time of the pack: a reply to it must not hang in the air."""
    review = keep(Review("step-1", day(10), (), Word.YES, "more"), 10)
    at_review = replace(decided(10, Choice.HOLD), id="decision-held")
    at_review = replace(at_review, record=replace(at_review.record, review=review.id))
    early = [replace(decided(n, Choice.HOLD), id=f"decision-{n}") for n in (2, 4, 6)]
    case = a_case(decisions=(*early, at_review), reviews=(review,))

    part = decision_part(case, first=day(3), since=None, today=day(20))

    assert [line.record for line in part.earlier] == [d.id[-8:] for d in early[1:]]
    assert [line.record for line in part.last] == [at_review.id[-8:]]


def test_the_wish_of_the_person_is_a_reason_and_nothing_it_went_against() -> None:
    """An early step up is with their wish; the wish is beside the why."""
    held = decided(5, Choice.HOLD)
    against = ("3 of the last 4 sessions go ahead.", 'Amina wishes it: "More."')
    why = "It goes on where it was, as we agreed"
    early = replace(held, record=replace(held.record, why=why, overrides=against))

    line = decision_line(a_case(decisions=(early,)), early)

    assert line.why.startswith(
        'It goes on where it was, as we agreed. Amina wishes it: "More."'
    )
    assert line.against == ("3 of the last 4 sessions go ahead.",)


def test_a_day_that_was_asked_for_overrides_the_last_meeting() -> None:
    """--since says from when; then nothing is apart."""
    case = a_case(decisions=(decided(1, Choice.START), decided(5, Choice.HOLD)))

    part = decision_part(case, first=day(3), since=day(3), today=day(20))

    assert part.since == "Since Thursday 3 September 2026."
    assert (len(part.last), len(part.lines)) == (0, 1)


# --- own words ----------------------------------------------------------------------


def test_their_own_words_come_as_account_wish_and_latest() -> None:
    """Where there is no account, why is said."""
    told = a_debrief(4, words="I stayed")
    review = keep(Review("step-1", day(3), (), Word.YES, "The group"), 3)
    case = a_case(
        told,
        reviews=(review,),
        formulation=keep(a_formulation(account="It is the way there")),
    )

    assert [quote.words for quote in own_words(case, told)] == [
        "It is the way there",
        "The group",
        "I stayed",
    ]
    assert no_words(case) == ""
    none = a_formulation(account="", no_account_because="Amina did not wish to")
    assert "Amina did not wish to" in no_words(a_case(formulation=keep(none)))
    assert "not asked for yet" in no_words(a_case(formulation=None))


def test_replies_stand_with_what_they_are_about() -> None:
    """Reply and change are two lines; older ones than the pack are left to theirs."""
    first = keep(Reply(day(2), "Not so", "The decision"), 2)
    second = keep(Reply(day(9), "It was late", "The review pack", change="The bus"), 9)
    case = a_case(replies=(first, second))

    found = list(replies(case, day(5)))

    assert [(quote.what, quote.words) for quote in found] == [
        ("About: The review pack", "It was late"),
        ("To be changed or added", "The bus"),
    ]


def test_a_reply_is_about_the_latest_pack_or_decision() -> None:
    """Both by their record, so that `why` leads back to them."""
    paper = keep(Paper(PaperKind.REVIEW_PACK, day(9), "them", "review"), 9)
    case = a_case(papers=(paper,), decisions=(decided(1, Choice.START),))

    found = what_for(case)

    assert list(found) == ["pack", "decision", "record"]
    assert found["pack"].record == paper.id
    assert found["decision"].words == "The decision of Tuesday 1 September 2026: Start"
    assert list(what_for(a_case(decisions=()))) == ["record"]


def test_a_cancelled_session_lacks_nothing() -> None:
    """What we cancelled has no score to miss."""
    ours = a_debrief(
        2, outcome=OURS, worry_before=None, worry_peak=None, worry_after=None
    )

    assert list(gaps((ours,))) == []
    assert ours.record.outcome is Outcome.CANCELLED_BY_SERVICE


@pytest.mark.parametrize("plan", [Plan("Out", 3, 56), Plan("Out")])
def test_a_baseline_without_days_is_not_held_against_anything(plan: Plan) -> None:
    """Both the count and its days, or nothing."""
    case = a_case(plan=keep(plan))

    part = between_part(case, (), now=at(3, 20), first=day(1), last=day(3))

    assert ("Before the plan" in part.crisis) == (plan.baseline_days is not None)


def test_a_night_has_no_hour() -> None:
    """It is told by the morning it ended, and never as 12am."""
    night = Observation(Seen.SLEEP, at(3, 0), minutes_slept=270, note="Awake.")

    part = between_part(
        a_case(observations=(keep(night, 3, hour=0),)),
        (),
        now=at(5, 20),
        first=day(1),
        last=day(5),
    )

    assert part.table
    assert part.table.rows[0][0] == "Night to Thursday 3 September 2026"


def test_a_decision_of_this_time_before_the_last_meeting_is_told() -> None:
    """A reply to it may stand in the pack: so must the decision."""
    case = a_case(
        decisions=(decided(1, Choice.START), decided(9, Choice.PAUSE)),
        reviews=(keep(Review("step-1", day(15), (), Word.YES, "More"), 15),),
    )

    part = decision_part(case, first=day(5), since=None, today=day(30))

    assert [line.what for line in part.earlier] == ["Pause: step 1"]
    assert (part.last, part.lines) == ((), ())


def test_how_sure_is_a_sentence_a_meeting_can_read() -> None:
    """The first and the last of many, and how many there were."""
    told = (
        *(a_debrief(n, belief_before=80, belief_after=75) for n in (1, 2, 3, 4)),
        a_debrief(5, belief_before=25),
    )

    table = fear_part(a_case(*told), told, {}).table

    assert table
    assert table.rows[0][4] == (
        "80 before and 75 after, the first time; "
        "25 before, not given after, the last. 5 times asked."
    )
