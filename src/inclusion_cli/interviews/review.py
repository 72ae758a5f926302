"""What is asked at a step review, after the evidence and before the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import CHOICE_WORDS, SHORTEST_REASON
from inclusion_cli.domain.decision import Choice as Decided
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.moves import word_refuses
from inclusion_cli.domain.review import ReviewTable
from inclusion_cli.domain.review_choices import choices_at, clashes
from inclusion_cli.domain.values import YES_NO_NOT_SURE, Choice, at_least, words
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.days import day_ahead, next_session
from inclusion_cli.interviews.formulation_recheck import Looking, at_review, looking
from inclusion_cli.interviews.question import Answers, Form, Question, choose, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.standing import Standing


@dataclass(frozen=True)
class About:
    """What a review is about; empty for flags and `--questions`."""

    now: datetime
    name: str = say("the person")
    code: str = "CODE"
    choices: tuple[Choice, ...] = ()
    table: ReviewTable | None = None
    defaults: Defaults = SHIPPED
    looking: Looking | None = None

    @property
    def today(self) -> date:
        """Return the day of the review."""
        return self.now.date()


def about(
    case: Casefile, standing: Standing, table: ReviewTable, *, now: datetime
) -> About:
    """Return what the review of the step that is on is about."""
    step = standing.rung.step
    up, down = case.after(step), case.before(step)
    places = {
        Decided.PROGRESS: say(
            "go to step {number}: {title}",
            number=up.record.number,
            title=up.record.title,
        )
        if up
        else "",
        Decided.COMPLETE: say("this was the last step"),
        Decided.HOLD: say("stay on this step for now; this counts as an offer made"),
        Decided.PAUSE: say(
            "no sessions for now, and keep seeing {known_as}", known_as=case.known_as
        ),
        Decided.RESUME: say("go on with this step"),
        Decided.STEP_BACK: say(
            "go to step {number}: {title}",
            number=down.record.number,
            title=down.record.title,
        )
        if down
        else "",
        Decided.PERSON_STOPPED: say("no reason is needed"),
    }
    choices = tuple(
        Choice(choice.value, f"{CHOICE_WORDS[choice]}: {places[choice]}")
        for choice in choices_at(case, standing)
    )
    again = looking(case, now.date())
    name, code = case.known_as, case.person.record.code
    return About(now, name, code, choices, table, standing.defaults, again)


def form(case: Casefile, it: About) -> Form:
    """Return the review of one person's step."""
    return Form(
        name="review",
        title=say("Step review"),
        questions=lambda answers: questions(it, answers),
        header=say("{label}. What have you decided?", label=case.label),
        who=case.label,
    )


def decided(answers: Answers) -> Decided | None:
    """Return the choice made so far."""
    choice = answers.get("decision")
    return Decided(choice) if choice else None


def against(it: About, answers: Answers) -> tuple[str, ...]:
    """Return what the choice goes against."""
    choice, ready = decided(answers), answers.get("ready")
    if it.table is None or choice is None or not ready:
        return ()
    return clashes(it.table, choice, Word(ready))


def every_question() -> Iterator[Question]:
    """Return the questions of any review, for flags and for `--questions`."""
    return questions(About(datetime(2000, 1, 1).astimezone()), {})


def questions(it: About, answers: Answers) -> Iterator[Question]:
    """Return the questions of a review."""
    every = it.choices or tuple(Choice(c.value, CHOICE_WORDS[c]) for c in CHOICE_WORDS)
    yield choose(
        "ready",
        say("Does {name} feel ready for the next step?", name=it.name),
        say("Feels ready"),
        YES_NO_NOT_SURE,
        grave=True,
    )
    yield Question(
        "wish",
        say("What does {name} want to do? In their own words.", name=it.name),
        say("{name} wants", name=it.name),
        own=True,
    )
    yield choose(
        "decision",
        say("What have you and {name} decided?", name=it.name),
        say("Decision"),
        tuple(_as_it_stands(it, choice, answers) for choice in every),
        grave=True,
        constraint=lambda choice, a: _honours_a_no(it, choice, a),
    )
    yield from _reasons(it, answers)
    yield from _conditions(it)
    yield from at_review(it.looking or Looking(it.today, it.name))
    yield from _ahead(it, answers)


