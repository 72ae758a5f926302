"""A record's history, why something is there, and what a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.find import Found, Hit
from inclusion_cli.domain.history import HistoryPage, VersionLine
from inclusion_cli.domain.why import Reason, Ref, WhyPage
from inclusion_cli.screens.page import (
    Block,
    Command,
    Heading,
    Items,
    Line,
    Page,
    Title,
    page,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def picture(record: HistoryPage | WhyPage | Found) -> Page:
    """Return a history, a reason or what was found as a page."""
    match record:
        case HistoryPage():
            return page(*_history(record))
        case WhyPage():
            return page(*_why(record))
        case Found():
            return page(*_found(record))


def _history(found: HistoryPage) -> Iterator[Block | None]:
    yield Title(f"{found.what}, {found.label}")
    yield Line(f"It happened {found.happened}. Id {found.id}.")
    if found.forks > 1:
        yield Line(
            f"{found.forks} versions stand side by side: two were made from one. "
            "To settle it, amend it: the new version takes the place of all.",
            strong=True,
        )
    for version in found.versions:
        yield from _version(version)
    if not found.forks:
        yield Line("Nothing of it stands today.")
    if found.forks > 1:
        yield Command("Next:", ("amend", found.id))
    else:
        yield Command("Next:", found.next)


def _version(version: VersionLine) -> Iterator[Block]:
    by = f" by {version.by}" if version.by else ""
    yield Heading(f"Version {version.number}, {version.when}{by}")
    yield Line(version.state)
    if version.reason:
        yield Line(f"Reason: {version.reason}")
    if version.changes:
        yield Items(
            tuple(
                ("", c.label, f"was: {c.was or 'empty'}; now: {c.now or 'empty'}")
                for c in version.changes
            )
        )
    elif version.says:
        yield Items(tuple(("", told.label, told.text) for told in version.says))


def _why(found: WhyPage) -> Iterator[Block | None]:
    yield Title(found.title)
    if found.lines:
        yield Items(tuple(("", told.label, told.text) for told in found.lines))
    if found.reasons:
        yield Heading("What it comes to")
        for reason in found.reasons:
            yield from _reason(reason)
    yield from _refs("It rests on", found.rests_on)
    yield from _refs("What rests on it", found.carries)
    if found.id:
        yield Line(f"Id {found.id}.")
    yield Command("Next:", found.next) if found.next else None


def _reason(reason: Reason) -> Iterator[Block]:
    yield Line(f"{reason.says}.".replace("..", "."), indent=2)
    yield Line(reason.shows, indent=4)
    if reason.refs:
        said = "; ".join(f"{ref.when} ({ref.id})" for ref in reason.refs)
        yield Line(f"Records: {said}", indent=4)


def _refs(title: str, refs: tuple[Ref, ...]) -> Iterator[Block]:
    if refs:
        yield Heading(title)
        yield Items(
            tuple((ref.id, f"{ref.what}, {ref.when}", ref.gist) for ref in refs)
        )


def _found(found: Found) -> Iterator[Block | None]:
    if not found.hits:
        yield Line(f"Nothing has these words: {found.words}")
        yield Line("Try fewer words, or the beginning of one.")
        yield None if found.closed_too else Line("Closed files: add --all.")
        return
    for hit in found.hits:
        yield from _hit(hit)
    if found.more:
        yield Line("There is more. To see more, add --limit 100.")
    yield Command("Next:", ("why", found.hits[0].id))


def _hit(hit: Hit) -> Iterator[Block]:
    yield Heading(f"{hit.person}, {hit.code}. {hit.what}, {hit.day}. Id {hit.id}")
    yield Line(f"{hit.before}[{hit.match}]{hit.after}", indent=2)
