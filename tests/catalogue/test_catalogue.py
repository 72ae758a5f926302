"""What is a text and what is none, and the template for translators is fresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.catalogue.extract import POT, template
from tests.catalogue.papers import texts_of_markdown, texts_of_typst
from tests.catalogue.rules import ERROR, HELP, MESSAGE, PROMPT, texts_of

if TYPE_CHECKING:
    import pytest

CODE = '''
"""A module says nothing to a key worker."""

PICTURES = {"Saved": "saved"}
GROUP_WORDS = {Group.NOW: "now"}
SQL = "SELECT name FROM person WHERE id = ?"
DATE = re.compile(r"on (?P<d>\\\\d+) of")

class NoSuch(InclusionError):
    """A class says nothing."""

    hint = "Type it again."

@command(app)
def show(desk):
    """Show one thing.

    It is for reading.
    """
    if desk.kind == "not a text":
        raise NotUnderstood(f"There is no {desk.kind}. Add {flag!r}.")
    return f"{counted(days, 'day')} for {one_line(case.label)}, {n:,} left"

def ask():
    """Nothing either."""
    yield Question("key", "How did it go?", "How it went", kind="choice")

def say_near(day):
    return "today" if day else name_of("person")
'''


def test_what_is_read_is_found_and_nothing_else() -> None:
    """Prompts, errors, help and messages; no docstring, name, key, pattern or SQL."""
    found = [(f.sort, f.text, f.many) for f in texts_of(CODE, "cli/example.py")]

    assert found == [
        (MESSAGE, "now", ""),
        (ERROR, "Type it again.", ""),
        (HELP, "Show one thing.\n\nIt is for reading.", ""),
        (ERROR, "There is no {kind}. Add {flag}.", ""),
        (MESSAGE, "{days} for {label}, {n} left", ""),
        (MESSAGE, "{number} day", "{number} days"),
        (PROMPT, "How did it go?", ""),
        (PROMPT, "How it went", ""),
        (MESSAGE, "today", ""),
    ]


def test_a_gap_is_named_after_what_fills_it() -> None:
    """Two gaps of one name are told apart; the same fact is one gap."""
    code = 'says = f"From {a.day} to {b.day}, {a.day} first, in {len(rows)} rows"'

    (found,) = texts_of(code, "domain/example.py")

    assert found.text == "From {day} to {day_2}, {day} first, in {rows} rows"
    assert list(found.facts) == ["day", "day_2", "rows"]


def test_the_texts_of_a_markdown_paper_are_its_lines_with_their_gaps() -> None:
    """What a tag fills is a gap; a table is read cell by cell."""
    source = (
        "# {{ pack.title | md }}\n\nFrom {{ pack.since }} to {{ pack.until }}.\n"
        "{% if pack.goal %}**The goal:** {{ pack.goal }}{% endif %}\n| Step | What |\n"
    )

    found = [f.text for f in texts_of_markdown(source, "x.md.j2")]

    assert found == ["From {since} to {until}.", "The goal: {goal}", "Step", "What"]


def test_the_texts_of_a_typst_paper_are_its_brackets_and_lines() -> None:
    """Code is none: names, colours and sizes are nobody's to translate."""
    source = (
        '#let d = json(bytes(sys.inputs.data))\n#set text(lang: "en")\n'
        "= The goal\n#words(d.goal). Since #d.since.\n"
        "#if d.none [No steps are planned yet.] else {\n"
        "  table(columns: (auto, 1fr), table.header([Step], [What]))\n}\n"
    )

    found = [f.text for f in texts_of_typst(source, "x.typ")]

    assert "No steps are planned yet." in found
    assert {"Step", "What", "The goal"} <= set(found)
    assert not [text for text in found if "json" in text or "auto" in text]


def test_the_template_for_translators_is_fresh(request: pytest.FixtureRequest) -> None:
    """It holds every text there is; `python -m tests.catalogue` writes it anew."""
    if request.config.getoption("--update-golden"):
        POT.write_text(template(), encoding="utf-8")

    assert POT.read_text(encoding="utf-8") == template(), (
        "A text was added or changed. Run: python -m tests.catalogue"
    )
