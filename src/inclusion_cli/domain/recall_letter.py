"""The letter that asks somebody to stop using what they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import ITEMS
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.leaf import Leaf, Part
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.disclosure import Disclosure
    from inclusion_cli.domain.sheet import Sheet

PURPOSE = say("to stop using what was told")


def recall_letter(
    sheet: Sheet,
    told: tuple[Disclosure, ...],
    consent: Consent,
    *,
    ended: date,
    worker: str,
    service: str,
) -> Leaf:
    """Return the letter to a recipient. It names the items, and not their words."""
    keys = {key for one in told for key in one.items}
    items = tuple(item.label for item in ITEMS if item.key in keys)
    days = and_list(dict.fromkeys(say_day(one.on) for one in told))
    return Leaf(
        sheet,
        say("Stop using what we told you"),
        (
            say("To {to}", to=consent.recipient),
            say(
                "On {days} we told you something about {code}, a person we support. It "
                "was for this: {purpose}.",
                days=days,
                code=sheet.code,
                purpose=consent.purpose.rstrip("."),
            ),
            say(
                "They had agreed to that. It ended on {day}. You did nothing wrong.",
                day=say_day(ended),
            ),
        ),
        (
            Part(say("What this is about"), items or (consent.purpose,), listed=True),
            Part(
                say("What we ask of you"),
                (
                    say("Stop using it from today, and tell nobody else."),
                    say("Give the paper back to us, or tear it up. Delete copies."),
                    say("Tell us when it is done, and whom you had told."),
                ),
                listed=True,
            ),
            Part(say("From"), (f"{worker}, {service}".strip(", "),)),
        ),
        (say("Done on (day and name)"),),
    )
