"""What is asked to mend a record: its own questions, with what stands, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.decision import Choice as Decided
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import at_least, words
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.plan_moves import away_questions
from inclusion_cli.interviews.question import Answers, Form, Question, raw_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.decision import Decision, Review
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Away, Plan
    from inclusion_cli.interviews.question import Raws

SHORTEST_REASON = 3
FORM = "amend"


def reason() -> Question:
    """Return the question every amendment ends with."""
    return Question(
        "reason",
        "Why does it change?",
        "Why",
        at_least(SHORTEST_REASON),
        hint="The first version stays readable, with your reason beside the new one.",
    )


def amending(form: Form, kept: Kept[Any]) -> Form:
    """Return a record's own form as one that mends it: what stands is known."""

    def questions(answers: Answers) -> Iterator[Question]:
        yield from (q for q in form.questions(answers) if q.key != "reason")
        yield reason()

    return Form(
        name=f"{FORM}:{kept.id}",
        title=f"Amend: {form.title}",
        questions=questions,
        version=form.version,
        header=form.header,
        who=form.who,
        save=f"save the change for {form.who}",
        intro=("Enter keeps a line. In the check page, a number changes one.",),
        known=form.known,
        usual=form.usual,
    )


def own_form(
    case: Casefile,
    title: str,
    known: Raws,
    questions: Callable[[Answers], Iterable[Question]],
) -> Form:
    """Return a form of its own for what is only ever amended."""
    return Form(
        name=FORM,
        title=title,
        questions=questions,
        header=f"{case.label}. {title}.",
        who=case.label,
        save=f"save for {case.label}",
        known=known,
    )


# --- the words of decisions, reviews and plans --------------------------------------


def review_form(case: Casefile, review: Review) -> Form:
    """Return what can be mended of a review: what the person wanted, in their words."""
    wish = Question("wish", f"What does {case.known_as} want? In their words.", "Wish")
    return own_form(case, "Step review", {"wish": review.wish}, lambda _a: (wish,))


_WORDS = {
    "why": "Why was it right?",
    "agreed_with": "Who agreed it with you?",
    "least_change": "What was the least you could change?",
    "resume_when": "What has to be true to go on again?",
    "needs": "What needs to be true to move on?",
    "what_changed": "What changed since the pause?",
}


def decision_form(case: Casefile, decision: Decision, today: date) -> Form:
    """Return what can be mended of a decision: its words, and when it is looked at."""
    told = {name: getattr(decision, name) for name in _WORDS}
    asked = {name: text for name, text in told.items() if text}
    known: dict[str, str | None] = dict(asked)
    if decision.look_again:
        known["look_again"] = raw_of(decision.look_again)

    def questions(_answers: Answers) -> Iterator[Question]:
        for name in asked:
            short = _WORDS[name].rstrip("?")
            yield Question(name, _WORDS[name], short, _parse(decision, name))
        if decision.look_again:
            yield Question(
                "look_again",
                "On which day will you look at this again?",
                "Look again",
                lambda raw: parse_day(raw, today=today, leaning=Leaning.AHEAD),
                "day",
                constraint=lambda day, _a: _not_later(decision, day, today),
            )

    return own_form(case, "Decision", known, questions)


def _parse(decision: Decision, name: str) -> Any:
    return at_least(20) if name == "why" and decision.overrides else words


def _not_later(decision: Decision, day: date, today: date) -> None:
    """Refuse to put a pause off; a pause must not become a ban (practice 2.3)."""
    if day == decision.look_again:
        return
    checks.ahead(day, today)
    paused = decision.choice is Decided.PAUSE
    if paused and decision.look_again and day > decision.look_again:
        raise ValueError("cannot be later: a review decides to pause for longer")


def plan_form(case: Casefile, plan: Plan) -> Form:
    """Return what can be mended of a plan: the goal, in the person's words."""
    goal = Question(
        "goal", f"What does {case.known_as} want to get to? In their own words.", "Goal"
    )
    return own_form(case, "Plan", {"goal": plan.goal}, lambda _a: (goal,))


def away_form(case: Casefile, away: Away, today: date) -> Form:
    """Return what is asked to mend days away."""
    known = {
        "kind": away.kind.value,
        "first": raw_of(away.first),
        "last": raw_of(away.last),
    }
    return own_form(case, "Days away", known, lambda _a: away_questions(today))
