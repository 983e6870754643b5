"""Plain values laid out as a TOML document that a person likes to read.

tomli_w writes the values; the document around them is ours, since it would fold short lists of
tables into one line. Here a dict becomes a `[table]`, a list of dicts `[[tables]]`, and a list
of Rows has one a line.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import tomli_w

_WIDTH: Final = 100
_INDENT: Final = "    "
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_SAFE: Final = re.compile(r'[^"\\\x00-\x1f\x7f]*')


class Row(dict[str, Any]):
    """A table in a list that is written on one line, `{ a = 1, b = 2 }`."""


def document(table: Mapping[str, Any]) -> str:
    """The TOML text of a table: plain values first, then the tables in it, in their order."""
    return "\n\n".join(_blocks(table, (), "")) + "\n"


def _blocks(table: Mapping[str, Any], path: tuple[str, ...], header: str) -> list[str]:
    """The text of a table and of those in it, one block each."""
    own = [_pair(key, value) for key, value in table.items() if not _is_nested(value)]
    nested = [(key, value) for key, value in table.items() if _is_nested(value)]
    is_list_item = header.startswith("[[")
    blocks = []
    if own or (header and (is_list_item or not nested)):
        blocks.append("\n".join([header, *own] if header else own))
    for key, value in nested:
        inner = (*path, key)
        name = ".".join(_key(part) for part in inner)
        if isinstance(value, dict):
            blocks += _blocks(value, inner, f"[{name}]")
        else:
            for item in value:
                blocks += _blocks(item, inner, f"[[{name}]]")
    return blocks


def _is_nested(value: object) -> bool:
    if isinstance(value, list) and value:
        return all(_is_table(item) for item in value)
    return _is_table(value)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and not isinstance(value, Row)


def _pair(key: str, value: object) -> str:
    if isinstance(value, list):
        line = f"{_key(key)} = {_on_one_line(value)}"
        return line if _fits(line, value) else f"{_key(key)} = {_one_a_line(value)}"
    # tomli_w would write \r\n in a text of several lines as \n.
    is_prose = isinstance(value, str) and "\n" in value and "\r" not in value
    return f"{_key(key)} = {_scalar(value, lines=is_prose)}"


def _fits(line: str, items: Sequence[object]) -> bool:
    return len(line) <= _WIDTH and not any(isinstance(item, dict) for item in items)


def _one_a_line(items: Sequence[object]) -> str:
    return "[\n" + "".join(f"{_INDENT}{_on_one_line(item)},\n" for item in items) + "]"


def _on_one_line(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_on_one_line, value))}]"
    if isinstance(value, dict):
        pairs = (f"{_key(key)} = {_on_one_line(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return _scalar(value, lines=False)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _scalar(value: object, *, lines: bool) -> str:
    # What nearly every value is. tomli_w would say the same, a few microseconds later.
    if isinstance(value, str) and _SAFE.fullmatch(value):
        return f'"{value}"'
    if isinstance(value, int | dt.date) and not isinstance(value, bool):
        return str(value)
    text = tomli_w.dumps({"v": value}, multiline_strings=lines)
    return text.removeprefix("v = ").removesuffix("\n")
