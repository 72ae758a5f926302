"""Judging a rule by facts: the answer alone, quickly, or with what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inclusion_cli.domain.criteria import ALL, ANY, CONSECUTIVE, NOT, Rule
from inclusion_cli.domain.finding import (
    CANNOT_TELL,
    MET,
    NOT_MET,
    OPPOSITE,
    Answer,
    Finding,
    all_met,
    any_met,
)
from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.predicates.earlier import no_session
from inclusion_cli.domain.predicates.rated import more_sessions, most_sessions
from inclusion_cli.domain.predicates.speaks import Entry, failing
from inclusion_cli.domain.record import replace
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.facts import Debriefed, Facts
    from inclusion_cli.domain.observation import Seen

Quick = Callable[["Facts"], Answer]


def judge(rule: Rule, facts: Facts) -> Finding:
    """Return what the records show for a rule: MET, NOT_MET or CANNOT_TELL."""
    if rule.name == NOT:
        found = judge(rule.parts[0], facts)
        change = _turned(found.change)
        return replace(
            found, answer=OPPOSITE[found.answer], agreed=rule.words(), change=change
        )
    if rule.name == CONSECUTIVE:
        return _consecutive(rule, facts)
    if rule.parts:
        return _joined(rule, tuple(judge(part, facts) for part in rule.parts))
    return PREDICATES[rule.name].find(facts, dict(rule.args))


def _turned(change: str) -> str:
    """Return what would change the opposite of an answer."""
    for told, turned in ((say("no longer met"), "met"), ("met", say("no longer met"))):
        if change.startswith(told):
            return f"{turned}{change[len(told) :]}"
    return change


def _joined(rule: Rule, found: tuple[Finding, ...]) -> Finding:
    join = all_met if rule.name == ALL else any_met
    answer = join(part.answer for part in found)
    telling = [part for part in found if part.answer is answer]
    missing = [part.missing for part in telling if part.missing]
    if rule.name == ALL:
        lacking = "; ".join(most_sessions(missing))
    else:
        lacking = say("; or ").join(dict.fromkeys(missing))
    return Finding(
        answer,
        "; ".join(dict.fromkeys(part.shows for part in telling)),
        tuple(dict.fromkeys(used for part in found for used in part.used)),
        lacking,
        rule.words(),
        found if rule.name == ALL else (),
        _changes(rule, answer, telling),
    )


def _changes(rule: Rule, answer: Answer, telling: Iterable[Finding]) -> str:
    """Return what would change a join: one of its parts, or all of those telling."""
    one_is_enough = (rule.name == ALL) == (answer is MET)
    changes = dict.fromkeys(part.change for part in telling if part.change)
    return (say("; or ") if one_is_enough else say("; and ")).join(changes)


def _consecutive(rule: Rule, facts: Facts) -> Finding:
    """Judge the inner rule as it stood after each of the last n sessions."""
    wanted, inner = int(dict(rule.args)["n"]), rule.parts[0]
    last = _read_by(inner, facts)[-wanted:]
    found = [judge(inner, _after(session, facts)) for session in last]
    short = wanted - len(last)
    answer = all_met([f.answer for f in found] + [CANNOT_TELL] * bool(short))
    more = [more_sessions(short)] if short else []
    missing = most_sessions([*(f.missing for f in found if f.missing), *more])
    lacking = "; ".join(missing) if answer is CANNOT_TELL else ""
    return Finding(
        answer,
        "; ".join(f.shows for f in found) or no_session(facts),
        tuple(session.id for session in last),
        lacking,
        rule.words(),
        change=lacking or _run_changes(rule, answer),
    )


def _run_changes(rule: Rule, answer: Answer) -> str:
    if answer is MET:
        return say("no longer met, with one session that falls out of the run")
    times = dict(rule.args)["n"]
    return say(
        "met, after {times} sessions running with: {words}",
        times=times,
        words=rule.parts[0].words(),
    )


def _read_by(inner: Rule, facts: Facts) -> tuple[Debriefed, ...]:
    """Return the sessions a run is read over.

    A rating is read over sessions the person went to, attendance over all that count.
    """
    attendance = any(part.name == "attended_at_least" for part in inner.walk())
    return facts.countable if attendance else facts.attended


def _after(session: Debriefed, facts: Facts) -> Facts:
    """Return the facts as they were after a session."""
    return facts.at(session.on, *facts.known(session), session.happened_at)


# --- the answer alone ---------------------------------------------------------------


def quick(rule: Rule) -> Quick:
    """Return a way to the answer of `judge` without its words."""
    if rule.name == NOT:
        inner = quick(rule.parts[0])
        return lambda facts: OPPOSITE[inner(facts)]
    if rule.name == CONSECUTIVE:
        return _quick_run(rule)
    if rule.name in (ALL, ANY):
        return _quick_join(rule)
    find, args = PREDICATES[rule.name].judge, dict(rule.args)
    return lambda facts: find(facts, **args).answer


def _quick_join(rule: Rule) -> Quick:
    """Return the join of the parts' answers, asking no more of them than it takes."""
    parts = tuple(quick(part) for part in rule.parts)
    settles = NOT_MET if rule.name == ALL else MET
    otherwise = OPPOSITE[settles]

    def join(facts: Facts) -> Answer:
        answer = otherwise
        for part in parts:
            found = part(facts)
            if found is settles:
                return settles
            if found is CANNOT_TELL:
                answer = CANNOT_TELL
        return answer

    return join


def _quick_run(rule: Rule) -> Quick:
    wanted, inner = int(dict(rule.args)["n"]), rule.parts[0]
    answer = quick(inner)

    def run(facts: Facts) -> Answer:
        last = _read_by(inner, facts)[-wanted:]
        found = all_met(answer(_after(session, facts)) for session in last)
        short = len(last) < wanted
        return CANNOT_TELL if short and found is MET else found

    return run


def may_fire(rule: Rule) -> Callable[[Entry], bool]:
    """Return whether an entry may make a rule true that was not true before it."""
    if rule.name == NOT and rule.parts[0].name in PREDICATES:
        return failing(rule.parts[0].name, dict(rule.parts[0].args))
    if rule.name in (ALL, ANY):
        parts = tuple(may_fire(part) for part in rule.parts)
        return lambda entry: any(part(entry) for part in parts)
    return lambda _entry: True


def seen_by(rule: Rule) -> frozenset[Seen]:
    """Return the kinds of observation a rule reads."""
    read = (PREDICATES[r.name].seen for r in rule.walk() if r.name in PREDICATES)
    return frozenset().union(*read)
