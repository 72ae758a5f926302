"""`inclusion formulate`."""

from __future__ import annotations

from datetime import date
from typing import Any

from inclusion_cli import asking
from inclusion_cli.casework.formulation import formulation_from, write_formulation
from inclusion_cli.cli.options import Person, guided, nothing_saved
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.interviews import formulation as asks

app = single("formulate")


@guided(
    app,
    None,
    "formulation",
    lambda: asks.questions("the person", date(2000, 1, 1), {}),
)
def formulate(desk: Desk, person: Person = None) -> Any:
    """Write what matters to a person, what is hard, and what helps.

    Each time is a new version. It starts from the one before: Enter keeps a line, and a
    line in the check page is changed by its number.
    """
    case, draft = asking.begin(desk, person, "formulation", "a formulation for")
    form = asks.form(case, desk.clock.today())
    old = case.formulation
    given = asking.answers_about(desk, case, draft, form, "formulate")
    record = formulation_from(old.record if old else None, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    with desk.writing() as work:
        return write_formulation(work, case, record)
