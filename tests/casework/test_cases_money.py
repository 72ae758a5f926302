"""What cases.md says of money (PR-002) and of evenings (PR-003), in the demo."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.money import Did
from inclusion_cli.domain.money_page import money_page, weeks_back
from inclusion_cli.domain.money_requests import request_counts
from inclusion_cli.domain.money_weeks import says, unreviewed_requests
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.reductions import standing_reduction
from tests.casework.test_cases import Told, maya, told, tomasz
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.event_plan import EventPlan

__all__ = ["maya", "told", "tomasz"]
TODAY = NOW.date()


# --- PR-002 -------------------------------------------------------------------------


def test_agreements_about_lending_stand_in_her_own_words(maya: Told) -> None:
    """I, not she: what she lends, what she gives, where her card is."""
    agreed = maya.case.safety.agreements
    assert {kept.record.about for kept in agreed} == {"lending", "gifts", "cards"}
    for kept in agreed:
        assert {"I", "my", "My"} & set(kept.record.words.split())
        assert kept.record.look_on
        assert kept.record.look_on > TODAY


def test_the_sentence_is_practised_and_she_grows_surer(maya: Told) -> None:
    """Logged each time, with whom, and how sure she felt."""
    told = [kept.record for kept in maya.case.safety.rehearsals]
    assert len(told) == 6
    assert [one.sure for one in told] == sorted(one.sure or 0 for one in told)
    asked = maya.case.debriefs[0]
    assert any(one.on < asked.on for one in told)


def test_eleven_of_thirteen_weeks_were_looked_at(maya: Told) -> None:
    """Never just none: the weeks are said wherever it is said."""
    found = weeks_back(maya.case, on=TODAY)
    assert found is not None
    assert (found.checked, found.of, found.unexplained) == (11, 13, 0)
    assert says(found) == "11 of 13 weeks checked"
    page = money_page(maya.case, on=TODAY)
    assert page.looked == (
        "From Wednesday 19 August 2026 to Tuesday 17 November 2026: nothing "
        "unexplained in the weeks checked: 11 of 13 weeks checked."
    )
    part = maya.pack.money
    assert part is not None
    assert any("11 of 13 weeks checked" in line.says for line in part.lines)


def test_each_look_was_made_under_its_own_consent(maya: Told) -> None:
    """Which had begun, had not ended, and was not taken back."""
    consents = {kept.id: kept.record for kept in maya.case.safety.consents}
    for kept in maya.case.safety.money_checks:
        consent = consents[kept.record.consent]
        assert consent.activity == "money_check"
        assert consent.until
        assert consent.on <= kept.on <= consent.until
        assert kept.record.week + timedelta(days=7) <= kept.on


def test_the_week_that_is_open_is_due(maya: Told) -> None:
    """One week was said not to be looked at; the newest is still to do."""
    not_done = [k for k in maya.case.safety.money_checks if not k.record.done]
    assert [bool(k.record.why_not) for k in not_done] == [True]
    due = due_for(maya.case, now=NOW)
    assert [d.command for d in due if d.command[0] == "money"] == [
        ("money", "check", "PR-002")
    ]


def test_two_requests_the_first_with_help_the_second_alone(maya: Told) -> None:
    """The first was reviewed the same day; the second waits since yesterday."""
    first = TODAY - timedelta(days=91)
    counts = request_counts(maya.case, first=first, last=TODAY)
    assert (counts.received, counts.with_help, counts.alone) == (2, 1, 1)
    (waits,) = unreviewed_requests(maya.case, on=TODAY)
    assert waits.reviewed_on is None
    (second,) = maya.seen(Seen.MONEY_REQUEST)
    assert second.id == waits.id
    assert second.record.money
    assert second.record.money.did is Did.DECLINED_ALONE


# --- PR-003 -------------------------------------------------------------------------


def evenings(tomasz: Told) -> list[EventPlan]:
    """Return the evenings that were planned, in order."""
    return [kept.record for kept in tomasz.case.safety.event_plans]


def test_the_first_evening_is_an_hour_and_grows_by_a_quarter(tomasz: Told) -> None:
    """60, 75, back to 60, and 75 again: one thing at a time, and nothing else grows."""
    told = evenings(tomasz)
    assert [one.minutes for one in told] == [60, 75, 60, 75, 75]
    assert {one.units for one in told} == {0}
    assert not any(one.why_longer for one in told)


def test_each_evening_has_the_way_back_words_to_leave_and_a_phone(
    tomasz: Told,
) -> None:
    """And a check the day after, which was made."""
    seen = {kept.on for kept in tomasz.seen(Seen.SLEEP)}
    for one in evenings(tomasz):
        assert one.travel
        assert one.leave_phrase == "My lift is here"
        assert (one.reachable_from, one.reachable_to) == ("6pm", "11pm")
        assert one.withdrawal_told
        assert one.next_day
        if one.next_day.date() <= TODAY:
            assert one.next_day.date() in seen


def test_each_evening_is_tied_to_its_session_and_step(tomasz: Told) -> None:
    """What was planned is of the session that was gone to."""
    sessions = {kept.id: kept.record for kept in tomasz.case.sessions}
    for one in evenings(tomasz):
        assert sessions[one.session].at == one.at
        assert tomasz.case.step(one.step)


def test_the_pause_sign_is_answered_with_less_and_no_ban(tomasz: Told) -> None:
    """Back to 60 minutes, looked at again in 7 days, because of what was recorded."""
    (kept,) = tomasz.case.safety.reductions
    less = kept.record
    assert less.minutes == 60
    assert (less.look_again - less.on).days == 7
    craving = next(k for k in tomasz.seen(Seen.CRAVING) if k.record.craving == 7)
    assert craving.id in less.because
    (back,) = tomasz.decided(Choice.STEP_BACK)
    assert back.on == less.on


def test_the_reduction_ended_and_the_plan_goes_on(tomasz: Told) -> None:
    """On the day it was to be looked at again, and not later."""
    (kept,) = tomasz.case.safety.reductions
    assert kept.record.ended_on == kept.record.look_again
    assert kept.record.ended_because
    assert standing_reduction(tomasz.case) is None


@pytest.mark.parametrize("word", ["ban", "not allowed", "forbidden"])
def test_nothing_of_it_reads_as_a_ban(tomasz: Told, word: str) -> None:
    """The reason says what is less, and that the music goes on."""
    (kept,) = tomasz.case.safety.reductions
    assert word not in f"{kept.record.why} {kept.record.ended_because}".casefold()
