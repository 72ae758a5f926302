"""`inclusion why` of a finding: the worker types what the audit prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.audit_names import finding_named

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")


def lines(audit: Any) -> list[Any]:
    """Return every finding of an audit's page."""
    return [*audit["risk"], *audit["caution"], *audit["record"]]


def test_the_letters_the_audit_prints_are_explained(run: Run) -> None:
    """Of an audit that was only looked at, and in small letters too: rule, records."""
    found = lines(run("audit", *QUIET).data)
    assert found

    for one in (found[0], found[-1]):
        ran = run("why", one["handle"].lower(), *QUIET)

        assert ran.code == 0, ran.out
        assert ran.data["handle"] == one["handle"]
        assert (ran.data["rule"], ran.data["says"]) == (one["rule"], one["says"])
        assert ran.data["looks"]
        assert ran.data["command"] == one["mend"]
        there = {*(tie["id"] for tie in ran.data["records"]), *ran.data["ids"]}
        assert there == {*one["records"]}


def test_a_rule_is_explained_by_its_name_where_it_found_one_thing(run: Run) -> None:
    """Where it found several, their letters are told."""
    found = lines(run("audit", *QUIET).data)
    rules = [one["rule"] for one in found]
    single = next((rule for rule in rules if rules.count(rule) == 1), None)
    several = next((rule for rule in rules if rules.count(rule) > 1), None)
    assert single or several

    if single:
        assert run("why", single, *QUIET).data["rule"] == single
    if several:
        ran = run("why", several, *QUIET)
        own = [one["handle"] for one in found if one["rule"] == several]
        assert ran.code == 2
        assert all(letters in ran.error["message"] for letters in own)


def test_the_page_says_the_rule_and_what_mends_it(run: Run) -> None:
    """Read at a terminal, with the command to type."""
    one = lines(run("audit", *QUIET).data)[0]

    ran = run("why", one["handle"], "--practice", "--no-input")

    assert ran.code == 0
    assert f"Finding {one['handle']} of the audit" in ran.out
    assert f"Its rule: {one['rule']}" in ran.out
    assert "To mend it:" in ran.out


def test_letters_no_audit_prints_are_answered_with_what_can_be_typed(run: Run) -> None:
    """It says what was typed, and each thing that can be, with an example."""
    assert finding_named("ZZZZZZ", ()) is None

    ran = run("why", "ZZZZZZ", *QUIET)

    assert ran.code == 3
    said = ran.error["message"]
    assert said.startswith('Nothing here is called "ZZZZZZ".')
    assert all(one in said for one in ("like 3", "AK-014", "4G3J8Z", "0f3a2b1c"))
    assert "inclusion find" in ran.error["hint"]
