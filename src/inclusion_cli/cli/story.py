"""The practice cases, lived in through the same acts a worker uses.

Each deed of the story says when it is done, counted in days from now, which command
does it, and the answers as they would be typed.
"""

from __future__ import annotations

import calendar
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli import files, shipped
from inclusion_cli.casework import audit as audits
from inclusion_cli.casework import supervision as acts_of_supervision
from inclusion_cli.casework.briefing import log_briefing
from inclusion_cli.casework.card_copies import Order, log_copy
from inclusion_cli.casework.pack_review import log_pack
from inclusion_cli.casework.service import set_up_service
from inclusion_cli.cli import (
    action,
    amend,
    audit,
    card,
    concern,
    consent,
    debrief,
    decide_risk,
    event,
    formulate,
    incident,
    measure,
    money,
    observe,
    partner,
    person,
    plan,
    prepare,
    refile,
    reply,
    restriction,
    review,
    session,
    supervision,
)
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.action_standing import open_actions
from inclusion_cli.domain.audit_names import handle
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.paper import Holder
from inclusion_cli.domain.supervision_since import offered
from inclusion_cli.interviews.answers import flat
from inclusion_cli.settings import Call
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault

TOLD_EVERY = 25
DAYS = tuple(calendar.day_name)
WEDNESDAY = 2
SET_UP_DAYS = 121
SERVICE = {
    "worker": say("Sam"),
    "role": say("Key worker"),
    "service": say("Practice House"),
    "nation": "england",
}
_DAY = re.compile(rf"(?<!till )(?:{'|'.join(DAYS)})")
"""A day that moves along; "just till Friday" is what people say on any day."""
_DATE = re.compile(r"\{(-?\d+)\}")
Deed = dict[str, Any]
Act = Callable[[Desk, Deed], Any]


def make(desk: Desk, *, empty: bool, now: datetime) -> None:
    """Make the vault, and live the cases in it, each act on its own day before now.

    It is made beside its place and put there when it is whole, so that no half of it is
    left where the making is stopped.
    """
    folder = desk.folder
    making = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(making, ignore_errors=True)
    try:
        _make_in(making, empty=empty, now=now)
        files.make_folder(folder)
        for part in sorted(making.iterdir(), reverse=True):  # the key before its vault
            part.replace(folder / part.name)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _make_in(folder: Path, *, empty: bool, now: datetime) -> None:
    from inclusion_cli.store import keys
    from inclusion_cli.store.vault import create

    tell(say("Making the practice vault."))
    clock = Clock(now)
    vault_id, data_key = clock.new_id(), keys.new_data_key()
    key = keys.seal_for_practice(data_key, vault=vault_id)
    made_at, device = clock.now().isoformat(), clock.new_id()
    vault = create(folder, key, data_key, device=device, made_at=made_at)
    vault.hurry()
    with closing(Desk(Call(practice=True, no_input=True))) as desk:
        desk.settle(vault, data_key)
        first = Clock(now - timedelta(days=SET_UP_DAYS))
        with Desk.at(vault, data_key, clock=first, given={}).writing("setup") as work:
            set_up_service(work, SERVICE)
        if not empty:
            _live_all(vault, data_key, now)


def _live_all(vault: Vault, data_key: bytes, now: datetime) -> None:
    """Do every deed of the story in the order of its days."""
    told = shipped.practice_story()
    story = sorted(told, key=lambda deed: moment(deed["at"], now))
    tell(
        say(
            "Making practice cases: 0 of {story}. It takes up to half a minute.",
            story=len(story),
        )
    )
    for number, deed in enumerate(story, start=1):
        given = {key: told_now(raw, now) for key, raw in flat(deed["answers"])}
        clock = Clock(moment(deed["at"], now))
        desk = Desk.at(vault, data_key, clock=clock, given=given)
        ACTS[deed["do"]](desk, {**deed, "now": now})
        if number % TOLD_EVERY == 0:
            tell(
                say(
                    "Making practice cases: {number} of {story}.",
                    number=number,
                    story=len(story),
                )
            )


