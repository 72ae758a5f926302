"""What is asked at a look at a limit. Lifting it is what is expected.

Keeping it needs something new since the last look: practice reference 7 (3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation_copy import similarity
from inclusion_cli.domain.liberty import advice_waits
from inclusion_cli.domain.registered import Registered
from inclusion_cli.domain.restriction import VERDICTS, Verdict
from inclusion_cli.domain.restriction_grounds import SAME, refused
from inclusion_cli.domain.restriction_lines import LimitLine, limit_line
from inclusion_cli.domain.staffing import STAFFING_SAYS, is_tied_to_staffing
from inclusion_cli.domain.values import YES, YES_NO_NOT_SURE, at_least
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import Answers, Form, Question, choose
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

SHORTEST_EVIDENCE = 20
"""Letters: what is new since last time is told, not named."""


@dataclass(frozen=True)
class Looking:
    """Which limit is looked at; empty for flags and `--questions`."""

    today: date
    name: str = say("the person")
    one: Registered | None = None
    line: LimitLine | None = None

    @property
    def last(self) -> date | None:
        """Return the day of the last look, or the day it was placed."""
        if self.one is None:
            return None
        looks = self.one.reviews
        return looks[-1].record.on if looks else self.one.began

    @property
    def unsigned(self) -> bool:
        """Say whether its grounds were never asked."""
        return self.one is not None and "unsigned" in self.one.problems


def looking(case: Casefile, one: Registered, *, today: date) -> Looking:
    """Return a look at one limit of a person."""
    return Looking(today, case.known_as, one, limit_line(case, one, on=today))


def review_form(case: Casefile, it: Looking, code: str) -> Form:
    """Return a look at one limit."""
    what = it.one.what if it.one else ""
    return Form(
        name="restriction_review",
        title=say("A look at a limit"),
        questions=lambda answers: review_questions(it, answers, code=code),
        header=say("{label}. A look at: {what}", label=case.label, what=what),
        who=case.label,
    )


def lift_form(case: Casefile, it: Looking) -> Form:
    """Return what is asked to lift a limit: no reason is needed."""
    what = it.one.what if it.one else ""
    return Form(
        name="restriction_lift",
        title=say("Lift a limit"),
        questions=lambda _answers: lift_questions(it),
        header=say("{label}. Lift: {what}", label=case.label, what=what),
        who=case.label,
        save=say("lift for {label}", label=case.label),
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any look, for flags and for `--questions`."""
    return review_questions(Looking(date(2000, 1, 1)), {})


def lift_questions(it: Looking) -> Iterator[Question]:
    """Return the questions of a lifting."""
    yield from _ends(it, {})


def review_questions(
    it: Looking, answers: Answers, *, code: str = "CODE"
) -> Iterator[Question]:
    """Return the questions of a look: what happened since, then whether it ends."""
    yield from _harm(it)
    yield choose(
        "verdict",
        say("Does it end today?"),
        say("Decision"),
        VERDICTS,
        grave=True,
        before=lambda _a: _what_it_costs(it),
        constraint=lambda verdict, _a: _signed(it, verdict, code),
    )
    yield from _new(it)
    yield from _ends(it, answers)


def _harm(it: Looking) -> Iterator[Question]:
    since = say_day(it.last, today=it.today) if it.last else say("the last look")
    yield choose(
        "harm",
        say("Since {since}, has the harm happened?", since=since),
        say("Happened since"),
        YES_NO_NOT_SURE,
        grave=True,
    )
    yield day_been(
        "harm_on",
        say("On which day did it last happen?"),
        say("Last happened"),
        it.today,
        relevant=lambda a: a.get("harm") == YES,
        asked=say("when the harm has happened"),
        constraint=lambda day, _a: _since_last(it, day),
    )


def _what_it_costs(it: Looking) -> tuple[str, ...]:
    """Return what lies on the table: the limit, its days, and what would end it."""
    if it.line is None or it.one is None:
        return ()
    return (
        Heading(it.line.what),
        it.line.told,
        say("It ends when: {ends}", ends=it.one.ends_when or say("nothing says when")),
        say("A limit ends, unless there is something new to show for it."),
    )


