"""The practice cases tell the worked cases, sentence by sentence, from what is kept.

They are made by the same acts a worker uses, in a real encrypted vault.
"""

from __future__ import annotations

import itertools
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.casework.pack_review import make_pack
from inclusion_cli.domain.alarms import Alarm, Side, alarms
from inclusion_cli.domain.card_copies import copies, out_of_date
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.debrief import Concern, Debrief, Outcome
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.formulation import ControlKind, TriggerKind
from inclusion_cli.domain.money import Did
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.pack_lines import ReviewPack
from inclusion_cli.domain.paper import Holder, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.thought import Real
from inclusion_cli.store import keys
from inclusion_cli.store.keyfile import read_key
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Told:
    """One practice case as it is kept, with the pack of the day."""

    case: Casefile
    pack: ReviewPack

    @property
    def went(self) -> list[Debrief]:
        """Return the sessions that were gone to, in order."""
        return [d.record for d in self.case.debriefs if d.record.outcome.attended]

    @property
    def steps(self) -> list[Step]:
        """Return the ladder, the first rung first."""
        return [rung.step.record for rung in self.case.rungs()]

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """Return both alarms as they stand."""
        stands = standing(self.case, now=NOW)
        return alarms(self.case, stands, on=NOW.date())

    def decided(self, choice: Choice) -> list[Kept[Decision]]:
        """Return the decisions of a kind, in order."""
        return [d for d in self.case.decisions if d.record.choice is choice]

    def seen(self, seen: Seen) -> list[Kept[Observation]]:
        """Return what was seen of a kind, in order."""
        found = [o for o in self.case.observations if o.record.seen is seen]
        return sorted(found, key=lambda kept: kept.happened_at)


@pytest.fixture(scope="module")
def told(
    lived_in: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, Told]]:
    """Return the three cases, read once from a copy of the vault."""
    home = tmp_path_factory.mktemp("told") / "home"
    shutil.copytree(lived_in, home)
    folder = home / "practice"
    vault = open_vault(folder, keys.open_practice(read_key(folder)))
    reading = Reading(vault)
    yield {
        person.record.code: Told(
            reading.casefile(person.file),
            make_pack(reading, person.file, now=NOW, since=None),
        )
        for person in reading.all(Person)
    }
    vault.close()


@pytest.fixture
def robin(told: Mapping[str, Told]) -> Told:
    """Return PR-001: going out again without feeding fear of being watched."""
    return told["PR-001"]


@pytest.fixture
def maya(told: Mapping[str, Told]) -> Told:
    """Return PR-002: joining in without being used for money."""
    return told["PR-002"]


@pytest.fixture
def tomasz(told: Mapping[str, Told]) -> Told:
    """Return PR-003: evening events while in recovery from alcohol."""
    return told["PR-003"]


def kinds_of(told: Told) -> set[TriggerKind]:
    """Return the kinds of what unsettles a person."""
    assert told.case.formulation
    return {trigger.kind for trigger in told.case.formulation.record.triggers}


def helps_of(told: Told) -> str:
    """Return all that helps, in small letters."""
    assert told.case.formulation
    helps = (trigger.helps for trigger in told.case.formulation.record.triggers)
    return " ".join(helps).lower()


def test_each_has_a_name_that_is_plainly_a_practice_name(
    told: Mapping[str, Told],
) -> None:
    """Codes PR-001 to PR-003, and nobody can take them for somebody real."""
    names = {code: one.case.person.record.name for code, one in told.items()}

    assert sorted(names) == ["PR-001", "PR-002", "PR-003"]
    assert all(name.endswith(" Practice") for name in names.values())


# --- PR-001 -------------------------------------------------------------------------


def test_robin_has_2_triggers_with_what_helps(robin: Told) -> None:
    """Quiet times, the way out, seen before meant, a worker who does not hurry."""
    assert kinds_of(robin) == {
        TriggerKind.CROWDS,
        TriggerKind.UNPREDICTABLE_INTERACTION,
    }
    for help_ in ("quiet", "the way out", "before what it means", "not hurry"):
        assert help_ in helps_of(robin)