def tell(line: str) -> None:
    """Say how far the making is, apart from its result."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


# --- deeds --------------------------------------------------------------------------


def _of_person(act: Callable[[Desk, str | None], Any]) -> Act:
    return lambda desk, deed: act(desk, deed["person"])


def _copy_card(desk: Desk, deed: Deed) -> None:
    order = Order(str(desk.given["size"]), Holder(desk.given["holder"]))
    case = desk.person(deed["person"])
    with desk.writing() as work:
        log_copy(work, case, order)


def _make_pack(desk: Desk, deed: Deed) -> None:
    case = desk.person(deed["person"])
    with desk.writing() as work:
        log_pack(work, case)


def _brief(desk: Desk, deed: Deed) -> None:
    """Log a page for a partner, with no page made."""
    case, kept = desk.person(deed["person"]), partner.chosen(desk, deed["partner"])
    _form, given, words = partner.brief_told(desk, case, kept)
    with desk.writing() as work:
        log_briefing(work, case, kept, words, given)


def _amend(desk: Desk, deed: Deed) -> None:
    amend.amend(desk, _newest(desk.person(deed["person"]), deed["of"]))


def _refile(desk: Desk, deed: Deed) -> None:
    record = _newest(desk.person(deed["person"]), deed["of"])
    refile.refile(desk, record, deed["to"])


def _newest(case: Casefile, kind: str) -> str:
    """Return the id of what was written last of a kind: "debrief", "observation"."""
    newest: str = max(getattr(case, f"{kind}s"), key=lambda kept: kept.recorded_at).id
    return newest


def _cancel(desk: Desk, deed: Deed) -> None:
    """Cancel a session: the one there is, or the one at the time that is told."""
    if at := deed.get("of"):
        planned = desk.person(deed["person"]).open_sessions()
        when = moment(at, deed["now"])
        desk.given["session"] = next(s.id for s in planned if s.record.at == when)
    session.cancel(desk, deed["person"])


def _supervise(desk: Desk, deed: Deed) -> None:
    """Note a supervision about what happened: the lines that have these words."""
    found = acts_of_supervision.opens_from(
        desk.reading, desk.worker, now=desk.clock.now()
    )
    desk.given["cases"] = ",".join(
        line.record
        for line in offered(found)
        if any(words in line.says for words in deed["about"])
    )
    supervision.note(desk)


def _agreed_done(desk: Desk, _deed: Deed) -> None:
    """Say that what was agreed in the last supervision was done."""
    agreed = desk.reading.service_records(desk.worker.id).agreed
    action.done(desk, agreed[-1].id)


def _act_on_finding(desk: Desk, deed: Deed) -> None:
    """Act on what a rule found in the audit that was kept last, about this person."""
    kept = audits.kept_audit(desk.reading, desk.worker.id)
    person = deed.get("person")
    file = desk.person(person).person.file if person else ""
    found = next(
        f for f in kept.record.findings if (f.rule, f.file) == (deed["rule"], file)
    )
    audit.act(desk, handle(found.key))


def _finish_action(desk: Desk, deed: Deed) -> None:
    """Close the action of a person that is due first."""
    held = desk.person(deed["person"]).safety.actions
    waiting = open_actions(held, on=desk.clock.today())
    desk.given.setdefault("which", waiting[0].id)
    action.done(desk, deed["person"])


ACTS: dict[str, Act] = {
    "action check": _of_person(action.check),
    "action done": _finish_action,
    "audit act": _act_on_finding,
    "audit keep": lambda desk, _deed: audit.keep(desk),
    "audit read": _of_person(audit.read),
    "amend": _amend,
    "card check": _of_person(card.check),
    "card copy": _copy_card,
    "card write": _of_person(card.write),
    "concern add": _of_person(concern.add),
    "concern close": _of_person(concern.close),
    "concern decide": _of_person(concern.decide),
    "consent give": _of_person(consent.give),
    "debrief": _of_person(debrief.debrief),
    "event look": _of_person(event.look),
    "event plan": _of_person(event.plan),
    "event reduce": _of_person(event.reduce),
    "decide-risk": _of_person(decide_risk.weigh),
    "decide-risk outcome": _of_person(decide_risk.outcome),
    "formulate": _of_person(formulate.write),
    "formulate read": _of_person(formulate.read),
    "formulate sign": _of_person(formulate.sign),
    "measure add": _of_person(measure.add),
    "incident add": _of_person(incident.add),
    "incident call": _of_person(incident.call),
    "incident close": _of_person(incident.close),
    "incident ladder": lambda desk, _deed: incident.ladder(desk),
    "incident raise": _of_person(incident.raise_),
    "incident review": _of_person(incident.review),
    "money agree": _of_person(money.agree),
    "money check": _of_person(money.check),
    "money rehearse": _of_person(money.rehearse),
    "observe": _of_person(observe.add),
    "partner add": lambda desk, _deed: partner.add(desk),
    "partner brief": _brief,
    "person add": lambda desk, _deed: person.add(desk),
    "plan add": _of_person(plan.add),
    "plan away": _of_person(plan.away),
    "plan edit": lambda desk, deed: plan.edit(desk, deed["person"], deed["of"]),
    "plan start": _of_person(plan.start),
    "prepare": _of_person(prepare.prepare),
    "refile": _refile,
    "reply": _of_person(reply.reply),
    "restriction place": _of_person(restriction.place),
    "restriction review": _of_person(restriction.review),
    "review": _of_person(review.decide),
    "review pack": _make_pack,
    "session cancel": _cancel,
    "supervision note": _supervise,
    "supervision done": _agreed_done,
    "session move": _of_person(session.move),
    "session plan": _of_person(session.plan),
}
"""What a deed of the story can be: a command of the same name."""


# --- days counted from now ----------------------------------------------------------


def moment(told: str, now: datetime) -> datetime:
    """Return the moment "-12 10:00" stands for: 12 days ago at 10."""
    days, _space, time = told.partition(" ")
    return datetime.fromisoformat(
        f"{_day(days, now).isoformat()}T{time or '00:00'}"
    ).astimezone()


def _day(days: str, now: datetime) -> date:
    return now.date() + timedelta(days=int(days))


def told_now(raw: str | None, now: datetime) -> str | None:
    """Return an answer, its days counted from now: "@-12 10:00", "@14".

    In a sentence, "{-12}" is that day in words. The cases are written as on a
    Wednesday; on other days "Tuesday" moves along.
    """
    if raw is None:
        return None
    if not raw.startswith("@"):
        moved = now.weekday() - WEDNESDAY
        text = _DAY.sub(lambda day: DAYS[(DAYS.index(day[0]) + moved) % len(DAYS)], raw)
        return _DATE.sub(lambda days: say_day(_day(days[1], now)), text)
    at = moment(raw[1:], now)
    return at.isoformat() if " " in raw else at.date().isoformat()
