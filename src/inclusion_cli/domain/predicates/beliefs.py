"""Predicates over what was feared, and over how far worry and belief fell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Happened
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Found, Told
from inclusion_cli.domain.predicates.rated import (
    each_of,
    ids,
    more_sessions,
    one_of,
    rated,
)
from inclusion_cli.domain.predicates.registry import HIGHER, SESSIONS, Kind, predicate
from inclusion_cli.domain.values import HIGHEST, and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Debriefed, Facts

_FEARED_WORDS = {
    Happened.NO: say("it did not happen"),
    Happened.PARTLY: say("it partly happened"),
    Happened.YES: say("it happened"),
}


def _feared_words(outcomes: tuple[str, ...]) -> str:
    match tuple(word.value for word in Happened if word.value in outcomes):
        case ("no",):
            return say("what was feared did not happen")
        case ("no", "partly"):
            return say("what was feared did not happen, or only partly")
        case ("partly", "yes"):
            return say("what was feared happened, or partly happened")
        case ("yes",):
            return say("what was feared happened")
        case some:
            return say(
                "what was feared: {and_list}",
                and_list=and_list(some or ("none",), last="or"),
            )


def _feared_otherwise(outcomes: tuple[str, ...]) -> str:
    every = (word.value for word in Happened)
    return _feared_words(tuple(word for word in every if word not in outcomes))


@predicate(
    lambda outcomes, last: say(
        "{feared_words}, in {each_of}",
        feared_words=_feared_words(outcomes),
        each_of=each_of(last),
    ),
    lambda outcomes, last: say(
        "{feared_otherwise}, in {one_of}",
        feared_otherwise=_feared_otherwise(outcomes),
        one_of=one_of(last),
    ),
    say("Whether what was feared happened"),
    outcomes=Kind(
        words=tuple(word.value for word in Happened),
        asks=say("Which answers are good? no, partly, yes."),
    ),
    last=SESSIONS,
)
def prediction_outcome_in(facts: Facts, outcomes: tuple[str, ...], last: int) -> Found:
    """Judge whether the feared thing came out as one of these: no, partly, yes."""

    def holds(session: Debriefed) -> bool | None:
        feared = session.record.feared
        return None if feared is None else feared.value in outcomes

    return rated(
        facts,
        last,
        holds=holds,
        shows=lambda s: _FEARED_WORDS[s.record.feared] if s.record.feared else "",
        lacking=say('an answer to "did it happen?"'),
        summed=_times,
    )


def _times(said: list[str]) -> str:
    """Return each answer with how often it was given."""
    return and_list(
        f"{answer} {say_many('{number} time', '{number} times', said.count(answer))}"
        for answer in dict.fromkeys(said)
    )


def _by(points: int | None, percent: int | None) -> str:
    return f"{percent}%" if points is None else str(points)


@predicate(
    lambda points=None, percent=None: say(
        "worry at its worst is {by} lower than at first", by=_by(points, percent)
    ),
    lambda points=None, percent=None: say(
        "worry at its worst is not yet {by} lower than at first",
        by=_by(points, percent),
    ),
    say("Worry at its worst has fallen since the first two sessions"),
    points=Kind(1, 10, asks=say("By how many points?"), choice=True, strict=HIGHER),
    percent=Kind(
        1, 100, asks=say("By how much, in percent?"), choice=True, strict=HIGHER
    ),
)
def suds_drop_from_baseline(
    facts: Facts, points: int | None = None, percent: int | None = None
) -> Found:
    """Judge the latest worst worry against the mean of the first two attended."""
    attended = facts.attended
    used = (*attended[:2], *attended[2:][-1:])
    peaks = [s.record.worry_peak for s in used]
    first = [*peaks[:2], None, None][:2]
    latest = peaks[2] if len(peaks) > 2 else None
    most = [HIGHEST if peak is None else peak for peak in first]
    fallen = _has_fallen(sum(most), latest or 0, points, percent)
    whole = len(peaks) > 2 and None not in peaks
    answer = NOT_MET if not fallen else MET if whole else CANNOT_TELL

    def tell() -> Told:
        return _fall_told(used, peaks, answer is NOT_MET, _by(points, percent))

    return Found(answer, tell)


def _has_fallen(
    both: int, latest: int, points: int | None, percent: int | None
) -> bool:
    """Say whether the latest is so much lower than the mean of the first two."""
    if points is not None:
        return both - 2 * latest >= 2 * points
    return both > 0 and (both - 2 * latest) * 100 >= both * (percent or 0)


def _fall_told(
    used: tuple[Debriefed, ...], peaks: list[int | None], failed: object, by: str
) -> Told:
    at_first = and_list(str(peak) for peak in peaks[:2] if peak is not None)
    shows = (
        say("{at_first} at first", at_first=at_first)
        if at_first
        else say("Nothing recorded yet")
    )
    if len(peaks) > 2 and peaks[2] is not None:
        shows += say(", {peaks} now", peaks=peaks[2])
    elif failed:
        shows += say(": too low to fall by {by}", by=by)
    if failed:
        return Told(shows, ids(used))
    lacking = [
        *([say("a score for worry at its worst")] if None in peaks else []),
        *([more_sessions(3 - len(used))] if len(used) < 3 else []),
    ]
    return Told(shows, ids(used), and_list(lacking))


@predicate(
    lambda points: say(
        "how sure they are that it will happen is {points} of 100 lower than at first",
        points=points,
    ),
    lambda points: say(
        "how sure they are that it will happen is not yet "
        "{points} of 100 lower than at first",
        points=points,
    ),
    say("How sure they are that the fear comes true has fallen"),
    points=Kind(1, 100, asks=say("By how many points of 100?"), strict=HIGHER),
)
def belief_drop(facts: Facts, points: int) -> Found:
    """Judge belief after the latest attended session against before the first one.

    The grammar leaves open what is compared; this is the step's whole effect so far.
    """
    attended = facts.attended
    used = tuple(dict.fromkeys((*attended[:1], *attended[-1:]))) if attended else ()
    before = attended[0].record.belief_before if attended else None
    after = attended[-1].record.belief_after if attended else None
    most = 100 if before is None else before
    if most - (after or 0) < points:
        answer = NOT_MET
    else:
        answer = CANNOT_TELL if before is None or after is None else MET

    def tell() -> Told:
        said = (
            *([say("{before} at first", before=before)] if before is not None else []),
            *([say("{after} now", after=after)] if after is not None else []),
        )
        lacking = [
            *(
                [say("how sure they were before the first session")]
                if before is None
                else []
            ),
            *([say("how sure they are after the last one")] if after is None else []),
        ]
        missing = and_list(lacking) if attended else more_sessions(1)
        return Told(
            ", ".join(said) or say("Nothing recorded yet"),
            ids(used),
            missing if answer is CANNOT_TELL else "",
        )

    return Found(answer, tell)
