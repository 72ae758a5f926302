"""A worker's own supervision: what it opens from, and the record of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.action import add_action
from inclusion_cli.casework.papers import sheet
from inclusion_cli.casework.rows import rows_of
from inclusion_cli.domain.action import Action
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.supervision import Supervision
from inclusion_cli.domain.supervision_page import Supervisions, supervisions, to_paper
from inclusion_cli.domain.supervision_since import Prepared, prepared
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.paper_parts import PartsPaper
    from inclusion_cli.domain.service import Worker
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

CODE = ""
RECIPIENT = say("The worker and their supervisor")
PURPOSE = say("Supervision")


def opens_from(
    reading: Reading,
    worker: Kept[Worker],
    *,
    now: datetime,
    defaults: Defaults = SHIPPED,
) -> Prepared:
    """Return what happened in a worker's own work since their last supervision."""
    own = reading.service_records(worker.id)
    cases = [reading.casefile(kept.file) for kept in reading.people()]
    return prepared(
        [case for case in cases if case.closed_on is None],
        left=[case for case in cases if case.closed_on],
        worker=worker,
        earlier=own.supervisions,
        agreed=own.agreed,
        now=now,
        defaults=defaults,
    )


def supervision_from(
    worker: Kept[Worker], since: Any, answers: Mapping[str, Any]
) -> Supervision:
    """Return the record the answers stand for."""
    texts = ("wellbeing", "supported", "held_back", "whose_anxiety", "person_wanted")
    more = ("predicted", "bias", "could_lift", "learning", "decision_quality")
    return Supervision(
        worker=worker.id,
        on=answers["on"],
        since=since,
        minutes=answers.get("minutes"),
        supervisor=answers["supervisor"],
        cases=answers.get("cases") or (),
        asked_safeguarding=answers["asked_safeguarding"] == "yes",
        next_on=answers.get("next_on"),
        **{key: answers.get(key) or "" for key in (*texts, *more)},
    )


def agreements_from(answers: Mapping[str, Any]) -> Iterator[Action]:
    """Return what was agreed, each as an action."""
    for _number, row in rows_of(answers, "agreed", "what"):
        yield Action(row["what"], row["owner"], row["due"])


def record_supervision(
    work: Work, worker: Kept[Worker], record: Supervision, agreed: tuple[Action, ...]
) -> Saved:
    """Write a supervision in the worker's own file, which is made the first time."""
    file = own_file(work, worker)
    kept = work.add(record, file=file)
    for action in agreed:
        add_action(work, file, _of(action, kept.id))
    work.clear_draft("", "supervision")
    return Saved(
        say("Saved in your own file: supervision of {day}.", day=say_day(record.on)),
        kind="supervision",
        id=kept.id,
        record=record,
        follows=(
            say(
                "It stands in your own file. It is in nobody's pack, and find does "
                "not find it."
            ),
            *([_taken(len(agreed))] if agreed else []),
        ),
        next=("supervision", "list"),
    )


def own_file(work: Work, worker: Kept[Worker]) -> str:
    """Return a worker's own file, a new one where there is none yet."""
    mine = work.of_kind("supervision", "v.worker = ?", worker.id)
    papers = (
        kept.file
        for kept in work.all(Paper)
        if kept.record.kind is PaperKind.SUPERVISION and kept.author == worker.id
    )
    return mine[-1].file if mine else next(papers, "") or work.new_file()


def _of(action: Action, supervision: str) -> Action:
    return Action(action.what, action.owner, action.due, of=supervision)


def _taken(number: int) -> str:
    what = say_many("{number} thing is", "{number} things are", number)
    return say("{what} agreed, and on home by the day.", what=what)


def listed(reading: Reading, worker: Kept[Worker]) -> Supervisions:
    """Return a worker's supervisions, the latest first, with what was agreed."""
    own = reading.service_records(worker.id)
    return supervisions(worker.record.name, own.supervisions, own.agreed)


def print_prepared(work: Work, worker: Kept[Worker], found: Prepared) -> PartsPaper:
    """Log that what a supervision opens from is printed, and return the paper."""
    on = work.clock.today()
    file = own_file(work, worker)
    paper = Paper(PaperKind.SUPERVISION, on, recipient=RECIPIENT, purpose=PURPOSE)
    work.add(paper, file=file)
    marks = sheet(work, CODE, recipient=RECIPIENT, purpose=PURPOSE, on=on)
    return to_paper(found, marks)
