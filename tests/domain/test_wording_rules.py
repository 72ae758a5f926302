"""The rules are data: a service adds some, switches some off, hears what is wrong."""

from __future__ import annotations

import re
from typing import Any

import pytest

from inclusion_cli import shipped
from inclusion_cli.domain.wording.check import flags
from inclusion_cli.domain.wording.rule import LanguageRefused
from inclusion_cli.domain.wording.rules import rules
from tests.domain.wording_making import the_rules

SHIPPED = shipped.read("language.json")
OWN = {
    "id": "own-bed-blocker",
    "family": "B",
    "severity": "E",
    "find": ["bed blocker"],
    "question": "Where does the person want to live?",
}


def refused(own: Any) -> str:
    """Return what is said of a service's own file that cannot be used."""
    with pytest.raises(LanguageRefused) as found:
        rules(SHIPPED, own)
    return str(found.value)


def test_every_shipped_rule_asks_a_question_in_plain_words() -> None:
    """A question ends with a question mark or a full stop, in sentences of 20 words."""
    for rule in the_rules().rules:
        for sentence in re.split(r"(?<=[.?])\s", rule.question):
            assert len(sentence.split()) <= 20, rule.id
        assert rule.question.endswith(("?", ".")), rule.id


def test_no_shipped_pattern_repeats_without_end() -> None:
    """Every repeat has a bound; so no text can make the check slow."""
    patterns = [p for r in the_rules().rules for ps in r.contexts.values() for p in ps]
    patterns += the_rules().patterns.values()

    assert len(patterns) > 200
    for pattern in patterns:
        bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", pattern)
        assert not re.search(r"[*+]|\{\d*,\}", bare), pattern
        re.compile(pattern)


def test_a_service_adds_a_rule_of_its_own() -> None:
    """In plain words, in every form; it wins a tie with a shipped one."""
    own = rules(SHIPPED, {"add": [OWN]})

    (found,) = flags("They are bed-blockers.", own)

    assert (found.text, found.rule, found.family) == (
        "bed-blockers",
        "own-bed-blocker",
        "B",
    )


def test_a_service_switches_a_rule_off() -> None:
    """What it does not want asked is not asked."""
    own = rules(SHIPPED, {"off": ["b-refuse"]})

    assert flags("He refused.", own) == ()
    assert flags("He refused.", the_rules())


def test_a_service_names_its_own_places() -> None:
    """A place called so is a name and no judgement."""
    text = "They went to vulnerable adult support."

    assert flags(text, the_rules())
    assert flags(text, rules(SHIPPED, {"names": ["vulnerable adult =support"]})) == ()


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ([], "it must be an object with add, off, names"),
        ({"rules": []}, '"rules" is not known; it may hold add, off, names'),
        ({"off": "b-refuse"}, '"off" must be a list'),
        ({"off": ["b-nothing"]}, '"off" names "b-nothing", and no rule is called so'),
        ({"off": [3]}, '"off" must be a list of text'),
        ({"add": ["x"]}, "each rule must be an object"),
        ({"add": [{}]}, 'a rule has no "id"'),
        ({"add": [{**OWN, "id": "b-refuse"}]}, 'the rule "b-refuse" is there already'),
        ({"add": [{**OWN, "family": "Z"}]}, '"family" is "Z"; it must be one of A, B'),
        ({"add": [{**OWN, "severity": "X"}]}, '"severity" is "X"; it must be one of'),
        ({"add": [{**OWN, "find": []}]}, '"find" must be a list of text'),
        ({"add": [{**OWN, "find": ["* x"]}]}, '"* x" must begin with a word'),
        ({"add": [{**OWN, "question": ""}]}, 'it has no "question"'),
        ({"add": [{**OWN, "colour": "red"}]}, '"colour" is not known'),
        ({"add": [{**OWN, "about": "me"}]}, '"about" is "me"; it must be one of'),
        ({"add": [{**OWN, "as": "note"}]}, '"as" must be an object'),
        ({"add": [{**OWN, "unless_in": ["(a+)+"]}]}, "repeats without end"),
        ({"add": [{**OWN, "unless_in": ["(a"]}]}, "is no pattern"),
        ({"add": [{**OWN, "unless_in": ["<nobody>"]}]}, "names <nobody>, not a set"),
    ],
)
def test_what_is_wrong_in_an_own_file_is_said(own: Any, says: str) -> None:
    """One sentence: which rule, and what about it."""
    told = refused(own)

    assert says in told
    if isinstance(own, dict) and own.get("add") and "id" in own["add"][0]:
        assert f'the rule "{own["add"][0]["id"]}"' in told
