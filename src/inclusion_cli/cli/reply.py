"""`inclusion reply`."""

from __future__ import annotations

from datetime import date
from typing import Any

from inclusion_cli import asking
from inclusion_cli.casework import reply as acts
from inclusion_cli.cli.options import Person, guided, nothing_saved
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.interviews import reply as asks
from inclusion_cli.tongue import say

app = single("reply")
EARLY = date(2000, 1, 1)


@guided(app, None, "reply", lambda: asks.questions(None, EARLY))
def reply(desk: Desk, person: Person = None) -> Any:
    """Write what the person says about a review pack or a decision.

    It is their right of reply. It stands in the next pack, in their own words, beside
    what it is about. A later reply stands beside it.
    """
    case, draft = asking.begin_with_anybody(desk, person, "reply", say("a reply from"))
    form = asks.form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "reply")
    record = acts.reply_from(case, given)
    with desk.writing() as work:
        saved = acts.record_reply(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved
