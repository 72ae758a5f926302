"""Something somebody will do, by when, and the evidence that it worked.

Source of the fields: practice reference 6.4, closed loop.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record


class Worked(Enum):
    """Whether what was done worked, once somebody looked again."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@record
class Action:
    """One action: whose it is, by when, what it came from, and how it ended.

    `of` is the id of the record it came from: an audit, an incident's review, a
    supervision, a withdrawn consent. `finding` is the key of an audit finding, and
    `cause` its root cause. `done_on` with `evidence` closes it; `worked` is what was
    seen when it was looked at again, on `checked_on`.
    """

    what: str
    owner: str
    due: date
    of: str = ""
    finding: str = ""
    cause: str = ""
    done_on: date | None = None
    evidence: str = ""
    worked: Worked | None = None
    checked_on: date | None = None
