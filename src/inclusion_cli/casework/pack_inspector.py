"""Making an inspector's pack: registration kept, telling logged, then the evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.audit import seed_of
from inclusion_cli.casework.leaving import (
    check_leaving,
    disclosure_of,
    leaving_from,
    log_leaving,
)
from inclusion_cli.casework.papers import sheet
from inclusion_cli.casework.trace import unnamed
from inclusion_cli.domain.audit_look import Means
from inclusion_cli.domain.audit_run import audited
from inclusion_cli.domain.audit_sample import Weight, drawn
from inclusion_cli.domain.consent_items import RECORD
from inclusion_cli.domain.defaults import Defaults
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.inspector import Inspected, inspector_pack
from inclusion_cli.domain.inspector_gather import Gathered
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.leaving import Leaving, why_not
from inclusion_cli.domain.lens import Lens, chosen
from inclusion_cli.domain.naming import everything
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.registration import Registration
from inclusion_cli.domain.registration_standing import known_registration
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from inclusion_cli.clock import Clock
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.paper_parts import PartsPaper
    from inclusion_cli.domain.person import Person
    from inclusion_cli.domain.trace import Trace
    from inclusion_cli.store.search import Search
    from inclusion_cli.store.work import Work

FORM = "pack_inspector"
CODE = say("The service")
"""What stands on each page in the place of a person's code."""
DRAWN = 2
LETTERS = "ABC"
TELLS = (RECORD,)
THREAD = say("Their thread in an inspector's pack, in their words; names are left out")


def registration_from(given: Mapping[str, Any], on: date) -> Registration:
    """Return what the service says of its registration."""
    return Registration(
        on=on,
        registered={"yes": True, "no": False}.get(given["registered"]),
        regulator=given.get("regulator") or "",
        activities=given.get("activities") or "",
        lens=given.get("lens") or "",
        said_by=given.get("said_by") or "",
    )


def registration_said(
    given: Mapping[str, Any], known: Kept[Registration] | None, clock: Clock
) -> Kept[Registration]:
    """Return what the service says of its registration; one that is new has no entry.

    The pack names its id, and it is written when the pack is logged.
    """
    said = registration_from(given, known.record.on if known else clock.today())
    if known is not None and known.record == said:
        return known
    now, new = clock.now(), registration_from(given, clock.today())
    return Kept(clock.new_id(), "", "", new, "", now, now)


def log_pack(
    work: Work,
    given: Mapping[str, Any],
    registration: Kept[Registration],
    telling: Telling,
) -> None:
    """Log that the pack is given, and in each of these files that its thread is told.

    A registration that is new is kept with it. The rest of the pack is counts. The seed
    is kept with the paper. Raises NotAgreed where it rests on consent and one of them
    did not agree: nothing is logged then.
    """
    on, file, told = work.clock.today(), work.service_file(), leaving_from(given)
    if not registration.entry:
        work.add(registration.record, file=file, record_id=registration.id)
    paper = Paper(
        PaperKind.INSPECTOR, on, told.recipient, told.purpose, seed=telling.seed
    )
    nobody = Leaving(told.recipient, told.role, told.purpose, Rests.NO_PERSON_NAMED)
    log_leaving(work, file, paper, nobody)
    for one in telling.files:
        whose = check_leaving(work, work.casefile(one), told, TELLS)
        kept = disclosure_of(work, whose, items=TELLS)
        work.add(replace(kept, what=THREAD), file=one)
    work.clear_draft("", FORM)


def written_of(work: Search, codes: Iterable[str], to: Leaving, *, on: date) -> bool:
    """Say whether a consent that covers a thread is written of each of these people."""
    files = {kept.record.code: kept.file for kept in work.people()}
    cases = (work.casefile(files[code]) for code in codes if code in files)
    return not any(why_not(case, to, TELLS, on=on) for case in cases)


def known_here(work: Search, worker: str, on: date) -> Kept[Registration] | None:
    """Return what the service said of its registration, None to ask it anew."""
    return known_registration(work.service_records(worker).registrations, on=on)


@dataclass(frozen=True)
class Looking:
    """What a pack is made with: whose eyes, when, which lenses, whom to tell how far.

    `tell` hears how many files were read, of how many.
    """

    worker: str
    now: datetime
    lenses: tuple[Lens, ...]
    defaults: Defaults
    tell: Callable[[int, int], None]
    unread: int = 0


