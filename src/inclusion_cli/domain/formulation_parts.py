"""What a formulation is made of: its kinds, scenarios, people, sources, signatures.

Source of the fields: practice reference 1.2.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say


class TriggerKind(Enum):
    """The five categories of trigger, and the person's own."""

    CROWDS = "crowds"
    UNPREDICTABLE_INTERACTION = "unpredictable_interaction"
    SUBSTANCE_SETTING = "substance_setting"
    MONEY_PRESSURE = "money_pressure"
    RELATIONSHIP = "relationship"
    OWN = "own"


TRIGGER_KINDS = (
    Choice("crowds", say("Crowds")),
    Choice("unpredictable_interaction", say("People who may do something unexpected")),
    Choice("substance_setting", say("Places where people drink or use drugs")),
    Choice("money_pressure", say("Being asked for money or things")),
    Choice("relationship", say("Something between people")),
    Choice("own", say("Something else, in their own words")),
)


class ControlKind(Enum):
    """What a control is; only a restriction limits against or without agreement."""

    SUPPORT = "support"
    ENVIRONMENTAL = "environmental"
    AGREEMENT = "agreement"
    RESTRICTION = "restriction"


CONTROL_KINDS = (
    Choice("support", say("Support: something we do with them")),
    Choice("environmental", say("Surroundings: time, place, seat, route")),
    Choice("agreement", say("An agreement they made and can end")),
    Choice("restriction", say("A restriction: a limit that is not their own idea")),
)

LAWFUL_BASES = (
    Choice("agreed", say("They accept it, knowing what it means")),
    Choice("tenancy", say("A term of the tenancy or licence")),
    Choice("best_interests", say("Best interests, under the Mental Capacity Act")),
    Choice("court", say("A court order")),
    Choice("mha", say("A condition under the Mental Health Act")),
    Choice("justice", say("A criminal justice condition")),
    Choice("emergency", say("An emergency, for as long as it lasts")),
)
"""What a restriction may rest on; practice reference 1.2. Staffing is no basis."""


class Basis(Enum):
    """Whether what is feared has happened before."""

    HAPPENED = "happened"
    FEARED = "feared"
    BOTH = "both"


BASES = (
    Choice("happened", say("It has happened")),
    Choice("feared", say("It is feared, and has not happened")),
    Choice("both", say("Both: it has happened, and more is feared")),
)


class Exposure(Enum):
    """How the person meets the situation now."""

    AVOIDS = "avoids"
    WITH_SUPPORT = "with_support"
    ALONE = "alone"
    UNKNOWN = "unknown"


EXPOSURES = (
    Choice("avoids", say("Stays away from it")),
    Choice("with_support", say("Meets it with somebody there")),
    Choice("alone", say("Meets it alone")),
    Choice("unknown", say("Not known")),
)


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


PRESUMED = (
    Choice("presumed", say("Presumed: no reason to doubt it for this decision")),
    Choice("assessed", say("Assessed for this decision")),
)


@record
class Capacity:
    """The note on capacity for one decision: presumed, unless it was assessed.

    `best_interests` is where the best-interests decision is written.
    """

    decision: str
    basis: Presumed
    by: str = ""
    on: date | None = None
    support: str = ""
    outcome: str = ""
    best_interests: str = ""


class Signed(Enum):
    """How somebody agreed to the formulation, or why they did not."""

    SIGNED = "signed"
    SAID = "agreed_verbally"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"


SIGNED_WORDS = {
    Signed.SIGNED: say("signed"),
    Signed.SAID: say("agreed by word of mouth"),
    Signed.DECLINED: say("did not agree"),
    Signed.NOT_ASKED: say("was not asked"),
}


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
class Former:
    """A situation of an earlier version that was taken out; its id is not used again.

    A step may still name it.
    """

    id: str
    situation: str


@record
class Dated:
    """Words that stand unchanged since an earlier version: where, and since when."""

    field: str
    text: str
    on: date
