"""What is still to do is counted once, and what was stopped is named in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.cli import incident
from inclusion_cli.cli.forms import draft_notes
from inclusion_cli.cli.options import _carry_on
from inclusion_cli.cli.today import open_item
from inclusion_cli.desk import open_desk
from inclusion_cli.domain.due import Due, Group
from inclusion_cli.domain.home import Home
from inclusion_cli.errors import LeftForLater
from inclusion_cli.settings import Call
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.conftest import Run


def test_the_list_counts_what_the_incident_shows(amina_there: Run) -> None:
    """Calls are counted as calls: the rest is what stands under "Still to do"."""
    told = ("--level", "serious", "--what", "She fell on the stairs", "--no-input")
    assert amina_there("incident", "add", "AK-014", *told).code == 0

    listed = " ".join(amina_there("incident", "list", "AK-014").out.split())
    shown = amina_there("incident", "show", "AK-014").out

    todo = shown.split("Still to do")[1].split("Next:")[0].strip().splitlines()
    assert len(todo) == 1
    assert "Open, 1 thing to do, 4 to ring." in listed


def test_a_line_of_home_opens_with_its_words_as_they_were_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name or a file of two words is one word of the command, without its quotes."""
    due = Due(Group.DRAFTS, "Amina", "AK-014", "A page.", ("dashboard", "'my page'"))
    shown = Home(NOW, "Sam", (due,), 1, "")
    ran: list[list[str]] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _ask: "1")

    def runs(argv: list[str]) -> int:
        ran.append(argv)
        return 0

    open_item(shown, ["--practice"], runs)

    assert ran == [["dashboard", "my page", "--practice"]]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"whom": "DO-001"}, "incident add DO-001"),
        ({"whom": None, "service": True}, "incident add --service"),
    ],
)
def test_a_stop_keeps_whom_it_was_about(told: dict[str, Any], words: str) -> None:
    """Carrying on asks for nobody who was named already."""
    with pytest.raises(LeftForLater) as stop, _carry_on(incident.app, "add", told):
        raise LeftForLater

    assert stop.value.hint == f"To carry on, type: inclusion {words}"


@pytest.mark.parametrize(
    ("form", "command"),
    [
        ("incident", ("incident", "add", "--service")),
        ("incident:2", ("incident", "add", "--service")),
        ("call_ladder", ("incident", "ladder")),
    ],
)
def test_a_draft_of_the_service_goes_on_there(
    p: Run, form: str, command: tuple[str, ...]
) -> None:
    """Home opens on it, says how to carry it on, and asks for nobody."""
    assert p("person", "list").code == 0
    with open_desk(Call(practice=True, no_input=True)) as desk:
        ours = desk.reading.service_file()
        desk.drafts.begin(ours, form, 1, {})
        desk.drafts.keep(ours, form, "what", "The back door stood open")

        assert [note.command for note in draft_notes(desk)] == [command]
