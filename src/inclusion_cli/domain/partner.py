"""A partner: a venue, group, employer or activity leader. Practice reference 6.7."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say


class PartnerKind(Enum):
    """What a partner is."""

    VENUE = "venue"
    GROUP = "group"
    EMPLOYER = "employer"
    LEADER = "activity_leader"


PARTNER_WORDS = {
    PartnerKind.VENUE: say("Venue"),
    PartnerKind.GROUP: say("Group"),
    PartnerKind.EMPLOYER: say("Employer"),
    PartnerKind.LEADER: say("Activity leader"),
}


@record
class Partner:
    """A partner of the service, kept in the service's file.

    `contact` is whom we speak to there, and `phone` how. `boundaries` are agreed with
    them, such as no lending and no photographs. `worried` says what they do if they are
    worried, `on_call` whom they ring then, with the number. `will_share` is what they
    tell us. `ended_on` is the day we stopped working with them.
    """

    name: str
    kind: PartnerKind
    contact: str = ""
    role: str = ""
    phone: str = ""
    boundaries: tuple[str, ...] = ()
    worried: str = ""
    on_call: str = ""
    will_share: str = ""
    agreed_on: date | None = None
    ended_on: date | None = None
