"""A partner in full: what is agreed, whom they ring, which steps are tied to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosed import told_words
from inclusion_cli.domain.for_now import titled_now
from inclusion_cli.domain.held import holders
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.partner import PARTNER_WORDS, Partner
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

BOUNDARIES = (
    Choice("lending", say("No lending or borrowing, of money or things")),
    Choice("contact", say("No private contact outside the activity")),
    Choice("photos", say("No photographs without asking each time")),
    Choice("media", say("No friend requests or posts on social media")),
    Choice("drink", say("No alcohol or drugs while together")),
    Choice("home", say("No visits at home")),
)
"""What is usually agreed with a partner; practice reference 6.7, partner briefing."""
BOUNDARY_WORDS = {choice.key: choice.label for choice in BOUNDARIES}


@record
class TiedStep:
    """A step that takes place with a partner, by the person's code."""

    code: str
    number: int
    title: str
    state: str


@record
class PartnerPage:
    """One partner. `holds` says what they hold of whom, by code."""

    id: str
    name: str
    kind: str
    rows: tuple[tuple[str, str], ...]
    boundaries: tuple[str, ...]
    steps: tuple[TiedStep, ...]
    holds: tuple[str, ...]


@record
class PartnerLine:
    """One partner in the list."""

    id: str
    name: str
    kind: str
    contact: str
    steps: int
    holds: int
    ended: str = ""


@record
class PartnerList:
    """The partners of the service."""

    lines: tuple[PartnerLine, ...]


def partner_page(kept: Kept[Partner], cases: Iterable[Casefile]) -> PartnerPage:
    """Return a partner with the steps of everybody that are tied to them."""
    cases, said = tuple(cases), kept.record
    return PartnerPage(
        short_id(kept.id),
        said.name,
        PARTNER_WORDS[said.kind],
        tuple(_rows(said)),
        said.boundaries,
        tuple(step for case in cases for step in tied(case, kept.id)),
        tuple(line for case in cases for line in _holds(case, kept.id)),
    )


def partner_list(
    partners: Iterable[Kept[Partner]], cases: Iterable[Casefile]
) -> PartnerList:
    """Return every partner, those we no longer work with last."""
    cases = tuple(cases)
    ordered = sorted(
        partners, key=lambda k: (k.record.ended_on is not None, k.record.name)
    )
    return PartnerList(
        tuple(
            PartnerLine(
                short_id(kept.id),
                kept.record.name,
                PARTNER_WORDS[kept.record.kind],
                f"{kept.record.contact}, {kept.record.role}".strip(", "),
                sum(len(tuple(tied(case, kept.id))) for case in cases),
                sum(len(holders(case, kept.id)) for case in cases),
                say_day(kept.record.ended_on) if kept.record.ended_on else "",
            )
            for kept in ordered
        )
    )


def tied(case: Casefile, partner: str) -> Iterator[TiedStep]:
    """Return the steps of a person tied to a partner, none of a closed file."""
    if case.closed_on:
        return
    for rung in case.rungs():
        step = rung.step.record
        if step.partner == partner:
            code = case.person.record.code
            yield TiedStep(
                code, step.number, titled_now(case, rung.step), _STATES[rung.state]
            )


_STATES = {
    State.PLANNED: say("planned"),
    State.ACTIVE: say("on"),
    State.HOLDING: say("on"),
    State.READY: say("on"),
    State.PAUSED: say("paused"),
    State.DONE: say("done"),
    State.STOPPED: say("stopped"),
}


def _holds(case: Casefile, partner: str) -> Iterator[str]:
    for told in holders(case, partner):
        yield say(
            "{code}: {what}, since {day}",
            code=case.person.record.code,
            what=told_words(case, told.record),
            day=say_day(told.record.on),
        )


def _rows(said: Partner) -> Iterator[tuple[str, str]]:
    told = {
        say("Contact"): f"{said.contact}, {said.role}".strip(", "),
        say("Phone"): said.phone,
        say("When worried"): said.worried,
        say("They ring"): said.on_call,
        say("They tell us"): said.will_share,
        say("Agreed on"): say_day(said.agreed_on) if said.agreed_on else "",
        say("Ended on"): say_day(said.ended_on) if said.ended_on else "",
    }
    yield from ((name, words) for name, words in told.items() if words)
