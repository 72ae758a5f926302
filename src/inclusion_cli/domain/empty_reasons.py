"""Reasons that say nothing: what is left of a text once its empty words are gone.

"To keep them safe", "it is policy", "when it is lifted": practice reference 1.2 asks
which harm, on what evidence, and what can be seen to end it. What the language data
has as c-staffing is refused too: a test holds the two together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.late_pattern import late
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = late(r"[^\W_]+")
_SMALL = frozenset(
    _WORD.findall(
        "a about after all also am an and any are as at be because been being "
        "both but by can cannot could did do does doing don done for from get "
        "gets getting had has have he her herself him himself his how i if in "
        "into is isn it its just ll may me might more most must my no nor not "
        "of off on once only or our out over own re s shall she should so some "
        "such t than that the their them themselves then there these they this "
        "those till to too until up us ve very was wasn we were when where "
        "which while who why will with without won would wouldn you your"
    )
)
_EMPTY = frozenset(
    _WORD.findall(
        "allow allowed allowing always anything attend attending avoid bad best "
        "better care careful case come company concerned could danger dangerous "
        "duty else everybody everyone first go goes going gone good happen "
        "happened happens harm harmed harmful harming harms health high house "
        "hurt hurting hurts injured injury insurance interest interests keep "
        "enough less "
        "keeping keeps let letting like likely limit limited limits low manage "
        "management medium necessary need needed needs people permit permitted "
        "person policies policy possible possibly practice precaution prevent "
        "preventing probably procedure procedures protect protected protecting "
        "protection reason reasons reduce reducing require required requirement "
        "resident residents restricted restriction restrictions risk risks "
        "risky rule rules safe safeguard safeguarding safely safer safety sake "
        "say says service side somebody someone something sorry stay stays stop "
        "stopped stopping stops tenant tenants think unsafe use used uses using visit "
        "visiting visits vulnerability vulnerable way went wrong"
    )
)
_NONE = frozenset(
    _WORD.findall(
        "anybody anyone applicable appropriate assessment available care clear "
        "common course else evidence file files given knew know knowledge known "
        "knows n na new nil nobody none noted notes nothing obvious obviously "
        "offered one per plan plans proof read recorded records relevant risk "
        "saw see seen sense shown support tbc tried unknown well yes yet"
    )
)
"""Words that name nothing: nobody saw it, nothing was tried, see the plan."""
_KNOWN_TO_ALL = late(
    r"^\W*(?:because |as |but )?(?:every(?:body|one)|any(?:body|one)|we all|all of us"
    r"|they all|people|the whole \w+|staff|the team)(?: \w+){0,3}? knows?\b[^.,;:\d]*$",
    re.IGNORECASE,
)
"""What everybody knows nobody has seen, unless its day is told with it."""
_TIME = frozenset(
    _WORD.findall(
        "again another april assess assessed august coming day days december "
        "february friday january july june later look looked looking march meet "
        "monday month monthly months november october one revisit saturday see "
        "september sunday three thursday tuesday two we wednesday week weekly "
        "weeks year"
    )
)
_LOOKED_AT = late(
    r"\bre-?view\w*|\bre-?assess\w*|\bre-?visit\w*|\bre-?consider\w*"
    r"|\b(?:look(?:ed|s|ing)?|see) (?:\w+ ){0,2}again\b|\bwill see\b",
    re.IGNORECASE,
)
"""To look again on a day is no end."""
_END = frozenset(
    _WORD.findall(
        "appropriate ban behave behaved behaves behaving behaviour compliant "
        "complied complies comply cooperate cooperates course decide decided "
        "decides decision deserve deserved deserves due earn earned earns end "
        "ended ends engage engaged engages engaging enough ever exit forever "
        "gone improve improved improves indefinite indefinitely life lift "
        "lifted lifting limit limited limits long longer low lower made meeting "
        "next ok okay ongoing over permanent permanently ready reduced remove "
        "removed restriction restrictions review reviewed right settled stable "
        "stopped suitable tbc time trusted well"
    )
)
"""Words of an end that can be seen by nobody."""
_WE_SAY = late(
    r"\b(?:staff|we|the (?:manager|team|staff|service|worker|workers|key worker)) "
    r"(?:say|decide|think|feel|believe|judge|consider|see fit|are (?:happy|sure))s?\b"
    r"(?!\W+(?:\w+\W+){0,6}?\w*\d)",
    re.IGNORECASE,
)


_SAYS_SO = late(
    r"^(.*?)\b(?:says?|decides?|agrees?|allows?|permits?)(?: so| it| to it)?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_WHO_DECIDES = frozenset(
    {"she", "he", "they", "person", "court", "judge", "tribunal", "panel", "board"}
)
"""Whose word ends a limit: the person's own, and who may order it."""


def says_nothing(text: str, what: str, names: Iterable[str] = ()) -> bool:
    """Say whether nothing is left of a reason but what is limited, and empty words.

    `names` are what the person is called: a name is no reason.
    """
    return bool(text.strip()) and not _left(text, _EMPTY | _NONE, what, names)


def says_none(text: str) -> bool:
    """Say whether a text says that there is nothing: "none", "not tried", "N/A"."""
    if not text.strip():
        return False
    return bool(_KNOWN_TO_ALL.search(text)) or not _words(text) - _SMALL - _NONE


def ends_nothing(text: str, what: str, names: Iterable[str] = ()) -> bool:
    """Say whether an end names nothing that can be seen: "when it is lifted"."""
    if not text.strip():
        return False
    if said := _SAYS_SO.search(text):
        own = _WHO_DECIDES.union(*(_words(name) for name in names))
        return not _words(said[1]) & own
    empty = _EMPTY | _END | _NONE
    if _LOOKED_AT.search(text):
        left = _left(text, empty | _TIME, what, names)
        return not any(word.isalpha() for word in left)
    return bool(_WE_SAY.search(text)) or not _left(text, empty, what, names)


def _left(
    text: str, empty: frozenset[str], what: str, names: Iterable[str]
) -> frozenset[str]:
    """Return the words of a text that tell something of their own."""
    known = {_stem(word) for said in (what, *names) for word in _words(said)}
    own = _words(text) - _SMALL - empty
    told = (word for word in own if len(word) > 1 or word.isdigit())
    return frozenset(word for word in told if _stem(word) not in known)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded(text)))


def _stem(word: str) -> str:
    """Return a word without its ending, so that "going" and "goes" are "go"."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            word = word.removesuffix(ending)
            break
    doubled = len(word) > 3 and word[-1] == word[-2]
    return word[:-1] if doubled else word