def test_robins_ladder_has_5_rungs_and_changes_1_thing_at_a_time(robin: Told) -> None:
    """A walk beside; a group in the room, in the building, alone; a cafe alone."""
    rungs = [(s.minutes, s.accompaniment, s.often) for s in robin.steps]

    assert rungs == [
        (15, 6, "3 times a week"),
        (45, 5, "1 time a week"),
        (45, 4, "1 time a week"),
        (45, 0, "1 time a week"),
        (30, 0, "1 time a week"),
    ]
    assert "fixed seat" in robin.steps[1].title
    assert "agenda sent" in robin.steps[1].time
    assert "talk before and after" in robin.steps[3].title
    assert "choosing" in robin.steps[4].title


def test_robins_criteria_are_those_of_the_case(robin: Told) -> None:
    """3 of 4; peak 7 or the fear did not come; 14 days and 3 sessions; a yes."""
    agreed = [line.agreed for line in robin.case.reviews[-1].record.evidence]

    assert agreed == [
        "3 of the last 4 sessions go ahead",
        (
            "worry at its worst is 7 or less in each of the last 2 sessions, or "
            "what was feared did not happen, in each of the last 2 sessions"
        ),
        "all of this holds for 14 days and 3 sessions",
        "Robin feels ready",
    ]
    assert {line.answer for line in robin.case.reviews[-1].record.evidence} == {"met"}


def test_robin_went_from_step_1_to_step_2(robin: Told) -> None:
    """Once, and nobody went further."""
    (up,) = robin.decided(Choice.PROGRESS)
    rung = robin.case.current()

    assert rung
    assert rung.step.record.number == 2
    assert up.record.to_step == rung.step.id


def test_robins_worry_before_going_falls_from_7_to_4_or_5(robin: Told) -> None:
    """Over four weeks of walks, and the numbers stand on the paper."""
    worry = [d.worry_before for d in robin.went]
    (chart,) = [chart for chart in robin.pack.charts if chart.key == "worry"]

    assert worry[0] == 7
    assert set(worry[-4:]) <= {4, 5}
    assert chart.series[0].points[0] == 7


def test_robin_went_to_2_of_4_then_3_then_4_of_4(robin: Told) -> None:
    """What others called off is not among them."""
    own = [d.record for d in robin.case.debriefs if d.record.outcome.countable]
    fours = [own[n : n + 4] for n in (0, 4, 8)]

    assert [sum(d.outcome.attended for d in four) for four in fours] == [2, 3, 4]


def test_robins_crisis_contacts_fall_from_3_to_1(robin: Told) -> None:
    """3 in the 8 weeks before the plan began; the days are counted on both sides."""
    assert robin.case.plan
    plan = robin.case.plan.record

    assert (plan.baseline_contacts, plan.baseline_days) == (3, 56)
    assert len(robin.seen(Seen.CRISIS_CONTACT)) == 1
    assert "1 crisis call in " in robin.pack.between.crisis
    assert "Before the plan: 3 crisis calls in 56 days." in robin.pack.between.crisis


def test_a_session_the_service_called_off_counts_against_nobody(robin: Told) -> None:
    """It is told apart, and the last 4 are 4 of 4 all the same."""
    outcomes = [d.record.outcome for d in robin.case.debriefs]

    assert outcomes.count(Outcome.CANCELLED_BY_SERVICE) == 1
    assert "1 cancelled by us, not counted." in robin.pack.sessions.attendance
    assert "12 of 15 sessions went ahead." in robin.pack.sessions.attendance
    assert robin.pack.sessions.signs_asked.startswith(
        "Signs were asked about in 15 of 15"
    )
    assert not [gap for gap in robin.pack.sessions.gaps if "not asked" in gap]


def test_stopping_early_by_choice_is_no_failure(robin: Told) -> None:
    """It counts as gone to, with the minutes that were walked."""
    (early,) = [d for d in robin.went if d.outcome is Outcome.LEFT_BY_CHOICE]

    assert early.minutes == 10
    assert any("counted as gone to" in said for said in robin.pack.sessions.attendance)


