"""Recording a session: from answers to the record, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.plan import plan_session
from inclusion_cli.domain.debrief import (
    Concern,
    Debrief,
    Happened,
    LimitKept,
    Outcome,
    Session,
    SignSeen,
    Tried,
    Used,
    Word,
)
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.predictions import prepared_for
from inclusion_cli.domain.sleep import minutes_of
from inclusion_cli.domain.thought import Real, Thought
from inclusion_cli.errors import ChangedMeanwhile
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.own_card import Actions
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.store.work import Work


CHANGING = 2
"""The first stage that has signs."""


class SessionChanged(ChangedMeanwhile):
    """The session was moved, cancelled or debriefed in another window."""

    hint = say("Your answers are kept. Run the command again and look at the time.")

    def __init__(self, label: str) -> None:
        super().__init__(say("The session of {label}", label=label))


def debrief_from(
    answers: Mapping[str, Any],
    step: Kept[Step],
    session: Kept[Session] | None,
    signs: Iterable[SignSeen],
    actions: Actions | None = None,
) -> Debrief:
    """Return the record the answers stand for."""
    feared, ready = answers.get("feared"), answers.get("ready")
    thought = thought_from(answers)
    told: dict[str, Any] = {name: answers.get(name) for name in _NUMBERS}
    told |= {name: answers.get(name) or "" for name in _TEXTS}
    concerns = [Concern(key) for key in answers["since"]]
    if thought and thought.may_be_real:
        concerns.append(Concern.MAY_BE_REAL)
    return Debrief(
        step=step.id,
        session=session.id if session else None,
        at=answers["when"],
        outcome=_outcome(answers),
        feared=Happened(feared) if feared else None,
        signs=_signs(answers, signs),
        concerns=tuple(concerns),
        contacts=answers.get("contacts") or (),
        ready=Word(ready) if ready else None,
        behaviours=answers.get("behaviours"),
        limits=_limits(answers, step.record),
        tried=tuple(_tried(answers, actions or {})),
        thought=thought,
        stage=int(answers["stage"]) if answers.get("stage") else None,
        minutes_slept=_slept(answers),
        used=_used(answers),
        money=money_from(answers),
        indicators=answers.get("indicators") or (),
        **told,
    )


_NUMBERS = (
    *("worry_before", "worry_peak", "worry_after", "belief_before", "belief_after"),
    *(
        "worry_next_day",
        "minutes",
        "coped",
        "enjoyed",
        "belonged",
        "confidence",
        "craving",
    ),
)
_TEXTS = (
    *("what_happened", "told", "words", "in_the_way", "helped", "note", "harm"),
    *("place", "company", "travel", "differed", "went_well", "medicine"),
)


def _outcome(answers: Mapping[str, Any]) -> Outcome:
    match answers["how"]:
        case "stayed":
            return Outcome.ATTENDED_FULL
        case "left_early":
            return Outcome(answers["why_early"])
        case _:
            return Outcome(answers["why_not"])


def _signs(
    answers: Mapping[str, Any], signs: Iterable[SignSeen]
) -> tuple[SignSeen, ...] | None:
    """Return the signs that were seen.

    What is not on the card belongs to the stage the person is at, as far as it is told.
    """
    seen, other = answers.get("signs"), answers.get("sign_other")
    if seen is None and not other:
        return None
    own = tuple(sign for sign in signs if sign.id in (seen or ()))
    stage = max(int(answers.get("stage") or CHANGING), CHANGING)
    return (*own, SignSeen("", other, stage)) if other else own


def _limits(answers: Mapping[str, Any], step: Step) -> tuple[LimitKept, ...] | None:
    kept = answers.get("limits")
    if kept is None:
        return None
    return tuple(LimitKept(one.id, one.id in kept) for one in step.limits)


def _tried(answers: Mapping[str, Any], actions: Actions) -> Iterable[Tried]:
    for key in answers.get("tried") or ():
        if key in actions:
            helped = answers.get(f"tried.{key}.helped")
            yield Tried(actions[key].text, actions[key].id, helped)


def _slept(answers: Mapping[str, Any]) -> int | None:
    slept = answers.get("minutes_slept")
    return minutes_of(slept) if slept else None


def _used(answers: Mapping[str, Any]) -> Used | None:
    used = answers.get("used")
    if not used:
        return None
    if used == "no":
        return Used("")
    within = answers.get("used_within")
    return Used(
        answers["used_what"],
        answers.get("used_amount") or "",
        within == "yes" if within else None,
        stopped=used == "stopped",
    )


def thought_from(answers: Mapping[str, Any]) -> Thought | None:
    """Return the thought record the answers stand for, None where there is none."""
    if not answers.get("thought_seen"):
        return None
    return Thought(
        seen=answers["thought_seen"],
        mind=answers.get("thought_mind") or "",
        real=Real(answers["thought_real"]) if answers.get("thought_real") else None,
        belief=answers.get("thought_belief"),
        feeling=answers.get("thought_feeling"),
        evidence_for=answers.get("thought_for") or "",
        evidence_against=answers.get("thought_against") or "",
        other_view=answers.get("thought_other") or "",
        other_belief=answers.get("thought_other_belief"),
        pattern=answers.get("thought_pattern") or "",
    )


def money_from(answers: Mapping[str, Any]) -> MoneyRequest | None:
    """Return the request for money or things the answers tell of, if they do."""
    if not answers.get("money_what"):
        return None
    return MoneyRequest(
        what=answers["money_what"],
        who=answers["money_who"],
        did=Did(answers["money_did"]),
        known_for=answers.get("money_known_for") or "",
        amount=answers.get("money_amount") or "",
        feelings=answers.get("money_feelings") or "",
    )


def record_debrief(
    work: Work,
    case: Casefile,
    debrief: Debrief,
    answers: Mapping[str, Any],
    *,
    session: Kept[Session] | None = None,
) -> Kept[Debrief]:
    """Write the debrief, and the next session if one was planned.

    How sure the person was is taken from their sealed guess, which opens with this.
    Raises SessionChanged where `session` is no longer as it was read.
    """
    file = case.person.file
    if session:
        refuse_changed(work, case, session)
    ready = prepared_for(case, debrief)
    mine = ready.record.mine if ready else None
    if mine and debrief.belief_before is None and debrief.outcome.attended:
        debrief = replace(debrief, belief_before=mine.will_happen)
    kept = work.add(debrief, file=file, happened_at=debrief.at)
    if answers.get("next"):
        plan_session(work, case, debrief.step, answers["next"])
    work.clear_draft(file, "debrief")
    return kept


def refuse_changed(work: Work, case: Casefile, session: Kept[Session]) -> None:
    """Raise SessionChanged where a session was moved, taken away or debriefed."""
    standing = work.all(Session, record=session.id)
    done = {d.record.session for d in work.all(Debrief, file=case.person.file)}
    if not standing or standing[0].entry != session.entry or session.id in done:
        raise SessionChanged(case.label)
