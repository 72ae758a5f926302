"""The choices a debrief offers, and what it says when someone may be in danger."""

from __future__ import annotations

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
    Choice("money", "Someone asked {name} for money or things"),
    Choice("crisis", "A crisis call"),
    Choice("not_sure", "Not sure"),
)
CALL_999 = (
    "If someone is in danger now, call 999 first. Then come back.",
    "Your answers are kept.",
)
