"""`inclusion demo`: a practice vault, lived in through the same acts a worker uses."""

from __future__ import annotations

import calendar
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import shipped
from inclusion_cli.casework.card_copies import Order, log_copy
from inclusion_cli.casework.service import set_up_service
from inclusion_cli.cli import (
    card,
    debrief,
    formulate,
    observe,
    person,
    plan,
    prepare,
    review,
    session,
)
from inclusion_cli.cli.options import command
from inclusion_cli.cli.today import today
from inclusion_cli.cli.tree import single
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.paper import Holder
from inclusion_cli.domain.receipts import DemoMade
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.interviews.answers import flat
from inclusion_cli.settings import Call

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

app = single("demo")
SHOWN = "PR-001"
TOLD_EVERY = 25
DAYS = tuple(calendar.day_name)
WEDNESDAY = 2
_DAY = re.compile("|".join(DAYS))
Act = Callable[[Desk, str | None], Any]


class PracticeThere(RuleSaysNo):
    """There is a practice vault; it is not emptied by the way."""

    hint = "To throw it away and begin anew, type: inclusion demo --empty --reset"

    def __init__(self) -> None:
        super().__init__("There is a practice vault already.")


@command(app)
def demo(
    desk: Desk,
    *,
    reset: Annotated[
        bool, typer.Option("--reset", help="Throw the practice vault away first.")
    ] = False,
    empty: Annotated[
        bool, typer.Option("--empty", help="Make it with nobody in it.")
    ] = False,
) -> DemoMade:
    """Make a practice vault with three cases in it, and look around.

    It is apart from your own vault. PRACTICE stands on every page. Nobody is real. What
    you do in it stays until: inclusion demo --reset
    """
    from inclusion_cli.store.folder import exists

    desk.call = replace(desk.call, practice=True)
    folder = desk.settings.practice_vault
    if reset and folder.is_dir():
        shutil.rmtree(folder)
    if empty and exists(folder):
        raise PracticeThere
    there = Desk(Call(practice=True, no_input=True))
    try:
        if not exists(folder):
            make(there, empty=empty, now=Clock().now())
        papers = _papers(there) if there.reading.people() else ()
        return DemoMade(str(folder), papers, today(there))
    finally:
        there.close()


def make(desk: Desk, *, empty: bool, now: datetime) -> None:
    """Make the vault, and live the cases in it, each act on its own day before now."""
    from inclusion_cli.store import keys
    from inclusion_cli.store.vault import create

    clock = Clock(now)
    vault_id, data_key = clock.new_id(), keys.new_data_key()
    key = keys.seal_for_practice(data_key, vault=vault_id)
    made_at, device = clock.now().isoformat(), clock.new_id()
    vault = create(desk.folder, key, data_key, device=device, made_at=made_at)
    desk.settle(vault, data_key)
    story = () if empty else shipped.read("practice_cases.json")
    first = now - timedelta(days=121)
    with Desk.at(vault, data_key, clock=Clock(first), given={}).writing(
        "setup"
    ) as work:
        set_up_service(work, _SERVICE)
    for number, deed in enumerate(story, start=1):
        _live(vault, data_key, deed, now)
        if number % TOLD_EVERY == 0:
            sys.stderr.write(f"Making practice cases: {number} of {len(story)}.\n")


_SERVICE = {
    "worker": "Sam",
    "role": "Key worker",
    "service": "Practice House",
    "nation": "england",
}


def _live(vault: Vault, data_key: bytes, deed: dict[str, Any], now: datetime) -> None:
    """Do one deed of a story at its own time."""
    at = _moment(deed["at"], now)
    given = {key: _told(raw, now) for key, raw in flat(deed["answers"])}
    desk = Desk.at(vault, data_key, clock=Clock(at), given=given)
    _ACTS[deed["do"]](desk, deed.get("person"))


def _copy_card(desk: Desk, code: str | None) -> None:
    case = desk.person(code)
    with desk.writing() as work:
        order = Order(str(desk.given["size"]), Holder(desk.given["holder"]))
        log_copy(work, case, order)


_ACTS: dict[str, Act] = {
    "person add": lambda desk, _code: person.add(desk),
    "formulate": formulate.write,
    "formulate confirm": formulate.confirm,
    "formulate sign": formulate.sign,
    "plan add": plan.add,
    "plan start": plan.start,
    "card check": card.check,
    "card write": card.write,
    "card copy": _copy_card,
    "prepare": prepare.prepare,
    "debrief": debrief.debrief,
    "observe": observe.add,
    "review": review.decide,
    "session plan": session.plan,
    "session move": session.move,
    "session cancel": session.cancel,
}


def _moment(told: str, now: datetime) -> datetime:
    """Return the moment "-12 10:00" stands for: 12 days ago at 10."""
    days, _space, time = told.partition(" ")
    day = now.date() + timedelta(days=int(days))
    return datetime.fromisoformat(f"{day.isoformat()}T{time or '00:00'}").astimezone()


def _told(raw: str | None, now: datetime) -> str | None:
    """Return an answer, its days counted from now: "@-12 10:00", "@+14".

    The cases are written as on a Wednesday; on other days "Tuesday" moves along.
    """
    if raw is None:
        return None
    if not raw.startswith("@"):
        moved = now.weekday() - WEDNESDAY
        return _DAY.sub(lambda day: DAYS[(DAYS.index(day[0]) + moved) % len(DAYS)], raw)
    at = _moment(raw[1:], now)
    return at.isoformat() if " " in raw else at.date().isoformat()


def _papers(desk: Desk) -> tuple[str, ...]:
    """Make a card and a review pack to look at."""
    sizes = ({"size": "a4", "holder": "person"}, {"size": "wallet", "holder": "person"})
    made = [
        card.print_card(
            Desk.at(desk.vault, desk.data_key, clock=Clock(), given=given), SHOWN
        )
        for given in sizes
    ]
    pack = review.review(
        Desk.at(desk.vault, desk.data_key, clock=Clock(), given={}),
        SHOWN,
        pack_only=True,
    )
    return tuple(path for papers in (*made, pack) for path in papers.paths)
