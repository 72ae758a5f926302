"""What a stand-in and a colleague hold tonight says how things really stand."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.card import Action, Sign, Stage
from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.continuity import continuity
from inclusion_cli.domain.debrief import Session
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.incident import Incident
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.restriction import Restriction
from inclusion_cli.domain.safety import Safety, ServiceRecords
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.visit_rows import LIMITS, TODAY, rows
from tests.builders import a_card, a_step, at, day
from tests.domain.making import a_case, keep

NOW = at(5, 9)
UNSIGNED = keep(Restriction("No going out after 8pm", day(5), emergency=True), 5)
STEP = keep(a_step(travel="In the worker's car"), id="step-1")


def sheet_of(case: Any, part: str) -> list[str]:
    """Return the lines of one part of the stand-in's page."""
    return [row.text for row in rows(case, now=NOW) if row.part == part]


def pages_of(case: Any) -> str:
    """Return all that the continuity pack says of one person."""
    marks = Sheet("AK-014", "Jo", "to carry on", day(5), "5", "0000", 1, practice=False)
    paper = continuity((case,), marks, now=NOW, defaults=SHIPPED, drafts=(), where={})
    return "\n".join(line.says for part in paper.parts for line in part.lines)


def test_a_limit_nobody_signed_is_no_order() -> None:
    """Placed at once, its grounds still asked: both papers say so."""
    case = a_case(steps=(STEP,), safety=Safety(restrictions=(UNSIGNED,)))

    (told,) = sheet_of(case, LIMITS)

    assert "not signed off" in told
    assert "Ask the manager" in told
    assert "not signed off" in pages_of(case).lower()


def test_a_session_of_another_day_is_not_told_as_todays() -> None:
    """The day stands beside it, and the way there is that of a session."""
    coming = keep(Session("step-1", at(6, 19)), 4)
    case = a_case(steps=(STEP,), sessions=(coming,))

    told = sheet_of(case, TODAY)

    assert "The next session is on Sunday 6 September, 7pm." in told
    assert "Way there and back, at a session: In the worker's car" in told
    late = replace(case, sessions=())
    assert "No session is planned." in sheet_of(late, TODAY)


def test_a_colleague_reads_what_may_be_told_and_what_went_wrong() -> None:
    """Not the name of who is told alone."""
    agreed = Consent(
        ConsentKind.TELL, day(1), Answered.GIVEN, "the kitchen",
        recipient="Noor", items=("first_name",), until=day(60),
    )  # fmt: skip
    kicked = Incident("A man on the bus kicked her leg", at(4))
    case = a_case(
        safety=Safety(consents=(keep(agreed, 1),), incidents=(keep(kicked, 4),))
    )

    told = pages_of(case)

    assert "Noor, until" in told
    assert "what they like to be called" in told.lower()
    assert "A man on the bus kicked her leg" in told


def test_the_pack_prints_a_command_that_proves_the_record_whole() -> None:
    """It asks for the code and the count: one is refused without the other."""
    marks = Sheet("AK-014", "Jo", "to carry on", day(5), "5", "0000", 1, practice=False)
    paper = continuity((), marks, now=NOW, defaults=SHIPPED, drafts=(), where={})

    (first,) = paper.parts

    assert "inclusion verify --against CODE --count N." in first.lines[-1].says


def test_no_consent_is_said_as_none_and_never_as_a_rule_of_theirs() -> None:
    """Where nothing was agreed, the paper does not say that somebody forbade it."""
    told = pages_of(a_case(steps=(STEP,)))

    assert "Nothing is agreed about telling anybody." in told
    assert "Nobody may be told" not in told


def test_what_went_wrong_of_nobody_in_particular_is_in_the_paper_of_everybody() -> None:
    """The stairs are everybody's: what happened there, and that nobody graded it."""
    fell = keep(Incident("Somebody fell on the stairs", at(1)), 1)
    marks = Sheet("all", "Jo", "to carry on", day(5), "5", "0000", 1, practice=False)
    ours = ServiceRecords(incidents=(fell,))
    paper = continuity(
        (), marks, now=NOW, defaults=SHIPPED, drafts=(), where={}, ours=ours
    )

    (_first, part) = paper.parts
    told = " ".join(line.says for line in part.lines)

    assert part.title == "The service"
    assert "Somebody fell on the stairs" in told
    assert "nobody has said how serious it was" in told


def test_a_colleague_reads_first_what_needs_help_now() -> None:
    """With what others do, how fast, and what they do; the earlier stages after it."""
    come = Action("o4", "Come at once", who="On call", within="10 minutes")
    four = Stage(4, (Sign("s4", "I pack"),), (Action("m4", "I ring 999"),), (come,))
    card = a_card(stages=(*a_card().stages[:3], four))
    told = pages_of(a_case(card=keep(card, 2)))

    said = (
        '"I pack"',
        '"On call" (within: 10 minutes): "Come at once"',
        '"I ring 999"',
    )
    places = [told.index(text) for text in (*said, '"sign 3"', '"sign 2"')]

    assert places == sorted(places)


def test_what_is_due_stands_on_paper_by_its_date() -> None:
    """The day after tomorrow, "tomorrow" would be wrong: it is read on another day."""
    coming = keep(Session("step-1", at(6, 19)), 4)
    late = keep(Session("step-1", at(4, 11)), 3)
    case = a_case(steps=(STEP,), sessions=(coming, late))

    told = pages_of(case)

    assert "Session, Sunday 6 September 7pm" in told
    assert "Debrief, Friday 4 September 11am" in told
    assert not [w for w in ("today", "tomorrow", "yesterday") if w in told.lower()]
    on_screen = [item.says for item in due_for(case, now=NOW)]
    assert any(says.startswith("Session, tomorrow 7pm") for says in on_screen)
