"""What was told, as a list; and what telling without consent has still to answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import items_in_words
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosure import Disclosure, Ground, Rests
from inclusion_cli.domain.disclosure_words import GROUND_WORDS, RESTS_WORDS
from inclusion_cli.domain.held import after_the_end, recalled, rests_on
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept


_WEIGHED = frozenset(("necessary", "why_no_consent", "decided_by", "caldicott"))
"""What nobody weighed up where it was a mistake."""


def still_asked(told: Disclosure) -> tuple[str, ...]:
    """Return what telling without consent has still to answer, by its questions.

    Source: practice reference 6.7, override path.
    """
    if told.rests is not Rests.WITHOUT_CONSENT:
        return ()
    answers = {
        "what": told.what or told.items,
        "ground": told.ground,
        "harm": told.harm,
        "necessary": told.necessary,
        "why_no_consent": told.why_no_consent,
        "decided_by": told.decided_by,
        "told_person": told.told_person is not None,
        "why_not_told": told.told_person is not False or told.why_not_told,
        "caldicott": told.caldicott,
    }
    waits = (key for key, answer in answers.items() if not answer)
    mistake = told.ground is Ground.MISTAKE
    return tuple(key for key in waits if not (mistake and key in _WEIGHED))


@record
class DisclosureLine:
    """One thing that was told, in words."""

    id: str
    on: date
    day: str
    to: str
    what: str
    rests: str
    notes: tuple[str, ...]


@record
class DisclosurePage:
    """What was told of a person, newest first, and how much of it without consent.

    `code` is "" where it is everybody's. `months` are those in which something was told
    without consent, with how often.
    """

    code: str
    name: str
    lines: tuple[DisclosureLine, ...]
    without_consent: int
    recalled: int
    months: tuple[tuple[str, int], ...] = ()


def disclosure_page(case: Casefile) -> DisclosurePage:
    """Return everything that was told of a person."""
    told = case.safety.disclosures
    return DisclosurePage(
        case.person.record.code,
        case.person.record.name,
        tuple(_line(case, kept) for kept in reversed(told)),
        len(without_consent(case)),
        sum(recalled(case, kept) is not None for kept in told),
        _by_month(case),
    )


def everything_told(
    cases: Iterable[Casefile], service: tuple[Kept[Disclosure], ...]
) -> DisclosurePage:
    """Return everything that was told of anybody, and by the service, newest first.

    Each line says in front whose it is.
    """
    lines: list[DisclosureLine] = []
    without = back = 0
    months: dict[str, int] = {}
    for case in cases:
        page = disclosure_page(case)
        lines += [replace(line, to=f"{page.code}: {line.to}") for line in page.lines]
        without, back = without + page.without_consent, back + page.recalled
        for month, number in page.months:
            months[month] = months.get(month, 0) + number
    lines += [_of_service(kept) for kept in service]
    newest = sorted(lines, key=lambda line: line.on, reverse=True)
    counted = tuple(sorted(months.items()))
    return DisclosurePage("", "", tuple(newest), without, back, counted)


def _of_service(kept: Kept[Disclosure]) -> DisclosureLine:
    said = kept.record
    return DisclosureLine(
        short_id(kept.id),
        said.on,
        say_day(said.on),
        say("The service: {to}", to=f"{said.recipient}, {said.role}".rstrip(", ")),
        said.what or capital(said.purpose),
        capital(rests_words(said)),
        (),
    )


def without_consent(
    case: Casefile, *, first: date = date.min, last: date = date.max
) -> tuple[Kept[Disclosure], ...]:
    """Return what was told without consent from one day to another, oldest first.

    It is counted every month, and stands in the audit; practice reference 6.7.
    """
    return tuple(
        kept
        for kept in case.safety.disclosures
        if kept.record.rests is Rests.WITHOUT_CONSENT
        and first <= kept.record.on <= last
    )


def _by_month(case: Casefile) -> tuple[tuple[str, int], ...]:
    months = [f"{kept.record.on:%Y-%m}" for kept in without_consent(case)]
    return tuple((month, months.count(month)) for month in dict.fromkeys(months))


def _line(case: Casefile, kept: Kept[Disclosure]) -> DisclosureLine:
    said = kept.record
    to = f"{said.recipient}, {said.role}".rstrip(", ")
    return DisclosureLine(
        short_id(kept.id),
        said.on,
        say_day(said.on),
        to,
        told_words(case, said),
        capital(rests_words(said)),
        tuple(_notes(case, kept)),
    )


def told_words(case: Casefile, said: Disclosure) -> str:
    """Return what was told: the paper, the items by name, or in words."""
    papers = {kept.id: kept.record for kept in case.papers}
    if said.items:
        return capital(items_in_words(said.items))
    if said.paper in papers:
        from inclusion_cli.domain.naming import PAPER_WORDS  # noqa: PLC0415 - for home

        return capital(PAPER_WORDS[papers[said.paper].kind])
    return said.what or capital(said.purpose)


def rests_words(said: Disclosure) -> str:
    """Return what telling rested on: "without consent: a serious crime"."""
    if said.rests is Rests.WITHOUT_CONSENT and said.ground:
        return say("without consent: {ground}", ground=GROUND_WORDS[said.ground])
    return RESTS_WORDS[said.rests]


def _taken_back(case: Casefile, said: Disclosure) -> date | None:
    """Return the day the consent that it rests on was taken back, None where none."""
    days = (
        kept.record.withdrawn_on
        for kept in case.safety.consents
        if rests_on(said, kept)
    )
    return max((day for day in days if day), default=None)


def _notes(case: Casefile, kept: Kept[Disclosure]) -> Iterator[str]:
    said = kept.record
    if day := recalled(case, kept):
        yield say("Called back on {day}", day=say_day(day))
    elif back := _taken_back(case, said):
        yield say("Taken back on {day}, and not called back yet", day=say_day(back))
    if said.rests is Rests.WITHOUT_CONSENT and said.told_person is False:
        yield say(
            "{name} does not know: {why}", name=case.known_as, why=said.why_not_told
        )
    if waits := len(still_asked(said)):
        yield say("{waits} things are still asked", waits=waits)
    if said.looked_over:
        yield say("Looked over: {words}", words="; ".join(said.looked_over))
    if after_the_end(case, kept):
        yield say("Told after the consent had ended")
