"""Incidents and concerns as a pack may tell them: the person, and others, read it.

A paper never shows what could put somebody at risk, or what the person has not heard
yet (see `kept_back`). That it is left out is said to the worker on the screen, and to
nobody on paper.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.action_standing import actions_of
from inclusion_cli.domain.concern_words import ACHIEVED_WORDS, decided_words
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.incident_words import level_words
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.pack_lines import SafetyPart, Table
from inclusion_cli.domain.values import sentence
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.incident import Incident

Line = tuple[str, ...]
LOOKS_BACK_DAYS = 84  # 12 weeks


def first_day(since: date | None, now: datetime) -> date:
    """Return the first day a pack looks at: 12 weeks back, unless it is told."""
    return since or now.date() - timedelta(days=LOOKS_BACK_DAYS)


def safety_part(case: Casefile, first: date, last: date) -> SafetyPart | None:
    """Return the incidents and concerns of a time that a paper may tell, or None."""
    safety, back = case.safety, kept_back(case)
    every = [
        *((k.on, _incident(case, k)) for k in safety.incidents if k.id not in back),
        *((k.on, _concern(k)) for k in safety.concerns if k.id not in back),
    ]
    found = [one for one in every if first <= one[0] <= last]
    if not found:
        return None
    rows = tuple(line for _day, line in sorted(found, key=lambda one: one[0]))
    heads = (say("When"), say("What"), say("What came of it"), say("Record"))
    note = say(
        "Not everything is printed. What could put somebody at risk, if others read "
        "it, is kept out of every paper."
    )
    return SafetyPart(Table(heads, rows, (0, 2, 3, 0)), note)


def left_out(case: Casefile, first: date) -> str:
    """Return what a pack from a day on leaves out, for the worker's screen alone."""
    back = kept_back(case)
    both = (*case.safety.concerns, *case.safety.incidents)
    ids = [short_id(k.id) for k in both if k.id in back and k.on >= first]
    if not ids:
        return ""
    return say(
        "Left out of the paper: {what} ({ids}). It could put somebody at risk, or "
        "{name} has not heard of it yet.",
        what=say_many("{number} record", "{number} records", len(ids)),
        ids=", ".join(ids),
        name=case.known_as,
    )


def _incident(case: Casefile, kept: Kept[Incident]) -> Line:
    told, came = kept.record, []
    reviews = [r for r in case.safety.after_actions if r.record.incident == kept.id]
    if told.view:
        came.append(f'"{told.view}"')
    for review in reviews[-1:]:
        came.append(say("What changes: {change}.", change=_bare(review.record.change)))
        for action in actions_of(case.safety.actions, review.id):
            done = action.record.done_on
            state = say("done") if done else say("open")
            what = _bare(action.record.what)
            came.append(say("Action, {state}: {what}.", state=state, what=what))
    if not reviews:
        came.append(say("Not looked back on yet."))
    what = f"{_bare(told.what)}. {sentence(level_words(told))}"
    return (say_day(kept.on), what, " ".join(came), short_id(kept.id))


def _concern(kept: Kept[SafeguardingConcern]) -> Line:
    told = kept.record
    came = [sentence(decided_words(told))]
    if told.wishes:
        came.append(say('Wished: "{wishes}".', wishes=_bare(told.wishes)))
    if told.achieved:
        how = ACHIEVED_WORDS[told.achieved]
        came.append(say("That came about: {how}.", how=how))
    what = say("A safeguarding concern. What was seen stands in the file.")
    return (say_day(kept.on), what, " ".join(came), short_id(kept.id))


def _bare(text: str) -> str:
    return text.rstrip().rstrip(".")
