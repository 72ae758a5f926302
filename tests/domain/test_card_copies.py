"""Who holds which copy, which are out of date, and what home asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from inclusion_cli.domain.card import (
    Action,
    Card,
    Contact,
    Sign,
    Stage,
    StepChange,
    StepUp,
    check_by,
    numbers_checked,
    says_the_same,
)
from inclusion_cli.domain.card_copies import card_line, copies, out_of_date, whole_on_a4
from inclusion_cli.domain.card_due import after_a_decision, card_dues, stale_numbers
from inclusion_cli.domain.debrief import SignSeen
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.paper import Ended, Holder, Paper, PaperKind
from inclusion_cli.plain import from_plain, plain
from tests.builders import a_card, a_debrief, at, day
from tests.domain.making import LATE_SIGN, a_case, decided, keep

PERSON, STAFF, OTHER = Holder.PERSON, Holder.STAFF, Holder.OTHER


def copy(number: int, **told: Any) -> Any:
    """Return a copy of a card, made on the n-th day."""
    facts: dict[str, Any] = {
        "recipient": "Amina",
        "purpose": "to carry",
        "version": 1,
        "size": "a4",
        "holder": PERSON,
        **told,
    }
    return keep(Paper(PaperKind.CARD, day(number), **facts), number)


def a_case_with(*papers: Any, version: int = 2, since: int = 2) -> Any:
    """Return a case whose card is in a version that counts since another."""
    card = keep(a_card(version=version, reissue_from=since))
    return a_case(card=card, papers=papers)


def held(case: Any) -> list[tuple[str, str, int, bool]]:
    """Return the copies that are held, in short."""
    return [(c.who, c.size, c.version, c.old) for c in copies(case)]


def test_the_newest_copy_of_each_holder_and_size_is_the_one_that_is_held() -> None:
    """A new wallet card takes the place of the old one, not of the A4 on the wall."""
    case = a_case_with(
        copy(1),
        copy(2, size="wallet"),
        copy(3, size="wallet", version=2),
        copy(4, holder=STAFF, recipient="staff", version=2),
        copy(5, holder=OTHER, recipient="My sister"),
        copy(6, holder=OTHER, recipient="my sister", version=2),
        copy(7, holder=OTHER, recipient="Jo at the club"),
    )

    assert held(case) == [
        ("Amina", "a4", 1, True),
        ("Amina", "wallet", 2, False),
        ("Staff", "a4", 2, False),
        ("my sister", "a4", 2, False),
        ("Jo at the club", "a4", 1, True),
    ]


def test_a_copy_that_was_taken_back_is_on_no_list() -> None:
    """And the one it had replaced does not come to life."""
    gone = copy(3, version=2, ended=Ended.DESTROYED, ended_on=day(4))

    assert held(a_case_with(copy(1), gone)) == []


def test_each_holder_of_an_old_version_is_told_of_until_there_is_a_new_one() -> None:
    """By name, with the sizes they hold."""
    old = (copy(1), copy(2, size="wallet"), copy(3, holder=STAFF, recipient="staff"))

    assert list(out_of_date(a_case_with(*old))) == [
        (
            (
                "Amina holds version 1 of the card (A4 and wallet). "
                "Version 2 is the one that counts."
            ),
            ("paper-1", "paper-2"),
        ),
        (
            "Staff hold version 1 of the card (A4). Version 2 is the one that counts.",
            ("paper-3",),
        ),
    ]


def test_a_version_that_changed_no_sign_number_or_step_up_needs_no_new_copy() -> None:
    """The old copy still says what matters."""
    assert list(out_of_date(a_case_with(copy(1), version=2, since=1))) == []


def changed(**told: Any) -> Card:
    """Return the card with its second stage changed."""
    stages = tuple(
        replace(stage, **told) if stage.number == 2 else stage
        for stage in a_card().stages
    )
    return a_card(stages=stages)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (a_card(version=2, not_helpful="Being hurried"), True),
        (changed(mine=(Action("m2-2", "I sing"),)), True),
        (changed(signs=(Sign("s2-1", "sign 2", example="In May"),)), True),
        (changed(signs=(Sign("s2-2", "Sings"),)), False),
        (changed(signs=(Sign("s2-1", "sign 2", usual="7 hours"),)), False),
        (a_card(on_call="01632 960002"), False),
        (a_card(crisis_team="01632 960003"), False),
        (a_card(crisis_team="none"), True),
        (a_card(contacts=(Contact("My aunt", "07700 900123"),)), False),
        (a_card(step_up=StepUp(StepChange.PAUSE)), False),
    ],
)
def test_signs_numbers_and_step_up_are_what_a_copy_must_have_right(
    other: Card, *, same: bool
) -> None:
    """Change one of them and old copies are called in."""
    assert says_the_same(a_card(), other) is same


def test_the_line_of_the_pack_names_every_holder() -> None:
    """The person and staff always, others where they hold one."""
    sister = copy(2, holder=OTHER, recipient="My sister", version=2)
    case = a_case_with(copy(1), copy(1, size="wallet"), sister)

    assert card_line(case) == (
        "Version 2, written Tuesday 1 September 2026. "
        "Amina holds version 1 (A4 and wallet), from Tuesday 1 September 2026. "
        "That is an older version. Staff: no copy. "
        "My sister holds version 2 (A4), from Wednesday 2 September 2026."
    )


# --- what home asks for -------------------------------------------------------------


def dues(case: Any, on: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return what the card asks for on the n-th day."""
    return [(due.says, due.command) for due in card_dues(case, on=day(on))]


