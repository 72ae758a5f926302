"""The words table over every text there is: message, prompt, error, help and paper."""

from __future__ import annotations

import ast
import re
from collections import defaultdict

import pytest

from tests.catalogue.extract import every_text
from tests.catalogue.patterns import SOURCE
from tests.catalogue.rules import ERROR, HELP, PAPER, PROMPT, Found

pytestmark = pytest.mark.check(20)
LONGEST = 20  # words in a sentence; interviews.md section 4.4


def forms(*words: str) -> str:
    """Return a pattern of these words in each of their forms."""
    return rf"\b(?:{'|'.join(words)})\b"


BANNED = {
    "the person's name": forms(
        "clients?", "cases?", "service users?", "patients?", "mentally ill",
        "high[- ]risk persons?",
    ),
    "what was seen or said": forms(
        "suffer(?:s|ed|ing)?", "victims? of", "challenging", "manipulat(?:ive|ed|es?)",
        "attention[- ]seeking",
    ),
    "chose not to; did not go ahead": forms(
        "refus(?:e|es|ed|al)", "non-?complian(?:t|ce)", "failed to attend", "DNA",
    ),
    "step back": forms(
        "regress(?:e[sd]|ion)?", "relaps(?:e|es|ed|ing)", "demot(?:e|es|ed|ion)",
        "fail(?:s|ed)? (?:a|the) step",
    ),
    "their own words": forms("ideation", "distortions?", "dysregulated"),
    "tell Jo; call 999; tell the safeguarding lead": forms(
        "escalat(?:e|es|ed|ion)", "safeguard(?:s|ed)?",
    ),
    "doctor, nurse, the person's name": forms("clinicians?"),
    "Enter; must be from ... to ...": forms(
        "(?:in)?valid(?:ity|ate[sd]?)?", "illegal", "forbidden", "required field",
        "you forgot",
    ),
    "Stopped. Your answers are kept": forms(
        "abort(?:s|ed|ing)?", "kill(?:s|ed)?", "fatal", "exceptions?", "null",
        "cancelled by user",
    ),
    "nothing: leave it out": forms(
        "please", "sorry", "oops", "just", "simpl[ye]", "eas(?:y|ily|ier)", "only",
    ),
    "Save for Amina K?": forms("are you sure"),
    "save, do, keep": forms(
        "submit(?:s|ted)?", "execut(?:e|es|ed|ion)", "persist(?:s|ed)?",
    ),
    "4 of 5 agreed visits went ahead": forms("compliance scores?", "risk scores?"),
    "for example": r"\beg\b|\be\.g\.",
    "numerals": forms("twelve", "fourteen", "twenty", "thirty"),
}  # fmt: skip
"""What is not written, by what is written for it."""
ON_CARDS_AND_QUESTIONS = {"what makes it harder": forms("triggers?")}
ALLOWED = {
    ("three cases in it", "cases"): "the practice cases are invented people",
    ("practice cases", "cases"): "the same, as they are made",
    ("Sorry, inclusion made a mistake", "Sorry"): "it is our fault; 4.4 allows that",
    ("a real situation that unsettles", "trigger"): "the word itself, in help",
    ("It names its trigger", "trigger"): "the word itself, in help",
    ("clinician oversees", "clinician"): "any registered role: doctor, nurse, other",
    ("Clinician", "clinician"): "the same, as a heading",
    ("Needs a clinician", "clinician"): "the same",
    ("needs a clinician", "clinician"): "the same, in the service's defaults",
    ("can kill", "kill"): "a danger to life is called one",
    ("asy read", "easy"): "the name of a form of writing",
    ("words of easy read", "easy"): "the same",
}
"""What is allowed where, and why."""
TO_MEND = {
    ("more only when needed", "only"): "the help of debrief",
    ("did not happen, or only partly", "only"): "words of a criterion",
    ("Seeing only the danger", "only"): "a thinking habit",
    ("cannot be used. {refused}", "refused"): "the name of a gap",
}
"""Texts that others are rewriting; each goes when its file is mended."""


def words_of(found: Found) -> str:
    """Return a text as it is read: both its forms, without what a script types."""
    text = f"{found.text}\n{found.many}" if found.many else found.text
    return re.sub(r"--[\w-]+", "", re.sub(r"\{\w+\}", "N", text))


def allowed(text: str, word: str) -> bool:
    """Say whether a word is allowed in this text."""
    return any(part in text and word.casefold() == w.casefold()
               for part, w in ALLOWED | TO_MEND)  # fmt: skip


@pytest.mark.parametrize("instead", BANNED)
def test_none_of_these_words_is_written(instead: str) -> None:
    """The left side of the table stands in no text, in any of its forms."""
    wrong = [
        f"{found.place}: {found.text!r} says {hit[0]!r}"
        for found in every_text()
        for hit in re.finditer(BANNED[instead], words_of(found), re.IGNORECASE)
        if not allowed(found.text, hit[0])
    ]

    assert not wrong, f"write {instead}:\n" + "\n".join(wrong)


def test_no_trigger_on_a_question_or_a_paper() -> None:
    """A person is asked what makes it harder, and reads that, too."""
    for instead, pattern in ON_CARDS_AND_QUESTIONS.items():
        wrong = [
            f"{found.place}: {found.text!r}"
            for found in every_text()
            if found.sort in (PROMPT, PAPER)
            and re.search(pattern, re.sub(r"\{\w+\}", "", found.text), re.IGNORECASE)
        ]
        assert not wrong, f"write {instead}:\n" + "\n".join(wrong)


