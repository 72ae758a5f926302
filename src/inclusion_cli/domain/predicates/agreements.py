"""Predicates over what the step agrees: limits, and what is done to feel safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.predicates.rated import each_of, one_of, rated
from inclusion_cli.domain.predicates.registry import LAST, Kind, predicate, words_of
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Debriefed, Facts
    from inclusion_cli.domain.finding import Found


@predicate(
    lambda limit_id, last: say(
        'the limit "{words_of}" is kept in {each_of}',
        words_of=words_of(limit_id),
        each_of=each_of(last),
    ),
    lambda limit_id, last: say(
        'the limit "{words_of}" is not kept in {one_of}',
        words_of=words_of(limit_id),
        one_of=one_of(last),
    ),
    say("A limit of this step is kept"),
    limit_id=Kind(ids="limit", asks=say("Which limit? Its number.")),
    last=LAST,
)
def limit_kept(facts: Facts, limit_id: str, last: int) -> Found:
    """Judge whether a limit agreed for the step was kept; not asked is missing."""

    def holds(session: Debriefed) -> bool | None:
        for limit in session.record.limits or ():
            if limit.id == limit_id:
                return limit.kept
        return None

    return rated(
        facts,
        last,
        holds=holds,
        shows=lambda s: say("kept") if holds(s) else say("not kept"),
        lacking=say("whether the limit was kept"),
        summed=_counted,
    )


@predicate(
    lambda id, last: say(  # noqa: A006
        'they do without "{words_of}" in {each_of}',
        words_of=words_of(id),
        each_of=each_of(last),
    ),
    lambda id, last: say(  # noqa: A006
        '"{words_of}" is done in {one_of}', words_of=words_of(id), one_of=one_of(last)
    ),
    say("Something they do to feel safe is needed no more"),
    id=Kind(ids="behaviour", asks=say("Which of them? Its number.")),
    last=LAST,
)
def safety_behaviour_reduced(facts: Facts, id: str, last: int) -> Found:  # noqa: A002
    """Judge whether the person did without a safety behaviour; not asked is missing."""

    def holds(session: Debriefed) -> bool | None:
        used = session.record.behaviours
        return None if used is None else id not in used

    return rated(
        facts,
        last,
        holds=holds,
        shows=lambda s: say("done without") if holds(s) else say("done"),
        lacking=say("whether they did it"),
        summed=_counted,
    )


def _counted(said: list[str]) -> str:
    return and_list(
        say(
            "{answer} in {count} of {said}",
            answer=answer,
            count=said.count(answer),
            said=say_many("{number} session", "{number} sessions", len(said)),
        )
        for answer in dict.fromkeys(said)
    )
