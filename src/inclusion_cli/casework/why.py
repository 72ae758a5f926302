"""Why: what a record rests on, what rests on it, and what it counts for now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.trails import late, names, shown
from inclusion_cli.domain.alarms import SIDE_WORDS, alarms
from inclusion_cli.domain.criteria import RESPONSE_WORDS
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.decision import Decision
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.told import Told, gist, kind_words, lines_of
from inclusion_cli.domain.why import Reason, Ref, WhyPage
from inclusion_cli.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.due import Due
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.reading import Reading

SHOWS = {
    "met": "Yes",
    "not_met": "Not yet",
    "cannot_tell": "Cannot tell",
}
HAPPENED = {"met": "It has happened", "not_met": "No", "cannot_tell": "Cannot tell"}


def why_record(
    reading: Reading,
    case: Casefile | None,
    kept: Kept[Any],
    around: Mapping[str, Kept[Any]],
    naming: Iterable[str],
    *,
    now: datetime,
) -> WhyPage:
    """Return why a record is there. `around` is what stands in its file, by id."""
    record = shown(case, kept.record)
    named = [i for i in _ids(plain(kept.record)) if i in around and i != kept.id]
    carries = [around[i] for i in naming if i in around]
    what = kind_words(kind_of(kept.record))
    code = case.person.record.code if case else ""
    return WhyPage(
        title=f"{what}, {case.label if case else 'the service'}",
        code=code,
        id=short_id(kept.id),
        lines=(Told("Written", _written(reading, kept)), *lines_of(record)),
        reasons=tuple(_reasons(case, kept, around, now)),
        rests_on=tuple(ref(around[i]) for i in dict.fromkeys(named)),
        carries=tuple(ref(one) for one in carries),
        next=("history", short_id(kept.id)),
    )


def _written(reading: Reading, kept: Kept[Any]) -> str:
    who = names(reading).get(kept.author, "")
    by = f" by {who}" if who else ""
    versions = f" Version {kept.amended + 1}." if kept.amended else ""
    recorded = say_when(kept.recorded_at.astimezone())
    return f"{recorded}{by}.{versions}{late(kept)}"


def ref(kept: Kept[Any]) -> Ref:
    """Return how another record is named."""
    return Ref(
        short_id(kept.id),
        kind_words(kind_of(kept.record)),
        say_day(kept.happened_at.date()),
        gist(kept.record),
    )


def _ids(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for part in data.values():
            yield from _ids(part)
    elif isinstance(data, list):
        for part in data:
            yield from _ids(part)


def _reasons(
    case: Casefile | None,
    kept: Kept[Any],
    around: Mapping[str, Kept[Any]],
    now: datetime,
) -> Iterator[Reason]:
    """Return what a record counts for now, and what a decision was shown."""
    if isinstance(kept.record, Decision):
        review = around.get(kept.record.review)
        if review:
            yield from (_shown_then(line, around) for line in review.record.evidence)
        return
    stands = standing(case, now=now) if case else None
    if stands is None:
        return
    for finding in stands.stability.lines():
        if kept.id in finding.used:
            answer = SHOWS[finding.answer.value]
            yield Reason(f"Counts for: {finding.agreed}", f"{answer}: {finding.shows}")
    for firing in stands.fired:
        if firing.entry == kept.id:
            response = RESPONSE_WORDS[firing.sign.response]
            yield Reason(
                f"A pause sign: {firing.sign.when.words()}",
                f"{firing.shows}. You agreed to {response}.",
            )
    if isinstance(kept.record, Debrief) and kept.record.step != stands.rung.step.id:
        yield Reason("It is about another step than the one that is on", "Not counted")


def _shown_then(line: Evidence, around: Mapping[str, Kept[Any]]) -> Reason:
    missing = f" Missing: {line.missing}." if line.missing else ""
    return Reason(
        line.agreed,
        f"{SHOWS[line.answer]}: {line.shows}.{missing}",
        tuple(ref(around[i]) for i in line.records if i in around),
    )


def why_person(
    case: Casefile, around: Mapping[str, Kept[Any]], *, now: datetime
) -> WhyPage:
    """Return where a person stands, each line with its rule, dates and records."""
    stands = standing(case, now=now)
    lines: list[Told] = []
    reasons: list[Reason] = []
    if stands is None:
        lines.append(Told("Step", "No step is on."))
    else:
        table = review_table(case, stands)
        lines.append(Told("Step", f"{table.number} of {table.rungs}: {table.step}"))
        lines.append(Told("Since", say_day(table.began)))
        if table.earliest:
            lines.append(Told("Earliest day to move on", say_day(table.earliest)))
        reasons += [_shown_then(line, around) for line in table.agreed]
        reasons += [
            Reason(
                f"To stop and think: {line.agreed}",
                f"{HAPPENED[line.answer]}: {line.shows}",
                tuple(ref(around[i]) for i in line.records if i in around),
            )
            for line in table.pause_signs
        ]
    reasons += [
        Reason(
            SIDE_WORDS[alarm.side],
            alarm.says,
            tuple(ref(around[i]) for i in alarm.records if i in around),
        )
        for alarm in alarms(case, stands, on=now.date())
    ]
    return WhyPage(
        title=f"Where {case.label} stands",
        code=case.person.record.code,
        lines=tuple(lines),
        reasons=tuple(reasons),
        next=("review", case.person.record.code) if stands else ("plan", "show"),
    )


def why_due(item: Due, number: int, around: Mapping[str, Kept[Any]]) -> WhyPage:
    """Return why a line stands on the home screen."""
    lines = [Told("It says", item.says)]
    if item.on:
        lines.append(Told("Since, or on", say_day(item.on)))
    if item.alarm:
        lines.append(Told("Alarm", item.alarm))
    return WhyPage(
        title=f"Line {number} of home, {item.person}, {item.code}",
        code=item.code,
        lines=tuple(lines),
        rests_on=tuple(ref(around[i]) for i in item.records if i in around),
        next=item.command,
    )
