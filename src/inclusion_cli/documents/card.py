"""A card on paper: which templates make which size, and whether its words fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.documents import markdown, pdf
from inclusion_cli.plain import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.card_lines import CardSheet

FLOWING = "card.typ"
FIXED = {"wallet": "card_wallet.typ", "booklet": "card_booklet.typ"}
"""Sizes whose sides are fixed: what does not fit on a side is not printed."""
EASY = "easy"
AIR = (1.0, 0.7)
LONGEST_EASY = 15
"""The most words of an easy-read sentence; practice reference 3.2."""


def papers(sheet: CardSheet, own: Path | None) -> dict[str, bytes]:
    """Return a card as Markdown and PDF, by their endings."""
    return {"md": as_markdown(sheet, own).encode(), "pdf": as_pdf(sheet, own)}


def as_markdown(sheet: CardSheet, own: Path | None = None) -> str:
    """Return the Markdown of a card: with sentences of their own in easy read."""
    page = "card_easy.md.j2" if sheet.size == EASY else "card.md.j2"
    return markdown.render(page, own, card=sheet, sentences=sentences)


def as_pdf(sheet: CardSheet, own: Path | None = None) -> bytes:
    """Return the PDF of a card in its size."""
    made_on = sheet.sheet.made_on
    if sheet.size == EASY:
        told = {"easy": easy_sentences(sheet), "air": _air(sheet, own)}
        return pdf.compiled("card_easy.typ", sheet, made_on=made_on, own=own, **told)
    name = FIXED.get(sheet.size, FLOWING)
    return pdf.compiled(name, sheet, made_on=made_on, own=own)


def _air(sheet: CardSheet, own: Path | None) -> float:
    """Return how far apart the rows of easy read are: less, where it saves a page."""
    told = {"easy": easy_sentences(sheet)}
    usual, close = (
        pdf.pages("card_easy.typ", sheet, own=own, **told, air=air) for air in AIR
    )
    return AIR[1] if close < usual else AIR[0]


def overfull(sheet: CardSheet, own: Path | None = None) -> tuple[str, ...]:
    """Return the sides of a card, in words, on which its words do not fit."""
    name = FIXED.get(sheet.size)
    return tuple(pdf.told(name, "<overfull>", sheet, own=own)) if name else ()


def sentences(text: str) -> tuple[str, ...]:
    """Return text sentence by sentence, one idea on a line."""
    found = re.split(r"(?<=[.!?؟۔])\s+|\n+", text.strip())
    return tuple(part for part in map(one_line, found) if part)


def long_sentences(sheet: CardSheet) -> tuple[str, ...]:
    """Return the sentences an easy-read card has that are longer than 15 words."""
    if sheet.size != EASY:
        return ()
    texts = [sheet.not_helpful, sheet.home_care, sheet.statement]
    for stage in sheet.stages:
        for row in (*stage.signs, *stage.mine, *stage.others):
            texts += [row.text, *row.more]
    texts += [led.text for led in (*sheet.told, *sheet.step_up)]
    return tuple(
        sentence
        for text in texts
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST_EASY
    )


def easy_sentences(sheet: CardSheet) -> dict[str, list[str]]:
    """Return every text of a card, with its sentences."""
    texts = {sheet.not_helpful, sheet.home_care, sheet.statement}
    for stage in sheet.stages:
        for row in (*stage.signs, *stage.mine, *stage.others):
            texts |= {row.text, *row.more}
    texts |= {led.text for led in (*sheet.told, *sheet.step_up)}
    return {text: list(sentences(text)) for text in sorted(texts)}
