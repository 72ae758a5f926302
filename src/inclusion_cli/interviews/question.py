"""A question as plain data, and a form as an ordered flow of them.

Names follow XLSForm (label, hint, relevant, constraint, required, default), so that an
export is a rename.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from inclusion_cli.domain.bank_numbers import masked
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.money import NO_NUMBERS, refuse_secrets
from inclusion_cli.domain.values import (
    NEEDED,
    NO,
    YES,
    Choice,
    Parse,
    one_of,
    score,
    some_of,
    words,
)
from inclusion_cli.interviews.sentences import needed, subject
from inclusion_cli.plain import one_line, plain
from inclusion_cli.tongue import say

_ECHOED = 60  # letters; what is longer is on the screen, and long
ENOUGH = say("Enter if that is all.")
Answers = Mapping[str, Any]
Raws = Mapping[str, str | None]
"""Answers as they are typed; None is skipped."""
ALWAYS = say("always")
SEALED = say("Sealed until the debrief")
NEW = object()
"""What stood of a record that was not there before."""


def _always(_answers: Answers) -> bool:
    return True


def _no_lines(_answers: Answers) -> tuple[str, ...]:
    return ()


def _fine(_value: Any, _answers: Answers) -> None:
    return None


@dataclass(frozen=True)
class Question:
    """One thing to ask.

    `key` is its name in flags, files and drafts; `short` its name on the check page
    and in errors. `named` is what a sentence calls it where `short` is no name of a
    thing ("It is for"), and `needed` what is said where nothing was typed; both are
    found from its kind where they are not given. `default` is what Enter keeps, as it
    would be typed. Enter skips what is not `required`, and `skips` says so; unless it
    is `explicit`: there a dash must be typed, so that no stray key leaves out a score.
    `constraint` raises ValueError
    where a value does not fit the other answers; `doubt` returns a sentence where it
    fits but must be typed twice. `grave` questions have no default and drop keys typed
    ahead. `extra` ones are asked only when the worker adds more. A `sealed` answer is
    not shown again before its day. `before` returns lines to read before it. What is
    answered in somebody's `own` words, and a name, is never looked over for its
    wording. `none` says whether 0 is offered where several can be chosen.
    `masks` is where nothing may stand in the way of what is said in danger: numbers
    that must not be kept are taken out of it, and it is kept.
    `twice` is said behind a doubt, and `explains` returns what `?` says besides the
    hint. A `hushed` error never says again what was typed: it may be a passphrase.
    `stood` is what a record said before it was opened again, NEW for none.
    """

    key: str
    label: str
    short: str
    parse: Parse = words
    kind: str = "text"
    hint: str = ""
    named: str = ""
    needed: str = ""
    choices: tuple[Choice, ...] = ()
    default: str = ""
    relevant: Callable[[Answers], bool] = _always
    asked: str = ALWAYS
    required: bool = True
    skips: str = say("Enter skips.")
    explicit: bool = False
    grave: bool = False
    extra: bool = False
    carry: bool = False
    sealed: bool = False
    none: bool = True
    twice: str = say("To keep it, type it again.")
    own: bool = False
    masks: bool = False
    hushed: bool = False
    stood: Any = NEW
    constraint: Callable[[Any, Answers], None] = _fine
    doubt: Callable[[Any, Answers], str | None] = _fine
    before: Callable[[Answers], tuple[str, ...]] = _no_lines
    explains: Callable[[], tuple[str, ...]] = tuple

    @property
    def flag(self) -> str:
        """Return the option that answers it, "" for a question in a repeated row."""
        return "" if "." in self.key else f"--{self.key.replace('_', '-')}"

    def read(self, raw: str, answers: Answers) -> Any:
        """Return the value of what was typed. Raises ValueError, a whole sentence.

        No free text may have a card number, a PIN or a password in it.
        """
        try:
            value = self._parsed(raw)
            self.constraint(value, answers)
        except ValueError as reason:
            raise ValueError(self._refusal(raw, str(reason))) from None
        return value

    def offered(self, answers: Answers) -> str:
        """Return the default where it may be saved; "" where it is refused."""
        return "" if self.unusable(answers) else self.default

    def unusable(self, answers: Answers) -> str:
        """Return why the default is refused, as a sentence; "" where it is not."""
        try:
            if self.default:
                self.constraint(self._parsed(self.default), answers)
        except ValueError as reason:
            said = str(reason).removesuffix(".")
            if said[0].isupper():
                return f"{said}."
            return say("What is usual {said}.", said=said)
        return ""

    def _parsed(self, raw: str) -> Any:
        if self.kind != "text":
            return self.parse(raw)
        if not self.masks:
            refuse_secrets(raw)
            return self.parse(raw)
        try:
            return self.parse(masked(raw))
        except ValueError as reason:
            if str(reason) != NO_NUMBERS:
                raise
            return self.parse(masked(raw, bank=True))

    def _refusal(self, raw: str, reason: str) -> str:
        if reason == NEEDED:
            return needed(self)
        typed = one_line(raw)
        shown = self.kind != "text" and not self.hushed
        short = typed and shown and len(typed) <= _ECHOED
        echo = say(" You typed {typed}.", typed=typed) if short else ""
        if reason[0].isupper():
            return f"{reason}.{echo}"
        return f"{subject(self)} {reason}.{echo}"

    def marked(self, value: Any) -> str:
        """Return a value as the check page has it, with what stood where it differs."""
        now = self.say(value)
        was = now if self.stood is NEW else self.say(self.stood)
        return now if now == was else say("was {was}, now {now}", was=was, now=now)

    def say(self, value: Any) -> str:
        """Return a value in words, for the check page."""
        if value is None or self.sealed:
            return say("Not given") if value is None else SEALED
        if self.choices:
            labels = {choice.key: choice.label for choice in self.choices}
            many = value if isinstance(value, tuple) else (value,)
            told = [labels[str(key)] for key in many]
            between = "; " if any("," in label for label in told) else ", "
            told[:-1] = [label.rstrip(".") for label in told[:-1]]
            return between.join(told) or say("None")
        if isinstance(value, datetime):
            return say_when(value)
        if isinstance(value, date):
            return say_day(value)
        if isinstance(value, tuple):
            return ", ".join(self.say(part) for part in value)
        return str(value)


class Live(dict[str, Any]):
    """Answers as they are being read; `given` holds the keys still to come, too."""

    def __init__(self, given: Iterable[str]) -> None:
        super().__init__()
        self.given = frozenset(given)


def raw_of(value: Any) -> str:
    """Return a value as it would be typed, exactly, whatever the day."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return ",".join(raw_of(part) for part in value) or "0"
    return str(plain(value))