def _ahead(it: About, answers: Answers) -> Iterator[Question]:
    """Return what is asked of the days to come."""
    yield day_ahead(
        "look_again",
        say("On which day will you look at this again?"),
        say("Look again"),
        it.today,
        default=raw_of(it.today + timedelta(days=_days_until(it, answers))),
        relevant=_goes_on,
        asked=say("unless it is complete or the person stops"),
        constraint=lambda day, a: _looked_at(it, day, a),
    )
    yield next_session(
        it.now,
        lambda a: _goes_on(a) and decided(a) is not Decided.PAUSE,
        say("unless it is paused, complete or stopped"),
    )


def _reasons(it: About, answers: Answers) -> Iterator[Question]:
    clash = against(it, answers)
    yield Question(
        "why",
        say("Why is this right now?"),
        say("Why now"),
        at_least(SHORTEST_REASON) if clash else words,
        required=decided(answers) is not Decided.PERSON_STOPPED,
        before=lambda a: (*_stop_and_check(clash), *_faster(it, clash, a)),
    )
    yield Question(
        "agreed_with",
        say("Who agreed this with you?"),
        say("Agreed with"),
        required=decided(answers) is not Decided.PERSON_STOPPED,
    )


def _conditions(it: About) -> Iterator[Question]:
    careful = (Decided.PAUSE, Decided.STEP_BACK)
    yield Question(
        "least_change",
        say("What is the least you could change to keep {name} safe?", name=it.name),
        say("Least change"),
        relevant=lambda a: decided(a) in careful,
        asked=say("for a pause or a step back"),
    )
    yield Question(
        "resume_when",
        say("What has to be true to go on again?"),
        say("Go on again when"),
        relevant=lambda a: decided(a) is Decided.PAUSE,
        asked=say("for a pause"),
    )
    yield Question(
        "needs",
        say("What needs to be true to move on?"),
        say("To move on"),
        relevant=lambda a: decided(a) is Decided.HOLD,
        asked=say("for a hold"),
    )
    yield Question(
        "what_changed",
        say("What changed since the pause?"),
        say("What changed"),
        relevant=lambda a: _leaves_a_pause(it, a),
        asked=say("to resume, here or one step lower"),
    )


def _stop_and_check(clash: tuple[str, ...]) -> tuple[str, ...]:
    if not clash:
        return ()
    return (
        Heading(say("Stop and check")),
        say("This goes against what you agreed:"),
        *(f"  {line}" for line in clash),
        say("You can still do it. Say why; the reason is kept with the decision."),
    )


def _faster(it: About, clash: tuple[str, ...], answers: Answers) -> tuple[str, ...]:
    """Return the way to weigh it, where the person wants to go faster than agreed.

    That is no refusal: practice reference 2.3.
    """
    wants = answers.get("ready") == Word.YES.value
    if not (clash and wants and decided(answers) is Decided.PROGRESS):
        return ()
    return (
        say("{name} wants to go faster than agreed. To weigh it first:", name=it.name),
        say("press Ctrl+D, and type: inclusion decide-risk {code}", code=it.code),
    )


def _leaves_a_pause(it: About, answers: Answers) -> bool:
    """Say whether a pause ends: at the same step, or one lower."""
    paused = it.table is not None and it.table.paused
    choice = decided(answers)
    return choice is Decided.RESUME or (paused and choice is Decided.STEP_BACK)


def _honours_a_no(it: About, choice: str, answers: Answers) -> None:
    """Refuse to move on where the person says no; a reason is not enough for that."""
    ready = answers.get("ready")
    why = word_refuses(Decided(choice), Word(ready), it.name) if ready else ""
    if why:
        raise ValueError(why)


def _as_it_stands(it: About, choice: Choice, answers: Answers) -> Choice:
    """Return a choice, marked where the person's no stands against it."""
    ready = answers.get("ready")
    if not ready or not word_refuses(Decided(choice.key), Word(ready), it.name):
        return choice
    name = CHOICE_WORDS[Decided(choice.key)]
    waits = say("{choice}: waits, as {name} says no", choice=name, name=it.name)
    return Choice(choice.key, waits)


def _goes_on(answers: Answers) -> bool:
    return decided(answers) not in (Decided.COMPLETE, Decided.PERSON_STOPPED)


def _days_until(it: About, answers: Answers) -> int:
    if decided(answers) is Decided.PAUSE:
        return it.defaults.pause_look_again_days
    return it.defaults.review_look_again_days


def _looked_at(it: About, day: date, answers: Answers) -> None:
    """Refuse a day too far ahead; a pause must not become a ban (practice 2.3)."""
    if decided(answers) is Decided.PAUSE:
        checks.ahead(day, it.today, within=it.defaults.pause_look_again_days)
    else:
        checks.ahead(day, it.today)
