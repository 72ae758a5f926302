"""Words for a page that may tell what was not agreed: nothing is made unlooked at.

Source: practice reference 6.7, partner briefing: an item that was not agreed to is not
told, and in free text it is found by its words. What was said no to is refused. The
rest a worker settles word by word, as "court" may be a tennis court.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import ITEM_WORDS
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import lowered
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile

_CALLED = r"[A-Za-z][\w'’]+"
_NO_STREET = (
    r"(?:am|pm|minutes?|mins?|hours?|days?|weeks?|times?|people|of|on|in|at|to)"
)
_LABELS = (
    r"schizo\w*|bi-?polar|psychosis|psychotic|personality disorder"
    r"|(?:c-?)?ptsd|e?upd|bpd|ocd"
)
"""What can be nothing but a diagnosis."""
_WORDS = {
    "diagnosis": rf"{_LABELS}"
    r"|autis\w+|adhd|depressi\w+|dementia|diagnos\w+|hears? voices|mental illness",
    "medication": r"medication|medicines?|tablets?|depot|injection|clozapine"
    r"|olanzapine|lithium|antipsychotics?|antidepressants?",
    "offending": r"police|prison|jail|probation|offen[cd]\w+|arrest\w*|convict\w+|theft"
    r"|criminal\w*|(?<!tennis )(?<!badminton )(?<!squash )(?<!food )court",
    "history": r"abus\w+|exploit\w+|assault\w*|raped?|trauma\w*|overdos\w+|suicid\w+"
    r"|self[- ]harm\w*|sectioned|addict\w*",
    "money": r"debts?|loans?|(?<!food )(?<!bottle )bank(?! holiday)"
    r"|benefits(?! of\b| from\b)",
    "address": rf"\d{{1,4}}[a-z]?,? (?!{_NO_STREET}\b){_CALLED} (?:{_CALLED} )?"
    r"(?:road|rd|street|lane|avenue|ave|crescent|terrace|grove|mews)"
    rf"|(?-i:\d{{1,4}}[a-z]?,? (?:[A-Z][\w'’]+ ){{1,2}}"
    r"(?:St|Close|Drive|Way|Court|Gardens|Place|Square|Row|Hill|House|Park))"
    r"|flat \d+[a-z]?|lives at|home address"
    r"|[a-pr-uwyz][a-z]?\d[a-z\d]? ?(?!(?-i:1st|2nd|3rd|\dth)\b)"
    r"\d[abd-hjlnp-uw-z]{2}",
}
"""What tells of an item. A house number with its street, a flat, a UK postcode."""
_FOUND = {
    item: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for item, words in _WORDS.items()
}
_WITHIN = r"(?<=[a-z,;:] )"
"""Not where a sentence begins: there, a surname such as Park is any word."""


@record
class Untold:
    """A word in an answer, and what it may tell of that is not on the page."""

    key: str
    word: str
    item: str

    @property
    def is_label(self) -> bool:
        """Say whether it can be nothing but a diagnosis: no page has one."""
        return re.fullmatch(_LABELS, self.word, re.IGNORECASE) is not None

    @property
    def may_tell(self) -> str:
        """Return what it may tell of: '"prison" may tell of police matters'."""
        item = lowered(ITEM_WORDS[self.item])
        return say('"{word}" may tell of {item}', word=self.word, item=item)


class TellsMore(RuleSaysNo):
    """What a page says may tell what was not agreed to, so the page is not made."""

    def __init__(self, found: tuple[Untold, ...]) -> None:
        super().__init__(
            say("Not agreed to: {told}. Nothing was made.", told=_each(found))
        )
        self.hint = say(
            "Change the words: {flags}. If they tell nothing of it, add: --tells-more "
            "they_do_not",
            flags=_flags(found),
        )


class SaidNo(RuleSaysNo):
    """What a page says tells what the person said no to, so the page is not made."""

    def __init__(self, name: str, found: tuple[Untold, ...]) -> None:
        super().__init__(
            say(
                "{name} said no to this: {told}. Nothing was made.",
                name=name,
                told=_each(found),
            )
        )
        self.hint = say("Change the words: {flags}", flags=_flags(found))


class TellsLabel(RuleSaysNo):
    """What a page says names a diagnosis, so the page is not made."""

    def __init__(self, found: tuple[Untold, ...]) -> None:
        super().__init__(
            say("No page has a diagnosis: {told}. Nothing was made.", told=_each(found))
        )
        self.hint = say("Change the words: {flags}", flags=_flags(found))


def _each(found: tuple[Untold, ...]) -> str:
    """Return '"prison" may tell of police and court matters'; and so on."""
    return "; ".join(one.may_tell for one in found)


def _flags(found: tuple[Untold, ...]) -> str:
    flags = dict.fromkeys(f"--{one.key.replace('_', '-')}" for one in found)
    return ", ".join(flags)


def untold(
    texts: Mapping[str, str],
    items: Collection[str],
    own: Collection[tuple[str, str]] = (),
) -> tuple[Untold, ...]:
    """Return each thing that answers may tell of and that is not among the items.

    `texts` are the words by the key of their answer; `own` as of `own_words`.
    """
    found = (
        Untold(key, word[0], item)
        for key, text in texts.items()
        for item, pattern in _patterns(own)
        for word in pattern.finditer(text)
        if item not in items
    )
    return tuple(dict.fromkeys(found))


def _patterns(
    own: Collection[tuple[str, str]],
) -> Iterator[tuple[str, re.Pattern[str]]]:
    yield from _FOUND.items()
    for item, pattern in own:
        yield item, re.compile(pattern)


def own_words(case: Casefile) -> tuple[tuple[str, str], ...]:
    """Return what tells of this person alone: their surname, and where they live.

    Pairs of an item and a pattern. A name they like to be called by is none of them.
    """
    person = case.person.record
    called = {*person.known_as.split()}
    more = [part for part in person.name.split() if part not in called]
    live = {kept.record.address for kept in case.safety.restrictions}
    return (
        *(("full_name", rf"{_WITHIN}{re.escape(part)}\b") for part in more if part[1:]),
        *(("address", rf"(?i:\b{re.escape(at)}\b)") for at in sorted(live) if at),
    )
