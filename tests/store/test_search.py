"""The search: what stands can be found by its words, and nothing else can."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.domain.find import snippet, terms_of, texts_in, tokens
from inclusion_cli.domain.kinds import KINDS, kind_of
from inclusion_cli.store.search import Search
from inclusion_cli.store.verify import VIEWS_DIFFER, verify
from inclusion_cli.store.views import rebuild
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.clock import Clock
    from inclusion_cli.store.vault import Vault

DEBRIEF = Debrief("step-1", NOW, Outcome.ATTENDED_FULL, words="It was too loud there")
TEXTS = st.text(min_size=1, max_size=40)


def found(vault: Vault, *typed: str, files: tuple[str, ...] = ("file-1",)) -> set[str]:
    """Return the records that are found."""
    hits, total = Search(vault).find(terms_of(typed), files)
    assert total >= len(hits)
    return {hit.record for hit in hits}


@given(TEXTS, TEXTS)
@settings(max_examples=12)
def test_every_word_of_a_record_finds_it(
    vault: Vault, clock: Clock, one: str, other: str
) -> None:
    """Whatever letters it is written in; and the line shown has it."""
    with Work(vault, clock, "sam") as work:
        said = replace(DEBRIEF, words=one, note=other)
        kept = work.add(said, file="file-1")

    for text in (one, other):
        for word in tokens(text).split():
            terms = terms_of([word])
            hits, total = Search(vault).find(terms, ["file-1"], limit=1000)
            mine = [hit for hit in hits if hit.record == kept.id]
            assert mine, word
            assert snippet(texts_in("debrief", json.loads(mine[0].body)), terms)
            assert total == len(hits)


@pytest.mark.parametrize(
    "typed",
    [
        ["loud"],
        ["LOÚD"],
        ["lou"],
        ["loud", "there"],
        ["there", "loud"],
        ['"too loud"'],
        ["too loud", "it"],
        ["loud-there"],
    ],
    ids=" ".join,
)
def test_all_words_are_found_by_their_beginnings(
    vault: Vault, clock: Clock, typed: list[str]
) -> None:
    """In any order, whatever the accents and capitals; quotes hold words together."""
    with Work(vault, clock, "sam") as work:
        kept = work.add(DEBRIEF, file="file-1")

    assert found(vault, *typed) == {kept.id}


@pytest.mark.parametrize(
    "typed",
    [
        ['"loud too"'],
        ['"too lou"'],
        ["oud"],
        ["loud", "quiet"],
        ["t"],
        ["there-loud"],
        ["loud*", "OR", "NEAR("],
        ["attended"],
        ["step"],
    ],
    ids=" ".join,
)
def test_what_does_not_stand_there_is_not_found(
    vault: Vault, clock: Clock, typed: list[str]
) -> None:
    """No ends of words, no keys, no ids, and no language of a search engine."""
    with Work(vault, clock, "sam") as work:
        work.add(DEBRIEF, file="file-1")

    assert found(vault, *typed) == set()


def test_words_without_spaces_between_are_found(vault: Vault, clock: Clock) -> None:
    """Chinese and Japanese are found by any letters that stand together."""
    with Work(vault, clock, "sam") as work:
        kept = work.add(replace(DEBRIEF, words="咖啡馆太吵了"), file="file-1")

    assert found(vault, "太吵") == {kept.id}
    assert found(vault, "吵太") == set()


def test_what_no_longer_stands_is_not_found(vault: Vault, clock: Clock) -> None:
    """An earlier version, and what was taken back, have left the search."""
    with Work(vault, clock, "sam") as work:
        kept = work.add(DEBRIEF, file="file-1")
        work.amend(kept, replace(DEBRIEF, words="It was quiet"), reason="slip")

    assert found(vault, "loud") == set()
    assert found(vault, "quiet") == {kept.id}

    with Work(vault, clock, "sam") as work:
        work.withdraw(work.get(Debrief, kept.id), reason="slip")

    assert found(vault, "quiet") == set()
    assert verify(vault).holds


def test_a_file_that_is_not_named_is_not_searched(vault: Vault, clock: Clock) -> None:
    """What a worker may not see is not counted either."""
    with Work(vault, clock, "sam") as work:
        work.add(DEBRIEF, file="file-2")

    assert Search(vault).find(terms_of(["loud"]), ["file-1"]) == ((), 0)


def test_a_search_that_lost_a_record_is_a_fault_and_is_mended(
    cases_vault: Vault,
) -> None:
    """The index is a view: verify holds it against the log, a rebuild renews it."""
    cases_vault.connection.execute(
        "DELETE FROM findview WHERE rowid = (SELECT max(n) FROM debriefview)"
    )
    assert VIEWS_DIFFER in verify(cases_vault).faults

    rebuild(cases_vault)

    assert verify(cases_vault).holds


def test_every_word_of_the_cases_is_found(cases_vault: Vault) -> None:
    """Names, plans, cards, decisions: what stands of every kind."""
    reading = Search(cases_vault)
    files = [*(kept.file for kept in reading.people()), reading.service_file()]

    for kind, record_class in KINDS.items():
        if kind in ("service", "worker"):
            continue
        open_ = [kept for kept in reading.all(record_class) if kept.file in files]
        for kept in open_[:3]:
            assert kind_of(kept.record) == kind
            row = cases_vault.connection.execute(
                "SELECT body FROM entry_body b JOIN entry e ON e.n = b.n "
                "WHERE e.id = ?",
                (kept.entry,),
            ).fetchone()
            words = tokens(" ".join(texts_in(kind, json.loads(row[0])))).split()
            for word in words[:5]:
                hits, _n = reading.find(terms_of([word]), files, limit=1000)
                assert kept.id in {hit.record for hit in hits}, (kind, word)
