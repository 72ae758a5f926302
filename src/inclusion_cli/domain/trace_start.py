"""How the thread begins: the wish, what is hard, the formulation, the steps agreed."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.formulation import Signed
from inclusion_cli.domain.trace_lines import Stage, moment, there
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.domain.trace_lines import Moment


def beginning(case: Casefile, known: tuple[Kept[Formulation], ...]) -> Iterator[Moment]:
    """Return the wish, what is hard, each version of the formulation, each step."""
    yield from _wish(case, known)
    told: set[str] = set()
    for kept in known:
        fresh = [t for t in kept.record.triggers if t.id not in told]
        for trigger in fresh:
            told.add(trigger.id)
            helps = trigger.helps or say("nothing is written")
            says = say(
                "{situation}. What helps: {helps}",
                situation=trigger.situation.rstrip("."),
                helps=helps,
            )
            yield moment(Stage.TRIGGER, kept, says)
        yield _formulation(case, kept)
    for step in case.steps:
        yield _step(case, step, known)


def _wish(case: Casefile, known: tuple[Kept[Formulation], ...]) -> Iterator[Moment]:
    if not known and case.plan is None:
        words = say("what {name} wants, in their own words", name=case.known_as)
        says = say("A file was opened.")
        yield moment(Stage.START, case.person, says, missing=(words,))
        return
    if known:
        first = known[0]
        yield moment(
            Stage.WISH,
            first,
            say("What matters to {name}.", name=case.known_as),
            quote=first.record.what_matters,
            missing=there((bool(first.record.account), _no_account(case, first))),
        )
        if first.record.account:
            given = first.record.account_on
            at = _morning(first.happened_at, given) if given else first.happened_at
            says = say("{name}'s own account.", name=case.known_as)
            quote = first.record.account
            yield moment(Stage.WISH, first, says, at=at, quote=quote)
    if case.plan:
        says = say("What {name} is working towards.", name=case.known_as)
        yield moment(Stage.WISH, case.plan, says, quote=case.plan.record.goal)


def _no_account(case: Casefile, kept: Kept[Formulation]) -> str:
    because = kept.record.no_account_because
    why = (
        say(". The reason that is written: {because}", because=because.rstrip("."))
        if because
        else ""
    )
    return say("an account in {name}'s own words{why}", name=case.known_as, why=why)


def _morning(like: datetime, day: date) -> datetime:
    """Return the first moment of a day, no later than the record that tells of it."""
    first = datetime.combine(day, time(), like.tzinfo)
    return min(first, like)


def _formulation(case: Casefile, kept: Kept[Formulation]) -> Moment:
    told = kept.record
    person, worker = told.sign_off("person"), told.sign_off("worker")
    return moment(
        Stage.FORMULATION,
        kept,
        say(
            "Version {version}, {by}. {triggers}, {controls}.",
            version=told.version,
            by=_signed_by(case, told),
            triggers=say_many(
                "{number} situation", "{number} situations", len(told.triggers)
            ),
            controls=say_many(
                "{number} thing that is done",
                "{number} things that are done",
                len(told.controls),
            ),
        ),
        missing=there(
            (
                worker is not None,
                say("that a worker signed version {version}", version=told.version),
            ),
            (
                person is not None,
                say(
                    "what {name} said to version {version}",
                    name=case.known_as,
                    version=told.version,
                ),
            ),
            *(
                (bool(t.helps), say("what helps with {what}", what=t.situation))
                for t in told.triggers
            ),
        ),
    )


def _signed_by(case: Casefile, told: Formulation) -> str:
    """Return who of the worker and the person signed a version."""
    person, worker = told.sign_off("person"), told.sign_off("worker")
    signed = [
        *([say("the worker")] if worker and worker.how is Signed.SIGNED else []),
        *([case.known_as] if person and person.how is Signed.SIGNED else []),
    ]
    if not signed:
        return say("not signed")
    return say("signed by {who}", who=say(" and ").join(signed))


def _step(
    case: Casefile, kept: Kept[Step], known: tuple[Kept[Formulation], ...]
) -> Moment:
    step, number = kept.record, kept.record.number
    rule = step.agreed.stability
    parts = rule.parts if rule.name == "all_of" else (rule,)
    says = say(
        "Step {number}, {title}: {minutes}, {company}. Agreed to move on: "
        "{rules}; {hold}.",
        number=number,
        title=step.title,
        minutes=say_many("{number} minute", "{number} minutes", step.minutes),
        company=step.company,
        rules="; ".join(part.words() for part in parts),
        hold=step.agreed.hold.words(),
    )
    hard = say("what is hard that step {number} meets", number=number)
    sign = say("a sign to stop for on step {number}", number=number)
    whom = say("with whom the criteria of step {number} were agreed", number=number)
    first = say("a formulation from before step {number} began", number=number)
    return moment(
        Stage.STEP,
        kept,
        says,
        missing=there(
            (bool(step.triggers), hard),
            (bool(step.agreed.pause), sign),
            (_was_agreed(case, kept), whom),
            (_was_understood(case, kept, known), first),
        ),
    )


def _was_agreed(case: Casefile, kept: Kept[Step]) -> bool:
    """Say whether it is written with whom the criteria were agreed, once it started."""
    starts = [
        d.record
        for d in case.decisions
        if d.record.choice is Choice.START and d.record.to_step == kept.id
    ]
    return not starts or bool(starts[-1].agreed_with)


def _was_understood(
    case: Casefile, kept: Kept[Step], known: tuple[Kept[Formulation], ...]
) -> bool:
    """Say whether there was a formulation before the step began."""
    begun = min(
        (d.happened_at for d in case.decisions if d.record.to_step == kept.id),
        default=None,
    )
    written = known[0].happened_at if known else None
    return begun is None or (written is not None and written <= begun)
