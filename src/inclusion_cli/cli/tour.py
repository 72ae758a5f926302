"""`inclusion demo --tour`: one debrief of the practice vault, a line beside each part.

The commands and the interview are the real ones. Where the tour stands is told by the
vault itself: a draft, a session that waits, or a debrief that was saved last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.casework.undo import last_save
from inclusion_cli.cli import debrief, undo
from inclusion_cli.cli.today import today
from inclusion_cli.domain.receipts import TourDone
from inclusion_cli.errors import (
    InclusionError,
    LeftForLater,
    NotUnderstood,
    RuleSaysNo,
    Stopped,
)
from inclusion_cli.interviews import tour as says
from inclusion_cli.interviews.asker import Leave
from inclusion_cli.screens import voice
from inclusion_cli.settings import likes_plain
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from typing import Any

    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.tour import Beside

FORM = "debrief"
CARRIES_ON = say("To carry on, type: inclusion demo --tour")


class NobodyToShow(NotUnderstood):
    """The tour asks and waits; without a terminal there is nobody to do so with."""

    hint = say("To look around without one, type: inclusion demo")

    def __init__(self) -> None:
        super().__init__(say("The tour asks you things, so it needs a terminal."))


class NoSessionWaits(RuleSaysNo):
    """The session of the tour was debriefed, and more was saved since."""

    hint = say("To put everything back as it was, type: inclusion demo --reset --tour")

    def __init__(self) -> None:
        super().__init__(say("No session waits for a debrief in the practice vault."))


def tour(desk: Desk) -> TourDone:
    """Walk through one debrief; return whether it was kept. Raises LeftForLater.

    Raises NobodyToShow without a terminal, NoSessionWaits where there is none.
    """
    if desk.asker is None:
        raise NobodyToShow
    desk.call = replace(desk.call, practice=True)
    guide = says.beside(desk.asker)
    desk.asker = guide
    try:
        return _walk(desk, guide)
    except Leave:
        stop = LeftForLater(say("You left the tour."))
        stop.hint = CARRIES_ON
        raise stop from None
    except (LeftForLater, Stopped) as stop:
        stop.hint = CARRIES_ON
        raise


def _walk(desk: Desk, guide: Beside) -> TourDone:
    began, saved = _begun(desk), _saved_already(desk)
    if began or saved:
        guide.tell(*says.BACK_AGAIN)
    else:
        _home(desk, guide)
    if not saved:
        receipt = _debrief(desk, guide)
        guide.part(3, say("The receipt"), *says.RECEIPT)
        guide.tell("")
        _show(desk, receipt)
        guide.go_on()
    guide.part(4, say("Taking it back"), *says.TAKE_BACK)
    with desk.writing() as work:
        code = last_save(work).code
    return TourDone(undo.undo(desk).says, code)


def _home(desk: Desk, guide: Beside) -> None:
    guide.part(1, say("Home"), *says.START)
    guide.go_on()
    guide.tell("")
    _show(desk, today(desk))
    guide.tell("", *says.HOME)
    guide.go_on()


def _debrief(desk: Desk, guide: Beside) -> Any:
    """Ask the real debrief; left where the tour says so, show how it is carried on."""
    guide.part(2, say("A debrief"), *says.DEBRIEF)
    try:
        return debrief.debrief(desk)
    except LeftForLater as stop:
        if not (guide.rehearses and _begun(desk)):
            raise
        guide.tell("", str(stop), "", *says.CARRIED_ON)
        guide.go_on()
    return debrief.debrief(desk)


def _begun(desk: Desk) -> bool:
    """Say whether a debrief was begun and left."""
    return any(d.form == FORM and (d.answers or d.half) for d in desk.drafts.all())


def _saved_already(desk: Desk) -> bool:
    """Say whether the session was debriefed. Raises NoSessionWaits for more."""
    if _begun(desk) or debrief.waiting(desk, desk.clock.now()):
        return False
    try:
        with desk.writing() as work:
            last = last_save(work)
    except InclusionError:
        raise NoSessionWaits from None
    if all(entry.kind != FORM for entry in last.entries):
        raise NoSessionWaits
    return True


def _show(desk: Desk, record: object) -> None:
    simple = likes_plain(desk.settings, desk.call)
    voice.present(record, as_json=False, simple=simple, practice=True)
