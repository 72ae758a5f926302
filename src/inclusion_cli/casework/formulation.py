"""Writing a formulation: each time a new version, the earlier ones stay.

Saying the same again is no new version: it is a look again, and found still true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.formulation_made import formulation_from
from inclusion_cli.casework.recheck import others, recheck, recheck_follows
from inclusion_cli.domain.formulation import Formulation, same_content
from inclusion_cli.domain.formulation_copy import copies
from inclusion_cli.domain.formulation_steps import missing_words
from inclusion_cli.domain.recheck import Found, Recheck
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation_copy import Named
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

__all__ = [
    "NoFormulationYet",
    "formulation_from",
    "others",
    "write_formulation",
]


class NoFormulationYet(NothingFound):
    """There is no formulation to show, sign or find still true."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("There is no formulation yet for {label}.", label=case.label)
        )
        if not case.closed_on:
            self.hint = say(
                "To write one, type: inclusion formulate {code}",
                code=case.person.record.code,
            )


def standing_formulation(case: Casefile) -> Kept[Formulation]:
    """Return the formulation that stands. Raises NoFormulationYet."""
    if case.formulation is None:
        raise NoFormulationYet(case)
    return case.formulation


def write_formulation(
    work: Work, case: Casefile, formulation: Formulation, answers: Mapping[str, Any]
) -> Saved:
    """Write a new version of the formulation; the earlier ones stay.

    Where it says the same as the last, that one is found still true instead.
    """
    old = case.formulation
    if old and same_content(old.record, formulation):
        return _same_again(work, case, old, formulation, answers)
    now = work.clock.now()
    kept = (
        work.amend(old, formulation, reason=say("new version"), happened_at=now)
        if old
        else work.add(formulation, file=case.person.file)
    )
    work.clear_draft(case.person.file, "formulation")
    code = case.person.record.code
    return Saved(
        say(
            "Saved for {label}: formulation, version {version}.",
            label=case.label,
            version=formulation.version,
        ),
        code=code,
        kind="formulation",
        id=kept.id,
        record=formulation,
        follows=tuple(_follows(case, formulation, others(work, case))),
        next=("formulate", "sign", code),
    )


def _same_again(
    work: Work,
    case: Casefile,
    old: Kept[Formulation],
    new: Formulation,
    answers: Mapping[str, Any],
) -> Saved:
    look = Recheck(
        formulation=old.id,
        version=old.record.version,
        on=work.clock.today(),
        found=Found.STILL_TRUE,
        unchanged_because=answers.get("unchanged_because") or "",
        review_on=new.review_on,
    )
    kept = recheck(work, case, look)
    work.clear_draft(case.person.file, "formulation")
    code, version = case.person.record.code, old.record.version
    return Saved(
        say(
            "Saved for {label}: nothing changed. Version {version} is still true.",
            label=case.label,
            version=version,
        ),
        code=code,
        kind="recheck",
        id=kept.id,
        record=look,
        follows=tuple(recheck_follows(work, case)),
        next=("formulate", "show", code),
    )


def _follows(
    case: Casefile, formulation: Formulation, people: Iterable[Named]
) -> Iterator[str]:
    for trigger in formulation.open_risks():
        yield say(
            'Nothing is agreed yet for "{situation}".', situation=trigger.situation
        )
    for control in formulation.blanket_rules():
        yield say(
            '"{text}" is for no situation. It may be a blanket rule.', text=control.text
        )
    yield from _limits(case, formulation)
    for copied in copies(formulation, people):
        yield copied.says
    for step in case.steps:
        if said := missing_words(formulation, step.record):
            yield said


def _limits(case: Casefile, formulation: Formulation) -> Iterator[str]:
    limits = _counted(formulation)
    before = _counted(case.formulation.record) if case.formulation else 0
    if limits:
        yield say(
            "{limits} to look at again by the review.",
            limits=say_many("{number} restriction", "{number} restrictions", limits),
        )
    if case.formulation and limits > before:
        yield say(
            "There were {before} before. Say at the review what is new about it.",
            before=before,
        )


def _counted(formulation: Formulation) -> int:
    return sum(control.is_limit for control in formulation.controls)