@dataclass(frozen=True)
class Form:
    """An interview. `questions` returns what to ask, given the answers so far.

    `header` stands above it, `who` on the check page and in the save line; `save` is
    that line where it says another thing. `known` is what an earlier version or a
    planned session stands for: it is not asked, and can be changed. `usual` are the
    answers it reckons with to say how many questions there are. `last` is the question
    asked once the check page says save.
    """

    name: str
    title: str
    questions: Callable[[Answers], Iterable[Question]]
    version: int = 1
    header: str = ""
    who: str = ""
    save: str = ""
    intro: tuple[str, ...] = ()
    known: Raws = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    last: str = ""

    @property
    def saving(self) -> str:
        """Return what S does at the end: it saves, and for whom."""
        if self.save or not self.who:
            return self.save or say("save")
        return say("save for {label}", label=self.who)


def settled(form: Form) -> Form:
    """Return a form of a record that stands: what was left out then is not asked.

    What is needed and was not there in that day's form is still asked, and so is what
    cannot be read any more. What would be refused today, such as a day that was to come
    and has been, stands as it is.
    """
    known: dict[str, str | None] = dict(form.known)
    found = Live(known)
    for question in form.questions(found):
        if not question.relevant(found):
            known.pop(question.key, None)
            continue
        if question.key not in known and not (question.required or question.extra):
            known[question.key] = None
        if question.key not in known:
            continue
        raw = known[question.key]
        try:
            found[question.key] = None if raw is None else question.parse(raw)
        except ValueError:
            del known[question.key]
    return replace(form, known=known)


def choose(
    key: str, label: str, short: str, choices: tuple[Choice, ...], **more: Any
) -> Question:
    """Return a question with one answer from a list."""
    return Question(
        key, label, short, one_of(choices), "choice", choices=choices, **more
    )


def choose_some(
    key: str, label: str, short: str, choices: tuple[Choice, ...], **more: Any
) -> Question:
    """Return a question with any number of answers from a list; 0 is none."""
    parse = some_of(choices, none=more.get("none", True))
    return Question(key, label, short, parse, "choices", choices=choices, **more)


def masking(questions: Iterable[Question]) -> Iterable[Question]:
    """Return questions of an act in danger: no number in an answer refuses it."""
    return (replace(question, masks=True) for question in questions)


def rate(key: str, label: str, short: str, **more: Any) -> Question:
    """Return a question for a 0 to 10 score."""
    return Question(key, label, short, score, "score", explicit=True, **more)
