"""What no paper tells: one rule for a pack, the person's copy, a sheet and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.concern import SafeguardingConcern, WishesAsked
from inclusion_cli.domain.incident import Incident
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.pack_safety import left_out, safety_part
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.safety import Safety
from inclusion_cli.domain.ties import shown_on
from tests.builders import at, day
from tests.domain.making import a_case, keep

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

ASKED = WishesAsked.EXPRESSED


def about_one_evening(*, staff: bool) -> Casefile:
    """Return a file with an incident, and two concerns that came of it."""
    first = SafeguardingConcern(
        "CANARYone", at(9), wishes_asked=ASKED, staff_source=staff, incident="i-1"
    )
    second = SafeguardingConcern(
        "CANARYtwo", at(10), wishes_asked=ASKED, incident="i-1"
    )
    pack = Paper(PaperKind.REVIEW_PACK, day(12), recipient="x", purpose="x")
    return a_case(
        safety=Safety(
            incidents=(keep(Incident("CANARYwhat", at(9)), 9, id="i-1"),),
            concerns=(keep(first, 9, id="c-1"), keep(second, 10, id="c-2")),
        ),
        papers=(keep(pack, 12, id="p-1"),),
    )


def test_what_came_of_the_same_incident_is_in_no_pack_either() -> None:
    """A second concern about it would tell what the first one must not."""
    assert safety_part(about_one_evening(staff=True), day(1), day(30)) is None
    told = safety_part(about_one_evening(staff=False), day(1), day(30))
    assert told
    assert len(told.table.rows) == 3


def test_a_pack_says_plainly_that_not_everything_is_printed() -> None:
    """Whoever reads it learns that there may be more, and why it is not there."""
    told = safety_part(about_one_evening(staff=False), day(1), day(30))

    assert told
    assert told.note == (
        "Not everything is printed. What could put somebody at risk, if others read "
        "it, is kept out of every paper."
    )


def test_the_screen_names_each_record_that_a_pack_leaves_out() -> None:
    """The worker knows of all three, and of none where nobody is at risk."""
    says = left_out(about_one_evening(staff=True), day(1))

    assert says.startswith("Left out of the paper: 3 records (")
    assert all(short_id(record) in says for record in ("i-1", "c-1", "c-2"))
    assert left_out(about_one_evening(staff=False), day(1)) == ""


def test_no_paper_is_said_to_show_what_none_tells() -> None:
    """Why names the pack beside an incident only where the pack can tell of it."""
    hidden, told = (about_one_evening(staff=staff) for staff in (True, False))
    (incident,) = hidden.safety.incidents

    assert kept_back(hidden).keys() == {"i-1", "c-1", "c-2"}
    assert [kept.id for kept in shown_on(hidden, incident)] == []
    assert [kept.id for kept in shown_on(told, incident)] == ["p-1"]
