"""What is said where nothing else fits goes through the catalogue, too."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from inclusion_cli import tongue
from inclusion_cli.interviews import observe
from inclusion_cli.interviews.question import Question
from inclusion_cli.interviews.sentences import how, subject


class Marked(NullTranslations):
    """A tongue in which each text has marks around it."""

    def gettext(self, message: str) -> str:
        """Return a text with marks around it."""
        return f"«{message}»"


@pytest.fixture(autouse=True)
def _another_tongue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongue, "_words", Marked())


def test_what_happened_is_asked_in_the_language_chosen() -> None:
    """An observation of no special kind asks in the worker's language, as any other."""
    asked = {q.key: q for q in observe.questions(observe.anybody(), {"seen": "other"})}

    assert asked["note"].label == "«What happened?»"


def test_a_refusal_of_no_special_kind_is_in_the_language_chosen() -> None:
    """Neither what a sentence begins with nor how to answer is English by accident."""
    of_no_kind = Question("at", "When", "When", kind="minutes")

    assert subject(of_no_kind) == "«The answer»"
    assert how(of_no_kind) == "«Type an answer.»"
