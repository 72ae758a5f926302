"""An audit as it is read, and what became of an earlier one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inclusion_cli.domain.action import Action
from inclusion_cli.domain.audit import AuditSide, Grade, SampleRead
from inclusion_cli.domain.audit_names import (
    NoSuchRule,
    finding_named,
    handle,
    rules_named,
)
from inclusion_cli.domain.audit_page import audit_page, earlier_title, rule_list
from inclusion_cli.domain.audit_since import (
    Doing,
    Since,
    actions_of_findings,
    latest_before,
    since,
)
from tests.builders import day
from tests.domain.audit.building import with_limit
from tests.domain.audit.firing import FIRES
from tests.domain.audit.making import calm, named, run
from tests.domain.making import keep

RISKY = named(FIRES["above-agreed-step"]().cases[0], 1)
LIMITED = named(with_limit(number=2).cases[0], 2)
PEOPLE = {case.person.file: case.person for case in (RISKY, LIMITED)}


def test_risk_and_caution_stand_beside_each_other() -> None:
    """Each finding is in one of three parts, with a name, a code and a why."""
    page = audit_page(run(RISKY, LIMITED), PEOPLE)

    assert {line.side for line in page.risk} == {AuditSide.RISK}
    assert {line.side for line in page.caution} == {AuditSide.CAUTION}
    assert {line.rule for line in page.risk} == {"above-agreed-step"}
    assert "limit-not-sound" in {line.rule for line in page.caution}
    assert {line.code for line in page.findings} == {"PX-001", "PX-002"}
    assert all(line.why for line in page.findings)


def test_the_exit_code_says_whether_grade_a_is_open() -> None:
    """30 where it is, 0 where it is not, whatever else was found."""
    late = FIRES["late-debrief"]().cases[0]

    assert audit_page(run(RISKY), PEOPLE).exit_code == 30
    assert audit_page(run(late), {}).findings
    assert audit_page(run(late), {}).exit_code == 0
    assert audit_page(run(calm()), {}).exit_code == 0
    assert audit_page(run(calm()), {}, after=1).exit_code == 30


def test_each_rule_says_how_many_it_looked_at() -> None:
    """Denominators, and what could not be looked at."""
    rules = {line.name: line for line in audit_page(run(RISKY, LIMITED), PEOPLE).rules}

    assert rules["above-agreed-step"].of == 6
    assert rules["above-agreed-step"].found == 1
    assert "Not enough people" in rules["outcome-gap"].cannot


def test_the_list_has_all_thirty() -> None:
    """With what each looks for, and why it matters."""
    listed = rule_list().rules

    assert [line.number for line in listed] == list(range(1, 31))
    assert all(line.looks and line.why and line.counts for line in listed)


# --- names --------------------------------------------------------------------------


def test_rules_are_named_by_name_or_number() -> None:
    """In their own order, however they were typed."""
    assert [r.number for r in rules_named(["backdated-entry", "1"])] == [1, 30]
    assert len(rules_named([])) == 30


def test_an_unknown_rule_is_answered_with_the_near_ones() -> None:
    """What was typed, and what it may have meant."""
    with pytest.raises(NoSuchRule, match=r'"late-debreef".*late-debrief'):
        rules_named(["late-debreef"])


def test_a_finding_answers_to_its_six_letters() -> None:
    """In small letters too; they are the same from month to month."""
    found = run(RISKY).findings[0]

    assert finding_named(handle(found.key).lower(), (found,)) == found
    assert finding_named("XXXXXX", (found,)) is None
    assert handle(run(RISKY, LIMITED).findings[0].key) in {
        handle(f.key) for f in run(RISKY).findings
    }


# --- the loop -----------------------------------------------------------------------


def an_action(key: str, *, due: int, done: int | None = None) -> Any:
    """Return an action of a finding."""
    made = Action(
        "Look at it",
        "Sam",
        day(due),
        finding=key,
        done_on=day(done) if done else None,
        evidence="It was seen" if done else "",
    )
    return keep(made, 20, id=f"action-{key}-{due}")


def test_an_earlier_finding_is_gone_or_still_there() -> None:
    """Gone once the rule was run and did not find it again."""
    before, now = run(RISKY, LIMITED), run(RISKY, named(calm(), 2))

    found = {one.finding.rule: one.since for one in since(before, now, {})}

    assert found["above-agreed-step"] is Since.STILL
    assert found["limit-not-sound"] is Since.GONE


def test_a_rule_that_was_not_run_says_nothing_of_its_findings() -> None:
    """Not looked at is not gone."""
    before, now = run(RISKY), run(RISKY, only="late-debrief")

    assert [one.since for one in since(before, now, {})] == [Since.NOT_LOOKED]


@pytest.mark.parametrize(
    ("due", "done", "doing"),
    [
        (35, None, Doing.OPEN),
        (34, None, Doing.OVERDUE),
        (34, 33, Doing.DONE),
    ],
)
def test_it_says_how_far_the_action_is(
    due: int, done: int | None, doing: Doing
) -> None:
    """Open, overdue or done, on the day of the new audit."""
    before = run(RISKY)
    actions = actions_of_findings(
        [an_action(before.findings[0].key, due=due, done=done)]
    )

    assert [one.doing for one in since(before, run(RISKY), actions)] == [doing]


def test_the_earlier_audit_is_of_the_month_or_before_it() -> None:
    """The latest kept one; the one that is shown is not its own earlier one."""
    september = keep(run(calm()), 31, id="audit-1")
    october = keep(run(calm(), month="2026-10"), 35, id="audit-2")
    both = (september, october)

    assert latest_before(both, "2026-10") == october
    assert latest_before(both, "2026-09") == september
    assert latest_before(both, "2026-10", entry=october.entry) == september
    assert latest_before(both, "2026-08") is None


def test_the_page_shows_who_was_read_and_what_was_seen() -> None:
    """The sample by name, read or not yet."""
    audit = run(RISKY, LIMITED)
    seen = SampleRead("audit-1", LIMITED.person.file, day(34), "The limit is gone")

    page = audit_page(audit, PEOPLE, reads=(keep(seen, 34),))

    assert {line.code: line.saw for line in page.sample} == {
        "PX-001": "",
        "PX-002": "The limit is gone",
    }


def test_the_page_names_the_earlier_audit_and_its_day() -> None:
    """Two audits of one month are told apart by the day each was run."""
    now, earlier = run(calm()), replace(run(RISKY), on=day(31))

    assert earlier_title(audit_page(now, PEOPLE, earlier=earlier)) == (
        "Since the earlier audit, of September 2026, run on Thursday 1 October 2026"
    )
    assert earlier_title(audit_page(now, PEOPLE)) == ""


def test_a_finding_that_was_there_before_says_so() -> None:
    """Known from the earlier audit."""
    audit = run(RISKY)

    page = audit_page(audit, PEOPLE, earlier=audit)

    assert [line.known for line in page.risk] == [True]
    assert [line.grade for line in page.earlier] == [Grade.A]
