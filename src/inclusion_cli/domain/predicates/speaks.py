"""Which entries can make a predicate fail, so that the others need not be judged.

A predicate that is not here may fail with any entry. That each says enough is a law the
tests prove: see `test_only_an_entry_that_speaks_can_fire`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.domain.facts_index import tells_of_request
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.predicates.windows import certain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Entry = Debrief | Observation


def failing(name: str, args: Mapping[str, Any]) -> Callable[[Entry], bool]:
    """Return whether an entry may make a predicate fail that did not before it."""
    speaks = _SPEAKS.get(name)
    return partial(speaks, **args) if speaks else _any_may


def _any_may(_entry: Entry) -> bool:
    return True


def _never(_entry: Entry, **_args: Any) -> bool:
    """No debrief or observation can: a look at money is an entry of its own."""
    return False


def _over(name: str) -> Callable[..., bool]:
    def speaks(entry: Entry, x: int, last: int) -> bool:  # noqa: ARG001
        rating = getattr(entry, name, None)
        return rating is not None and rating > x

    return speaks


def _under(name: str) -> Callable[..., bool]:
    def speaks(entry: Entry, x: int, last: int) -> bool:  # noqa: ARG001
        rating = getattr(entry, name, None)
        return rating is not None and rating < x

    return speaks


def _missed(entry: Entry, **_args: Any) -> bool:
    if not isinstance(entry, Debrief):
        return False
    return entry.outcome.countable and not entry.outcome.attended


def _called(entry: Entry, **_args: Any) -> bool:
    if isinstance(entry, Debrief):
        return bool(entry.contacts)
    return entry.seen is Seen.CRISIS_CONTACT


def _signed(entry: Entry, stage: int, **_args: Any) -> bool:
    seen = [sign.stage for sign in entry.signs or ()]
    if isinstance(entry, Debrief) and entry.stage is not None:
        seen.append(entry.stage)
    return max(seen, default=0) > stage


def _harmed(entry: Entry, **_args: Any) -> bool:
    if isinstance(entry, Debrief):
        return certain(entry)
    return entry.seen is Seen.MONEY_REQUEST


def _asked(entry: Entry) -> bool:
    if isinstance(entry, Debrief):
        return tells_of_request(entry)
    return entry.seen is Seen.MONEY_REQUEST


def _slept(entry: Entry, h: int, **_args: Any) -> bool:
    return entry.minutes_slept is not None and entry.minutes_slept < h * 60


def _feared(entry: Entry, outcomes: tuple[str, ...], **_args: Any) -> bool:
    feared = entry.feared if isinstance(entry, Debrief) else None
    return feared is not None and feared.value not in outcomes


def _stayed_less(entry: Entry, **_args: Any) -> bool:
    if not isinstance(entry, Debrief):
        return False
    return entry.minutes is not None or entry.outcome is not Outcome.ATTENDED_FULL


def _broke(entry: Entry, limit_id: str, **_args: Any) -> bool:
    limits = entry.limits if isinstance(entry, Debrief) else None
    return any(limit.id == limit_id and not limit.kept for limit in limits or ())


def _did(entry: Entry, id: str, **_args: Any) -> bool:  # noqa: A002
    used = entry.behaviours if isinstance(entry, Debrief) else None
    return id in (used or ())


_SPEAKS: dict[str, Callable[..., bool]] = {
    "attended_at_least": _missed,
    "confidence_min": _under("confidence"),
    "coped_rating_min": _under("coped"),
    "cravings_max": _over("craving"),
    "crisis_contacts_max": _called,
    "limit_kept": _broke,
    "money_looked_at": _never,
    "no_concern": _harmed,
    "no_financial_request_unreviewed": _asked,
    "no_unexplained_money": _never,
    "peak_suds_max": _over("worry_peak"),
    "prediction_outcome_in": _feared,
    "safety_behaviour_reduced": _did,
    "signs_stage_max": _signed,
    "sleep_nights_below": _slept,
    "stayed_planned_minutes": _stayed_less,
}
