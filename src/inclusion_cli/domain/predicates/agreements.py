"""Predicates over what the step agrees: limits, and what is done to feel safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.predicates.rated import each_of, one_of, rated
from inclusion_cli.domain.predicates.registry import LAST, Kind, predicate, words_of
from inclusion_cli.domain.values import and_list, counted

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Debriefed, Facts
    from inclusion_cli.domain.finding import Found


@predicate(
    lambda limit_id, last: (
        f'the limit "{words_of(limit_id)}" is kept in {each_of(last)}'
    ),
    lambda limit_id, last: (
        f'the limit "{words_of(limit_id)}" is not kept in {one_of(last)}'
    ),
    "A limit of this step is kept",
    limit_id=Kind(ids="limit", asks="Which limit? Its number."),
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
        shows=lambda s: "kept" if holds(s) else "not kept",
        lacking="whether the limit was kept",
        summed=_counted,
    )


@predicate(
    lambda id, last: f'they do without "{words_of(id)}" in {each_of(last)}',  # noqa: A006
    lambda id, last: f'"{words_of(id)}" is done in {one_of(last)}',  # noqa: A006
    "Something they do to feel safe is needed no more",
    id=Kind(ids="behaviour", asks="Which of them? Its number."),
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
        shows=lambda s: "done without" if holds(s) else "done",
        lacking="whether they did it",
        summed=_counted,
    )


def _counted(said: list[str]) -> str:
    return and_list(
        f"{answer} in {said.count(answer)} of {counted(len(said), 'session')}"
        for answer in dict.fromkeys(said)
    )
