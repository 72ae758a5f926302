"""Placing a limit, signing it off, looking at it again, lifting it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.restriction_refused import (
    CannotBeKept,
    CannotStand,
    NoLimit,
    RestFirst,
)
from inclusion_cli.casework.rows import rows_of
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.liberty import advice, may_deprive
from inclusion_cli.domain.restriction import (
    EMERGENCY_DAYS,
    VERDICT_WORDS,
    Restriction,
    RestrictionReview,
    Verdict,
    WayTried,
)
from inclusion_cli.domain.restriction_grounds import (
    grounds_missing,
    kept_missing,
    names_of,
    refused,
)
from inclusion_cli.domain.restrictions import in_force, register, still_written
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.registered import Registered
    from inclusion_cli.domain.service import Nation
    from inclusion_cli.store.work import Work

BEFORE_SIGNING = (
    "no_exit",
    "no_basis",
    "no_capacity",
    "no_trigger",
    "no_evidence",
    "not_tried",
    "not_authorised",
    "not_offered",
    "staffing",
    "circular",
)
"""What stops a limit from being signed off: practice reference 1.2."""


def registered(case: Casefile, *, on: date) -> tuple[Registered, ...]:
    """Return the limits of the register in force. Raises NoLimit."""
    found = tuple(one for one in in_force(case, on=on) if not one.written)
    if not found:
        raise NoLimit(case, unsigned=False, on=on)
    return found


def unsigned(case: Casefile, *, on: date) -> tuple[Registered, ...]:
    """Return the limits whose rest is to be asked. Raises NoLimit where none is."""
    open_ = in_force(case, on=on)
    found = tuple(one for one in open_ if "unsigned" in one.problems)
    if not found:
        raise NoLimit(case, unsigned=True, on=on)
    return found


def refuse_unsigned(case: Casefile, one: Registered) -> None:
    """Raise RestFirst where the rest of a limit placed at once was never asked."""
    if one.kept is not None and "unsigned" in one.problems:
        raise RestFirst(case, one)


def restriction_from(
    answers: Mapping[str, Any], *, on: date, control: str = ""
) -> Restriction:
    """Return the limit the answers stand for; an emergency has no grounds yet."""
    at_once = answers.get("emergency") == YES
    return Restriction(
        what=answers["what"],
        on=on,
        feels=_said(answers, "feels"),
        harm=answers["harm"],
        evidence=_said(answers, "evidence"),
        evidence_on=answers.get("evidence_on"),
        lawful_basis=_said(answers, "basis"),
        tried=tuple(_tried(answers)),
        proportionate=_said(answers, "proportionate"),
        authorised_by=_said(answers, "authorised_by"),
        authorised_role=_said(answers, "authorised_role"),
        trigger=_said(answers, "trigger"),
        address=_said(answers, "address"),
        ends_when=_said(answers, "ends"),
        ends_on=answers.get("ends_on"),
        review_days=answers.get("review_days"),
        view=_said(answers, "view"),
        advocacy=_said(answers, "advocacy"),
        emergency=at_once,
        supervised=_yes(answers, "supervised"),
        not_free=_yes(answers, "not_free"),
        lacks_capacity=_yes(answers, "lacks_capacity"),
        signed_on=None if at_once else on,
        control=control,
    )


def amended(old: Restriction, answers: Mapping[str, Any]) -> Restriction:
    """Return a limit as answers change it: when it began and was signed off stays."""
    if old.emergency and old.signed_on is None:
        return replace(old, what=answers["what"], harm=answers["harm"])
    made = restriction_from(answers, on=old.on, control=old.control)
    return replace(made, emergency=old.emergency, signed_on=old.signed_on)


def _said(answers: Mapping[str, Any], key: str) -> str:
    return answers.get(key) or ""


def _yes(answers: Mapping[str, Any], key: str) -> bool | None:
    return None if answers.get(key) is None else answers[key] == YES


def _tried(answers: Mapping[str, Any]) -> Iterator[WayTried]:
    for _number, row in rows_of(answers, "tried", "what"):
        yield WayTried(row["what"], row.get("on"), _said(row, "came"))


def refuse(case: Casefile, record: Restriction) -> None:
    """Raise CannotStand where a limit cannot be signed off; one at once always can."""
    if record.signed_on is None:
        return
    it = case.formulation.record if case.formulation else None
    triggers = [trigger.id for trigger in it.triggers] if it else []
    grounds = grounds_missing(record, triggers, names_of(case))
    found = [key for key in grounds if key in BEFORE_SIGNING]
    if found:
        raise CannotStand(found)


def place(
    work: Work, case: Casefile, record: Restriction, nation: Nation | None
) -> Saved:
    """Write a limit into the register. Raises CannotStand."""
    refuse(case, record)
    kept = work.add(record, file=case.person.file)
    work.clear_draft(case.person.file, "restriction_place")
    return _placed(case, kept, nation)


def sign(
    work: Work,
    case: Casefile,
    old: Kept[Restriction],
    record: Restriction,
    nation: Nation | None,
) -> Saved:
    """Sign off a limit that was placed at once. Raises CannotStand."""
    made = replace(record, on=old.record.on, emergency=True, control=old.record.control)
    refuse(case, made)
    kept = work.amend(old, made, reason=say("the rest of what was placed at once"))
    work.clear_draft(case.person.file, "restriction_sign")
    return _placed(case, kept, nation)


def _placed(case: Casefile, kept: Kept[Restriction], nation: Nation | None) -> Saved:
    it, code = kept.record, case.person.record.code
    return Saved(
        say("Saved for {label}: a limit, {what}", label=case.label, what=it.what),
        code=code,
        kind="restriction",
        id=kept.id,
        record=it,
        follows=tuple(_follows(case, kept, nation)),
        next=("restriction", "sign", code)
        if it.signed_on is None
        else ("restriction", "list", code),
    )


def _follows(
    case: Casefile, kept: Kept[Restriction], nation: Nation | None
) -> Iterator[str]:
    it = kept.record
    if it.signed_on is None:
        if why := refused(it.harm, it.what, names_of(case)):
            yield say("{why}.", why=why)
        yield say("The rest is asked by tomorrow. Until then it stands on home.")
        yield say(
            "After {days} it is in force without current authority.",
            days=say_many("{number} day", "{number} days", EMERGENCY_DAYS),
        )
        return
    days = say_many("{number} day", "{number} days", it.review_days or 0)
    yield say("It is looked at again within {days}.", days=days)
    yield say("Then it ends, unless there is something new to show for it.")
    if may_deprive(it):
        yield from advice(case.known_as, nation)


def review_from(
    one: Registered, answers: Mapping[str, Any], *, on: date
) -> RestrictionReview:
    """Return the look at a limit that answers stand for; without a verdict it lifts."""
    verdict = Verdict(answers.get("verdict") or Verdict.LIFT.value)
    return RestrictionReview(
        restriction=one.id,
        on=on,
        verdict=verdict,
        why=_said(answers, "why"),
        lifts=one.id if verdict is Verdict.LIFT else "",
        harm_since=answers.get("harm_on"),
        evidence=_said(answers, "evidence"),
        evidence_on=answers.get("evidence_on"),
        now=_said(answers, "now"),
        view=_said(answers, "view"),
        decided_by=_said(answers, "decided_by"),
        advice=_said(answers, "advice"),
    )


def record_review(
    work: Work, case: Casefile, one: Registered, review: RestrictionReview
) -> Saved:
    """Write a look at a limit. Raises CannotBeKept; NoLimit where it was lifted."""
    now = work.casefile(case.person.file)
    stands = {limit.id: limit for limit in register(now, on=review.on)}
    if one.id not in stands or not stands[one.id].in_force:
        raise NoLimit(now, unsigned=False, on=review.on)
    if missing := list(kept_missing(review, review.now or one.what, names_of(case))):
        raise CannotBeKept(missing)
    kept = work.add(review, file=case.person.file)
    for form in ("restriction_review", "restriction_lift"):
        work.clear_draft(case.person.file, form)
    code = case.person.record.code
    after = work.casefile(case.person.file)
    limit = next(x for x in register(after, on=review.on) if x.id == one.id)
    return Saved(
        say(
            "Saved for {label}: {verdict}, {what}",
            label=case.label,
            verdict=VERDICT_WORDS[review.verdict],
            what=limit.what,
        ),
        code=code,
        kind="restriction_review",
        id=kept.id,
        record=review,
        follows=tuple(_after(after, limit, review)),
        next=("formulate", code)
        if still_written(after, limit, on=review.on)
        else ("restriction", "list", code),
    )


def _after(
    case: Casefile, limit: Registered, review: RestrictionReview
) -> Iterator[str]:
    days = say_many("{number} day", "{number} days", limit.days_limited)
    yield say("{days} of {name}'s liberty limited.", days=days, name=case.known_as)
    if limit.until:
        yield say("It is looked at again by {day}.", day=say_day(limit.until))
    if still_written(case, limit, on=review.on):
        yield say("It still stands in the formulation. Take it out there, too.")
