"""What home says of consents and of what was told, and when it stops saying it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.action import Action
from inclusion_cli.domain.consent import Answered
from inclusion_cli.domain.consent_due import dues
from inclusion_cli.domain.consent_items import STAND_IN
from inclusion_cli.domain.disclosed import still_asked
from inclusion_cli.domain.disclosure import Disclosure, Rests
from inclusion_cli.domain.due import About, Due, Group
from inclusion_cli.domain.due_rules import rule_of
from inclusion_cli.domain.safety import Safety
from tests.builders import told_in_danger
from tests.domain.making import a_case, keep
from tests.domain.test_consent import DAY, KITCHEN, TODAY, a_consent

if TYPE_CHECKING:
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.kept import Kept

NUMBER = 50
NOW = datetime.combine(TODAY, time(9)).astimezone()
PAGE = Disclosure(
    TODAY - 5 * DAY,
    KITCHEN,
    "to know",
    Rests.CONSENT,
    items=("helps",),
    consent="consent-0",
)
IN_DANGER = told_in_danger(TODAY)


def home(
    *consents: Consent,
    told: tuple[Disclosure, ...] = (),
    actions: tuple[Kept[Action], ...] = (),
) -> list[Due]:
    """Return what is due of these consents, and of what was told."""
    kept = tuple(
        keep(c, NUMBER - (TODAY - c.on).days, id=f"consent-{n}")
        for n, c in enumerate(consents)
    )
    disclosures = tuple(
        keep(d, NUMBER - (TODAY - d.on).days, id=f"told-{n}")
        for n, d in enumerate(told)
    )
    safety = Safety(consents=kept, disclosures=disclosures, actions=actions)
    return list(dues(About(replace(a_case(), safety=safety)), now=NOW))


@pytest.mark.parametrize(("left", "said"), [(15, False), (14, True), (1, True)])
def test_a_consent_about_to_end_is_said_two_weeks_before(
    *, left: int, said: bool
) -> None:
    """Fifteen days before it is not, fourteen days before it is."""
    found = home(a_consent(until=TODAY + left * DAY))

    assert bool(found) == said
    assert all(one.group is Group.COMING for one in found)


def test_on_its_last_day_it_is_for_today() -> None:
    """A consent that ends today is asked for anew today."""
    (found,) = home(a_consent(until=TODAY))

    assert found.group is Group.TODAY
    assert found.says == "A consent ends today: Mill Street Kitchen."


def test_one_that_was_agreed_anew_is_not_said() -> None:
    """A newer answer that covers the day after is behind it."""
    newer = a_consent(on=TODAY - DAY, until=TODAY + 90 * DAY, purpose="the same, anew")

    assert home(a_consent(until=TODAY + DAY), newer) == []


@pytest.mark.parametrize(
    "over", [{"until": TODAY - DAY}, {"withdrawn_on": TODAY - DAY}]
)
def test_who_holds_something_after_the_end_is_said(over: dict[str, Any]) -> None:
    """Expired or taken back: each who holds something is to be told to stop."""
    (found,) = home(a_consent(**over), told=(PAGE,))

    assert found.group is Group.TODAY
    assert found.records == ("consent-0", "told-0")
    assert found.command == ("disclosure", "recalled", "AK-014")


def test_what_was_called_back_is_not_said() -> None:
    """Neither where the record says so, nor where the action for it is done."""
    gone = a_consent(withdrawn_on=TODAY - DAY)
    action = Action("Tell them", "Sam", TODAY, of="consent-0", done_on=TODAY)

    assert home(gone, told=(replace(PAGE, recalled_on=TODAY),)) == []
    assert home(gone, told=(PAGE,), actions=(keep(action, NUMBER),)) == []


def test_an_action_that_is_done_calls_nothing_back_that_was_told_since() -> None:
    """What was told after the action was opened is another matter."""
    gone = a_consent(withdrawn_on=TODAY - 3 * DAY)
    action = keep(
        Action("Tell them", "Sam", TODAY, of="consent-0", done_on=TODAY), NUMBER - 3
    )
    late = replace(PAGE, on=TODAY - DAY)

    found = home(gone, told=(late,), actions=(action,))

    assert {one.alarm for one in found} == {"", "risk"}


@pytest.mark.parametrize(
    "over", [{"until": TODAY - 6 * DAY}, {"withdrawn_on": TODAY - 6 * DAY}]
)
def test_telling_after_the_end_is_a_risk_alarm(over: dict[str, Any]) -> None:
    """Audit rule 18: it was told on a consent that was over by then."""
    found = home(a_consent(**over), told=(PAGE,))

    assert any(one.alarm == "risk" and "after the consent" in one.says for one in found)


def test_telling_in_time_is_no_alarm() -> None:
    """On its last day it was told, and the consent ended after that."""
    found = home(a_consent(until=PAGE.on), told=(PAGE,))

    assert [one.alarm for one in found] == [""]


def test_what_was_told_without_consent_waits_for_its_answers() -> None:
    """Home says so until each is answered, and not a day longer."""
    waits = home(told=(IN_DANGER,))
    answered = replace(
        IN_DANGER,
        what="Where she is",
        necessary="To find her",
        why_no_consent="No time",
        told_person=True,
        caldicott=("purpose",),
    )

    assert "5 questions are still asked" in waits[0].says
    assert home(told=(answered,)) == []
    assert still_asked(replace(answered, told_person=False)) == ("why_not_told",)


def test_every_line_has_its_rule() -> None:
    """`why` says which rule puts it on home."""
    lines = [
        *home(a_consent(until=TODAY + DAY)),
        *home(a_consent(until=TODAY - DAY), told=(PAGE,)),
        *home(a_consent(withdrawn_on=TODAY - 6 * DAY), told=(PAGE,)),
        *home(told=(IN_DANGER,)),
    ]

    assert len(lines) == 5
    assert all(rule_of(line) for line in lines)


def test_a_no_is_never_due() -> None:
    """Who said no is left in peace."""
    no = a_consent(answered=Answered.DECLINED, until=None, items=())

    assert home(no) == []
    assert home(a_consent(until=TODAY - timedelta(days=30))) == []


def test_a_stand_in_s_consent_is_not_on_home_before_or_after_the_shift() -> None:
    """It is for one shift; taken back, it is there like any other."""
    shift = a_consent(until=TODAY, purpose=STAND_IN)
    over = a_consent(on=TODAY - 9 * DAY, until=TODAY - 4 * DAY, purpose=STAND_IN)
    back = replace(over, withdrawn_on=TODAY - 4 * DAY)

    assert home(shift) == []
    assert home(over, told=(PAGE,)) == []
    assert len(home(back, told=(PAGE,))) == 1
