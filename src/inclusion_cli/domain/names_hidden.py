"""Which words of a name are hidden where nobody may be named."""

from __future__ import annotations

SHORTEST_NAME = 3
"""A word of a name with fewer letters is left: it could be any word."""
SHORT_WORDS = frozenset(
    (
        *("am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it"),
        *("me", "mr", "ms", "my", "no", "of", "ok", "on", "or", "so", "to", "up", "us"),
        "we",
    )
)
"""Words of two letters that are never taken for a name."""


def hide(name: str, instead: str) -> dict[str, str]:
    """Return a name, and each word of it that has a capital letter, to be hidden."""
    bare = (word.removesuffix("'s") for word in name.split())
    words = [w for w in bare if w[:1].isupper() and len(w) >= SHORTEST_NAME]
    return dict.fromkeys([*([name] if is_named(name) else []), *words], instead)


def is_named(text: str) -> bool:
    """Say whether a text is a name: two letters are, as in Jo, unless they are a word.

    A letter alone is a mark that was typed in place of a name.
    """
    if len(text) >= SHORTEST_NAME:
        return True
    capital = text[:1].isupper() and text.lower() not in SHORT_WORDS
    return len(text) > 1 and capital
