"""`inclusion amend`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework.amend import amend_record, changed_since
from inclusion_cli.casework.look_up import find_record
from inclusion_cli.cli.mending import every_question, names_in, opened, record_of
from inclusion_cli.cli.options import guided, nothing_saved
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.naming import kind_words
from inclusion_cli.interviews.amend import REASON
from inclusion_cli.tongue import say

app = single("amend")
Id = Annotated[
    str | None,
    typer.Argument(
        help=say("An id, 4 signs of it or more; or a code."), metavar="[ID]"
    ),
]
Kind = Annotated[
    str | None,
    typer.Argument(help=say("After a code, a kind of record: card."), metavar="[KIND]"),
]


@guided(app, None, "amend", every_question, quiet=True)
def amend(desk: Desk, id_: Id = None, which: Kind = None) -> Any:
    """Change a record that stands, with a reason. What it said before stays.

    Examples: inclusion amend 0f3a2b1c. inclusion amend AK-014 card. inclusion amend
    0f3a2b1c --reason "typing error" --worry-peak 6. Each question of the record's own
    form is an option: inclusion amend --questions lists them.
    """
    trail = find_record(desk.search, id_, which, worker=desk.worker.id)
    it, form = opened(desk, trail)
    what, short = kind_words(trail.kind), short_id(trail.id)
    about = say("a change to the {what} of {label}", what=what, label=it.label)
    draft = asking.resumed(desk, trail.file, form.name, about)
    asked = names_in(form)
    began = draft.about.get("entry", "") if draft else ""
    news = changed_since(it.case, trail, began, asked)
    given = asking.gather(
        desk,
        replace(form, intro=(*news, *form.intro)),
        trail.file,
        draft=draft,
        about={"record": trail.id, "entry": it.kept.entry},
        again=f"amend {short}",
    )
    record = record_of(it, form, given, trail.kind)
    with desk.writing() as work:
        saved = amend_record(
            work,
            it.case,
            it.kept,
            record,
            reason=given[REASON],
            asked=asked,
            draft=form.name if desk.asker else "",
        )
    if desk.call.dry_run:
        return nothing_saved(it.label, record, form, given)
    return saved
