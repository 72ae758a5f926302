"""What is due of consents and of what was told: ends, holders, questions that wait."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.consent import Answered, ConsentKind
from inclusion_cli.domain.consent_items import STAND_IN
from inclusion_cli.domain.consent_standing import (
    counts,
    for_activity,
    for_recipient,
    items_agreed,
    over_on,
)
from inclusion_cli.domain.dates import say_day, say_near
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.disclosed import still_asked
from inclusion_cli.domain.due import About, Due, Group
from inclusion_cli.domain.due_person import SAFETY_RULES
from inclusion_cli.domain.held import after_the_end, held_under, recalled
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.values import lowered
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.kept import Kept


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is due of a person's consents, and of what was told of them."""
    today = now.date()
    yield from _ending(about, today)
    yield from _holding_on(about, today)
    yield from _told_too_late(about)
    yield from _waiting(about)


def _ending(about: About, today: date) -> Iterator[Due]:
    """Return consents that end soon and have no newer one behind them."""
    case, last = about.case, today + timedelta(days=SHIPPED.consent_ends_days)
    for kept in case.safety.consents:
        said = kept.record
        if said.purpose == STAND_IN:  # a shift: it ends when the shift does
            continue
        if said.until is None or said.until > last or not counts(case, kept, on=today):
            continue
        if _goes_on(about, kept, said.until + timedelta(days=1)):
            continue
        says = say(
            "A consent ends {day}: {what}.",
            day=say_near(said.until, today=today),
            what=said.recipient or lowered(said.purpose.rstrip(".")),
        )
        group = Group.TODAY if said.until <= today else Group.COMING
        command = ("consent", "show", short_id(kept.id))
        yield about(group, says, command, on=said.until, records=(kept.id,))


def _goes_on(about: About, kept: Kept[Consent], day: date) -> bool:
    """Say whether a newer answer about the same thing covers the day after."""
    said, case = kept.record, about.case
    if said.kind is ConsentKind.TAKE_PART and said.activity:
        return for_activity(case, said.activity, on=day) is not None
    if said.kind is ConsentKind.TELL:
        whom = said.partner or said.recipient
        return bool(for_recipient(case, whom, on=day, role=said.role))
    return False


def _holding_on(about: About, today: date) -> Iterator[Due]:
    """Return who holds something on a consent that is over and was not made anew."""
    for kept in about.case.safety.consents:
        said = kept.record
        if said.answered is not Answered.GIVEN or said.kind is not ConsentKind.TELL:
            continue
        if said.purpose == STAND_IN and said.withdrawn_on is None:
            continue
        ended = over_on(about.case, kept, on=today)
        if ended is None:
            continue
        left = about.case.closed_on
        if left and said.withdrawn_on is None and ended > left:
            continue  # it ran out after they had left: it was not owed then
        whom = said.partner or said.recipient
        agreed = items_agreed(about.case, whom, on=today, role=said.role)
        held = tuple(
            told.id
            for told in held_under(about.case, kept)
            if not agreed or not {*told.record.items} <= agreed
        )
        if held and not _action_says_it(about, kept):
            yield _holds(about, kept, held, ended)


def _action_says_it(about: About, kept: Kept[Consent]) -> bool:
    """Say whether an open action is on home for it already."""
    of_it = (
        action.record.of == kept.id and action.record.done_on is None
        for action in about.case.safety.actions
    )
    return "actions" in SAFETY_RULES and any(of_it)


def _holds(
    about: About, kept: Kept[Consent], held: tuple[str, ...], ended: date
) -> Due:
    said = kept.record
    if said.withdrawn_on:
        says = say(
            "Nothing was heard from {who}: {name} took consent back on {day}. "
            "{what} to call back.",
            who=said.recipient,
            name=about.case.known_as,
            day=say_day(ended),
            what=say_many("{number} thing", "{number} things", len(held)),
        )
    else:
        says = say(
            "Held by {who}: {what} of {name}. The consent ended on {day}.",
            who=said.recipient,
            what=say_many("{number} thing", "{number} things", len(held)),
            name=about.case.known_as,
            day=say_day(ended),
        )
    command = ("disclosure", "recalled", about.code)
    return about(Group.TODAY, says, command, on=ended, records=(kept.id, *held))


def _told_too_late(about: About) -> Iterator[Due]:
    """Return what was told on a consent that was over: audit rule 18."""
    for told in about.case.safety.disclosures:
        if recalled(about.case, told) or not after_the_end(about.case, told):
            continue
        says = say(
            "Told on {day}, after the consent had ended: {who}.",
            who=told.record.recipient,
            day=say_day(told.record.on),
        )
        yield about(
            Group.TODAY,
            says,
            ("disclosure", "recalled", about.code),
            on=told.record.on,
            records=(told.id,),
            alarm=Side.RISK.value,
        )


def _waiting(about: About) -> Iterator[Due]:
    """Return what was told without consent and has questions open."""
    for told in about.case.safety.disclosures:
        if not (waits := still_asked(told.record)):
            continue
        says = say(
            "Told without consent: {who}. {what} still asked: why, and what "
            "{name} knows.",
            who=told.record.recipient,
            what=say_many("{number} question is", "{number} questions are", len(waits)),
            name=about.case.known_as,
        )
        command = ("disclosure", "finish", about.code)
        yield about(Group.TODAY, says, command, on=told.record.on, records=(told.id,))
