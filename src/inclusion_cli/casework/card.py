"""Writing a card, and printing it: who holds which version is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.formulation import row_of
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.card import Card, Contact, Sign, Stage
from inclusion_cli.domain.card_sheet import card_sheet
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import NothingFound

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from inclusion_cli.domain.card import Numbers
    from inclusion_cli.domain.card_sheet import CardSheet
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

PURPOSES = {Holder.PERSON: "to carry", Holder.STAFF: "early-warning card"}
"""What stands on a copy; the one that is carried does not say what it is."""


class NoCardYet(NothingFound):
    """There is no card to show or print."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(f"{case.label} has no card yet.")
        self.hint = f"To write it, type: inclusion card write {case.person.record.code}"


def card_from(old: Kept[Card] | None, answers: Mapping[str, Any]) -> Card:
    """Return the version the answers stand for; a sign that stays keeps its id."""
    return Card(
        version=old.record.version + 1 if old else 1,
        stages=tuple(_stage(answers, number, old) for number in (1, 2, 3, 4)),
        not_helpful=answers["not_helpful"],
        on_call=answers["on_call"],
        contacts=tuple(
            Contact(row["name"], row["number"])
            for _number, row in row_of(answers, "contact")
        ),
    )


def write_card(work: Work, case: Casefile, card: Card) -> Saved:
    """Write a new version of the card; the earlier ones stay."""
    old, now = case.card, work.clock.now()
    kept = (
        work.amend(old, card, reason="new version", happened_at=now)
        if old
        else work.add(card, file=case.person.file)
    )
    work.clear_draft(case.person.file, "card")
    code = case.person.record.code
    return Saved(
        f"Saved for {case.label}: card, version {card.version}.",
        code=code,
        kind="card",
        id=kept.id,
        record=card,
        follows=tuple(_older_copies(case)),
        next=("card", "print", code),
    )


def _stage(answers: Mapping[str, Any], number: int, old: Kept[Card] | None) -> Stage:
    texts = [row["text"] for _n, row in row_of(answers, f"sign{number}")]
    known = {
        sign.text: sign.id
        for stage in (old.record.stages if old else ())
        for sign in stage.signs
    }
    used = set(known.values())
    signs = []
    for text in texts:
        sign_id = known.get(text) or _free_id(number, used)
        used.add(sign_id)
        signs.append(Sign(sign_id, text))
    return Stage(
        number=number,
        signs=tuple(signs),
        mine=tuple(row["text"] for _n, row in row_of(answers, f"mine{number}")),
        others=tuple(row["text"] for _n, row in row_of(answers, f"others{number}")),
    )


def _free_id(stage: int, used: set[str]) -> str:
    """Return an id no sign has had, so that old debriefs keep their meaning."""
    return next(f"s{stage}-{n}" for n in range(1, 1000) if f"s{stage}-{n}" not in used)


def _older_copies(case: Casefile) -> tuple[str, ...]:
    held = {
        paper.record.holder
        for paper in case.papers
        if paper.record.kind is PaperKind.CARD and paper.record.holder
    }
    words = {Holder.PERSON: case.known_as, Holder.STAFF: "Staff"}
    return tuple(
        f"{words[holder]} may hold an older version. Print a new one."
        for holder in Holder
        if holder in held
    )


def log_copy(work: Work, case: Casefile, *, size: str, holder: Holder) -> None:
    """Write that a copy of the card is made, and for whom, before it is."""
    if case.card is None:
        raise NoCardYet(case)
    recipient = case.known_as if holder is Holder.PERSON else "staff"
    paper = Paper(
        PaperKind.CARD,
        work.clock.today(),
        recipient=recipient,
        purpose=PURPOSES[holder],
        version=case.card.record.version,
        size=size,
        holder=holder,
    )
    work.add(paper, file=case.person.file)
    work.clear_draft(case.person.file, "card_print")


def make_card(
    reading: Reading,
    case: Casefile,
    *,
    today: date,
    numbers: Numbers,
    size: str,
    holder: Holder,
) -> CardSheet:
    """Return what a copy of the card says."""
    if case.card is None:
        raise NoCardYet(case)
    staff = holder is Holder.STAFF
    marks = sheet(
        reading,
        case.person.record.code,
        recipient="staff" if staff else case.known_as,
        purpose=PURPOSES[holder],
        on=today,
    )
    return card_sheet(
        case.card,
        marks,
        known_as=case.known_as,
        numbers=numbers,
        size=size,
        staff=staff,
    )
