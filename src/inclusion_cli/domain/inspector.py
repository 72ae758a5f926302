"""An inspector's pack: the cover, thirteen parts, and what each lens finds in them.

Contents and their order: practice reference 6.3. No sentence without its records, and
where there are none it says so. Names that are found are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain import inspector_harm as harm
from inclusion_cli.domain import inspector_risk as risks
from inclusion_cli.domain import inspector_voice as voice
from inclusion_cli.domain.audit import Audit
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.inspector_gather import Gathered
from inclusion_cli.domain.inspector_lines import InspectorPart, gap, told
from inclusion_cli.domain.inspector_weak import weaknesses
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.lens import EVIDENCE, Lens
from inclusion_cli.domain.paper_parts import PaperLine, Part, PartsPaper
from inclusion_cli.domain.record import record
from inclusion_cli.domain.registration import Registration
from inclusion_cli.domain.registration_standing import registration_words
from inclusion_cli.domain.safety import ServiceRecords
from inclusion_cli.domain.trace import Trace
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.sheet import Sheet

NAME = say("Inspector's pack")
TITLES = {
    "risk": say("How we manage risk and restriction"),
    "tracers": say("Threads of 2 or 3 people"),
    "restrictions": say("Limits: the register"),
    "safeguarding": say("Safeguarding: the log"),
    "incidents": say("Incidents, what was learned, actions"),
    "audits": say("Monthly audits"),
    "outcomes": say("Outcomes, with what each means"),
    "supervision": say("Supervision"),
    "consent": say("Consent and what was told"),
    "feedback": say("What people say"),
    "equity": say("Whether all fare alike"),
    "read": say("Who has read the plans; training"),
    "weaknesses": say("Known weaknesses, and what is done about them"),
}
CAUTION = say("Change over time may have other causes; small numbers.")
"""The standard note of practice reference 6.6."""


@record
class Inspected:
    """All that an inspector's pack is made from."""

    gathered: Gathered
    service: ServiceRecords
    registration: Kept[Registration]
    audit: Audit
    tracers: tuple[Trace, ...]
    lenses: tuple[Lens, ...]
    drawn: str = ""
    unread: int = 0


def inspector_pack(it: Inspected, sheet: Sheet, *, service: str) -> PartsPaper:
    """Return the pack as a paper of parts."""
    made = tuple(_parts(it))
    return PartsPaper(
        sheet=sheet,
        name=NAME,
        title=say("{service}: evidence for an inspection", service=service),
        lead=tuple(_lead(it)),
        parts=(
            Part(say("Cover"), tuple(_cover(it, made))),
            *(part for one in made for part in _printed(one, it)),
            *(_held_against(lens, made) for lens in it.lenses),
        ),
    )


def _parts(it: Inspected) -> Iterator[InspectorPart]:
    found, numbers = it.gathered, it.gathered.numbers.done()
    lines = {
        "risk": risks.risk(found, numbers),
        "tracers": _tracers(it),
        "restrictions": risks.restrictions(found, numbers),
        "safeguarding": harm.safeguarding(found, numbers),
        "incidents": harm.incidents(found),
        "audits": harm.audits(found, it.service),
        "outcomes": voice.outcomes(found, numbers),
        "supervision": voice.supervision(found, it.service),
        "consent": voice.consent(found),
        "feedback": voice.feedback(found),
        "equity": voice.equity(found, it.audit),
        "read": voice.read(found),
    }
    done = [
        InspectorPart(key, number, TITLES[key], tuple(lines[key]))
        for number, key in enumerate(EVIDENCE[:-1], start=1)
    ]
    yield from done
    last = EVIDENCE[-1]
    weak = tuple(weaknesses(found, it.audit))
    yield InspectorPart(last, len(EVIDENCE), TITLES[last], weak)


# --- the cover ----------------------------------------------------------------------


def _lead(it: Inspected) -> Iterator[str]:
    yield say(
        "What is written here, as it stands on {day}, over the year since {first}. "
        "Each sentence has its records behind it, or says that no evidence was found.",
        day=say_day(it.gathered.on),
        first=say_day(it.gathered.first),
    )
    yield say(
        "No evidence found does not mean that it was not done. Letters stand for "
        "people; who knows them may still know who is meant."
    )
    yield CAUTION
    if it.unread:
        yield say_many(
            "{number} list of the service's own could not be read. It is left out.",
            "{number} lists of the service's own could not be read. They are left out.",
            it.unread,
        )


