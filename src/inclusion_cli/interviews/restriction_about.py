"""What a limit is placed about, and what its questions have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.empty_reasons import says_none
from inclusion_cli.domain.registered import Registered
from inclusion_cli.domain.restriction_grounds import (
    CIRCULAR_SAYS,
    NO_END_SAYS,
    NOBODY_SAYS,
    NOT_OFFERED_SAYS,
    NOT_TRIED_SAYS,
    no_end,
    refused,
    says_again,
)
from inclusion_cli.domain.restrictions import in_force
from inclusion_cli.domain.service import Nation
from inclusion_cli.domain.staffing import (
    STAFFING_SAYS,
    is_staffing,
    is_tied_to_staffing,
)
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import YES, Choice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Answers

NONE = "0"
AT_ONCE = say("unless it is an emergency")


@dataclass(frozen=True)
class Placing:
    """What a limit is placed about; empty for flags and `--questions`.

    `written` are the limits that the formulation has and the register has not. `most`
    is the longest time between two looks, in days. `at_once` says whether it may be an
    emergency that is saved before the rest is asked, `written_down` whether there is a
    formulation.
    """

    today: date
    name: str = say("the person")
    situations: tuple[Choice, ...] = ()
    written: tuple[Registered, ...] = ()
    most: int = SHIPPED.restriction_days
    nation: Nation = Nation.ENGLAND
    at_once: bool = True
    written_down: bool = True
    anybody: bool = False
    harms: dict[str, str] = field(default_factory=dict)
    code: str = "PERSON"


def placing(
    case: Casefile, *, today: date, most: int, nation: Nation | None, at_once: bool
) -> Placing:
    """Return what a limit of a person is placed about."""
    it = case.formulation.record if case.formulation else None
    controls = it.controls if it else ()
    return Placing(
        today,
        case.known_as,
        tuple(Choice(t.id, t.situation) for t in it.triggers) if it else (),
        tuple(one for one in in_force(case, on=today) if one.written),
        most,
        nation or Nation.ENGLAND,
        at_once,
        case.formulation is not None,
        harms={control.text: control.harm for control in controls},
        code=case.person.record.code,
    )


def is_whole(answers: Answers) -> bool:
    """Say whether all of it is asked: it is no emergency, or its rest is asked now."""
    return answers.get("emergency") != YES


LATER: dict[str, Any] = {"relevant": is_whole, "asked": AT_ONCE}
"""What is asked of all but an emergency that is saved at once."""


def a_reason(it: Placing) -> Callable[[str, Answers], None]:
    """Return what refuses too few staff, the rule itself and nothing at all.

    An emergency is saved at once, whatever is said: its reason is looked at later.
    """

    def check(text: str, answers: Answers) -> None:
        if not is_whole(answers):
            return
        if why := refused(text, answers.get("what") or "", (it.name,)):
            raise ValueError(why)

    return check


def a_limit(text: str, answers: Answers) -> None:
    """Refuse a limit that holds for want of staff; an emergency is saved at once."""
    if is_whole(answers) and is_tied_to_staffing(text):
        raise ValueError(STAFFING_SAYS)


def a_way(text: str, answers: Answers) -> None:
    """Refuse too few staff, and the limit once more, as a way that was tried."""
    if is_staffing(text):
        raise ValueError(STAFFING_SAYS)
    if says_none(text):
        raise ValueError(NOT_TRIED_SAYS)
    if says_again(text, answers.get("what") or ""):
        raise ValueError(CIRCULAR_SAYS)


def somebody(text: str, answers: Answers) -> None:
    """Refuse nobody as who authorised it; an emergency is saved at once."""
    if is_whole(answers) and says_none(text):
        raise ValueError(NOBODY_SAYS)


def offered(text: str, _answers: Answers) -> None:
    """Refuse a complaint and an advocate that were not offered."""
    if says_none(text):
        raise ValueError(NOT_OFFERED_SAYS)


def an_end(it: Placing) -> Callable[[str, Answers], None]:
    """Return what refuses an end that is none, or is the lifting itself."""

    def check(text: str, answers: Answers) -> None:
        if is_staffing(text):
            raise ValueError(STAFFING_SAYS)
        if no_end(text, answers.get("what") or "", (it.name,)):
            raise ValueError(NO_END_SAYS)

    return check


def back(it: Placing) -> Callable[[str], date]:
    """Return a parser of a day that has been."""
    return lambda raw: parse_day(raw, today=it.today, leaning=Leaning.BACK)
