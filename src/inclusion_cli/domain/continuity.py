"""What a colleague needs if this laptop dies tonight, person by person.

Source: issue 4, packs: who they are, today's step, the next seven days, limits, signs
and what helps, whom to ring, consents, drafts, what is due. Where the recovery code and
the backup are is told in the worker's own words, and never the secret itself.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import NOW, STAGES_WITH_SIGNS, to_ring
from inclusion_cli.domain.consent_items import items_in_words
from inclusion_cli.domain.consent_standing import counts, may_tell
from inclusion_cli.domain.continuity_drafts import begun, nobodys, not_finished
from inclusion_cli.domain.continuity_owed import lately, of_service, what_is_due
from inclusion_cli.domain.dates import dated, say_day, say_near, say_time
from inclusion_cli.domain.event_page import says_less
from inclusion_cli.domain.for_now import company_now, limits_now, long_now, titled_now
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.own_card import as_said, done_by_others
from inclusion_cli.domain.pack_ladder import STATE_WORDS
from inclusion_cli.domain.paper_parts import PaperLine, Part, PartsPaper
from inclusion_cli.domain.restriction_lines import on_paper
from inclusion_cli.domain.restrictions import in_force
from inclusion_cli.domain.safety import NO_SERVICE_RECORDS, ServiceRecords
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.home import DraftNote
    from inclusion_cli.domain.sheet import Sheet

AHEAD = timedelta(days=7)
SECRET = re.compile(
    r"AGE-SECRET-KEY"
    r"|\b[0-9A-Z]{4,8}(?:-[0-9A-Z]{4,8}){2,}\b"
    r"|\b(?=\w*\d)(?=\w*[A-Z])\w{14,}\b"
    r"|\b(?=\w*\d)\w{4,8}(?:\s+(?=\w*\d)\w{4,8}){2,}\b",
    re.IGNORECASE,
)
"""A recovery code, or a key: groups of letters and digits, as they are printed."""


def where_it_is(raw: str) -> str:
    """Return where something is, in words. Raises ValueError for the secret itself."""
    text = no_secrets(raw)
    if SECRET.search(text):
        raise ValueError(say("must say where it is, not the code itself"))
    return text


@dated()
def continuity(
    cases: Iterable[Casefile],
    sheet: Sheet,
    *,
    now: datetime,
    defaults: Defaults,
    drafts: Iterable[DraftNote],
    where: Mapping[str, str],
    ours: ServiceRecords = NO_SERVICE_RECORDS,
) -> PartsPaper:
    """Return the paper: what to do first, then each person, then the service.

    `where` says under a label where the recovery code and the backup are. `ours` is
    what stands in the service's own file, where the paper is of everybody.
    """
    drafts = tuple(drafts)
    parts = (_person(case, now, defaults, drafts) for case in cases)
    return PartsPaper(
        sheet=sheet,
        name=say("Continuity"),
        title=say("If this laptop is lost tonight"),
        lead=(
            say(
                "For {whom}, and nobody else. Keep it locked away.",
                whom=sheet.recipient,
            ),
            say(
                "It says what stood on the day it was made. Destroy it when there is a "
                "newer one."
            ),
        ),
        parts=(_first(where, drafts, now), *parts, *of_service(ours, now)),
    )


def _first(
    where: Mapping[str, str], drafts: tuple[DraftNote, ...], now: datetime
) -> Part:
    """Return what to do first, and what was begun about nobody yet."""
    return Part(
        say("First"),
        (
            *(PaperLine(text, label=label) for label, text in where.items()),
            PaperLine(say("To open the backup, type: inclusion recover")),
            PaperLine(
                say(
                    "To prove it whole, type: inclusion verify --against CODE --count "
                    "N. CODE is the head code of this paper, N its number of entries."
                )
            ),
            *nobodys(drafts, now),
        ),
    )


def _person(
    case: Casefile, now: datetime, defaults: Defaults, drafts: tuple[DraftNote, ...]
) -> Part:
    own = tuple(draft for draft in drafts if draft.code == case.person.record.code)
    first = tuple(begun(own, now))
    if case.closed_on:
        return Part(case.label, (*first, *_left(case, now, defaults)))
    lines = (
        *first,
        *_who(case),
        *_step(case),
        *_sessions(case, now),
        *_limits(case, now),
        *_helps(case),
        *_ring(case),
        *lately(case, now),
        *_consents(case, now),
        *not_finished(own),
        *what_is_due(case, now, defaults),
    )
    return Part(case.label, lines)


def _left(case: Casefile, now: datetime, defaults: Defaults) -> Iterator[PaperLine]:
    """Return what is still owed of somebody who left; nothing else is to be done."""
    closed = case.person.record.closed_on
    assert closed is not None, "they left"
    told = say("On {day}. What is due here is still owed.", day=say_day(closed))
    yield PaperLine(told, label=say("File closed"), ids=(short_id(case.person.id),))
    yield from lately(case, now)
    yield from what_is_due(case, now, defaults)


def _who(case: Casefile) -> Iterator[PaperLine]:
    name = case.known_as
    yield PaperLine(
        name, label=say("Likes to be called"), ids=(short_id(case.person.id),)
    )
    if case.formulation:
        matters = case.formulation.record.what_matters
        yield PaperLine("", label=say("What matters"), quote=matters)
        return
    yield PaperLine(say("Nothing is written yet."), label=say("What matters"))


def _step(case: Casefile) -> Iterator[PaperLine]:
    current, label = case.current(), say("Step")
    if current is None:
        yield PaperLine(say("No step is on."), label=label)
        return
    step = current.step.record
    yield PaperLine(
        say(
            "{number}, {title}: {state}. {company}. {place}, {time}, {long}.",
            number=step.number,
            title=titled_now(case, current.step),
            state=STATE_WORDS[current.state],
            company=capital(company_now(case, current.step)),
            place=step.place,
            time=step.time,
            long=long_now(case, current.step),
        ),
        label=label,
        ids=(short_id(current.step.id),),
    )
    if less := says_less(case):
        yield PaperLine(less, label=say("For now"), strong=True)
    pairs = ((say("Staff do"), step.staff_do), (say("Staff do not"), step.staff_do_not))
    yield from (PaperLine(text, label=lead) for lead, text in pairs if text)


def _sessions(case: Casefile, now: datetime) -> Iterator[PaperLine]:
    label, until = say("The next 7 days"), (now + AHEAD).date()
    coming = [
        s for s in case.open_sessions() if now.date() <= s.record.at.date() <= until
    ]
    for kept in sorted(coming, key=lambda kept: kept.record.at):
        at, step = kept.record.at, case.step(kept.record.step)
        what = titled_now(case, step) if step else say("a session")
        day = say_near(at.date(), today=now.date())
        yield PaperLine(
            f"{day} {say_time(at)}: {what}", label=label, ids=(short_id(kept.id),)
        )
    if not coming:
        yield PaperLine(say("No session is planned."), label=label)


def _limits(case: Casefile, now: datetime) -> Iterator[PaperLine]:
    limits = in_force(case, on=now.date())
    for one in limits:
        stands = on_paper(one)
        late = f" {capital(stands)}." if stands else ""
        when = one.ends_when.rstrip(".")
        ends = say(" Ends when: {when}.", when=when) if when else ""
        yield PaperLine(
            f"{one.what.rstrip('.')}.{ends}{late}",
            label=say("Limit in force"),
            ids=(short_id(one.id),),
            strong=bool(stands),
        )
    if not limits:
        yield PaperLine(say("None."), label=say("Limits in force"))
    current = case.current()
    for limit in limits_now(case, current.step) if current else ():
        yield PaperLine(limit, label=say("Agreed for this step"))


def _helps(case: Casefile) -> Iterator[PaperLine]:
    if case.formulation:
        for trigger in case.formulation.record.triggers:
            says = f"{trigger.situation.rstrip('.')}. {trigger.helps}"
            yield PaperLine(says, label=say("Hard, and what helps"))
    if case.card is None:
        yield PaperLine(say("No card is written."), label=say("Signs"))
        return
    card, ids = case.card.record, (short_id(case.card.id),)
    for number in STAGES_WITH_SIGNS[::-1]:
        stage = card.stages[number - 1]
        signs = "; ".join(as_said(sign.text) for sign in stage.signs)
        yield PaperLine(signs, label=stage.title, ids=ids, strong=number == NOW)
        others = "; ".join(done_by_others(action) for action in stage.others)
        mine = "; ".join(as_said(action.text) for action in stage.mine)
        yield from (PaperLine(o, label=say("Others do")) for o in (others,) if o)
        yield PaperLine(mine, label=say("They do"))
    what = as_said(card.not_helpful)
    yield PaperLine(what, label=say("What does not help"))


def _ring(case: Casefile) -> Iterator[PaperLine]:
    label = say("Ring")
    if case.card is None:
        yield PaperLine(say("No number is kept for them."), label=label, strong=True)
        return
    card = case.card.record
    here, team = to_ring(card.on_call), to_ring(card.crisis_team)
    told = [
        *([say("on call here, {number}", number=here)] if here else []),
        *([say("crisis team, {number}", number=team)] if team else []),
        *(f"{as_said(contact.name)}, {contact.number}" for contact in card.contacts),
    ]
    yield PaperLine("; ".join(told) or say("Nobody."), label=label)


def _consents(case: Casefile, now: datetime) -> Iterator[PaperLine]:
    on = now.date()
    standing = [k for k in case.safety.consents if counts(case, k, on=on)]
    for kept in standing:
        agreed = kept.record
        whom = agreed.recipient or agreed.purpose
        until = say(", until {day}", day=say_day(agreed.until)) if agreed.until else ""
        items = may_tell(case, kept, on=on)
        what = f": {items_in_words(items)}" if items else ""
        says = f"{whom}{until}{what}"
        yield PaperLine(says, label=say("Agreed"), ids=(short_id(kept.id),))
    if not standing:
        none = say("Nothing is agreed about telling anybody.")
        yield PaperLine(none, label=say("Agreed"))
