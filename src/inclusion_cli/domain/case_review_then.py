"""What was known of the formulation, signs, the step and the person's words, then.

The file is as it was known on the day of a concern. Source: practice reference 6.4.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation_events import review_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.observation import SEEN_WORDS, Seen
from inclusion_cli.domain.pack_decisions import choice_words
from inclusion_cli.domain.pack_ladder import ANSWER_WORDS
from inclusion_cli.domain.paper_parts import PaperLine
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.kept import Kept

BEFORE = timedelta(days=28)
"""How far back signs are looked for; a service default."""


def formulation(then: Casefile, at: datetime) -> Iterator[PaperLine]:
    """Return the formulation as it stood, and what was open in it."""
    label, kept = say("As known then"), then.formulation
    if kept is None:
        says = say("No evidence found: a formulation on that day.")
        yield PaperLine(says, label=label, strong=True)
        return
    told, due = kept.record, review_day(then)
    signed = say("signed") if told.is_signed else say("not signed")
    says = say(
        "Version {version}, {signed}, of {day}.",
        version=told.version,
        signed=signed,
        day=say_day(kept.on),
    )
    yield PaperLine(says, label=label, ids=(short_id(kept.id),))
    if due and due < at.date():
        days = say_many("{number} day", "{number} days", (at.date() - due).days)
        says = say("Its review was {days} late on that day.", days=days)
        yield PaperLine(says, label=label, strong=True)
    for trigger in told.open_risks():
        says = say('Nothing was agreed for "{what}".', what=trigger.situation)
        yield PaperLine(says, label=label, strong=True)


_TELLING = (Seen.SIGN, Seen.MONEY_REQUEST, Seen.CRISIS_CONTACT, Seen.SUICIDE_TALK)


def signs(then: Casefile, at: datetime) -> Iterator[PaperLine]:
    """Return the signs that were told of before, the earliest first, as known then."""
    first = at - BEFORE
    found: list[tuple[datetime, str, str]] = []
    for kept in then.debriefs:
        if first <= kept.happened_at <= at and kept.record.signs:
            signs = "; ".join(sign.text for sign in kept.record.signs)
            found.append((kept.happened_at, signs, kept.id))
    for seen in then.observations:
        told = seen.record
        if first <= seen.happened_at <= at and told.seen in _TELLING:
            signs = "; ".join(sign.text for sign in told.signs)
            words = signs or told.note or SEEN_WORDS[told.seen]
            found.append((seen.happened_at, words, seen.id))
    for when, words, record in sorted(found):
        yield PaperLine(words, label=say_day(when.date()), ids=(short_id(record),))


def pace(then: Casefile, at: datetime, defaults: Defaults) -> Iterator[PaperLine]:
    """Return the step that was on, what was agreed, and what went against it."""
    label, stands = say("As known then"), standing(then, now=at, defaults=defaults)
    if stands is None:
        yield PaperLine(say("No step was on."), label=label)
        return
    table = review_table(then, stands)
    begun = say_day(table.began)
    says = say(
        "Step {n}: {step}. Begun {day}.", n=table.number, step=table.step, day=begun
    )
    yield PaperLine(says, label=label, ids=(short_id(stands.rung.step.id),))
    for line in table.agreed:
        reached = ANSWER_WORDS.get(line.answer, line.answer)
        ids = tuple(map(short_id, line.records[-3:]))
        says = say(
            "{agreed}. The records: {shows}", agreed=line.agreed, shows=line.shows
        )
        yield PaperLine(says, label=capital(reached.lower()), ids=ids)
    for decision in then.decisions:
        if decision.record.overrides and decision.happened_at <= at:
            what = choice_words(then, decision.record)
            says = say(
                "{what}, against what was agreed. {why}",
                what=what,
                why=decision.record.why,
            )
            yield PaperLine(
                says, label=say_day(decision.on), ids=(short_id(decision.id),)
            )


def heard(then: Casefile, concern: Kept[SafeguardingConcern]) -> Iterator[PaperLine]:
    """Return what the person wishes about the concern, else what they wanted then.

    Words about something else do not show that anybody was heard.
    """
    told, ids = concern.record, (short_id(concern.id),)
    about = (
        (say("What they wish about this concern"), told.wishes),
        (say("What they want to come of it"), told.outcomes),
    )
    if any(words for _label, words in about):
        for label, words in about:
            if words:
                yield PaperLine("", label=label, quote=words, ids=ids)
        return
    says = say("No evidence found: what the person wishes about this concern.")
    yield PaperLine(says, strong=True)
    wished = [r for r in then.reviews if r.record.wish and r.happened_at <= told.at]
    for review in wished[-1:]:
        label = say("What they wanted for the step, on {day}", day=say_day(review.on))
        ids = (short_id(review.id),)
        yield PaperLine("", label=label, quote=review.record.wish, ids=ids)
