"""What is the same for every look back at the same records, reckoned once.

A year of a step is looked back at hundreds of times, for pause signs and for the clock.
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Concern, Debrief
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Debriefed = Kept[Debrief]
Observed = Kept[Observation]


@record
class Request:
    """Somebody asked for money or things: when, and which record tells it."""

    on: date
    entry: str


class Index:
    """What is the same for every look back at the same records, reckoned once."""

    def __init__(
        self,
        began: date,
        sessions: tuple[Debriefed, ...],
        observations: tuple[Observed, ...],
    ) -> None:
        self.began = began.toordinal()
        self.session_days = [s.on.toordinal() for s in sessions]
        self.observed: dict[str, list[tuple[int, int, Observed]]] = {
            kind.value: [] for kind in Seen
        }
        for place, o in enumerate(observations):
            told = (place, o.on.toordinal(), o)
            self.observed[o.record.seen.value].append(told)
        self._telling: dict[Callable[[Debrief], object], list[int]] = {}
        went = [s.record.outcome.attended for s in sessions]
        counts = [s.record.outcome.countable for s in sessions]
        self.countable = tuple(compress(sessions, counts))
        self.attended = tuple(compress(sessions, went))
        self.countable_in, self.attended_in = _counting(counts), _counting(went)
        self.went_in = _counting(compress(went, counts))
        self.calls = [
            (place, day, s.id)
            for place, s in enumerate(sessions)
            for day in s.record.contacts
        ]
        self.session_requests = [
            (place, Request(s.on, s.id))
            for place, s in enumerate(sessions)
            if tells_of_request(s.record)
        ]
        self.observed_requests = [
            (place, Request(o.on, o.id))
            for place, o in enumerate(observations)
            if o.record.seen is Seen.MONEY_REQUEST
        ]
        self.entries = _merged(sessions, observations)
        self.after = {entry.id: (s, o) for entry, s, o in self.entries}
        self._all = sessions

    def telling(self, tells: Callable[[Debrief], object]) -> list[int]:
        """Return the places of the sessions whose debrief tells of something."""
        places = self._telling.get(tells)
        if places is None:
            places = [n for n, s in enumerate(self._all) if tells(s.record)]
            self._telling[tells] = places
        return places


def tells_of_request(debrief: Debrief) -> bool:
    """Say whether a debrief tells that somebody asked for money or things."""
    return debrief.money is not None or Concern.MONEY in (debrief.concerns or ())


def _merged(
    sessions: tuple[Debriefed, ...], observations: tuple[Observed, ...]
) -> tuple[tuple[Debriefed | Observed, int, int], ...]:
    entries: list[Debriefed | Observed] = [*sessions, *observations]
    if observations:
        entries.sort(key=lambda entry: entry.order)
    found, counts = [], [0, 0]
    for entry in entries:
        counts[isinstance(entry.record, Observation)] += 1
        found.append((entry, counts[0], counts[1]))
    return tuple(found)


def _counting(marks: Iterable[bool]) -> list[int]:
    return list(accumulate(marks, initial=0))
