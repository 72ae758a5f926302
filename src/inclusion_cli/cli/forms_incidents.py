"""The forms about incidents, concerns and actions that a draft can be of.

Each with its title, the words that carry it on, and the module that builds it again:
there, `draft_form(desk, file, form)` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.cli.form_kind import Kind, built_by
from inclusion_cli.domain.incidents import rung_before_saved
from inclusion_cli.interviews.walk import walk
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.incident import Rung
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

_action, _concern, _incident = map(built_by, ("action", "concern", "incident"))
KINDS = {
    "action": Kind(say("An action"), ("action", "add"), _action),
    "action_check": Kind(say("Did an action work"), ("action", "check"), _action),
    "action_done": Kind(say("An action that was done"), ("action", "done"), _action),
    "call_ladder": Kind(say("The ladder of calls"), ("incident", "ladder"), _incident),
    "concern": Kind(say("A safeguarding concern"), ("concern", "add"), _concern),
    "concern_close": Kind(
        say("Closing a safeguarding concern"), ("concern", "close"), _concern
    ),
    "concern_decide": Kind(
        say("Deciding about a concern"), ("concern", "decide"), _concern
    ),
    "concern_review": Kind(say("Safeguarding review"), ("concern", "review"), _concern),
    "incident": Kind(say("An incident"), ("incident", "add"), _incident),
    "incident_call": Kind(
        say("A call after an incident"), ("incident", "call"), _incident
    ),
    "incident_close": Kind(
        say("Closing an incident"), ("incident", "close"), _incident
    ),
    "incident_raise": Kind(
        say("How serious an incident is"), ("incident", "raise"), _incident
    ),
    "incident_review": Kind(
        say("After-action review"), ("incident", "review"), _incident
    ),
}
RINGS = ("incident", "concern")
"""Forms whose answers may ask to ring somebody before they are saved."""


def to_ring(desk: Desk, draft: Draft, form: Form) -> tuple[Rung, ...]:
    """Return whom a draft asks to ring now; nobody for most."""
    if draft.form.split(":", maxsplit=1)[0] not in RINGS:
        return ()
    from inclusion_cli.cli.incident import ladder_of

    told = walk(form, {**form.known, **draft.answers}).answers
    return rung_before_saved(told, ladder_of(desk)[0])


OF_THE_SERVICE = ("call_ladder",)
"""Forms that are of the service alone, and name nobody."""
