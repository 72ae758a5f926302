"""What stands on every page of every paper."""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record


@record
class Sheet:
    """The marks of a page: whose, for whom, why, made when, and the head code.

    `made` is the day in words. `head` is the code of the whole record at the moment of
    printing, `entries` the number of entries it stands for. `as_known` says in words on
    which earlier day all of this was known, "" for today.
    """

    code: str
    recipient: str
    purpose: str
    made_on: date
    made: str
    head: str
    entries: int
    practice: bool
    as_known: str = ""
