"""What is asked about moving on: a set to start from, own lines, a file; the hold."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.criteria import Criteria, CriteriaRefused
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.fitting import fitted
from inclusion_cli.domain.often import per_week
from inclusion_cli.domain.plan import Behaviour, Limit
from inclusion_cli.domain.refusals import Scene, doubts, refuse_contradictions
from inclusion_cli.domain.values import Choice, whole
from inclusion_cli.interviews.plan_lines import composed, line_questions
from inclusion_cli.interviews.plan_more import behaviours_of, limits_of
from inclusion_cli.interviews.question import Answers, Question, choose
from inclusion_cli.plain import canonical
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.plan_about import Starter, StepAbout

OWN, LINES, AS_NOW = "own", "lines", "as_now"
LONGEST_FILE = 100_000


def criteria_questions(it: StepAbout, answers: Answers) -> Iterator[Question]:
    """Return the questions about moving on, pausing and holding."""
    choices = tuple(Choice(s.key, s.label) for s in it.starters)
    if it.step:
        choices = (Choice(AS_NOW, say("As it is now")), *choices)
    yield choose(
        "criteria_from",
        say("What have you agreed for moving on? Start from:"),
        say("Criteria from"),
        (
            *choices,
            Choice(LINES, say("Our own, chosen line by line")),
            Choice(OWN, say("Our own, from a file or pasted")),
        ),
        hint=say("These are service defaults. Days and sessions come next."),
        before=lambda _a: (say("Type ? to read what each set asks for."),),
        explains=lambda: tuple(_sets(it)),
        constraint=lambda which, a: _starts_from(it, which, a),
    )
    yield Question(
        "criteria",
        say("Type the path of the file, or paste the criteria as JSON on one line."),
        say("Own criteria"),
        own_criteria,
        "json",
        relevant=lambda a: a.get("criteria_from") == OWN,
        asked=say("when criteria_from is own"),
        constraint=lambda raw, a: _refuse(json.loads(raw), it, a),
        doubt=lambda raw, _a: next(doubts(parse_criteria(json.loads(raw))), None),
    )
    if answers.get("criteria_from") == LINES or it.anybody:
        yield from line_questions(it, answers, lambda data, a: _refuse(data, it, a))
    yield from _hold(it, answers)


def _hold(it: StepAbout, answers: Answers) -> Iterator[Question]:
    hold = dict(chosen_criteria(it, answers).get("hold", {}))
    yield Question(
        "hold_days",
        say("For how many days must it hold?"),
        say("Days to hold"),
        whole(0, 365),
        "number",
        default=str(hold.get("days", "")),
        before=lambda a: _agreed_words(it, a),
    )
    yield Question(
        "hold_sessions",
        say("And over how many sessions?"),
        say("Sessions to hold"),
        whole(1, 60),
        "number",
        default=str(hold.get("min_sessions", "")),
        doubt=_slower_than_the_days,
    )


def _slower_than_the_days(sessions: int, answers: Answers) -> str | None:
    """Return what the sessions come to, where they take longer than the days."""
    pace, days = per_week(answers.get("often") or ""), answers.get("hold_days")
    if pace is None or days is None:
        return None
    takes = int((sessions - 1) * 7 / pace)
    if takes <= days:
        return None
    so_many = say_many("{number} session", "{number} sessions", sessions)
    return say(
        "{so_many}, {answers}, take {takes}, longer than {days}.",
        so_many=so_many,
        answers=answers["often"],
        takes=say_many("{number} day", "{number} days", takes),
        days=say_many("{number} day", "{number} days", days),
    )


# --- what is chosen -----------------------------------------------------------------


def chosen_criteria(it: StepAbout, answers: Answers) -> dict[str, Any]:
    """Return the criteria chosen so far, as data; empty when none are."""
    which = answers.get("criteria_from")
    if which == OWN:
        found: dict[str, Any] = json.loads(answers.get("criteria") or "{}")
        return found
    if which == LINES:
        return composed(answers)
    if which == AS_NOW and it.step:
        return dict(it.step.criteria)
    starter = _starter(it, which)
    return fitted(starter.criteria, scene_of(it, answers)) if starter else {}


def chosen_limits(it: StepAbout, answers: Answers) -> tuple[Limit, ...]:
    """Return the limits of the step: its own, or those of the set it started from."""
    own = limits_of(answers)
    starter = _starter(it, answers.get("criteria_from"))
    if own or starter is None:
        return own
    return tuple(Limit(f"l{n}", text) for n, text in enumerate(starter.limits, start=1))


def chosen_sort(it: StepAbout, answers: Answers) -> str:
    """Return the type of step the criteria were started from, "" for own ones."""
    which = answers.get("criteria_from")
    if which == AS_NOW and it.step:
        return it.step.sort
    found = _starter(it, which)
    return found.key if found else ""


def _starter(it: StepAbout, which: str | None) -> Starter | None:
    return next((one for one in it.starters if one.key == which), None)


def scene_of(it: StepAbout, answers: Answers) -> Scene:
    """Return what the criteria of this step may speak of."""
    counted_before = it.baseline
    if not it.has_plan:
        counted_before = answers.get("baseline_contacts") is not None
    behaviours = behaviours_of(answers)
    return Scene(
        feared=bool(answers.get("fear")),
        baseline=counted_before,
        behaviours={one.id: one.text for one in behaviours},
        limits={limit.id: limit.text for limit in chosen_limits(it, answers)},
        kept=tuple(one.id for one in behaviours if one.sort is Behaviour.KEEP),
    )


def _starts_from(it: StepAbout, which: str, answers: Answers) -> None:
    """Refuse a set that this step cannot answer."""
    if which in (OWN, LINES):
        return
    told = {**answers, "criteria_from": which}
    _refuse(chosen_criteria(it, told), it, told)


def _refuse(data: Any, it: StepAbout, answers: Answers) -> None:
    """Raise ValueError where criteria clash with themselves or with the step."""
    scene = scene_of(it, answers)
    try:
        refuse_contradictions(
            parse_criteria(data, {**scene.limits, **scene.behaviours}), scene
        )
    except CriteriaRefused as refused:
        raise ValueError(
            say("cannot be used. {refused}", refused=refused).rstrip(".")
        ) from None


# --- in words -----------------------------------------------------------------------


def _sets(it: StepAbout) -> Iterator[Any]:
    """Return every set in words, to read before one is chosen."""
    if it.step:
        yield say("1. As it is now: {summed}.", summed=_summed(it.step.agreed))
    for number, starter in enumerate(it.starters, start=2 if it.step else 1):
        note = f" {starter.note}" if starter.note else ""
        agreed = parse_criteria(starter.criteria, _FIRST_OF_THEIR_KIND)
        yield f"{number}. {starter.label}: {_summed(agreed)}.{note}"


_FIRST_OF_THEIR_KIND = {
    "l1": say("your first limit"),
    "b1": say("the first thing they do"),
}


def _summed(agreed: Criteria) -> str:
    rule = agreed.stability
    parts = rule.parts if rule.name == "all_of" else (rule,)
    lines = "; ".join(part.words() for part in parts)
    hold = agreed.hold
    so_long = say_many("{number} day", "{number} days", hold.days)
    return say(
        "{lines}; for {so_long} and {min_sessions}",
        lines=lines,
        so_long=so_long,
        min_sessions=say_many(
            "{number} session", "{number} sessions", hold.min_sessions
        ),
    )


def _agreed_words(it: StepAbout, answers: Answers) -> tuple[str, ...]:
    """Return the chosen criteria in plain words, to read before they are agreed."""
    data = chosen_criteria(it, answers)
    if not data:
        return ()
    scene = scene_of(it, answers)
    criteria = parse_criteria(data, {**scene.limits, **scene.behaviours})
    rule = criteria.stability
    parts = rule.parts if rule.name == "all_of" else (rule,)
    starter = _starter(it, answers.get("criteria_from"))
    return (
        *((starter.note,) if starter and starter.note else ()),
        say("To move on:"),
        *(f"  {part.words()}" for part in parts),
        say("To stop and think:"),
        *(f"  {sign.when.words()}" for sign in criteria.pause),
    )


# --- from a file, or pasted ---------------------------------------------------------


def own_criteria(raw: str) -> str:
    """Return own criteria, read from pasted JSON or from the file a path names."""
    text = raw.strip()
    from_file = not text.startswith(("{", "["))
    told = _text_of(text) if from_file else text
    try:
        data = json.loads(told)
        agreed = parse_criteria(data)
    except json.JSONDecodeError as error:
        raise ValueError(
            say(
                "cannot be read: at letter {pos} it is not JSON. "
                "For an example, type: inclusion help criteria",
                pos=error.pos + 1,
            )
        ) from None
    except CriteriaRefused as refused:
        raise ValueError(
            say("cannot be used. {refused}", refused=refused).rstrip(".")
        ) from None
    if not agreed.pause:
        raise ValueError(say("must name one pause sign or more"))
    return canonical(data)


def _text_of(path: str) -> str:
    """Return the text of a file. Raises ValueError, the end of a sentence."""
    path = os.path.expanduser(path.strip("\"'"))
    with suppress(OSError, UnicodeDecodeError):
        if os.path.isfile(path) and os.path.getsize(path) <= LONGEST_FILE:
            with open(path, encoding="utf-8-sig") as file:
                return file.read()
    raise ValueError(
        say(
            "must be JSON, or the path of a file that can be read. "
            "For an example, type: inclusion help criteria"
        )
    )
