"""The rows of a card from answers: what stays keeps its id and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.rows import rows_of
from inclusion_cli.domain.card import (
    Action,
    Contact,
    Domain,
    Sign,
    Stage,
    StepChange,
    StepUp,
    to_ring,
)
from inclusion_cli.domain.card_plan import pauses_of
from inclusion_cli.domain.values import YES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from inclusion_cli.domain.card import Card
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept


def stages(
    case: Casefile, answers: Mapping[str, Any], today: date
) -> tuple[Stage, ...]:
    """Return the four stages; a row whose words stay keeps its id."""
    old = case.card.record.stages if case.card else ()
    signs = _Ids((s for stage in old for s in stage.signs), _signs_seen(case))
    mine = _Ids((a for stage in old for a in stage.mine), _actions_tried(case))
    others = _Ids((a for stage in old for a in stage.others), ())
    written = case.card.on if case.card else today
    return tuple(
        Stage(
            number,
            tuple(
                _sign(signs.of(row["text"], f"s{number}"), row)
                for _n, row in rows_of(answers, f"sign{number}")
            ),
            tuple(
                _action(mine.of(row["text"], f"m{number}"), row, mine, today, written)
                for _n, row in rows_of(answers, f"mine{number}")
            ),
            tuple(
                _action(
                    others.of(row["text"], f"o{number}"), row, others, today, written
                )
                for _n, row in rows_of(answers, f"others{number}")
            ),
        )
        for number in (1, 2, 3, 4)
    )


class _Ids:
    """Gives a text its id of before, or one that nothing has had."""

    def __init__(self, old: Iterable[Sign | Action], cited: Iterable[str]) -> None:
        self.known = {record.text: record for record in old}
        self._used = {record.id for record in self.known.values()} | set(cited)
        self._given: set[str] = set()

    def of(self, text: str, lead: str) -> str:
        known = self.known[text].id if text in self.known else ""
        if known and known not in self._given:
            self._given.add(known)
            return known
        free = (f"{lead}-{n}" for n in range(1, 10_000))
        found = next(one for one in free if one not in self._used)
        self._used.add(found)
        self._given.add(found)
        return found


def _signs_seen(case: Casefile) -> Iterable[str]:
    """Return the ids that debriefs know signs by: they are not given anew."""
    return (s.id for kept in case.debriefs for s in kept.record.signs or ())


def _actions_tried(case: Casefile) -> Iterable[str]:
    return (tried.id for kept in case.debriefs for tried in kept.record.tried)


def _sign(sign_id: str, row: Mapping[str, Any]) -> Sign:
    return Sign(
        sign_id,
        row["text"],
        Domain(row["domain"]) if row.get("domain") else None,
        row.get("usual") or "",
        row.get("change") or "",
        row.get("noticed") or "",
        row.get("example") or "",
    )


def _action(
    action_id: str, row: Mapping[str, Any], ids: _Ids, today: date, written: date
) -> Action:
    agreed = row.get("agreed")
    before = ids.known.get(row["text"])
    since = today
    if isinstance(before, Action):
        since = before.since or written
    return Action(
        action_id,
        row["text"],
        row.get("who") or "",
        row.get("within") or "",
        None if agreed is None else agreed == YES,
        since,
    )


def people(
    old: Kept[Card] | None, answers: Mapping[str, Any], today: date
) -> tuple[Contact, ...]:
    """Return who can be rung; a number that stays keeps the day it was checked."""
    known = {
        (who.name, who.number): who.checked_on or old.record.written_on or old.on
        for who in (old.record.contacts if old else ())
        if old
    }
    return tuple(
        Contact(
            row["name"],
            row["number"],
            known.get((row["name"], row["number"]), today),
        )
        for _number, row in rows_of(answers, "contact")
    )


def on_call_checked(old: Kept[Card] | None, number: str, today: date) -> date:
    """Return the day the number here was checked: today, where it is new."""
    if old is None or old.record.on_call != number:
        return today
    return old.record.on_call_checked or old.record.written_on or old.on


def crisis_team_checked(
    old: Kept[Card] | None, number: str, today: date
) -> date | None:
    """Return the day the crisis team's number was checked, None where there is none."""
    if not to_ring(number):
        return None
    if old is None or old.record.crisis_team != number:
        return today
    return old.record.crisis_team_checked or old.record.written_on or old.on


def step_up(case: Casefile, answers: Mapping[str, Any]) -> StepUp | None:
    """Return what changes at "I'm struggling", with the pause signs chosen."""
    if not answers.get("step_change"):
        return None
    current = case.current()
    agreed = pauses_of(current.step.record) if current else ()
    chosen = answers.get("pauses")
    pauses = tuple(
        pause for n, pause in enumerate(agreed, start=1) if f"p{n}" in (chosen or ())
    )
    if not agreed and case.card and case.card.record.step_up:
        pauses = case.card.record.step_up.pauses
    return StepUp(
        StepChange(answers["step_change"]),
        pauses,
        answers.get("extra_contact") or "",
        answers.get("called") or "",
        answers.get("avoid") or "",
    )