CHECK = ("card", "check", "AK-014")
AN_EARLY_SIGN = SignSeen("s2-1", "sign 2", 2)


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (
            a_case(a_debrief(3, contacts=(day(2),)), card=keep(a_card())),
            "There was a crisis call on Wednesday 2 September.",
        ),
        (
            a_case(
                a_debrief(3, signs=(LATE_SIGN,)),
                card=keep(a_card()),
            ),
            '"I\'m struggling" was seen on Thursday 3 September.',
        ),
        (
            a_case(
                observations=(keep(Observation(Seen.CRISIS_CONTACT, at(3)), 3),),
                card=keep(a_card()),
            ),
            "There was a crisis call on Thursday 3 September.",
        ),
        (
            a_case(
                observations=(
                    keep(Observation(Seen.SIGN, at(3), signs=(AN_EARLY_SIGN,)), 3),
                ),
                card=keep(a_card()),
            ),
            '"Something is changing" was seen on Thursday 3 September.',
        ),
        (
            a_case(
                decisions=(
                    decided(1, Choice.START, hour=8),
                    decided(4, Choice.PROGRESS, to_step="step-2"),
                ),
                card=keep(a_card()),
            ),
            "The step changed on Friday 4 September.",
        ),
    ],
)
def test_after_use_a_crisis_or_a_new_step_the_card_is_looked_at(
    case: Any, says: str
) -> None:
    """The same week; until it is written anew or checked."""
    assert dues(case, 5) == [(f"{says} Look at the card this week.", CHECK)]
    looked = replace(case, card=keep(a_card(), 4, hour=20))
    assert dues(looked, 5) == []


def test_a_card_is_checked_by_its_own_day_and_never_later_than_90() -> None:
    """A day the person chose is kept; none, or one too far, is 90 days."""
    assert check_by(keep(a_card(check_by=day(20)))) == day(20)
    assert check_by(keep(a_card())) == day(91)
    assert check_by(keep(a_card(check_by=day(400)))) == day(91)
    assert dues(a_case(card=keep(a_card(check_by=day(20)))), 21) == [
        ("The card was last looked at 20 days ago.", CHECK)
    ]


def test_numbers_nobody_checked_for_180_days_are_named() -> None:
    """Each by the name it has on the card, with the oldest day."""
    card = a_card(
        contacts=(Contact("My aunt", "07700 900123", day(1)),),
        on_call_checked=day(2),
        lines_checked=day(100),
    )
    on = day(182)

    assert stale_numbers(keep(card, 150), on=day(181)) == ""
    assert stale_numbers(keep(card, 150), on=on) == (
        "On the card, nobody has checked My aunt for 181 days."
    )
    assert "My aunt and the number here" in stale_numbers(
        keep(card, 150), on=on + timedelta(days=1)
    )


