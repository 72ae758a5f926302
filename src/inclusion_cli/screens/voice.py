"""One result, two voices: a picture for people, the JSON envelope for programs."""

from __future__ import annotations

import io
import json
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, TextIO

from inclusion_cli.domain.record import replace
from inclusion_cli.edges import at_spaces, terminal_columns
from inclusion_cli.plain import one_line, plain
from inclusion_cli.screens.above import above
from inclusion_cli.screens.page import (
    NARROW,
    Block,
    Command,
    Heading,
    Items,
    Line,
    Page,
    Title,
    page,
    plain_lines,
    wrap,
)
from inclusion_cli.tongue import say as in_words
from inclusion_cli.typed import NAME, PRACTICE, as_typed, command_typed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.errors import InclusionError

ENVELOPE = 1
WIDEST = 78

PICTURES = {
    "AuditPage": "audit",
    "CardPage": "card",
    "Caseload": "person",
    "ClaimsWhy": "claims_why",
    "Dashboard": "dashboard",
    "ConsentList": "consent",
    "ConsentPage": "consent",
    "DemoMade": "demo",
    "DriftMap": "audit_drift",
    "DisclosurePage": "disclosure",
    "DryRun": "saved",
    "DueWhy": "why",
    "EventPage": "event",
    "FindingWhy": "why_finding",
    "FormulationPage": "formulation",
    "FoundPage": "find",
    "HelpPage": "help",
    "History": "history",
    "Home": "home",
    "Ladder": "plan",
    "MeasureChart": "measure",
    "MeasuresTaken": "measure",
    "LimitList": "restriction",
    "RiskList": "risk_decision",
    "Observed": "observe",
    "MoneyPage": "money",
    "PapersMade": "saved",
    "PartnerList": "partner",
    "PartnerPage": "partner",
    "PersonPage": "person",
    "PersonWhy": "why",
    "Prepared": "supervision",
    "QuestionList": "questions",
    "RecordPage": "record_page",
    "ReviewTable": "review",
    "RuleList": "audit",
    "Saved": "saved",
    "Sessions": "session",
    "StepPage": "step",
    "Supervisions": "supervision",
    "TourDone": "demo",
    "Trace": "trace",
    "Units": "event",
    "VaultState": "vault",
    "Verified": "vault",
    "Why": "why",
    "WordsChecked": "check_words",
}
"""Which file draws which record; each is loaded when it is needed."""

AS_IT_STANDS = {"CommandHelp", "CompletionScript"}
"""Records that are a text laid out already."""
RECEIPTS = {"PapersMade", "Saved"}
BELOW = {"Home": 4, "ReviewTable": 9}
"""Lines that come behind a page, up to where something is typed: 1 if not told."""
QUICK = {"Home"}
"""Pictures that never wait for Rich."""


def envelope(record: Any) -> str:
    """Return a result as JSON."""
    return json.dumps(
        {"inclusion": ENVELOPE, "data": plain(record)}, ensure_ascii=False
    )


def error_envelope(error: InclusionError) -> str:
    """Return an error as JSON."""
    told = {"code": error.code, "message": str(error), "hint": error.hint}
    problems = getattr(error, "problems", None)
    if problems:
        told["problems"] = problems
    return json.dumps({"inclusion": ENVELOPE, "error": told}, ensure_ascii=False)


def picture(record: Any) -> Page:
    """Return a record as a page."""
    name = PICTURES[type(record).__name__]
    return page(*import_module(f"inclusion_cli.screens.{name}").picture(record))


def present(record: Any, *, as_json: bool, simple: bool, practice: bool) -> None:
    """Print a result on standard output; practice is marked on every page."""
    if as_json:
        say(envelope(record))
        return
    if type(record).__name__ in AS_IT_STANDS:
        say(record.text)
        return
    if type(record).__name__ == "Saved":
        _say_left_out(record.left_out, program(practice=practice))
    drawn = spoken(picture(record), program(practice=practice))
    if practice:
        drawn = marked(drawn, receipt=type(record).__name__ in RECEIPTS)
    width, name = page_width(), type(record).__name__
    if simple or name in QUICK or width < NARROW or not sys.stdout.isatty():
        lines = [*plain_lines(drawn, width, ruled=not simple, columns=not simple)]
        say_lines([*lines, *_above(lines, width, name)])
        return
    from inclusion_cli.screens.theme import draw  # noqa: PLC0415 - Rich, only here

    draw(drawn, sys.stdout, width)
    again = io.StringIO()
    draw(drawn, again, width)
    for line in _above(again.getvalue().splitlines(), width, name):
        say(line)


