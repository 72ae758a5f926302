"""What is read of one file: the statements, and what stays near today.

Which day is long past is `domain.near`'s to say. What is let through here is rather too
much than too little: what is due is judged by the rules, from what was read.
"""

from __future__ import annotations

from inclusion_cli.domain.safety import SAFETY_KINDS

COLUMNS = (
    "v.record, v.entry, v.file, v.author, v.happened_at, v.recorded_at, "
    "v.amended, v.forks, b.body"
)

IN_TIME = "unixepoch(v.happened_at, 'subsec'), v.recorded_at, v.record"
NEVER = "9999"
SINCE = "v.file = ? AND v.happened_at >= ?"
SINCE_OR_WAITING = (
    "v.record IN (SELECT record FROM {kind}view WHERE file = ? AND happened_at >= ? "
    "UNION ALL SELECT record FROM {kind}view WHERE file = ? AND NOT settled{only})"
)
TELLING = " AND seen NOT IN ('sleep', 'craving', 'crisis_contact')"
GRAVE = (
    " AND (v.happened_at >= ? OR b.body ->> '$.money' IS NOT NULL "
    "OR b.body ->> '$.thought' IS NOT NULL "
    "OR coalesce(b.body ->> '$.concerns', '[]') NOT IN ('[]', '[\"crisis\"]'))"
)
"""Recent, or told of something that no decision has looked at: rather too many."""
MOVES = (
    "SELECT step, choice, to_step, happened_at FROM decisionview WHERE file = ? AND "
    "happened_at < ? AND choice <> 'hold' "
    "ORDER BY unixepoch(happened_at, 'subsec'), recorded_at, record"
)
LATEST_PAPERS = (
    "v.record IN (SELECT record FROM (SELECT record, max(unixepoch(happened_at)) "
    "FROM paperview WHERE file = ? GROUP BY kind, holder, recipient))"
)
_LOOKED_AT = (
    "SELECT restriction FROM restriction_reviewview WHERE file = ?1 "
    "AND happened_at >= ?2"
)
"""Limits that were looked at, or lifted, near today."""
_LATEST_MEASURES = """v.record IN (
 SELECT record FROM (SELECT record, row_number() OVER (PARTITION BY instrument, about
  ORDER BY substr(happened_at, 1, 10) DESC, unixepoch(happened_at, 'subsec') DESC,
  recorded_at DESC, record DESC) AS back
  FROM measureview WHERE file = ?1) WHERE back = 1
)"""
"""The latest of each instrument. What is to be spoken about and was not yet stays too:
`domain.measure_due` says which that is."""
MEASURED = "v.file = ? AND v.instrument = ?"
ANSWERS = (
    "SELECT happened_at, recorded_at FROM observationview "
    "WHERE file = ?1 AND seen IN (SELECT value FROM json_each(?2))"
)
_LEVELS = "',near_miss,no_harm,harm,serious,danger_now,'"
INCIDENT_OWES = f"""v.closed_on IS NULL OR EXISTS (
 SELECT 1 FROM json_each(b.body, '$.ladder') r, json_each(b.body, '$.levels') l
 WHERE instr({_LEVELS}, ',' || (l.value ->> 'level') || ',')
  >= instr({_LEVELS}, ',' || (r.value ->> 'level') || ',')
 AND (r.value ->> 'id') NOT IN (
  SELECT c.value ->> 'rung' FROM json_each(b.body, '$.called') c)
) OR EXISTS (
 SELECT 1 FROM json_each(b.body, '$.levels') l
 WHERE l.value ->> 'level' IN ('harm', 'serious', 'danger_now')
 AND NOT EXISTS (
  SELECT 1 FROM after_actionview a JOIN entry_body e ON e.n = a.n
  WHERE a.file = v.file AND e.body ->> '$.incident' = v.record))"""  # noqa: S608
"""Closed or not, it has a call that nobody ticked, or a review that is owed: the rule
stands in `domain.incident_owed`."""
STAYS = {
    "action": "v.done_on IS NULL OR v.worked IS NULL OR b.body ->> '$.of' IN "
    "(SELECT record FROM consentview WHERE file = ?1)",
    "after_action": "1",
    "agreement": "v.ended_on IS NULL",
    "concern": "v.closed_on IS NULL OR v.recorded_at >= ?2",
    "consent": "1",
    "disclosure": "b.body ->> '$.recalled_on' IS NULL "
    "AND b.body ->> '$.rests' IN ('consent', 'without_consent')",
    "incident": f"v.recorded_at >= ?2 OR {INCIDENT_OWES}",
    "measure": _LATEST_MEASURES,
    "money_check": "(NOT v.settled AND b.body ->> '$.unexplained' > 0)",
    "reduction": "v.ended_on IS NULL",
    "restriction": f"NOT v.settled OR v.record IN ({_LOOKED_AT})",
    "restriction_review": (
        f"v.restriction IN ({_LOOKED_AT}) OR v.restriction IN "  # noqa: S608 - ours
        "(SELECT record FROM restrictionview WHERE file = ?1 AND NOT settled)"
    ),
    "risk_decision": "NOT v.settled",
}
"""What of these kinds matters today however long ago it was written."""


def _all_safety(near: str) -> str:
    """Return one query for every kind that stands beside the ladder, in one file.

    `near` is what lets a record through that is not of a kind in `STAYS`.
    """
    return " UNION ALL ".join(
        f"SELECT '{kind}', {COLUMNS} FROM {kind}view v "  # noqa: S608 - our own names
        f"JOIN entry_body b ON b.n = v.n WHERE v.file = ?1"
        f" AND ({near if near == '1' else f'{near} OR {STAYS.get(kind, 0)}'})"
        for kind in SAFETY_KINDS
    )


SAFETY = _all_safety("1")
SAFETY_NEAR = _all_safety("v.happened_at >= ?2")
