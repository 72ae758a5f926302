"""Limits for tests: each call names the one fact that matters there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.formulation import Control, ControlKind
from inclusion_cli.domain.restriction import Restriction, RestrictionReview, Verdict
from inclusion_cli.domain.safety import Safety
from tests.builders import a_formulation, day
from tests.domain.making import a_person, keep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.kept import Kept


def a_restriction(number: int = 1, **told: Any) -> Restriction:
    """Return a limit of the n-th day that answers for everything."""
    return Restriction(
        **{
            "what": "No evening events",
            "on": day(number),
            "feels": "Like being sixteen again",
            "harm": "Two nights without sleep after the last one",
            "evidence": "The sleep log of the first week of August",
            "evidence_on": day(number),
            "lawful_basis": "agreed",
            "proportionate": "It is two evenings a week and days stay free",
            "authorised_by": "Jo",
            "trigger": "t1",
            "ends_when": "Four nights of sleep running",
            "review_days": 28,
            "signed_on": day(number),
            **told,
        }
    )


def placed(number: int = 1, **told: Any) -> Kept[Restriction]:
    """Return a kept limit of the n-th day."""
    kept_id = told.pop("id", f"restriction-{number}")
    return keep(a_restriction(number, **told), number, id=kept_id)


def looked(
    number: int,
    verdict: Verdict = Verdict.KEEP,
    *,
    of: str = "restriction-1",
    **told: Any,
) -> Kept[RestrictionReview]:
    """Return a look at a limit on the n-th day."""
    lifts = of if verdict is Verdict.LIFT else ""
    made = RestrictionReview(of, day(number), verdict, "As agreed", lifts, **told)
    return keep(made, number, id=f"look-{of}-{number}-{verdict.value}")


def a_control(text: str = "No evening events", **told: Any) -> Control:
    """Return a restriction as a formulation has it."""
    return Control(
        text,
        ControlKind.RESTRICTION,
        "t1",
        **{
            "harm": "Two nights without sleep in August",
            "lawful_basis": "agreed",
            "tried": "Home by nine",
            "ends_when": "Four nights of sleep",
            **told,
        },
    )


def a_limited(
    restrictions: Iterable[Kept[Restriction]] = (),
    reviews: Iterable[Kept[RestrictionReview]] = (),
    *,
    controls: tuple[Control, ...] = (),
    written: int = 1,
    code: str = "AK-014",
    **told: Any,
) -> Casefile:
    """Return a person's file with limits, and a formulation of the n-th day."""
    standing = a_formulation()
    standing = replace(standing, controls=(*standing.controls, *controls))
    kept = keep(standing, written, id=f"formulation-{written}")
    return Casefile(
        **{
            "person": a_person("Amina Khan", code),
            "formulation": kept,
            "formulations": (kept,),
            "safety": Safety(
                restrictions=tuple(restrictions), restriction_reviews=tuple(reviews)
            ),
            **told,
        }
    )
