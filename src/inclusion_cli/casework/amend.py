"""Mending a record: a new version with a reason; the first one stays readable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.told import changes, kind_words
from inclusion_cli.domain.values import counted
from inclusion_cli.errors import NothingFound, RuleSaysNo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.decision import Decision, Review
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Plan
    from inclusion_cli.store.work import Work

NOT_AMENDED = {
    "paper": "A paper that was made stays made. Print a new one.",
    "recheck": "To look at it again, type: inclusion formulate confirm",
    "reply": "What was said stands as it was said. Write another reply.",
    "service": "The service is set up once. To change it, begin a new vault.",
    "worker": "A key worker is named once, when the vault is set up.",
}
"""Why some kinds are never amended."""


class CannotAmend(RuleSaysNo):
    """A kind of record that is not mended."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"This cannot be amended. {NOT_AMENDED[kind]}")


class GoneAlready(NothingFound):
    """The record was taken back: nothing of it stands."""

    def __init__(self, what: str, record: str) -> None:
        super().__init__(f"This was taken back: {what}. Nothing of it stands.")
        self.hint = f"To see it, type: inclusion history {short_id(record)}"


class NothingDiffers(RuleSaysNo):
    """The record is to say what it says already."""

    hint = "Change a line by its number in the check page."

    def __init__(self) -> None:
        super().__init__("Nothing differs from what stands. Nothing was saved.")


def amend_record(
    work: Work,
    case: Casefile,
    kept: Kept[Any],
    record: Any,
    *,
    reason: str,
    form: str,
    naming: Iterable[Kept[Any]] = (),
) -> Saved:
    """Write a new version over the one that was read; earlier ones stay readable.

    `naming` is what rests on it. Raises NothingDiffers or ChangedMeanwhile.
    """
    differs = tuple(changes(kept.record, record))
    if not differs and kept.forks == 1:
        raise NothingDiffers
    at = getattr(record, "at", None) or kept.happened_at
    written = work.amend(kept, record, reason=reason, happened_at=at)
    work.clear_draft(case.person.file, form)
    what = kind_words(kind_of(record))
    return Saved(
        f"Amended for {case.label}: {what}.",
        code=case.person.record.code,
        kind=kind_of(record),
        id=written.id,
        record=record,
        follows=(
            *(
                f"{c.label}: was {c.was or 'empty'}, now {c.now or 'empty'}."
                for c in differs
            ),
            *_rests(naming),
        ),
        next=("history", short_id(written.id)),
    )


def _rests(naming: Iterable[Kept[Any]]) -> Iterator[str]:
    decisions = [one for one in naming if kind_of(one.record) == "decision"]
    if decisions:
        rest = "rests" if len(decisions) == 1 else "rest"
        yield (
            f"{counted(len(decisions), 'decision')} {rest} on it. What was shown then "
            "stays as it was shown."
        )


def review_from(old: Review, answers: Mapping[str, Any]) -> Review:
    """Return a review with other words; its evidence and its answer stay."""
    return replace(old, wish=answers["wish"])


def decision_from(old: Decision, answers: Mapping[str, Any]) -> Decision:
    """Return a decision with other words; what was decided stays."""
    texts = ("why", "agreed_with", "least_change", "resume_when", "needs")
    told: dict[str, Any] = {
        name: answers.get(name) or "" for name in (*texts, "what_changed")
    }
    return replace(old, look_again=answers.get("look_again"), **told)


def plan_from(old: Plan, answers: Mapping[str, Any]) -> Plan:
    """Return a plan with another goal; where it started from stays."""
    return replace(old, goal=answers["goal"])
