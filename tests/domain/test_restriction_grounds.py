"""What is no reason for a limit: too few staff, and the rule itself."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.restriction_grounds import (
    _CIRCULAR,
    grounds_missing,
    is_circular,
    no_end,
    refused,
)
from inclusion_cli.domain.staffing import _WAYS, is_staffing, is_tied_to_staffing
from inclusion_cli.domain.wording.check import flags
from inclusion_cli.domain.wording.rules import rules
from tests.domain.limits import a_restriction

if TYPE_CHECKING:
    from inclusion_cli.domain.late_pattern import Ways

STAFFING = (
    "Due to staffing levels on Sundays",
    "We are short staffed at night",
    "Short-staffed this week",
    "There was not enough staff to go along",
    "no staff available after eight",
    "Because of a staff shortage",
    "lack of staff",
    "Nobody is on the rota",
    "There are not enough of us",
    "The house is understaffed",
    "insufficient staff",
    "shortage of staff",
    "Staff are off sick",
    "nobody to go with",
    "only two of us on at night",
    "no cover in the evening",
    "There is only one member of staff at night",
    "We do not have the staff",
    "no one to go with her",
    "No-one available to go with him",
    "just one worker on at night",
    "We are short-handed",
    "There isn't enough staff",
    "no cover",
    "A lack of cover at weekends",
    "We cannot spare a worker",
    "there is no night staff",
    "nobody on duty after ten",
    "when rota allows it",
    "When we have more staff",
    "Until there are enough workers",
    "Once the house is fully staffed",
    "Staff watched, but we had no staff",
    "No phone after 9pm when we are short staffed",
    "We are only 2 on the late shift, so it can't be watched",
    "We're just two at night",
    "Agency cover cannot manage it",
    "We do not have the hands",
    "we only have two on",
    "The night shift has only one person",
    "lone working",
    "we lack the hours",
    "gaps in the staff rota",
)


@pytest.mark.parametrize("text", STAFFING)
def test_too_few_staff_is_never_a_reason(text: str) -> None:
    """However it is put, it is refused, and the sentence says where to log it."""
    assert is_staffing(text)
    assert "inclusion session cancel" in refused(text, "No evening events")


def test_a_limit_that_holds_for_want_of_staff_is_seen() -> None:
    """What is done may name staff; what it hangs on may not be their number."""
    assert is_tied_to_staffing("No phone after 9pm when we are short staffed")
    assert is_tied_to_staffing("Home by eight because there is no night staff")
    assert not is_tied_to_staffing("Staffing of two when he goes to the market")


@pytest.mark.parametrize("ways", [_WAYS, _CIRCULAR], ids=["staffing", "circular"])
@given(data=st.data())
def test_no_way_of_saying_it_is_passed_over(ways: Ways, data: st.DataObject) -> None:
    """A way is looked for by a word that stands in all it finds, whatever it finds."""
    _words, way = data.draw(st.sampled_from(ways.ways))
    assert ways.said_in(data.draw(st.from_regex(re.compile(way.pattern, way.flags))))


def test_what_the_language_check_calls_staffing_is_staffing_here() -> None:
    """The rule of the language check and this one do not fall apart."""
    data = json.loads(
        files("inclusion_cli").joinpath("data/language.json").read_text("utf-8")
    )
    checked = rules(data)
    said = [
        "due to short staffing", "owing to staffing levels", "due to staff sickness",
        "because of staffing shortages", "under staffed", "short staffing",
        "no staff free", "no staff around", "not enough staff available",
        "low staff levels", "lack of staffing", "the staffing ratio",
        "insufficient staff", "shortage of staff", "Staff are off sick",
        "nobody to go with", "no one to go with", "only two of us on at night",
        "no cover in the evening", "only one member of staff", "lack of cover",
        "we don't have the staff", "there is no night staff", "can't spare a worker",
    ]  # fmt: skip
    for text in said:
        assert any(f.rule == "c-staffing" for f in flags(text, checked)), text
        assert is_staffing(text), text


@pytest.mark.parametrize(
    "text",
    [
        "She told staff that two men asked for her card on 3 May",
        "A fall on the stairs, seen by staff on Tuesday 4 August",
        "The staff of the pub gave him free drinks",
        "Two staff were hit on 3 May",
        "Two of us saw it on the stairs",
        "Only two of us saw it",
        "No staff were hurt, a neighbour was",
        "She has nobody to go with and was followed home on 3 May",
        "He stood with no cover in the rain for an hour",
        "Told to a worker on the night of 4 August",
        "Her own rota at the shop changed and she went without food for two days",
        "We are only 2 streets from where he was robbed on 3 May",
        "An agency worker could not hold him and was hit on 3 May",
        "More staff were hurt on 3 May",
        "He texts staff numbers 40 times a night and cannot sleep",
        "He photographed the staff rota and waited at a worker's house",
        "He fell on 3 May and nobody was available at the on-call number",
        "Everyone has heard him shout and Ali was pushed over",
    ],
)
def test_staff_in_a_sentence_is_no_staffing(text: str) -> None:
    """Who saw something may be named."""
    assert not refused(text, "No evening events")


@pytest.mark.parametrize(
    "text",
    [
        "Because it is the rule",
        "it's the policy",
        "House rules",
        "Because it is our house rule",
        "Policy says no",
        "No evening events.",
        "because no evening events",
        "Evening events",
        "We have always done that",
        "Health and safety",
        "Duty of care",
    ],
)
def test_a_rule_is_no_reason_for_itself(text: str) -> None:
    """What says the limit again, or that there is a rule, gives no reason."""
    assert is_circular(text, "No evening events")


@pytest.mark.parametrize(
    "text",
    [
        "Two nights without sleep after the evening event of 4 August",
        "He lent 200 pounds on two Fridays in April",
    ],
)
def test_harm_that_is_told_is_a_reason(text: str) -> None:
    """What happened, to whom and when is what is asked for."""
    assert not is_circular(text, "No evening events")


EMPTY = (
    "It is policy",
    "It's our policy not to",
    "It's against our policy to let people out after ten",
    "as per policy",
    "the insurance won't allow it",
    "Our insurers will not allow going out",
    "to keep them safe",
    "To keep Maya safe",
    "for her own safety",
    "for her own good",
    "To be on the safe side",
    "Just in case",
    "it is too risky",
    "She is vulnerable",
    "to prevent harm",
    "In her best interests",
    "because we say so",
    "Maya may be hurt by going out after 6pm",
    "Going out after 6pm is not safe",
    "Because it is not allowed to go out after 6pm",
    "No going out after 6pm stops her going out after 6pm",
    "She must not go out after 6pm because it is not allowed",
)
TOLD = (
    "She was hit by a car on 3 May",
    "For her own safety: two men followed her home on 3 May",
    "Her insurance won't cover the car he crashed on 3 May",
    "Robbed of his card after 6pm twice in May",
    "Self-harm",
    "Falls on the stairs",
    "Two men waited at the gate on 4 August",
)
NO_ENDS = (
    "when it is lifted",
    "when the limit is lifted",
    "When the restriction is removed",
    "when it ends",
    "when it is safe",
    "when it is no longer needed",
    "when she is allowed to go out after 6pm",
    "when staff decide",
    "when the manager thinks it is safe",
    "when Maya is ready",
    "once the risk is lower",
    "At the next review",
    "in due course",
    "when she behaves",
    "when she has earned it",
    "when Mo Kay says so",
    "once the doctor agrees",
    "TBC",
    "forever",
    "For life",
    "permanently",
    "as long as needed",
    "when he engages",
    "when he complies",
    "when he is well enough",
)
ENDS = (
    "Four nights of sleep running",
    "When Maya says she feels safe",
    "When the court allows it",
    "When Maya says so",
    "When she says so",
    "When the person says so",
    "When both Maya and her sister say so",
    "Maya decides",
    "When the Court of Protection allows it",
    "When the parole board agrees",
    "Her ex-partner has permanently moved away",
    "On 12 December",
    "When she has come home by nine on four evenings",
    "When the court order ends on 3 May",
    "When staff have walked it with her 3 times",
)
AFTER_SIX = "No going out after 6pm"


@pytest.mark.parametrize("text", EMPTY)
def test_what_tells_nothing_of_harm_is_no_reason(text: str) -> None:
    """A policy, an insurance, safety as such and the limit again are all refused."""
    assert "A rule is no reason" in refused(text, AFTER_SIX, ("Maya",))


@pytest.mark.parametrize("text", TOLD)
def test_what_tells_of_harm_is_let_through(text: str) -> None:
    """An empty word beside what happened does no harm."""
    assert not refused(text, AFTER_SIX, ("Maya",))


@pytest.mark.parametrize("text", NO_ENDS)
def test_an_end_that_nobody_can_see_is_none(text: str) -> None:
    """Its own lifting, a wish for safety and what staff think end nothing."""
    assert no_end(text, AFTER_SIX, ("Maya",))


@pytest.mark.parametrize("text", ENDS)
def test_an_end_that_can_be_seen_is_one(text: str) -> None:
    """A day, a count, and the person's own word can be seen."""
    assert not no_end(text, AFTER_SIX, ("Maya",))


@pytest.mark.parametrize(
    ("field", "says", "problem"),
    [
        ("harm", "Maya may be hurt by going out after 6pm", "circular"),
        ("evidence", "Going out after 6pm is not safe", "circular"),
        ("proportionate", "Because it is not allowed to go out after 6pm", "circular"),
        ("evidence", "Staff are off sick", "staffing"),
        ("ends_when", "when the limit is lifted", "no_exit"),
    ],
)
def test_each_ground_of_the_register_is_looked_at(
    field: str, says: str, problem: str
) -> None:
    """The register and the sign-off look at each of them, not at the harm alone."""
    it = a_restriction(1, **{"what": AFTER_SIX, field: says})

    assert set(grounds_missing(it, ("t1",), ("Maya",))) == {problem}
