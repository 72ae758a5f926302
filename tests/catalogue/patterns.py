"""How a text looks, and the names of what is none or always one."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from inclusion_cli.cli.tree import GROUPS


def _commands() -> tuple[str, ...]:
    """Return the names of the commands, which are typed and never translated."""
    return tuple(name for group in GROUPS.values() for name in group)


GAP = re.compile(r"\{\w*\}")
WORD = re.compile(r"[^\W\d_]{2,}")
NAME = re.compile(r"[a-z0-9_.:/\\*|<>=%$@+&?!#~^-]+|[A-Z0-9_]+|--?[\w-]+(=\S*)?")
CAMEL = re.compile(r"[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+")
CODE = re.compile(
    r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ATTACH|BEGIN|COMMIT|ALTER|DROP"
    r"|ROLLBACK|VACUUM|WHERE|SET|VALUES|ON CONFLICT|ORDER BY|FROM|AND|JOIN)\b"
    r"|inclusion[-/ ]"
    r"|age-encryption|application/|\\x1b|%[a-z]"
    r"|[A-Z]{2}-\d+$|\{?\{\"|.*(?:\(\?|\\[dswb]|\|\w+\|)"
)
COMMAND = re.compile(
    rf"(?:{'|'.join(_commands())})(?: [a-z-]+)?(?: \{{\w+\}})*|\{{\w+\}}(?: --[a-z-]+)+"
)
NO_TEXT_CALLS = frozenset(
    (
        *("compile", "fullmatch", "match", "search", "sub", "findall", "finditer"),
        *("split", "getattr", "setattr", "hasattr", "isinstance", "execute"),
        *("executemany", "cast", "executescript", "startswith", "endswith"),
        *("removeprefix", "removesuffix", "encode", "decode", "partition"),
        *("rpartition", "import_module", "TypeVar", "open", "Path", "getenv"),
        *("joinpath", "with_suffix", "with_name", "strftime", "TypeError"),
        *("KeyError", "AssertionError", "RuntimeError", "NotImplementedError"),
        *("namedtuple", "NewType", "field", "fromisoformat", "isoformat"),
        *("get", "pop", "setdefault", "which", "relative_to", "rglob", "glob"),
        *("add_option", "translate", "maketrans", "register", "filterwarnings"),
        *("count", "index", "FileExistsError", "FrozenInstanceError", "answers_about"),
        *("add_parser", "which"),
    )
)
NO_TEXT_WORDS = frozenset(
    (
        *("name", "encoding", "errors", "mode", "style", "prefix", "suffix"),
        *("metavar", "key", "domain", "overflow", "justify", "header_style"),
        *("newline", "prog_name", "label_", "cls", "envvar", "param_decls"),
        *("qmark", "complete_var", "shell", "dir", "sep"),
    )
)
FOR_PROGRAMMERS = frozenset(
    ("__post_init__", "plain", "from_plain", "_record_reader", "_set_once", "_kept")
)
HELP_MARKS = frozenset(("command", "guided", "callback"))
SAYS_NAME = re.compile(r"^_?(say|said|says|told|lead|words|phrase|why|what)")
WORDS_NAME = re.compile(
    r"(WORDS|SAYS|NAMES|TITLES|LABELS|STAGES|WAYS|SUBJECTS|GROUPS|STATES|MARKS)$"
)
NO_WORDS_NAME = re.compile(
    r"^(__all__|__slots__|PICTURES|QUICK|RECEIPTS|AS_IT_STANDS|_?NUMBERS|_?MONTH|WEEKDAY"
    r"|_?NOT_ERRORS|_LEADS|_ALONE_NO_NAMES|HOME_FLAGS|MODULES|LETTERS)$"
)
ROOMS_OF_ERRORS_ALONE = ("store",)
TOLD_BY_STORE = frozenset(("Fault",))


@cache
def ours() -> frozenset[str]:
    """Return the names of the errors that are told to a key worker."""
    classes = [node for path in SOURCE.rglob("*.py")
               for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
               if isinstance(node, ast.ClassDef)]  # fmt: skip
    found = {"InclusionError"}
    while (
        more := {
            kind.name
            for kind in classes
            if {ast.unparse(base) for base in kind.bases} & found
        }
        - found
    ):
        found |= more
    return frozenset(found)


SOURCE = Path(__file__).resolve().parents[2] / "src" / "inclusion_cli"
