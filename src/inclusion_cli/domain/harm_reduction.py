"""What is generally known about stopping, and about drugs after a break.

Source: practice reference 4.5. It is general knowledge, to be confirmed with whoever
prescribes; the program gives no advice of its own about one person.
"""

from __future__ import annotations

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say


@record
class Known:
    """One thing that is generally known, and whom to confirm it with."""

    about: str
    text: str
    confirm: str


STOPPING_KILLS = (
    say("Stopping drink all at once can be dangerous. Withdrawal can kill."),
    say("Shakes, sweats or feeling sick: get medical advice now, 111 or a doctor."),
    say("It is safer not to stop all at once. A fit, or seeing things: call 999."),
    say(
        "After a break, a usual amount of drugs can be too much. It is safer not alone."
    ),
)
"""The danger of stopping, and of beginning again; practice reference 4.5."""
PRESCRIBER = say("General knowledge. Confirm it with who prescribes.")
OPIOIDS = (
    Known(
        "opioids",
        say("Heroin or other opioids: have naloxone near, and do not use alone."),
        PRESCRIBER,
    ),
)
WEEKLY = Known(
    "alcohol",
    say("UK advice: no more than 14 units a week, over 3 days or more."),
    say("General knowledge, from the UK chief medical officers."),
)


def told_of(about: tuple[Known, ...]) -> tuple[str, ...]:
    """Return lines to read, with whom to confirm them said once at the end."""
    confirm = dict.fromkeys(one.confirm for one in about)
    return (*(one.text for one in about), *confirm)
