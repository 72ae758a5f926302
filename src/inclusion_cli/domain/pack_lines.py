"""The lines a review pack is made of: words only, ready to print."""

from __future__ import annotations

from inclusion_cli.domain.pack_formulation import FormulationLines
from inclusion_cli.domain.record import record
from inclusion_cli.domain.sheet import Sheet


@record
class RungLine:
    """One rung of the ladder, in words."""

    number: int
    title: str
    where: str
    company: str
    state: str
    since: str


@record
class SessionLine:
    """One session, in words; scores as text, "not given" where there is none."""

    day: str
    step: int
    outcome: str
    before: str
    peak: str
    after: str
    feared: str
    signs: str
    helped: str
    record: str


@record
class Noted:
    """What the worker wrote beside the answers: what it is, and in which words."""

    day: str
    what: str
    words: str
    record: str


@record
class Quote:
    """What the person said, and when."""

    day: str
    words: str
    record: str


@record
class DecisionLine:
    """One decision, why, with whom, and what it rests on."""

    day: str
    what: str
    why: str
    agreed_with: str
    look_again: str
    against: tuple[str, ...]
    records: tuple[str, ...]
    record: str
    review: str


@record
class AlarmLine:
    """One alarm; `side` says which of the two it is."""

    side: str
    says: str
    records: tuple[str, ...]


@record
class AgreedLine:
    """One criterion beside the records, ready to print."""

    answer: str
    agreed: str
    shows: str
    missing: str
    records: tuple[str, ...]


@record
class ReviewLines:
    """The latest review: the wish, and the evidence as it was shown then."""

    day: str
    step: str
    ready: str
    wish: str
    agreed: tuple[AgreedLine, ...]
    pause_signs: tuple[AgreedLine, ...]
    record: str


@record
class ReviewPack:
    """Everything a review pack says, in the order it says it."""

    sheet: Sheet
    title: str
    known_as: str
    service: str
    since: str
    until: str
    matters: str
    goal: str
    cost: str
    ladder: tuple[RungLine, ...]
    review: ReviewLines | None
    step: str
    agreed: tuple[AgreedLine, ...]
    pause_signs: tuple[AgreedLine, ...]
    left_out: tuple[str, ...]
    alarm_sides: tuple[str, ...]
    alarms: tuple[AlarmLine, ...]
    attendance: tuple[str, ...]
    sessions: tuple[SessionLine, ...]
    quotes: tuple[Quote, ...]
    noted: tuple[Noted, ...]
    fears: str
    crisis: str
    decisions: tuple[DecisionLine, ...]
    formulation: FormulationLines | None
    card: str
    next: tuple[str, ...]
