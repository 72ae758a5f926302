"""Keeping that somebody was told; with consent, or on a ground without it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.leaving import check_leaving
from inclusion_cli.domain.consent_items import items_in_words
from inclusion_cli.domain.disclosed import still_asked
from inclusion_cli.domain.disclosure import Disclosure, Ground, Rests
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

TO_KEEP_SAFE = say("to keep somebody safe")
THE_REST = say("the rest of the questions")


class NothingWaits(NothingFound):
    """No disclosure of the person has anything open."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("Nothing is asked any more of what was told about {label}.",
                label=case.label)
        )  # fmt: skip
        self.hint = say(
            "To see what was told, type: inclusion disclosure list {code}",
            code=case.person.record.code,
        )


class NothingHeld(NothingFound):
    """Nobody holds anything that could be called back."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("Nobody holds anything of {label} to call back.", label=case.label)
        )
        self.hint = say(
            "To see what was told, type: inclusion disclosure list {code}",
            code=case.person.record.code,
        )


def disclosure_from(
    answers: Mapping[str, Any], *, today: date, worker: str
) -> Disclosure:
    """Return the disclosure the answers stand for.

    In danger it rests on saving somebody, and `worker` is who decided.
    """
    danger = answers["danger"] == YES
    rests = Rests.WITHOUT_CONSENT if danger else Rests(answers["rests"])
    made = Disclosure(
        on=today,
        recipient=answers["recipient"],
        purpose=answers.get("purpose") or TO_KEEP_SAFE,
        rests=rests,
        items=tuple(answers.get("items") or ()),
        role=answers.get("recipient_role") or "",
        reference=answers.get("reference") or "",
        harm=answers.get("harm") or "",
        review_on=answers.get("review_on"),
    )
    if danger:
        return replace(made, ground=Ground.VITAL, decided_by=worker)
    return answered(made, answers)


def answered(told: Disclosure, answers: Mapping[str, Any]) -> Disclosure:
    """Return a disclosure with more of its questions answered."""
    knows, ground = answers.get("told_person"), answers.get("ground")
    texts = ("what", "necessary", "why_no_consent", "alternatives", "decided_by")
    given = {name: answers[name] for name in texts if answers.get(name)}
    return replace(
        told,
        ground=Ground(ground) if ground else told.ground,
        told_person=told.told_person if knows is None else knows == YES,
        why_not_told=answers.get("why_not_told") or told.why_not_told,
        caldicott=tuple(answers.get("caldicott") or told.caldicott),
        **given,
    )


def record_disclosure(work: Work, case: Casefile, told: Disclosure) -> Saved:
    """Write that somebody was told. Raises NotAgreed where consent does not reach."""
    case = work.casefile(case.person.file)
    leaving = Leaving(told.recipient, told.role, told.purpose, told.rests)
    leaving = check_leaving(work, case, leaving, told.items)
    told = replace(told, consent=leaving.consent, partner=leaving.partner)
    kept = work.add(told, file=case.person.file)
    work.clear_draft(case.person.file, "disclosure")
    waits = len(still_asked(told))
    code = case.person.record.code
    return _saved(case, kept, waits, ("disclosure", "finish", code))


def finish_disclosure(
    work: Work, case: Casefile, kept: Kept[Disclosure], answers: Mapping[str, Any]
) -> Saved:
    """Write the answers that were left for later; what was said first stays."""
    told = answered(kept.record, answers)
    kept = work.amend(kept, told, reason=THE_REST)
    work.clear_draft(case.person.file, "disclosure_finish")
    return _saved(case, kept, len(still_asked(told)), ("disclosure", "finish"))


def _of_a_mistake(told: Disclosure) -> tuple[str, ...]:
    """Return what is done about a mistake; UK GDPR, articles 33 and 34: 72 hours."""
    if told.ground is not Ground.MISTAKE:
        return ()
    return (
        say(
            "Tell your manager today. It may have to be reported within 72 hours. Ask "
            "{to} to give it back or delete it.",
            to=told.recipient,
        ),
    )


def _saved(
    case: Casefile, kept: Kept[Disclosure], waits: int, on_with: tuple[str, ...]
) -> Saved:
    code, told = case.person.record.code, kept.record
    what = told.what or items_in_words(told.items) or told.harm
    still = say_many(
        "{number} question is still to answer. It stands on home until then.",
        "{number} questions are still to answer. They stand on home until then.",
        waits,
    )
    return Saved(
        say(
            "Saved for {label}. Told: {to}. {what}",
            label=case.label,
            to=told.recipient,
            what=what,
        ),
        code=code,
        kind="disclosure",
        id=kept.id,
        record=told,
        follows=(*([still] if waits else []), *_of_a_mistake(told)),
        next=on_with if waits else ("disclosure", "list", code),
        undo=False,
    )
