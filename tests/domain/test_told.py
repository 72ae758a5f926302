"""What a record says line by line, and what changed between two versions."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.debrief import LimitKept, SignSeen, Tried
from inclusion_cli.domain.field_words import FIELD_WORDS
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.merge import merged
from inclusion_cli.domain.told import OWN, Asked, Changed, changed, told
from tests.builders import a_card, a_debrief, a_formulation, a_step, a_trigger
from tests.domain.record_strategies import RECORDS

BY_HAND = {"agreed", "args", "hold", "parts", "pause", "response", "stability", "when"}
"""Fields of criteria, which have words of their own."""
NO_FORM: dict[str, Asked] = {}


def lines(record: Any, asked: dict[str, Asked] | None = None) -> dict[str, str]:
    """Return what a record says, by label."""
    names = {"l1": "2 pints at most", "step-1": "step 1, A walk"}
    found = told(record, asked=asked or NO_FORM, names=names)
    return {line.label: line.says for line in found}


def test_a_record_speaks_in_words() -> None:
    """No code, no id that has a name, no empty list; small parts are one line."""
    said = lines(
        a_debrief(
            signs=(SignSeen("s2-1", "Looks at the door", 2),),
            tried=(Tried("music", "", 7),),
            limits=(LimitKept("l1", kept=False),),
        ).record
    )

    assert said["Step"] == "step 1, A walk"
    assert said["How it went"] == "went ahead as planned"
    assert said["Signs"] == "Looks at the door (stage 2)"
    assert said["What was tried"] == "music (helped 7)"
    assert said["Limits"] == "2 pints at most (kept no)"
    assert said["Since last time"] == "none"
    assert "Indicators" not in said


def test_a_form_gives_its_own_words() -> None:
    """The labels and choices of the record's own questions come first."""
    asked = {
        "how": Asked("How it went", (("stayed", "It went ahead"),)),
        "worry_peak": Asked("Worry at its worst"),
        "trigger.1.tends": Asked("What tends to happen"),
    }

    assert lines(a_debrief().record, asked)["Worry at its worst"] == "6"
    assert (
        lines(a_formulation(), asked)["Situation 1, what tends to happen"]
        == "Gets off early"
    )


def test_parts_are_the_same_by_their_id() -> None:
    """A situation added in front does not change those after it."""
    before = a_formulation()
    after = a_formulation(
        triggers=(a_trigger(id="t2", situation="A queue"), a_trigger(helps="Music"))
    )

    found = changed(
        told(before, asked=NO_FORM, names={}), told(after, asked=NO_FORM, names={})
    )

    assert Changed("Situation 1, what helps", "Going at 10am", "Music") in found
    assert Changed("Situation 2", "", "A queue") in found
    assert all(change.label.startswith("Situation") for change in found)


def test_criteria_are_told_as_they_were_agreed() -> None:
    """Data is for the program."""
    said = lines(a_step())

    assert said["To move on"] == "3 of the last 4 sessions go ahead"
    assert "14 days" in said["Held for"]


def test_stages_are_called_by_their_name() -> None:
    """As on the card."""
    assert lines(a_card())['"I\'m OK", sign 1'] == "sign 1"


@given(st.one_of(*RECORDS.values()))
def test_every_record_can_be_told_and_differs_from_itself_in_nothing(
    record: Any,
) -> None:
    """Whatever is in it, each line has a name of its own."""
    found = told(record, asked=NO_FORM, names={})

    assert changed(found, found) == ()
    assert all(line.label and line.says for line in found)


@given(st.data())
def test_what_a_form_does_not_ask_for_stays(data: st.DataObject) -> None:
    """Nothing changed in the answers: nothing changes in the record."""
    kind = data.draw(st.sampled_from(sorted(RECORDS)))
    stands, as_asked, answered = (data.draw(RECORDS[kind]) for _n in range(3))

    assert merged(stands, as_asked, as_asked) == stands
    assert merged(as_asked, as_asked, answered) == answered


def test_a_row_keeps_what_its_form_does_not_ask_for() -> None:
    """The situation is mended; what else is known of it stays."""
    known = a_trigger(worse="A wet day", rating=7)
    stands = a_formulation(triggers=(known,))
    as_asked = a_formulation()
    answered = a_formulation(triggers=(a_trigger(helps="Music"),))

    found = merged(stands, as_asked, answered)

    assert found.triggers == (replace(known, helps="Music"),)


def test_every_field_of_every_record_has_a_name() -> None:
    """No line of a history is named after the code."""
    seen: set[type] = set()
    waiting: list[Any] = list(KINDS.values())
    while waiting:
        kind = waiting.pop()
        if kind in seen or not is_dataclass(kind) or not isinstance(kind, type):
            waiting.extend(get_args(kind))
            continue
        seen.add(kind)
        hints = get_type_hints(kind).items()
        waiting.extend(hint for name, hint in hints if name not in OWN)

    named = {field.name for kind in seen for field in fields(kind)}

    assert sorted(named - FIELD_WORDS.keys() - set(OWN) - BY_HAND) == []
