"""One tongue for all that is said: English stands in the code, another is data.

A language is a folder of the data folder's `locale/`, or of ours: its
`LC_MESSAGES/inclusion.mo` holds the texts. It is chosen once, when the program starts:
by INCLUSION_LANG, else by `language` in the settings. English looks nothing up.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from inclusion_cli.places import FILE, data_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import NullTranslations

DOMAIN = "inclusion"
ENGLISH = ("", "en", "en_GB")


def say(text: str, /, **facts: object) -> str:
    """Return a text in the language chosen, its gaps filled with facts.

    Facts are never looked up, and nothing in them is read as a gap.
    """
    if _words is None or not text:
        return _fitted(text, facts) if facts else text
    return _filled(_words.gettext(text), text, facts)


def say_many(one: str, many: str, number: int, /, **facts: object) -> str:
    """Return the form of a text that fits a number; its gap {number} is filled."""
    text = one if number == 1 else many
    facts["number"] = number
    if _words is None:
        return _fitted(text, facts)
    return _filled(_words.ngettext(one, many, number), text, facts)


def _filled(text: str, english: str, facts: Mapping[str, object]) -> str:
    """Return a translation with its gaps filled; the English where they do not fit."""
    if not facts:
        return text
    try:
        return _fitted(text, facts)
    except (LookupError, ValueError, AttributeError):
        return _fitted(english, facts)


def _fitted(text: str, facts: Mapping[str, object]) -> str:
    """Return a text with its gaps filled, no mark of a fact beside one of its own.

    What somebody typed may end with a full stop, or stand in quotation marks already.
    """
    told = dict(facts)
    for name, fact in facts.items():
        if not isinstance(fact, str) or fact[-1:] not in _MARKS or not fact:
            continue
        gap = f"{{{name}}}"
        if fact[-1] in _STOPS:
            text = text.replace(f"{gap}.", gap)
        elif f'"{gap}"' in text:
            told[name] = unquoted(fact)
    return text.format(**told)


def unquoted(said: str) -> str:
    """Return words without the one pair of quotation marks that stands around them."""
    inside = said[1:-1]
    around = len(said) > 2 and (said[0] + said[-1]) in _PAIRS
    return inside if around and not set(inside) & set("".join(_PAIRS)) else said


_PAIRS = ('""', "\u201c\u201d")
_STOPS = ".!?"
_MARKS = f"{_STOPS}{''.join(_PAIRS)}"


def chosen(environ: Mapping[str, str]) -> str:
    """Return the language chosen, "" for English."""
    named = environ.get("INCLUSION_LANG")
    if named is None:
        named = _in_settings(os.path.join(data_folder(environ), FILE))
    return "" if named in ENGLISH else named


def _in_settings(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return str(json.load(file).get("language") or "")
    except (OSError, ValueError, AttributeError):
        return ""  # what is wrong with the settings is told where they are loaded


def folders(environ: Mapping[str, str]) -> tuple[str, str]:
    """Return where languages are: the service's own first, then those we bring."""
    own = os.path.join(data_folder(environ), "locale")
    return own, os.path.join(os.path.dirname(__file__), "locale")


def words_of(language: str, environ: Mapping[str, str]) -> NullTranslations | None:
    """Return the texts of a language, None where it is English or not there."""
    if not language:
        return None
    from gettext import translation  # noqa: PLC0415 - English needs none

    for folder in folders(environ):
        try:
            return translation(DOMAIN, folder, [language])
        except OSError:
            continue
    return None


_words = words_of(chosen(os.environ), os.environ)
