"""Every kind of record that can be opened again: its form, and what answers make of it.

A kind with a richer form of its own puts that form in its place here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework import amend as acts
from inclusion_cli.casework import amend_refused as refused
from inclusion_cli.casework.look_up import case_of, no_persons
from inclusion_cli.casework.why import kept_of, title_of
from inclusion_cli.cli import mending_consent as consents
from inclusion_cli.cli import mending_incidents as incidents
from inclusion_cli.cli import mending_ladder as ladder
from inclusion_cli.cli import mending_money
from inclusion_cli.cli import mending_partner as partners
from inclusion_cli.cli.amends import Amends
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.merge import merged
from inclusion_cli.domain.told import Asked
from inclusion_cli.domain.values import capital
from inclusion_cli.interviews import amend_forms as forms
from inclusion_cli.interviews.amend import (
    REASON,
    amended,
    reason_question,
    standing_answers,
)
from inclusion_cli.interviews.walk import walk
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.told import Labels
    from inclusion_cli.domain.trail import Trail
    from inclusion_cli.interviews.question import Answers, Form, Question

EARLY = datetime(2000, 1, 1).astimezone()
WHOLE = frozenset(("card", "formulation"))
"""Kinds whose form asks for all there is: a version is what the answers make of it."""
NOT_ASKED = frozenset(("direct", "instrument", "next", "step", "session", "until"))
"""Questions of a form that a record opened again does not have."""


@dataclass(frozen=True)
class About:
    """What is opened again: where, whose, and which version.

    `case` is None for what is no person's: a partner, what a worker has to do.
    """

    desk: Desk
    case: Casefile | None
    kept: Kept[Any]

    @property
    def label(self) -> str:
        """Return whose it is, in words."""
        if self.case:
            return self.case.label
        return no_persons(self.desk.reading, self.kept.file)


@dataclass(frozen=True)
class Ours:
    """How a kind of the service's file is amended; it belongs to no person."""

    form: Callable[[Desk, Kept[Any]], Form]
    record: Callable[[Desk, Kept[Any], Mapping[str, Any]], Any]


HOW: dict[str, Amends] = {
    "action": Amends(incidents.action_form, incidents.action),
    "away": Amends(
        lambda desk, _case, kept: forms.away_form(kept.record, desk.clock.today()),
        lambda _desk, _case, _kept, given: acts.away_from(given),
    ),
    "card": Amends(ladder.card_form, ladder.card),
    "consent": Amends(consents.form, consents.record),
    "concern": Amends(incidents.concern_form, incidents.concern),
    "debrief": Amends(ladder.debrief_form, ladder.debrief),
    "decision": Amends(
        lambda desk, _case, kept: forms.decision_form(kept.record, desk.clock.now()),
        lambda _desk, _case, kept, given: acts.decision_from(kept.record, given),
    ),
    "formulation": Amends(ladder.formulation_form, ladder.formulation),
    "measure": Amends(ladder.measure_form, ladder.measure),
    "incident": Amends(incidents.incident_form, incidents.incident),
    "observation": Amends(ladder.observation_form, ladder.observation),
    "person": Amends(
        lambda desk, _case, kept: forms.person_form(
            kept, desk.reading.people(), desk.clock.today()
        ),
        lambda _desk, _case, kept, given: acts.person_from(kept.record, given),
    ),
    "plan": Amends(
        lambda _desk, case, kept: forms.plan_form(case, kept.record),
        lambda _desk, _case, kept, given: acts.plan_from(kept.record, given),
    ),
    "preparation": Amends(ladder.preparation_form, ladder.preparation),
    "restriction": Amends(ladder.restriction_form, ladder.restriction),
    "risk_outcome": Amends(ladder.outcome_form, ladder.outcome),
    "review": Amends(
        lambda desk, case, kept: forms.review_form(
            kept.record, case.known_as, desk.clock.now()
        ),
        lambda _desk, _case, kept, given: acts.review_from(kept.record, given),
    ),
    "session": Amends(ladder.session_form, ladder.session),
    "step": Amends(ladder.step_form, ladder.step),
    **{kind: Amends(*told) for kind, told in mending_money.HOW.items()},
}
"""How each kind is amended; a test holds it against the kinds there are."""
OF_THE_SERVICE: dict[str, Ours] = {
    "action": Ours(incidents.our_action_form, incidents.our_action),
    "incident": Ours(incidents.our_incident_form, incidents.our_incident),
    "partner": Ours(partners.form, partners.record),
}
"""How each kind in the service's file is amended."""


