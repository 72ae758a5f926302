"""The check itself: text and rules in, flags out. It reads nothing else.

Practice reference 1.4. It prompts and never decides: whoever writes may keep a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inclusion_cli.domain.record import record
from inclusion_cli.domain.wording.about import Said
from inclusion_cli.domain.wording.phrases import ends
from inclusion_cli.domain.wording.pieces import STRAIGHT, paragraphs, sentences, words
from inclusion_cli.domain.wording.quotes import Heard, Voice
from inclusion_cli.domain.wording.rule import CONTEXTS
from inclusion_cli.domain.wording.rules import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.wording.phrases import Phrase
    from inclusion_cli.domain.wording.pieces import Word
    from inclusion_cli.domain.wording.rule import Rule
    from inclusion_cli.domain.wording.rules import Rules

_NEAR = 140  # letters of a sentence that are looked at, before and after


@record
class Flag:
    """A phrase worth a look: where it stands, of which rule, and what to ask.

    `start` and `end` count the letters of the text as it was given.
    """

    start: int
    end: int
    text: str
    family: str
    severity: str
    rule: str
    question: str
    rewording: str


class _Found(NamedTuple):
    """A phrase that was met. Without a severity it is fine, and covers its place."""

    start: int
    end: int
    rule: Rule | None
    severity: str


def flags(text: str, rules: Rules, mode: str = "note") -> tuple[Flag, ...]:
    """Return the phrases of a text worth a look, in order; they never overlap."""
    straight = text.translate(STRAIGHT)
    found: list[Flag] = []
    for start, end in paragraphs(straight):
        heard = Heard(text[start:end], straight[start:end], rules)
        for one in _settled(straight[start:end], rules, mode):
            severity = _spoken(one, heard)
            if one.rule and severity:
                at = start + one.start, start + one.end
                found.append(_flag(text, at, one.rule, severity))
    return tuple(found)


def _flag(text: str, at: tuple[int, int], rule: Rule, severity: str) -> Flag:
    told = rule.family, severity, rule.id, rule.question, rule.rewording
    return Flag(*at, text[slice(*at)], *told)


def _settled(part: str, rules: Rules, mode: str) -> list[_Found]:
    """Return what was met in a paragraph once the longest match has won, in order."""

    def rank(one: _Found) -> tuple[int, int, int, int]:
        place = rules.order[one.rule.id] if one.rule else -1
        return one.start - one.end, not one.severity, one.start, place

    taken = bytearray(len(part))
    kept: list[_Found] = []
    for one in sorted(_paragraph(part, rules, mode), key=rank):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _spoken(one: _Found, heard: Heard) -> str:
    """Return the severity of a match, given the quotation it is part of."""
    quote = heard.around(one.start, one.end) if one.severity else None
    if quote is None:
        return one.severity
    voice = heard.voice(quote)
    if voice is Voice.PROFESSIONAL:
        return "I"
    return "" if voice is Voice.SOMEBODY or not heard.short(quote) else one.severity


def _paragraph(part: str, rules: Rules, mode: str) -> Iterator[_Found]:
    starts = rules.starts
    for start, end in sentences(part):
        said = words(part, start, end)
        for at, word in enumerate(said):
            pairs = starts.get(word.low, ())
            if word.base != word.low:
                pairs = (*pairs, *starts.get(word.base, ()))
            if word.text != word.low:
                pairs = (*pairs, *starts.get(word.text, ()))
            for one, rule in pairs:
                after = ends(one, said, at, case=rule.case if rule else False)
                if after and not _part_of_longer(part, said, at, after, rules):
                    here = _Here(part, (start, end), said, at, after, one, rules)
                    met = here.judged(rule, mode)
                    if met:
                        yield met


def _part_of_longer(
    part: str, said: tuple[Word, ...], at: int, after: int, rules: Rules
) -> bool:
    """Say whether a hyphen makes it part of another word, as in "water-resistant"."""
    end = said[after - 1].end
    behind = part[end : end + 2]
    if len(behind) > 1 and behind[0] == "-" and behind[1].isalnum():
        return True
    joined = said[at].gap == "-" and part[said[at].start - 1] == "-"
    return joined and said[at - 1].low not in rules.lists["prefixes"]


class _Here:
    """A phrase where it was met, in its sentence."""

    def __init__(
        self,
        part: str,
        sentence: tuple[int, int],
        said: tuple[Word, ...],
        at: int,
        after: int,
        one: Phrase,
        rules: Rules,
    ) -> None:
        self.said, self.at, self.after, self.rules = said, at, after, rules
        self.part, self.sentence = part, sentence
        self.start, self.end = said[at].start, said[after - 1].end
        last = said[after - 1]
        if last.base != last.low and not any(last.low in slot.words for slot in one):
            self.end -= len("'s")
        self.left = part[max(sentence[0], self.start - _NEAR) : self.start]
        self.right = part[self.end : min(sentence[1], self.end + _NEAR)]

    def judged(self, rule: Rule | None, mode: str) -> _Found | None:
        """Return the match with its severity, "" where it is fine, None for none."""
        if rule is None or self._title():
            return _Found(self.start, self.end, rule, "")
        if not self._meant(rule):
            return None
        fine = (
            any(self._stands(rule, f"unless_{place}") for place in CONTEXTS)
            or (rule.own and self._of_themselves())
            or not self._of_whom(rule)
        )
        severity = "" if fine else self._severity(rule, mode)
        return _Found(self.start, self.end, rule, severity)

    def _meant(self, rule: Rule) -> bool:
        """Say whether all stands around it without which it is not meant."""
        wanted = [f"only_{place}" for place in CONTEXTS]
        return all(self._stands(rule, k) for k in wanted if k in rule.contexts)

    def _stands(self, rule: Rule, key: str) -> bool:
        """Say whether one of the rule's contexts stands where it is looked for."""
        patterns = rule.contexts.get(key, ())
        if key.endswith("_before"):
            return any(compiled(p).search(self.left) for p in patterns)
        if key.endswith("_after"):
            return any(compiled(p).match(self.right) for p in patterns)
        around = f"{self.left}{_MARK}{self.right}" if patterns else ""
        return any(compiled(p).search(around) for p in patterns)

    def _of_themselves(self) -> bool:
        """Say whether people say it of themselves, or it is said to be their word."""
        return bool(
            self.rules.own_before.search(self.left)
            or self.rules.own_after.match(self.right)
        )

    def _of_whom(self, rule: Rule) -> bool:
        said = Said(self.said, self.at, self.after, self.rules)
        match rule.about:
            case "person":
                return said.of_person()
            case "by_person":
                return said.by_person()
            case "to_person":
                return said.to_person()
            case "subject":
                return said.after_person()
        return True

    def _title(self) -> bool:
        """Say whether it is part of the name of a place, a book or a song."""
        first = self.said[self.at]
        if self.rules.titled.search(self.left) and first.text[0].isupper():
            return True
        if first.lead or not first.text[0].isupper() or first.text.isupper():
            return False
        behind = self.said[self.after : self.after + 2]
        if behind and behind[0].gap == " " and behind[0].text[0].isupper():
            the = self.said[self.at - 1].low in ("the", "at", "called", "in")
            nouns = self.rules.lists["titles"]
            return the or any(word.low in nouns for word in behind)
        return False

    def _severity(self, rule: Rule, mode: str) -> str:
        severity = rule.in_mode.get(mode, rule.severity)
        if rule.limits and self._limits():
            return rule.limits
        return severity

    def _limits(self) -> bool:
        """Say whether the sentence limits the person, or tells what happened."""
        if self.rules.limits.search(f"{self.left}{_MARK}{self.right}"):
            return True
        itself = self.part[self.start : self.end]
        if self.rules.limits_itself.search(itself):
            return True
        return not self.rules.told.search(f"{self.left}{itself}{self.right}")


_MARK = "\ufffc"
"""Stands for the phrase itself where its sentence is looked at."""
