"""What is known, agreed and told says in the person's own copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card_lines import changes_then
from inclusion_cli.domain.formulation_parts import (
    LAWFUL_BASES,
    Basis,
    ControlKind,
    Exposure,
    Presumed,
    Signed,
)
from inclusion_cli.domain.my_record_rows import Row, Told, Wording
from inclusion_cli.domain.recheck import EVENTS, Event, Found
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.values import Choice

AGAIN = (
    say("It was to be looked at again on {it}."),
    say("It is to be looked at again on {it}."),
)


def by_key(choices: tuple[Choice, ...]) -> dict[str, str]:
    """Return what the keys of choices stand for."""
    return {one.key: one.label for one in choices}


_SIGNED = {
    Signed.SIGNED: say("Signed by: {who}."),
    Signed.SAID: say("Agreed by word of mouth: {who}."),
    Signed.DECLINED: say("Did not agree: {who}."),
    Signed.NOT_ASKED: say("Not asked: {who}."),
}

_YOU = {
    Signed.SIGNED: say("You signed it."),
    Signed.SAID: say("You agreed by word of mouth."),
    Signed.DECLINED: say("You did not agree."),
    Signed.NOT_ASKED: say("You were not asked."),
}


def _signed(told: Any, _it: Told) -> str:
    said = []
    for one in told:
        who = one.name or (
            say("the manager") if one.who == "manager" else say("the worker")
        )
        words = _YOU if one.who == "person" else _SIGNED
        said.append(words[one.how].format(who=who))
        if one.why:
            said.append(say("Why: {why}.", why=one.why.rstrip(".")))
    return " ".join(said)


def _kept_words(told: Any, _it: Told) -> str:
    said = [f'"{one.text}" ({one.reason.rstrip(".")})' for one in told]
    return say("Words we chose to keep, and why: {words}.", words="; ".join(said))


def _step_up(told: Any, _it: Told) -> str:
    lines = [*changes_then(told), *(pause.text for pause in told.pauses)]
    said = "; ".join(line.rstrip(".") for line in lines)
    return say("What changes then: {lines}.", lines=said)


def _stages(told: Any, _it: Told) -> str:
    return "; ".join(sign.text.rstrip(".") for sign in told)


def _texts(lead: str) -> Any:
    return lambda told, _it: lead.format(it=_stages(told, _it))


def _contacts(told: Any, _it: Told) -> str:
    said = "; ".join(f"{one.name}, {one.number}" for one in told)
    return say("Whom to ring: {who}.", who=said)


def _from_you(told: Any, _it: Told) -> str:
    said = "; ".join(f"{one.who}: {one.view} ({one.met})" for one in told)
    return say("Views that differ: {views}.", views=said)


def _helpers(told: Any, _it: Told) -> str:
    said = "; ".join(f"{one.name}, {one.role}" for one in told)
    return say("Who helped to write it: {who}.", who=said)


def _sources(told: Any, _it: Told) -> str:
    return say("It rests on: {what}.", what="; ".join(one.what for one in told))


_CONTROL = {
    ControlKind.SUPPORT: say("It is support."),
    ControlKind.ENVIRONMENTAL: say("It is about time, place, seat or route."),
    ControlKind.AGREEMENT: say("You agreed to it, and can end it."),
    ControlKind.RESTRICTION: say("It is a limit that is not your own idea."),
}

_CAPACITY = (
    Row("decision", say("Can you decide this for yourself: {it}.")),
    Row(
        "basis",
        "{it}",
        words={
            Presumed.PRESUMED: say("Yes: nobody had reason to doubt it."),
            Presumed.ASSESSED: say("This was looked into."),
        },
    ),
    Row("by", say("By: {it}.")),
    Row("on", say("On {it}.")),
    Row("support", say("The help you had to decide: {it}.")),
    Row("outcome", say("What came of it: {it}.")),
    Row("best_interests", say("Where a decision for you is written: {it}.")),
)

_SITUATION = (
    Row("situation", say("What is hard: {it}.")),
    Row("tends_to_happen", say("What tends to happen: {it}.")),
    Row("early_signs", say("Early signs: {it}.")),
    Row("helps", say("What helps: {it}.")),
    Row(
        "basis",
        "{it}",
        words={
            Basis.HAPPENED: say("It has happened."),
            Basis.FEARED: say("It is feared. It has not happened."),
            Basis.BOTH: say("It has happened, and more is feared."),
        },
    ),
    Row("worse", say("What makes it worse: {it}.")),
    Row(
        "exposure",
        "{it}",
        words={
            Exposure.AVOIDS: say("You stay away from it."),
            Exposure.WITH_SUPPORT: say("You meet it with somebody there."),
            Exposure.ALONE: say("You meet it alone."),
            Exposure.UNKNOWN: say("We do not know how often you meet it."),
        },
    ),
    Row("example", say("An example: {it}.")),
    Row("rating", say("You expect worry of {it} of 10 there.")),
    Row("unanswered_because", say("Why nothing is done about it: {it}.")),
)

_DONE = (
    Row("text", say("What is done: {it}.")),
    Row("kind", "{it}", words=_CONTROL),
    Row("trigger", say("It is for: {it}.")),
    Row("harm", say("The harm it is against: {it}.")),
    Row(
        "lawful_basis", say("Why the law allows it: {it}."), words=by_key(LAWFUL_BASES)
    ),
    Row("tried", say("What was tried before: {it}.")),
    Row("ends_when", say("It ends when: {it}.")),
    Row("no_trigger_because", say("Why it is needed: {it}.")),
    Row("started", say("It began on {it}.")),
    Row("review_on", AGAIN[0], ahead=AGAIN[1]),
)

_PLOT = (
    Row("what", say("What could happen: {it}.")),
    Row("triggers", say("Where it may start: {it}.")),
    Row("starts", say("What starts it: {it}.")),
    Row("soon", say("How soon: {it}.")),
    Row("worst", say("The worst of it: {it}.")),
    Row("likely", say("What is more likely: {it}.")),
    Row("first_sign", say("The first sign: {it}.")),
    Row("we_do", say("What we do: {it}.")),
    Row("person_does", say("What you do: {it}.")),
    Row("told", say("Who is told: {it}.")),
    Row("will_not", say("What we will not do: {it}.")),
    Row("context", say("When it may happen: {it}.")),
    Row("protects", say("What protects you: {it}.")),
)

_STAGE = (
    Row("signs", tell=_texts(say("How it shows: {it}."))),
    Row("mine", tell=_texts(say("What you do: {it}."))),
    Row("others", tell=_texts(say("What others do: {it}."))),
)


KNOWN = {
    "card": Wording(
        (
            Row("stages", each=_STAGE),
            Row("not_helpful", say("What does not help: {it}.")),
            Row("on_call", say("On call here: {it}.")),
            Row("crisis_team", say("The crisis team: {it}.")),
            Row("contacts", tell=_contacts),
            Row("says_first", say("Who may tell you first: {it}.")),
            Row("told_how", say("How you want to be told: {it}.")),
            Row("step_up", tell=_step_up),
            Row("home_care", say("Who looks after your home: {it}.")),
            Row("statement", say("Where your own statement is: {it}.")),
            Row(
                "check_by",
                say("It was to be checked by {it}."),
                ahead=say("It is to be checked by {it}."),
            ),
        ),
        unsaid=(
            *("version", "written_on", "on_call_checked", "lines_checked"),
            *("reissue_from", "crisis_team_checked"),
        ),
    ),
    "formulation": Wording(
        (
            Row("what_matters"),
            Row("account"),
            Row("account_on", say("You said so on {it}.")),
            Row("no_account_because", say("Why your own words are not here: {it}.")),
            Row("cost_of_not_doing", say("What it costs not to try: {it}.")),
            Row("presenting", say("What brings us here: {it}.")),
            Row("background", say("What led to it: {it}.")),
            Row("keeps_going", say("What keeps it going: {it}.")),
            Row("identity", say("Who you are: {it}.")),
            Row("strengths", say("Your strengths: {it}.")),
            Row("triggers", each=_SITUATION),
            Row("controls", each=_DONE),
            Row("scenarios", each=_PLOT),
            Row("contributors", tell=_helpers),
            Row("sources", tell=_sources),
            Row("disagreements", tell=_from_you),
            Row("capacity", each=_CAPACITY),
            Row("review_on", AGAIN[0], ahead=AGAIN[1]),
            Row("review_events", say("Or sooner, after: {it}."), words=by_key(EVENTS)),
            Row("sign_offs", tell=_signed),
            Row("words_kept", tell=_kept_words),
        ),
        unsaid=("version", "former", "dated"),
    ),
    "recheck": Wording(
        (
            Row(
                "found",
                "{it}",
                words={
                    Found.STILL_TRUE: say("It is still true."),
                    Found.CHANGED: say("Something has changed."),
                },
            ),
            Row("with_person", say("You went through it too."), no=say("Without you.")),
            Row(
                "change",
                say("What it was: {it}."),
                words={Event(one.key): one.label for one in EVENTS},
            ),
            Row("what", say("What changed: {it}.")),
            Row("unchanged_because", say("Why nothing was changed: {it}.")),
            Row("review_on", AGAIN[0], ahead=AGAIN[1]),
        ),
        unsaid=("formulation", "version", "on"),
    ),
}
