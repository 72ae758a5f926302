"""How incidents, concerns and actions are opened again.

How serious it was, who was rung and what was decided have commands of their own, which
keep when it was and why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.interviews.question import Form, Question


def incident_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return an incident that is opened again."""
    from inclusion_cli.domain.filed import filed
    from inclusion_cli.interviews.incident import amend_form

    return amend_form(filed(case), kept, now=desk.clock.now())


def incident(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return the incident that answers make of one that stands."""
    from inclusion_cli.casework.incident import incident_from
    from inclusion_cli.cli.incident import ladder_of

    now, ladder = desk.clock.now(), ladder_of(desk)[0]
    told_in = case.debriefs
    return incident_from(
        given, now=now, ladder=ladder, debriefs=told_in, old=kept.record
    )


def concern_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return a concern that is opened again."""
    from inclusion_cli.cli.concern import law_of
    from inclusion_cli.domain.filed import filed
    from inclusion_cli.interviews.concern import amend_form, worry

    it = worry(filed(case), law_of(desk)[0], now=desk.clock.now())
    return amend_form(kept, it)


def concern(
    _desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return the concern that answers make of one that stands."""
    from inclusion_cli.casework.concern import concern_from

    return concern_from(given, old=kept.record)


def action_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return an action that is opened again."""
    from inclusion_cli.domain.filed import filed
    from inclusion_cli.interviews.action import amend_form

    return amend_form(filed(case), kept, today=desk.clock.today())


def action(
    _desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return the action that answers make of one that stands."""
    from inclusion_cli.casework.action import action_from

    return action_from(given, old=kept.record)


# --- in a file that is no person's --------------------------------------------------


def our_incident_form(desk: Desk, kept: Kept[Any]) -> Form:
    """Return an incident of the service's own file that is opened again."""
    from inclusion_cli.cli.whose import service_filed
    from inclusion_cli.interviews.incident import amend_form

    return amend_form(service_filed(desk), kept, now=desk.clock.now())


def our_incident(desk: Desk, kept: Kept[Any], given: Mapping[str, Any]) -> Any:
    """Return the incident that answers make of one in the service's own file."""
    from inclusion_cli.casework.incident import incident_from
    from inclusion_cli.cli.incident import ladder_of

    return incident_from(
        given, now=desk.clock.now(), ladder=ladder_of(desk)[0], old=kept.record
    )


def our_action_form(desk: Desk, kept: Kept[Any]) -> Form:
    """Return an action of the service, or of the worker's own, opened again."""
    from inclusion_cli.cli.whose import filed_of
    from inclusion_cli.interviews.action import amend_form

    return amend_form(filed_of(desk, kept.file), kept, today=desk.clock.today())


def our_action(_desk: Desk, kept: Kept[Any], given: Mapping[str, Any]) -> Any:
    """Return the action that answers make of one that is about no person."""
    from inclusion_cli.casework.action import action_from

    return action_from(given, old=kept.record)


def every_question() -> Iterator[Question]:
    """Return every question that one of these can be opened with."""
    from inclusion_cli.interviews import action as actions
    from inclusion_cli.interviews import concern as concerns
    from inclusion_cli.interviews import concern_parts
    from inclusion_cli.interviews import incident as incidents

    yield from incidents.every_question()
    yield from concerns.every_part(concern_parts.any_worry(), {})
    yield from actions.mended(actions.any_doing())