def test_robins_debriefs_hold_the_thought_and_what_was_tried(robin: Told) -> None:
    """Seen, in the mind, could it be real, the kinder view, coping and if it helped."""
    thoughts = [d.thought for d in robin.went if d.thought]
    tried = [one for d in robin.case.debriefs for one in d.record.tried]

    assert len(thoughts) == 3
    assert all(t.seen and t.mind and t.belief is not None for t in thoughts)
    kinder = [t for t in thoughts if t.real is Real.NO]
    assert len(kinder) == 2
    assert all(t.other_view and t.pattern and t.evidence_against for t in kinder)
    assert tried
    assert all(one.helped is not None for one in tried)


def test_being_stared_at_was_real_and_is_treated_so(robin: Told) -> None:
    """No habit of mind; somebody is told; the way and the formulation are changed."""
    (real,) = [d for d in robin.went if d.thought and d.thought.real is Real.YES]
    assert real.thought
    assert robin.case.formulation
    strangers = robin.case.formulation.record.triggers[1]

    assert real.thought.pattern == ""
    assert real.concerns
    assert Concern.HURT in real.concerns
    assert real.told
    assert "It was real" in strangers.example
    assert "towpath" in robin.steps[0].place
    assert "1 of 3 could be real" in robin.pack.fears.thoughts


def test_robins_card_has_4_stages_and_a_sign_that_was_added(robin: Told) -> None:
    """Version 2, in Robin's own words."""
    assert robin.case.card
    card = robin.case.card.record

    assert card.version == 2
    assert [stage.number for stage in card.stages] == [1, 2, 3, 4]
    assert all(stage.signs and stage.mine for stage in card.stages)
    assert "under five hours" in card.stages[1].signs[-1].text
    assert card.step_up
    assert len(card.step_up.pauses) == 3


def test_which_version_robin_holds_is_known(robin: Told) -> None:
    """Robin has version 2; staff still hold version 1, and are told."""
    held = {copy.holder: copy.version for copy in copies(robin.case)}

    assert held == {Holder.PERSON: 2, Holder.STAFF: 1}
    assert [says for says, _ids in out_of_date(robin.case)] == [
        "Staff hold version 1 of the card (A4). Version 2 is the one that counts."
    ]


@pytest.mark.parametrize("code", ["PR-001", "PR-002", "PR-003"])
def test_each_step_up_cites_its_review_and_its_sessions(
    told: Mapping[str, Told], code: str
) -> None:
    """What the review showed as evidence is what the decision rests on."""
    one = told[code]
    reviews = {review.id: review.record for review in one.case.reviews}
    sessions = {d.id for d in one.case.debriefs}
    ups = one.decided(Choice.PROGRESS)

    assert ups
    for up in ups:
        review = reviews[up.record.review]
        shown = {id_ for line in review.evidence for id_ in line.records}
        assert shown & sessions
        assert shown & sessions <= set(up.record.cites)


# --- PR-002 -------------------------------------------------------------------------


def test_maya_has_the_triggers_money_and_a_fast_friend(maya: Told) -> None:
    """Being asked for a loan, "just till Friday"; a new friend who is close fast."""
    assert kinds_of(maya) == {TriggerKind.MONEY_PRESSURE, TriggerKind.RELATIONSHIP}
    assert maya.case.formulation
    assert "till Friday" in maya.case.formulation.record.triggers[0].situation


def test_maya_agreed_on_lending_in_her_own_words(maya: Told) -> None:
    """Agreements, no restriction; the sentence is rehearsed and that is logged."""
    assert maya.case.formulation
    controls = maya.case.formulation.record.controls
    rehearsed = maya.case.safety.rehearsals

    assert any("I do not lend" in control.text for control in controls)
    assert {c.kind for c in controls} == {ControlKind.AGREEMENT, ControlKind.SUPPORT}
    assert len(rehearsed) == 6