def opened(desk: Desk, trail: Trail) -> tuple[About, Form]:
    """Return a record opened again.

    Raises NothingStands, CannotRead or NotAmended.
    """
    past, case = trail.standing, case_of(desk.reading, trail.file)
    if past is None:
        raise refused.NothingStands(trail)
    if past.record is None:
        raise refused.CannotRead(trail.kind)
    built = _form_of(desk, case, trail)
    if built is None:
        raise refused.NotAmended(trail.kind)
    it = About(desk, case, kept_of(trail, past))
    made = amended(
        built,
        name=acts.draft_name(trail.id),
        header=say(
            "{label}. {capital}. What should it say?",
            label=it.label,
            capital=capital(title_of(case, trail)),
        ),
        who=it.label,
    )
    return it, made


def _form_of(desk: Desk, case: Casefile | None, trail: Trail) -> Form | None:
    """Return the form of what stands of a record; None where nobody amends it."""
    past = trail.standing
    if past is None or past.record is None:
        return None
    kept = kept_of(trail, past)
    if case is None:
        ours = OF_THE_SERVICE.get(trail.kind)
        return ours.form(desk, kept) if ours else None
    mending = HOW.get(trail.kind)
    return mending.form(desk, case, kept) if mending else None


def _make(it: About, kind: str, answers: Answers) -> Any:
    """Return the record that answers make of a kind."""
    if it.case is None:
        return OF_THE_SERVICE[kind].record(it.desk, it.kept, answers)
    return HOW[kind].record(it.desk, it.case, it.kept, answers)


def record_of(it: About, form: Form, answers: Answers, kind: str) -> Any:
    """Return the record that answers make; what was not asked stays as it was."""
    stands = it.kept.record
    stood, complete = standing_answers(form)
    answered = _make(it, kind, _own(answers))
    if not complete:
        return answered if kind in WHOLE else merged(stands, stands, answered)
    as_asked = _make(it, kind, _own(stood))
    if kind in WHOLE:
        return stands if answered == as_asked else answered
    return merged(stands, as_asked, answered)


def _own(answers: Answers) -> Answers:
    return {key: value for key, value in answers.items() if key != REASON}


def labels(desk: Desk, trail: Trail) -> Labels:
    """Return how the form of a record names its answers; nothing where it has none."""
    form = _form_of(desk, case_of(desk.reading, trail.file), trail)
    return names_in(form) if form else {}


def names_in(form: Form) -> Labels:
    """Return how a form names its answers, and their choices."""
    asked = walk(form, form.known).asked
    return {
        question.key: Asked(
            question.short, tuple((c.key, c.label) for c in question.choices)
        )
        for question in asked
    }


def every_question() -> Iterator[Question]:
    """Return every question that any record can be opened with, each key once."""
    from inclusion_cli.cli.card import card_questions
    from inclusion_cli.cli.measure import measure_questions
    from inclusion_cli.cli.plan import any_step
    from inclusion_cli.interviews import (
        consent,
        debrief,
        formulation,
        observe,
        partner,
        plan,
        prepare_questions,
        restriction,
        risk_outcome,
        session,
    )

    yield reason_question()
    seen = {REASON, *NOT_ASKED}
    for questions in (
        debrief.every_question(),
        plan.step_questions(any_step(), {}),
        formulation.every_question(),
        card_questions(),
        observe.every_question(),
        measure_questions(),
        (q for q in prepare_questions.every_question() if not q.sealed),
        session.plan_questions(session.some_day()),
        consent.every_question(EARLY.date()),
        partner.every_question(EARLY.date()),
        restriction.every_question(),
        risk_outcome.every_question(),
        forms.every_question(EARLY),
        incidents.every_question(),
        mending_money.every_question(),
    ):
        for question in questions:
            if question.key not in seen:
                seen.add(question.key)
                asked = say("when the record has it")
                yield replace(question, asked=asked, required=False)
