"""Weighing a wish with its risks, and telling afterwards how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.rows import rows_of
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.risk_decision import (
    Option,
    RiskDecision,
    RiskOutcome,
    Safeguard,
    Weighed,
    Went,
)
from inclusion_cli.domain.risk_decisions import Weighed as Standing
from inclusion_cli.domain.risk_decisions import open_decisions
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.work import Work


class NoneOpen(NothingFound):
    """No positive risk decision waits for its outcome."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("{label} has no risk decision that waits.", label=case.label)
        )
        self.hint = say(
            "To weigh a wish, type: inclusion decide-risk {code}",
            code=case.person.record.code,
        )


class ToldAlready(RuleSaysNo):
    """How it went was told meanwhile."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("How it went was told already, for {label}.", label=case.label)
        )
        self.hint = say(
            "To see it, type: inclusion decide-risk list {code}",
            code=case.person.record.code,
        )


def waiting(case: Casefile, *, on: date) -> tuple[Standing, ...]:
    """Return the decisions that wait for their outcome. Raises NoneOpen."""
    found = open_decisions(case, on=on)
    if not found:
        raise NoneOpen(case)
    return found


def decision_from(answers: Mapping[str, Any], *, on: date) -> RiskDecision:
    """Return the decision the answers stand for."""
    return RiskDecision(
        question=answers["question"],
        wish=answers["wish"],
        on=on,
        benefits=answers["benefits"],
        benefits_others=answers.get("benefits_others") or "",
        harms=answers["harms"],
        likely=answers["likely"],
        cost_of_refusing=answers["cost_of_refusing"],
        options=tuple(_options(answers)),
        chosen=way(answers["chosen"]),
        why=answers["why"],
        safeguards=tuple(_safeguards(answers)),
        stop_if=answers["stop_if"],
        agreed=answers["agreed"],
        disagreed=answers.get("disagreed") or "",
        capacity=answers["capacity"],
        other_issues=answers.get("other_issues") or "",
        review_on=answers["review_on"],
    )


def way(number: str) -> str:
    """Return the id of a way, by its number."""
    return f"way {number}"


def _options(answers: Mapping[str, Any]) -> Iterator[Option]:
    for number, row in rows_of(answers, "option", "what"):
        yield Option(
            way(str(number)),
            row["what"],
            row.get("for") or "",
            row.get("against") or "",
        )


def _safeguards(answers: Mapping[str, Any]) -> Iterator[Safeguard]:
    for _number, row in rows_of(answers, "safeguard", "what"):
        yield Safeguard(row["what"], row.get("trigger") or "")


def record_decision(work: Work, case: Casefile, record: RiskDecision) -> Saved:
    """Write a positive risk decision; from here on its reasons stand."""
    kept = work.add(record, file=case.person.file)
    work.clear_draft(case.person.file, "risk_decision")
    day = say_day(record.review_on)
    return Saved(
        say("Saved for {label}: a positive risk decision.", label=case.label),
        code=case.person.record.code,
        kind="risk_decision",
        id=kept.id,
        record=record,
        follows=(
            say("The reasons stand now as they are, whatever comes of it."),
            say("On {day} home asks how it went.", day=day),
            say(
                "If it is an evening where drink or drugs are near, plan it: inclusion "
                "event plan {code}",
                code=case.person.record.code,
            ),
        ),
        next=("decide-risk", "list", case.person.record.code),
    )


def outcome_from(decision: str, answers: Mapping[str, Any]) -> RiskOutcome:
    """Return the outcome of a decision, by its id, that the answers stand for."""
    return RiskOutcome(
        decision=decision,
        on=answers["on"],
        went=Went(answers["went"]),
        happened=answers["happened"],
        words=answers.get("words") or "",
        stopped=answers["stopped"] == YES,
        weighed=Weighed(answers["weighed"]),
        reasoning=answers.get("reasoning") or "",
        learned=answers.get("learned") or "",
    )


def record_outcome(work: Work, case: Casefile, record: RiskOutcome) -> Saved:
    """Write how a decision went. Raises ToldAlready."""
    now = work.casefile(case.person.file)
    if any(o.record.decision == record.decision for o in now.safety.risk_outcomes):
        raise ToldAlready(case)
    kept = work.add(record, file=case.person.file)
    work.clear_draft(case.person.file, "risk_outcome")
    return Saved(
        say("Saved for {label}: how it went.", label=case.label),
        code=case.person.record.code,
        kind="risk_outcome",
        id=kept.id,
        record=record,
        follows=(say("The reasons of then stay as they were."),),
        next=("decide-risk", "list", case.person.record.code),
    )
