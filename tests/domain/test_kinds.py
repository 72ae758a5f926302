"""Every kind of record comes back from plain data exactly as it went."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.kinds import KINDS, VERSIONS, kind_of, name_of
from inclusion_cli.plain import canonical, from_plain, plain
from tests.domain.record_strategies import RECORDS


def test_every_kind_is_tried_here() -> None:
    """A new kind comes with a way to make one."""
    assert set(RECORDS) == set(KINDS) == set(VERSIONS)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_record_survives_the_log(name: str) -> None:
    """Written as canonical JSON and read again, it is the same record."""

    @settings(max_examples=50)
    @given(record=RECORDS[name])
    def survives(record: Any) -> None:
        text = canonical(plain(record))

        read = from_plain(KINDS[name], json.loads(text))

        assert read == record
        assert canonical(plain(read)) == text

    survives()


@given(record=st.one_of(list(RECORDS.values())))
def test_a_record_knows_its_kind(record: Any) -> None:
    """By its class, whichever it is."""
    name = kind_of(record)

    assert KINDS[name] is type(record)
    assert name_of(type(record)) == name


@given(record=st.one_of(list(RECORDS.values())))
def test_a_record_never_says_its_words_by_accident(record: Any) -> None:
    """No traceback, log or assertion prints what a person said."""
    assert repr(record).startswith(f"<{type(record).__module__}.")


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_field_nobody_knows_is_refused(name: str) -> None:
    """A record of another version is not read as if it were this one."""
    with pytest.raises(ValueError, match=r"^these are not the fields of "):
        from_plain(KINDS[name], {"colour": "red"})
