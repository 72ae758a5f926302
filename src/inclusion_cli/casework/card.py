"""Writing a card, checking it, and the versions it goes through."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.card_rows import (
    crisis_team_checked,
    on_call_checked,
    people,
    stages,
    step_up,
)
from inclusion_cli.domain.card import (
    CHANGING,
    LATEST_REVIEW_DAYS,
    SIGNS_ADVISED,
    Card,
    Contact,
    says_the_same,
    to_ring,
)
from inclusion_cli.domain.card_copies import out_of_date
from inclusion_cli.domain.card_plan import card_and_plan
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.two_numbers import of_card
from inclusion_cli.domain.values import YES
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.card import Numbers
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

CHECKED = say("checked: still right")
"""The reason of an entry that renews a card without changing it."""


class NoCardYet(NothingFound):
    """There is no card to show or print."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(say("{label} has no card yet.", label=case.label))
        if not case.closed_on:
            self.hint = say(
                "To write it, type: inclusion card write {code}",
                code=case.person.record.code,
            )


class NotRightAnyMore(RuleSaysNo):
    """A card that is not right cannot be renewed; a new version is written."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(say("The card is not right any more. Nothing was renewed."))
        code = case.person.record.code
        self.hint = say(
            "To write what changed, type: inclusion card write {code}", code=code
        )


def card_of(case: Casefile) -> Kept[Card]:
    """Return the card of a person. Raises NoCardYet."""
    if case.card is None:
        raise NoCardYet(case)
    return case.card


def card_from(
    case: Casefile, answers: Mapping[str, Any], *, today: date, numbers: Numbers
) -> Card:
    """Return the version the answers stand for; what stays keeps its id and its day."""
    old, team = case.card, answers.get("crisis_team") or ""
    made = Card(
        version=old.record.version + 1 if old else 1,
        stages=stages(case, answers, today),
        not_helpful=answers["not_helpful"],
        on_call=answers["on_call"],
        contacts=people(old, answers, today),
        says_first=answers.get("says_first") or "",
        told_how=answers.get("told_how") or "",
        step_up=step_up(case, answers),
        home_care=answers.get("home_care") or "",
        statement=answers.get("statement") or "",
        written_on=today,
        check_by=answers.get("check_by") or today + timedelta(days=LATEST_REVIEW_DAYS),
        on_call_checked=on_call_checked(old, answers["on_call"], today),
        lines_checked=_lines_checked(old, numbers, today),
        crisis_team=team,
        crisis_team_checked=crisis_team_checked(old, team, today),
    )
    same = old is not None and says_the_same(old.record, made)
    since = old.record.oldest_good if old and same else made.version
    return replace(made, reissue_from=since)


def _lines_checked(old: Kept[Card] | None, numbers: Numbers, today: date) -> date:
    """Return the later day of the two on which the crisis lines were checked.

    It is never a day to come: a card of before the shipped lines were checked anew, as
    in a story told back in time, says its own day.
    """
    before = old.record.lines_checked if old else None
    return min(max(before or numbers.as_of, numbers.as_of), today)


def write_card(work: Work, case: Casefile, card: Card) -> Saved:
    """Write a new version of the card; the earlier ones stay."""
    old, now = case.card, work.clock.now()
    kept = (
        work.amend(old, card, reason=say("new version"), happened_at=now)
        if old
        else work.add(card, file=case.person.file)
    )
    work.clear_draft(case.person.file, "card")
    code = case.person.record.code
    return Saved(
        say(
            "Saved for {label}: card, version {version}.",
            label=case.label,
            version=card.version,
        ),
        code=code,
        kind="card",
        id=kept.id,
        record=card,
        follows=(
            *_follows(replace(case, card=kept)),
            *_other_number(work, replace(case, card=kept)),
        ),
        next=("card", "print", code),
    )


def _other_number(work: Work, case: Casefile) -> Iterator[str]:
    """Return what to say where the ladder of calls has another number for on call."""
    ladders = work.of_kind("call_ladder", "1")
    if ladders:
        yield from of_card(case, ladders[-1].record)


def _follows(case: Casefile) -> Iterator[str]:
    card = card_of(case).record
    signs, (least, most) = len(card.stages[CHANGING - 1].signs), SIGNS_ADVISED
    if not least <= signs <= most:
        title = card.stages[CHANGING - 1].title
        yield say(
            '"{title}" has {signs}. {least} to {most} work best.',
            title=title,
            signs=say_many("{number} sign", "{number} signs", signs),
            least=least,
            most=most,
        )
    yield from (found.says for found in card_and_plan(case))
    yield from (
        say("{says} Print a new one.", says=says) for says, _papers in out_of_date(case)
    )


def still_right(case: Casefile, answers: Mapping[str, Any]) -> set[str]:
    """Return the numbers that were checked. Raises NotRightAnyMore."""
    if answers["right"] != YES:
        raise NotRightAnyMore(case)
    return set(answers["numbers"])


def check_card(
    work: Work, case: Casefile, answers: Mapping[str, Any], *, chosen: set[str]
) -> Saved:
    """Renew a card that is still right: its version stays, its days move.

    `chosen` are the numbers that were checked: "c1", "on_call", "crisis_team", "lines".
    """
    old, today = card_of(case), work.clock.today()
    checked = _renewed(old, chosen, today, answers["check_by"])
    now = work.clock.now()
    kept = work.amend(old, checked, reason=CHECKED, happened_at=now)
    work.clear_draft(case.person.file, "card_check")
    code = case.person.record.code
    return Saved(
        say(
            "Saved for {label}: card, version {version}, is still "
            "right. Check it again by {answers}.",
            label=case.label,
            version=checked.version,
            answers=say_day(answers["check_by"], today=today),
        ),
        code=code,
        kind="card",
        id=kept.id,
        record=checked,
        follows=tuple(found.says for found in card_and_plan(replace(case, card=kept))),
        next=("card", "show", code),
    )


def _renewed(old: Kept[Card], chosen: set[str], today: date, by: date) -> Card:
    card, before = old.record, old.record.written_on or old.on

    def day(key: str, was: date | None) -> date:
        return today if key in chosen else was or before

    return replace(
        card,
        contacts=tuple(
            Contact(who.name, who.number, day(f"c{n}", who.checked_on))
            for n, who in enumerate(card.contacts, start=1)
        ),
        on_call_checked=day("on_call", card.on_call_checked),
        crisis_team_checked=day("crisis_team", card.crisis_team_checked)
        if to_ring(card.crisis_team)
        else None,
        lines_checked=day("lines", card.lines_checked),
        written_on=before,
        check_by=by,
        reissue_from=card.oldest_good,
    )
