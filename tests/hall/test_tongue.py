"""One tongue: English costs nothing, another language is a folder of data."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from inclusion_cli import places, settings, tongue
from inclusion_cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LANGUAGE = "cy"
WELSH = {
    "Nothing was saved.": "Ni chadwyd dim.",
    "{kept} kept for {who}.": "I {who}: {kept}.",
    "Bad {gap}": "Drwg {nothing}",
}
DAYS = ("{number} day", "{number} days")


def bring(folder: Path, words: Mapping[str, str]) -> None:
    """Put a language into a folder of languages."""
    catalog = Catalog(locale=LANGUAGE)
    for text, said in words.items():
        catalog.add(text, said)
    catalog.add(DAYS, ("{number} dydd", "{number} diwrnod") * 3)
    out = io.BytesIO()
    write_mo(out, catalog)
    place = folder / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "inclusion.mo").write_bytes(out.getvalue())


@pytest.fixture
def welsh(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak Welsh for one test, from the service's own data folder."""
    bring(own_home / "locale", WELSH)
    monkeypatch.setattr(tongue, "_words", tongue.words_of(LANGUAGE, os.environ))


def test_english_is_what_stands_in_the_code() -> None:
    """Gaps are filled, and a fact is never read as one."""
    assert tongue.say("Nothing was saved.") == "Nothing was saved."
    assert tongue.say("{kept} kept for {who}.", kept="{who}", who="A") == (
        "{who} kept for A."
    )
    assert tongue.say_many(*DAYS, 1) == "1 day"
    assert tongue.say_many(*DAYS, 2) == "2 days"
    assert tongue.say("as {it} stands") == "as {it} stands"


@pytest.mark.usefixtures("welsh")
def test_a_language_says_it_in_its_own_order_and_number() -> None:
    """Gaps move about; each language has the numbers it has."""
    assert tongue.say("Nothing was saved.") == "Ni chadwyd dim."
    assert tongue.say("{kept} kept for {who}.", kept="2", who="A") == "I A: 2."
    assert tongue.say_many(*DAYS, 1).startswith("1 d")
    assert tongue.say("Not translated: {it}", it="x") == "Not translated: x"


@pytest.mark.usefixtures("welsh")
def test_a_translation_with_a_wrong_gap_is_said_in_english() -> None:
    """A slip of the translator is no mistake of the program."""
    assert tongue.say("Bad {gap}", gap="x") == "Bad x"


@pytest.mark.parametrize(
    ("named", "set_to", "spoken"),
    [
        (None, None, ""),
        (None, "cy", "cy"),
        ("", "cy", ""),
        ("en", "cy", ""),
        ("cy", None, "cy"),
    ],
)
def test_the_language_is_chosen_by_the_environment_then_by_the_settings(
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    named: str | None,
    set_to: str | None,
    spoken: str,
) -> None:
    """INCLUSION_LANG wins; nothing set is English."""
    own_home.mkdir()
    if set_to:
        settings.save(Settings(own_home, own_home / "vault", language=set_to))
    if named is not None:
        monkeypatch.setenv("INCLUSION_LANG", named)

    assert tongue.chosen(os.environ) == spoken
    assert settings.load().language == (set_to or "")


def test_settings_that_cannot_be_read_are_english(own_home: Path) -> None:
    """What is wrong with them is told where they are needed."""
    own_home.mkdir()
    (own_home / places.FILE).write_text("[]", encoding="utf-8")

    assert tongue.chosen(os.environ) == ""


def test_a_language_may_bring_papers_of_its_own(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its templates are used; those of the service itself come first."""
    spoken = own_home / "locale" / LANGUAGE / "templates"
    spoken.mkdir(parents=True)
    monkeypatch.setenv("INCLUSION_LANG", LANGUAGE)

    assert settings.load().templates == spoken
    (own_home / "templates").mkdir()
    assert settings.load().templates == own_home / "templates"


def test_the_setting_is_not_lost_when_others_are_saved(own_home: Path) -> None:
    """Setting up again keeps the language."""
    own_home.mkdir()
    settings.save(Settings(own_home, own_home / "vault", language="cy"))

    settings.save(settings.load())

    assert json.loads((own_home / places.FILE).read_text())["language"] == "cy"


def test_english_loads_no_machinery() -> None:
    """Nothing is looked up, so nothing is loaded to look it up with."""
    code = "import sys, inclusion_cli.tongue; print('gettext' in sys.modules)"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                         check=True)  # fmt: skip

    assert ran.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "fact", "says"),
    [
        ("They sit: {said}.", "by the door.", "They sit: by the door."),
        ("They sit: {said}.", "by the door", "They sit: by the door."),
        ("They ask: {said}.", "why?", "They ask: why?"),
        ('"{said}"', '"I\'m fine, leave me"', '"I\'m fine, leave me"'),
        ('"{said}"', '"No", she said, "never"', '""No", she said, "never""'),
        ('"{said}"', "", '""'),
        ("Go to {said}", '"the bus"', 'Go to "the bus"'),
    ],
)
def test_no_mark_of_what_was_typed_stands_twice(
    text: str, fact: str, says: str
) -> None:
    """A full stop is said once, and quotation marks around all of it are one pair."""
    assert tongue.say(text, said=fact) == says
