"""Whose file is meant: a person's, the service's, or the one a record stands in."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from inclusion_cli import asking
from inclusion_cli.casework.look_up import SHORTEST, find_record
from inclusion_cli.domain.filed import Filed, filed, filed_service
from inclusion_cli.domain.person import matching
from inclusion_cli.domain.record_page import together
from inclusion_cli.errors import LeftForLater, NothingFound
from inclusion_cli.interviews.picking import pick_or_nobody
from inclusion_cli.interviews.which import WHICH
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.record_page import RecordPage
    from inclusion_cli.interviews.question import Answers, Form
    from inclusion_cli.store.drafts import Draft

Which = Annotated[
    str | None,
    typer.Argument(
        help=say("A code like AK-014, part of a name, or the id of the record."),
        metavar="[PERSON|ID]",
    ),
]
OurOwn = Annotated[
    bool, typer.Option("--service", help=say("In the service's own file."))
]
CHOOSE = say(
    "Nothing is lost: what you typed is kept as a draft, and stands on home. To save "
    "it at once, type it again with a code, as in incident add AK-014. The codes: "
    "inclusion person list. Where nobody knows yet whom it is about, carry on: "
    "inclusion incident add --service"
)
NOBODY = say("Nobody, or nobody you know yet: the service itself")
K = TypeVar("K")
_ID = re.compile(r"[0-9a-f]{4,}")


def service_filed(desk: Desk) -> Filed:
    """Return the service's own file, with what is followed up in it."""
    reading, service = desk.reading, desk.reading.service()
    if service is None:
        raise NothingFound(say("Nobody has set up this vault. Run: inclusion init"))
    records = reading.service_records(desk.worker.id)
    return filed_service(service.file, service.record.name, records)


def filed_of(desk: Desk, file: str) -> Filed:
    """Return the file of that id."""
    if file == desk.reading.service_file():
        return service_filed(desk)
    own = desk.reading.service_records(desk.worker.id)
    if any(kept.file == file for kept in own.supervisions):
        return Filed(file, say("your own file"), say("you"), actions=own.agreed)
    return filed(desk.reading.casefile(file))


def all_with(desk: Desk, kind: str) -> tuple[Filed, ...]:
    """Return every file that has a record of a kind, the service's own last."""
    found = desk.reading.of_kind(kind, "1")
    there = {kept.file for kept in found}
    people = [kept.file for kept in desk.reading.people() if kept.file in there]
    ours = desk.reading.service_file()
    files = (*people, *((ours,) if ours in there else ()))
    return tuple(filed_of(desk, file) for file in files)


def whose(
    desk: Desk, typed: str | None, kinds: tuple[str, ...], *, ours: bool
) -> Filed:
    """Return the file that is meant by a code, a name, an id or `--service`.

    An id of a record of one of `kinds` answers the question which one is meant.
    """
    if ours:
        return service_filed(desk)
    if typed and (record := _record(desk, typed, kinds)):
        file, which = record
        desk.given.setdefault(WHICH, which)
        return filed_of(desk, file)
    return filed(asking.anybody(desk, typed))


def whose_or_ours(desk: Desk, typed: str | None, *, ours: bool) -> Filed:
    """Return the file that is meant; asked, nobody stands for the service's own."""
    if ours:
        return service_filed(desk)
    if typed is not None:
        return filed(asking.anybody(desk, typed))
    found = pick_or_nobody(desk.reading.people(), desk.asker, nobody=NOBODY)
    return filed(desk.reading.casefile(found.file)) if found else service_filed(desk)


@contextmanager
def kept_where_nobody(desk: Desk) -> Iterator[None]:
    """Keep what was typed of an incident where nobody says, or knows, whose it is.

    It is a draft of the service's own: home shows it, and whom to ring.
    """
    try:
        yield
    except (NothingFound, LeftForLater) as nobody:
        given = {key: raw for key, raw in desk.given.items() if raw and raw.strip()}
        if given.get("what") and not desk.call.dry_run:
            ours = desk.reading.service_file()
            asking.keep_typed(desk, ours, "incident", given)
            nobody.hint = CHOOSE
        raise


def _record(desk: Desk, typed: str, kinds: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the file and the id of the record that was typed, None for a person."""
    bare = re.sub(r"[\W_]", "", folded(typed))
    if len(bare) < SHORTEST or not _ID.fullmatch(bare):
        return None
    if matching(typed, desk.reading.people()):
        return None
    trail = find_record(desk.search, typed, worker=desk.worker.id)
    if trail.kind not in kinds or not trail.heads:
        return None
    return trail.file, trail.id


def open_cases(desk: Desk) -> Iterator[Casefile]:
    """Return the casefiles of everybody whose file is open, read one by one."""
    files = [k.file for k in desk.reading.people() if k.record.closed_on is None]
    return map(desk.reading.casefile, files)


def listed(
    desk: Desk,
    whom: str | None,
    kind: str,
    page: Callable[[Filed], RecordPage],
    *,
    title: str,
    none: str,
    ours: bool = False,
) -> RecordPage:
    """Return the list of a kind: of the file that is meant, or of everybody."""
    if whom is None and not ours:
        pages = ((one.label, page(one)) for one in all_with(desk, kind))
        return together(title, none, pages)
    return page(whose(desk, whom, (kind,), ours=ours))


def meant(desk: Desk, there: tuple[Kept[K], ...]) -> Kept[K]:
    """Return the record whose id was typed, else the newest of those there are."""
    wanted = desk.given.get(WHICH)
    return next((kept for kept in there if kept.id == wanted), there[-1])


def followed_up(desk: Desk, found: Filed, form: Form, command: str) -> Answers:
    """Return the answers of a form about what is in a file, begun before or anew."""
    draft = begun(desk, found, form.name, say("{title}:", title=form.title))
    again = " ".join((command, *found.named))
    return asking.gather(desk, form, found.file, draft=draft, again=again)


def begun(desk: Desk, found: Filed, form: str, about: str) -> Draft | None:
    """Return the draft of a form about a file that the worker carries on."""
    return asking.resumed(desk, found.file, form, f"{about} {found.label}")
