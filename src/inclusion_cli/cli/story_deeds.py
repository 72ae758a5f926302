"""What a deed of the practice cases can be: a command of the same name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework import audit as audits
from inclusion_cli.casework import supervision as acts_of_supervision
from inclusion_cli.casework.briefing import log_briefing
from inclusion_cli.casework.card_copies import Order, log_copy
from inclusion_cli.casework.pack_review import log_pack
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
from inclusion_cli.cli.story_days import moment
from inclusion_cli.desk import Desk
from inclusion_cli.domain.action_standing import open_actions
from inclusion_cli.domain.audit_month import last_month
from inclusion_cli.domain.audit_names import handle
from inclusion_cli.domain.paper import Holder
from inclusion_cli.domain.supervision_since import offered

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

Deed = dict[str, Any]
Act = Callable[[Desk, Deed], Any]


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


def _keep_audit(desk: Desk, _deed: Deed) -> None:
    """Keep the audit of the month just ended, once: the days of the story move."""
    held = desk.reading.service_records(desk.worker.id).audits
    if last_month(desk.clock.today()) not in {kept.record.month for kept in held}:
        audit.keep(desk)


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
    "audit keep": _keep_audit,
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
