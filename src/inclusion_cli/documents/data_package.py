"""A commissioner's pack as a CSV data package: `datapackage.json` and its tables.

UTF-8, one row for each claim, a data dictionary, and nothing that is not on the paper.
A cell that would be read as a formula is led by an apostrophe (OWASP, CSV injection).
Source: scale reference 2.1 (2); Data Package, datapackage.org/standard.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.claims import STRENGTH_WORDS, WHY_NOT_SHOWN
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from inclusion_cli.domain.claims import Claim
    from inclusion_cli.domain.commissioner import Commissioner
    from inclusion_cli.domain.sheet import Sheet

Field = tuple[str, str, str]
"""A column's name, its type, and what it holds."""

CLAIMS: tuple[Field, ...] = (
    ("claim", "integer", say("The number of the claim on the paper")),
    ("measure", "string", say("The name of the measure")),
    ("from", "date", say("The first day")),
    ("to", "date", say("The last day")),
    ("unit", "string", say("What is counted")),
    ("n", "integer", say("How many; empty where it is not shown")),
    ("of", "integer", say("Of how many; empty where it is not shown")),
    ("missing", "integer", say("How many nobody knows it of; empty if not shown")),
    ("shown", "boolean", say("Whether the count may be shown")),
    ("strength", "string", say("How much the claim can bear")),
    ("sentence", "string", say("The claim in words, as on the paper")),
)
FARING: tuple[Field, ...] = (
    ("characteristic", "string", say("What people chose to say about themselves")),
    ("answer", "string", say("What they said")),
    ("measure", "string", say("What was looked at")),
    ("n", "integer", say("How many people")),
    ("of", "integer", say("Of how many people who gave that answer")),
)
WORDS: tuple[Field, ...] = (
    ("word", "string", say("A word of the pack")),
    ("meaning", "string", say("What it means")),
)
DICTIONARY: tuple[Field, ...] = (
    ("table", "string", say("The file")),
    ("column", "string", say("The name of the column")),
    ("type", "string", say("The type of what is in it")),
    ("meaning", "string", say("What it holds")),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def files_of(pack: Commissioner, sheet: Sheet) -> dict[str, bytes]:
    """Return the files of the package by their names; none where no count is shown."""
    if pack.too_few:
        return {}
    tables: dict[str, tuple[tuple[Field, ...], Iterable[Sequence[Any]]]] = {
        "claims.csv": (CLAIMS, _claims(pack)),
        "equity.csv": (FARING, _faring(pack)),
        "words.csv": (WORDS, pack.definitions),
    }
    fields = {name: columns for name, (columns, _rows) in tables.items()}
    rows = [(name, *column) for name, columns in fields.items() for column in columns]
    tables["dictionary.csv"] = (DICTIONARY, rows)
    fields["dictionary.csv"] = DICTIONARY
    made = {name: _csv(columns, body) for name, (columns, body) in tables.items()}
    return {"datapackage.json": _descriptor(pack, sheet, fields), **made}


def _claims(pack: Commissioner) -> list[tuple[Any, ...]]:
    kept_back = pack.cells.kept_back
    return [
        _claim(claim, number, kept_back)
        for number, claim in enumerate(pack.claims, start=1)
    ]


def _claim(claim: Claim, number: int, kept_back: Collection[str]) -> tuple[Any, ...]:
    shown = claim.shown(kept_back)
    missing = shown and claim.missing_cell not in kept_back
    return (
        number,
        claim.key,
        claim.first.isoformat(),
        claim.last.isoformat(),
        claim.unit.value,
        claim.n if shown else "",
        claim.of if shown else "",
        claim.missing if missing else "",
        str(shown).lower(),
        STRENGTH_WORDS[claim.strength] if shown else "",
        claim.says(kept_back),
    )


def _faring(pack: Commissioner) -> list[tuple[Any, ...]]:
    return [
        (row.what, answer, row.looked_at, n, of)
        for row in pack.equity.rows
        for answer, n, of in row.cells
    ]


def _csv(columns: tuple[Field, ...], rows: Iterable[Sequence[Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([name for name, _kind, _says in columns])
    for row in rows:
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue().encode()


def safe(cell: Any) -> Any:
    """Return a cell that no spreadsheet reads as a formula."""
    if not isinstance(cell, str):
        return cell
    line = one_line(cell)
    return f"'{line}" if cell.startswith(_FORMULA) else line


def _descriptor(
    pack: Commissioner, sheet: Sheet, fields: dict[str, tuple[Field, ...]]
) -> bytes:
    """Return the JSON that says what is in the package."""
    resources = [
        {
            "name": name.removesuffix(".csv"),
            "path": name,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [
                    {"name": column, "type": kind, "description": says}
                    for column, kind, says in columns
                ],
                "missingValues": [""],
            },
        }
        for name, columns in fields.items()
    ]
    told = {
        "profile": "tabular-data-package",
        "name": f"commissioner-{pack.first.isoformat()}-{pack.last.isoformat()}",
        "title": say("{service}: what the records show", service=pack.service),
        "description": WHY_NOT_SHOWN,
        "created": sheet.made_on.isoformat(),
        "headCode": sheet.head,
        "entries": sheet.entries,
        "practice": sheet.practice,
        "resources": resources,
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
