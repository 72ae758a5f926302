"""What stands on the screen of an interview: keys, long lists, long names."""

from __future__ import annotations

import pytest

from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import layout, lines
from inclusion_cli.interviews.asker import Page, Prompt
from inclusion_cli.interviews.lines import Plain
from inclusion_cli.interviews.question import choose_some
from inclusion_cli.interviews.terminal import Fancy

MANY = tuple(Choice(f"k{n}", f"Thing number {n}") for n in range(20))


@pytest.mark.parametrize("kind", [Plain, Fancy])
@pytest.mark.parametrize(("rows", "times"), [(24, 2), (60, 1)])
def test_a_long_list_has_its_question_below_it_too(
    kind: type[Plain | Fancy],
    rows: int,
    times: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where the choices push the question off the screen it is said again."""
    monkeypatch.setattr(lines, "height", lambda: rows)
    question = choose_some("what", "What may be told?", "Told", MANY)

    kind()._show(Prompt(question, 1, 0))

    assert capsys.readouterr().out.count("What may be told?") == times


@pytest.mark.parametrize("others", [0, 1])
def test_the_check_page_explains_each_letter(others: int) -> None:
    """A is told only where there is more to add."""
    more = others > 0
    rows = (("What", "Tea"),)
    page = Page(who="Robin, PR-001", lines=rows, save="save for Robin", more=more)

    told = " ".join(page.letters)

    for letter in ("S, then Enter: save for Robin", "A number", "L, then Enter"):
        assert letter in told
    assert ("A, then Enter: add" in told) is more


def test_a_long_name_on_the_check_page_has_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A question of a measure stands there in its own words, in full."""
    monkeypatch.setattr(layout, "width", lambda: 78)
    asked = "How often do you feel that you lack companionship"
    rows = (("When", "today"), (asked, "Often"))
    page = Page(who="Robin, PR-001", lines=rows, save="save", more=False)

    Fancy()._show_page(page)

    told = capsys.readouterr().out.splitlines()
    assert any(line.split() == f"2 {asked}".split() for line in told)
    assert any(line.strip() == "Often" for line in told)
