"""What is asked after a session: about seven short questions, more when needed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.debrief import Session, SignSeen
from inclusion_cli.interviews import debrief_parts as parts
from inclusion_cli.interviews.debrief_about import About
from inclusion_cli.interviews.question import Answers, Form, Question, raw_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step


def about(
    case: Casefile,
    step: Kept[Step],
    session: Kept[Session] | None,
    *,
    now: datetime,
    ask_ready: bool,
) -> About:
    """Return what a debrief of this session is about."""
    signs = case.card.record.signs() if case.card else ()
    return About(
        now=now,
        name=case.known_as,
        step=step,
        session=session,
        signs=tuple(SignSeen(sign.id, sign.text, st.number) for st, sign in signs),
        ask_ready=ask_ready,
        began=_began(case, step),
        recorded=frozenset(kept.record.at for kept in case.debriefs),
        next_planned=any(s.record.at > now for s in case.open_sessions()),
    )


def _began(case: Casefile, step: Kept[Step]) -> date | None:
    """Return the day the step was first on."""
    days = (d.record.on for d in case.decisions if d.record.to_step == step.id)
    return min(days, default=None)


def form(case: Casefile, about_it: About) -> Form:
    """Return the debrief of one session of one person."""
    step = about_it.step.record if about_it.step else None
    place = f" Step {step.number} of {len(case.steps)}: {step.title}." if step else ""
    if about_it.session:
        place += f" {say_when(about_it.session.record.at, today=about_it.now.date())}."
    return Form(
        name="debrief",
        title="Debrief",
        questions=lambda answers: questions(about_it, answers),
        header=f"{case.label}.{place}",
        who=case.label,
        save=f"save for {case.label}",
        known=_known(about_it),
        usual={"how": "stayed", "since": "0"},
    )


def _known(about_it: About) -> dict[str, str | None]:
    """Return what is known before anything is asked: when the session was planned."""
    session = about_it.session
    return {"when": raw_of(session.record.at)} if session else {}


def every_question() -> Iterator[Question]:
    """Return the questions of any debrief, for flags and for `--questions`."""
    return questions(About(datetime(2000, 1, 1).astimezone()), {})


def questions(it: About, answers: Answers) -> Iterator[Question]:
    """Return what is asked of a debrief."""
    yield from parts.facts(it)
    yield from parts.worry(it)
    yield from parts.signs(it, answers)
    yield from parts.since(it)
    yield from parts.voice(it)
    yield from parts.more(it)