def _cover(it: Inspected, made: tuple[InspectorPart, ...]) -> Iterator[PaperLine]:
    found = it.gathered
    registration = it.registration
    says = registration_words(registration.record)
    yield told(says, [registration.id])
    for lens in it.lenses:
        line = say(
            "{title}, as of {day}. {status}",
            title=lens.title,
            day=say_day(lens.as_of),
            status=lens.status,
        )
        yield PaperLine(line.strip(), label=say("Held against"))
    if not it.lenses:
        yield PaperLine(say("None fits this service."), label=say("Held against"))
    newest = say_day(found.newest.date()) if found.newest else say("none")
    yield PaperLine(
        say(
            "{people} supported, as of the day this was made. The newest record was "
            "written on {newest}.",
            people=say_many("{number} person is", "{number} people are", found.people),
            newest=newest,
        ),
        label=say("How fresh it is"),
    )
    gaps = {part.number: _missing(part, it) for part in made}
    yield PaperLine(
        say(
            "{lines}, in parts {parts}.",
            lines=say_many(
                "No evidence found {number} time",
                "No evidence found {number} times",
                sum(gaps.values()),
            ),
            parts=and_list(str(number) for number, some in gaps.items() if some),
        ),
        label=say("What is missing"),
        strong=True,
    )


def _missing(part: InspectorPart, it: Inspected) -> int:
    """Return how often a part says that no evidence was found, its threads too."""
    threads = it.tracers if part.key == "tracers" else ()
    return len(part.gaps) + sum(trace.gaps for trace in threads)


# --- the tracers --------------------------------------------------------------------


def _tracers(it: Inspected) -> Iterator[PaperLine]:
    """Return one line about each thread; the threads themselves follow it."""
    if not it.tracers:
        yield gap(say("anybody whose thread could be told"))
    for trace in it.tracers:
        ids = [line.record for line in trace.lines if line.record]
        yield told(f"{trace.known_as}. {trace.summary}", ids)
    if it.drawn:
        yield PaperLine(it.drawn)


def _printed(part: InspectorPart, it: Inspected) -> Iterator[Part]:
    """Return a part as it is printed; behind the tracers, each thread of its own."""
    yield Part(f"{part.number}. {part.title}", part.lines)
    if part.key != "tracers":
        return
    for letter, trace in zip("abc", it.tracers, strict=False):
        lines = tuple(
            PaperLine(
                line.says,
                label=_label(line.number, line.stage, line.day, line.since),
                quote=line.quote,
                ids=tuple(w for w in (line.short, line.author) if w),
            )
            if not line.gap
            else PaperLine(line.says, strong=True)
            for line in trace.lines
        )
        yield Part(f"{part.number}{letter}. {trace.title}", lines)


def _label(number: int, stage: str, day: str, since: str) -> str:
    later = f", {since}" if since else ""
    return f"{number}. {stage}, {day}{later}"


# --- what each lens finds -----------------------------------------------------------


def _held_against(lens: Lens, made: tuple[InspectorPart, ...]) -> Part:
    """Return each anchor of a lens with the parts that show it, or that none does."""
    by_key = {part.key: part for part in made}
    lines = []
    for anchor in lens.anchors:
        found = [by_key[key] for key in anchor.evidence]
        says = _where(found) if found else say("Not mapped to anything in this pack.")
        bare = not any(part.shows for part in found)
        lines.append(PaperLine(says, label=anchor.title, strong=bare))
    title = say("{title}, as of {day}", title=lens.title, day=say_day(lens.as_of))
    return Part(title, tuple(lines))


def _where(found: list[InspectorPart]) -> str:
    """Return where to look, and where there is nothing to see."""
    there = sorted(part.number for part in found if part.shows)
    bare = sorted(part.number for part in found if not part.shows)
    says = (
        say("Evidence in {parts}.", parts=_numbers(there)),
        say("No evidence found in {parts}.", parts=_numbers(bare)),
    )
    return " ".join(
        line for line, some in zip(says, (there, bare), strict=True) if some
    )


def _numbers(parts: list[int]) -> str:
    number = and_list(map(str, parts))
    return (
        say("part {number}", number=number)
        if len(parts) == 1
        else say("parts {number}", number=number)
    )
