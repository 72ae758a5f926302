"""What the service says of its registration, and whether it is asked anew.

Practice reference 0 (1): a regulator mostly does not regulate supported housing, so it
is asked before anything else, and chooses the lens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.service import Nation
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.registration import Registration

GOOD_FOR_DAYS = 180
"""How long the answer stands before it is asked anew; a service default."""
REGULATORS = {
    Nation.ENGLAND: say("Care Quality Commission"),
    Nation.WALES: say("Care Inspectorate Wales"),
    Nation.SCOTLAND: say("Care Inspectorate"),
    Nation.NORTHERN_IRELAND: say("Regulation and Quality Improvement Authority"),
}
"""Practice reference 0.3."""


def known_registration(
    found: Iterable[Kept[Registration]], *, on: date
) -> Kept[Registration] | None:
    """Return what the service said last, None where it is to be asked anew."""
    newest = max(found, key=lambda kept: (kept.record.on, *kept.order), default=None)
    if newest is None or (on - newest.record.on).days > GOOD_FOR_DAYS:
        return None
    return newest


def registration_words(said: Registration) -> str:
    """Return what the service says, in words, with who said it and when."""
    day = say_day(said.on)
    by = (
        say("Said by {who} on {day}.", who=said.said_by, day=day)
        if said.said_by
        else say("Said on {day}.", day=day)
    )
    if said.registered is None:
        return say("Whether the service is registered is not known. {by}", by=by)
    if not said.registered:
        return say("Not registered with a regulator of care. {by}", by=by)
    return say(
        "Registered with the {regulator}, for {activities}. {by}",
        regulator=said.regulator or say("regulator"),
        activities=said.activities or say("activities that are not named"),
        by=by,
    )
