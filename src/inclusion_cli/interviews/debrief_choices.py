"""The choices a debrief offers, and what it says when someone may be in danger."""

from __future__ import annotations

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.thought import Real
from inclusion_cli.domain.values import Choice

HOW = (
    Choice("stayed", "It went ahead"),
    Choice("left_early", "It ended early"),
    Choice("did_not_go", "It did not go ahead"),
)
WHY_EARLY = (
    Choice("attended_part_left_by_choice", "{name} chose to leave"),
    Choice("attended_part_distress", "It became too much"),
    Choice("attended_part_other", "Another reason"),
)
WHY_NOT = (
    Choice("person_chose_not_to", "{name} chose not to go"),
    Choice("no_show_unexplained", "{name} did not come, and we do not know why"),
    Choice("cancelled_by_service", "We cancelled it"),
    Choice("cancelled_by_venue", "The place cancelled it"),
    Choice("cancelled_external", "Something outside, such as weather or a strike"),
    Choice("paused_by_plan", "The step is paused"),
)
FEARED = (Choice("no", "No"), Choice("partly", "Partly"), Choice("yes", "Yes"))
SINCE = (
    Choice("hurt", "Someone hurt or unsafe"),
    Choice("money", "Asked for money or things"),
    Choice("crisis", "A crisis call"),
    Choice("not_sure", "Not sure"),
)
SOMETHING_ELSE = "else"
ELSE = Choice(SOMETHING_ELSE, "Something else")
NOW_AT = tuple(Choice(str(n), title) for n, title in enumerate(STAGES, start=1))
REAL = (
    Choice(Real.YES.value, "Yes"),
    Choice(Real.PARTLY.value, "Partly"),
    Choice(Real.NO.value, "No"),
    Choice(Real.NOT_SURE.value, "Not sure"),
)
USED = (
    Choice("no", "No"),
    Choice("yes", "Yes"),
    Choice("stopped", "Stopped all at once"),
)
CALL_999 = (
    "If someone is in danger now, call 999 first. Then come back.",
    "Your answers are kept.",
)
IT_MAY_BE_REAL = (
    "This may have happened, so somebody looks at it today.",
    "It can be a crime. If it is about who {name} is, it can be a hate crime.",
    "Ask {name} what they want to happen. Offer help to report it.",
    "Then tell your manager or the safeguarding lead.",
)
STOPPING_KILLS = (
    "Stopping drink all at once can be dangerous. Withdrawal can kill.",
    "Shakes, sweats or feeling sick: get medical advice now, 111 or a doctor.",
    "It is safer not to stop all at once. A fit, or seeing things: call 999.",
    "After a break, a usual amount of drugs can be too much. It is safer not alone.",
)
NO_ADVICE = (
    "We give no advice on medicines. Pass on what {name} says.",
    "Ring who prescribes it, or a pharmacist, today.",
)


def named(lines: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return lines about the person by their name."""
    return tuple(line.format(name=name) for line in lines)


def by_name(choices: tuple[Choice, ...], name: str) -> tuple[Choice, ...]:
    """Return choices about the person by their name."""
    return tuple(Choice(c.key, c.label.format(name=name)) for c in choices)
