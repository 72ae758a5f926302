"""What commands can be told, said once: common options, and one per question.

A command's body takes a desk and its own arguments and returns a record. `command` and
`guided` give it the options every command has; flags of questions are made from the
questions themselves, so that the two cannot drift.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from shlex import quote
from typing import Annotated, Any, get_type_hints

import typer

from inclusion_cli.cli import tree
from inclusion_cli.cli.every_option import COMMON, GUIDED, Options
from inclusion_cli.cli.result import Result
from inclusion_cli.desk import open_desk
from inclusion_cli.domain.receipts import DryRun, QuestionLine, QuestionList
from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import LeftForLater, Stopped
from inclusion_cli.interviews import answers
from inclusion_cli.interviews.question import Answers, Form, Question, raw_of
from inclusion_cli.interviews.walk import walk
from inclusion_cli.settings import Call
from inclusion_cli.tongue import say

Body = Callable[..., Any]
Person = Annotated[
    str | None,
    typer.Argument(
        help=say("A code like AK-014, or part of a name."), metavar="[PERSON]"
    ),
]

Out = Annotated[
    str | None,
    typer.Option("--out", metavar="DIR", help=say("The folder the paper goes to.")),
]


def command(app: typer.Typer, name: str | None = None) -> Callable[[Body], Body]:
    """Register a body as a command with the common options."""

    def register(body: Body) -> Body:
        def run(**told: Any) -> Any:
            with open_desk(_call(told, {})) as desk, _carry_on(app, name, told):
                return Result(body(desk, **_own(body, told)), desk.practice)

        _register(app, name, body, run, COMMON)
        return body

    return register


def guided(
    app: typer.Typer,
    name: str | None,
    form: str,
    questions: Callable[[], Iterable[Question]],
    *,
    version: int = 1,
    quiet: bool = False,
) -> Callable[[Body], Body]:
    """Register a body as a command that asks; each question is also an option.

    Where there are too many to read, `quiet` leaves the options out of the help.
    """

    def register(body: Body) -> Body:
        asked = tuple(questions())
        flags = {q.key: (_flag(q, hidden=quiet), None) for q in asked if q.flag}

        def run(**told: Any) -> Any:
            if told["questions"]:
                return Result(_listed(app, name, form, version, asked), practice=False)
            given = {key: told[key] for key in flags if told[key] is not None}
            given |= dict(answers.pair(text) for text in told["answer"] or ())
            with open_desk(_call(told, given)) as desk, _carry_on(app, name, told):
                return Result(body(desk, **_own(body, told)), desk.practice)

        _register(app, name, body, run, {**flags, **GUIDED, **COMMON})
        return body

    return register


@contextmanager
def _carry_on(
    app: typer.Typer, name: str | None, told: dict[str, Any]
) -> Iterator[None]:
    """Let a stop that names no next command name the one that was stopped."""
    try:
        yield
    except (LeftForLater, Stopped) as stop:
        person = told.get("person") or told.get("whom")
        words = [*_words(app, name), *([quote(person)] if person else [])]
        words += ["--service"] if told.get("service") is True else []
        stop.hint = stop.hint or say(
            "To carry on, type: inclusion {words}", words=" ".join(words)
        )
        raise


def _words(app: typer.Typer, name: str | None) -> list[str]:
    group = "" if name in tree.MODULES else str(app.info.name or "")
    return [word for word in (group, name or "") if word]


def _call(told: dict[str, Any], given: dict[str, str]) -> Call:
    return Call(
        as_json=told["json"],
        plain=told["plain"],
        practice=told["practice"],
        passphrase_fd=told["passphrase_fd"],
        no_input=told["no_input"],
        dry_run=told.get("dry_run", False),
        questions=told.get("questions", False),
        answers=told.get("answers"),
        given=given,
    )


def _own(body: Body, told: dict[str, Any]) -> dict[str, Any]:
    names = list(inspect.signature(body).parameters)[1:]
    return {name: told[name] for name in names}


def _flag(question: Question, *, hidden: bool) -> Any:
    """Return the option that answers a question."""
    choices = "|".join(choice.key for choice in question.choices)
    return Annotated[
        str | None,
        typer.Option(
            question.flag,
            metavar=(choices if 0 < len(choices) < 60 else question.kind).upper()
            if not choices
            else choices
            if len(choices) < 60
            else "CHOICE",
            help=question.label,
            hidden=hidden,
            autocompletion=_values(question),
        ),
    ]


def _values(question: Question) -> Callable[[str], list[tuple[str, str]]] | None:
    """Return what completes the value of an option; None where only a person knows.

    A choice of one stands for what is in a vault, and completing opens none.
    """
    offered = _offered(question)
    if len(question.choices) < 2:
        return None

    def values(incomplete: str) -> list[tuple[str, str]]:
        return [(c.key, c.label) for c in offered if c.key.startswith(incomplete)]

    return values


def _register(
    app: typer.Typer,
    name: str | None,
    body: Body,
    run: Body,
    options: Options,
) -> None:
    """Give `run` the signature Typer reads: the body's own, then the options."""
    hints = get_type_hints(body, include_extras=True)
    own = list(inspect.signature(body).parameters.values())[1:]
    parameters = [
        inspect.Parameter(
            p.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=p.default,
            annotation=hints[p.name],
        )
        for p in own
    ]
    parameters += [
        inspect.Parameter(
            key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
        )
        for key, (annotation, default) in options.items()
    ]
    run.__name__, run.__doc__ = body.__name__, body.__doc__
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    vars(run)["__signature__"] = inspect.Signature(parameters)
    app.command(name, help=say(inspect.getdoc(body) or ""))(run)


def _listed(
    app: typer.Typer,
    name: str | None,
    form: str,
    version: int,
    asked: tuple[Question, ...],
) -> QuestionList:
    lines = tuple(
        QuestionLine(
            key=q.key,
            flag=q.flag,
            label=q.label,
            type=q.kind,
            choices=tuple(choice.key for choice in _offered(q)),
            choice_labels=tuple(choice.label for choice in _offered(q)),
            required=q.required,
            extra=q.extra,
            asked=q.asked,
        )
        for q in asked
    )
    return QuestionList(" ".join(_words(app, name)), form, version, lines)


def _can_be_none(question: Question) -> bool:
    return question.kind == "choices" and question.none


def _offered(question: Question) -> tuple[Choice, ...]:
    """Return what can be chosen, with what stands for none of it."""
    none = (Choice("0", say("None")),) if _can_be_none(question) else ()
    return (*question.choices, *none)


def nothing_saved(who: str, record: Any, form: Form, given: Answers) -> DryRun:
    """Return what a dry run says."""
    raws = {key: None if v is None else raw_of(v) for key, v in given.items()}
    found = walk(form, raws)
    lines = tuple((q.short, q.marked(found.answers[q.key])) for q in found.usual())
    return DryRun(who, lines, record)
