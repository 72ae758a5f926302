"""What each claim of a commissioner's pack counts, named where no count is shown."""

from __future__ import annotations

from inclusion_cli.tongue import say

NAMES = {
    "attended": say("people who went to a session"),
    "attended_of_countable": say("sessions that went ahead"),
    "sustained": say("sustained engagement"),
    "sessions_one_off_of_attended": say("sessions outside sustained engagement"),
    "lasting_12_weeks": say("activities that lasted 12 weeks"),
    "lasting_26_weeks": say("activities that lasted 26 weeks"),
    "weeks": say("weeks that stand out"),
    "accompaniment": say("company, beside that at the first step"),
    "staff_minutes": say("staff minutes for each minute out"),
    "worry_before_change": say("worry before going"),
    "worry_peak_change": say("worry at its worst"),
    "loneliness": say("UCLA-3 scores of loneliness"),
    "lonely_often": say("people who feel lonely often or always"),
    "lonely_directly": say("how often people feel lonely, asked directly"),
    "crisis_calls": say("crisis calls"),
    "signs": say("early signs"),
    "incidents": say("incidents"),
    "near_misses": say("near misses"),
    "concerns": say("safeguarding concerns"),
    "concerns_with_outcome_of_concerns": say("wishes in concerns, and what came of it"),
    "hours_to_manager": say("hours until a manager knew of a concern"),
    "restrictions_opened": say("restrictions placed"),
    "restrictions_lifted": say("restrictions lifted"),
    "restrictions_in_force": say("restrictions in force on the last day"),
    "days_to_lift": say("days until a restriction ended"),
    "pauses": say("pauses"),
    "days_to_resume": say("days until a pause ended"),
    "progressed_with_evidence_of_progressed": say("moves up with their evidence kept"),
    "progressed_by_override_of_progressed": say("moves up against what was agreed"),
    "stalled": say("people ready for a next step that was not offered"),
    "cancelled_by_service_of_planned": say("sessions the service cancelled"),
    "lost_sessions": say("people who lost a session to the service or a pause"),
}
"""By the key of a claim: a noun for each, as nothing is found that is not shown."""
