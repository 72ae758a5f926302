"""What is gone through in two minutes before a session. Practice reference 4.1."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.debrief import Session, SignSeen
from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.needs import needed_answers
from inclusion_cli.domain.own_card import signs_on
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.sleep import say_minutes, slept
from inclusion_cli.domain.values import YES_NO, Choice, counted, whole
from inclusion_cli.interviews.debrief import planned
from inclusion_cli.interviews.debrief_about import Planned
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    rate,
    raw_of,
    settled,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.prepare import Preparation

A_DASH = "A dash if it was not asked."
GOING = "when the plan is still wanted"
WANTED = (
    Choice("yes", "Yes"),
    Choice("change", "Yes, with a change"),
    Choice("no", "No, not today"),
)
MONEY_KINDS = (TriggerKind.MONEY_PRESSURE, TriggerKind.SUBSTANCE_SETTING)


@dataclass(frozen=True)
class Ahead:
    """What is prepared: whose, which step and session, and what it needs asked."""

    now: datetime
    name: str = "the person"
    step: Kept[Step] | None = None
    session: Kept[Session] | None = None
    signs: tuple[SignSeen, ...] = ()
    planned: Planned = field(default_factory=Planned)
    craving: bool = False
    money: bool = False

    @property
    def fear(self) -> str:
        """Return what is feared, "" for nothing."""
        return self.step.record.fear if self.step else "the feared thing"


def ahead(
    case: Casefile, step: Kept[Step], session: Kept[Session] | None, *, now: datetime
) -> Ahead:
    """Return what is prepared."""
    met = step.record.triggers
    triggers = case.formulation.record.triggers if case.formulation else ()
    kinds = {trigger.kind for trigger in triggers if trigger.id in met}
    needed = needed_answers(step.record)
    return Ahead(
        now=now,
        name=case.known_as,
        step=step,
        session=session,
        signs=signs_on(case.card.record if case.card else None),
        planned=planned(case, step, session),
        craving="craving" in needed or TriggerKind.SUBSTANCE_SETTING in kinds,
        money=bool(kinds & set(MONEY_KINDS)) or bool(step.record.limits),
    )


def next_session(
    case: Casefile, step: Kept[Step], *, now: datetime
) -> Kept[Session] | None:
    """Return the session to get ready for: today's, the next to come before the last.

    None where none of the step is planned today: then it is for one not planned here.
    """
    today = [
        session
        for session in case.open_sessions()
        if session.record.step == step.id and session.on == now.date()
    ]
    to_come = [session for session in today if session.record.at >= now]
    return next(iter(to_come or today), None)


def drafted(
    case: Casefile, about: Mapping[str, str]
) -> tuple[Kept[Step], Kept[Session] | None] | None:
    """Return what a draft is about, as far as it still stands."""
    step = case.step(about.get("step", ""))
    wanted = about.get("session")
    session = next((s for s in case.open_sessions() if s.id == wanted), None)
    return (step, session) if step else None


def form(case: Casefile, it: Ahead) -> Form:
    """Return the check before a session; what was agreed stands above it."""
    step = it.step.record if it.step else None
    which = f" Step {step.number}: {step.title}." if step else ""
    return Form(
        name="preparation",
        title="Before the session",
        questions=lambda _answers: questions(it),
        header=f"{case.label}. Before the session.{which}",
        who=case.label,
        save=f"save for {case.label}",
        intro=tuple(_intro(it)),
        usual={"wanted": "yes"},
    )


def _intro(it: Ahead) -> Iterator[str]:
    """Return the step as it was agreed, to go through together."""
    if it.step is None:
        return
    step, at = it.step.record, it.session.record.at if it.session else None
    when = ""
    if at:
        day = say_near(at.date(), today=it.now.date())
        when = f"{day[0].upper()}{day[1:]} {say_time(at)}. "
    minutes = counted(step.minutes, "minute")
    yield f"{when}{it.planned.place}, {minutes}, {it.planned.company}."
    rule = step.agreed.stability
    parts = rule.parts if rule.name == "all_of" else (rule,)
    yield "To move on:"
    yield from (f"  {part.words()}" for part in parts)
    if step.limits:
        yield f"Limits: {'; '.join(limit.text for limit in step.limits)}."
    if it.planned.travel:
        yield f"There and back: {it.planned.travel}"
    if step.exit_words:
        yield f'To leave, {it.name} says: "{step.exit_words}"'


def every_question() -> Iterator[Question]:
    """Return the questions of any preparation, for flags and for `--questions`."""
    return questions(Ahead(datetime(2000, 1, 1).astimezone()))


def goes(answers: Answers) -> bool:
    """Say whether the plan is still wanted, as it is or with a change."""
    return answers.get("wanted") in ("yes", "change")


def questions(it: Ahead) -> Iterator[Question]:
    """Return what is asked before a session."""
    on: dict[str, Any] = {"relevant": goes, "asked": GOING, "required": False}
    yield choose(
        "wanted",
        f"Does {it.name} still want this?",
        "Wish for today",
        WANTED,
        grave=True,
    )
    yield Question(
        "change",
        "What should change?",
        "The change",
        no_secrets,
        relevant=lambda a: a.get("wanted") == "change",
        asked="when something is to change",
    )
    yield rate(
        "worry_now",
        f"{it.name}'s own worry now, 0 to 10",
        "Worry now",
        hint=A_DASH,
        **on,
    )
    yield from _guess_of_person(it)
    yield choose_some(
        "signs",
        "Which signs are there today?",
        "Signs today",
        tuple(Choice(sign.id, sign.text) for sign in it.signs)
        or (Choice("sign-id", "A sign of the card"),),
        relevant=lambda a: goes(a) and bool(it.signs),
        asked="when there is a card",
    )
    yield Question(
        "minutes_slept",
        f"How long did {it.name} sleep last night?",
        "Sleep",
        slept,
        "hours",
        hint=f"For example: 6, 6:30, 4 hours. {A_DASH}",
        explicit=True,
        **on,
    )
    yield from _plans(it, on)
    yield from _guess_of_worker(it)


def _guess_of_person(it: Ahead) -> Iterator[Question]:
    """Return what the person expects, sealed until the debrief."""
    on: dict[str, Any] = {"asked": GOING, "required": False, "sealed": True}
    yield Question(
        "my_sure",
        f'How sure is {it.name} that it happens: "{it.fear}"? 0 to 100',
        f"{it.name}'s belief",
        whole(0, 100),
        "number",
        hint=f"0 is not at all, 100 is quite sure. {A_DASH}",
        explicit=True,
        relevant=lambda a: goes(a) and bool(it.fear),
        **on,
    )
    yield rate(
        "my_peak",
        f"What does {it.name} think worry will be at its worst, 0 to 10?",
        f"{it.name}'s guess",
        hint=f"Sealed until the debrief. {A_DASH}",
        relevant=goes,
        **on,
    )


def _guess_of_worker(it: Ahead) -> Iterator[Question]:
    """Return what the worker expects, sealed until the debrief."""
    on: dict[str, Any] = {
        "asked": GOING,
        "required": False,
        "sealed": True,
        "relevant": goes,
    }
    yield choose(
        "worker_going",
        f"For you alone, sealed: will {it.name} go?",
        "Your guess: going",
        YES_NO,
        explicit=True,
        **on,
    )
    yield rate(
        "worker_peak",
        "For you alone, sealed: worry at its worst, 0 to 10?",
        "Your guess: worry",
        hint=f"Sealed until the debrief. {A_DASH}",
        **on,
    )


def _plans(it: Ahead, on: dict[str, Any]) -> Iterator[Question]:
    step = it.step.record if it.step else None
    yield rate(
        "craving",
        f"{it.name}'s own craving now, 0 to 10",
        "Craving",
        hint=A_DASH,
        extra=not it.craving,
        **on,
    )
    yield Question(
        "money_plan",
        "What money and cards go along, and what stays?",
        "Money plan",
        no_secrets,
        extra=not it.money,
        **on,
    )
    yield Question(
        "behaviours",
        "What is kept, done less or left out today, of what feels safe?",
        "Safety plan",
        no_secrets,
        extra=not (step and step.behaviours),
        hint="; ".join(one.text for one in step.behaviours) if step else "",
        **on,
    )
    yield choose(
        "contact_tested",
        "Was the contact number tried, and did it work?",
        "Contact test",
        YES_NO,
        explicit=True,
        **on,
    )
    labels = {
        "travel": ("How do they get there and back?", "Travel", it.planned.travel),
        "exit_words": (
            f"What does {it.name} say to leave?",
            "Words to leave",
            step.exit_words if step else "",
        ),
    }
    for key, (label, short, usual) in labels.items():
        yield Question(
            key, label, short, no_secrets, default=usual, carry=True, extra=True, **on
        )


# --- a preparation that is mended ----------------------------------------------------


def amend_form(case: Casefile, kept: Kept[Preparation], *, now: datetime) -> Form:
    """Return a preparation that is mended: what it stands for is known, guesses not."""
    it = amend_about(case, kept, now=now)
    made = replace(form(case, it), questions=lambda _answers: _mended(it))
    return settled(replace(made, known=given_by(kept.record)))


def _mended(it: Ahead) -> Iterator[Question]:
    """Return what can be mended: all but the guesses, which stay as they were."""
    return (question for question in questions(it) if not question.sealed)


def amend_about(case: Casefile, kept: Kept[Preparation], *, now: datetime) -> Ahead:
    """Return what a preparation that is mended is about."""
    step = case.step(kept.record.step)
    assert step is not None, "a preparation has its step"
    session = next((s for s in case.sessions if s.id == kept.record.session), None)
    return ahead(case, step, session, now=now)


def given_by(ready: Preparation) -> dict[str, str | None]:
    """Return what would be typed to make this preparation, without its guesses."""
    given: dict[str, str | None] = {"wanted": ready.wanted.value}
    told = {
        "change": ready.change,
        "worry_now": ready.worry_now,
        "craving": ready.craving,
        "money_plan": ready.money_plan,
        "behaviours": ready.behaviours,
        "travel": ready.travel,
        "exit_words": ready.exit_words,
    }
    given |= {key: str(v) for key, v in told.items() if v is not None and v != ""}
    if ready.minutes_slept is not None:
        given["minutes_slept"] = say_minutes(ready.minutes_slept)
    if ready.signs is not None:
        given["signs"] = raw_of(ready.signs)
    if ready.contact_tested is not None:
        given["contact_tested"] = "yes" if ready.contact_tested else "no"
    return given
