"""Help: true, in words, and without a vault."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.cli import help_topics
from inclusion_cli.cli.help_criteria import EXAMPLE
from inclusion_cli.domain.audit_page import GRADE_A_OPEN
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.typed_dates import Leaning, Unclear, parse_day, parse_when
from inclusion_cli.errors import InclusionError
from tests.cli.test_contract import LEAVES
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.conftest import Run

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = {" ".join(words) for words, _command in LEAVES}
TYPED = COMMANDS | {words.split()[0] for words in COMMANDS}


@pytest.mark.parametrize("topic", help_topics.TOPICS)
def test_every_topic_has_a_page_and_opens_no_vault(
    run: Run, own_home: Path, topic: str
) -> None:
    """Where there is no vault at all, help is there, as text and as JSON."""
    ran = run("help", topic)

    assert ran.code == 0
    assert run("help", topic, "--json").data["topic"] == topic
    assert not own_home.exists()


def test_the_example_of_criteria_can_be_used_and_every_line_is_named(run: Run) -> None:
    """What is copied from help is read, and nothing that can be written is left out."""
    page = run("help", "criteria", "--json").data

    told = parse_criteria(json.loads("".join(EXAMPLE)))
    assert told.hold.min_sessions == 3
    words = " ".join(row[0] for part in page["parts"] for row in part["rows"])
    assert [name for name in PREDICATES if f'"{name}"' not in words] == []


def test_help_alone_lists_topics_and_commands_by_what_they_are_for(run: Run) -> None:
    """It is the map of the house."""
    ran = run("help")

    assert ran.code == 0
    for name in (*help_topics.TOPICS, *(words.split()[0] for words in COMMANDS)):
        assert f"  {name} " in ran.out


@pytest.mark.parametrize("words", [("debrief",), ("plan", "add"), ("card",)])
def test_help_on_a_command_is_the_commands_own_help(
    run: Run, words: tuple[str, ...]
) -> None:
    """The same words, whichever way they are asked for."""
    ran = run("help", *words)

    assert ran.code == 0
    assert ran.out == run(*words, "--help").out
    assert run("help", *words, "--json").data["text"] + "\n" == ran.out


@pytest.mark.parametrize(
    ("typed", "near"),
    [("key", "keys"), ("exit", "exit-codes"), ("debreif", "debrief"), ("zzz", "")],
)
def test_an_unknown_topic_is_told_with_what_was_meant(
    run: Run, typed: str, near: str
) -> None:
    """A slip gets the nearest topic or command, and the way to all of them."""
    ran = run("help", typed)

    assert ran.code == 3
    assert f'There is no help on "{typed}".' in ran.err
    assert ("Did you mean" in ran.err) == bool(near)
    assert near in ran.err
    assert "To see what there is, type: inclusion help" in ran.err


def test_the_exit_codes_are_those_of_the_errors_and_of_the_readme() -> None:
    """One table: in help, in the README and in the program."""
    table = dict(re.findall(r"\| (\d+) \| ([^|\n]+?) (?=\|)", README))
    codes = {str(error.exit_code) for error in _kinds(InclusionError)}

    assert dict(help_topics.EXITS) == table
    assert codes | {"0", str(GRADE_A_OPEN)} == set(table)


def _kinds(kind: type[InclusionError]) -> list[type[InclusionError]]:
    return [kind, *(k for child in kind.__subclasses__() for k in _kinds(child))]


@pytest.mark.parametrize("days", [row[0] for row in help_topics.DAYS])
def test_every_day_that_help_names_is_understood(days: str) -> None:
    """What help says can be typed can be typed."""
    for typed in days.split(", "):
        assert parse_day(typed, today=NOW.date(), leaning=Leaning.BACK)


@pytest.mark.parametrize("times", [row[0] for row in help_topics.TIMES])
def test_every_time_that_help_names_is_understood(times: str) -> None:
    """A time alone is today."""
    for typed in times.split(", "):
        assert parse_when(typed, now=NOW, leaning=Leaning.BACK)


@pytest.mark.parametrize("phrases", [row[0] for row in help_topics.ASKED_AGAIN])
def test_what_help_says_is_asked_again_is(phrases: str) -> None:
    """Nothing of it is guessed."""
    for typed in phrases.split(", "):
        with pytest.raises(Unclear):
            parse_when(typed, now=NOW, leaning=Leaning.BACK)


def test_every_command_of_a_task_is_there() -> None:
    """A task names what can be run."""
    named = {command for _title, steps in help_topics.TASKS.values()
             for command, _does in steps}  # fmt: skip

    assert named <= TYPED


def test_help_loads_nothing_heavy() -> None:
    """It is there at once, and the cipher is never loaded."""
    code = (
        "import sys; from inclusion_cli.cli.door import run; run(['help', 'keys']);"
        "sys.stderr.write(' '.join(sys.modules))"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                         check=True, stdin=subprocess.DEVNULL)  # fmt: skip

    assert not set(ran.stderr.split()) & {"sqlcipher3", "rich", "questionary"}


@pytest.mark.parametrize("task", help_topics.TASKS)
def test_the_commands_of_a_task_go_to_the_vault_they_were_asked_in(
    run: Run, task: str
) -> None:
    """In the practice vault none of them leads into the worker's own."""
    rows = run("help", task, "--practice").out.splitlines()[1:]

    typed = [row.split()[1:2] for row in rows if " inclusion " in f" {row.strip()} "]
    assert typed
    assert all(flag == ["--practice"] for flag in typed)
