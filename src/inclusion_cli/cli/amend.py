"""`inclusion amend`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import amend as acts
from inclusion_cli.casework.trails import shown
from inclusion_cli.cli.options import guided, nothing_saved
from inclusion_cli.cli.trails import OptionalId, person_case, standing_of, traced
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.plan import Away, AwayKind, Step
from inclusion_cli.domain.told import kind_words
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews import amend as asks

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Trace
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

app = single("amend")
Build = Callable[[Desk, Casefile, Kept[Any]], "Form"]
Make = Callable[[Desk, Casefile, Kept[Any], Mapping[str, Any]], Any]


@dataclass(frozen=True)
class Amends:
    """How a kind is amended: its form with what stands, and the record it makes."""

    form: Build
    record: Make


@guided(app, None, "amend", lambda: (asks.reason(),))
def amend(desk: Desk, record: OptionalId = None) -> Any:
    """Mend a record, with a reason. The first version stays readable.

    What stands is shown line by line; a number changes a line. A script gives the lines
    that change with --answer KEY=VALUE.

    Examples: inclusion amend 4f09a1c2. inclusion amend 4f09a1c2 --answer worry_peak=7
    --reason "It was 7, not 4" --no-input
    """
    if record is None:
        raise NotUnderstood("Type the id of the record: inclusion amend ID")
    trace = traced(desk, record)
    kept, case, amends = _about(desk, trace)
    form = asks.amending(amends.form(desk, case, kept), kept)
    about = f"an amendment for {case.label}"
    draft = asking.resumed(desk, case.person.file, form.name, about)
    given = asking.gather(
        desk,
        form,
        case.person.file,
        draft=draft,
        about={"record": kept.id},
        again=f"amend {short_id(kept.id)}",
    )
    made = amends.record(desk, case, kept, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, shown(case, made), form, given)
    return _saved(desk, case, kept, made, given, form.name)


def form_of(desk: Desk, draft: Draft) -> Form:
    """Return the form of an amendment that is carried on."""
    from inclusion_cli.store.trails import found_by

    kept, case, amends = _about(desk, found_by(desk.reading, draft.about["record"])[0])
    return asks.amending(amends.form(desk, case, kept), kept)


def _about(desk: Desk, trace: Trace) -> tuple[Kept[Any], Casefile, Amends]:
    """Return what is amended, in whose file, and how. Raises where it cannot be."""
    if trace.kind in acts.NOT_AMENDED:
        raise acts.CannotAmend(trace.kind)
    kept = standing_of(desk, trace)
    if kept is None:
        raise acts.GoneAlready(kind_words(trace.kind), trace.record)
    return kept, person_case(desk, trace), HOW[trace.kind]


def _saved(
    desk: Desk,
    case: Casefile,
    kept: Kept[Any],
    made: Any,
    given: Mapping[str, Any],
    form: str,
) -> Any:
    from inclusion_cli.store.trails import in_file, naming

    around = in_file(desk.reading, kept.file)
    named = naming(desk.reading, kept.file, kept.id)
    with desk.writing() as work:
        saved = acts.amend_record(
            work,
            case,
            kept,
            made,
            reason=given["reason"],
            form=form,
            naming=[around[one] for one in named if one in around],
        )
    return replace(saved, record=shown(case, saved.record))


# --- each kind ----------------------------------------------------------------------


def _step_form(desk: Desk, case: Casefile, kept: Kept[Step]) -> Form:
    from inclusion_cli.cli.plan import edit_form_of

    return edit_form_of(desk, case, kept.id)


def _step(
    desk: Desk, case: Casefile, kept: Kept[Step], given: Mapping[str, Any]
) -> Step:
    from inclusion_cli.cli.plan import edited

    return edited(desk, case, kept, given)


def _formulation_form(desk: Desk, case: Casefile, _kept: Kept[Any]) -> Form:
    from inclusion_cli.cli.formulate import form_of

    return form_of(desk, case)


def _formulation(
    _desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.formulation import formulation_from

    return formulation_from(kept, given)


def _card_form(desk: Desk, case: Casefile, _kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.card import write_form

    return write_form(case, desk.clock.today())


def _card(
    desk: Desk, case: Casefile, _kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.card import card_from
    from inclusion_cli.cli.card import numbers_here

    today = desk.clock.today()
    return card_from(case, given, today=today, numbers=numbers_here(desk))


def _person_form(desk: Desk, case: Casefile, _kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.person import edit_form

    return edit_form(case.person, desk.reading.people())


def _person(
    _desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    return replace(kept.record, name=given["name"], known_as=given["known_as"])


def _away(
    _desk: Desk, _case: Casefile, _kept: Kept[Any], given: Mapping[str, Any]
) -> Away:
    return Away(AwayKind(given["kind"]), given["first"], given["last"])


def _debrief_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.debrief import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def _debrief(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.debrief import debrief_from
    from inclusion_cli.interviews.debrief import amend_about

    it = amend_about(case, kept, now=desk.clock.now())
    assert it.step is not None, "a debrief has its step"
    return debrief_from(given, it.step, it.session, it.signs, it.actions)


def _observation_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.observe import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def _observation(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.observe import observation_from
    from inclusion_cli.interviews.observe import amend_about

    it = amend_about(case, kept, now=desk.clock.now())
    return observation_from(given, it.signs)


def _preparation_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.prepare import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def _preparation(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.prepare import preparation_from
    from inclusion_cli.interviews.prepare import amend_about

    old, it = kept.record, amend_about(case, kept, now=desk.clock.now())
    assert it.step is not None, "a preparation has its step"
    made = preparation_from(given, it.step, it.session, at=old.at)
    return replace(made, mine=old.mine, workers=old.workers)


def _session_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.session import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def _session(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.session import session_from
    from inclusion_cli.interviews.session import planning

    step = case.step(kept.record.step)
    assert step is not None, "a session has its step"
    it = planning(case, now=desk.clock.now(), step=step)
    return session_from(given, step, travel=it.usual.travel)


HOW: dict[str, Amends] = {
    "away": Amends(
        lambda desk, case, kept: asks.away_form(case, kept.record, desk.clock.today()),
        _away,
    ),
    "card": Amends(_card_form, _card),
    "debrief": Amends(_debrief_form, _debrief),
    "decision": Amends(
        lambda desk, case, kept: asks.decision_form(
            case, kept.record, desk.clock.today()
        ),
        lambda _desk, _case, kept, given: acts.decision_from(kept.record, given),
    ),
    "formulation": Amends(_formulation_form, _formulation),
    "observation": Amends(_observation_form, _observation),
    "person": Amends(_person_form, _person),
    "plan": Amends(
        lambda _desk, case, kept: asks.plan_form(case, kept.record),
        lambda _desk, _case, kept, given: acts.plan_from(kept.record, given),
    ),
    "preparation": Amends(_preparation_form, _preparation),
    "review": Amends(
        lambda _desk, case, kept: asks.review_form(case, kept.record),
        lambda _desk, _case, kept, given: acts.review_from(kept.record, given),
    ),
    "session": Amends(_session_form, _session),
    "step": Amends(_step_form, _step),
}
"""How each kind is amended; a test holds it against the kinds there are."""
