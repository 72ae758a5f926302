"""What every command keeps to: help, JSON, questions, exits, errors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import typer

from inclusion_cli.cli.flags import behind
from inclusion_cli.cli.tree import GROUPS, Lazy, app, run_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run


def leaves() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Return every command with its words."""
    root = typer.main.get_command(app)
    assert isinstance(root, Lazy)
    for name in (name for group in GROUPS.values() for name in group):
        found = root.get_command(None, name).load()
        commands = getattr(found, "commands", None)
        if commands:
            yield from (((name, sub), command) for sub, command in commands.items())
        else:
            yield (name,), found


LEAVES = list(leaves())
NAMES = [name for group in GROUPS.values() for name in group]
GUIDED = [words for words, command in LEAVES
          if any("--questions" in p.opts for p in command.params)]  # fmt: skip


@pytest.mark.parametrize(("words", "command"), LEAVES, ids=lambda v: str(v)[:20])
def test_every_command_has_help_and_the_common_options(
    words: tuple[str, ...], command: Any
) -> None:
    """No command is without help, --json, --plain or --practice."""
    assert command.help
    assert len(command.help.splitlines()[0]) > 15, words
    told = {option for parameter in command.params for option in parameter.opts}
    assert {"--json", "--plain", "--practice", "--passphrase-fd"} <= told


@pytest.mark.check(14)
@pytest.mark.parametrize("words", GUIDED, ids=" ".join)
def test_every_question_has_an_option_and_a_place_in_the_list(
    run: Run, words: tuple[str, ...]
) -> None:
    """The list of questions and the options of the command cannot drift."""
    command = dict(LEAVES)[words]
    told = {option for parameter in command.params for option in parameter.opts}

    ran = run(*words, "--questions", "--json")

    assert ran.code == 0
    for question in ran.data["questions"]:
        assert question["label"]
        assert question["type"]
        assert question["asked"]
        assert question["flag"] in told or "." in question["key"]
        if question["type"] in ("choice", "choices"):
            assert len(question["choices"]) == len(question["choice_labels"]) > 0


@pytest.mark.parametrize("words", GUIDED, ids=" ".join)
def test_the_questions_can_be_read_as_text_too(
    run: Run, words: tuple[str, ...]
) -> None:
    """A form can be made from it by hand."""
    ran = run(*words, "--questions")

    assert ran.code == 0
    assert "needed" in ran.out


@pytest.mark.usefixtures("cases")
def test_there_is_one_envelope(run: Run) -> None:
    """Data or error, under one number; nothing else on standard output."""
    good = run("person", "show", "PR-001", "--practice", "--json")
    bad = run("person", "show", "nobody", "--practice", "--json")

    assert set(json.loads(good.out)) == {"inclusion", "data"}
    assert set(json.loads(bad.out)) == {"inclusion", "error"}
    assert set(bad.error) == {"code", "message", "hint"}
    assert bad.err == ""
    assert bad.code == 3


@pytest.mark.usefixtures("cases")
def test_every_reading_command_speaks_json(run: Run) -> None:
    """Home, lists, ladders, cards and proofs are data too."""
    for words in (
        (),
        ("today",),
        ("person", "list"),
        ("person", "show", "PR-001"),
        ("plan", "PR-001"),
        ("card", "show", "PR-002"),
        ("verify",),
    ):
        ran = run(*words, "--practice", "--json")
        assert ran.code == 0, words
        assert ran.data


def test_a_misspelt_command_is_told_with_what_was_meant(run: Run) -> None:
    """A slip gets the nearest command, not a wall of usage."""
    ran = run("formulat")

    assert ran.code == 2
    assert ran.err == (
        "Error: No such command 'formulat'. Did you mean 'formulate'?\n"
        "For help, type: inclusion --help\n"
    )


@pytest.mark.usefixtures("cases")
def test_practice_may_stand_before_the_command(run: Run) -> None:
    """`inclusion --practice plan PR-001` is the same as with the flag last."""
    first = run("--practice", "plan", "PR-001")

    assert first.out == run("plan", "PR-001", "--practice").out
    assert "PRACTICE. Robin Practice, PR-001" in first.out


