"""Deciding about a step, with the evidence frozen beside the decision."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.plan import plan_session
from inclusion_cli.casework.plan_moves import NotThatMove, called_off, refuse_move
from inclusion_cli.casework.recheck import recheck_at_review
from inclusion_cli.domain.card_due import after_a_decision
from inclusion_cli.domain.debrief import Session, Word
from inclusion_cli.domain.decision import (
    CHOICE_WORDS,
    WISHES,
    Choice,
    Decision,
    Review,
)
from inclusion_cli.domain.moves import UP, word_refuses
from inclusion_cli.domain.review_choices import clashes
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import ChangedMeanwhile
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.review import ReviewTable
    from inclusion_cli.domain.standing import Standing
    from inclusion_cli.store.work import Work


def decision_from(
    case: Casefile, stands: Standing, table: ReviewTable, answers: Mapping[str, Any]
) -> tuple[Review, Decision]:
    """Return the review and the decision the answers stand for."""
    choice, ready = Choice(answers["decision"]), Word(answers["ready"])
    review = Review(
        step=table.step_id,
        on=stands.on,
        evidence=table.agreed,
        pause_signs=table.pause_signs,
        ready=ready,
        wish=answers["wish"],
    )
    decision = Decision(
        step=table.step_id,
        choice=choice,
        on=stands.on,
        to_step=_to_step(case, stands, choice),
        why=answers.get("why") or "",
        agreed_with=answers["agreed_with"] or "",
        look_again=answers.get("look_again"),
        least_change=answers.get("least_change") or "",
        resume_when=answers.get("resume_when") or "",
        needs=answers.get("needs") or "",
        what_changed=answers.get("what_changed") or "",
        cites=table.cites,
        overrides=_overrides(case, table, choice, review),
    )
    return review, decision


def _overrides(
    case: Casefile, table: ReviewTable, choice: Choice, review: Review
) -> tuple[str, ...]:
    """Return what a choice goes against; moving on early is with the person's wish."""
    found = clashes(table, choice, review.ready)
    if found and choice in UP and review.ready is Word.YES:
        return (*found, f'{case.known_as}{WISHES}"{review.wish}"')
    return found


def _to_step(case: Casefile, stands: Standing, choice: Choice) -> str:
    step = stands.rung.step
    match choice:
        case Choice.PROGRESS:
            to = case.after(step)
        case Choice.STEP_BACK:
            to = case.before(step)
        case Choice.RESUME:
            to = step
        case _:
            to = None
    return to.id if to else ""


def decide_step(
    work: Work,
    case: Casefile,
    review: Review,
    decision: Decision,
    answers: Mapping[str, Any],
    *,
    read_at: int,
) -> Saved:
    """Write the review and the decision that rests on it, together.

    `read_at` is how many entries the file had when the evidence was shown. Raises
    ChangedMeanwhile where it has more: the evidence is no longer what was seen.
    """
    file = case.person.file
    step = case.step(decision.step)
    if step:
        refuse_move(case, step, decision.choice)
    if why := word_refuses(decision.choice, review.ready, case.known_as):
        raise NotThatMove(f"{why}.", case.person.record.code)
    if work.entries_in(file) != read_at:
        raise ChangedMeanwhile(say("The record of {label}", label=case.label))
    kept_review = work.add(review, file=file)
    cited = replace(decision, review=kept_review.id)
    kept = work.add(cited, file=file, answers=kept_review.entry)
    off = _move_sessions(work, case, decision)
    if answers.get("next"):
        plan_session(work, case, decision.to_step or decision.step, answers["next"])
    looked = recheck_at_review(work, case, answers)
    work.clear_draft(file, "review")
    follows = (*_wants_faster(case, review, decision), *called_off(off), *looked)
    next_ = after_a_decision(work.casefile(file), on=work.clock.today())
    return _decided(case, kept, follows, next_)


def _decided(
    case: Casefile,
    kept: Kept[Decision],
    follows: tuple[str, ...],
    next_: tuple[str, ...],
) -> Saved:
    """Return the receipt of a decision, and what follows from it."""
    return Saved(
        say(
            "Saved for {label}: {choice}.{moved}",
            label=case.label,
            choice=CHOICE_WORDS[kept.record.choice],
            moved=_moved(case, kept.record),
        ),
        code=case.person.record.code,
        kind="decision",
        id=kept.id,
        record=kept.record,
        follows=(say("The facts you saw are kept with this decision."), *follows),
        next=next_,
    )


def _wants_faster(
    case: Casefile, review: Review, decision: Decision
) -> tuple[str, ...]:
    """Return how a wish to go faster is weighed; it is no refusal: reference 2.3."""
    early = decision.choice is Choice.PROGRESS and bool(decision.overrides)
    if review.ready is not Word.YES or not (early or decision.choice is Choice.HOLD):
        return ()
    return (
        say(
            "{name} wants to go faster than agreed. To weigh it together: inclusion "
            "decide-risk {code}",
            name=case.known_as,
            code=case.person.record.code,
        ),
    )


def _moved(case: Casefile, decision: Decision) -> str:
    """Return which step the person is on from now, "" where it is the same."""
    to = case.step(decision.to_step)
    if to is None or to.id == decision.step:
        return ""
    return say(
        " {known_as} is on step {number} from today: {title}.",
        known_as=case.known_as,
        number=to.record.number,
        title=to.record.title,
    )


def look_at_concerns(
    work: Work, case: Casefile, cites: tuple[str, ...], answers: Mapping[str, Any]
) -> Saved:
    """Write that what waits was looked at, where no step is on to decide about."""
    file, code = case.person.file, case.person.record.code
    decision = Decision(
        step="",
        choice=Choice.HOLD,
        on=work.clock.today(),
        why=say(
            "{why} {name} wants: {wish}",
            why=answers["why"],
            name=case.known_as,
            wish=answers["wish"],
        ),
        agreed_with=answers["agreed_with"],
        cites=cites,
    )
    kept = work.add(decision, file=file)
    work.clear_draft(file, "review")
    return Saved(
        say(
            "Saved for {label}: looked at, {cites}.",
            label=case.label,
            cites=say_many("{number} record", "{number} records", len(cites)),
        ),
        code=code,
        kind="decision",
        id=kept.id,
        record=decision,
        next=("today",),
    )


def _move_sessions(
    work: Work, case: Casefile, decision: Decision
) -> list[Kept[Session]]:
    """Let sessions to come follow the step; return those that are withdrawn."""
    off: list[Kept[Session]] = []
    if decision.choice is Choice.HOLD:
        return off
    now = work.clock.now()
    for session in case.open_sessions():
        if session.record.at <= now:
            continue
        if not decision.to_step:
            work.withdraw(session, reason=decision.choice.value)
            off.append(session)
        elif session.record.step != decision.to_step:
            moved = replace(session.record, step=decision.to_step)
            work.amend(session, moved, reason=decision.choice.value)
    return off
