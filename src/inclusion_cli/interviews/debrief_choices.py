"""The choices a debrief offers, and what it says when someone may be in danger."""

from __future__ import annotations

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.thought import Real
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

HOW = (
    Choice("stayed", say("It went ahead")),
    Choice("left_early", say("It ended early")),
    Choice("did_not_go", say("It did not go ahead")),
)
WHY_EARLY = (
    Choice("attended_part_left_by_choice", say("{name} chose to leave")),
    Choice("attended_part_distress", say("It became too much")),
    Choice("attended_part_other", say("Another reason")),
)
WHY_NOT = (
    Choice("person_chose_not_to", say("{name} chose not to go")),
    Choice("no_show_unexplained", say("{name} did not come, and we do not know why")),
    Choice("cancelled_by_service", say("We cancelled it")),
    Choice("cancelled_by_venue", say("The place cancelled it")),
    Choice("cancelled_external", say("Something outside, such as weather or a strike")),
    Choice("paused_by_plan", say("The step is paused")),
)
FEARED = (
    Choice("no", say("No")),
    Choice("partly", say("Partly")),
    Choice("yes", say("Yes")),
)
SINCE = (
    Choice("hurt", say("Someone hurt or unsafe")),
    Choice("money", say("Asked for money or things")),
    Choice("crisis", say("A crisis call")),
    Choice("not_sure", say("Not sure")),
)
SOMETHING_ELSE = "else"
ELSE = Choice(SOMETHING_ELSE, say("Something else"))
NOW_AT = tuple(Choice(str(n), title) for n, title in enumerate(STAGES, start=1))
REAL = (
    Choice(Real.YES.value, say("Yes")),
    Choice(Real.PARTLY.value, say("Partly")),
    Choice(Real.NO.value, say("No")),
    Choice(Real.NOT_SURE.value, say("Not sure")),
)
USED = (
    Choice("no", say("No")),
    Choice("yes", say("Yes")),
    Choice("stopped", say("Stopped all at once")),
)
CALL_999 = (
    say("If someone is in danger now, call 999 first. Then come back."),
    say("Your answers are kept."),
)
IT_MAY_BE_REAL = (
    say("This may have happened, so somebody looks at it today."),
    say("It can be a crime. If it is about who {name} is, it can be a hate crime."),
    say("Ask {name} what they want to happen. Offer help to report it."),
    say("Then tell your manager or the safeguarding lead."),
)
NO_ADVICE = (
    say("We give no advice on medicines. Pass on what {name} says."),
    say("Ring who prescribes it, or a pharmacist, today."),
)


def named(lines: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return lines about the person by their name."""
    return tuple(line.format(name=name) for line in lines)


def by_name(choices: tuple[Choice, ...], name: str) -> tuple[Choice, ...]:
    """Return choices about the person by their name."""
    return tuple(Choice(c.key, c.label.format(name=name)) for c in choices)
