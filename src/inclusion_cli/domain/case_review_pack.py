"""A safeguarding case review on paper: each question beside what the records show.

What was known on the day of the concern stands apart from what came after it. Source:
practice reference 6.4, safeguarding case review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.case_review_since import answer, told_partners
from inclusion_cli.domain.case_review_then import (
    formulation,
    heard,
    pace,
    signs,
)
from inclusion_cli.domain.concern import Part as Test
from inclusion_cli.domain.concern import Refer, WishesAsked
from inclusion_cli.domain.concerns import TO_BE_REFERRED, not_rung
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.paper_parts import PaperLine, Part, PartsPaper
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.concern import CaseReview, SafeguardingConcern
    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.partner import Partner
    from inclusion_cli.domain.sheet import Sheet

NOT_SAID = say("It does not say.")
NO_REVIEW = say(
    "No review is written for this concern yet. What follows is what the records show."
)
NOTHING = say("Nothing is recorded.")
HOW_WORDS = {
    "place": say("the place"),
    "person": say("a person there"),
    "step": say("the step"),
    "partner": say("the partner"),
    "consent": say("what was agreed to be told"),
}
SURE_WORDS = {"yes": say("yes"), "no": say("no"), "not_sure": say("not sure")}


def case_review_pack(
    case: Casefile,
    then: Casefile,
    concern: Kept[SafeguardingConcern],
    sheet: Sheet,
    *,
    defaults: Defaults,
    partners: tuple[Kept[Partner], ...],
) -> PartsPaper:
    """Return the paper. `then` is the file as it was known when the concern arose."""
    found = [r for r in case.safety.case_reviews if r.record.concern == concern.id]
    review = found[-1] if found else None
    return PartsPaper(
        sheet=sheet,
        name=say("Safeguarding review"),
        title=say("Safeguarding review: {label}", label=case.label),
        lead=(
            say(
                "The concern of {at}. What was known then stands as it was known then.",
                at=say_when(concern.record.at),
            ),
            say("It looks at how people decided, not at how it turned out."),
        ),
        parts=(
            Part(say("The concern"), tuple(_concern(concern))),
            Part(say("The person's wishes"), tuple(_wishes(concern))),
            Part(say("Was being out in the community part of it?"), (_factor(review),)),
            *_then(then, concern, review, defaults),
            *_since(case, then, concern, review, partners),
        ),
    )


def _then(
    then: Casefile,
    concern: Kept[SafeguardingConcern],
    review: Kept[CaseReview] | None,
    defaults: Defaults,
) -> tuple[Part, ...]:
    """Return what was known on the day: formulation, signs, pace, who was heard."""
    told, at = review.record if review else None, concern.record.at
    return (
        Part(
            say("Was the formulation current then?"),
            (*_said(told, "formulation_current"), *formulation(then, at)),
        ),
        Part(
            say("The earliest sign, missed or seen"),
            (*_said(told, "earliest_sign"), *signs(then, at)),
            NOTHING,
        ),
        Part(
            say("Was the step paced right?"),
            (*_said(told, "paced_right"), *pace(then, at, defaults)),
        ),
        Part(
            say("Was the person heard?"), (*_said(told, "heard"), *heard(then, concern))
        ),
    )


def _since(
    case: Casefile,
    then: Casefile,
    concern: Kept[SafeguardingConcern],
    review: Kept[CaseReview] | None,
    partners: tuple[Kept[Partner], ...],
) -> tuple[Part, ...]:
    """Return what came after: our answer, partners, what was learned, and actions."""
    told, at = review.record if review else None, concern.record.at
    return (
        Part(
            say("Was our answer in proportion?"),
            (*_said(told, "proportionate"), *answer(case, at)),
        ),
        Part(
            say("How partners were handled"),
            (
                *_said(told, "partner_handling"),
                *told_partners(case, then, at, partners),
            ),
        ),
        Part(say("What was learned"), tuple(_said(told, "learning")), NOTHING),
        Part(
            say("What will be done"),
            tuple(_actions(case, concern.id, review)),
            say("No action is written."),
        ),
    )


def _concern(kept: Kept[SafeguardingConcern]) -> Iterator[PaperLine]:
    told, ids = kept.record, (short_id(kept.id),)
    yield PaperLine("", label=say("What was seen or heard"), quote=told.seen, ids=ids)
    yield PaperLine(say_when(told.at), label=say("When"))
    pairs: tuple[tuple[str, str], ...] = (
        (say("Seen or heard by"), told.by),
        (say("Others at risk"), told.others_at_risk),
        (say("Has needs for care and support"), _test(told.needs)),
        (say("Is harmed, or may be"), _test(told.abuse)),
        (say("Cannot protect themselves because of it"), _test(told.cannot_protect)),
        (say("Reasons to refer"), told.reasons_for),
        (say("Reasons not to refer"), told.reasons_against),
        (say("Decided"), _decided(told)),
        (say("Reference"), told.reference),
        (say("What came back"), told.feedback),
    )
    yield from (PaperLine(text, label=label) for label, text in pairs if text)
    manager = say_when(told.told_manager_at) if told.told_manager_at else ""
    yield PaperLine(
        manager or say("No evidence found: when the manager was told."),
        label=say("Manager told"),
        strong=not manager,
    )


def _test(part: Test | None) -> str:
    if part is None:
        return ""
    why = f": {part.why}" if part.why else ""
    return f"{SURE_WORDS[part.answer.value]}{why}"


def _decided(told: SafeguardingConcern) -> str:
    if told.decided is None:
        return say("Not decided.")
    what = say("To refer") if told.decided is Refer.REFER else say("Not to refer")
    if not_rung(told):
        what = capital(TO_BE_REFERRED)
    when = say_when(told.decided_at) if told.decided_at else ""
    by = say("by {who}", who=told.decided_by) if told.decided_by else ""
    parts = ", ".join(part for part in (what, by, when) if part)
    return f"{parts}. {told.why}"


def _wishes(kept: Kept[SafeguardingConcern]) -> Iterator[PaperLine]:
    told = kept.record
    if told.wishes_asked in (None, WishesAsked.NOT_ASKED):
        why = told.why_not_asked
        says = say("No evidence found: what the person wishes.")
        yield PaperLine(f"{says} {why}".strip(), strong=True)
    if told.wishes:
        yield PaperLine("", label=say("They wish"), quote=told.wishes)
    if told.outcomes:
        yield PaperLine(
            "", label=say("What they want to come of it"), quote=told.outcomes
        )
    if told.achieved:
        words = {"fully": say("fully"), "partly": say("partly"), "not": say("not")}
        yield PaperLine(words[told.achieved.value], label=say("Came about"))


def _factor(review: Kept[CaseReview] | None) -> PaperLine:
    if review is None:
        return PaperLine(NO_REVIEW, strong=True)
    told, ids = review.record, (short_id(review.id),)
    if told.factor is None:
        return PaperLine(say("The review does not say."), ids=ids)
    if not told.factor:
        return PaperLine(say("No."), ids=ids)
    how = ", ".join(HOW_WORDS.get(key, key) for key in told.how) or say("not said how")
    return PaperLine(say("Yes, by: {how}.", how=how), ids=ids)


def _said(told: CaseReview | None, field: str) -> Iterator[PaperLine]:
    """Return what the review says to one of its questions; nothing where there is none.

    That there is none is said once, at the first of them.
    """
    if told is not None:
        yield PaperLine(getattr(told, field) or NOT_SAID, label=say("The review"))


def _actions(
    case: Casefile, concern: str, review: Kept[CaseReview] | None
) -> Iterator[PaperLine]:
    of = {concern, review.id if review else concern}
    for kept in case.safety.actions:
        if kept.record.of in of:
            told = kept.record
            done = (
                say(
                    "Done on {day}: {evidence}",
                    day=say_day(told.done_on),
                    evidence=told.evidence,
                )
                if told.done_on
                else say("By {day}.", day=say_day(told.due))
            )
            says = f"{told.what.rstrip('.')}. {told.owner}. {done}"
            yield PaperLine(says, ids=(short_id(kept.id),))
