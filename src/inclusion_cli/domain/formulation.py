"""The formulation: trigger, what tends to happen, early sign, what helps, control.

Source of the fields and of the two-strengths rule: practice reference 1.2.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import HIGHEST, LOWEST, Choice

STRENGTHS_NEEDED = 2


class TriggerKind(Enum):
    """The five categories of trigger, and the person's own."""

    CROWDS = "crowds"
    UNPREDICTABLE_INTERACTION = "unpredictable_interaction"
    SUBSTANCE_SETTING = "substance_setting"
    MONEY_PRESSURE = "money_pressure"
    RELATIONSHIP = "relationship"
    OWN = "own"


TRIGGER_KINDS = (
    Choice("crowds", "Crowds"),
    Choice("unpredictable_interaction", "People who may do something unexpected"),
    Choice("substance_setting", "Places where people drink or use drugs"),
    Choice("money_pressure", "Being asked for money or things"),
    Choice("relationship", "Something between people"),
    Choice("own", "Something else, in their own words"),
)


class ControlKind(Enum):
    """What a control is; only a restriction limits against or without agreement."""

    SUPPORT = "support"
    ENVIRONMENTAL = "environmental"
    AGREEMENT = "agreement"
    RESTRICTION = "restriction"


CONTROL_KINDS = (
    Choice("support", "Support: something we do with them"),
    Choice("environmental", "Surroundings: time, place, seat, route"),
    Choice("agreement", "An agreement they made and can end"),
    Choice("restriction", "A restriction: a limit they did not choose"),
)

LAWFUL_BASES = (
    Choice("agreed", "They agreed to it, knowing what it means"),
    Choice("tenancy", "A term of the tenancy or licence"),
    Choice("best_interests", "Best interests, under the Mental Capacity Act"),
    Choice("court", "A court order"),
    Choice("mha", "A condition under the Mental Health Act"),
    Choice("justice", "A criminal justice condition"),
    Choice("emergency", "An emergency, for as long as it lasts"),
)
"""What a restriction may rest on; practice reference 1.2. Staffing is no basis."""


class Basis(Enum):
    """Whether what is feared has happened before."""

    HAPPENED = "happened"
    FEARED = "feared"
    BOTH = "both"


class Exposure(Enum):
    """How the person meets the situation now."""

    AVOIDS = "avoids"
    WITH_SUPPORT = "with_support"
    ALONE = "alone"
    UNKNOWN = "unknown"


@record
class Trigger:
    """A real situation that unsettles this person, and what is known about it.

    `example` is a past example with its date and source, "none known" counted as such;
    `rating` is the worry the person expects there now, 0 to 10.
    """

    id: str
    kind: TriggerKind
    situation: str
    tends_to_happen: str
    early_signs: str
    helps: str
    basis: Basis | None = None
    worse: str = ""
    exposure: Exposure | None = None
    example: str = ""
    rating: int | None = None

    def __post_init__(self) -> None:
        if self.rating is not None and not LOWEST <= self.rating <= HIGHEST:
            raise ValueError("worry is rated from 0 to 10")


@record
class Scenario:
    """What could plausibly happen, and who does what; no score, practice reference 1.2.

    `soon` is how soon once it starts, in words. `will_not` is what we will not do.
    """

    triggers: tuple[str, ...]
    what: str
    starts: str
    soon: str
    worst: str
    likely: str
    first_sign: str
    we_do: str
    person_does: str
    told: str
    will_not: str
    context: str = ""
    protects: str = ""


@record
class Contributor:
    """Who helped to write it, as what, and when they were asked."""

    name: str
    role: str
    on: date


@record
class Source:
    """A document or a person it rests on, and its date."""

    what: str
    on: date


@record
class Disagreement:
    """A view that differs, kept beside the others, and how it was met."""

    who: str
    view: str
    met: str


class Presumed(Enum):
    """Whether capacity for this decision was presumed or assessed."""

    PRESUMED = "presumed"
    ASSESSED = "assessed"


@record
class Capacity:
    """The note on capacity for one decision: presumed, unless it was assessed."""

    decision: str
    basis: Presumed
    by: str = ""
    on: date | None = None
    support: str = ""
    outcome: str = ""


class Signed(Enum):
    """How somebody agreed to the formulation, or why they did not."""

    SIGNED = "signed"
    SAID = "agreed_verbally"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"


@record
class SignOff:
    """One sign-off: `who` is "person", "worker" or "manager"; `why` where not asked."""

    who: str
    how: Signed
    on: date
    name: str = ""
    why: str = ""


@record
class KeptWords:
    """A phrase the language check questioned and the writer kept, with the reason."""

    rule: str
    text: str
    reason: str


@record
class Control:
    """Anything done to limit or shape; it names the trigger it answers.

    A restriction also says why, on what lawful basis, what less limiting way was tried
    and what ends it.
    """

    text: str
    kind: ControlKind
    trigger: str
    harm: str = ""
    lawful_basis: str = ""
    tried: str = ""
    ends_when: str = ""

    def __post_init__(self) -> None:
        grounds = (self.harm, self.lawful_basis, self.tried, self.ends_when)
        if self.kind is ControlKind.RESTRICTION and not all(grounds):
            raise ValueError("a restriction says why, on what basis, and what ends it")


@record
class Formulation:
    """The shared account of what is hard, what is strong and what is done about it.

    `account` is the person's own, given on `account_on`; where they gave none,
    `no_account_because` says why and how their view was sought. `review_events` are the
    events that force an early review. `orphans_because` is why a situation was left
    without an answer, `unchanged_because` why nothing changed after an event.
    """

    version: int
    what_matters: str
    cost_of_not_doing: str
    triggers: tuple[Trigger, ...]
    strengths: tuple[str, ...]
    controls: tuple[Control, ...]
    review_on: date
    account: str = ""
    account_on: date | None = None
    no_account_because: str = ""
    presenting: str = ""
    background: str = ""
    keeps_going: str = ""
    identity: str = ""
    scenarios: tuple[Scenario, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    sources: tuple[Source, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    capacity: Capacity | None = None
    sign_offs: tuple[SignOff, ...] = ()
    review_events: tuple[str, ...] = ()
    orphans_because: str = ""
    unchanged_because: str = ""
    words_kept: tuple[KeptWords, ...] = ()

    def __post_init__(self) -> None:
        if not self.triggers:
            raise ValueError("a formulation names at least one trigger")
        if len(self.strengths) < STRENGTHS_NEEDED:
            raise ValueError(f"a formulation names {STRENGTHS_NEEDED} strengths")
        known = {trigger.id for trigger in self.triggers}
        if any(control.trigger not in known for control in self.controls):
            raise ValueError("each control names a trigger of this formulation")

    def unanswered(self) -> tuple[Trigger, ...]:
        """Return the triggers no control answers: risk nobody is managing."""
        answered = {control.trigger for control in self.controls}
        return tuple(t for t in self.triggers if t.id not in answered)
