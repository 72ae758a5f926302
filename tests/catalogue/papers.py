"""The texts of the papers: what stands between the tags of a template."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import Environment

from tests.catalogue.rules import PAPER, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MARKS = re.compile(r"^[\s#>|*\-:.()\"]+|[\s|*(\"]+$")
_TYPST_CODE = re.compile(r"^\s*#(import|let|set|show)\b.*\($|^\s*#import.*$|^\s*//.*$")


def texts_of_markdown(source: str, path: str) -> Iterator[Found]:
    """Return the texts of a Jinja template: a line, with its gaps, between two tags."""
    text, gap = "", ""
    for _line, kind, value in Environment(autoescape=True).lex(source):
        if kind == "data":
            text += value
        elif kind == "variable_begin":
            gap = ""
        elif kind == "variable_end":
            text += f"{{{_gap_name(gap)}}}"
        elif kind in ("block_begin", "block_end"):
            text += "\n"
        elif kind == "string" and _LETTERS.search(value) and value[1:2].isupper():
            yield Found(value[1:-1], PAPER, path)
        elif kind in ("name", "operator"):
            gap += value
    for line in text.split("\n"):
        yield from _parts(line, path)


def _gap_name(code: str) -> str:
    return (
        re.sub(r"\W", "", code.split("|", maxsplit=1)[0].rpartition(".")[2]) or "value"
    )


def _parts(line: str, path: str) -> Iterator[Found]:
    for part in line.split(" | ") if line.lstrip().startswith("|") else [line]:
        bare = _MARKS.sub("", part).replace("**", "").strip()
        if _LETTERS.search(re.sub(r"\{\w*\}", "", bare)):
            yield Found(bare, PAPER, path)


def texts_of_typst(source: str, path: str) -> Iterator[Found]:
    """Return the texts of a Typst template: in brackets, or on lines of their own."""
    for content in _contents(source):
        for line in _gapped(content).split("\n"):
            bare = _MARKS.sub("", line.strip().lstrip("=")).replace("*", "").strip()
            if _LETTERS.search(re.sub(r"\{\w*\}", "", bare)):
                yield Found(bare, PAPER, path)


def _contents(source: str) -> Iterator[str]:
    """Return the pieces of markup: lines at the top, and the insides of brackets."""
    source = re.sub(r"(?m)^\s*//.*$", "", source)
    stack: list[list[str]] = [[]]
    quoted = ""
    depth = 0  # of round brackets and braces, within which text is code
    depths = [0]
    for letter in source:
        if quoted:
            quoted = "" if letter == '"' else quoted
            continue
        if letter == '"' and depth:
            quoted = letter
        elif letter in "({":
            depth += 1
            stack[-1].append("\x00")
        elif letter in ")}":
            depth -= 1
        elif letter == "[":
            stack.append([])
            depths.append(depth)
            depth = 0
        elif letter == "]" and len(stack) > 1:
            yield "".join(stack.pop())
            depth = depths.pop()
            stack[-1].append("\x01")
        elif not depth:
            stack[-1].append(letter)
    yield "".join(stack[0])


_CODE_LINE = re.compile(r"^#(?:import|let|set|show)\b.*$")
_EXPRESSION = re.compile(
    r"#(?:if|for|context|list|grid|table|text|block|line|v|h|metadata|quote|parbreak"
    r"|ids|strong|else|title)\b[^\x01\n]*\x01?(?:\s*else\s*\x01)?"
    r"|#[A-Za-z_][\w.-]*\x00?\x01?|\x00|\x01"
)


def _gapped(content: str) -> str:
    lines = (line for line in content.split("\n") if not _CODE_LINE.match(line.strip()))
    return _EXPRESSION.sub(_as_gap, "\n".join(lines))


def _as_gap(found: re.Match[str]) -> str:
    if found[0][:1] == "#" and not re.match(r"#(if|for|context|h|v)\b", found[0]):
        name = re.sub(r"\W", "", found[0].strip("#\x00\x01").rpartition(".")[2])
        return f"{{{name}}}"
    return "\n" if "\x01" in found[0] else ""
