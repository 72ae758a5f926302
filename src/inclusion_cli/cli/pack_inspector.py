"""`inclusion pack inspector`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking, own_data
from inclusion_cli.casework import pack_inspector as acts
from inclusion_cli.casework.trace import says_names_out
from inclusion_cli.cli.options import Out, guided, nothing_saved
from inclusion_cli.cli.papers import write_parts
from inclusion_cli.cli.periods import Progress
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import pack_inspector as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    import typer

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.registration import Registration
    from inclusion_cli.interviews.question import Form


def register(app: typer.Typer) -> None:
    """Enter the command in its group."""
    guided(app, "inspector", acts.FORM, asks.every_question)(inspector)


def inspector(desk: Desk, *, out: Out = None) -> Any:
    """Make a pack for an inspector: what is written, and what is not.

    It asks first if the service is registered. Each sentence has its records behind it,
    or says that no evidence was found. Names that are found
    are left out, and listed for you: read it through.
    That it is given is logged, and in the file of each whose thread is told.
    """
    about = say("a pack for an inspector")
    draft = asking.resumed(desk, "", acts.FORM, about)
    known, form = form_of(desk)
    given = asking.gather(desk, form, "", draft=draft, again="pack inspector")
    found = own_data.lenses(desk.settings.data)
    registration = acts.registration_said(given, known, desk.clock)
    it = acts.Looking(
        desk.worker.id,
        desk.clock.now(),
        found.value,
        desk.defaults,
        Progress(desk),
        len(found.notes),
    )
    paper, telling = acts.make_pack(desk.search, given, registration, it)
    with desk.writing() as work:
        acts.log_pack(work, given, registration, telling)
    if desk.call.dry_run:
        return nothing_saved(form.who, registration.record, form, given)
    paths = write_parts(desk, paper, "inspector", out)
    says = say("Inspector's pack for {service}:", service=form.who)
    return PapersMade(
        says,
        "",
        paths,
        ("today",),
        follows=(*found.notes, *says_names_out(telling.names)),
    )


def form_of(desk: Desk) -> tuple[Kept[Registration] | None, Form]:
    """Return what is known of the registration, and what is asked before a pack."""
    service, today = desk.reading.service(), desk.clock.today()
    worker, found = desk.worker, own_data.lenses(desk.settings.data)
    assert service is not None, "who has a worker has a service"
    known = acts.known_here(desk.search, worker.id, today)
    nation = service.record.nation
    it = asks.Asking(
        today,
        service=service.record.name,
        nation=nation,
        known=known.record if known else None,
        codes=tuple(kept.record.code for kept in desk.reading.people()),
        lenses=tuple(
            Choice(one.key, one.title) for one in found.value if nation in one.nations
        ),
        worker=worker.record.name,
        notes=found.notes,
        written=lambda codes, to: acts.written_of(desk.search, codes, to, on=today),
    )
    return known, asks.form(it)
