"""Rule 18 sees what went to somebody else as the person's own, or with no grounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inclusion_cli.domain.disclosure import Disclosure, Ground, Rests
from tests.builders import day, told_in_danger
from tests.domain.audit.making import calm, measured, run
from tests.domain.making import keep

RULE = "told-after-consent-ended"


@pytest.mark.parametrize(
    ("to", "rests", "found"),
    [
        ("Landlord Mr X", Rests.TO_THE_PERSON, 1),
        ("THEM", Rests.TO_THE_PERSON, 0),
        ("Landlord Mr X", Rests.HANDED_ON, 0),
        ("The people at this review", Rests.AT_THE_REVIEW, 0),
    ],
)
def test_what_was_given_as_theirs_to_somebody_else_is_found(
    to: str, rests: Rests, found: int
) -> None:
    """It names nobody; the person's own paper, and their own yes, are silent."""
    who = calm().known_as.upper() if to == "THEM" else to
    told = keep(Disclosure(day(20), who, "review", rests), 20, id="told-20")
    safety = {"disclosures": (told,), "measures": (measured(2),)}

    findings = run(calm(safety=safety), only=RULE).findings

    assert len(findings) == found
    for finding in findings:
        assert who not in finding.says
        assert calm().known_as not in finding.says
        assert finding.records == ("told-20",)


IN_DANGER = told_in_danger(day(10))
WRITTEN = replace(
    IN_DANGER,
    what="Where she is",
    necessary="They had to find her",
    why_no_consent="No time was left",
    told_person=True,
    caldicott=("purpose",),
)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (IN_DANGER, 1),
        (replace(IN_DANGER, on=day(-20)), 1),
        (WRITTEN, 0),
        (replace(WRITTEN, what=""), 1),
        (replace(IN_DANGER, ground=Ground.MISTAKE, what="A name", told_person=True), 0),
        (replace(IN_DANGER, on=day(35)), 0),
    ],
)
def test_what_was_told_without_consent_and_has_no_grounds_is_found(
    told: Disclosure, found: int
) -> None:
    """After a day, and in every month until they are written; no name is in it."""
    kept = keep(told, (told.on - day(1)).days + 1, id="told-10")
    safety = {"disclosures": (kept,), "measures": (measured(2),)}

    findings = run(calm(safety=safety), only=RULE).findings

    assert len(findings) == found
    for finding in findings:
        assert "without consent" in finding.says
        assert "Police" not in finding.says
        assert finding.records == ("told-10",)
        assert finding.mend[:2] == ("disclosure", "finish")
