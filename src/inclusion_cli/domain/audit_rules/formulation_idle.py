"""What lies idle in a formulation, what is tied to nothing, and who disagreed.

Rules 9 to 11 and 29 of practice reference 6.4.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_look import QUARTER_DAYS
from inclusion_cli.domain.audit_rules.rule import Found, Rule, one_person
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation import ControlKind, Signed
from inclusion_cli.domain.values import and_list, capital
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Look
    from inclusion_cli.domain.formulation import Control, Formulation

LIMITS = {
    ControlKind.AGREEMENT: say("an agreement"),
    ControlKind.RESTRICTION: say("a limit"),
}
"""What takes something away, and so is to be used or dropped: 6.4 (10)."""
FOLLOW_DAYS = 14
"""What somebody disagreed with is followed up within these; 1.3, as for a pause."""


# --- 9, 10: what lies idle ----------------------------------------------------------


def _not_met(look: Look) -> Iterator[Found]:
    it = look.formulation
    if it is None or not _old_enough(look):
        return
    idle = _idle(look)
    if not idle:
        return
    told = [
        say_many(
            "{number} situation of the formulation was not met in 90 days. Nobody has "
            "said that it waits.",
            "{number} situations of the formulation were not met in 90 days. Nobody "
            "has said that they wait.",
            len(idle),
        )
    ]
    limits = [c for c in it.controls if c.kind in LIMITS and c.trigger in idle]
    if limits:
        told.append(
            say_many(
                "{number} limit or agreement is for that: {which}. Is it still needed?",
                "{number} limits or agreements are for that: {which}. Are they still "
                "needed?",
                len(limits),
                which=and_list(_named(it, control) for control in limits),
            )
        )
    yield Found(" ".join(told), look.formulation_ids, ("audit", "drift", look.code))


def _idle(look: Look) -> frozenset[str]:
    """Return the situations that nobody met lately, and nobody has set aside."""
    it = look.formulation
    if it is None or not _old_enough(look):
        return frozenset()
    return frozenset(
        t.id
        for t in it.triggers
        if t.id not in look.met_lately and not t.unanswered_because
    )


def _named(it: Formulation, control: Control) -> str:
    """Return where a control stands in the formulation: its words are not repeated.

    What is kept of an audit quotes nothing; `formulate show` numbers the situations.
    """
    number = [t.id for t in it.triggers].index(control.trigger) + 1
    own = [c for c in it.controls if c.trigger == control.trigger]
    return say(
        "line {line} of what we do in situation {number}",
        line=own.index(control) + 1,
        number=number,
    )


def _old_enough(look: Look) -> bool:
    """Say whether the formulation has stood for 90 days, in any version."""
    kept = look.case.formulation
    if kept is None:
        return False
    return (look.on - kept.recorded_at.astimezone().date()).days > QUARTER_DAYS


def _never_used(look: Look) -> Iterator[Found]:
    it = look.formulation
    if it is None:
        return
    tried, idle = _tried_lately(look), _idle(look)
    for control in it.controls:
        limits = control.kind in LIMITS and it.trigger(control.trigger) is not None
        since = control.started or _first_written(look)
        old = since is not None and (look.on - since).days > QUARTER_DAYS
        if not limits or not old or control.trigger in look.met_lately:
            continue
        if control.trigger in idle or folded(control.text) in tried:
            continue  # rule 9 names what is for a situation that lies idle
        yield Found(
            say(
                "{kind}: {which}. It limits what somebody does, and nothing it is for "
                "was met in 90 days. Is it still needed?",
                kind=capital(LIMITS[control.kind]),
                which=_named(it, control),
            ),
            look.formulation_ids,
            ("formulate", look.code),
            subject=f"{control.trigger}-{it.controls.index(control)}",
        )


def _first_written(look: Look) -> date | None:
    kept = look.case.formulation
    return kept.recorded_at.astimezone().date() if kept else None


def _tried_lately(look: Look) -> frozenset[str]:
    since = look.on - timedelta(days=QUARTER_DAYS)
    return frozenset(
        folded(tried.text)
        for d in look.case.debriefs
        if since <= d.on <= look.on
        for tried in d.record.tried
    )


# --- 11: orphans --------------------------------------------------------------------


def _orphans(look: Look) -> Iterator[Found]:
    it, mend = look.formulation, ("formulate", look.code)
    if it is None:
        return
    if risks := it.open_risks():
        says = say_many(
            "Nothing is agreed for {number} situation of the formulation.",
            "Nothing is agreed for {number} situations of the formulation.",
            len(risks),
        )
        yield Found(says, look.formulation_ids, mend, "situations", AuditSide.RISK)
    if rules := it.blanket_rules():
        says = say_many(
            "{number} thing we do is for no situation. It may be a rule for all.",
            "{number} things we do are for no situation. They may be rules for all.",
            len(rules),
        )
        yield Found(says, look.formulation_ids, mend, "controls", AuditSide.CAUTION)


# --- 29: a disagreement nobody followed up ------------------------------------------


def _disagreed(look: Look) -> Iterator[Found]:
    it, kept = look.formulation, look.case.formulation
    mend = ("formulate", look.code)
    if it is not None and kept is not None:
        unmet = [d for d in it.disagreements if not d.met.strip()]
        if unmet:
            says = say(
                "Somebody sees a part of the formulation another way. Nothing says "
                "what was done about that."
            )
            yield Found(says, (kept.id,), mend, "view")
        person = it.sign_off("person")
        declined = person is not None and person.how is Signed.DECLINED
        if person and declined and not it.disagreements and _waits(look, person.on):
            says = say(
                "On {day} the person did not agree to the formulation. Nothing says "
                "what was done about that.",
                day=say_day(person.on),
            )
            yield Found(says, (kept.id,), mend, "person")
    for reply in look.case.replies:
        open_ = reply.record.change and not _acted_since(look, reply.record.on)
        if open_ and _waits(look, reply.record.on):
            says = say(
                "On {day} the person asked for a change. Nothing says what was done "
                "about that.",
                day=say_day(reply.record.on),
            )
            yield Found(says, (reply.id,), mend, reply.id)


def _waits(look: Look, day: date) -> bool:
    return (look.on - day).days > FOLLOW_DAYS


def _acted_since(look: Look, day: date) -> bool:
    """Say whether the formulation, the plan or a decision was written since a day."""
    case, kept = look.case, look.case.formulation
    written = [kept.on] if kept else []
    written += [k.record.on for k in case.rechecks]
    written += [k.record.on for k in case.decisions]
    return any(one >= day for one in written)


RULES = (
    Rule(
        9,
        "trigger-not-met",
        Grade.B,
        AuditSide.CAUTION,
        say("A situation was not met, tested or set aside in 90 days."),
        say("It may be a fear on paper that keeps somebody in."),
        say("situations"),
        of=lambda look: len(look.formulation.triggers) if look.formulation else 0,
        person=_not_met,
    ),
    Rule(
        10,
        "limit-never-used",
        Grade.B,
        AuditSide.CAUTION,
        say("A limit or an agreement was not used in 90 days."),
        say("A limit with no use takes something away for nothing. Drop it?"),
        say("limits and agreements"),
        of=lambda look: sum(
            c.kind in LIMITS
            for c in (look.formulation.controls if look.formulation else ())
        ),
        person=_never_used,
    ),
    Rule(
        11,
        "nothing-tied",
        Grade.B,
        AuditSide.RISK,
        say("A situation has no answer, or something we do is for no situation."),
        say("One is risk nobody is managing, the other a rule for all."),
        say("people"),
        of=one_person,
        person=_orphans,
    ),
    Rule(
        29,
        "disagreement-not-followed",
        Grade.C,
        AuditSide.RECORD,
        say("Somebody disagreed, and nothing says what was done about it."),
        say("A view that is written down and left is not heard."),
        say("people"),
        of=one_person,
        person=_disagreed,
    ),
)
