"""When a limit may deprive somebody of their liberty: take advice. Never a conclusion.

Source: practice reference 1.2; the three parts are those of Cheshire West, 2014.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.service import Nation
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.registered import Registered
    from inclusion_cli.domain.restriction import Restriction

MAY_BE = say(
    "This may deprive {name} of their liberty: watched all the time, not free to "
    "leave, and perhaps not able to decide about it. Take advice now. This is no "
    "conclusion."
)
BY_NATION = {
    Nation.ENGLAND: say(
        "DoLS does not cover supported housing in England. Authority comes from the "
        "Court of Protection. Ask the local authority today."
    ),
    Nation.WALES: say(
        "DoLS does not cover supported housing in Wales. Authority comes from the "
        "Court of Protection. Ask the local authority today."
    ),
    Nation.SCOTLAND: say(
        "In Scotland it may need an order under the Adults with Incapacity (Scotland) "
        "Act 2000. Ask the mental health officer of the local authority today."
    ),
    Nation.NORTHERN_IRELAND: say(
        "In Northern Ireland it may need an authorisation under the Mental Capacity "
        "Act (Northern Ireland) 2016. Ask the health and social care trust today."
    ),
}
"""Whom to ask in each nation."""


def may_deprive(it: Restriction) -> bool:
    """Say whether all three parts of a possible deprivation of liberty were told."""
    return bool(it.supervised and it.not_free and it.lacks_capacity)


def advice_waits(one: Registered) -> bool:
    """Say whether a limit in force may deprive of liberty, and no advice is noted."""
    told = one.kept is not None and one.in_force and may_deprive(one.kept.record)
    return told and not any(look.record.advice for look in one.reviews)


def advice(name: str, nation: Nation | None) -> tuple[str, ...]:
    """Return what is said then, with whom to ask in that nation."""
    where = BY_NATION[nation or Nation.ENGLAND]
    return MAY_BE.format(name=name), where