@dataclass(frozen=True)
class Telling:
    """Whose threads a pack tells, and the seed they were drawn with, None if chosen.

    `names` are words that were left out of the threads, as they may be names. `agreed`
    is of how many who agreed they were drawn, None where it rests on no consent.
    """

    files: tuple[str, ...]
    seed: int | None = None
    names: tuple[str, ...] = ()
    agreed: int | None = None

    @property
    def how(self) -> str:
        """Return how they were drawn, as it stands on the paper; "" for chosen."""
        if self.seed is not None and self.agreed is not None:
            return say(
                "Drawn by chance from those who agreed ({n}), with the seed {seed}.",
                n=self.agreed,
                seed=self.seed,
            )
        if self.seed is None or not self.files:
            return ""
        return say("Drawn by chance, with the seed {seed}.", seed=self.seed)


def make_pack(
    trails: Search,
    given: Mapping[str, Any],
    registration: Kept[Registration],
    it: Looking,
) -> tuple[PartsPaper, Telling]:
    """Return the pack as it stands, every file read once, and whose thread it tells."""
    told, service = leaving_from(given), trails.service()
    assert service is not None, "a vault that is set up has its service"
    records, on = trails.service_records(it.worker), it.now.date()
    found = Gathered(it.now, it.defaults)
    found.ours(records)
    people = [kept for kept in trails.people() if _of_the_year(kept, found.first)]
    weights: list[Weight] = []
    audit = audited(
        _met(trails, people, found, weights, lambda c: _may(c, told, on), it.tell),
        records,
        month=it.now.strftime("%Y-%m"),
        now=it.now,
        means=Means(defaults=it.defaults),
    )
    marks = sheet(trails, CODE, recipient=told.recipient, purpose=told.purpose, on=on)
    seed = seed_of(trails, it.now.strftime("%Y-%m"))
    telling = _whose(given, people, weights, seed)
    if told.rests is Rests.CONSENT and telling.seed is not None:
        telling = replace(telling, agreed=len(_telling(weights)))
    threads = tuple(_threads(trails, telling.files, it.now))
    names = dict.fromkeys(name for _thread, found in threads for name in found)
    telling = replace(telling, names=tuple(names))
    said, nation = registration.record, service.record.nation
    inspected = Inspected(
        found,
        records,
        registration,
        audit,
        tuple(thread for thread, _names in threads),
        chosen(it.lenses, nation, registered=said.registered, key=said.lens),
        telling.how,
        it.unread,
    )
    return inspector_pack(inspected, marks, service=service.record.name), telling


def _of_the_year(kept: Kept[Person], first: date) -> bool:
    closed = kept.record.closed_on
    return closed is None or closed >= first


def _met(
    trails: Search,
    people: list[Kept[Person]],
    found: Gathered,
    weights: list[Weight],
    may: Callable[[Casefile], bool],
    tell: Callable[[int, int], None],
) -> Iterator[Casefile]:
    """Return each file once, and let it be met on its way.

    Weighed are those whose thread `may` be told.
    """
    for number, kept in enumerate(people, start=1):
        case = trails.casefile(kept.file)
        found.meet(case)
        if kept.record.closed_on is None and may(case):
            records = sum(1 for _one in everything(case))
            weights.append(Weight(kept.file, 0, records))
        yield case
        tell(number, len(people))


def _whose(
    given: Mapping[str, Any],
    people: Iterable[Kept[Person]],
    weights: list[Weight],
    seed: int,
) -> Telling:
    """Return the files whose thread is told: those that were chosen, or drawn."""
    by_code = {kept.record.code: kept.file for kept in people}
    if codes := given.get("people"):
        return Telling(tuple(by_code[code] for code in codes if code in by_code))
    return Telling(_drawn(weights, seed), seed)


def _drawn(weights: list[Weight], seed: int) -> tuple[str, ...]:
    """Return 2 files drawn by chance; one with something to tell comes first."""
    return drawn(_telling(weights), seed)[:DRAWN]


def _telling(weights: list[Weight]) -> list[Weight]:
    """Return those who have something to tell."""
    return [one for one in weights if one.records > 1]


def _may(case: Casefile, told: Leaving, on: date) -> bool:
    """Say whether somebody's thread may be told: on consent, where they agreed."""
    return told.rests is not Rests.CONSENT or not why_not(case, told, TELLS, on=on)


def _threads(
    trails: Search, files: tuple[str, ...], now: datetime
) -> Iterator[tuple[Trace, tuple[str, ...]]]:
    for letter, file in zip(LETTERS, files, strict=False):
        yield unnamed(trails, trails.casefile(file), letter, now=now)
