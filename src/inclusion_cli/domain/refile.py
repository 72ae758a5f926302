"""What becomes of a record that is moved from the wrong person to the right one.

Its words go along unchanged. What tied it to the wrong person's own things, such as
their step, their card's signs or their fear, is tied to the right person's, or left
behind and said so.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.concern import SafeguardingConcern
from inclusion_cli.domain.debrief import Debrief, Session, SignSeen, Tried
from inclusion_cli.domain.disclosure import Disclosure, Rests
from inclusion_cli.domain.event_plan import EventPlan, Reduction
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.incident import Incident
from inclusion_cli.domain.money_agreed import MoneyCheck
from inclusion_cli.domain.observation import Observation
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.reply import Reply
from inclusion_cli.domain.restriction import Restriction
from inclusion_cli.domain.risk_decision import RiskDecision
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

MOVABLE = frozenset(
    {
        "agreement",
        "away",
        "card",
        "concern",
        "consent",
        "debrief",
        "disclosure",
        "event_plan",
        "formulation",
        "incident",
        "measure",
        "money_check",
        "observation",
        "preparation",
        "reduction",
        "rehearsal",
        "reply",
        "restriction",
        "risk_decision",
        "session",
    }
)
OF_A_STEP = frozenset(("debrief", "preparation", "reduction", "session"))
ONE_EACH = frozenset(("card", "formulation"))
RESTED_ON = frozenset(("consent", "restriction", "risk_decision", "session", *ONE_EACH))
"""What does not move while something in the wrong file names it."""


@record
class Moved:
    """A record as it stands in the right file, and what stayed behind, in words."""

    record: Any
    left: tuple[str, ...] = ()


def steps_then(case: Casefile, day: date) -> tuple[Kept[Step], ...]:
    """Return the steps of a ladder that had been started by a day, the newest first."""
    begun = {
        d.record.to_step: min(
            other.record.on
            for other in case.decisions
            if other.record.to_step == d.record.to_step
        )
        for d in case.decisions
        if d.record.to_step
    }
    found = [step for step in case.steps if begun.get(step.id, date.max) <= day]
    return tuple(sorted(found, key=lambda step: begun[step.id], reverse=True))


def moved(
    kept: Kept[Any], wrong: Casefile, right: Casefile, step: Kept[Step] | None
) -> Moved:
    """Return a record as it is in the file of the right person."""
    said = kept.record
    match said:
        case Debrief() if step:
            return _debrief(said, wrong, right, step)
        case Preparation() if step:
            return _preparation(said, wrong, right, step)
        case Session() if step:
            said = replace(said, step=step.id)
        case Observation():
            said = replace(said, signs=_signs(said.signs, right))
        case Restriction():
            return _restriction(said, wrong, right)
        case RiskDecision():
            return _risk_decision(said, wrong, right)
        case Card() | Formulation():
            said = replace(said, version=1)
        case _:
            return _alone(said, step)
    return Moved(said)


def _alone(said: Any, step: Kept[Step] | None) -> Moved:
    """Return a record without what tied it to others in the wrong file."""
    match said:
        case Reply() if said.about_id:
            left = say("what it was about ({about})", about=said.about)
            return Moved(replace(said, about="", about_id=""), (left,))
        case Reduction() | EventPlan() | MoneyCheck():
            return _of_safety(said, step)
        case Incident() | SafeguardingConcern():
            return _untied(said)
        case Disclosure() if said.rests is Rests.CONSENT or said.paper:
            left = say("the consent and the paper it rests on")
            return Moved(replace(said, consent="", paper="", incident=""), (left,))
    return Moved(said)


TIES = {
    "session": say("the session it was in"),
    "debrief": say("the debrief it was told in"),
    "concern": say("the concern that came of it"),
    "incident": say("the incident it came from"),
}


def _untied(said: Incident | SafeguardingConcern) -> Moved:
    """Return an incident or a concern without what it names in the wrong file."""
    tied = [key for key in TIES if getattr(said, key, "")]
    gone: dict[str, Any] = dict.fromkeys(tied, "")
    return Moved(replace(said, **gone), tuple(TIES[key] for key in tied))


def _of_safety(
    said: Reduction | EventPlan | MoneyCheck, step: Kept[Step] | None
) -> Moved:
    """Return a reduction, an evening or a look without what was the wrong person's."""
    match said:
        case Reduction():
            left = (say("what led to it"),) if said.because else ()
            own = step.id if step else ""
            return Moved(replace(said, step=own, because=()), left)
        case EventPlan() if said.step or said.session:
            left = (say("the step and the session it was for"),)
            return Moved(replace(said, step="", session=""), left)
        case MoneyCheck() if said.consent:
            left = (say("the consent it was done under"),)
            return Moved(replace(said, consent=""), left)
    return Moved(said)


