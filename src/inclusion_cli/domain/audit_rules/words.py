"""Whose words they are: the same for many people, or not the person's own; 19 and 20.

Texts are compared in near-linear time: a text is held only against those that share one
of its rarest words, which any text 0.6 like it must do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from hashlib import sha256
from math import ceil
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.restrictions import limits_now
from inclusion_cli.domain.audit_rules.rule import Found, Noted, Rule, one_person
from inclusion_cli.domain.blanket import PEOPLE, Sort, blankets
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.finding import MET
from inclusion_cli.domain.flagged import grave
from inclusion_cli.domain.formulation_copy import (
    ALIKE,
    COPIED,
    FEWEST,
    alike,
    tokens,
)
from inclusion_cli.domain.formulation_individual import own_words
from inclusion_cli.domain.formulation_texts import texts_of
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.registered import Registered
from inclusion_cli.domain.values import and_list
from inclusion_cli.domain.words_kept import unkept
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.audit_look import Look, Whole

Words = frozenset[str]


@record
class Texts:
    """What rule 19 keeps of a file: the words of its texts, controls and limits."""

    formulation: str
    texts: tuple[Words, ...]
    controls: frozenset[str]
    limits: tuple[Registered, ...]


def _texts(look: Look) -> Texts:
    it = look.formulation
    kept = {w.text for w in it.words_kept if w.rule == COPIED} if it else set()
    texts = [text.text for text in texts_of(it)] if it else []
    words = (tokens(text) for text in texts if text not in kept)
    return Texts(
        next(iter(look.formulation_ids), ""),
        tuple(dict.fromkeys(w for w in words if len(w) >= FEWEST)),
        frozenset(
            folded(c.text) for c in (it.controls if it else ()) if c.text not in kept
        ),
        tuple(replace(one, kept=None, reviews=()) for one in limits_now(look)),
    )


# --- 19: the same words for three people or more ------------------------------------


def _same(noted: tuple[Noted, ...], _whole: Whole) -> Iterator[Found]:
    yield from _blanket_limits(noted)
    holders: dict[Words, set[str]] = defaultdict(set)
    ruled: dict[str, set[str]] = defaultdict(set)
    for file, _code, kept in noted:
        for words in kept.texts:
            holders[words].add(file)
        for control in kept.controls:
            ruled[control].add(file)
    people = near_holders(holders)
    for file, code, kept in noted:
        same = [w for w in kept.texts if len(people[w]) >= PEOPLE]
        rules = [c for c in kept.controls if len(ruled[c]) >= PEOPLE]
        mend = ("formulate", "show", code)
        if same:
            says = say_many(
                "{number} line of the formulation is the same, word for word, for 3 "
                "people or more.",
                "{number} lines of the formulation are the same, word for word, for 3 "
                "people or more.",
                len(same),
            )
            yield Found(says, (kept.formulation,), mend, "lines", file=file)
        if rules:
            says = say_many(
                "{number} thing we do is the same for 3 people or more.",
                "{number} things we do are the same for 3 people or more.",
                len(rules),
            )
            yield Found(
                says, (kept.formulation,), mend, "controls", AuditSide.CAUTION, file
            )


def _blanket_limits(noted: tuple[Noted, ...]) -> Iterator[Found]:
    """Return the limits that look like a rule for all; they name codes alone."""
    limits = ((code, one) for _file, code, kept in noted for one in kept.limits)
    for one in blankets(limits):
        subject = (
            f"{one.sort.value}-{sha256(folded(one.what).encode()).hexdigest()[:12]}"
        )
        says = _BLANKET[one.sort].format(codes=and_list(one.codes))
        mend = ("restriction", "list")
        yield Found(says, one.records, mend, subject, AuditSide.CAUTION)


_BLANKET = {
    Sort.WORDS: say("{codes} have the same limit. It may be a rule for all."),
    Sort.ADDRESS: say("A limit holds for a whole address ({codes})."),
    Sort.END: say("The limits of {codes} all end on one day."),
}


def near_holders(holders: Mapping[Words, set[str]]) -> dict[Words, set[str]]:
    """Return of each text the people who have it, or one 0.6 or more like it.

    A shorter text can only be that like a longer one if one of its rarest words is in
    it: so many that too few would be left to reach 0.6.
    """
    found = {words: set(files) for words, files in holders.items()}
    often = Counter(word for words in holders for word in words)
    places: dict[str, list[Words]] = defaultdict(list)
    for words in holders:
        for word in words:
            places[word].append(words)
    for short in holders:
        rarest = sorted(short, key=lambda word: (often[word], word))
        prefix = rarest[: len(short) - ceil(ALIKE * len(short)) + 1]
        near = {other for word in prefix for other in places[word]}
        for other in near:
            if len(other) >= len(short) and alike(short, other) >= ALIKE:
                found[short] |= holders[other]
                found[other] |= holders[short]
    return found


# --- 20: the person's own words, and the language -----------------------------------


def _not_theirs(look: Look) -> Iterator[Found]:
    it, kept = look.formulation, look.case.formulation
    if it is None or kept is None:
        return
    told = []
    if own_words(it).answer is not MET and not it.no_account_because:
        told.append(say("The person's own words are not in it."))
    if flagged := _flagged(look):
        told.append(
            say_many(
                "{number} phrase is worth a look, and nobody has said why it stays.",
                "{number} phrases are worth a look, and nobody has said why they stay.",
                flagged,
            )
        )
    if told:
        says = say(
            "Look at the formulation of {day}. {told}",
            day=say_day(kept.on),
            told=" ".join(told),
        )
        yield Found(says, (kept.id,), ("formulate", look.code))


def _flagged(look: Look) -> int:
    """Return how many phrases the language check would ask about at sign-off."""
    it, rules = look.formulation, look.whole.means.words
    if it is None or rules is None:
        return 0
    return len(unkept(it, grave(it, rules)))


def _no_words(noted: tuple[Noted, ...], whole: Whole) -> str:
    del noted
    return "" if whole.means.words else say("The word list was not there to look with.")


RULES = (
    Rule(
        19,
        "same-words-for-many",
        Grade.B,
        AuditSide.RECORD,
        say("The same words stand for 3 people or more."),
        say("What is right for everybody was thought through for nobody."),
        say("people"),
        of=one_person,
        note=_texts,
        across=_same,
    ),
    Rule(
        20,
        "own-words-missing",
        Grade.C,
        AuditSide.RECORD,
        say("The person's own words are missing, or phrases are worth a second look."),
        say("A record without the person's voice is about them, and not with them."),
        say("people"),
        of=one_person,
        person=_not_theirs,
        cannot=_no_words,
    ),
)
