"""`inclusion dashboard [PERSON] [--html FILE]`."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking, files
from inclusion_cli.casework import dashboard as acts
from inclusion_cli.casework.commissioner import Counting, counted
from inclusion_cli.casework.leaving import leaving_from
from inclusion_cli.casework.papers import sheet
from inclusion_cli.cli.options import Person, guided, nothing_saved
from inclusion_cli.cli.periods import First, Last, Period, Progress, period
from inclusion_cli.cli.tree import single
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.dashboard import (
    Dashboard,
    person_dashboard,
    service_dashboard,
)
from inclusion_cli.domain.dashboard_outside import outside_dashboard
from inclusion_cli.domain.dates import end_of
from inclusion_cli.domain.numbers import person_numbers
from inclusion_cli.domain.receipts import DryRun, PapersMade
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews import dashboard as asks
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.leaving import Leaving
    from inclusion_cli.interviews.question import Question

app = single("dashboard")


def dashboard_questions() -> Iterator[Question]:
    """Return the questions of any dashboard that leaves."""
    return asks.every_question(Clock().today())


@guided(app, None, "dashboard", dashboard_questions)
def dashboard(
    desk: Desk,
    person: Person = None,
    *,
    first: First = None,
    last: Last = None,
    html: Annotated[
        str | None,
        typer.Option(
            "--html", metavar="FILE|DIR", help=say("Write a page to open offline.")
        ),
    ] = None,
) -> Any:
    """Show the numbers of one person, or of everybody together.

    Sessions, what lasted, time and company, worry, signs and crisis calls, keeping
    safe, pauses, and what caution cost. With --html it asks who gets the page and what
    for, and keeps a note of it. In a folder, the page gets a name that is free.
    """
    case = asking.anybody(desk, person) if person else None
    days = period(desk, first, last)
    if html is None:
        return _shown(desk, case, days)
    path = Path(html).expanduser().absolute()
    options = (("--html", str(path)), ("--from", first), ("--to", last))
    typed = " ".join(f"{flag} {quote(raw)}" for flag, raw in options if raw)
    return _page(desk, case, days, path, typed)


def _shown(desk: Desk, case: Casefile | None, days: Period) -> Dashboard:
    now = min(end_of(days.last), desk.clock.now())
    told: dict[str, Any] = {"now": now, "first": days.first, "last": days.last}
    if case is not None:
        numbers = person_numbers(case, defaults=desk.defaults, **told)
        return person_dashboard(case, numbers)
    people = acts.everybody(
        desk.reading, defaults=desk.defaults, seen=Progress(desk), **told
    )
    service = desk.reading.service()
    return service_dashboard(
        people,
        first=days.first,
        last=days.last,
        service=service.record.name if service else "",
        ours=acts.ours(desk.reading, **told),
    )


def _outside(desk: Desk, days: Period) -> Dashboard:
    about = Counting(days.first, days.last, desk.clock.now(), desk.defaults)
    return outside_dashboard(counted(desk.reading, about, seen=Progress(desk)))


def _page(
    desk: Desk, case: Casefile | None, days: Period, path: Path, typed: str
) -> PapersMade | DryRun:
    """Ask who gets it, log that it leaves, and only then write the page.

    `typed` are the options that carry it on.
    """
    if path.exists() and not path.is_dir():
        raise NotUnderstood(
            say('There is a file "{path}". Name another one.', path=one_line(str(path)))
        )
    today, subject = desk.clock.today(), case.person.file if case else ""
    form = asks.person_form(case, today) if case else asks.service_form(today)
    who = case.label if case else say("the service")
    draft = asking.resumed(
        desk, subject, form.name, say("a dashboard of {who}", who=who)
    )
    code = case.person.record.code if case else ""
    given = asking.gather(
        desk,
        form,
        subject,
        draft=draft,
        about={"typed": typed},
        again=" ".join(filter(None, ("dashboard", code, typed))),
    )
    leaving = leaving_from(given)
    if desk.call.dry_run:
        _log(desk, case, leaving)
        return nothing_saved(who, None, form, given)
    outside = given.get("reader") == asks.OUTSIDE
    view = _outside(desk, days) if outside else _shown(desk, case, days)
    return _written(desk, case, view, path, leaving)


def _log(desk: Desk, case: Casefile | None, leaving: Leaving) -> None:
    """Log that a page is given, before it is made."""
    file = case.person.file if case else desk.reading.service_file()
    with desk.writing() as work:
        acts.log_page(work, leaving, file, case=case)


def _written(
    desk: Desk, case: Casefile | None, view: Dashboard, path: Path, leaving: Leaving
) -> PapersMade:
    from inclusion_cli.documents import stationery
    from inclusion_cli.documents.dashboard import as_html

    into = path.is_dir()
    if not into:
        files.make_folder(path.parent)
    _log(desk, case, leaving)
    code = case.person.record.code if case else ""
    marks = sheet(
        desk.reading,
        code or say("service"),
        recipient=leaving.recipient,
        purpose=leaving.purpose,
        on=desk.clock.today(),
    )
    page = as_html(view, marks, desk.settings.templates)
    if into:
        stem = f"dashboard-{code or 'service'}"
        (path,) = stationery.put(path, stem, desk.clock.today(), {"html": page})
    else:
        files.write_new(path, page)
    return PapersMade(
        says=say("The page for {recipient}:", recipient=leaving.recipient),
        code=code,
        paths=(str(path),),
        next=("dashboard", *([code] if code else [])),
        follows=(say("That it was given is kept."),),
    )