def test_no_sentence_is_longer_than_20_words() -> None:
    """A tired reader holds 20 words, no more. A gap counts as a word."""
    wrong = [
        f"{found.place}: {len(sentence.split())} words: {sentence!r}"
        for found in every_text()
        for sentence in sentences(words_of(found))
        if len(sentence.split()) > LONGEST
    ]

    assert not wrong, "\n".join(wrong)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line that ends is no end of one."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    parts = re.split(r"(?<=[.?!;])\s+|\n+|:\s+", text)
    return [part for part in parts if part.strip()]


def test_nothing_is_praised_and_nothing_is_shouted() -> None:
    """No exclamation mark, no well done."""
    shout = re.compile(
        r"!(?:\s|$)|\b(?:well done|great|congratulations|awesome)\b", re.IGNORECASE
    )

    assert [found for found in every_text() if shout.search(found.text)] == []


# --- errors -------------------------------------------------------------------------

ACTION = re.compile(
    r"(?:^|[.:,;] |\n|\bor |\bTo [\w ]+, )\"?(?:type|add|run|put|try|look|write|print"
    r"|free|install|change|keep|name|mend|decide|use|give|read|choose|paste|split|check|wait"
    r"|set|make|take|ask|start|finish|unlock|save|tell|call|open|close|reinstall|restore"
    r"|begin|shorten|enter|leave|move|see|end|fill|draw|say|pick|record|sign|repeat)\b"
    r"|\bmust (?:be|begin|have"
    r"|say|name|end|start|come|stand|fit)\b|\bcannot be\b|, type: "
    r"|\bgo together\b|\bpaste\b|\bmake \w+ \{",
    re.IGNORECASE,
)
NOT_ERRORS = {"LeftForLater", "Stopped"}
"""Ends that are no errors: 4 and 130."""
IN_A_GAP = re.compile(r"\{(?:reason|wrong|lines|told|says|cannot_be|how_to_find)\}")
"""A gap that holds a whole sentence with a verb of its own."""
NEVER_SHOWN: dict[str, str] = {}
VERBS_TO_MEND = (
    *("domain/criteria.py", "domain/criteria_reading.py", "domain/predicates/"),
    "domain/wording/",
)
"""What is wrong in a file of criteria or of rules: what it is told in says mend it."""


def error_texts() -> dict[str, list[str]]:
    """Return what each error says, with its hint: by class, or where it is raised."""
    hinted = classes_with_hints()
    told: dict[str, list[str]] = defaultdict(list)
    for found in every_text():
        place = found.place.removesuffix(".__init__")
        name = found.raised or place.split(":")[-1]
        skipped = name in NOT_ERRORS or found.text.startswith("Stopped.")
        if found.sort == ERROR and found.node is not None and not skipped:
            told[place] += [found.text, *hinted.get(name, [])]
    return {
        place: texts
        for place, texts in told.items()
        if place not in NEVER_SHOWN and not place.startswith(VERBS_TO_MEND)
    }


def classes_with_hints() -> dict[str, list[str]]:
    """Return the hints a class has, its bases' too."""
    classes = {node.name: node for path in SOURCE.rglob("*.py")
               for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
               if isinstance(node, ast.ClassDef)}  # fmt: skip

    def hints(name: str) -> list[str]:
        node = classes.get(name)
        if node is None:
            return []
        own = [text for item in ast.walk(node) for text in hint_of(item)]
        return own or [t for base in node.bases for t in hints(ast.unparse(base))]

    return {name: hints(name) for name in classes}


def hint_of(node: ast.AST) -> list[str]:
    """Return the texts of a hint, where a node sets one."""
    if not (isinstance(node, ast.Assign) and "hint" in ast.unparse(node.targets[0])):
        return []
    inside = ast.walk(node.value)
    constants = (part.value for part in inside if isinstance(part, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def test_every_error_says_what_to_do() -> None:
    """Each has a verb of action: in its sentence, or in the hint behind it."""
    wrong = [
        f"{place}: {texts}"
        for place, texts in error_texts().items()
        if not any(ACTION.search(text) or IN_A_GAP.search(text) for text in texts)
    ]

    assert not wrong, "\n".join(wrong)


# --- successes ----------------------------------------------------------------------

RECEIPTS = {"Saved": 6, "VaultState": 5, "PapersMade": 4}
"""What tells of a success, and how many facts it takes until the next command."""


def test_every_success_has_a_next_command() -> None:
    """Whoever saved something is told one thing to do next."""
    without = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            kind = getattr(node.func, "id", "")
            named = any(word.arg == "next" for word in node.keywords)
            if kind in RECEIPTS and not named and len(node.args) < RECEIPTS[kind]:
                without.append(f"{path.name}:{node.lineno}: {ast.unparse(node)[:80]}")

    assert not without, "\n".join(without)


def test_the_catalogue_is_of_every_sort() -> None:
    """None of the sorts has been lost on the way."""
    sorts = {found.sort for found in every_text()}

    assert {PROMPT, ERROR, HELP, PAPER} <= sorts
    assert len(every_text()) > 1000
