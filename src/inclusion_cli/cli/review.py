"""`inclusion review`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import pack_review as packs
from inclusion_cli.casework import review as acts
from inclusion_cli.casework.leaving import leaving_from
from inclusion_cli.casework.plan import NoStepIsOn
from inclusion_cli.cli.options import Out, Person, guided, nothing_saved
from inclusion_cli.cli.papers import write_pack
from inclusion_cli.cli.tree import single
from inclusion_cli.cli.typed_flag import past_day_typed, refuse_late_start
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.consent_items import REVIEW_PACK
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.pack_safety import first_day, left_out
from inclusion_cli.domain.receipts import DryRun, PapersMade
from inclusion_cli.domain.review import ReviewTable, review_table
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.standing import Standing, standing
from inclusion_cli.errors import AnswersWrong, NotUnderstood
from inclusion_cli.interviews import leaving
from inclusion_cli.interviews import review as asks
from inclusion_cli.interviews import review_concerns as concerns
from inclusion_cli.interviews.question import Form
from inclusion_cli.screens import voice
from inclusion_cli.settings import likes_plain
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.question import Question
    from inclusion_cli.store.drafts import Draft

app = single("review")
PackOnly = Annotated[
    bool, typer.Option("--pack-only", help=say("Make the pack, decide nothing."))
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DAY", help=say("The pack's first day; else 12 weeks back.")
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DAY", help=say("With --pack-only: as known on that day.")
    ),
]
ForWhom = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="WHO",
        help=say("With --pack-only: who gets it, beside those at the review."),
    ),
]


def _every_question() -> Iterator[Question]:
    """Return what is asked to decide, and of a pack that is for somebody else."""
    yield from asks.every_question()
    asked = say("with --pack-only and --for")
    yield from leaving.questions(
        None, date.min, asked=asked, to_whom=False, offered=leaving.OR_OUR_TEAM
    )


@guided(app, None, "review", _every_question)
def review(
    desk: Desk,
    person: Person = None,
    *,
    pack_only: PackOnly = False,
    since: Since = None,
    as_of: AsOf = None,
    for_: ForWhom = None,
    out: Out = None,
) -> Any:
    """Decide about the step that is on, and make the review pack.

    What was agreed is shown beside what the records show. You and the person decide.
    The facts are kept with the decision.
    """
    first = past_day_typed(desk, "--since", since)
    then = past_day_typed(desk, "--as-of", as_of)
    if pack_only:
        case, days = asking.anybody(desk, person), Days(first, then)
        if for_ is not None:
            return _pack_that_leaves(desk, case, days, out, for_)
        return _pack_alone(desk, case, days, out)
    _refuse_without_pack_only(then, for_)
    decided = decide(desk, person)
    if not isinstance(decided, Saved):
        return decided
    case = asking.anybody(desk, decided.code)
    _log(desk, case, Days(first), packs.AT_THE_REVIEW)
    made = _pack(desk, case, Days(first), out)
    on_paper = replace(decided, undo=False)  # the pack says it already
    return PapersMade(
        made.says, made.code, made.paths, (), on_paper, follows=made.follows
    )


def _refuse_without_pack_only(then: date | None, for_: str | None) -> None:
    """Refuse the flags that go with --pack-only alone."""
    if for_ is not None:
        raise NotUnderstood(
            say(
                "Add --pack-only: --for goes with --pack-only. The pack of a decision "
                "is for those at the review."
            )
        )
    if then:
        raise NotUnderstood(
            say(
                "Add --pack-only: --as-of goes with --pack-only. What "
                "was decided stands."
            )
        )


def decide(desk: Desk, person: str | None) -> Saved | DryRun:
    """Show the evidence, ask, and write the review and the decision."""
    about = say("a step review for")
    case, draft = asking.begin_with_anybody(desk, person, "review", about)
    file = case.person.file  # read anew: a question may have been open for long
    read_at, case = desk.reading.entries_in(file), desk.reading.casefile(file)
    if concerns.looks(case, now=desk.clock.now()):
        return _look(desk, case, draft)
    form, stands, table = form_of(desk, case)
    if desk.asker:
        simple = likes_plain(desk.settings, desk.call)
        voice.present(table, as_json=False, simple=simple, practice=desk.practice)
    given = asking.answers_about(desk, case, draft, form, "review")
    decided = acts.decision_from(case, stands, table, given)
    with desk.writing() as work:
        saved = acts.decide_step(work, case, *decided, given, read_at=read_at)
    if desk.call.dry_run:
        return nothing_saved(case.label, decided[1], form, given)
    return saved


def _look(desk: Desk, case: Casefile, draft: Draft | None) -> Saved | DryRun:
    """Look at what waits where no step is on."""
    now = desk.clock.now()
    form = concerns.form(case, now=now)
    given = asking.answers_about(desk, case, draft, form, "review")
    cites = tuple(entry for entry, _says in concerns.waiting(case, now=now))
    with desk.writing() as work:
        saved = acts.look_at_concerns(work, case, cites, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


def form_for(desk: Desk, case: Casefile) -> Form:
    """Return the form of a review, of a step or of what waits where none is on."""
    now = desk.clock.now()
    if concerns.looks(case, now=now):
        return concerns.form(case, now=now)
    return form_of(desk, case)[0]


def form_of(desk: Desk, case: Casefile) -> tuple[Form, Standing, ReviewTable]:
    """Return the form of a review with the evidence it is about."""
    stands = standing(case, now=desk.clock.now(), defaults=desk.defaults)
    if stands is None:
        raise NoStepIsOn(case.person.record.code)
    table = review_table(case, stands)
    it = asks.about(case, stands, table, now=desk.clock.now())
    return asks.form(case, it), stands, table


@dataclass(frozen=True)
class Days:
    """The days a pack is about: from when, and as known when, None for today."""

    since: date | None = None
    then: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.then:
            refuse_late_start(("--since", "--as-of"), self.since, self.then)


def _pack_alone(
    desk: Desk, case: Casefile, days: Days, out: str | None
) -> PapersMade | DryRun:
    """Return a pack without a decision. Raises AnswersWrong where one was given."""
    asked = {
        key: say("{key}: --pack-only decides nothing", key=key) for key in desk.given
    }
    if asked:
        raise AnswersWrong(asked)
    _log(desk, case, days, packs.AT_THE_REVIEW)
    if desk.call.dry_run:
        return DryRun(case.label, (), None)
    return _pack(desk, case, days, out)


def _pack_that_leaves(
    desk: Desk, case: Casefile, days: Days, out: str | None, whom: str
) -> PapersMade | DryRun:
    """Return a pack for somebody who was not at the review, with what it rests on."""
    form = leaving_form(case, whom, desk.clock.today())
    about = say("a pack about {label}", label=case.label)
    draft = asking.resumed(desk, case.person.file, form.name, about)
    again = f"review {case.person.record.code} --pack-only --for {quote(whom)}"
    given = asking.gather(
        desk,
        form,
        case.person.file,
        draft=draft,
        about={"recipient": whom},
        again=again,
    )
    told = leaving_from({**given, "recipient": whom})
    _log(desk, case, days, told)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return _pack(desk, case, days, out, told)


def _log(desk: Desk, case: Casefile, days: Days, whom: Leaving) -> None:
    """Log that a pack is made and told, before it is; not of a day nothing is known."""
    if days.then:
        packs.known_until(case, days.then, desk.clock.now())
    with desk.writing() as work:
        packs.log_pack(work, case, known_on=days.then, leaving=whom)


def leaving_form(case: Casefile, whom: str, today: date) -> Form:
    """Return what is asked of a pack for somebody who was not at the review."""
    return Form(
        name="pack_leaving",
        title=say("A pack that leaves"),
        questions=lambda given: leaving.questions(
            case,
            today,
            to_whom=False,
            whom=whom,
            offered=leaving.OR_OUR_TEAM,
            worded=lambda: leaving.as_written(
                leaving.OR_OUR_TEAM, case, given, (REVIEW_PACK,), on=today, whom=whom
            ),
        ),
        header=say(
            "{label}. The review pack, for {whom}.", label=case.label, whom=whom
        ),
        who=case.label,
        save=say("make the pack for {whom}", whom=whom),
    )


def _pack(
    desk: Desk,
    case: Casefile,
    days: Days,
    out: str | None,
    whom: Leaving = packs.AT_THE_REVIEW,
) -> PapersMade:
    now, reading, printed = desk.clock.now(), desk.reading, None
    if days.then:
        now, printed = packs.known_until(case, days.then, now), now.date()
        reading = desk.reading_then(now)
    pack = packs.make_pack(
        reading,
        case.person.file,
        now=now,
        since=days.since,
        printed=printed,
        leaving=whom,
        defaults=desk.defaults,
    )
    leaves = whom != packs.AT_THE_REVIEW
    paths = write_pack(desk, pack, out, known_on=days.then, leaves=leaves)
    code = case.person.record.code
    known = say(", as known on {then}", then=say_day(days.then)) if days.then else ""
    says = say("Review pack for {label}{known}:", label=case.label, known=known)
    as_known = reading.casefile(case.person.file) if days.then else case
    note = left_out(as_known, first_day(days.since, now))
    follows = (note,) if note else ()
    return PapersMade(says, code, paths, ("plan", "show", code), follows=follows)
