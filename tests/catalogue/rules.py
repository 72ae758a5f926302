"""Which literal in the code is a text somebody reads, and of what sort it is.

A text has words in it, or is a word on its own with a capital. It is none where it is
a docstring (but for a command's, which is its help), a name, a key, a pattern, a
statement of SQL, something compared, or of an error that a programmer alone can cause.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tests.catalogue.naming import gaps
from tests.catalogue.patterns import (
    CAMEL,
    CODE,
    COMMAND,
    FOR_PROGRAMMERS,
    GAP,
    HELP_MARKS,
    NAME,
    NO_TEXT_CALLS,
    NO_TEXT_WORDS,
    NO_WORDS_NAME,
    ROOMS_OF_ERRORS_ALONE,
    SAYS_NAME,
    TOLD_BY_STORE,
    WORD,
    WORDS_NAME,
    ours,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PROMPT, ERROR, HELP, MESSAGE, PAPER = "prompt", "error", "help", "message", "paper"
PLURAL = "counted"
SAID, SAID_MANY = ("say", "in_words"), ("say_many", "in_words_many")
"""What a text goes through; by the second name where a file has its own `say`."""


@dataclass(frozen=True)
class Found:
    """A text in the code: where, of what sort, and what fills its gaps."""

    text: str
    sort: str
    place: str
    many: str = ""
    raised: str = ""
    facts: dict[str, ast.expr] = field(default_factory=dict, compare=False)
    node: ast.expr | None = field(default=None, compare=False)


def texts_of(source: str, path: str) -> Iterator[Found]:
    """Return the texts of one file of code, in their order."""
    tree = ast.parse(source)
    room = path.split("/", maxsplit=1)[0] if "/" in path else ""
    yield from _Walk(path, room).texts(tree, ())


class _Walk:
    """Go through a tree, knowing what stands around each literal."""

    def __init__(self, path: str, room: str) -> None:
        self.path, self.room = path, room

    def texts(self, node: ast.AST, above: tuple[ast.AST, ...]) -> Iterator[Found]:
        """Return the texts in a node."""
        if _leads_nowhere(node, above):
            return
        inner = list(_parts(node))
        if isinstance(node, ast.Constant | ast.JoinedStr):
            yield from self._literal(node, above)
        elif (plural := _plural(node)) and not self._is_for_programmers(above):
            one, many, number = plural
            yield self._found(one, above, node, {"number": number}, many)
            inner = [number]
        for part in inner:
            yield from self.texts(part, (*above, node))

    def _literal(
        self, node: ast.Constant | ast.JoinedStr, above: tuple[ast.AST, ...]
    ) -> Iterator[Found]:
        facts: dict[str, ast.expr] = {}
        if isinstance(node, ast.Constant):
            if not isinstance(node.value, str):
                return
            text = node.value
        else:
            text, facts = gaps(node)
        if _is_docstring(node, above):
            if _is_help(above):
                found = self._found(_laid_out(text), above, node, facts)
                yield replace(found, sort=HELP)
            return
        if self._is_text(text, above):
            yield self._found(text, above, node, facts)

    def _is_text(self, text: str, above: tuple[ast.AST, ...]) -> bool:
        bare = GAP.sub("", text)
        if above and isinstance(above[-1], ast.Call) and _call(above[-1]) in SAID:
            return True
        if not WORD.search(bare) or CODE.match(text) or not self._stands_open(above):
            return False
        if " " in text.strip() and COMMAND.fullmatch(text.strip()):
            return False
        one_word = not re.search(r"\S\s+\S", text.strip())
        if one_word and NAME.fullmatch(bare.strip() or text.strip()):
            return _says_words(above, text)
        return not CAMEL.fullmatch(text.strip())

    def _stands_open(self, above: tuple[ast.AST, ...]) -> bool:
        """Say whether nothing around a literal makes it one for the program alone."""
        if self._is_for_programmers(above):
            return False
        if self.room not in ROOMS_OF_ERRORS_ALONE or _is_an_error(above):
            return True
        return any(isinstance(n, ast.Call) and _call(n) in TOLD_BY_STORE for n in above)

    @staticmethod
    def _is_for_programmers(above: tuple[ast.AST, ...]) -> bool:
        functions = [n.name for n in above if isinstance(n, ast.FunctionDef)]
        raised = any(isinstance(n, ast.Raise) for n in above)
        return raised and bool(FOR_PROGRAMMERS & set(functions))

    def _found(
        self,
        text: str,
        above: tuple[ast.AST, ...],
        node: ast.AST,
        facts: dict[str, ast.expr],
        many: str = "",
    ) -> Found:
        names = [n.name for n in above
                 if isinstance(n, ast.FunctionDef | ast.ClassDef)]  # fmt: skip
        place = ":".join((self.path, ".".join(names))) if names else self.path
        sort = _sort(above, self.room)
        assert isinstance(node, ast.expr)
        return Found(text, sort, place, many, _raised(above), facts, node)


_NO_PARTS = ("annotation", "returns", "type_params", "ops", "ctx")


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Return what can hold texts in a node; of an f-string, what fills its gaps."""
    if isinstance(node, ast.JoinedStr):
        yield from (v.value for v in node.values if isinstance(v, ast.FormattedValue))
        return
    for name, child in ast.iter_fields(node):
        if name == "annotation" and child is not None:
            yield from _options(child)
        elif name not in _NO_PARTS:
            items = child if isinstance(child, list) else [child]
            yield from (item for item in items if isinstance(item, ast.AST))


