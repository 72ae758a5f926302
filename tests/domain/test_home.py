"""The home screen: drafts first, alarms before the rest, and a line to close."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.due import Group
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.home import GROUP_WORDS, DraftNote, Home, home
from inclusion_cli.domain.record import replace
from tests.builders import a_card, a_debrief, a_formulation, at, day
from tests.domain.making import a_case, a_person, good, keep, planned

CARE: dict[str, Any] = {"formulation": keep(a_formulation()), "card": keep(a_card())}
BEN = a_person("Ben Tate", "BT-003")
DRAFT = DraftNote("Ben Tate", "BT-003", "Debrief", 4, 7, at(5, 17), ("debrief",))
HURT = a_debrief(3, concerns=(Concern.HURT,))


def at_home(*cases: Any, on: int = 5, drafts: tuple[DraftNote, ...] = ()) -> Home:
    """Return the home screen in the evening of the n-th day."""
    return home(cases, drafts, now=at(on, 18), worker="Sam")


def test_the_groups_come_in_their_order() -> None:
    """What was begun, what is for today, what comes, what is worth a look."""
    sessions = (planned(8), planned(5, hour=20))
    case = a_case(*good(1), formulation=CARE["formulation"], sessions=sessions)

    shown = at_home(case, drafts=(DRAFT,))

    assert [item.group for item in shown.items] == list(Group)
    assert list(GROUP_WORDS.values()) == [
        "Pick up where you left off",
        "To do today",
        "Coming up",
        "Worth a look",
    ]


def test_a_draft_says_how_far_it_is() -> None:
    """Whose, which form, since when, and the command that goes on with it."""
    (item,) = at_home(drafts=(DRAFT,)).items

    assert item.says == "Debrief, from today 5pm. 4 of 7 answered."
    assert (item.person, item.code, item.command) == (
        "Ben Tate",
        "BT-003",
        ("debrief",),
    )


def test_a_total_that_may_change_is_no_promise_on_home_either() -> None:
    """It says about how many, until all of them are answered."""
    some, all_ = (
        at_home(drafts=(replace(DRAFT, about=True, answered=n),)) for n in (4, 7)
    )

    assert some.items[0].says == "Debrief, from today 5pm. 4 of about 7 answered."
    assert all_.items[0].says == "Debrief, from today 5pm. 7 of 7 answered."


def test_alarms_come_before_everything_else_of_today() -> None:
    """Also where the other thing is older, and is about somebody else."""
    ben = a_case(*good(1), person=BEN, sessions=(planned(2),), **CARE)
    amina = a_case(HURT, **CARE)

    items = at_home(ben, amina).items

    assert [(item.code, bool(item.alarm)) for item in items] == [
        ("AK-014", True),
        ("BT-003", False),
        ("AK-014", False),
    ]


def test_what_is_older_comes_first() -> None:
    """Within a group, by its day and then by code."""
    amina = a_case(*good(1), sessions=(planned(4), planned(3)), **CARE)
    ben = a_case(*good(1), person=BEN, sessions=(planned(3),), **CARE)

    items = at_home(ben, amina).items

    assert [(item.on, item.code) for item in items] == [
        (day(3), "AK-014"),
        (day(3), "BT-003"),
        (day(4), "AK-014"),
    ]


def test_every_item_carries_the_name_the_code_and_its_records() -> None:
    """No one is taken for another, and every line can say why."""
    item, early = at_home(a_case(HURT, **CARE)).items

    assert (item.person, item.code) == ("Amina Khan", "AK-014")
    assert item.records == early.records == ("debrief-3",)
    assert item.command == ("review", "AK-014")
    assert early.command == ("formulate", "confirm", "AK-014")


def test_home_and_one_persons_page_are_one_engine() -> None:
    """Home shows exactly what is due for each person, no more and no less."""
    amina = a_case(HURT, sessions=(planned(4), planned(8)), **CARE)
    ben = a_case(*good(1), person=BEN, formulation=CARE["formulation"])

    shown = at_home(amina, ben).items

    own = {item for case in (amina, ben) for item in due_for(case, now=at(5, 18))}
    assert set(shown) == own
    assert len(shown) == len(own)


def test_it_counts_people_not_items() -> None:
    """Somebody with nothing due is there too."""
    shown = at_home(a_case(*good(1), **CARE), a_case(HURT, person=BEN, **CARE))

    assert (shown.people, len(shown.items)) == (2, 2)
    assert (shown.worker, shown.practice, shown.notices) == ("Sam", False, ())


MORE_MAY_COME = "More may come after Saturday 12 September."


def test_something_to_do_is_closed_by_the_day_it_reaches() -> None:
    """A session after a week is there and not shown, so nobody says that is all."""
    later = a_case(HURT, sessions=(planned(20),), **CARE)

    shown = at_home(later)

    assert not any("Session" in item.says for item in shown.items)
    assert shown.closing == MORE_MAY_COME


def test_a_draft_alone_is_something_to_do() -> None:
    """It was begun and is not saved."""
    closing = at_home(drafts=(DRAFT,)).closing

    assert closing == MORE_MAY_COME


def test_nothing_to_do_names_what_comes_next() -> None:
    """The nearest of what is coming."""
    case = a_case(*good(1), sessions=(planned(9), planned(7)), **CARE)

    assert at_home(case).closing == "You are up to date. Next: Monday 7 September."


def test_nothing_at_all_says_until_when() -> None:
    """Nobody wonders what was left out."""
    closing = "You are up to date. Nothing is planned until Saturday 12 September."

    assert at_home(a_case(*good(1), **CARE)).closing == closing
    assert at_home().closing == closing
