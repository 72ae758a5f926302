"""The forms that open a record again, of the kinds that have no other form for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.decision import SHORTEST_REASON, Choice, Decision, Review
from inclusion_cli.domain.plan import BASELINE_DAYS, Away, Plan
from inclusion_cli.domain.values import YES, YES_NO, at_least, whole
from inclusion_cli.interviews import checks, plan_moves
from inclusion_cli.interviews import person as people
from inclusion_cli.interviews import review as reviews
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import Form, Question, choose, rate, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import People, Person
    from inclusion_cli.interviews.question import Answers, Raws

WORDS_OF_A_DECISION = (
    *("why", "agreed_with", "least_change", "resume_when", "needs"),
    *("what_changed", "look_again"),
)
"""What may be mended of a decision: never the choice, never the evidence."""


def _form(name: str, questions: tuple[Question, ...], known: Raws) -> Form:
    return Form(name, name, lambda _answers: questions, known=known)


def away_form(away: Away, today: date) -> Form:
    """Return days away, opened again."""
    known = {
        "kind": away.kind.value,
        "first": raw_of(away.first),
        "last": raw_of(away.last),
    }
    return _form("away", tuple(plan_moves.away_questions(today)), known)


# --- a person -----------------------------------------------------------------------


def person_form(kept: Kept[Person], everybody: People, today: date) -> Form:
    """Return a person's name and file, opened again."""
    others = tuple(other for other in everybody if other.file != kept.file)
    person = kept.record
    known = {"name": person.name, "known_as": person.known_as}
    questions = tuple(people.edit_questions(kept, others))
    if person.closed_on:
        known |= {
            "closed": YES,
            "closed_on": raw_of(person.closed_on),
            "because": person.closed_because,
        }
        questions += tuple(closed_questions(today))
    return _form("person", questions, known)


def closed_questions(today: date) -> Iterator[Question]:
    """Return the questions of a closed file that may be open after all."""

    def closed(answers: Answers) -> bool:
        return answers.get("closed") == YES

    asked = say("when the file is closed")
    yield choose(
        "closed", say("Is the file closed?"), say("Closed"), YES_NO, asked=asked
    )
    yield day_been(
        "closed_on",
        say("On which day did support end?"),
        say("Last day"),
        today,
        relevant=closed,
        asked=asked,
    )
    yield choose(
        "because",
        say("Why did it end?"),
        say("Why it ended"),
        people.REASONS,
        relevant=closed,
        asked=asked,
    )


# --- a plan -------------------------------------------------------------------------


def plan_form(case: Casefile, plan: Plan) -> Form:
    """Return a plan, opened again."""
    known = {
        "goal": plan.goal,
        "baseline_contacts": _raw(plan.baseline_contacts),
        "goal_rating": _raw(plan.goal_rating),
        "oversight": plan.oversight or None,
        "pace_agreed_with": plan.pace_agreed_with or None,
    }
    return _form("plan", tuple(plan_questions(case.known_as)), known)


def plan_questions(name: str) -> Iterator[Question]:
    """Return the questions of a plan."""
    yield Question(
        "goal",
        say("What does {name} want to get to? In their own words.", name=name),
        say("Goal"),
    )
    yield Question(
        "baseline_contacts",
        say(
            "How many crisis calls in the {part} weeks before the plan?",
            part=BASELINE_DAYS // 7,
        ),
        say("Crisis calls before"),
        whole(0, 500),
        "number",
        required=False,
    )
    yield rate(
        "goal_rating",
        say("How near does {name} feel to it, 0 to 10?", name=name),
        say("How near"),
        required=False,
    )
    yield Question(
        "oversight",
        say("Who oversees the work clinically?"),
        say("Clinical oversight"),
        required=False,
    )
    yield Question(
        "pace_agreed_with",
        say("Who agreed the pace?"),
        say("Pace agreed with"),
        required=False,
    )


def _raw(value: int | None) -> str | None:
    return None if value is None else raw_of(value)


# --- a decision, and the review it rests on -----------------------------------------


def decision_form(decision: Decision, now: datetime) -> Form:
    """Return the words of a decision, opened again."""
    known = {
        key: raw_of(value) if (value := getattr(decision, key)) else None
        for key in WORDS_OF_A_DECISION
    }
    return _form("decision", tuple(decision_questions(decision, now)), known)


def decision_questions(decision: Decision, now: datetime) -> Iterator[Question]:
    """Return what may be mended of a decision."""
    fixed = {"decision": decision.choice.value}
    stops = decision.choice.value in ("start", "person_stopped")
    for question in reviews.questions(reviews.About(now), fixed):
        if question.key not in WORDS_OF_A_DECISION or not question.relevant(fixed):
            continue
        if stops and question.key not in ("why", "agreed_with"):
            continue
        yield _of_decision(question, decision, fixed, now.date())


def _of_decision(
    question: Question, decision: Decision, fixed: dict[str, str], today: date
) -> Question:
    """Return a question of a review as it is asked of one decision."""
    needed = bool(getattr(decision, question.key))
    asks = question.constraint
    mended = replace(
        question,
        relevant=lambda _answers: True,
        required=needed,
        default="",
        constraint=lambda value, _answers: asks(value, fixed),
    )
    if question.key == "look_again":
        return replace(mended, constraint=lambda day, _a: _moved(decision, day, today))
    if question.key == "why" and decision.overrides:
        return replace(mended, parse=at_least(SHORTEST_REASON))
    return mended


def _moved(decision: Decision, day: date, today: date) -> None:
    """Refuse to put a pause off; a pause must not become a ban (practice 2.3)."""
    checks.ahead(day, today)
    stood = decision.look_again
    if decision.choice is Choice.PAUSE and stood and day > stood:
        raise ValueError(say("cannot be later: a review decides to pause for longer"))


def review_form(review: Review, name: str, now: datetime) -> Form:
    """Return the words of a review, opened again: the evidence is never changed."""
    about = reviews.About(now, name)
    asked = tuple(q for q in reviews.questions(about, {}) if q.key == "wish")
    return _form("review", asked, {"wish": review.wish})


def every_question(now: datetime) -> Iterator[Question]:
    """Return the questions of all these forms, for flags and for `--questions`."""
    yield from plan_moves.away_questions(now.date())
    yield from people.edit_questions(None, ())
    yield from closed_questions(now.date())
    yield from plan_questions(say("the person"))
    yield from reviews.every_question()
