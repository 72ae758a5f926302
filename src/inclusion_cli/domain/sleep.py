"""How long somebody slept, as it is typed and as it is said."""

from __future__ import annotations

import re

from inclusion_cli.tongue import say, say_many

DAY = 24 * 60
_HOURS = r"(?: ?(?:h|hrs?|hours?))?"
_MINUTES = r"(?: ?(?:m|mins?|minutes?))?"
_FORMS = (
    re.compile(rf"(?P<h>\d{{1,2}}){_HOURS}"),
    re.compile(rf"(?P<h>\d{{1,2}})[.,](?P<tenth>\d){_HOURS}"),
    re.compile(r"(?P<h>\d{1,2})[:h](?P<m>[0-5]\d)"),
    re.compile(
        rf"(?P<h>\d{{1,2}}) ?(?:h|hrs?|hours?)(?: and)? ?(?P<m>\d\d?){_MINUTES}"
    ),
    re.compile(rf"(?P<h>\d{{1,2}})(?P<half> and a half){_HOURS}"),
)


def minutes_of(raw: str) -> int:
    """Return minutes of sleep. Raises ValueError with what to type instead."""
    text = " ".join(raw.casefold().split())
    for form in _FORMS:
        if found := form.fullmatch(text):
            told = found.groupdict()
            minutes = int(told["h"]) * 60 + int(told.get("m") or 0)
            minutes += int(told.get("tenth") or 0) * 6 + 30 * bool(told.get("half"))
            if minutes <= DAY:
                return minutes
    raise ValueError(say("must be hours, like 6, 6:30 or 4 hours, and 24 at the most"))


def say_minutes(minutes: int) -> str:
    """Return "6 hours", "6 hours 30 minutes"; it is read as it is said."""
    hours, rest = divmod(minutes, 60)
    said = say_many("{number} hour", "{number} hours", hours)
    return (
        f"{said} {say_many('{number} minute', '{number} minutes', rest)}"
        if rest
        else said
    )


def slept(raw: str) -> str:
    """Return how long, as it is said. Raises ValueError."""
    return say_minutes(minutes_of(raw))
