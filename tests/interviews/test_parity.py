"""The same answers by keys, by flags and by a file make the same record.

It walks the registry of forms, so that a new one is tried as soon as it is there.
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.cli.forms import KINDS
from inclusion_cli.cli.tree import Stub
from inclusion_cli.plain import canonical
from tests.cli.test_contract import GUIDED, LEAVES
from tests.interviews import peek, scripts
from tests.interviews.by_lines import Script, walked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run
    from tests.interviews.script import Interview

ELSEWHERE = {
    ("init",): "it makes a vault; test_kill and test_refused walk it",
    ("amend",): "it asks the form of what is amended; test_amend walks it",
    ("refile",): "it is about a record of the cases; test_mending walks it",
}
"""Guided commands that are walked in a test of their own."""

EVERY = [pytest.param(i, id=i.name) for i in (*scripts.EVERY, scripts.USUAL)]
_NEW_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HEAD = re.compile(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}")


def test_every_guided_command_has_a_script() -> None:
    """A command that asks is walked here, or this says what to add."""
    walked_by = [called(interview) for interview in scripts.EVERY]
    without = [words for words in GUIDED if words not in (*walked_by, *ELSEWHERE)]

    assert not without, (
        f"{' and '.join(map(' '.join, without))}: add an Interview to "
        "tests/interviews/scripts*.py and to EVERY in scripts.py. It lists each "
        "question, what is typed, and its line on the check page."
    )


def called(interview: Interview) -> tuple[str, ...]:
    """Return the command an interview calls: a group's own where none is named."""
    first, *rest = interview.words
    commands = {words for words, _command in LEAVES if words[0] == first}
    if (first,) in commands:
        return (first,)
    if (first, rest[0]) in commands:
        return first, rest[0]
    group = Stub(name=first).load()
    return first, str(group.default)


def test_every_form_of_a_draft_has_a_script() -> None:
    """What home can carry on has been walked from its first question to its receipt."""
    walks = {called(interview) for interview in scripts.EVERY}
    walks |= {(words[0],) for words in walks} | set(ELSEWHERE)
    without = [kind.title for kind in KINDS.values() if bare(kind.command) not in walks]

    assert not without, (
        f"{without}: a form in cli/forms.py has no Interview in scripts.EVERY."
    )


def bare(command: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command without the flags that make it ask."""
    return tuple(word for word in command if not word.startswith("--"))


@pytest.mark.check(14)
@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("interview", EVERY)
def test_keys_flags_and_a_file_make_the_same_record(
    cases: Path, run: Run, tmp_path: Path, interview: Interview
) -> None:
    """Each question has three doors, and the record does not know which it came by."""
    for words in interview.before:
        assert run(*words, "--practice", "--no-input").code == 0
    homes = {name: tmp_path / name / "practice" for name in ("flags", "file")}
    for home in homes.values():
        shutil.copytree(cases / "practice", home)

    before = bodies(cases)
    by_keys, typed = by_the_keys(run, interview)
    kept = saved(cases, before)
    assert by_keys.code == 0, by_keys.err
    for name, told in (
        ("flags", as_flags(typed)),
        ("file", as_file(typed, tmp_path)),
    ):
        exchange(cases, homes[name])
        ran = run(*interview.words, *told, "--practice", "--no-input", "--json")
        assert ran.code == 0, ran.out
        assert saved(cases, before) == kept, name


def by_the_keys(run: Run, interview: Interview) -> tuple[Any, dict[str, str]]:
    """Walk an interview; return how it went, and what was typed at each question."""
    ran, sitting = walked(run, interview.words, Script(interview))
    return ran, sitting.typed


def as_flags(typed: dict[str, str]) -> list[str]:
    """Return what was typed as options; an empty line is a question left alone."""
    words: list[str] = []
    for key, raw in typed.items():
        if raw and raw != "-":
            flag = f"--{key.replace('_', '-')}"
            words += ["--answer", f"{key}={raw}"] if "." in key else [flag, raw]
    return words


def as_file(typed: dict[str, str], folder: Path) -> list[str]:
    """Return what was typed as an answers file."""
    path = folder / "answers.json"
    told = {key: raw for key, raw in typed.items() if raw and raw != "-"}
    path.write_text(json.dumps(told), encoding="utf-8")
    return ["--answers", str(path)]


def exchange(home: Path, other: Path) -> None:
    """Put another practice vault in the place of the one that was worked in."""
    shutil.rmtree(home / "practice")
    shutil.copytree(other, home / "practice")


def bodies(home: Path) -> list[str]:
    """Return the bodies of all entries as JSON, in order."""
    with peek.opened(home) as vault:
        rows = vault.connection.execute(
            "SELECT kind, body FROM entry JOIN entry_body USING (n) ORDER BY n"
        ).fetchall()
    return [canonical(list(row)) for row in rows]


def saved(home: Path, before: list[str]) -> str:
    """Return what was added to the log; its new ids are numbered as they come up.

    What stood there before stands there still, to the letter, with its own ids.
    """
    now = bodies(home)
    assert now[: len(before)] == before
    stood, numbers = "\n".join(before), dict[str, str]()

    def numbered(found: re.Match[str]) -> str:
        if found[0] in stood:
            return found[0]
        return numbers.setdefault(found[0], f"#{len(numbers)}")

    text = _NEW_ID.sub(numbered, "\n".join(now[len(before) :]))
    return _HEAD.sub("HEAD", text)
