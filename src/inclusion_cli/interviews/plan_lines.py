"""Own criteria without JSON: lines chosen by number, each with its own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.criteria import NEVER_SIGNS, RESPONSE_WORDS, Response
from inclusion_cli.domain.predicates import PREDICATES, Kind
from inclusion_cli.domain.values import Choice, Parse, one_of, some_of, whole
from inclusion_cli.interviews.plan_more import behaviours_of, limits_of
from inclusion_cli.interviews.question import ENOUGH, Answers, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.interviews.plan_about import StepAbout

    Refuse = Callable[[dict[str, Any], Answers], None]

AS_WELL, EITHER = "as_well", "either"
JOINS = (
    Choice(AS_WELL, say("As well as the line before")),
    Choice(EITHER, say("One of the two is enough")),
)
RESPONSES = tuple(Choice(r.value, RESPONSE_WORDS[r].capitalize()) for r in Response)
OUTCOMES = (
    Choice("no", say("No, it did not happen")),
    Choice("partly", say("It partly happened")),
    Choice("yes", say("Yes, it happened")),
)
FIRST = (
    "attended_at_least",
    "peak_suds_max",
    "prediction_outcome_in",
    "post_le_pre",
    "coped_rating_min",
    "confidence_min",
    "stayed_planned_minutes",
    "limit_kept",
    "safety_behaviour_reduced",
    "crisis_contacts_max",
    "signs_stage_max",
    "no_concern",
    "sleep_nights_below",
    "cravings_max",
)
"""What is most often agreed stands first on the list."""
SHORT = {
    "days": say("Days"),
    "h": say("Hours"),
    "id": say("What they do"),
    "last": say("Sessions"),
    "limit_id": say("Limit"),
    "max_nights": say("Nights"),
    "n": say("How many"),
    "of_last": say("Of the last"),
    "outcomes": say("Good answers"),
    "p": say("Percent"),
    "points": say("Points"),
    "stage": say("Stage"),
    "within_hours": say("Hours"),
    "x": say("Score"),
}
HOLD = {"days": 14, "min_sessions": 3}
"""What the hold starts from; it is asked about next."""


def line_questions(
    it: StepAbout, answers: Answers, refuse: Refuse
) -> Iterator[Question]:
    """Return the rows of what lets the person move on, and of what stops and thinks."""
    own = _Own(it, answers)
    yield from _unfolding(answers, "line", own.line)
    yield from _unfolding(answers, "stop", lambda p, n: own.stop(p, n, refuse))


def _unfolding(
    answers: Answers, group: str, row: Callable[[str, int], Iterator[Question]]
) -> Iterator[Question]:
    """Return rows of which each question may depend on the one before it.

    Like `rows`, which makes a row whole before its first question is read.
    """
    number = 1
    while True:
        questions = row(f"{group}.{number}.", number)
        first = next(questions)
        yield first
        if answers.get(first.key) is None:
            if first.key not in answers:
                yield from questions
            return
        yield from questions
        number += 1


class _Own:
    """Make the questions of a row, from what this step has."""

    def __init__(self, it: StepAbout, answers: Answers) -> None:
        self.answers = answers
        self.ids = {
            "limit": tuple(Choice(one.id, one.text) for one in limits_of(answers)),
            "behaviour": tuple(Choice(b.id, b.text) for b in behaviours_of(answers)),
        }
        if it.anybody:
            self.ids = {kind: (Choice(f"{kind[0]}1", kind),) for kind in self.ids}
        feared = bool(answers.get("fear")) or it.anybody
        every = dict.fromkeys((*FIRST, *PREDICATES))
        self.names = [name for name in every if self._can(name, feared=feared)]

    def _can(self, name: str, *, feared: bool) -> bool:
        if name in ("prediction_outcome_in", "belief_drop"):
            return feared
        kinds = PREDICATES[name].takes.values()
        return all(self.ids[kind.ids] for kind in kinds if kind.ids)

    def line(self, prefix: str, number: int) -> Iterator[Question]:
        """Return the questions of one line of moving on."""
        names = self.names
        first = number == 1
        yield self._what(
            prefix,
            say("What must be so to move on?")
            if first
            else say("What else must be so?"),
            say("To move on {number}", number=number),
            names,
            required=first,
        )
        yield from self._numbers(prefix)
        if not first:
            yield choose(
                f"{prefix}join",
                say("And how?"),
                say("How line {number} counts", number=number),
                JOINS,
            )

    def stop(self, prefix: str, number: int, refuse: Refuse) -> Iterator[Question]:
        """Return the questions of one pause sign: a line that is no longer so."""
        first = number == 1
        names = [name for name in self.names if name not in NEVER_SIGNS]
        yield self._what(
            prefix,
            say("What is watched, to stop and think?")
            if first
            else say("What else is watched?"),
            say("To stop and think {number}", number=number),
            names,
            required=first,
        )
        yield from self._numbers(prefix)
        yield choose(
            f"{prefix}response",
            say("What do you do when it is no longer so?"),
            say("Response"),
            RESPONSES,
            constraint=lambda _r, a: refuse(composed(a), a),
        )

    @staticmethod
    def _what(
        prefix: str, label: str, short: str, names: list[str], *, required: bool
    ) -> Question:
        choices = tuple(Choice(name, PREDICATES[name].about) for name in names)
        return choose(
            f"{prefix}what", label, short, choices, required=required, skips=ENOUGH
        )

    def _numbers(self, prefix: str) -> Iterator[Question]:
        """Return what the chosen line needs to know."""
        name = self.answers.get(f"{prefix}what")
        takes = PREDICATES[name].takes if name else {}
        for key, kind in takes.items():
            if key == "percent":
                continue  # a fall is asked in points; a file can say it in percent
            yield self._number(prefix, key, kind)

    def _number(self, prefix: str, key: str, kind: Kind) -> Question:
        name, short = f"{prefix}{key}", SHORT[key]
        usual = str(kind.usual) if kind.usual is not None else ""
        choices: tuple[Choice, ...] = ()
        if kind.ids:
            choices = self.ids[kind.ids]
            parse: Parse = one_of(choices)
        elif kind.words:
            choices = OUTCOMES
            parse = _one_or_more(choices)
        else:
            parse = _number(kind)
        what = "choice" if kind.ids else "choices" if kind.words else "number"
        return Question(
            name, kind.asks, short, parse, what, choices=choices, default=usual
        )


def _one_or_more(choices: tuple[Choice, ...]) -> Parse:
    """Return a parser of one choice or more."""
    some = some_of(choices)

    def parse(raw: str) -> tuple[str, ...]:
        chosen: tuple[str, ...] = some(raw)
        if not chosen:
            raise ValueError(say("must be one number or more"))
        return chosen

    return parse


def _number(kind: Kind) -> Parse:
    """Return a parser of a number, or of the one word that stands for one."""
    number = whole(kind.low, kind.high)

    def parse(raw: str) -> int | str:
        if kind.also and raw.strip().casefold() == kind.also:
            return kind.also
        return int(number(raw))

    return parse


def composed(answers: Answers) -> dict[str, Any]:
    """Return the criteria the rows stand for; empty before there is a line."""
    lines: list[dict[str, Any]] = []
    for prefix, rule in _rules(answers, "line"):
        if lines and answers.get(f"{prefix}join") == EITHER:
            last = lines.pop()
            lines.append({"any_of": [*last.get("any_of", [last]), rule]})
        else:
            lines.append(rule)
    signs = [
        {"when": {"not": rule}, "response": answers.get(f"{prefix}response") or "pause"}
        for prefix, rule in _rules(answers, "stop")
    ]
    if not lines:
        return {}
    stability = lines[0] if len(lines) == 1 else {"all_of": lines}
    return {"stability": stability, "pause": signs, "hold": dict(HOLD)}


def _rules(answers: Answers, group: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the rows of a group that are told in full, with the rule of each."""
    numbers = sorted(
        int(key.split(".")[1])
        for key in answers
        if key.startswith(f"{group}.") and key.endswith(".what")
    )
    for number in numbers:
        prefix = f"{group}.{number}."
        name = answers.get(f"{prefix}what")
        takes = PREDICATES[name].takes if name else {}
        asked = [key for key in takes if key != "percent"]
        args = {key: answers.get(f"{prefix}{key}") for key in asked}
        if name and None not in args.values():
            yield prefix, {name: {k: _plain(v) for k, v in args.items()}}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
