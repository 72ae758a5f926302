"""How a predicate is named, worded and called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self

from inclusion_cli.domain.finding import CANNOT_TELL, MET, Finding, Found
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Facts

Judge = Callable[..., Found]
Words = Callable[..., str]

LOWER, HIGHER, SAME = -1, 1, 0
"""Which way an argument makes a predicate stricter."""


@record
class Kind:
    """What an argument may be.

    A whole number from low to high, or the word `also`; with `words`, a list of some of
    them; with `ids`, the id of something the step has: "behaviour" or "limit". `asks`
    is the question that gets it from a worker. `usual` is what stands where it is left
    out, `choice` that one argument of those so marked is given and no other. `strict`
    says which way it makes a predicate stricter.
    """

    low: int = 1
    high: int = 365
    also: str = ""
    words: tuple[str, ...] = ()
    ids: str = ""
    asks: str = ""
    usual: int | None = None
    choice: bool = False
    strict: int = SAME

    def reads(self, value: Any) -> Any:
        """Return the argument as judges take it. Raises ValueError saying the range."""
        if self.words:
            if isinstance(value, list | tuple) and self._are_words(value):
                return tuple(value)
            raise ValueError(say("a list of: {words}", words=", ".join(self.words)))
        if self.ids:
            if isinstance(value, str) and value:
                return value
            raise ValueError(
                say(
                    "the id of a {kind}, such as {example}",
                    kind=self.ids,
                    example=f"{self.ids[0]}1",
                )
            )
        if self.also and value == self.also:
            return value
        if type(value) is int and self.low <= value <= self.high:
            return value
        other = say(' or "{also}"', also=self.also) if self.also else ""
        raise ValueError(
            say(
                "a whole number from {low} to {high}{other}",
                low=self.low,
                high=self.high,
                other=other,
            )
        )

    def _are_words(self, parts: list[Any] | tuple[Any, ...]) -> bool:
        return bool(parts) and all(part in self.words for part in parts)

    def at_least_as_strict(self, one: Any, other: Any) -> bool:
        """Say whether one value asks as much as the other, or more."""
        if self.words:
            return set(one) <= set(other)
        if one == other:
            return True
        if self.also in (one, other) and self.also:
            return False
        if self.strict == LOWER:
            return bool(one <= other)
        return bool(one >= other) if self.strict == HIGHER else False


class Named(str):
    """The id of something a step has, with its words, so that a criterion reads well.

    It is the id, to records and comparisons.
    """

    __slots__ = ("words",)

    def __new__(cls, own_id: str, words: str) -> Self:
        """Return the id with its words."""
        made = super().__new__(cls, own_id)
        made.words = words
        return made

    words: str


def words_of(own_id: str) -> str:
    """Return what an id stands for, in words where they are known."""
    return getattr(own_id, "words", own_id)


COUNT = Kind(1, 60)
SESSIONS = Kind(1, 60, asks=say("Over how many sessions?"), strict=HIGHER)
LAST = Kind(1, 60, asks=say("Over how many sessions?"), usual=1, strict=HIGHER)
"""The last sessions; the last one, where it is left out."""
SCORE_MOST = Kind(0, 10, asks=say("What is the most it may be, 0 to 10?"), strict=LOWER)
SCORE_LEAST = Kind(
    0, 10, asks=say("What is the least it must be, 0 to 10?"), strict=HIGHER
)
DAYS = Kind(1, 365, asks=say("In how many days?"), strict=HIGHER)


@record
class Predicate:
    """A named question to the records; `says` and `breaks` put it in words.

    `about` names it on a list to choose from. `seen` are the kinds of observation it
    reads.
    """

    name: str
    judge: Judge
    says: Words
    breaks: Words
    takes: Mapping[str, Kind]
    about: str = ""
    seen: frozenset[Seen] = frozenset()

    def find(self, facts: Facts, args: Mapping[str, Any]) -> Finding:
        """Return what the records show for these arguments."""
        found = self.judge(facts, **args)
        told, agreed = found.tell(), self.says(**args)
        return Finding(
            found.answer,
            told.shows,
            told.used,
            told.missing,
            agreed,
            change=told.change or self._change(found, told.missing, args),
        )

    def _change(self, found: Found, missing: str, args: Mapping[str, Any]) -> str:
        """Return what would change an answer, where the judge said nothing better."""
        if found.answer is MET:
            return say("no longer met, with: {breaks}", breaks=self.breaks(**args))
        if found.answer is CANNOT_TELL:
            return missing
        last = args.get("last", self.takes["last"].usual if "last" in self.takes else 0)
        if not last:
            return say("met, once the records show it")
        return say_many(
            "met, once the next session shows it",
            "met, once the next {number} sessions show it",
            last,
        )


PREDICATES: dict[str, Predicate] = {}


def predicate(
    says: Words,
    breaks: Words,
    about: str,
    seen: frozenset[Seen] = frozenset(),
    **takes: Kind,
) -> Callable[[Judge], Judge]:
    """Register a judge under its own name, with its words and its arguments."""

    def register(judge: Judge) -> Judge:
        name = judge.__name__
        PREDICATES[name] = Predicate(name, judge, says, breaks, takes, about, seen)
        return judge

    return register
