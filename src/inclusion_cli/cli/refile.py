"""`inclusion refile`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import refile as acts
from inclusion_cli.casework.amend_refused import CannotRead, NothingStands
from inclusion_cli.casework.look_up import case_of, find_record
from inclusion_cli.casework.why import kept_of, title_of
from inclusion_cli.cli.amend import Id
from inclusion_cli.cli.options import Person, guided, nothing_saved
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.naming import kind_words
from inclusion_cli.domain.refile import OF_A_STEP, steps_then
from inclusion_cli.interviews import refile as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.domain.trail import Trail
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

app = single("refile")


@guided(app, None, "refile", lambda: asks.questions(None, ()))
def refile(desk: Desk, id_: Id = None, person: Person = None) -> Any:
    """Move a record that is in the wrong person's file to the right one.

    Examples: inclusion refile 0f3a2b1c AK-014. The wrong file keeps no word of it on
    show. Papers that showed it are named, so that you can take them back.
    """
    trail = find_record(desk.search, id_, worker=desk.worker.id)
    wrong, kept = _standing(desk, trail)
    acts.refuse_kind(kept)
    right = desk.person(person)
    acts.refuse(kept, wrong, right)
    code, what = right.person.record.code, kind_words(trail.kind)
    form = _form(desk, trail, wrong, right)
    about = say("moving a {what} to {label}", what=what, label=right.label)
    given = asking.gather(
        desk,
        form,
        trail.file,
        draft=asking.resumed(desk, trail.file, form.name, about),
        about={"record": trail.id, "code": code},
        again=f"refile {short_id(trail.id)} {code}",
    )
    steps = {str(s.record.number): s for s in _steps(trail.kind, kept, right)}
    with desk.writing() as work:
        saved = acts.refile_record(
            work,
            kept,
            wrong,
            right,
            step=steps.get(given.get("step") or ""),
            reason=given["reason"],
        )
    if desk.call.dry_run:
        return nothing_saved(form.who, None, form, given)
    return saved


def form_of(desk: Desk, draft: Draft) -> Form:
    """Return the form of a move that was begun."""
    trail = find_record(desk.search, draft.about["record"], worker=desk.worker.id)
    wrong, _kept = _standing(desk, trail)
    return _form(desk, trail, wrong, desk.person(draft.about["code"]))


def _standing(desk: Desk, trail: Trail) -> tuple[Casefile, Kept[Any]]:
    past, case = trail.standing, case_of(desk.reading, trail.file)
    if past is None:
        raise NothingStands(trail)
    if past.record is None:
        raise CannotRead(trail.kind)
    if case is None:
        raise acts.OfTheService(trail.kind)
    return case, kept_of(trail, past)


def _form(desk: Desk, trail: Trail, wrong: Casefile, right: Casefile) -> Form:
    _wrong, kept = _standing(desk, trail)
    return asks.form(
        acts.draft_name(trail.id),
        title_of(wrong, trail),
        wrong,
        right,
        _steps(trail.kind, kept, right),
    )


def _steps(kind: str, kept: Kept[Any], right: Casefile) -> tuple[Kept[Step], ...]:
    return steps_then(right, kept.on) if kind in OF_A_STEP else ()
