"""Closed files: which may still owe something, and what none of them takes.

Rather too many may owe something than too few. What is owed is
judged by `domain.left_owed`, from what is read of these.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.alarms import LEFT_DAYS
from inclusion_cli.domain.kinds import plans
from inclusion_cli.domain.person import Person
from inclusion_cli.errors import FileClosed
from inclusion_cli.store.near import INCIDENT_OWES

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.store.reading import Reading

_MAY_OWE = f"""SELECT v.file FROM actionview v WHERE v.done_on IS NULL
UNION SELECT v.file FROM concernview v WHERE v.closed_on IS NULL
UNION SELECT v.file FROM incidentview v JOIN entry_body b ON b.n = v.n
 WHERE {INCIDENT_OWES}
UNION SELECT v.file FROM measureview v JOIN entry_body b ON b.n = v.n
 WHERE v.instrument = 'phq_9' AND coalesce(
 b.body ->> '$.items[8]', b.body ->> '$.grave_item') > 0
UNION SELECT v.file FROM disclosureview v JOIN entry_body b ON b.n = v.n
 WHERE b.body ->> '$.recalled_on' IS NULL AND (
 b.body ->> '$.rests' = 'without_consent' OR EXISTS (
  SELECT 1 FROM consentview c JOIN entry_body s ON s.n = c.n
  JOIN personview p ON p.file = c.file JOIN entry_body w ON w.n = p.n
  WHERE c.file = v.file AND (c.withdrawn_on IS NOT NULL
   OR s.body ->> '$.until' <= w.body ->> '$.closed_on')))
UNION SELECT v.file FROM debriefview v JOIN entry_body b ON b.n = v.n
 WHERE NOT v.settled AND EXISTS (SELECT 1 FROM json_each(b.body, '$.concerns') c
  WHERE c.value NOT IN ('crisis', 'not_sure'))
UNION SELECT v.file FROM observationview v
 WHERE NOT v.settled AND v.seen IN ('money_request', 'suicide_talk')
UNION SELECT v.file FROM observationview v JOIN entry_body b ON b.n = v.n
 WHERE NOT v.settled AND b.body ->> '$.stopped'
UNION SELECT v.file FROM money_checkview v JOIN entry_body b ON b.n = v.n
 WHERE NOT v.settled AND b.body ->> '$.unexplained' > 0
UNION SELECT v.file FROM personview v JOIN entry_body b ON b.n = v.n
 WHERE b.body ->> '$.closed_on' >= ?"""  # noqa: S608 - our own
"""What is owed however long ago; and who left lately, for whom a pause sign rings."""


def may_owe(reading: Reading, files: frozenset[str], *, on: date) -> tuple[str, ...]:
    """Return those of some closed files that may still owe something on a day."""
    if not files:
        return ()
    lately = (on - timedelta(days=LEFT_DAYS)).isoformat()
    rows = reading.vault.connection.cursor().execute(_MAY_OWE, (lately,))
    return tuple(sorted(row[0] for row in rows if row[0] in files))


def refuse_closed(reading: Reading, record: Any, file: str) -> None:
    """Raise FileClosed where a record plans something for one who left.

    It is read in the transaction that writes: another window may have closed the file
    since the questions began.
    """
    if not plans(record):
        return
    for kept in reading.all(Person, file=file):
        if kept.record.closed_on is not None:
            raise FileClosed(kept)
