"""`inclusion decide-risk [weigh] | outcome | list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import risk_decision as acts
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.cli.whose import open_cases
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.risk_decisions import Weighed, ripe_decisions
from inclusion_cli.domain.risk_lines import RiskList, risk_list
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import risk_decision as asks
from inclusion_cli.interviews import risk_outcome as asks_after
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

app = group(
    "decide-risk",
    say("Weigh a wish with its risks, and tell how it went."),
    default="weigh",
)
TELL, ANOTHER = "tell", "another"


@guided(app, "weigh", "risk_decision", asks.every_question)
def weigh(desk: Desk, person: Person = None) -> Any:
    """Weigh a wish: what is gained, what harm could come, what a no would cost.

    Once it is saved, the reasons stand as they are. How it went is told afterwards:
    inclusion decide-risk outcome AK-014
    """
    case, draft = asking.begin(desk, person, "risk_decision", say("a wish of"))
    if draft is None and _tells_first(desk, case):
        return _outcome(desk, case, None)
    form = asks.form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "decide-risk")
    record = acts.decision_from(given, on=desk.clock.today())
    with desk.writing() as work:
        saved = acts.record_decision(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


def _tells_first(desk: Desk, case: Casefile) -> bool:
    """Say whether the worker rather tells how an open decision went."""
    ripe = ripe_decisions(case, on=desk.clock.today())
    if not ripe or desk.asker is None:
        return False
    question = ripe[0].kept.record.question
    choices = (
        Choice(TELL, say("Tell how it went: {question}", question=question)),
        Choice(ANOTHER, say("Weigh another wish")),
    )
    asked = choose("first", say("What now?"), say("Answer"), choices, grave=True)
    return bool(ask_one(asked, desk.asker) == TELL)


@guided(app, "outcome", "risk_outcome", asks_after.every_question)
def outcome(desk: Desk, person: Person = None) -> Any:
    """Tell how a decision went. How it was weighed is judged apart from that."""
    case, draft = asking.begin(desk, person, "risk_outcome", say("how it went for"))
    return _outcome(desk, case, draft)


def _outcome(desk: Desk, case: Casefile, draft: Draft | None) -> Any:
    one = meant(desk, case, draft)
    form = asks_after.form(case, one, desk.clock.today())
    code, about = case.person.record.code, {"decision": one.kept.id}
    given = asking.gather(
        desk,
        form,
        case.person.file,
        draft=draft,
        about=about,
        again=f"decide-risk outcome {code}",
    )
    record = acts.outcome_from(one.kept.id, given)
    with desk.writing() as work:
        saved = acts.record_outcome(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


def meant(desk: Desk, case: Casefile, draft: Draft | None) -> Weighed:
    """Return the decision that is looked back at: the earliest, unless one is chosen.

    Raises NoneOpen.
    """
    found = acts.waiting(case, on=desk.clock.today())
    begun = draft.about.get("decision") if draft else None
    for one in found:
        if one.kept.id == begun:
            return one
    if len(found) == 1 or desk.asker is None:
        return found[0]
    choices = tuple(
        Choice(str(n), one.kept.record.question) for n, one in enumerate(found, 1)
    )
    asked = choose("which", say("Which decision?"), say("It is"), choices, grave=True)
    return found[int(ask_one(asked, desk.asker)) - 1]


def outcome_form_of(desk: Desk, case: Casefile, draft: Draft) -> Form:
    """Return the form of an outcome that was begun."""
    return asks_after.form(case, meant(desk, case, draft), desk.clock.today())


@command(app, "list")
def show(desk: Desk, person: Person = None) -> RiskList:
    """List the positive risk decisions of one person, whole, or of everybody."""
    on = desk.clock.today()
    if person is not None:
        kept = desk.anyone(person)
        return risk_list([desk.reading.casefile(kept.file)], on=on, one=True)
    return risk_list(open_cases(desk), on=on, one=False)