def _restriction(said: Restriction, wrong: Casefile, right: Casefile) -> Moved:
    """Return a limit for the right person's situation of the same words, or none."""
    trigger = _own_situation(said.trigger, wrong, right)
    left = (say("the situation it answers"),) if said.trigger and not trigger else ()
    return Moved(replace(said, trigger=trigger, control=""), left)


def _risk_decision(said: RiskDecision, wrong: Casefile, right: Casefile) -> Moved:
    """Return a decision whose safeguards are for the right person's situations."""
    kept = tuple(
        replace(one, trigger=_own_situation(one.trigger, wrong, right))
        for one in said.safeguards
    )
    lost = any(
        one.trigger and not new.trigger
        for one, new in zip(said.safeguards, kept, strict=True)
    )
    left = (say("the situation that something is done for"),) if lost else ()
    return Moved(replace(said, safeguards=kept, step=""), left)


def _own_situation(trigger: str, wrong: Casefile, right: Casefile) -> str:
    """Return the id of the right person's situation in the same words, "" for none."""
    theirs = _situations(wrong).get(trigger, "")
    own = {folded(text): key for key, text in _situations(right).items()}
    return own.get(folded(theirs), "") if theirs else ""


def _situations(case: Casefile) -> dict[str, str]:
    triggers = case.formulation.record.triggers if case.formulation else ()
    return {trigger.id: trigger.situation for trigger in triggers}


def _debrief(
    said: Debrief, wrong: Casefile, right: Casefile, step: Kept[Step]
) -> Moved:
    before = wrong.step(said.step)
    same_fear = before is not None and folded(before.record.fear) == folded(
        step.record.fear
    )
    left = {
        "what they do to feel safe": bool(said.behaviours),
        "the limits of the step": bool(said.limits),
        "whether what was feared happened": not same_fear and _about_fear(said),
    }
    feared: dict[str, Any] = {"feared": None, "belief_before": None}
    return Moved(
        replace(
            said,
            step=step.id,
            session=_session(right, step, said),
            signs=None if said.signs is None else _signs(said.signs, right),
            tried=tuple(Tried(one.text, "", one.helped) for one in said.tried),
            behaviours=None if said.behaviours else said.behaviours,
            limits=None if said.limits else said.limits,
            **({} if same_fear else {**feared, "belief_after": None}),
        ),
        tuple(words for words, gone in left.items() if gone),
    )


def _about_fear(said: Debrief) -> bool:
    told = (said.feared, said.belief_before, said.belief_after)
    return any(value is not None for value in told)


def _preparation(
    said: Preparation, wrong: Casefile, right: Casefile, step: Kept[Step]
) -> Moved:
    signs = said.signs
    if signs:
        texts = {s.id: s.text for _stage, s in _card_signs(wrong)}
        own = {folded(s.text): s.id for _stage, s in _card_signs(right)}
        there = [own.get(folded(texts.get(one, ""))) for one in signs]
        signs = tuple(one for one in there if one) if all(there) else None
    left = (say("the signs that were seen"),) if said.signs and not signs else ()
    session = _session(right, step, said)
    return Moved(replace(said, step=step.id, session=session, signs=signs), left)


def _session(
    right: Casefile, step: Kept[Step], said: Debrief | Preparation
) -> str | None:
    """Return the right person's open session of that step and time, if there is one."""
    for session in right.open_sessions():
        if session.record.step == step.id and session.record.at == said.at:
            return session.id
    return None


def _signs(signs: Iterable[SignSeen], right: Casefile) -> tuple[SignSeen, ...]:
    """Return signs as they stand on the right card, or in words where they do not."""
    own = {folded(sign.text): (stage, sign) for stage, sign in _card_signs(right)}
    return tuple(_sign(seen, own.get(folded(seen.text))) for seen in signs)


def _sign(seen: SignSeen, there: Any) -> SignSeen:
    if there is None:
        return SignSeen("", seen.text, seen.stage)
    stage, sign = there
    return SignSeen(sign.id, seen.text, stage.number)


def _card_signs(case: Casefile) -> Iterator[Any]:
    return iter(case.card.record.signs() if case.card else ())
