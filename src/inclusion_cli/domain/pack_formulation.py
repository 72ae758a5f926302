"""The whole formulation as lines ready to be shown or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation import (
    Capacity,
    Formulation,
    Presumed,
    Scenario,
    Signed,
)
from inclusion_cli.domain.formulation_events import looks, review_day
from inclusion_cli.domain.formulation_parts import SIGNED_WORDS
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.pack_situations import (
    Row,
    SituationLines,
    filled,
    situation,
    untied,
)
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import stopped
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile


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
        situations=tuple(situation(case, it, one) for one in it.triggers),
        untied=tuple(map(untied, it.untied())),
        strengths=it.strengths,
        scenarios=tuple(_scenario(it, one, name) for one in it.scenarios),
        background=tuple(filled(_background(it))),
        disagreements=tuple(
            say(
                "{who}: {view} How it was met: {met}",
                who=one.who,
                view=stopped(one.view),
                met=stopped(one.met),
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
                stopped=stopped(words.reason),
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
            say(" Nothing changed, because: {stopped}", stopped=stopped(why))
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
            stopped=stopped(it.no_account_because),
        )
    return say("There is no own account yet.")


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
    return ScenarioLines(one.what, tuple(filled(rows)))


def _background(it: Formulation) -> Iterator[Row]:
    yield say("What it is about now"), it.presenting
    yield say("Background"), it.background
    yield say("What keeps it going"), it.keeps_going
    yield say("Culture, identity, past hurt"), it.identity


def _capacity(note: Capacity) -> str:
    said = say("To decide: {stopped} ", stopped=stopped(note.decision))
    if note.basis is Presumed.PRESUMED:
        said += say("Capacity is presumed: there is no reason to doubt it for this.")
    else:
        day = say(" on {on}", on=say_day(note.on)) if note.on else ""
        said += say(
            "Assessed by {by}{day}. What came of it: {stopped}",
            by=note.by,
            day=day,
            stopped=stopped(note.outcome),
        )
    help_given = (
        say(" Help to decide: {stopped}", stopped=stopped(note.support))
        if note.support
        else ""
    )
    where = (
        say(" Best-interests decision: {stopped}", stopped=stopped(found))
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
        why = f" {wants}: {stopped(sign.why)}" if sign.why else ""
        yield f"{words}{named}: {how}, {day}.{why}"
