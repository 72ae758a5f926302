"""Whether a formulation is about this one person: place, time, own words, no copy.

Source: practice reference 1.3, "Individual". It looks for words, so it can be wrong:
it says what it found and asks, and nothing is decided by it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import DAYS, MONTHS
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Finding
from inclusion_cli.domain.formulation_copy import copies
from inclusion_cli.domain.formulation_texts import texts_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.formulation_copy import Named


def finding(
    agreed: str, wrong: str, right: str, missing: str, used: tuple[str, ...] = ()
) -> Finding:
    """Return NOT_MET where something is `wrong`, else MET."""
    if wrong:
        return Finding(NOT_MET, wrong, used, missing, agreed)
    return Finding(MET, right, used, "", agreed)


def individual(it: Formulation, others: tuple[Named, ...] | None) -> Iterator[Finding]:
    """Return whether it names a place and a time, quotes, and is nobody else's."""
    situations = " ".join(
        f"{t.situation}. {t.example}. {t.worse}." for t in it.triggers
    )
    place, when = _place(situations), _TIME.search(situations)
    yield finding(
        say("Names a place"),
        "" if place else say("No place was found in the situations"),
        say("Found: {place}", place=place),
        say("say where: the bus, the shop, the name of the place"),
    )
    yield finding(
        say("Names a time or an occasion"),
        "" if when else say("No time was found"),
        say("Found: {when}", when=when[0]) if when else "",
        say("say when: the day, the hour, before or after what"),
    )
    yield own_words(it)
    yield _like_others(it, others)


def own_words(it: Formulation) -> Finding:
    """Return whether the person's own words are in it: an account, or a quotation."""
    words = " ".join(text.text for text in texts_of(it))
    own = bool(it.account) or bool(_QUOTED.search(words))
    why = (
        say(
            "No own account: {no_account_because}",
            no_account_because=it.no_account_because,
        )
        if it.no_account_because
        else ""
    )
    return finding(
        say("Has the person's own words"),
        "" if own else why or say("No own words"),
        say("Their own words are there"),
        say("ask for their own account, and write it as they say it"),
    )


def _like_others(it: Formulation, others: tuple[Named, ...] | None) -> Finding:
    agreed = say("Is not like another person's")
    if others is None:
        return Finding(CANNOT_TELL, say("Others were not looked at"), agreed=agreed)
    found = copies(it, others)
    told = "; ".join(
        say("{field}: as {code}", field=one.field, code=one.code) for one in found
    )
    return finding(
        agreed, told, say("It is not"), say("write what is so for this person")
    )


_QUOTED = re.compile(r'["“‘][^"”’]{4,}["”’]')
_TIME = re.compile(
    r"\b(?:\d{1,2}[:.]\d{2}|\d{1,2} ?[ap]m|noon|midnight|mornings?|afternoons?|"
    r"evenings?|nights?|weekends?|weekdays?|lunch(?:time)?|tea ?time|payday|bedtime|"
    r"after|before|during|while|when|early|late|birthdays?|christmas|"
    rf"(?:{'|'.join(DAYS)})s?|{'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
_PLACES = (
    "bus|buses|train|tram|taxi|station|stop|shop|shops|supermarket|market|queue|till|"
    "cafe|café|pub|bar|club|restaurant|kitchen|bank|cash machine|post office|library|"
    "park|path|canal|bridge|beach|garden|street|road|corner|town|city|village|estate|"
    "flat|home|house|hostel|lounge|hall|stairs|lift|landing|room|bedroom|bathroom|door|"
    "window|church|mosque|temple|gym|pool|pitch|football|cinema|theatre|gig|venue|"
    "school|college|class|classroom|group|work|office|job ?centre|court|prison|"
    "hospital|ward|surgery|clinic|pharmacy|dentist|car|car park|phone|online|internet"
)
_NAMED_PLACE = re.compile(
    rf"\b(?:[Aa]t|[IiOo]n|[Nn]ear|[Oo]utside|[Bb]y) (?!{'|'.join((*DAYS, *MONTHS))})"
    r"(?:the )?[A-ZÀ-Þ][\w'’-]+"
)
_PLACE = re.compile(rf"\b(?:{_PLACES})\b", re.IGNORECASE)


def _place(text: str) -> str:
    found = _PLACE.search(text) or _NAMED_PLACE.search(text)
    return found[0] if found else ""
