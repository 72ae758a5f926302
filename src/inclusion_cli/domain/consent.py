"""Consent: what may be told to whom, why, until when. Three kinds, kept apart.

Source of the kinds and fields: practice reference 0 (8), 6.7. Six months at most is a
service default.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record


class ConsentKind(Enum):
    """To take part; to be told of to somebody; on what the records legally rest."""

    TAKE_PART = "take_part"
    TELL = "tell"
    LEGAL_BASIS = "legal_basis"


class Answered(Enum):
    """What the person answered."""

    GIVEN = "given"
    DECLINED = "declined"


class HowGiven(Enum):
    """How the answer was given."""

    SIGNED = "signed"
    SAID_WITNESSED = "said_witnessed"


@record
class Consent:
    """One answer of the person: for whom, for what, which items, until when.

    `recipient` is who is told, as a person or an organisation, and `role` as what;
    `partner` is the id of a partner that is told, "" for anybody else. `purpose` is
    what for, in words; `activity` the key of what they take part in, such as
    "money_check". `items` were ticked one by one, `excluded` were named and are not to
    be told. `until` is the last day it holds, None where it was declined. A withdrawal
    is a version with `withdrawn_on`, and what the person said. `basis` is the legal
    basis, for that kind alone.
    """

    kind: ConsentKind
    on: date
    answered: Answered
    purpose: str
    recipient: str = ""
    role: str = ""
    partner: str = ""
    activity: str = ""
    items: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    asked_how: str = ""
    interpreter: str = ""
    given_how: HowGiven | None = None
    witness: str = ""
    capacity: str = ""
    until: date | None = None
    withdraw_how: str = ""
    copy_given: bool | None = None
    basis: str = ""
    words: str = ""
    withdrawn_on: date | None = None
    withdrawn_words: str = ""
