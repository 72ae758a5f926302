"""Predicates over the last sessions: attendance, worry, and what was feared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Happened
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Finding
from inclusion_cli.domain.predicates.registry import COUNT, SCORE, Kind, predicate
from inclusion_cli.domain.values import and_list, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inclusion_cli.domain.facts import Debriefed, Facts


def ids(sessions: tuple[Debriefed, ...]) -> tuple[str, ...]:
    """Return the ids of the debriefs."""
    return tuple(session.id for session in sessions)


def each_of(last: int) -> str:
    """Return the last sessions in words."""
    return "the last session" if last == 1 else f"each of the last {last} sessions"


def _one_of(last: int) -> str:
    return "the last session" if last == 1 else f"one of the last {last} sessions"


def more_sessions(number: int) -> str:
    """Return what is missing as sessions: "2 more sessions that go ahead"."""
    goes = "goes" if number == 1 else "go"
    return f"{counted(number, 'more session')} that {goes} ahead"


def most_sessions(missing: Iterable[str]) -> list[str]:
    """Return what is missing, with one number of sessions: the same ones serve all."""
    told = list(dict.fromkeys(missing))
    counts = {
        text: int(count)
        for text in told
        if (count := text.partition(" ")[0]).isdigit()
        and text == more_sessions(int(count))
    }
    most = max(counts, key=lambda text: counts[text], default="")
    return [text for text in told if text not in counts or text == most]


@predicate(
    lambda n, of_last: f"{n} of the last {of_last} sessions go ahead",
    lambda n, of_last: f"fewer than {n} of the last {of_last} sessions go ahead",
    n=COUNT,
    of_last=COUNT,
)
def attended_at_least(facts: Facts, n: int, of_last: int) -> Finding:
    """Judge attendance over the last countable sessions.

    What the service or the place cancelled is not among them.
    """
    window = facts.countable[-of_last:]
    went = sum(session.record.outcome.attended for session in window)
    still = of_last - len(window)
    answer = MET if went >= n else NOT_MET if went + still < n else CANNOT_TELL
    return Finding(
        answer,
        f"{went} of {len(window)} went ahead" if window else "No session yet",
        ids(window),
        more_sessions(n - went) if answer is CANNOT_TELL else "",
    )


def _rated(
    facts: Facts,
    last: int,
    *,
    holds: Callable[[Debriefed], bool | None],
    shows: Callable[[Debriefed], str],
    lacking: str,
    summed: Callable[[list[str]], str] = and_list,
) -> Finding:
    """Judge a rating over the last attended sessions; None is a missing rating."""
    window = facts.attended[-last:]
    held = [holds(session) for session in window]
    given = [s for s, found in zip(window, held, strict=True) if found is not None]
    gaps, short = len(window) - len(given), last - len(window)
    wanted = [
        *([f"{lacking} for {counted(gaps, 'session')}"] if gaps else []),
        *([more_sessions(short)] if short else []),
    ]
    failed = False in held
    return Finding(
        NOT_MET if failed else CANNOT_TELL if wanted else MET,
        summed([shows(s) for s in given]) if given else "Nothing recorded yet",
        ids(window),
        "" if failed or not wanted else and_list(wanted),
    )


@predicate(
    lambda x, last: f"worry at its worst is {x} or less in {each_of(last)}",
    lambda x, last: f"worry at its worst goes over {x} in {_one_of(last)}",
    x=SCORE,
    last=COUNT,
)
def peak_suds_max(facts: Facts, x: int, last: int) -> Finding:
    """Judge worry at its worst, 0 to 10; at most x includes x."""
    return _rated(
        facts,
        last,
        holds=lambda s: (
            None if s.record.worry_peak is None else s.record.worry_peak <= x
        ),
        shows=lambda s: str(s.record.worry_peak),
        lacking="a score for worry at its worst",
    )


@predicate(
    lambda last: f"worry after is no higher than before in {each_of(last)}",
    lambda last: f"worry after is higher than before in {_one_of(last)}",
    last=COUNT,
)
def post_le_pre(facts: Facts, last: int) -> Finding:
    """Judge whether worry after a session is no higher than before it."""

    def holds(session: Debriefed) -> bool | None:
        before, after = session.record.worry_before, session.record.worry_after
        return None if before is None or after is None else after <= before

    return _rated(
        facts,
        last,
        holds=holds,
        shows=lambda s: f"{s.record.worry_before} before, {s.record.worry_after} after",
        lacking="a score for worry before and after",
    )


_FEARED_WORDS = {
    Happened.NO: "it did not happen",
    Happened.PARTLY: "it partly happened",
    Happened.YES: "it happened",
}


def _feared_words(outcomes: tuple[str, ...]) -> str:
    match tuple(word.value for word in Happened if word.value in outcomes):
        case ("no",):
            return "what was feared did not happen"
        case ("no", "partly"):
            return "what was feared did not happen, or only partly"
        case ("partly", "yes"):
            return "what was feared happened, or partly happened"
        case ("yes",):
            return "what was feared happened"
        case some:
            return f"what was feared: {and_list(some or ('none',), last='or')}"


def _feared_otherwise(outcomes: tuple[str, ...]) -> str:
    every = (word.value for word in Happened)
    return _feared_words(tuple(word for word in every if word not in outcomes))


@predicate(
    lambda outcomes, last: f"{_feared_words(outcomes)}, in {each_of(last)}",
    lambda outcomes, last: f"{_feared_otherwise(outcomes)}, in {_one_of(last)}",
    outcomes=Kind(words=tuple(word.value for word in Happened)),
    last=COUNT,
)
def prediction_outcome_in(
    facts: Facts, outcomes: tuple[str, ...], last: int
) -> Finding:
    """Judge whether the feared thing came out as one of these: no, partly, yes."""
    allowed = {Happened(word) for word in outcomes}
    return _rated(
        facts,
        last,
        holds=lambda s: None if s.record.feared is None else s.record.feared in allowed,
        shows=lambda s: _FEARED_WORDS[s.record.feared] if s.record.feared else "",
        lacking='an answer to "did it happen?"',
        summed=_times,
    )


def _times(said: list[str]) -> str:
    """Return each answer with how often it was given."""
    return and_list(
        f"{answer} {counted(said.count(answer), 'time')}"
        for answer in dict.fromkeys(said)
    )


@predicate(
    lambda points: f"worry at its worst is {points} lower than at first",
    lambda points: f"worry at its worst is not yet {points} lower than at first",
    points=Kind(1, 10),
)
def suds_drop_from_baseline(facts: Facts, points: int) -> Finding:
    """Judge the latest worst worry against the mean of the first two attended."""
    used = (*facts.attended[:2], *facts.attended[2:][-1:])
    peaks = [s.record.worry_peak for s in used]
    at_first = [peak for peak in peaks[:2] if peak is not None]
    if len(at_first) == 2 and sum(at_first) < 2 * points:
        shows = f"{at_first[0]} and {at_first[1]} at first: too low to fall by {points}"
        return Finding(NOT_MET, shows, ids(used[:2]))
    if len(used) <= 2:
        return Finding(
            CANNOT_TELL, "Too early", ids(used), more_sessions(3 - len(used))
        )
    if None in peaks:
        lacking = "a score for worry at its worst"
        return Finding(CANNOT_TELL, "A score is missing", ids(used), lacking)
    first, second, latest = (peak or 0 for peak in peaks)
    dropped = first + second - 2 * latest >= 2 * points
    shows = f"{first} and {second} at first, {latest} now"
    return Finding(MET if dropped else NOT_MET, shows, ids(used))
