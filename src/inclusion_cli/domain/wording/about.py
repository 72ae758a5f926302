"""Of whom something is said: "a difficult man", or "a difficult question".

It goes by the words around: a noun that follows, or the subject of the verb before.
The lists it needs are part of the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.wording.pieces import Word
    from inclusion_cli.domain.wording.rules import Rules

_FAR = 6
_NEGATIONS = ("not", "never", "nor", "neither", "hardly")
_PRONOUNS = {"he", "she", "they", "who", "you", "everyone", "someone", "him", "her"}
_WORKER = {"i", "we"}
_SHORTENED = ("'s", say("'re"), say("'ve"), "'d", say("'ll"))


class Said:
    """A phrase in its sentence: the words from `first` up to `after`."""

    def __init__(
        self, words: tuple[Word, ...], first: int, after: int, rules: Rules
    ) -> None:
        self.words, self.first, self.after = words, first, after
        self.lists = rules.lists
        self._no_names = rules.lists["things"] | rules.lists["titles"]

    def of_person(self) -> bool:
        """Say whether it describes the person, or how they are."""
        found = self._noun_after()
        return self._predicate() if found is None else found

    def by_person(self) -> bool:
        """Say whether the person is said to do it, of their own."""
        if self._gap(self.first) == '"':
            return True
        at = self._over(self.first - 1)
        if at < self.first - 1 and self._passive(at + 1):
            return False
        return self._subject(at)

    def after_person(self) -> bool:
        """Say whether it follows the person, as what is said of them."""
        return self._subject(self.first - 1)

    def to_person(self) -> bool:
        """Say whether it is done to the person, by others."""
        at = self._over(self.first - 1)
        was = {self.words[k].low for k in range(max(at + 1, 0), self.first)}
        if was & self.lists["passives"] and not self._ing():
            return self._subject(at)
        doer = self._low(at)
        staff = at < 0 or doer in self.lists["staff"] or doer in _WORKER
        if self._object(self.after):
            return staff or self._gap(at + 1) not in " -" or self._name(at)
        if self._low(self.after) in ("by", "from"):
            return self._low(self.after + 1) in self.lists["staff"]
        if at < 0 and self._low(self.after) in ("to", "for", "away", "back"):
            return True
        return at >= 0 and staff and self._person_within(self.after)

    def _ing(self) -> bool:
        return self.words[self.first].low.endswith("ing")

    def _object(self, at: int) -> bool:
        """Say whether a person stands here, to whom it is done."""
        low = self._low(at)
        if self._gap(at) not in " -":
            return False
        if low == "her":
            after = self._low(at + 1)
            return self._gap(at + 1) not in " -" or after in self.lists["functions"]
        return low in self.lists["objects"] or low in self.lists["people"]

    def _person_within(self, at: int) -> bool:
        """Say whether a person is named within the next few words."""
        near = [word for word in self.words[at : at + 3] if word.gap in " -"]
        return any(
            word.low in self.lists["people"]
            or word.low in self.lists["objects"]
            or (word.text[0].isupper() and not word.text.isupper())
            for word in near
        )

    def _low(self, at: int) -> str:
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def _gap(self, at: int) -> str:
        return self.words[at].gap if 0 <= at < len(self.words) else "."

    def _noun_after(self) -> bool | None:
        """Say whose adjective it is by the noun that follows, None for no noun."""
        for at in range(self.after, self.after + 3):
            low = self._low(at)
            if self._gap(at) not in ' -"' or low in self.lists["functions"]:
                return None if at == self.after else False
            if low.endswith("ly"):
                return None
            if (
                low in self.lists["people"]
                or self.words[at].base in self.lists["people"]
            ):
                return True
        return False

    def _predicate(self) -> bool:
        """Say whether it is said of the subject before, and that is the person."""
        at, steps = self.first - 1, 0
        if self._gap(self.first) == '"' and self._low(at) in self.lists["says"]:
            return True
        while at >= 0 and steps < _FAR:
            if self._gap(at + 1) not in ' -,"':
                return True  # a label by itself
            low = self._low(at)
            if self._denies(low):
                return False
            if low in ("and", "or"):
                near = range(at - 1, max(at - 5, -1), -1)
                verbs = (k for k in near if self._low(k) in self.lists["copulas"])
                at = next(verbs, at - 2)
            elif (
                low in self.lists["adverbs"]
                or low.endswith("ly")
                or self._gap(at + 1) == ","
            ):
                at -= 1
            else:
                break
            steps += 1
        if self._gap(self.first) == "," and self._low(at) not in self.lists["copulas"]:
            return True
        return self._verb(at)

    def _verb(self, at: int) -> bool:
        low = self._low(at)
        if at < 0:
            return True
        if low in self.lists["copulas"]:
            return self._subject(at - 1)
        for end in _SHORTENED:
            if low.endswith(end):
                bare = low.removesuffix(end)
                return bare in _PRONOUNS or self._name(at)
        if low == "as":
            return self._low(at - 1) in self.lists["as_verbs"]
        if low in self.lists["objects"] or low in self.lists["people"]:
            return self._low(at - 1) in self.lists["finds"]
        return False

    def _over(self, at: int) -> int:
        """Return the place before adverbs and helping verbs."""
        while at >= 0 and self._gap(at + 1) in " -":
            low = self._low(at)
            if (
                low in self.lists["helpers"]
                or low in self.lists["adverbs"]
                or low.endswith("ly")
            ):
                at -= 1
            else:
                break
        return at

    def _passive(self, start: int) -> bool:
        """Say whether it was done to the subject: "was refused", not "is refusing"."""
        before = self._low(self.first - 1)
        ends = self.words[self.first].low
        return (
            before in self.lists["passives"]
            and not ends.endswith("ing")
            and bool(start <= self.first - 1)
        )

    def _subject(self, at: int) -> bool:
        """Say whether the subject that ends here is the person."""
        while at >= 0 and self._gap(at + 1) in " -" and self._helps(at):
            at -= 1
        if at < 0 or self._gap(at + 1) not in " -":
            return True  # the subject was left out, as notes do
        at = self._over_place(at)
        low = self._low(at)
        if low in self.lists["joins"]:
            return self._person_before(at)
        if low in _WORKER or low in self.lists["it"] or self._denies(low):
            return False
        return low in _PRONOUNS or self._called(at) or self._name(at)

    def _helps(self, at: int) -> bool:
        low = self._low(at)
        return low in self.lists["helpers"] or low in self.lists["adverbs"]

    @staticmethod
    def _denies(low: str) -> bool:
        return low in _NEGATIONS or low.endswith("n't")

    def _called(self, at: int) -> bool:
        """Say whether a person, how they are, or what they say is named here."""
        low = self._low(at)
        for end in _SHORTENED:
            if low.endswith(end) and low.removesuffix(end) in _PRONOUNS:
                return True
        acts = low in self.lists["acts"]
        theirs = acts and self._low(at - 1) in self.lists["determiners"]
        return low in self.lists["people"] or theirs

    def _over_place(self, at: int) -> int:
        """Return the place before "to the cook" in "his comments to the cook"."""
        for back in range(at - 1, max(at - 4, 0), -1):
            if self._gap(back + 1) not in " -":
                return at
            if self._low(back) in self.lists["places"]:
                return back - 1
            if self._low(back) not in self.lists["determiners"]:
                return at
        return at

    def _person_before(self, at: int) -> bool:
        """Say whether the sentence speaks of a person before this place."""
        return at == 0 or any(
            word.low in _PRONOUNS or word.low in self.lists["people"] or self._name(k)
            for k, word in enumerate(self.words[:at])
        )

    def _name(self, at: int) -> bool:
        """Say whether a word is a person's name, as far as words can tell."""
        word = self.words[at]
        if not word.text[0].isupper() or word.base in self._no_names:
            return False
        back = at
        while back > 0 and self.words[back].gap in " -" and back > at - 4:
            back -= 1
            if self._low(back) in self.lists["determiners"]:
                return False
            if not self.words[back].text[0].isupper():
                break
        if not word.lead:
            return True
        plural = self._low(at + 1) in ("are", "were", "have") or word.low.endswith(
            "ing"
        )
        return not plural
