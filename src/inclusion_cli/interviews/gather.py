"""One way to answers, for flags, answers files and both terminals.

Every answer, however it came, is read by the same question. Each one is kept before
the next is asked. Nothing is asked inside a transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.errors import AnswersWrong, LeftForLater
from inclusion_cli.interviews.answers import WHOLE
from inclusion_cli.interviews.asker import Back, Leave, Prompt, Skip
from inclusion_cli.interviews.interview import Interview
from inclusion_cli.interviews.looks import nothing_to_see
from inclusion_cli.interviews.one_question import NEEDED
from inclusion_cli.interviews.question import raw_of
from inclusion_cli.interviews.sentences import needed
from inclusion_cli.interviews.walk import walk
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.interviews.asker import Asker, Keep
    from inclusion_cli.interviews.looks import Look
    from inclusion_cli.interviews.question import Answers, Form, Question, Raws
    from inclusion_cli.interviews.walk import Walk


def gather(
    form: Form,
    given: Raws,
    asker: Asker | None,
    keep: Keep,
    *,
    drafted: Raws | None = None,
    halves: Mapping[str, str] | None = None,
    look: Look = nothing_to_see,
) -> Answers:
    """Return the answers of a form: given, known, drafted, or asked.

    `given` comes from flags and files and is told at once where it is wrong. What was
    `drafted` and no longer reads is asked again. Without an asker everything must be
    given: raises AnswersWrong with all that is missing or wrong. `look` says on the
    check page which phrases are worth a look; it stops nobody.
    """
    known, given = _rows_settled(form, given)
    told = {**known, **given}
    _refuse_wrong(form, told)
    if asker is None:
        return _all_given(form, told, given)
    raws = {**known, **(drafted or {}), **given}
    found = walk(form, raws)
    for key in found.problems:
        raws.pop(key)
    raws |= _masked(found)
    for key in given:
        keep.keep(key, raws[key])
    told_before = bool(drafted)
    asking = Interview(
        form, raws, asker, keep, dict(halves or {}), look, drafted=told_before
    )
    return asking.run()


def _masked(found: Walk) -> Raws:
    """Return the answers to keep without the numbers that were taken out of them."""
    return {
        question.key: raw_of(found.answers[question.key])
        for question in found.asked
        if question.masks and found.answers.get(question.key) is not None
    }


def _rows_settled(form: Form, given: Raws) -> tuple[Raws, Raws]:
    """Return what is known, less the rows given as a whole list, and what is given."""
    groups = {key[: -len(WHOLE)] for key in given if key.endswith(WHOLE)}
    known = {
        key: raw
        for key, raw in form.known.items()
        if key.partition(".")[0] not in groups
    }
    asked = {question.key for question in walk(form, known).asked}
    return known, {
        key: raw
        for key, raw in given.items()
        if not key.endswith(WHOLE) and (key not in groups or key in asked)
    }


def _refuse_wrong(form: Form, given: Raws) -> None:
    problems = walk(form, given).problems
    if problems:
        raise AnswersWrong(problems)


def _all_given(form: Form, raws: dict[str, str | None], given: Raws) -> Answers:
    """Return the answers without asking; a default stands where one is offered.

    What was given and is not asked is told; what was known and is not, is left out.
    """
    found = walk(form, raws, skip_open=True)
    while defaults := {
        q.key: offered
        for q in found.open()
        if q.key not in raws and (offered := q.offered(found.answers))
    }:
        raws |= defaults
        found = walk(form, raws, skip_open=True)
    problems = dict(found.problems)
    for question in found.open():
        way = (
            say("add {flag}", flag=question.flag)
            if question.flag
            else say("give {key}", key=question.key)
        )
        why = question.unusable(found.answers)
        told = f"{question.short}: {way}{f'. {why}' if why else ''}"
        problems.setdefault(question.key, told)
    asked = {question.key for question in found.asked}
    for key in given.keys() - asked:
        problems[key] = say("{key}: not asked here, given the other answers", key=key)
    if problems:
        raise AnswersWrong(problems)
    return {q.key: found.answers.get(q.key) for q in found.asked}


def ask_one(question: Question, asker: Asker, *notes: str, back: bool = False) -> Any:
    """Ask a single question outside a form until it is answered.

    Where there is a way `back`, raises Back for it; else that leaves, too.
    """
    error = ""
    offered = "" if question.grave else question.offered({})
    keeps = question.say(question.read(offered, {})) if offered else ""
    while True:
        prompt = Prompt(question, 0, 0, keeps=keeps, notes=notes, error=error)
        try:
            raw = asker.ask(prompt)
        except (Back, Leave) as moved:
            if back and isinstance(moved, Back):
                raise
            raise LeftForLater from None
        except Skip:
            raw = ""
        if not raw.strip():
            if keeps:
                return question.read(offered, {})
            error = f"{needed(question)} {NEEDED}"
            continue
        try:
            return question.read(raw, {})
        except ValueError as reason:
            error, notes = str(reason), ()
