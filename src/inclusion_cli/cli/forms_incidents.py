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

_KINDS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "action": (say("An action"), ("action", "add"), "action"),
    "action_check": (say("Did an action work"), ("action", "check"), "action"),
    "action_done": (say("An action that was done"), ("action", "done"), "action"),
    "call_ladder": (say("The ladder of calls"), ("incident", "ladder"), "incident"),
    "concern": (say("A safeguarding concern"), ("concern", "add"), "concern"),
    "concern_close": (
        say("Closing a safeguarding concern"),
        ("concern", "close"),
        "concern",
    ),
    "concern_decide": (
        say("Deciding about a concern"),
        ("concern", "decide"),
        "concern",
    ),
    "concern_review": (say("Safeguarding review"), ("concern", "review"), "concern"),
    "incident": (say("An incident"), ("incident", "add"), "incident"),
    "incident_call": (
        say("A call after an incident"),
        ("incident", "call"),
        "incident",
    ),
    "incident_close": (say("Closing an incident"), ("incident", "close"), "incident"),
    "incident_raise": (
        say("How serious an incident is"),
        ("incident", "raise"),
        "incident",
    ),
    "incident_review": (say("After-action review"), ("incident", "review"), "incident"),
}
KINDS = {
    name: Kind(title, command, built_by(module))
    for name, (title, command, module) in _KINDS.items()
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
