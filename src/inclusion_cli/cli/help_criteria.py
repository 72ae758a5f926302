"""Help on criteria in a file: an example, each line there is, and how to join them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.help_page import HelpPage, HelpPart
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.predicates.registry import Kind

EXAMPLE = (
    '{"stability": {"all_of": [',
    '   {"attended_at_least": {"n": 3, "of_last": 4}},',
    '   {"peak_suds_max": {"x": 7, "last": 2}}]},',
    ' "pause": [',
    '   {"when": {"not": {"crisis_contacts_max": {"n": 0, "days": 7}}},',
    '    "response": "review_same_day"}],',
    ' "hold": {"days": 14, "min_sessions": 3}}',
)


def criteria() -> HelpPage:
    """Return how criteria are written in a file."""
    return HelpPage(
        "criteria",
        say("Criteria in a file"),
        (
            HelpPart(
                say("You may not need a file"),
                (
                    say("Plan add offers sets to start from, and single lines."),
                    say("A file is for criteria that neither of the two has."),
                ),
            ),
            HelpPart(
                say("An example to copy"),
                (
                    say("Stability is what to move on with, pause is what stops you."),
                    say("Hold says for how many days and sessions it must last."),
                ),
                typed=EXAMPLE,
            ),
            HelpPart(say("Use the file"), typed=(_USE,)),
            HelpPart(say("Lines there are"), rows=tuple(_lines())),
            HelpPart(say("To join lines"), rows=_JOINS),
            HelpPart(say("What a pause sign leads to"), rows=_RESPONSES),
        ),
    )


_USE = "inclusion plan add AK-014 --criteria-from own --criteria FILE"
_JOINS = (
    ('{"all_of": [line, line]}', say("each of them")),
    ('{"any_of": [line, line]}', say("one of them is enough")),
    ('{"not": line}', say("the opposite")),
    (
        '{"consecutive": {"n": 3, "of": line}}',
        say("true after each of the last 3 sessions"),
    ),
)
_RESPONSES = (
    ("pause", say("no sessions for now")),
    ("step_back", say("go one step down")),
    ("review_same_day", say("look at it on the same day")),
)


def _lines() -> list[tuple[str, str]]:
    from inclusion_cli.domain.predicates import PREDICATES

    return [
        (f'{{"{name}": {{{_takes(found.takes)}}}}}', found.about)
        for name, found in PREDICATES.items()
    ]


def _takes(takes: Mapping[str, Kind]) -> str:
    """Return the arguments of a line, each with what it may be."""
    return ", ".join(f'"{name}": {_may_be(kind)}' for name, kind in takes.items())


def _may_be(kind: Kind) -> str:
    if kind.words:
        return f'["{kind.words[0]}"]'
    if kind.ids:
        return f'"{kind.ids[0]}1"'
    also = f' or "{kind.also}"' if kind.also else ""
    return f"{kind.low}-{kind.high}{also}"
