"""What the words of a commissioner's pack mean; practice reference 6.2."""

from __future__ import annotations

from inclusion_cli.tongue import say

Meaning = tuple[str, str]

_GOING: tuple[Meaning, ...] = (
    (
        say("Sustained engagement"),
        say(
            "6 sessions or more gone to in the same activity, over 8 weeks or "
            "more. No gap is over 21 days, unless a service cancellation, days "
            "away or a pause explains it. The same activity is the same partner, "
            "or where none is named the same place."
        ),
    ),
    (
        say("Sessions that count"),
        say(
            "Planned sessions that neither the service, the place nor something "
            "outside cancelled, and no pause stopped. What others cancelled never "
            "counts against a person."
        ),
    ),
    (
        say("Went ahead"),
        say("The person went, however long they stayed. Leaving by choice counts."),
    ),
    (
        say("Staff minutes"),
        say(
            "Minutes of a session with a worker beside, nearby or in the building. "
            "Travel and calls are not in it. A session that went as planned has "
            "the minutes planned, unless others were written."
        ),
    ),
)
_HOW_IT_IS: tuple[Meaning, ...] = (
    (
        say("Less company"),
        say(
            "The step that is on has less support than the first step had. There "
            "are 7 levels, from on their own to a worker beside them all the way."
        ),
    ),
    (
        say("Worry"),
        say(
            "The person's own rating, 0 to 10. The middle of the first 3 ratings "
            "is held against the middle of the last 3; with fewer than 6 it is "
            "missing."
        ),
    ),
    (
        say("Asked directly about loneliness"),
        say(
            'The question is "How often do you feel lonely?", with 5 answers. It is '
            "added to no score. The question is from the Office for National "
            "Statistics, under the Open Government Licence v3.0."
        ),
    ),
    (
        say("Crisis calls before"),
        say(
            "What was counted when the plan was made, with the days it was counted "
            "over. A call noted and told again is one call."
        ),
    ),
)
_USUAL: Meaning = (
    say("Usual, in a week"),
    say(
        "The mean of the weeks, give or take 2.66 times the mean step from one "
        "week to the next. This is an XmR chart, from 12 weeks on."
    ),
)


_INCIDENT = (
    say("Incidents and near misses"),
    say(
        "Those in people's own files. One of the service, of nobody in particular, is "
        "in none of these counts."
    ),
)


def definitions(waits: int) -> tuple[Meaning, ...]:
    """Return each word with its meaning. `waits` are the days of over-caution."""
    return (*_GOING, *_HOW_IT_IS, _INCIDENT, _ready(waits), _USUAL)


def _ready(waits: int) -> Meaning:
    return (
        say("Ready and not offered"),
        say(
            "All that was agreed for the next step is met. The person said yes, or "
            "was never asked. For {waits} days or more nobody offered it.",
            waits=waits,
        ),
    )
