"""A damaged TOML text, cut into statements: headers, and keys with their value.

Where a statement ends can be seen without understanding it, so that what is broken in one of them
doesn't reach the next.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple

from teamflow.store.parsing import parse
from teamflow.store.problem import Unreadable

_KEY: Final = r"""(?P<key>(?:[A-Za-z0-9_.-]++|"[^"\n]*+"|'[^'\n]*+')++)[ \t]*+"""
_PAIR: Final = re.compile(rf"""{_KEY}=[ \t]*+(?P<mark>\"""|'''|["'\[{{])?""")
_NEXT: Final = re.compile(rf"\[|{_KEY}=")
HEADERS: Final = (
    "[[participants]]", "[[timings]]", "[[ideas]]", "[round]", "[choice]", "[[choice.votes]]",
    "[[plans]]", "[[plans.steps]]", "[evaluation]", "[evaluation.review]", "[[drafts]]",
)  # fmt: skip
"""The headers in a session's file, as teamflow writes them."""

_ITEM: Final = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\{(?:\"(?:[^\"\\\n]|\\.)*+\"|[^{}\"])*+\}"
    r"|[^\s,\[\]{}\"'#]++(?: \d[^\s,\[\]{}\"'#]*+)?"
)
_ALIKE: Final = 0.8  # a byte or two in a name, or its last bracket
_MERGED: Final = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?")


class Statement(NamedTuple):
    """One or more whole lines; `line` is the number of the first, from 1."""

    line: int
    text: str

    @property
    def last(self) -> int:
        """The number of the last line."""
        return self.line + self.text.count("\n")

    @property
    def is_header(self) -> bool:
        """Whether a new group begins here."""
        return self.text.lstrip().startswith("[")

    @property
    def is_mark_of_merging(self) -> bool:
        """Whether this is what git leaves between two versions that it couldn't merge."""
        return _MERGED.fullmatch(self.text) is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands here but, at most, a comment."""
        return not self.text.strip() or self.text.lstrip().startswith("#")


def statements(text: str) -> Iterator[Statement]:
    """The statements in a text with \\n between its lines, from the first line to the last."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        yield Statement(at + 1, "\n".join(lines[at:end]))
        at = end


def _end(lines: Sequence[str], at: int) -> int:
    """The place of the first line after the statement that begins at `at`."""
    pair = _PAIR.match(lines[at].lstrip())
    mark = pair and pair["mark"]
    if mark in ('"""', "'''") and mark not in lines[at].split(mark, 1)[1]:
        return _end_of_prose(lines, at + 1, mark)
    if mark == "[" and not lines[at].rstrip().endswith("]"):
        return _end_of_list(lines, at + 1)
    return at + 1


def _end_of_prose(lines: Sequence[str], at: int, mark: str) -> int:
    for place in range(at, len(lines)):
        if lines[place].rstrip() in HEADERS:
            return place
        if mark in lines[place]:
            return place + 1
    return len(lines)


def _end_of_list(lines: Sequence[str], at: int) -> int:
    for place in range(at, len(lines)):
        if _NEXT.match(lines[place]):
            return place
        if lines[place].startswith("]"):
            return place + 1
    return len(lines)


def guessed(header: Statement) -> Statement | None:
    """The header of a group in a session's file that one which can't be read must have been."""
    for name in get_close_matches(header.text.strip(), HEADERS, n=1, cutoff=_ALIKE):
        return Statement(header.line, name)
    return None


def mended(statement: Statement) -> Statement | None:
    """A pair that can't be read, said so that it can: a text closed, with its quotes and
    backslashes as they stand; a list with the items that are whole. None for anything else."""
    text = statement.text.strip()
    pair = _PAIR.match(text)
    if pair is None or pair["mark"] in (None, "{"):
        return None
    value, mark = text[pair.end() :], pair["mark"]
    if mark == "[":
        items = (item for item in _ITEM.findall(value) if _is_toml(f"it = {item}"))
        said = f"[{', '.join(items)}]"
    else:
        said = _quoted(value.removesuffix(mark))
    again = Statement(statement.line, f"{pair['key']} = {said}")
    return again if _is_toml(again.text) else None


def _is_toml(text: str) -> bool:
    try:
        parse(text)
    except Unreadable:
        return False
    return True


def _quoted(text: str) -> str:
    plain = re.sub(r'\\(["\\])', r"\1", text.removeprefix("\n"))
    for char, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        plain = plain.replace(char, escaped)
    return f'"{plain}"'
