"""Rule 18 sees what was given to somebody else as if it was for the person."""

from __future__ import annotations

import pytest

from inclusion_cli.domain.disclosure import Disclosure, Rests
from tests.builders import day
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
