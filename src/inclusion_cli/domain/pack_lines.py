"""The lines a review pack is made of: words only, ready to print."""

from __future__ import annotations

from inclusion_cli.domain.chart import Chart
from inclusion_cli.domain.measure_lines import MeasureSum
from inclusion_cli.domain.pack_formulation import FormulationLines
from inclusion_cli.domain.pack_money import MoneyPart, SafeLine
from inclusion_cli.domain.record import record
from inclusion_cli.domain.restriction_lines import LimitLine
from inclusion_cli.domain.risk_lines import RiskLine
from inclusion_cli.domain.sheet import Sheet

Row = tuple[str, str]


@record
class Table:
    """Rows of words under heads; the last column holds record ids.

    `wide` gives the share of each column, 0 for as wide as its words.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: tuple[int, ...]


@record
class SafetyPart:
    """Incidents and concerns that a paper may tell, and what it never tells."""

    table: Table
    note: str


@record
class RungLine:
    """One rung of the ladder, in words."""

    number: int
    title: str
    where: str
    company: str
    state: str
    since: str
    record: str


@record
class SessionLine:
    """One session, in words; scores as text, "not given" where there is none.

    `mark` says that it was written late or mended since, "" for neither.
    """

    number: int
    day: str
    step: str
    outcome: str
    before: str
    peak: str
    after: str
    feared: str
    signs: str
    helped: str
    record: str
    mark: str = ""


@record
class Noted:
    """What the worker wrote beside the answers: what it is, and in which words."""

    day: str
    what: str
    words: str
    record: str


@record
class Quote:
    """What the person said, when, and on what occasion."""

    day: str
    words: str
    record: str
    what: str = ""


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
    mark: str = ""


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
class SessionPart:
    """How sessions went: counts with their n, each session, signs, what helped."""

    attendance: tuple[str, ...]
    gaps: tuple[str, ...]
    sessions: tuple[SessionLine, ...]
    quotes: tuple[Quote, ...]
    signs: Table | None
    signs_asked: str
    helped: Table | None
    limits: Table | None
    behaviours: Table | None
    used: str
    noted: tuple[Noted, ...]


@record
class BetweenPart:
    """What was seen between sessions: crisis calls, and what else was written."""

    crisis: str
    lines: tuple[str, ...]
    table: Table | None


@record
class FearPart:
    """Fears against facts: what was expected, and what came of it."""

    lines: tuple[str, ...]
    table: Table | None
    guesses: Table | None
    thoughts: str


@record
class DecisionPart:
    """Decisions: what the last meeting decided, and what was decided since.

    `earlier` are those of this time that were decided before that meeting.
    """

    since: str
    last: tuple[DecisionLine, ...]
    lines: tuple[DecisionLine, ...]
    none: str
    earlier: tuple[DecisionLine, ...] = ()


@record
class ReviewPack:
    """Everything a review pack says, in the order it says it."""

    sheet: Sheet
    title: str
    known_as: str
    service: str
    since: str
    until: str
    who: tuple[Row, ...]
    own: tuple[Quote, ...]
    no_words: str
    replies: tuple[Quote, ...]
    matters: str
    goal: str
    cost: str
    ladder: tuple[RungLine, ...]
    rung_title: str
    rung_rows: tuple[Row, ...]
    step: str
    agreed: tuple[AgreedLine, ...]
    pause_signs: tuple[AgreedLine, ...]
    left_out: tuple[str, ...]
    review: ReviewLines | None
    sessions: SessionPart
    charts: tuple[Chart, ...]
    between: BetweenPart
    fears: FearPart
    decided: DecisionPart
    limits: tuple[LimitLine, ...]
    risks: tuple[RiskLine, ...]
    alarm_sides: tuple[str, ...]
    alarms: tuple[AlarmLine, ...]
    alarm_note: str
    formulation: FormulationLines | None
    card: str
    next: tuple[str, ...]
    measures: tuple[MeasureSum, ...] = ()
    safety: SafetyPart | None = None
    money: MoneyPart | None = None
    less: tuple[SafeLine, ...] = ()
