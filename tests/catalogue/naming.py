"""An f-string as a text with named gaps, such as "{kept} kept for {who}."."""

from __future__ import annotations

import ast
import keyword
import re


def gaps(node: ast.JoinedStr) -> tuple[str, dict[str, ast.expr]]:
    """Return the text of an f-string and what stands in each of its gaps."""
    parts: list[str] = []
    facts: dict[str, ast.expr] = {}
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value).replace("{", "{{").replace("}", "}}"))
        elif isinstance(value, ast.FormattedValue):
            name = _unused(_name_of(value.value), fact_of(value), facts)
            facts[name] = fact_of(value)
            parts.append(f"{{{name}}}")
    return "".join(parts), facts


def fact_of(value: ast.FormattedValue) -> ast.expr:
    """Return the expression of a gap; one with a format is formatted beforehand."""
    if value.format_spec is None and value.conversion == -1:
        return value.value
    return ast.JoinedStr(values=[value])


def _unused(name: str, fact: ast.expr, facts: dict[str, ast.expr]) -> str:
    number = 1
    wanted = name
    while wanted in facts and ast.dump(facts[wanted]) != ast.dump(fact):
        number += 1
        wanted = f"{name}_{number}"
    return wanted


def _name_of(node: ast.expr) -> str:
    """Return a word for an expression, for whoever translates it."""
    match node:
        case ast.Name(id=name):
            found = name
        case ast.Attribute(attr=name):
            found = name
        case ast.Call(func=function, args=args):
            found = _call_name(function, args)
        case ast.Subscript(value=inner):
            found = _name_of(inner)
        case ast.BinOp() | ast.IfExp() | ast.BoolOp():
            found = "part"
        case _:
            found = "value"
    name = re.sub(r"\W", "", found).strip("_").lower() or "value"
    return f"{name}_" if keyword.iskeyword(name) else name


_SAYS = frozenset(
    (
        *("counted", "say_day", "say_near", "say_time", "say_when", "one_line", "say"),
        *("shown", "str", "quote", "and_list", "join", "len", "plain", "subject"),
        "raw_of",
    )
)
"""Calls that say a fact: the gap is named after the fact."""


def _call_name(function: ast.expr, args: list[ast.expr]) -> str:
    name = str(getattr(function, "attr", getattr(function, "id", "")))
    if name in _SAYS and args:
        inner = _name_of(args[0])
        return name if inner in ("value", "part") else inner
    return name
