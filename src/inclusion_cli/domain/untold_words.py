"""Words on a page that tell what was not agreed to be told: a worker looks again.

Source: practice reference 6.7, partner briefing: never a diagnosis or history by
itself. It stops nobody: the person reads the page and says yes or no to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import ITEM_WORDS
from inclusion_cli.domain.values import lowered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_WORDS = {
    "diagnosis": r"schizo\w*|bipolar|psychosis|psychotic|personality disorder|ptsd"
    r"|autis\w+|adhd|depressi\w+|dementia|diagnos\w+|hears? voices|mental illness",
    "medication": r"medication|medicines?|tablets?|depot|injection|clozapine"
    r"|olanzapine|lithium|antipsychotics?|antidepressants?",
    "offending": r"police|court|prison|probation|offen[cd]\w+|arrest\w*|convict\w+",
    "history": r"abus\w+|exploit\w+|assault\w*|raped?|trauma\w*|overdos\w+|suicid\w+"
    r"|self[- ]harm\w*|sectioned|addict\w*",
    "money": r"debts?|benefits|bank|loans?",
}
_FOUND = {
    item: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for item, words in _WORDS.items()
}


def untold(texts: Iterable[str], items: Collection[str]) -> Iterator[str]:
    """Return a sentence for each thing a page says that is not among its items."""
    text = "\n".join(texts)
    for item, pattern in _FOUND.items():
        found = None if item in items else pattern.search(text)
        if found:
            yield say(
                'Look again: "{word}" may tell of something that was not agreed to: '
                "{item}.",
                word=found[0],
                item=lowered(ITEM_WORDS[item]),
            )