def test_mayas_bank_app_was_looked_at_in_11_of_13_weeks(maya: Told) -> None:
    """Said as that many of that many, on the paper too; never as none alone."""
    looks = [k for k in maya.case.safety.money_checks if k.record.done]
    weeks = {(k.record.week - looks[0].record.week) // WEEK for k in looks}
    why = " ".join(d.why for d in (*maya.pack.decided.last, *maya.pack.decided.lines))

    assert len(looks) == len(weeks) == 11
    assert max(weeks) == 11
    assert "in 11 of 13 weeks. In those 11," in why


def test_mayas_first_request_was_declined_with_help_and_reviewed_that_day(
    maya: Told,
) -> None:
    """A hold, with her own wish, before the day was over."""
    (asked,) = [d for d in maya.case.debriefs if d.record.money]
    (held,) = maya.decided(Choice.HOLD)

    assert asked.record.money
    assert asked.record.money.did is Did.DECLINED_WITH_HELP
    assert held.record.on == asked.on
    assert asked.id in held.record.cites


def test_mayas_second_request_was_declined_alone_and_opens_a_review(maya: Told) -> None:
    """It is yesterday's; until it is reviewed, the risk alarm says so."""
    (asked,) = maya.seen(Seen.MONEY_REQUEST)

    assert asked.record.money
    assert asked.record.money.did is Did.DECLINED_ALONE
    assert asked.on == NOW.date() - timedelta(days=1)
    assert any(
        alarm.side is Side.RISK
        and "review the same day" in alarm.says
        and asked.id in alarm.records
        for alarm in maya.alarms
    )


def test_staff_step_away_from_maya_as_she_grows_sure(maya: Told) -> None:
    """From beside, to in the building, to on call: kitchen first, then football."""
    assert [step.accompaniment for step in maya.steps] == [6, 4, 2, 2]
    assert len(maya.decided(Choice.PROGRESS)) == 2
    assert "football" in maya.steps[3].title


def test_maya_feels_surer_and_that_she_belongs(maya: Told) -> None:
    """Her own ratings, belonging once a month; both rise."""
    sure = [d.confidence for d in maya.went if d.confidence is not None]
    belongs = [(d.at.date(), d.belonged) for d in maya.went if d.belonged is not None]
    months = [(b[0] - a[0]).days for a, b in itertools.pairwise(belongs)]

    assert (sure[0], sure[-1]) == (3, 8)
    assert [score for _on, score in belongs] == [3, 4, 5, 7]
    assert months == [28, 28, 28]
    assert [c.key for c in maya.pack.charts].count("ratings") == 1


# --- PR-003 -------------------------------------------------------------------------


def test_tomasz_has_the_triggers_bar_and_old_friends(tomasz: Told) -> None:
    """Rounds being bought, and those who bought them."""
    assert kinds_of(tomasz) == {
        TriggerKind.SUBSTANCE_SETTING,
        TriggerKind.RELATIONSHIP,
    }


def test_tomasz_first_step_is_small_and_held_on_all_sides(tomasz: Told) -> None:
    """An hour, a worker near, travel, food, drink, words to leave with, a phone."""
    first = tomasz.steps[0]

    assert (first.minutes, first.accompaniment) == (60, 5)
    assert "60 minutes at most" in [limit.text for limit in first.limits]
    assert "There in" in first.travel
    assert "Back on" in first.travel
    for part in ("Eat first", "Ginger beer", "by phone until 11pm"):
        assert part in first.coping
    assert first.exit_words == "My lift is here"


def test_tomasz_is_asked_the_day_after_each_evening(tomasz: Told) -> None:
    """Sleep of that night, and craving, with each debrief."""
    slept = {o.on for o in tomasz.seen(Seen.SLEEP)}

    assert len(tomasz.went) == 12
    for evening in tomasz.went:
        assert evening.craving is not None
        assert evening.at.date() + timedelta(days=1) in slept


def test_tomasz_steps_lengthen_1_thing_at_a_time(tomasz: Told) -> None:
    """60, 75 and 90 minutes with a worker near, then a worker on call."""
    rungs = [(step.minutes, step.accompaniment) for step in tomasz.steps]

    assert rungs == [(60, 5), (75, 5), (90, 5), (90, 2)]


def test_3_evenings_within_the_limit_then_3_poor_nights_and_a_craving_of_7(
    tomasz: Told,
) -> None:
    """The fourth evening was the longer one."""
    fourth = tomasz.went[3]
    nights = [
        o.record.minutes_slept
        for o in tomasz.seen(Seen.SLEEP)
        if timedelta(0) < o.on - fourth.at.date() <= timedelta(days=3)
    ]
    (craving,) = [o for o in tomasz.seen(Seen.CRAVING) if o.record.craving == 7]

    for evening in tomasz.went[:3]:
        assert evening.limits
        assert all(limit.kept for limit in evening.limits)
    assert nights == [240, 210, 240]
    assert craving.on - fourth.at.date() == timedelta(days=3)


def test_the_answer_was_a_smaller_step_for_a_week_and_no_ban(tomasz: Told) -> None:
    """Back to 60 minutes, a worker near, look again in 7 days; the music goes on."""
    (back,) = tomasz.decided(Choice.STEP_BACK)
    to = tomasz.case.step(back.record.to_step)
    fired = [o for o in tomasz.case.observations if o.id in back.record.cites]

    assert to
    assert (to.record.minutes, to.record.accompaniment) == (60, 5)
    assert back.record.look_again == back.record.on + WEEK
    assert "The music goes on" in back.record.least_change
    assert {o.record.seen for o in fired} == {Seen.SLEEP, Seen.CRAVING}
    assert tomasz.decided(Choice.PAUSE) == []


def test_tomasz_resumed_at_the_same_step(tomasz: Told) -> None:
    """A week later, back to 75 minutes, where he was."""
    (back,) = tomasz.decided(Choice.STEP_BACK)
    again = tomasz.decided(Choice.PROGRESS)[-1]

    assert again.record.to_step == back.record.step
    assert again.record.on == back.record.look_again


def test_the_step_back_and_his_reply_to_it_are_both_on_the_paper(tomasz: Told) -> None:
    """A reply never hangs in the air: what it is about can be read beside it."""
    (back,) = tomasz.decided(Choice.STEP_BACK)
    (reply,) = tomasz.case.replies
    printed = [line.record for line in tomasz.pack.decided.earlier]

    assert reply.record.about_id == back.id
    assert back.id[-8:] in printed


def test_tomasz_did_not_drink_in_all_that_time(tomasz: Told) -> None:
    """It was asked each time, and the paper says of how many."""
    assert all(d.used is not None and not d.used.what for d in tomasz.went)
    assert tomasz.seen(Seen.SUBSTANCE_USE) == []
    assert "asked about in 12 debriefs, and told of in 0" in tomasz.pack.sessions.used


def test_a_stretch_of_stability_with_nothing_offered_raises_the_alarm(
    tomasz: Told,
) -> None:
    """Longer than agreed: it is on the paper, as loud as a pause sign."""
    (alarm,) = tomasz.alarms
    assert alarm.side is Side.CAUTION
    assert alarm.since
    quiet = (NOW.date() - alarm.since).days

    assert quiet > SHIPPED.over_caution_days
    assert f"For {quiet} days nobody has offered the next step." in alarm.says
    assert [line.says for line in tomasz.pack.alarms] == [alarm.says]


# --- all three ----------------------------------------------------------------------


def test_nothing_in_the_cases_is_of_a_day_to_come(told: Mapping[str, Told]) -> None:
    """What is planned is; what has happened has."""
    for one in told.values():
        assert all(d.record.at <= NOW for d in one.case.debriefs)
        assert all(o.happened_at <= NOW for o in one.case.observations)
        assert all(d.record.on <= NOW.date() for d in one.case.decisions)


def test_each_has_a_formulation_signed_by_all(told: Mapping[str, Told]) -> None:
    """And to be looked at again on a day to come."""
    for one in told.values():
        assert one.case.formulation
        formulation = one.case.formulation.record
        assert len(formulation.sign_offs) == 3
        assert formulation.review_on > date(2026, 11, 18)


def test_the_cases_show_packs_and_replies_that_are_kept(robin: Told) -> None:
    """Robin's reply is to the pack of that review."""
    (pack,) = [p for p in robin.case.papers if p.record.kind is PaperKind.REVIEW_PACK]
    (reply,) = robin.case.replies

    assert reply.record.about_id == pack.id
