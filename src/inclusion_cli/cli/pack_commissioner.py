"""`inclusion pack commissioner`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking, files
from inclusion_cli.casework import commissioner as acts
from inclusion_cli.casework.leaving import leaving_from
from inclusion_cli.cli.options import Out, guided, nothing_saved
from inclusion_cli.cli.papers import write_parts
from inclusion_cli.cli.periods import First, Last, Period, Progress, period
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.interviews import pack_commissioner as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typer

    from inclusion_cli.domain.commissioner import Commissioner
    from inclusion_cli.domain.leaving import Leaving
    from inclusion_cli.interviews.question import Question


def questions() -> Iterator[Question]:
    """Return the questions of a pack, for flags and for `--questions`."""
    return asks.every_question(Clock().today())


def register(app: typer.Typer) -> None:
    """Enter the command in its group."""
    guided(app, "commissioner", acts.FORM, questions)(commissioner)


def commissioner(
    desk: Desk, *, first: First = None, last: Last = None, out: Out = None
) -> Any:
    """Make a pack for commissioners: everybody together, nobody by name.

    Markdown, PDF, and the numbers as CSV files beside them. Counts under 5 are not
    shown, nor what would give them away. To see the records behind each claim:
    inclusion why, with the id of the paper.
    """
    days = period(desk, first, last)
    form = asks.form(desk.clock.today(), few=_few(desk, days))
    draft = asking.resumed(desk, "", form.name, say("a commissioner pack"))
    given = asking.gather(desk, form, "", draft=draft, again="pack commissioner")
    leaving = leaving_from(given)
    if desk.call.dry_run:
        return nothing_saved(say("the service"), None, form, given)
    return _made(desk, days, leaving, out)


def _few(desk: Desk, days: Period) -> tuple[str, ...]:
    """Return the warning that nothing could be shown; () with nobody to read it."""
    if desk.asker is None:
        return ()
    about = acts.Counting(days.first, days.last, desk.clock.now(), desk.defaults)
    if not acts.too_few(desk.reading, about):
        return ()
    return asks.few_people(days.first, days.last)


def _made(desk: Desk, days: Period, leaving: Leaving, out: str | None) -> PapersMade:
    """Count, log that it leaves, and only then write the papers."""
    reading, now = desk.reading, desk.clock.now()
    about = acts.Counting(days.first, days.last, now, desk.defaults)
    pack = acts.counted(reading, about, seen=Progress(desk))
    with desk.writing() as work:
        record = acts.log_pack(work, reading.service_file(), pack, leaving)
    paper = acts.paper_of(reading, pack, leaving, on=desk.clock.today())
    written = write_parts(desk, paper, "commissioner", out)
    stem = Path(written[0]).with_suffix("")
    folder = stem.with_name(f"{stem.name}-data")
    data = _write_data(folder, pack, paper.sheet)
    return PapersMade(
        says=say("Commissioner pack for {recipient}:", recipient=leaving.recipient),
        code="",
        paths=(*written, *data),
        next=("why", short_id(record)),
        follows=tuple(_follows(pack)),
    )


def _write_data(folder: Path, pack: Commissioner, sheet: Any) -> tuple[str, ...]:
    """Write the tables and return their folder; none where no count is shown."""
    from inclusion_cli.documents.data_package import files_of

    tables = files_of(pack, sheet)
    if not tables:
        return ()
    files.make_folder(folder)
    for name, data in tables.items():
        files.write_new(folder / name, data)
    return (str(folder),)


def _follows(pack: Commissioner) -> Iterator[str]:
    shown = sum(claim.shown(pack.cells.kept_back) for claim in pack.claims)
    yield say("{shown} of {all} claims are shown.", shown=shown, all=len(pack.claims))
    if pack.too_few:
        yield say("There are fewer than 5 people, so no count is shown.")