def _above(lines: list[str], width: int, name: str) -> list[str]:
    """Return what a page says last at a terminal that it is too long for."""
    if not sys.stdout.isatty():
        return []
    rows = os.get_terminal_size(sys.stdout.fileno()).lines
    below = BELOW.get(name, 1) + (name == "Home" and width < NARROW)
    return above(lines, width, rows=rows, below=below)


def _say_left_out(left_out: tuple[str, ...], name: str) -> None:
    """Print on standard error what was typed and could not be kept."""
    if left_out:
        lines, width = (as_typed(line, name) for line in left_out), page_width()
        parts = (p for line in lines for p in wrap(line, width, copied=True))
        say_lines(parts, sys.stderr)


def marked(page: Page, *, receipt: bool) -> Page:
    """Return a page that says PRACTICE: in its title, a receipt's first line, or above.

    A receipt comes at the end of an interview that said it already.
    """
    for first in page.blocks[:1]:
        if isinstance(first, Title) or (receipt and isinstance(first, Line)):
            marked_first = replace(
                first, text=in_words("PRACTICE. {text}", text=first.text)
            )
            return Page((marked_first, *page.blocks[1:]))
    return Page((Title(in_words("PRACTICE. Nobody here is real.")), *page.blocks))


def spoken(page: Page, name: str) -> Page:
    """Return a page with its commands as they are to be typed here.

    Those within a sentence are, too.
    """
    return Page(tuple(_spoken(block, name) for block in page.blocks))


def _spoken(block: Block, name: str) -> Block:
    match block:
        case Command():
            return replace(block, program=name)
        case Line() | Heading():
            return replace(block, text=as_typed(block.text, name))
        case Items():
            rows = (
                (mark, command_typed(lead, name), as_typed(text, name))
                for mark, lead, text in block.rows
            )
            return replace(block, rows=tuple(rows))
        case _:
            return block


def program(*, practice: bool) -> str:
    """Return how the program is called here, with the flag of a practice vault.

    Where it is not on the path, it is called as it was called this time.
    """
    called = sys.argv[0] if sys.argv else ""
    name = NAME
    if os.path.basename(called) == name and os.sep in called and not _on_path(called):
        name = os.path.relpath(called) if os.path.isabs(called) else called
    return f"{name}{PRACTICE}" if practice else name


def _on_path(called: str) -> bool:
    """Say whether the name alone runs what was called; shutil.which takes 4 ms."""
    for folder in os.get_exec_path():
        there = os.path.join(folder, "inclusion")
        if os.path.isfile(there):
            return os.path.realpath(there) == os.path.realpath(called)
    return False


def present_error(error: InclusionError, *, as_json: bool, practice: bool) -> None:
    """Print an error: in words on standard error, or as JSON on standard output."""
    if as_json:
        say(error_envelope(error))
        return
    lead = "" if error.exit_code in _NOT_ERRORS else in_words("Error: ")
    name = program(practice=practice)
    lines = one_line_each(as_typed(f"{lead}{error}", name))
    if error.hint:
        lines.append(as_typed(error.hint, name))
    width = page_width()
    wrapped = (part for line in lines for part in wrap(line, width, copied=True))
    say_lines(wrapped, sys.stderr)


_NOT_ERRORS = (4, 130)  # left for later, stopped: nothing went wrong


def one_line_each(text: str) -> list[str]:
    """Return the lines of a message, each fit to be shown."""
    return [
        " " * (len(line) - len(line.lstrip())) + one_line(line)
        for line in text.split("\n")
    ]


def say(text: str, stream: TextIO | None = None) -> None:
    """Print text, whatever the terminal's letters are."""
    out = stream or sys.stdout
    out.write(text + "\n")
    out.flush()


def say_lines(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Print lines; a terminal breaks those wider than itself between words."""
    out = stream or sys.stdout
    columns = terminal_columns() if out.isatty() else 0
    say("\n".join(at_spaces(line, columns) for line in lines), stream)


def page_width() -> int:
    """Return how wide a page may be: the terminal, but 78 letters at the most."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = WIDEST + 1
    return max(min(columns - 1, WIDEST), 20)
