"""The whole formulation as lines ready to be shown or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation import (
    CONTROL_KINDS,
    LAWFUL_BASES,
    TRIGGER_KINDS,
    Capacity,
    Control,
    ControlKind,
    Formulation,
    Presumed,
    Scenario,
    Signed,
    Trigger,
)
from inclusion_cli.domain.formulation_events import looks, review_day
from inclusion_cli.domain.formulation_parts import BASES, EXPOSURES, SIGNED_WORDS
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.values import Choice

Row = tuple[str, str]


@record
class LimitLines:
    """A restriction: what it is, then its grounds and its end in rows."""

    text: str
    rows: tuple[Row, ...]


@record
class SituationLines:
    """One situation: what is known about it in rows, and what is done about it.

    `limits` are its restrictions, apart from the rest of what is done. `none` says that
    nothing is done, and why where that is known; `reasoned` whether it is.
    """

    situation: str
    kind: str
    rows: tuple[Row, ...]
    done: tuple[str, ...]
    limits: tuple[LimitLines, ...]
    none: str
    reasoned: bool


@record
class ScenarioLines:
    """What could happen, and who does what then."""

    what: str
    rows: tuple[Row, ...]


@record
class FormulationLines:
    """A formulation in the order it is read: the person first, names at the end."""

    standing: str
    account: str
    account_from: str
    situations: tuple[SituationLines, ...]
    untied: tuple[str, ...]
    strengths: tuple[str, ...]
    scenarios: tuple[ScenarioLines, ...]
    background: tuple[Row, ...]
    disagreements: tuple[str, ...]
    capacity: str
    rests_on: tuple[str, ...]
    sign_offs: tuple[str, ...]
    words_kept: tuple[str, ...]
    record: str


def formulation_lines(case: Casefile) -> FormulationLines | None:
    """Return the lines of the formulation that stands, None where there is none."""
    kept = case.formulation
    if kept is None:
        return None
    it, name = kept.record, case.known_as
    return FormulationLines(
        standing=_standing(case, it, kept.on),
        account=it.account,
        account_from=_account_from(it, name, kept.on),
        situations=tuple(_situation(case, it, one) for one in it.triggers),
        untied=tuple(map(_untied, it.untied())),
        strengths=it.strengths,
        scenarios=tuple(_scenario(it, one, name) for one in it.scenarios),
        background=tuple(_rows(_background(it))),
        disagreements=tuple(
            say(
                "{who}: {view} How it was met: {met}",
                who=one.who,
                view=_stopped(one.view),
                met=_stopped(one.met),
            )
            for one in it.disagreements
        ),
        capacity=_capacity(it.capacity) if it.capacity else "",
        rests_on=tuple(_rests_on(it)),
        sign_offs=tuple(_sign_offs(it, name)),
        words_kept=tuple(
            say(
                '"{text}", kept because: {stopped}',
                text=words.text,
                stopped=_stopped(words.reason),
            )
            for words in it.words_kept
        ),
        record=short_id(kept.id),
    )


def _standing(case: Casefile, it: Formulation, written: date) -> str:
    signed = say("signed") if it.is_signed else say("a draft, not signed yet")
    said = say(
        "Version {version}, written {written}, {signed}.",
        version=it.version,
        written=say_day(written),
        signed=signed,
    )
    found = looks(case)
    if found:
        said += say(" Found still true on {on}.", on=say_day(found[-1].record.on))
        why = found[-1].record.unchanged_because
        said += (
            say(" Nothing changed, because: {stopped}", stopped=_stopped(why))
            if why
            else ""
        )
    day = review_day(case)
    return (
        say("{said} To be looked at again on {day}.", said=said, day=say_day(day))
        if day
        else said
    )


def _account_from(it: Formulation, name: str, written: date) -> str:
    if it.account:
        return f"{name}, {say_day(it.account_on or written)}"
    if it.no_account_because:
        return say(
            "There is no own account. {stopped}",
            stopped=_stopped(it.no_account_because),
        )
    return say("There is no own account yet.")


# --- situations ---------------------------------------------------------------------


def _situation(case: Casefile, it: Formulation, trigger: Trigger) -> SituationLines:
    none = ""
    if trigger in it.unanswered():
        none = say("Nothing is agreed for this yet.")
        if trigger.unanswered_because:
            none = say(
                "Nothing is done, because: {stopped}",
                stopped=_stopped(trigger.unanswered_because),
            )
    own = [c for c in it.controls if c.trigger == trigger.id]
    return SituationLines(
        trigger.situation,
        _label(TRIGGER_KINDS, trigger.kind.value),
        tuple(_rows((*_known_of(trigger), _met_last(case, trigger)))),
        tuple(_done(c) for c in own if not _is_limit(c)),
        tuple(limit_lines(c) for c in own if _is_limit(c)),
        none,
        bool(trigger.unanswered_because),
    )


def _known_of(trigger: Trigger) -> Iterator[Row]:
    basis, exposure = trigger.basis, trigger.exposure
    yield say("Happened or feared"), _label(BASES, basis.value) if basis else ""
    yield say("What tends to happen"), trigger.tends_to_happen
    yield say("First signs"), trigger.early_signs
    yield say("What helps"), trigger.helps
    yield say("What makes it worse"), trigger.worse
    yield say("Last time"), trigger.example
    yield (
        say("How it is met now"),
        _label(EXPOSURES, exposure.value) if exposure else "",
    )
    rated = trigger.rating
    yield (
        say("Worry expected, 0 to 10"),
        "" if rated is None else say("{rated} of 10", rated=rated),
    )


def _met_last(case: Casefile, trigger: Trigger) -> Row:
    """Return when a session last met a situation, by the steps that name it."""
    steps = {step.id for step in case.steps if trigger.id in step.record.triggers}
    met = [
        debrief
        for debrief in case.debriefs
        if debrief.record.step in steps and debrief.record.outcome.attended
    ]
    if not met:
        return say("Met last"), say("in no session yet") if steps else ""
    last = max(met, key=lambda debrief: debrief.record.at)
    day = say_day(last.record.at.date())
    return say("Met last"), f"{day} ({short_id(last.id)})"


def control_words(control: Control) -> str:
    """Return what is done in words: its kind, and what it is."""
    kind = _label(CONTROL_KINDS, control.kind.value).split(":")[0]
    return f"{kind}: {control.text}"


def limit_lines(control: Control) -> LimitLines:
    """Return a restriction with its grounds and its end, each in a row of its own."""
    rows = (
        (say("Harm it prevents"), control.harm),
        (say("Basis"), _label(LAWFUL_BASES, control.lawful_basis)),
        (say("Tried first"), control.tried),
        (say("Ends when"), control.ends_when),
        *_rows(_days_of(control)),
    )
    return LimitLines(control_words(control), rows)


def _done(control: Control) -> str:
    """Return what is done with its days and its end, where they are known."""
    more = (*_days_of(control), (say("Ends when"), control.ends_when))
    told = [f"{label}: {_stopped(text)}" for label, text in _rows(more)]
    words = control_words(control)
    return " ".join([_stopped(words), *told]) if told else words


def _days_of(control: Control) -> Iterator[Row]:
    began, again = control.started, control.review_on
    yield say("Began on"), say_day(began) if began else ""
    yield say("To be looked at on"), say_day(again) if again else ""


def _is_limit(control: Control) -> bool:
    return control.kind is ControlKind.RESTRICTION


def _untied(control: Control) -> str:
    why = control.no_trigger_because
    told = (
        say("Needed because: {why}", why=why)
        if why
        else say("It may be a blanket rule")
    )
    return f"{_stopped(_done(control))} {_stopped(told)}"


# --- the rest -----------------------------------------------------------------------


def _scenario(it: Formulation, one: Scenario, name: str) -> ScenarioLines:
    met = [t.situation for t in it.triggers if t.id in one.triggers]
    rows = (
        (say("In"), "; ".join(met)),
        (say("Likelier when"), one.context),
        (say("How it starts"), one.starts),
        (say("How soon"), one.soon),
        (say("At the worst"), one.worst),
        (say("Most likely"), one.likely),
        (say("What protects"), one.protects),
        (say("First sign"), one.first_sign),
        (say("What we do"), one.we_do),
        (say("What {name} does", name=name), one.person_does),
        (say("Who is told"), one.told),
        (say("What we will not do"), one.will_not),
    )
    return ScenarioLines(one.what, tuple(_rows(rows)))


def _background(it: Formulation) -> Iterator[Row]:
    yield say("What it is about now"), it.presenting
    yield say("Background"), it.background
    yield say("What keeps it going"), it.keeps_going
    yield say("Culture, identity, past hurt"), it.identity


def _capacity(note: Capacity) -> str:
    said = say("To decide: {stopped} ", stopped=_stopped(note.decision))
    if note.basis is Presumed.PRESUMED:
        said += say("Capacity is presumed: there is no reason to doubt it for this.")
    else:
        day = say(" on {on}", on=say_day(note.on)) if note.on else ""
        said += say(
            "Assessed by {by}{day}. What came of it: {stopped}",
            by=note.by,
            day=day,
            stopped=_stopped(note.outcome),
        )
    help_given = (
        say(" Help to decide: {stopped}", stopped=_stopped(note.support))
        if note.support
        else ""
    )
    where = (
        say(" Best-interests decision: {stopped}", stopped=_stopped(found))
        if (found := note.best_interests)
        else ""
    )
    return said + help_given + where


def _rests_on(it: Formulation) -> Iterator[str]:
    for one in it.contributors:
        yield say(
            "{name} ({role}), asked on {on}",
            name=one.name,
            role=one.role,
            on=say_day(one.on),
        )
    for source in it.sources:
        yield f"{source.what}, {say_day(source.on)}"


def _sign_offs(it: Formulation, name: str) -> Iterator[str]:
    people = (
        ("person", name),
        ("worker", say("Key worker")),
        ("manager", say("Manager")),
    )
    for who, words in people:
        sign = it.sign_off(who)
        if sign is None:
            yield say("{words}: not yet.", words=words)
            continue
        named = f", {sign.name}" if sign.name else ""
        how, day = SIGNED_WORDS[sign.how], say_day(sign.on)
        wants = say("Wants") if sign.how is Signed.DECLINED else say("Because")
        why = f" {wants}: {_stopped(sign.why)}" if sign.why else ""
        yield f"{words}{named}: {how}, {day}.{why}"


def _rows(rows: Iterable[Row]) -> Iterator[Row]:
    return ((label, text) for label, text in rows if text)


def _label(choices: tuple[Choice, ...], key: str) -> str:
    return next(choice.label for choice in choices if choice.key == key)


def _stopped(text: str) -> str:
    """Return text that ends a sentence."""
    return text if text.rstrip()[-1:] in ".!?" else f"{text}."