def _signed(it: Looking, verdict: str, code: str) -> None:
    """Refuse to keep what was placed at once and never signed off."""
    if it.unsigned and verdict != Verdict.LIFT.value:
        raise ValueError(
            say(
                "It was placed at once, and the rest is not asked yet. Lift it, or ask "
                "the rest first: inclusion restriction sign {code}",
                code=code,
            )
        )


def _goes_on(answers: Answers) -> bool:
    return answers.get("verdict") in (Verdict.KEEP.value, Verdict.REDUCE.value)


def _new(it: Looking) -> Iterator[Question]:
    """Return what is asked where it goes on, in whole or in part."""
    more: dict[str, Any] = {
        "relevant": _goes_on,
        "asked": say("when it is kept or made less"),
    }
    yield Question(
        "evidence",
        say("What is new since last time that shows it is needed?"),
        say("New since then"),
        at_least(SHORTEST_EVIDENCE),
        hint=say("What happened, where, who saw it."),
        constraint=lambda text, _a: _is_new(it, text),
        **more,
    )
    yield day_been(
        "evidence_on",
        say("On which day was that?"),
        say("Seen on"),
        it.today,
        constraint=lambda day, _a: _since_last(it, day),
        **more,
    )
    yield Question(
        "now",
        say("What exactly is limited from today?"),
        say("The limit now"),
        relevant=lambda a: a.get("verdict") == Verdict.REDUCE.value,
        asked=say("when it is made less"),
        constraint=lambda text, _a: _is_less(it, text),
    )


def _since_last(it: Looking, day: date) -> None:
    checks.not_ahead(day, it.today)
    if it.last and day < it.last:
        raise ValueError(
            say(
                "That is older than the last look, {last}. Type the day of something "
                "new. Where there is nothing new, lift it",
                last=say_day(it.last),
            )
        )


def _is_new(it: Looking, text: str) -> None:
    """Refuse a reason that is none, and what was said before."""
    what = it.one.what if it.one else ""
    if why := refused(text, what, (it.name,)):
        raise ValueError(why)
    if any(similarity(text, said) >= SAME for said in _said_before(it)):
        raise ValueError(
            say(
                "That was said before. Say what is new since then. Where there is "
                "nothing new, lift it"
            )
        )


def _said_before(it: Looking) -> tuple[str, ...]:
    if it.one is None or it.one.kept is None:
        return ()
    first = it.one.kept.record
    looks = [look.record.evidence for look in it.one.reviews]
    return tuple(text for text in (first.harm, first.evidence, *looks) if text)


def _is_less(it: Looking, text: str) -> None:
    if is_tied_to_staffing(text):
        raise ValueError(STAFFING_SAYS)
    if it.one and folded(text).strip(" .") == folded(it.one.what).strip(" ."):
        raise ValueError(say("That is the limit as it was. Say what is less now"))


def _ends(it: Looking, answers: Answers) -> Iterator[Question]:
    goes_on = _goes_on(answers)
    yield Question(
        "why",
        _why(it, goes_on=goes_on),
        say("Why"),
        required=goes_on,
        asked=say("needed when it is kept or made less"),
        constraint=lambda text, a: _is_reason(it, text, a),
    )
    yield Question(
        "view",
        say("What does {name} say? In their own words.", name=it.name),
        say("{name}'s words", name=it.name),
        own=True,
        required=False,
    )
    yield Question("decided_by", say("Who decided it with you?"), say("Decided with"))
    waits = it.one is not None and advice_waits(it.one)
    yield Question(
        "advice",
        say("It may deprive {name} of liberty. Who advised what, when?", name=it.name),
        say("Advice taken"),
        relevant=lambda a: waits and _goes_on(a),
        asked=say("when it may be a deprivation of liberty"),
        required=False,
    )


def _why(it: Looking, *, goes_on: bool) -> str:
    """Return how its reason is asked for; with no limit in view, in both cases."""
    if it.one is None:
        return say("Why is it kept or made less? Or: what made it possible to lift it?")
    return say("Why?") if goes_on else say("What made it possible to lift it?")


def _is_reason(it: Looking, text: str, answers: Answers) -> None:
    """Refuse what would be no reason to place it; to lift it any reason will do."""
    what = answers.get("now") or (it.one.what if it.one else "")
    if _goes_on(answers) and (why := refused(text, what, (it.name,))):
        raise ValueError(why)
