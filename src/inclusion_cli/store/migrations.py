"""The shape of a vault, in numbered steps, each in one transaction with its number."""

from __future__ import annotations

from typing import Any

APPLICATION_ID = 0x494E434C  # "INCL"


def m0001_log(connection: Any) -> None:
    """Make the log, its rules, and the drafts."""
    for statement in _LOG.split(";;"):
        connection.execute(statement)


_LOG = """
CREATE TABLE vault (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  device TEXT NOT NULL,
  practice INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  views INTEGER NOT NULL DEFAULT 0
) STRICT
;;
CREATE TABLE device (
  id TEXT PRIMARY KEY,
  genesis TEXT NOT NULL CHECK (length(genesis) = 64)
) STRICT
;;
CREATE TABLE entry (
  n INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  record TEXT NOT NULL,
  device TEXT NOT NULL REFERENCES device,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  author TEXT NOT NULL,
  happened_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  zone TEXT NOT NULL,
  clock_flag INTEGER NOT NULL,
  links TEXT NOT NULL,
  reason TEXT NOT NULL,
  commitment TEXT NOT NULL CHECK (length(commitment) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (file, id),
  UNIQUE (device, seq)
) STRICT
;;
CREATE INDEX entry_record ON entry (record)
;;
CREATE TABLE entry_body (
  n INTEGER PRIMARY KEY REFERENCES entry,
  salt TEXT NOT NULL CHECK (length(salt) = 64),
  body TEXT NOT NULL
) STRICT
;;
CREATE TABLE erasure (
  n INTEGER PRIMARY KEY REFERENCES entry,
  ordered_by INTEGER NOT NULL REFERENCES entry
) STRICT
;;
CREATE TABLE draft (
  subject TEXT NOT NULL,
  form TEXT NOT NULL,
  version INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  about TEXT NOT NULL,
  PRIMARY KEY (subject, form)
) STRICT
;;
CREATE TABLE draft_answer (
  subject TEXT NOT NULL,
  form TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('answered', 'skipped', 'half')),
  value TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (subject, form, key),
  FOREIGN KEY (subject, form) REFERENCES draft ON DELETE CASCADE
) STRICT
;;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END
;;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END
;;
CREATE TRIGGER entry_continues_its_chain BEFORE INSERT ON entry
WHEN NEW.seq IS NOT
    (SELECT coalesce(max(seq), 0) + 1 FROM entry WHERE device = NEW.device)
  OR NEW.previous IS NOT coalesce(
    (SELECT hash FROM entry WHERE device = NEW.device ORDER BY seq DESC LIMIT 1),
    (SELECT genesis FROM device WHERE id = NEW.device))
BEGIN SELECT RAISE(ABORT, 'an entry continues its chain'); END
;;
CREATE TRIGGER body_is_never_changed BEFORE UPDATE ON entry_body
BEGIN SELECT RAISE(ABORT, 'a body is never changed'); END
;;
CREATE TRIGGER body_is_deleted_by_order_only BEFORE DELETE ON entry_body
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE n = OLD.n)
BEGIN SELECT RAISE(ABORT, 'a body is deleted by order only'); END
"""

MIGRATIONS = (m0001_log,)
HEAD_VERSION = len(MIGRATIONS)
VIEWS_VERSION = 5
"""Raised when views are shaped differently: then they are folded anew on opening."""


def version_of(connection: Any) -> int:
    """Return the number of the last step applied."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Any) -> None:
    """Apply every step that is missing, each whole with its number or not at all."""
    for number in range(version_of(connection), HEAD_VERSION):
        connection.execute("BEGIN IMMEDIATE")
        try:
            MIGRATIONS[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