def test_no_number_here_is_no_number_to_check() -> None:
    """The word "none" was confirmed."""
    named = [what for what, _day in numbers_checked(keep(a_card(on_call="none")))]

    assert named == ["the crisis lines"]


def test_the_crisis_teams_number_is_one_to_check() -> None:
    """As old as the day it was checked; "none", and not asked, are none to check."""
    team = a_card(on_call_checked=day(100), lines_checked=day(100))
    told = replace(team, crisis_team="01632 960003", crisis_team_checked=day(1))

    assert stale_numbers(keep(told, 150), on=day(190)) == (
        "On the card, nobody has checked the crisis team's number for 189 days."
    )
    for none in ("", "none"):
        kept = keep(replace(told, crisis_team=none), 150)
        assert stale_numbers(kept, on=day(190)) == ""


# --- a card of before ---------------------------------------------------------------


def test_a_card_of_before_still_reads() -> None:
    """Its actions were text; the log has them for good."""
    told = plain(a_card())
    new = {
        *("step_up", "says_first", "told_how", "home_care", "statement", "check_by"),
        *("written_on", "on_call_checked", "lines_checked", "reissue_from"),
        *("crisis_team", "crisis_team_checked"),
    }
    before = {key: item for key, item in told.items() if key not in new}
    before["stages"] = [
        {
            "number": stage["number"],
            "signs": [{"id": s["id"], "text": s["text"]} for s in stage["signs"]],
            "mine": [action["text"] for action in stage["mine"]],
            "others": ["Ask me once"],
        }
        for stage in told["stages"]
    ]
    before["contacts"] = [{"name": "My aunt", "number": "07700 900123"}]

    card = from_plain(Card, before)

    assert [(a.id, a.text) for _stage, a in card.actions()] == [
        ("", f"I do {n}") for n in (1, 2, 3, 4)
    ]
    assert card.stages[1].others == (Action("", "Ask me once"),)
    assert card.oldest_good == 1
    assert numbers_checked(keep(card))[0] == ("My aunt", at(1).date())


def test_only_what_was_text_once_reads_from_text() -> None:
    """A stage never was; it is refused."""
    with pytest.raises(ValueError, match="these are not the fields of Stage"):
        from_plain(Stage, "I do 1")


def test_a_wallet_card_speaks_of_an_a4_only_where_there_is_one() -> None:
    """Of this version, and not the one of staff."""
    assert not whole_on_a4(a_case_with(copy(1, size="wallet", version=2)))
    assert not whole_on_a4(a_case_with(copy(1)))
    assert not whole_on_a4(a_case_with(copy(1, holder=STAFF, version=2)))
    assert whole_on_a4(a_case_with(copy(1, version=2)))


START, PAUSED = decided(1, Choice.START, hour=8), decided(4, Choice.PAUSE)
MOVED = decided(4, Choice.PROGRESS, to_step="step-2")
HAS_ONE = (copy(1),)


@pytest.mark.parametrize(
    ("told", "command"),
    [
        ({"papers": HAS_ONE, "decisions": (START, PAUSED)}, ("today",)),
        ({"papers": HAS_ONE, "decisions": (START, MOVED)}, CHECK),
        ({"decisions": (START, PAUSED)}, ("card", "print", "AK-014")),
        (
            {
                "card": keep(a_card(version=2, reissue_from=2)),
                "papers": HAS_ONE,
                "decisions": (START, PAUSED),
            },
            ("card", "print", "AK-014"),
        ),
        ({"card": None, "decisions": (START, PAUSED)}, ("card", "write", "AK-014")),
    ],
)
def test_after_a_decision_a_card_is_printed_only_where_it_must_be(
    told: dict[str, Any], command: tuple[str, ...]
) -> None:
    """A pause changes nothing on it; a new step is a reason to look at it."""
    case = a_case(**{"card": keep(a_card()), **told})

    assert after_a_decision(case, on=day(5)) == command
