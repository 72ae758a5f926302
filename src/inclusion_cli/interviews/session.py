"""What is asked to plan a session, to move one and to cancel one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.debrief import Outcome, Session
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.sessions import MOST_AT_ONCE, weekly
from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import NothingFound
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import AHEAD_HINT, day_ahead, time_ahead
from inclusion_cli.interviews.debrief import planned
from inclusion_cli.interviews.debrief_about import Planned
from inclusion_cli.interviews.debrief_choices import WHY_NOT, by_name
from inclusion_cli.interviews.filed_form import person_form
from inclusion_cli.interviews.own_words import what_they_said
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    raw_of,
    settled,
)
from inclusion_cli.interviews.which import which
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.plan import Step

BY_WHOM = tuple(
    choice
    for choice in WHY_NOT
    if Outcome(choice.key) not in (Outcome.NO_SHOW, Outcome.PAUSED_BY_PLAN)
)


class NoSession(NothingFound):
    """There is no session that could be moved or cancelled."""

    def __init__(self, label: str, code: str) -> None:
        super().__init__(say("No session is planned for {label}.", label=label))
        self.hint = say("To plan one, type: inclusion session plan {code}", code=code)


@dataclass(frozen=True)
class Planning:
    """What sessions are asked about: whose, now, and what is planned already."""

    now: datetime
    name: str = say("the person")
    usual: Planned = field(default_factory=Planned)
    sessions: tuple[Kept[Session], ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def taken(self) -> frozenset[datetime]:
        """Return the times that are planned already."""
        return frozenset(kept.record.at for kept in self.sessions)


def planning(
    case: Casefile, *, now: datetime, step: Kept[Step] | None = None
) -> Planning:
    """Return what sessions of a person are asked about."""
    open_ = [kept for kept in case.open_sessions() if case.step(kept.record.step)]
    steps = [case.step(kept.record.step) for kept in open_]
    return Planning(
        now,
        case.known_as,
        planned(case, step, None) if step else Planned(),
        tuple(open_),
        tuple(found.record.title for found in steps if found),
    )


def some_day() -> Planning:
    """Return what any session is asked about, for flags and for `--questions`."""
    return Planning(datetime(2000, 1, 1).astimezone())


def plan_form(case: Casefile, step: Kept[Step], it: Planning) -> Form:
    """Return what is asked to plan sessions of the step that is on."""
    header = say(
        "Plan a session. Step {number}: {title}.",
        number=step.record.number,
        title=step.record.title,
    )
    return person_form(
        case, "session_plan", say("A session"), lambda _a: plan_questions(it), header
    )


def plan_questions(it: Planning) -> Iterator[Question]:
    """Return the questions of a session that is planned."""
    yield _when(it, "when", say("When is it?"), say("When"))
    yield from _as_usual(it)
    yield day_ahead(
        "until",
        say("The same each week until which day?"),
        say("Last week"),
        it.now.date(),
        hint=say("For example: 15 December. Enter plans this one alone."),
        required=False,
        skips=say("Enter plans this one alone."),
        constraint=_within_reach,
    )


def _as_usual(it: Planning) -> Iterator[Question]:
    rows = {
        "place": (say("Where?"), say("Where"), it.usual.place),
        "company": (say("Who goes along?"), say("Company"), it.usual.company),
        "travel": (
            say("How do they get there and back?"),
            say("Travel"),
            it.usual.travel,
        ),
    }
    for key, (label, short, usual) in rows.items():
        yield Question(
            key,
            label,
            short,
            no_secrets,
            default=usual,
            required=False,
            carry=True,
        )


def _within_reach(until: date, answers: Answers) -> None:
    first: datetime | None = answers.get("when")
    if first is None:
        return
    if until <= first.date():
        raise ValueError(say("The last week must be after the first session"))
    end = datetime.combine(until, time()).astimezone()
    many = len(weekly(first, end))
    if many > MOST_AT_ONCE:
        raise ValueError(
            say(
                "That gives {many} sessions. Choose a day that gives "
                "{most_at_once} at most",
                many=many,
                most_at_once=MOST_AT_ONCE,
            )
        )


def _when(it: Planning, key: str, label: str, short: str, **more: Any) -> Question:
    return time_ahead(
        key,
        label,
        short,
        it.now,
        hint=AHEAD_HINT,
        constraint=lambda at, _a: _is_free(it, at),
        **more,
    )


def _is_free(it: Planning, at: datetime) -> None:
    checks.is_to_come(at, it.now)
    if at in it.taken:
        raise ValueError(
            say("is that of a session that is planned already. Type another")
        )


def cancel_form(case: Casefile, it: Planning) -> Form:
    """Return what is asked to cancel a session."""
    _refuse_none(case, it)
    return person_form(
        case,
        "session_cancel",
        say("A cancelled session"),
        lambda _a: cancel_questions(it),
        say("Cancel a session."),
    )


def cancel_questions(it: Planning) -> Iterator[Question]:
    """Return the questions of a session that is cancelled, and by whom."""
    yield which_session(it)
    yield choose(
        "by",
        say("Why does it not go ahead?"),
        say("Why"),
        by_name(BY_WHOM, it.name),
        grave=True,
    )
    yield what_they_said(
        it.name,
        skips=say("Enter skips: no reason is needed."),
    )
    yield _when(
        it, "next", say("Is there a new time?"), say("New time"), required=False
    )
    yield Question(
        "note",
        say("Anything to remember?"),
        say("Note"),
        no_secrets,
        required=False,
        extra=True,
    )


def move_form(case: Casefile, it: Planning) -> Form:
    """Return what is asked to move a session to another time."""
    _refuse_none(case, it)
    return person_form(
        case,
        "session_move",
        say("A moved session"),
        lambda _a: move_questions(it),
        say("Move a session to another time."),
    )


def move_questions(it: Planning) -> Iterator[Question]:
    """Return the questions of a session that is moved."""
    yield which_session(it)
    yield _when(it, "when", say("When is it now?"), say("New time"))
    yield Question(
        "reason",
        say("Why does it move?"),
        say("Why it moves"),
        no_secrets,
        required=False,
    )


def _refuse_none(case: Casefile, it: Planning) -> None:
    if not it.sessions:
        raise NoSession(case.label, case.person.record.code)


def which_session(it: Planning) -> Question:
    """Return the question which session; a script need not say it where one is."""
    titles = {
        kept.id: title for kept, title in zip(it.sessions, it.titles, strict=True)
    }

    def says(kept: Kept[Session]) -> str:
        return f"{say_when(kept.record.at, today=it.now.date())}, {titles[kept.id]}"

    asked = which(
        say("Which session?"),
        say("Session"),
        it.sessions,
        says,
        key="session",
        nobody=Choice("session-id", say("A planned session")),
    )
    return replace(asked, grave=True)


# --- a session that is mended --------------------------------------------------------


def amend_form(case: Casefile, kept: Kept[Session], *, now: datetime) -> Form:
    """Return a planned session that is mended: all it stands for is known."""
    step = case.step(kept.record.step)
    assert step is not None, "a session has its step"
    it = planning(case, now=now, step=step)
    made = plan_form(case, step, it)
    asked = replace(made, questions=lambda _a: _mended(it))
    return settled(replace(asked, known=given_by(kept.record, it.usual)))


def _mended(it: Planning) -> Iterator[Question]:
    when = _when(it, "when", say("When is it?"), say("When"))
    yield replace(when, constraint=lambda at, _a: checks.near(at.date(), it.now.date()))
    yield from _as_usual(it)


def given_by(session: Session, usual: Planned) -> dict[str, str | None]:
    """Return what would be typed to make this session."""
    return {
        "when": raw_of(session.at),
        "place": session.place or usual.place or None,
        "company": session.company or usual.company or None,
        "travel": session.travel or usual.travel or None,
    }
