"""Drafts kept apart: whatever is interleaved, no answer is in another one's draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.clock import Clock
from inclusion_cli.store.drafts import Drafts
from tests.conftest import NOW, new_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.store.vault import Vault

SUBJECTS, FORMS = ("file-1", "file-2", ""), ("debrief", "card", "debrief:2")
KEYS = ("outcome", "note", "sign.1.text")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DEEDS = st.tuples(
    st.sampled_from(["keep", "skip", "half", "forget one", "forget all"]),
    st.sampled_from(SUBJECTS),
    st.sampled_from(FORMS),
    st.sampled_from(KEYS),
    TEXT,
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """Return a vault for all examples; each begins by clearing its drafts away."""
    opened = new_vault(tmp_path_factory.mktemp("drafts") / "v", bytes(32))
    opened.connection.execute("PRAGMA synchronous = OFF")  # speed; not what is tested
    yield opened
    opened.close()


@settings(max_examples=40)
@given(st.lists(DEEDS, max_size=25))
def test_no_answer_ever_crosses_into_another_draft(
    desk: Vault, deeds: list[tuple[str, str, str, str, str]]
) -> None:
    """Interviews interleaved in any way: each draft holds its own answers, no other."""
    drafts = Drafts(desk, Clock(NOW))
    for draft in drafts.all():
        drafts.forget(draft.subject, draft.form)
    assert drafts.all() == ()
    expected: dict[tuple[str, str], dict[str, str | None]] = {}
    halves: dict[tuple[str, str], dict[str, str]] = {}

    for deed, subject, form, key, text in deeds:
        at = subject, form
        drafts.begin(subject, form, 1, {})
        own, half = expected.setdefault(at, {}), halves.setdefault(at, {})
        match deed:
            case "half":
                drafts.keep_half(*at, key, text)
                if key not in own:
                    half[key] = text
                    if not text:
                        half.pop(key)  # a line taken away again is no line
            case "forget one":
                drafts.forget(*at, (key,))
                own.pop(key, None)
                half.pop(key, None)
            case "forget all":
                drafts.forget(*at)
                del expected[at], halves[at]
            case _:
                value = text if deed == "keep" else None
                drafts.keep(*at, key, value)
                own[key] = value
                half.pop(key, None)

    found = {(d.subject, d.form): d for d in drafts.all()}
    assert {at: dict(draft.answers) for at, draft in found.items()} == expected
    assert {at: dict(draft.half) for at, draft in found.items()} == halves