def _options(annotation: ast.AST) -> Iterator[ast.AST]:
    """Return what an annotation says of an option: its help is read."""
    for node in ast.walk(annotation):
        if isinstance(node, ast.Call):
            yield node


def _plural(node: ast.AST) -> tuple[str, str, ast.expr] | None:
    """Return the two forms of `counted(number, "day")`, and the number."""
    if not isinstance(node, ast.Call) or _call(node) not in (PLURAL, *SAID_MANY):
        return None
    if _call(node) in SAID_MANY:
        two = [str(ast.literal_eval(form)) for form in node.args[:2]]
        return two[0], two[1], node.args[2]
    number, *nouns = node.args
    if not nouns or not all(isinstance(noun, ast.Constant) for noun in nouns):
        return None
    one, *rest = [str(noun.value) for noun in nouns if isinstance(noun, ast.Constant)]
    many = rest[0] if rest else f"{one}s"
    return f"{{number}} {one}", f"{{number}} {many}", number


def _leads_nowhere(node: ast.AST, above: tuple[ast.AST, ...]) -> bool:
    """Say whether nothing in a node is read by anybody."""
    if isinstance(node, _NEVER_READ):
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return True  # a path
    if isinstance(node, ast.ClassDef) and "Enum" in map(ast.unparse, node.bases):
        return True  # values of an enumeration are kept, and never shown
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(NO_WORDS_NAME.match(ast.unparse(target)) for target in targets)
    return bool(above) and _is_not_read_there(node, above[-1], above)


_NEVER_READ = (
    *(ast.Compare, ast.Assert, ast.Import, ast.ImportFrom),
    *(ast.pattern, ast.Delete, ast.Global),
)


def _is_not_read_there(
    node: ast.AST, parent: ast.AST, above: tuple[ast.AST, ...]
) -> bool:
    """Say whether what stands around a node makes it a key or a name."""
    match parent:
        case ast.Subscript(value=kind, slice=inside) if node is inside:
            return ast.unparse(kind) != "Annotated"
        case ast.Dict(keys=keys) if node in keys:
            heading = isinstance(node, ast.Constant) and str(node.value)[:1].isupper()
            said = isinstance(node, ast.Call) and _call(node) in SAID
            return not (said or (heading and _says_words(above, "", keys=True)))
        case ast.keyword(arg=name) if name in NO_TEXT_WORDS:
            return True
        case ast.Call(func=function) if node is not function:
            return _call(parent) in NO_TEXT_CALLS
    return False


def _call(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def _says_words(above: tuple[ast.AST, ...], text: str, *, keys: bool = False) -> bool:
    """Say whether a lone word without a capital is read: in a table, or said."""
    for node in reversed(above):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named = any(WORDS_NAME.search(ast.unparse(t)) for t in targets)
            grouped = any(ast.unparse(t) == "GROUPS" for t in targets)
            return named and (grouped or not keys)
        if isinstance(node, ast.Return):
            inner = [n for n in above if isinstance(n, ast.FunctionDef)]
            return bool(inner and SAYS_NAME.match(inner[-1].name)) and bool(text)
        if isinstance(node, ast.Call) and not keys:
            return False
        if isinstance(node, ast.JoinedStr):
            return text.isalpha() and len(text) > 2
    return False


def _is_docstring(node: ast.AST, above: tuple[ast.AST, ...]) -> bool:
    parent = above[-1] if above else None
    return isinstance(parent, ast.Expr) and parent.value is node


def _is_help(above: tuple[ast.AST, ...]) -> bool:
    """Say whether a docstring is shown: that of a command is its help."""
    function = above[-2] if len(above) > 1 else None
    if not isinstance(function, ast.FunctionDef):
        return False
    marks = (m.func if isinstance(m, ast.Call) else m for m in function.decorator_list)
    return any(getattr(m, "attr", getattr(m, "id", "")) in HELP_MARKS for m in marks)


def _is_an_error(above: tuple[ast.AST, ...]) -> bool:
    """Say whether a literal is within an error that is told in words."""
    if any(isinstance(n, ast.Raise) for n in above):
        return True
    return any(isinstance(n, ast.ClassDef) and _is_error_class(n) for n in above)


def _is_error_class(node: ast.ClassDef) -> bool:
    """Say whether a class is an error that is told: it is made from one of ours."""
    return any(ast.unparse(base) in ours() for base in node.bases)


def _sort(above: tuple[ast.AST, ...], room: str) -> str:
    """Return what sort of text a literal is, by what stands around it."""
    if any(isinstance(n, ast.Raise) for n in above):
        return ERROR
    if any(isinstance(n, ast.ClassDef) and _is_error_class(n) for n in above):
        return ERROR
    calls = [_call(n) for n in above if isinstance(n, ast.Call)]
    if {"Option", "Argument"} & set(calls):
        return HELP
    asked = {"Question", "choose", "choose_some", "rate", "Choice", "Form"}
    return PROMPT if asked & set(calls) or room == "interviews" else MESSAGE


def _raised(above: tuple[ast.AST, ...]) -> str:
    """Return the name of the error a literal is raised with, "" for none."""
    raised = next((n.exc for n in above if isinstance(n, ast.Raise)), None)
    return _call(raised) if isinstance(raised, ast.Call) else ""


def _laid_out(text: str) -> str:
    """Return a docstring as help shows it."""
    lines = text.strip().split("\n")
    return "\n".join(line.strip() for line in lines)
