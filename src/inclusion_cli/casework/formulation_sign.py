"""Signing the formulation that stands; from then on a change is a new version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation import Formulation, KeptWords, Signed, SignOff
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.words_kept import still_asked, unkept
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.flagged import Flagged
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

NOT_YET = "not_yet"


class SignedAlready(RuleSaysNo):
    """Everybody has signed this version: it stays as it is."""

    def __init__(self, case: Casefile, version: int) -> None:
        super().__init__(
            say(
                "Version {version} for {label} is signed by everybody.",
                version=version,
                label=case.label,
            )
        )
        code = case.person.record.code
        self.hint = say(
            "A change is a new version. Type: inclusion formulate {code}", code=code
        )


def refuse_signed(case: Casefile, formulation: Formulation) -> None:
    """Raise SignedAlready where the person, the worker and a manager have agreed."""
    agreed = (Signed.SIGNED, Signed.SAID)
    names = {s.who for s in formulation.sign_offs if s.how in agreed}
    if names >= {"person", "worker", "manager"}:
        raise SignedAlready(case, formulation.version)


def signed_from(
    formulation: Formulation,
    answers: Mapping[str, Any],
    *,
    on: date,
    worker: str,
    flagged: tuple[Flagged, ...],
) -> Formulation:
    """Return the version with its sign-offs, and the words that are kept.

    A reason for words that are no longer questioned is let go.
    """
    asked = unkept(formulation, flagged)
    reasons = (
        KeptWords(rule, text, answers[f"words.{number}.reason"])
        for number, (_field, rule, text, _why) in enumerate(asked, start=1)
    )
    return replace(
        formulation,
        sign_offs=tuple(_sign_offs(formulation, answers, on, worker)),
        words_kept=(*still_asked(formulation, flagged), *reasons),
    )


def _sign_offs(
    formulation: Formulation, answers: Mapping[str, Any], on: date, worker: str
) -> Iterator[SignOff]:
    person = answers["agreed"]
    if person != NOT_YET:
        why = answers.get("person_why") or answers.get("person_view") or ""
        day = answers.get("person_on") or on
        yield SignOff("person", Signed(person), day, why=why)
    if answers["worker"] == Signed.SIGNED.value:
        stood = formulation.sign_off("worker")
        yield stood or SignOff("worker", Signed.SIGNED, on, worker)
    if answers["manager"] == Signed.SIGNED.value:
        day, name = answers.get("manager_on") or on, answers.get("manager_name") or ""
        yield SignOff("manager", Signed.SIGNED, day, name)


def sign(
    work: Work, case: Casefile, kept: Kept[Formulation], signed: Formulation
) -> Saved:
    """Keep the sign-offs on the version that stands."""
    new = work.amend(kept, signed, reason="signed")
    work.clear_draft(case.person.file, "formulation_sign")
    code = case.person.record.code
    done = say("signed") if signed.is_signed else say("still a draft")
    return Saved(
        say(
            "Saved for {label}: formulation, version {version}, {done}.",
            label=case.label,
            version=signed.version,
            done=done,
        ),
        code=code,
        kind="formulation",
        id=new.id,
        record=signed,
        follows=tuple(_missing(case, signed)),
        next=("plan", "show", code) if case.steps else ("plan", "add", code),
    )


def _missing(case: Casefile, signed: Formulation) -> Iterator[str]:
    if signed.sign_off("person") is None:
        yield say("{known_as}'s answer is still to come.", known_as=case.known_as)
    if signed.sign_off("worker") is None:
        yield say("You have not signed it yet.")
    if signed.sign_off("manager") is None:
        yield say("No manager has signed it yet.")
