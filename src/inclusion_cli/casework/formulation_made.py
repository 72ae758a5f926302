"""From answers to a formulation: rows, ids never used twice, what was carried."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.rows import rows_of
from inclusion_cli.domain.formulation import (
    Basis,
    Capacity,
    Contributor,
    Control,
    ControlKind,
    Disagreement,
    Exposure,
    Former,
    Formulation,
    Presumed,
    Scenario,
    Source,
    Trigger,
    TriggerKind,
)
from inclusion_cli.domain.formulation_age import carried
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.kept import Kept

Rows = list[tuple[int, dict[str, Any]]]
DROP = "drop"


def formulation_from(
    old: Kept[Formulation] | None, answers: Mapping[str, Any]
) -> Formulation:
    """Return the version the answers stand for, the one after `old`."""
    before = old.record if old else None
    rows = list(rows_of(answers, "trigger"))
    ids = _ids(before, rows)
    new = Formulation(
        version=before.version + 1 if before else 1,
        what_matters=answers["what_matters"],
        cost_of_not_doing=answers["cost_of_not_doing"],
        triggers=tuple(_trigger(ids[f"t{n}"], row) for n, row in rows),
        strengths=tuple(row["text"] for _n, row in rows_of(answers, "strength")),
        controls=tuple(_controls(answers, ids)),
        review_on=answers["review_on"],
        account=_text(answers, "account"),
        account_on=answers.get("account_on"),
        no_account_because=_text(answers, "no_account"),
        presenting=_text(answers, "presenting"),
        background=_text(answers, "background"),
        keeps_going=_text(answers, "keeps_going"),
        identity=_text(answers, "identity"),
        scenarios=tuple(_scenarios(answers, ids)),
        contributors=_records(Contributor, answers, "contributor"),
        sources=_records(Source, answers, "source"),
        disagreements=_records(Disagreement, answers, "disagreement"),
        capacity=_capacity(answers),
        review_events=answers.get("review_events") or (),
        words_kept=before.words_kept if before else (),
        former=_former(before, frozenset(ids.values())),
    )
    if old is None:
        return new
    return replace(new, dated=carried(new, old.record, written=old.on))


def _ids(before: Formulation | None, rows: Rows) -> dict[str, str]:
    """Return the id of each row's situation; steps refer to it in every version.

    A situation keeps its id where its words are the same, or stand in its row. No id of
    a situation that was taken out is used again.
    """
    old = before.triggers if before else ()
    by_words = {folded(t.situation): t.id for t in old}
    found: dict[str, str] = {}
    for number, row in rows:
        known = by_words.pop(folded(row["situation"]), None)
        if known:
            found[f"t{number}"] = known
    taken = {t.id for t in old} | {f.id for f in (before.former if before else ())}
    for number, _row in rows:
        own = f"t{number}"
        if own in found:
            continue
        free = own not in taken or own in by_words.values()
        if not free or own in found.values():
            own = _next_free(taken | set(found.values()))
        found[f"t{number}"] = own
    return found


def _next_free(taken: set[str]) -> str:
    numbers = [int(one[1:]) for one in taken if one[1:].isdigit()]
    return f"t{max(numbers, default=0) + 1}"


def _former(before: Formulation | None, kept: frozenset[str]) -> tuple[Former, ...]:
    """Return the situations that were taken out, now or before."""
    if before is None:
        return ()
    gone = (Former(t.id, t.situation) for t in before.triggers if t.id not in kept)
    return (*before.former, *gone)


def _text(answers: Mapping[str, Any], key: str) -> str:
    return answers.get(key) or ""


def _trigger(trigger_id: str, row: dict[str, Any]) -> Trigger:
    basis, exposure = row.get("basis"), row.get("exposure")
    return Trigger(
        id=trigger_id,
        kind=TriggerKind(row["kind"]),
        situation=row["situation"],
        tends_to_happen=row["tends"],
        early_signs=row["signs"],
        helps=row["helps"],
        basis=Basis(basis) if basis else None,
        worse=row.get("worse") or "",
        exposure=Exposure(exposure) if exposure else None,
        example=row.get("example") or "",
        rating=row.get("rating"),
        unanswered_because=row.get("unanswered") or "",
    )


def _controls(answers: Mapping[str, Any], ids: dict[str, str]) -> Iterator[Control]:
    """Return what is done; what was left out, for it answers nothing, is not there."""
    for _number, row in rows_of(answers, "control"):
        if row.get("untied") == DROP:
            continue
        yield Control(
            text=row["text"],
            kind=ControlKind(row["kind"]),
            trigger=ids.get(row.get("tied_to") or row["trigger"], ""),
            harm=row.get("harm") or "",
            lawful_basis=row.get("basis") or "",
            tried=row.get("tried") or "",
            ends_when=row.get("ends") or row.get("until") or "",
            no_trigger_because=row.get("because") or "",
            started=row.get("started"),
            review_on=row.get("review_on"),
        )


def _scenarios(answers: Mapping[str, Any], ids: dict[str, str]) -> Iterator[Scenario]:
    for _number, row in rows_of(answers, "scenario"):
        told = {key: value or "" for key, value in row.items() if key != "triggers"}
        triggers = tuple(ids[key] for key in row.get("triggers") or ())
        yield Scenario(triggers=triggers, **told)


def _records(kind: Any, answers: Mapping[str, Any], group: str) -> tuple[Any, ...]:
    return tuple(kind(**row) for _number, row in rows_of(answers, group))


def _capacity(answers: Mapping[str, Any]) -> Capacity | None:
    if not answers.get("capacity_decision"):
        return None
    return Capacity(
        decision=answers["capacity_decision"],
        basis=Presumed(answers["capacity_basis"]),
        by=_text(answers, "capacity_by"),
        on=answers.get("capacity_on"),
        support=_text(answers, "capacity_support"),
        outcome=_text(answers, "capacity_outcome"),
        best_interests=_text(answers, "capacity_best_interests"),
    )
