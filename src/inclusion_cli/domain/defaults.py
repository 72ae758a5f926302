"""Numbers a service may change: how long is too long. Defaults, not guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.record import fields_of, record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 365


@record
class Defaults:
    """Days, each with the practice reference section it comes from.

    `over_caution_days`: met and nothing offered, before it is an alarm (2.3).
    `pause_look_again_days`: a pause is looked at again within these (2.3).
    `review_look_again_days`: what is offered for any other decision (4.2 of asking).
    `restriction_days`: the longest time between two looks at a limit (1.2, 7.3).
    `quiet_days`: nothing recorded before home says so. `fast_step_days` and
    `slow_step_days`: a step shorter or longer than this is said to be.
    `supervision_days`: from one supervision to the next, six weeks (6.4 rule 21).
    `consent_days`: the longest a consent holds before it is asked for anew, and
    `consent_ends_days`: how long before its end home says so (6.7).
    """

    over_caution_days: int = 14
    pause_look_again_days: int = 7
    review_look_again_days: int = 14
    quiet_days: int = 14
    fast_step_days: int = 7
    slow_step_days: int = 120
    supervision_days: int = 42
    restriction_days: int = 28
    consent_days: int = 183
    consent_ends_days: int = 14


def defaults_from(data: Mapping[str, Any]) -> Defaults:
    """Return the defaults written in `data`; what it leaves out stands as shipped.

    Raises ValueError, a whole sentence that names what is wrong and what there is.
    """
    names = [one.name for one in fields_of(Defaults)]
    told = {key: value for key, value in data.items() if key not in ("as_of", "note")}
    for key, value in told.items():
        if key not in names:
            raise ValueError(
                say(
                    'There is no "{key}". There are: {names}.',
                    key=key,
                    names=", ".join(names),
                )
            )
        if type(value) is not int or not 1 <= value <= LONGEST:
            raise ValueError(
                say(
                    "{key} must be a whole number from 1 to {longest}. It "
                    'says "{value}".',
                    key=key,
                    longest=LONGEST,
                    value=value,
                )
            )
    return Defaults(**told)


SHIPPED = Defaults()