PLACES = ("front", "middle", "end")
FLAGS = (("--json",), ("--plain",), ("--practice",), ("--no-input",),
         ("--passphrase-fd", "3"))  # fmt: skip


def placed(words: tuple[str, ...], flag: tuple[str, ...], place: str) -> list[str]:
    """Return a command line with a flag in a place."""
    at = {"front": 0, "middle": 1, "end": len(words)}[place]
    return [*words[:at], *flag, *words[at:]]


@pytest.mark.parametrize(("words", "command"), LEAVES, ids=lambda v: str(v)[:20])
def test_a_flag_of_every_command_may_stand_anywhere(
    words: tuple[str, ...], command: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the command, between its words, behind it: it is the same."""
    monkeypatch.setattr(command, "callback", lambda **told: told)
    needed = ["x" for p in command.params if p.required]
    typed = (*words, *needed)

    for flag in FLAGS:
        key = flag[0].strip("-").replace("-", "_")
        for place in PLACES:
            told = run_tree(behind(placed(typed, flag, place), alone="today"))
            assert told[key] == (int(flag[1]) if len(flag) > 1 else True), place


@pytest.mark.parametrize("words", [(name,) for name in NAMES], ids=" ".join)
@pytest.mark.parametrize("place", PLACES)
def test_help_comes_wherever_a_flag_stands(
    run: Run, words: tuple[str, ...], place: str
) -> None:
    """`inclusion --practice audit --help`, as an error tells it to be typed."""
    ran = run(*placed((*words, "--help"), ("--practice",), place))

    assert (ran.code, ran.err) == (0, "")
    assert f"Usage: inclusion {words[0]}" in ran.out


@pytest.mark.usefixtures("cases")
def test_a_flag_stays_where_an_option_comes_first(run: Run) -> None:
    """`inclusion audit --month october --practice` is of the practice vault."""
    last = run("audit", "--month", "october", "--practice", "--no-input")
    first = run("audit", "--practice", "--month", "october", "--no-input")

    assert "PRACTICE. Audit of October 2026" in last.out
    assert (first.code, first.out) == (last.code, last.out)


@pytest.mark.usefixtures("cases")
def test_home_alone_takes_every_flag(run: Run) -> None:
    """`inclusion --practice --no-input` is home."""
    shown = run("today", "--practice").out

    for words in (("--no-input", "--practice"), ("--practice", "today", "--no-input")):
        assert run(*words).out == shown


@pytest.mark.usefixtures("cases")
def test_home_asks_nothing_where_nothing_is_to_be_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --no-input it does not wait for a number."""
    asked: list[list[str]] = []
    monkeypatch.setattr(
        "inclusion_cli.cli.today.open_item", lambda _h, argv, _r: asked.append(argv)
    )

    run("--practice")
    run("--practice", "--no-input")

    assert asked == [["today", "--practice"]]


@pytest.mark.usefixtures("cases")
def test_our_own_mistake_says_where_and_nothing_of_a_record(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug is one calm sentence, exit 1, without a word anybody said."""

    def broken(*_args: object, **_told: object) -> None:
        secret = "hot chocolate in the corner cafe"  # noqa: S105
        raise KeyError(secret)

    monkeypatch.setattr("inclusion_cli.cli.today.home", broken)

    ran = run("--practice")

    assert ran.code == 1
    assert "inclusion made a mistake (KeyError at" in ran.err
    assert "chocolate" not in ran.err + ran.out


def test_help_names_every_command_in_its_group(run: Run) -> None:
    """The first help page is a map."""
    ran = run("--help")

    for title, group in GROUPS.items():
        assert f"{title}:" in ran.out
        for name in group:
            assert f"  {name} " in ran.out


def test_version(run: Run) -> None:
    """The version is said and nothing else."""
    assert run("--version").out == "inclusion 0.1.0\n"
