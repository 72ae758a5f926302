"""What was seen between sessions, as a list and in words for papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.late import late_words
from inclusion_cli.domain.money import DID_WORDS, MoneyRequest
from inclusion_cli.domain.observation import ROUTE_WORDS, SEEN_WORDS, Observation
from inclusion_cli.domain.record import record
from inclusion_cli.domain.sleep import say_minutes
from inclusion_cli.domain.values import stopped
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile


@record
class ObservedLine:
    """One observation in words."""

    when: str
    what: str
    says: str
    late: str
    record: str


@record
class Observed:
    """What was seen of one person between sessions, newest first."""

    code: str
    name: str
    lines: tuple[ObservedLine, ...]


def observed(case: Casefile) -> Observed:
    """Return what was recorded between sessions, newest first."""
    return Observed(
        case.person.record.code,
        case.person.record.name,
        tuple(observed_line(kept) for kept in reversed(case.observations)),
    )


def observed_line(kept: Kept[Observation]) -> ObservedLine:
    """Return one observation in words."""
    observation = kept.record
    day = say_day(kept.on)
    return ObservedLine(
        say("Night to {day}", day=day)
        if observation.by_day
        else f"{day}, {say_time(observation.at)}",
        SEEN_WORDS[observation.seen],
        " ".join(_says(observation)),
        late_words(kept),
        short_id(kept.id),
    )


def _says(observation: Observation) -> Iterator[str]:
    if observation.minutes_slept is not None:
        yield say(
            "{say_minutes} of sleep.",
            say_minutes=say_minutes(observation.minutes_slept),
        )
    if observation.route:
        yield say("Rung or gone to: {route}.", route=ROUTE_WORDS[observation.route])
    yield from _use(observation)
    if observation.craving is not None:
        yield say("Craving {craving} of 10.", craving=observation.craving)
    if observation.money:
        yield money_words(observation.money)
    for sign in observation.signs:
        yield f'"{sign.text}".'
    for text in (observation.note, observation.words and f'"{observation.words}"'):
        if text:
            yield stopped(text)
    if observation.told:
        yield say("Told: {as_sentence}", as_sentence=stopped(observation.told))


def _use(observation: Observation) -> Iterator[str]:
    if observation.what:
        at_once = say("Stopped all at once: ") if observation.stopped else ""
        yield f"{at_once}{stopped(observation.what)}"
    if observation.within_limit is not None:
        kept = say("Within") if observation.within_limit else say("Over")
        yield say("{kept} what was agreed.", kept=kept)


def money_words(money: MoneyRequest) -> str:
    """Return a request for money or things in words."""
    amount = f", {money.amount}" if money.amount else ""
    known = (
        say(" Known for: {as_sentence}", as_sentence=stopped(money.known_for))
        if money.known_for
        else ""
    )
    feels = (
        say(" Feels: {as_sentence}", as_sentence=stopped(money.feelings))
        if money.feelings
        else ""
    )
    return say(
        "Asked for: {what}{amount}. By: {as_sentence} Answer: "
        "{did_words}.{known}{feels}",
        what=money.what,
        amount=amount,
        as_sentence=stopped(money.who),
        did_words=DID_WORDS[money.did],
        known=known,
        feels=feels,
    )
